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

const ACKNOWLEDGE = 'acknowledge'

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

interface Command {
  id: string
  label: string
  /** Why it is refused; null where it is not. */
  why: string | null
  /** Waits for an answer of the server before it can be pressed again. */
  isSent: boolean
  press: () => void
}

/** What may be done first, then what may not with the reason right behind it. */
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
  const noteRefused = useDenied('log.write') ?? null
  const pending = sent !== null && sent.outcome === null
  const press = (method: AlarmMethod): void => {
    if (method === 'reset' || method === 'unshelve') {
      void run(alarm, method, { idempotencyKey: newIdempotencyKey(), eventId: alarm.eventId, client: CLIENT })
    } else ask({ kind: 'command', alarm, method })
  }
  const toSend: Command[] = offered(alarm).map((method) => ({
    id: method,
    label:
      method === 'timedShelve'
        ? t('command.shelveUpTo', { time: format.elapsed(limit(alarm).ms) })
        : t(`command.${method}`),
    why: refusal(alarm, method),
    isSent: true,
    press: () => press(method),
  }))
  const canAcknowledge = !alarm.ackedState && tabOf(alarm) === 'open'
  if (canAcknowledge) {
    toSend.unshift({
      id: ACKNOWLEDGE,
      label: t(pending ? 'row.sending' : 'command.acknowledge'),
      why: refusal(alarm, 'acknowledge'),
      isSent: true,
      press: () => acknowledge(alarm),
    })
  }
  const { assetId } = alarm
  const others: Command[] = [
    {
      id: 'note',
      label: t('command.logNote'),
      why: noteRefused,
      isSent: false,
      press: () => ask({ kind: 'note', alarm }),
    },
  ]
  if (assetId !== null) {
    const asset = { type: 'asset', id: assetId } as const
    others.push(
      {
        id: 'map',
        label: t('command.onMap'),
        why: null,
        isSent: false,
        press: () => select(asset, alarm.pointId),
      },
      {
        id: 'impact',
        label: t('command.impact'),
        why: null,
        isSent: false,
        press: () => open('impact', { selection: asset }),
      },
    )
  }
  const commands = [...toSend, ...others]
  const refused = commands.filter(({ why }) => why !== null)
  // The note's own reason would tell the same role a second time: it stays in the button's title.
  const reasons = [...new Set(toSend.flatMap(({ why }) => why ?? []))]
  const keyHint = canAcknowledge ? t('hint.space') : null
  return (
    <div className={styles.commands}>
      {[...commands.filter(({ why }) => why === null), ...refused].map(({ id, label, why, isSent, press: onPress }) => (
        <Button
          key={id}
          look={id === ACKNOWLEDGE ? 'primary' : 'plain'}
          disabled={why !== null || (isSent && pending)}
          title={why ?? undefined}
          onClick={onPress}
        >
          {label}
        </Button>
      ))}
      <span className={styles.hint}>{reasons.length > 0 ? reasons.join(' · ') : keyHint}</span>
    </div>
  )
}
