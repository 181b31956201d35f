import { useState } from 'react'
import { newIdempotencyKey } from '../../api/alarm-commands.ts'
import { type Alarm, type AlarmCommand, type AlarmMethod, MAX_COMMENT } from '../../contract/alarms.ts'
import { needsComment } from '../../domain/alarms/command-guard.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { type CommandOutcome, dismissCommand, useRunCommand } from '../../live/alarm-commands.ts'
import { CheckField, SelectField, TextArea } from '../../ui/fields.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useAlarmWords } from '../../ui/use-alarm-words.ts'
import { useErrorText } from '../../ui/use-error-text.ts'
import styles from './alarm-detail.module.css'
import { CLIENT } from './use-acknowledge.ts'
import { useShelvingLimit } from './use-shelving-limit.ts'
import { WorkOrderField } from './work-order-field.tsx'

const MINUTE_MS = 60_000
const TIMES_MS = [15, 30, 60, 120, 240].map((minutes) => minutes * MINUTE_MS)
const USUAL_MS = 30 * MINUTE_MS
/** Choice of the longest time: the server works it out when it takes the command. */
const LONGEST = 'longest'

export interface CommandDialogProps {
  alarm: Alarm
  method: AlarmMethod
  onClose: () => void
}

/** Asks what a command has to say: a comment, a reason with an end, or the work order. */
export function CommandDialog({ alarm, method, onClose }: CommandDialogProps) {
  const t = useText('alarms')
  const format = useFormat()
  const words = useAlarmWords()
  const errorText = useErrorText()
  const run = useRunCommand()
  const limit = useShelvingLimit()(alarm)
  // One key for this form: a second press after a lost answer does nothing twice.
  const [key] = useState(newIdempotencyKey)
  const [text, setText] = useState('')
  const [workOrder, setWorkOrder] = useState('')
  const [oneShot, setOneShot] = useState(false)
  // A time that ran out while the form was open becomes the longest one there is.
  const times = TIMES_MS.filter((ms) => ms < limit.ms - MINUTE_MS)
  const [picked, setPicked] = useState(USUAL_MS)
  const durationMs = times.find((ms) => ms === picked) ?? null
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<CommandOutcome | null>(null)
  const shelves = method === 'timedShelve'
  const handover = format.timeShort(limit.handoverMs)
  const needsText = shelves || method === 'addComment' || (method === 'acknowledge' && needsComment(alarm))
  const blocked =
    needsText && text.trim() === ''
      ? t(shelves ? 'form.reasonNeeded' : 'form.commentNeeded')
      : method === 'removeFromService' && workOrder.trim() === ''
        ? t('form.workOrderNeeded')
        : undefined

  const body = (): AlarmCommand => {
    const common = { idempotencyKey: key, eventId: alarm.eventId, client: CLIENT }
    const comment = text.trim()
    if (shelves) return { ...common, reason: comment, ...(durationMs === null ? {} : { durationS: durationMs / 1000 }) }
    if (method === 'removeFromService') {
      return { ...common, workOrder: workOrder.trim(), ...(comment === '' ? {} : { comment }) }
    }
    return { ...common, ...(comment === '' ? {} : { comment }) }
  }
  const submit = async (): Promise<void> => {
    setBusy(true)
    const result = await run(alarm, shelves && oneShot ? 'oneShotShelve' : method, body())
    setBusy(false)
    // A lost race is told beside the alarm, with its new state; everything else is told where it can be put right.
    if (result.kind === 'done' || result.kind === 'conflict') onClose()
    else {
      dismissCommand(alarm.id)
      setOutcome(result)
    }
  }
  const error =
    outcome?.kind === 'refused'
      ? [outcome.field, outcome.detail].filter(Boolean).join(': ')
      : outcome?.kind === 'failed'
        ? errorText(outcome.error)
        : null
  return (
    <FormDialog
      title={t(`command.${method}`)}
      submit={t(method === 'acknowledge' && alarm.priority === 'P1' ? 'form.confirmCritical' : `command.${method}`)}
      busy={busy}
      blocked={blocked}
      error={error}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <p className={styles.asked}>
        <b>{words.title(alarm)}</b>
        <span>{`${alarm.tag} · ${words.state(alarm)}`}</span>
      </p>
      {method === 'removeFromService' ? (
        <WorkOrderField alarm={alarm} value={workOrder} onChange={setWorkOrder} />
      ) : null}
      {shelves ? (
        <>
          <SelectField
            label={t('form.duration')}
            hint={t(limit.byHandover ? 'form.limitHandover' : 'form.limit', {
              time: format.elapsed(limit.ms),
              handover,
            })}
            value={durationMs === null ? LONGEST : String(durationMs)}
            options={[
              ...times.map((ms) => ({ id: String(ms), label: format.elapsed(ms) })),
              { id: LONGEST, label: limit.byHandover ? t('form.toHandover', { handover }) : format.elapsed(limit.ms) },
            ]}
            onChange={(id) => setPicked(id === LONGEST ? 0 : Number(id))}
          />
          <CheckField label={t('form.oneShot')} checked={oneShot} onChange={setOneShot} />
        </>
      ) : null}
      <TextArea
        label={t(shelves ? 'form.reason' : needsText ? 'form.comment' : 'form.commentOptional')}
        hint={t('form.plain', { most: format.number(shelves ? 200 : MAX_COMMENT) })}
        value={text}
        maxLength={shelves ? 200 : MAX_COMMENT}
        onChange={setText}
      />
    </FormDialog>
  )
}
