import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { newIdempotencyKey } from '../../api/alarm-commands.ts'
import { addRegisterRow, changeRegisterRow, registersKey, removeRegisterRow } from '../../api/register-queries.ts'
import type { RegisterId } from '../../contract/registers.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import type { Fault } from '../../domain/registers/faults.ts'
import { rowsOfSheet, sheetRow } from '../../domain/registers/sheet.ts'
import { fieldsOf, validateRow, type RegisterField, type ValidRow } from '../../domain/registers/validate-row.ts'
import { isoDateOf } from '../../domain/time/park-zone.ts'
import { useText } from '../../i18n/use-text.ts'
import { useServerNow } from '../../live/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { SelectField, TextField } from '../../ui/fields.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useErrorText } from '../../ui/use-error-text.ts'
import { useRegisterTexts } from './register-texts.ts'

type AnyRow = Readonly<Record<string, unknown>> & { id: string }

export interface RegisterEditorProps {
  index: ParkIndex
  registerId: RegisterId
  /** Row to change; null for a new one. */
  row: AnyRow | null
  mayRemove: boolean
  onClose: () => void
}

/** What is typed, judged as a sheet with one line is: the same rules, the same words. */
function useJudged(props: RegisterEditorProps, typed: Readonly<Record<string, string>>): ValidRow {
  const { index, registerId } = props
  const nowMs = useServerNow(60_000)
  return useMemo(() => {
    const keys = fieldsOf(registerId).map(({ key }) => key)
    const { rows } = rowsOfSheet(
      registerId,
      [
        { line: 1, cells: keys },
        { line: 2, cells: keys.map((key) => typed[key] ?? '') },
      ],
      false,
    )
    return validateRow(registerId, rows[0]?.row ?? {}, {
      tenantIds: new Set(index.tenants.map(({ id }) => id)),
      today: isoDateOf(nowMs, index.park.timeZone),
      nowMs,
    })
  }, [registerId, typed, index, nowMs])
}

interface FieldProps {
  field: RegisterField
  index: ParkIndex
  registerId: RegisterId
  value: string
  fault: Fault | undefined
  onChange: (value: string) => void
}

function Field({ field, index, registerId, value, fault, onChange }: FieldProps) {
  const t = useText('scorecard')
  const { labelOf, optionOf } = useRegisterTexts(index)
  const label = labelOf(registerId, field)
  const error = fault ? t(`fault.${fault.rule}`) : undefined
  const options =
    field.type === 'choice'
      ? (field.options ?? [])
      : field.type === 'yes-no'
        ? ['true', 'false']
        : field.type === 'tenant'
          ? index.tenants.map(({ id }) => String(id))
          : null
  if (options === null) {
    const Input = field.type === 'date' ? DateField : TextField
    return <Input label={label} value={value} onChange={onChange} error={error} />
  }
  return (
    <SelectField
      label={label}
      value={value}
      options={[{ id: '', label: '–' }, ...options.map((id) => ({ id, label: optionOf(field, id) }))]}
      onChange={onChange}
      error={error}
    />
  )
}

/** Adds or changes one row of a register. A lost race says so, and nothing is overwritten. */
export function RegisterEditor(props: RegisterEditorProps) {
  const { index, registerId, row, mayRemove, onClose } = props
  const t = useText('scorecard')
  const errorText = useErrorText()
  const client = useQueryClient()
  const fields = fieldsOf(registerId)
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(() => {
    const cells = row ? sheetRow(registerId, row).slice(1) : []
    return Object.fromEntries(fields.map(({ key }, at) => [key, cells[at] ?? '']))
  })
  const [tried, setTried] = useState(false)
  const judged = useJudged(props, typed)
  const faults = judged.ok ? [] : judged.faults
  const parkId = index.park.id
  const version = typeof row?.['version'] === 'number' ? row['version'] : 1
  const done = async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: registersKey(parkId) })
    onClose()
  }
  const save = useMutation({
    mutationFn: (fieldsNow: Record<string, unknown>) => {
      const idempotencyKey = newIdempotencyKey()
      return row
        ? changeRegisterRow(parkId, registerId, row.id, { row: fieldsNow, version, idempotencyKey })
        : addRegisterRow(parkId, registerId, { row: fieldsNow, idempotencyKey })
    },
    onSuccess: done,
    retry: false,
  })
  const remove = useMutation({
    mutationFn: (id: string) => removeRegisterRow(parkId, registerId, id, version),
    onSuccess: done,
    retry: false,
  })
  const problem: unknown = save.error ?? remove.error
  const whole = tried ? faults.find(({ field }) => field === null) : undefined
  return (
    <FormDialog
      title={t(row ? 'editor.change' : 'editor.add')}
      submit={t('editor.save')}
      busy={save.isPending || remove.isPending}
      error={problem ? errorText(problem) : whole ? t(`fault.${whole.rule}`) : null}
      onSubmit={() => {
        setTried(true)
        if (judged.ok) save.mutate(judged.fields)
      }}
      onClose={onClose}
    >
      {fields.map((field) => (
        <Field
          key={field.key}
          field={field}
          index={index}
          registerId={registerId}
          value={typed[field.key] ?? ''}
          fault={tried ? faults.find((one) => one.field === field.key) : undefined}
          onChange={(value) => setTyped((before) => ({ ...before, [field.key]: value }))}
        />
      ))}
      {row && mayRemove ? <Button onClick={() => remove.mutate(row.id)}>{t('editor.remove')}</Button> : null}
    </FormDialog>
  )
}
