import { newIdempotencyKey } from '../../api/alarm-commands.ts'
import type { Alarm, AlarmMethod } from '../../contract/alarms.ts'
import { tabOf } from '../../domain/alarms/alarm-list.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useRunCommand, useSentCommand } from '../../live/alarm-commands.ts'
import { useViewActions } from '../../session/view.ts'
import { Button } from '../../ui/button.tsx'
import styles from './alarm-detail.module.css'
import { useDenied } from '../../ui/use-denied.ts'
import { useAsk } from './ask-context.ts'
import { CLIENT, useAcknowledge } from './use-acknowledge.ts'
import { useRefusalText } from './use-refusal-text.ts'
import { useShelvingLimit } from './use-shelving-limit.ts'

/** Commands that make sense for an alarm as it stands; the others are not there to be pressed by mistake. */
function offered(alarm: Alarm): AlarmMethod[] {
  const tab = tabOf(alarm)
  if (tab === 'out') return ['placeInService', 'addComment']
  const own: AlarmMethod[] = []
  if (alarm.ackedState && !alarm.confirmedState) own.push('confirm')
  if (alarm.latchedState && alarm.ackedState) own.push('reset')
  own.push('addComment', tab === 'shelved' ? 'unshelve' : 'timedShelve', 'removeFromService')
  return own
}

/** Commands with the reason beside what is not allowed. */
export function CommandBar({ alarm }: { alarm: Alarm }) {
  const t = useText('alarms')
  const format = useFormat()
  const refusal = useRefusalText()
  const ask = useAsk()
  const acknowledge = useAcknowledge()
  const run = useRunCommand()
  const limit = useShelvingLimit()
  const { select, open } = useViewActions()
  const sent = useSentCommand(alarm.id)
  const pending = sent !== null && sent.outcome === null
  const ackRefused = refusal(alarm, 'acknowledge')
  const noteRefused = useDenied('log.write') ?? null
  const methods = offered(alarm)
  const reasons = [...(alarm.ackedState ? [] : [ackRefused]), ...methods.map((method) => refusal(alarm, method))]
  const shown = [...new Set(reasons.filter((reason) => reason !== null))]
  const press = (method: AlarmMethod): void => {
    if (method === 'reset' || method === 'unshelve') {
      void run(alarm, method, { idempotencyKey: newIdempotencyKey(), eventId: alarm.eventId, client: CLIENT })
    } else ask({ kind: 'command', alarm, method })
  }
  const keyHint = alarm.ackedState || tabOf(alarm) !== 'open' ? null : t('hint.space')
  const hint = shown.length > 0 ? shown.join(' · ') : keyHint
  const { assetId } = alarm
  return (
    <div className={styles.commands}>
      {alarm.ackedState || tabOf(alarm) !== 'open' ? null : (
        <Button
          look="primary"
          disabled={ackRefused !== null || pending}
          title={ackRefused ?? undefined}
          onClick={() => acknowledge(alarm)}
        >
          {t(pending ? 'row.sending' : 'command.acknowledge')}
        </Button>
      )}
      {methods.map((method) => {
        const why = refusal(alarm, method)
        return (
          <Button
            key={method}
            disabled={why !== null || pending}
            title={why ?? undefined}
            onClick={() => press(method)}
          >
            {method === 'timedShelve'
              ? t('command.shelveUpTo', { time: format.elapsed(limit(alarm).ms) })
              : t(`command.${method}`)}
          </Button>
        )
      })}
      <Button
        disabled={noteRefused !== null}
        title={noteRefused ?? undefined}
        onClick={() => ask({ kind: 'note', alarm })}
      >
        {t('command.logNote')}
      </Button>
      {assetId === null ? null : (
        <>
          <Button look="quiet" onClick={() => select({ type: 'asset', id: assetId }, alarm.pointId)}>
            {t('command.onMap')}
          </Button>
          <Button look="quiet" onClick={() => open('impact', { selection: { type: 'asset', id: assetId } })}>
            {t('command.impact')}
          </Button>
        </>
      )}
      <span className={styles.hint}>{hint}</span>
    </div>
  )
}
