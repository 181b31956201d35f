import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { newIdempotencyKey } from '../api/alarm-commands.ts'
import { shiftQueries, writeLog } from '../api/shift-queries.ts'
import { type LogCategory, MAX_LOG_TEXT, type SubjectRef, type TimeRange } from '../contract/shift.ts'
import { useFormat, useLocale } from '../i18n/format.ts'
import { useText } from '../i18n/use-text.ts'
import { useParkId } from '../session/view.ts'
import { CheckField, TextArea } from './fields.tsx'
import { FormDialog } from './form-dialog.tsx'
import styles from './note-dialog.module.css'
import { useErrorText } from './use-error-text.ts'

export interface NoteDialogProps {
  /** Name of what the entry is about, and what stands under it where it has no stretch of time. */
  title: string
  detail: string
  category: LogCategory
  range: TimeRange | null
  refs: SubjectRef[]
  /** What the text begins with; it says nothing by itself. */
  opening?: string
  onClose: () => void
}

/** An entry of the operator log that keeps what it is about and the stretch of time that it speaks of. */
export function NoteDialog({ title, detail, category, range, refs, opening = '', onClose }: NoteDialogProps) {
  const t = useText('chart')
  const format = useFormat()
  const locale = useLocale()
  const errorText = useErrorText()
  const client = useQueryClient()
  const parkId = useParkId()
  // One key for this form: a second press after a lost answer writes nothing twice.
  const [key] = useState(newIdempotencyKey)
  const [text, setText] = useState(opening)
  const [carry, setCarry] = useState(false)
  const write = useMutation({
    mutationFn: () =>
      writeLog(parkId, { idempotencyKey: key, category, text: text.trim(), language: locale, carry, range, refs }),
    onSuccess: () => {
      onClose()
      void client.invalidateQueries({ queryKey: shiftQueries.log(parkId).queryKey })
      void client.invalidateQueries({ queryKey: shiftQueries.handover(parkId).queryKey })
    },
    retry: false,
  })
  const said = text.trim()
  const saysNothing = said.length === 0 || said === opening.trim()
  const span = range
    ? t('note.span', { from: format.dateTime(Date.parse(range.from)), to: format.dateTime(Date.parse(range.to)) })
    : detail
  return (
    <FormDialog
      title={t('note.title')}
      submit={t('note.write')}
      busy={write.isPending}
      blocked={saysNothing ? t('note.needed') : undefined}
      error={write.isError ? errorText(write.error) : null}
      onSubmit={() => write.mutate()}
      onClose={onClose}
    >
      <p className={styles.about}>
        <b>{title}</b>
        <span>{span}</span>
      </p>
      <TextArea
        label={t('note.text')}
        hint={t('note.plain', { most: format.number(MAX_LOG_TEXT) })}
        value={text}
        maxLength={MAX_LOG_TEXT}
        onChange={setText}
      />
      <CheckField label={t('note.carry')} checked={carry} onChange={setCarry} />
    </FormDialog>
  )
}
