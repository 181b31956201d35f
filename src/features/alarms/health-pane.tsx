import { definitionOf, sinceMs } from '../../domain/alarms/alarm-list.ts'
import type { AlarmHealth } from '../../domain/alarms/alarm-health.ts'
import type { Alarm } from '../../contract/alarms.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useAlarms } from '../../live/use-alarms.ts'
import { useView, useViewActions } from '../../session/view.ts'
import { Button } from '../../ui/button.tsx'
import { PanelHeader } from '../../ui/panel.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { useAlarmWords } from '../../ui/use-alarm-words.ts'
import { useErrorText } from '../../ui/use-error-text.ts'
import styles from './alarms-page.module.css'
import pane from './health-pane.module.css'
import { HealthTable } from './health-table.tsx'
import { HealthTiles } from './health-tiles.tsx'
import { RatePanel } from './rate-panel.tsx'
import { useAlarmHealth } from './use-alarm-health.ts'
import { useEntryTitle } from '../../ui/use-entry-title.ts'

function Lists({ health, alarms }: { health: AlarmHealth; alarms: readonly Alarm[] }) {
  const t = useText('alarms')
  const format = useFormat()
  const words = useAlarmWords()
  const titleOf = useEntryTitle()
  const { patch } = useViewActions()
  const nameOf = (alarmId: string): string => titleOf({ alarmId, definitionId: definitionOf(alarmId) })
  const stale = alarms.filter((alarm) => alarm.stale)
  return (
    <div className={pane.lists}>
      <section>
        <PanelHeader title={t('health.top')} />
        <ol>
          {health.top.map(({ alarmId, count }) => (
            <li key={alarmId} className={pane.item}>
              <button type="button" className={pane.link} onClick={() => patch({ alarmId })}>
                {nameOf(alarmId)}
              </button>
              <span>{format.number(count)}</span>
            </li>
          ))}
        </ol>
      </section>
      <section>
        <PanelHeader title={t('health.floods')} />
        {health.floods.length === 0 ? <PanelState kind="empty" text={t('health.noFloods')} /> : null}
        <ul>
          {health.floods.map((flood) => (
            <li key={flood.fromMs} className={pane.item}>
              <span>{`${format.time(flood.fromMs)} – ${format.time(flood.toMs)}`}</span>
              <span>{format.number(flood.count)}</span>
            </li>
          ))}
        </ul>
        <PanelHeader title={t('health.chattering')} />
        {health.chattering.length === 0 ? <PanelState kind="empty" text={t('health.noStale')} /> : null}
        <ul>
          {health.chattering.map((alarmId) => (
            <li key={alarmId} className={pane.item}>
              <button type="button" className={pane.link} onClick={() => patch({ alarmId })}>
                {nameOf(alarmId)}
              </button>
            </li>
          ))}
        </ul>
        <PanelHeader title={t('health.stale')} />
        {stale.length === 0 ? <PanelState kind="empty" text={t('health.noStale')} /> : null}
        <ul>
          {stale.map((alarm) => (
            <li key={alarm.id} className={pane.item}>
              <button type="button" className={pane.link} onClick={() => patch({ alarmId: alarm.id })}>
                {words.title(alarm)}
              </button>
              <span>{format.dateTime(sinceMs(alarm))}</span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

/** Alarm health in full: the rate, every figure against target and action level, and who causes them. */
export function HealthPane() {
  const t = useText('alarms')
  const errorText = useErrorText()
  const { view, patch } = useView()
  const { picture } = useAlarms()
  const day = useAlarmHealth()
  const alarms = picture?.alarms ?? []
  const stale = alarms.filter((alarm) => alarm.stale).length
  return (
    <section className={styles.pane} aria-label={t('health.title')}>
      <header className={styles.paneHead}>
        <Button onClick={() => patch({ alarmList: { ...view.alarmList, pane: 'console' } })}>{t('pane.back')}</Button>
        <b>{t('health.title')}</b>
        <span className={styles.metaCut}>{t('health.meta')}</span>
      </header>
      <div className={pane.scroll}>
        <div className={pane.rate}>
          <RatePanel day={day} />
        </div>
        {day.health ? (
          <>
            <HealthTiles health={day.health} stale={stale} />
            <HealthTable health={day.health} stale={stale} />
            <Lists health={day.health} alarms={alarms} />
          </>
        ) : day.error ? (
          <PanelState kind="error" detail={errorText(day.error)} onRetry={day.retry} />
        ) : (
          <PanelState kind="loading" lines={6} />
        )}
      </div>
    </section>
  )
}
