import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { agendaQueries } from '../../api/agenda-queries.ts'
import { PRIORITIES } from '../../contract/alarm-definitions.ts'
import type { Alarm } from '../../contract/alarms.ts'
import { countAlarms, rankOf, worstMark } from '../../domain/alarms/alarm-list.ts'
import type { WallLayout } from '../../domain/wall/layout.ts'
import { useFormat, useLocale } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useConnection, useDataHealth, useServerNow } from '../../live/hooks.ts'
import { useAlarms } from '../../live/use-alarms.ts'
import { useParkIndex } from '../../session/park-context.ts'
import { useParkId } from '../../session/view.ts'
import { AlarmMark } from '../../ui/alarm-mark.tsx'
import { cx } from '../../ui/cx.ts'
import { boxStyle } from './box.tsx'
import { Part } from './part.tsx'
import styles from './foot.module.css'

const NONE: readonly Alarm[] = []
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** Open alarms by priority; what is zero shows nothing, so that a calm wall holds no colour. */
function Counts({ layout }: { layout: WallLayout }) {
  const t = useText('wall')
  const words = useText('words')
  const format = useFormat()
  const { picture } = useAlarms()
  const counts = useMemo(() => countAlarms(picture ? picture.alarms : NONE), [picture])
  return (
    <ul className={styles.counts} style={boxStyle(layout.foot.counts)} data-box="">
      {PRIORITIES.map((priority) => {
        const count = counts[priority]
        const mark = worstMark(count)
        if (mark === null) return null
        return (
          <li key={priority} className={styles.count} data-symbol="">
            <AlarmMark
              priority={rankOf(priority)}
              state={mark === 'returned' ? 'returned' : 'acknowledged'}
              label={words(`alarm.priority.${priority}`)}
              px={layout.type.mark}
            />
            <b>{format.number(count.open)}</b>
          </li>
        )
      })}
      {picture && PRIORITIES.every((priority) => counts[priority].open === 0) ? (
        <li className={styles.dim}>{t('foot.noAlarms')}</li>
      ) : null}
    </ul>
  )
}

/** What is next due, in one word and its hour. */
function Next({ layout }: { layout: WallLayout }) {
  const t = useText('wall')
  const format = useFormat()
  const parkId = useParkId()
  const now = useServerNow(MINUTE_MS)
  const agenda = useQuery(agendaQueries.list(parkId))
  const next = (agenda.data ?? [])
    .map((item) => ({ item, dueMs: Date.parse(item.due) }))
    .filter(({ dueMs }) => dueMs >= now)
    .toSorted((a, b) => a.dueMs - b.dueMs)[0]
  return (
    <div className={cx(styles.next)} style={boxStyle(layout.foot.next)} data-box="">
      {next ? (
        <>
          <span className={styles.dim}>
            {t('foot.next', {
              time: next.dueMs - now < DAY_MS ? format.timeShort(next.dueMs) : format.dateShort(next.dueMs),
            })}
          </span>
          <span>{t(`due.${next.item.kind}`)}</span>
        </>
      ) : null}
    </div>
  )
}

/** Whether what is shown can be believed: stream, sources, the one that is silent for longest. */
function Health({ layout }: { layout: WallLayout }) {
  const t = useText('wall')
  const shell = useText('shell')
  const format = useFormat()
  const locale = useLocale()
  const index = useParkIndex()
  const { state, sinceMs } = useConnection()
  const { sourcesLive, sourcesTotal, worst } = useDataHealth()
  const now = useServerNow(1000)
  const isUp = state === 'live' || state === 'connecting'
  const word =
    state === 'live'
      ? shell('health.live')
      : state === 'connecting'
        ? shell('health.connecting')
        : t('health.offline', { time: sinceMs > 0 ? format.timeShort(sinceMs) : '–' })
  const gateway = worst ? index?.assetById.get(worst.gatewayId) : undefined
  const ageMs = worst && Number.isFinite(worst.sinceMs) ? now - worst.sinceMs : Number.NaN
  return (
    <div className={styles.health} style={boxStyle(layout.foot.health)} data-box="" data-connection={state}>
      <span className={cx(styles.word, !isUp && styles.hatched)} data-state-word="">
        {word}
      </span>
      {isUp && sourcesTotal > 0 ? (
        <span className={styles.sources}>
          <span className={styles.dim}>{t('health.sources')}</span>{' '}
          <b>
            {format.number(sourcesLive)}/{format.number(sourcesTotal)}
          </b>
        </span>
      ) : null}
      {state === 'live' && gateway && worst ? (
        <span className={styles.worst}>
          <span className={styles.dim}>{gateway.name?.[locale] ?? gateway.code}</span>{' '}
          <b>{t('health.silent', { age: Number.isFinite(ageMs) ? format.age(ageMs) : '' })}</b>
        </span>
      ) : null}
    </div>
  )
}

/** Counts, what is next due, data health and the data mode, on every scene. */
export function WallFoot({ layout }: { layout: WallLayout }) {
  const shell = useText('shell')
  const t = useText('wall')
  const index = useParkIndex()
  return (
    <footer aria-label={shell('health.label')}>
      <div className={styles.bar} style={boxStyle(layout.footBar)} />
      <Part rect={layout.foot.counts}>
        <Counts layout={layout} />
      </Part>
      <Part rect={layout.foot.next}>
        <Next layout={layout} />
      </Part>
      <Part rect={layout.foot.health}>
        <Health layout={layout} />
      </Part>
      <div className={styles.mode} style={boxStyle(layout.foot.mode)} data-box="">
        {index?.park.dataMode === 'simulated' ? (
          <span className={styles.chip} data-data-mode="simulated">
            {t('simulated')}
          </span>
        ) : null}
      </div>
    </footer>
  )
}
