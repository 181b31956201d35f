import type { Alarm } from '../../contract/alarms.ts'
import { PRIORITIES } from '../../contract/alarm-definitions.ts'
import { streamSchema } from '../../contract/asset-kinds.ts'
import {
  ALARM_STATES,
  ALARM_TABS,
  type AlarmTab,
  countAlarms,
  listOf,
  totalOf,
} from '../../domain/alarms/alarm-list.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { type AlarmListView, WHOLE_LIST } from '../../session/alarm-list-view.ts'
import { useView } from '../../session/view.ts'
import { Button } from '../../ui/button.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import { Segmented } from '../../ui/segmented.tsx'
import styles from './list-head.module.css'

interface ChoiceProps<Id extends string> {
  label: string
  all: string
  options: readonly { id: Id; label: string }[]
  value: Id | ''
  onChange: (value: Id | '') => void
}

/** One filter as a list of its own choices; the first one lets everything pass. */
function Choice<Id extends string>({ label, all, options, value, onChange }: ChoiceProps<Id>) {
  return (
    <select
      className={styles.choice}
      aria-label={label}
      value={value}
      data-set={value === '' ? undefined : ''}
      onChange={(event) => onChange(options.find(({ id }) => id === event.target.value)?.id ?? '')}
    >
      <option value="">{all}</option>
      {options.map((option) => (
        <option key={option.id} value={option.id}>
          {option.label}
        </option>
      ))}
    </select>
  )
}

/** Counts, the four lists, and the filters of the one that is open. Everything here is in the address. */
export function ListHead({ alarms, shown }: { alarms: readonly Alarm[]; shown: number }) {
  const t = useText('alarms')
  const words = useText('words')
  const format = useFormat()
  const { view, patch } = useView()
  const list = view.alarmList
  const set = (change: Partial<AlarmListView>): void => patch({ alarmList: { ...list, ...change } })
  const find = useDraft(list.text, (text) => set({ text }))
  const { open, unacked, returned } = totalOf(countAlarms(alarms))
  const countOf = (tab: AlarmTab): number => listOf(alarms, tab).length
  const filtered = shown !== countOf(list.tab)
  const waiting = [
    t('count.unacked', { count: unacked - returned }),
    ...(returned > 0 ? [t('count.returned', { count: returned })] : []),
  ]
  return (
    <header className={styles.head}>
      <h2 className={styles.title}>{t('count.open', { count: open })}</h2>
      <span className={styles.waiting}>{waiting.join(' · ')}</span>
      <span className={styles.space} />
      <span className={styles.filters}>
        <Choice
          label={t('filter.priority')}
          all={t('filter.anyPriority')}
          options={PRIORITIES.map((id) => ({ id, label: words(`alarm.priority.${id}`) }))}
          value={list.priorities[0] ?? ''}
          onChange={(id) => set({ priorities: id === '' ? [] : [id] })}
        />
        <Choice
          label={t('filter.system')}
          all={t('filter.anySystem')}
          options={streamSchema.options.map((id) => ({ id, label: words(`stream.${id}`) }))}
          value={list.streams[0] ?? ''}
          onChange={(id) => set({ streams: id === '' ? [] : [id] })}
        />
        <Choice
          label={t('filter.state')}
          all={t('filter.anyState')}
          options={ALARM_STATES.map((id) => ({ id, label: t(`state.${id}`) }))}
          value={list.states[0] ?? ''}
          onChange={(id) => set({ states: id === '' ? [] : [id] })}
        />
        <input
          type="search"
          className={styles.find}
          aria-label={t('filter.text')}
          placeholder={t('filter.text')}
          value={find.text}
          maxLength={80}
          onChange={(event) => find.type(event.target.value)}
          onBlur={find.leave}
        />
        {filtered ? (
          <Button
            look="quiet"
            onClick={() => {
              find.drop()
              set({ ...WHOLE_LIST, tab: list.tab })
            }}
          >
            {t('filter.clear', { shown: format.number(shown), total: format.number(countOf(list.tab)) })}
          </Button>
        ) : null}
      </span>
      <Segmented
        label={t('tabs')}
        value={list.tab}
        options={ALARM_TABS.map((id) => ({ id, label: `${t(`tab.${id}`)} ${format.number(countOf(id))}` }))}
        onChange={(tab) => set({ tab })}
      />
    </header>
  )
}
