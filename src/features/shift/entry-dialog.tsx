import { useState } from 'react'
import { LOG_CATEGORIES, MAX_LOG_TEXT, type LogCategory } from '../../contract/shift.ts'
import { useLocale } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { CheckField, SelectField, TextArea } from '../../ui/fields.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useErrorText } from '../../ui/use-error-text.ts'
import type { Writing } from './writing.ts'
import { useWriteLog } from './use-shift.ts'

/** Writes a new entry, a correction that strikes an old one, or what clears a carried one. */
export function EntryDialog({ parkId, writing, onClose }: { parkId: string; writing: Writing; onClose: () => void }) {
  const t = useText('shift')
  const locale = useLocale()
  const errorText = useErrorText()
  const write = useWriteLog(parkId)
  const old = writing.kind === 'new' ? null : writing.entry
  const [text, setText] = useState(writing.kind === 'correct' ? writing.entry.text : '')
  const [category, setCategory] = useState<LogCategory>(old?.category ?? 'operation')
  const [carry, setCarry] = useState(false)
  const submit = (): void =>
    write.mutate(
      {
        category,
        text,
        language: locale,
        carry,
        refs: old?.refs ?? [],
        range: writing.kind === 'correct' ? writing.entry.range : null,
        strikes: writing.kind === 'correct' ? writing.entry.id : null,
        clears: writing.kind === 'clear' ? writing.entry.id : null,
        ...(writing.kind === 'correct' ? { eventTime: writing.entry.eventTime } : {}),
      },
      { onSuccess: onClose },
    )
  return (
    <FormDialog
      title={t(`entry.${writing.kind}`)}
      submit={t('entry.save')}
      busy={write.isPending}
      blocked={text.trim() === '' ? t('entry.empty') : undefined}
      error={write.isError ? errorText(write.error) : null}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextArea
        label={t('entry.text')}
        value={text}
        onChange={setText}
        rows={5}
        maxLength={MAX_LOG_TEXT}
        hint={t('entry.hint')}
      />
      <SelectField
        label={t('log.category')}
        value={category}
        options={LOG_CATEGORIES.map((id) => ({ id, label: t(`category.${id}`) }))}
        onChange={setCategory}
      />
      {writing.kind === 'new' ? <CheckField label={t('entry.carry')} checked={carry} onChange={setCarry} /> : null}
    </FormDialog>
  )
}
