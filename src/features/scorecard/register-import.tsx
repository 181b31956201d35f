import { useRef, useState } from 'react'
import { FAULT_RULES } from '../../domain/registers/faults.ts'
import type { RegisterId } from '../../contract/registers.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { CheckField } from '../../ui/fields.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useErrorText } from '../../ui/use-error-text.ts'
import { useRegisterTexts } from './register-texts.ts'
import styles from './registers.module.css'
import { type ImportState, type RefusedLine, useImport } from './use-import.ts'

const SHOWN_LINES = 200

function Refusals({ lines, nameOf }: { lines: readonly RefusedLine[]; nameOf: (field: string) => string }) {
  const t = useText('scorecard')
  const rows = lines.slice(0, SHOWN_LINES).map((one, at) => ({ one, id: `refused-${at}` }))
  return (
    <ol className={styles.refused}>
      {rows.map(({ id, one: { line, field, rule, detail } }) => {
        const known = FAULT_RULES.find((name) => name === rule)
        return (
          <li key={id} title={detail}>
            {t('import.line', { line })} <b>{field === null ? '' : nameOf(field)}</b>{' '}
            {known ? t(`fault.${known}`) : rule}
          </li>
        )
      })}
    </ol>
  )
}

function Progress({ state, nameOf }: { state: ImportState; nameOf: (field: string) => string }) {
  const t = useText('scorecard')
  const format = useFormat()
  const errorText = useErrorText()
  const { sent, total } = state
  return (
    <div aria-live="polite">
      <progress className={styles.progress} value={sent ?? 0} max={Math.max(1, total)} aria-label={t('import.title')} />
      <p>
        {sent === null && !state.done
          ? t('import.reading')
          : t('import.result', {
              accepted: format.number(state.accepted),
              refused: format.number(new Set(state.refused.map(({ line }) => line)).size),
              total: format.number(total),
            })}
      </p>
      {state.problem === null ? null : <p className={styles.problem}>{errorText(state.problem)}</p>}
      <Refusals lines={state.refused} nameOf={nameOf} />
    </div>
  )
}

export interface RegisterImportProps {
  index: ParkIndex
  registerId: RegisterId
  /** Rows of this register may be changed by a sheet. */
  mayReplace: boolean
  onClose: () => void
}

/** Takes a CSV or XLSX file into a register: good rows are kept, each refused one is named by line and field. */
export function RegisterImport({ index, registerId, mayReplace, onClose }: RegisterImportProps) {
  const t = useText('scorecard')
  const { nameOf } = useRegisterTexts(index)
  const [file, setFile] = useState<File | null>(null)
  const [replace, setReplace] = useState(false)
  const picker = useRef<HTMLInputElement>(null)
  const { state, run, clear } = useImport(index.park.id, registerId)
  const busy = state !== null && !state.done
  return (
    <FormDialog
      title={t('import.title')}
      submit={state?.done ? t('import.close') : t('import.start')}
      busy={busy}
      blocked={file === null ? t('import.pick') : undefined}
      onSubmit={() => {
        if (state?.done) onClose()
        else if (file) void run(file, replace)
      }}
      onClose={onClose}
    >
      <p className={styles.soft}>{t('import.hint')}</p>
      <input
        ref={picker}
        type="file"
        accept=".csv,.xlsx"
        hidden
        aria-label={t('import.pick')}
        onChange={(event) => {
          setFile(event.target.files?.[0] ?? null)
          clear()
        }}
      />
      <Button disabled={busy} onClick={() => picker.current?.click()}>
        {file?.name ?? t('import.pick')}
      </Button>
      {mayReplace ? (
        <CheckField label={t('import.replace')} checked={replace} onChange={setReplace} disabled={busy} />
      ) : null}
      {state ? <Progress state={state} nameOf={(field) => nameOf(registerId, field)} /> : null}
    </FormDialog>
  )
}
