import { useDeferredValue, useMemo, useState } from 'react'
import type { AlarmList } from '../../api/call-alarms.ts'
import type { Alarm } from '../../contract/alarms.ts'
import { filterAlarms, listOf, tabOf } from '../../domain/alarms/alarm-list.ts'
import { foldText } from '../../i18n/fold.ts'
import { useText } from '../../i18n/use-text.ts'
import { remembered } from '../../lib/remembered.ts'
import { useView } from '../../session/view.ts'
import { Later } from '../../ui/later.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { useAlarmWords } from '../../ui/use-alarm-words.ts'
import { AlarmGrid } from './alarm-grid.tsx'
import styles from './alarms-page.module.css'
import { FloodBanner } from './flood-banner.tsx'
import { HealthSection } from './health-section.tsx'
import { HiddenList } from './hidden-list.tsx'
import { JournalSection } from './journal-section.tsx'
import { ListHead } from './list-head.tsx'

/** From this many rows on the list takes the room of the charts. */
const CROWDED = 7

/** What an alarm is found by. Alarms are never changed, only replaced: each is folded once. */
function useFoldedWords(): (alarm: Alarm) => string {
  const words = useAlarmWords()
  return useMemo(
    () =>
      remembered((alarm: Alarm) =>
        foldText(`${words.title(alarm)} ${alarm.tag} ${words.place(alarm)} ${words.state(alarm)}`),
      ),
    [words],
  )
}

/** The lists of alarms with what belongs beside them. */
export function AlarmConsole({ picture }: { picture: AlarmList }) {
  const t = useText('alarms')
  const { view } = useView()
  const { tab, priorities, streams, states, text } = view.alarmList
  const ordered = useMemo(() => listOf(picture.alarms, tab), [picture.alarms, tab])
  const wordsOf = useFoldedWords()
  // The letter shows at once; the list follows it.
  const sought = useDeferredValue(text)
  const shown = useMemo(
    () => filterAlarms(ordered, { priorities, streams, states, text: foldText(sought) }, wordsOf),
    [ordered, priorities, streams, states, sought, wordsOf],
  )
  const hidden = useMemo(() => picture.alarms.filter((alarm) => tabOf(alarm) !== 'open'), [picture.alarms])
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const crowded = shown.length >= CROWDED
  const inFlood = picture.flood.active && tab === 'open'
  return (
    <>
      <ListHead alarms={picture.alarms} shown={shown.length} />
      <FloodBanner flood={picture.flood} />
      {shown.length === 0 ? (
        <div className={styles.empty}>
          <PanelState kind="empty" text={t(ordered.length === 0 ? `none.${tab}` : 'none.filtered')} />
        </div>
      ) : (
        <AlarmGrid
          alarms={shown}
          grouped={inFlood}
          opened={opened}
          onToggle={(key) =>
            setOpened((before) => {
              const next = new Set(before)
              if (!next.delete(key)) next.add(key)
              return next
            })
          }
        />
      )}
      {tab === 'open' && hidden.length > 0 ? <HiddenList alarms={hidden} /> : null}
      <Later>
        <JournalSection />
        {crowded ? null : <HealthSection />}
      </Later>
    </>
  )
}
