import type { Alarm } from '../../contract/alarms.ts'
import { tabOf } from '../../domain/alarms/alarm-list.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useServerNow } from '../../live/hooks.ts'
import { useView, useViewActions } from '../../session/view.ts'
import { HiddenMark } from '../../ui/alarm-mark.tsx'
import { Button } from '../../ui/button.tsx'
import { PanelHeader } from '../../ui/panel.tsx'
import { useAlarmWords } from '../../ui/use-alarm-words.ts'
import styles from './alarms-page.module.css'
import { useHidingWords } from './use-hiding-words.ts'

const MOST = 3
const LETTER = { out: 'O', suppressed: 'D', shelved: 'S', open: 'S' } as const

function Row({ alarm }: { alarm: Alarm }) {
  const t = useText('alarms')
  const words = useAlarmWords()
  const hiding = useHidingWords()
  const { patch } = useViewActions()
  const now = useServerNow(1000)
  const tab = tabOf(alarm)
  const { until, who } = hiding(alarm, now)
  return (
    <li>
      <button type="button" className={styles.hiddenRow} onClick={() => patch({ alarmId: alarm.id })}>
        <HiddenMark letter={LETTER[tab]} label={t(`tab.${tab}`)} />
        <span className={styles.second}>{t(`tab.${tab}`)}</span>
        <span className={styles.cut}>{words.title(alarm)}</span>
        <span className={styles.metaCut}>{until}</span>
        <span className={styles.metaCut}>{who}</span>
      </button>
    </li>
  )
}

/** What is hidden from the list and still evaluated: until when, by whom, and why. */
export function HiddenList({ alarms }: { alarms: readonly Alarm[] }) {
  const t = useText('alarms')
  const format = useFormat()
  const { view, patch } = useView()
  const more = alarms.length - MOST
  const first = alarms[MOST]
  return (
    <section className={styles.section}>
      <PanelHeader
        title={t('hidden.title')}
        aside={
          more > 0 && first ? (
            <Button look="quiet" onClick={() => patch({ alarmList: { ...view.alarmList, tab: tabOf(first) } })}>
              {t('hidden.more', { count: format.number(more) })}
            </Button>
          ) : undefined
        }
      />
      <ul>
        {alarms.slice(0, MOST).map((alarm) => (
          <Row key={alarm.id} alarm={alarm} />
        ))}
      </ul>
    </section>
  )
}
