import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { registerQueries } from '../../api/register-queries.ts'
import type { LocalizedText } from '../../contract/primitives.ts'
import { REGISTERS, type RegisterId, registerIdSchema, type RegisterSet } from '../../contract/registers.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { fieldsOf } from '../../domain/registers/validate-row.ts'
import { sheetHead, sheetRow } from '../../domain/registers/sheet.ts'
import { useFormat } from '../../i18n/format.ts'
import { useRowText } from '../../i18n/row-text.ts'
import { useOptionalText, useText } from '../../i18n/use-text.ts'
import { useView, useViewActions } from '../../session/view.ts'
import { Button } from '../../ui/button.tsx'
import { ListGrid, type ListColumn } from '../../ui/list-grid.tsx'
import { PanelHeader } from '../../ui/panel.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { useDenied } from '../../ui/use-denied.ts'
import { useErrorText } from '../../ui/use-error-text.ts'
import { RegisterEditor } from './register-editor.tsx'
import { RegisterImport } from './register-import.tsx'
import { useRegisterTexts } from './register-texts.ts'
import { SheetExports } from './sheet-exports.tsx'
import styles from './registers.module.css'

type AnyRow = Readonly<Record<string, unknown>> & {
  id: string
  texts?: Readonly<Record<string, LocalizedText>> | undefined
}
const FIRST: RegisterId = 'recp-solutions'
const SHOWN_COLUMNS = 8
/** Columns of names and sentences, by type of field. */
const WIDE_REM: Readonly<Record<string, number>> = { tenant: 12, text: 10 }

/** As wide as the longest id needs, within reason. */
function idRem(rows: readonly AnyRow[]): number {
  const longest = rows.reduce((most, { id }) => Math.max(most, id.length), 0)
  return Math.min(9, Math.max(3.5, longest * 0.5 + 0.75))
}

function Audit({ parkId, registerId, rowId }: { parkId: string; registerId: RegisterId; rowId: string }) {
  const t = useText('scorecard')
  const shell = useOptionalText('shell')
  const format = useFormat()
  const errorText = useErrorText()
  const audit = useQuery(registerQueries.audit(parkId, registerId, rowId))
  if (audit.isPending) return <PanelState kind="loading" />
  if (audit.isError) {
    return <PanelState kind="error" detail={errorText(audit.error)} onRetry={() => void audit.refetch()} />
  }
  if (audit.data.length === 0) return <PanelState kind="empty" text={t('registers.unchanged')} />
  return (
    <ul>
      {audit.data.map((entry) => (
        <li key={entry.id} className={styles.entry}>
          <span>{format.dateTime(Date.parse(entry.at))}</span>
          <span>{shell(`role.${entry.role}`, entry.role)}</span>
          <span>{t(`audit.${entry.action}`)}</span>
        </li>
      ))}
    </ul>
  )
}

interface RowDetailProps {
  index: ParkIndex
  registerId: RegisterId
  row: AnyRow
  /** Opens the form for this row; null where its register is kept as it is. */
  onChange: (() => void) | null
  denied: string | undefined
}

function RowDetail({ index, registerId, row, onChange, denied }: RowDetailProps) {
  const t = useText('scorecard')
  const { select } = useViewActions()
  const { labelOf, nameOf, cellOf } = useRegisterTexts(index)
  const rowText = useRowText()
  const fields = fieldsOf(registerId)
  const point = typeof row['pointId'] === 'string' ? index.pointById.get(row['pointId']) : undefined
  return (
    <aside className={styles.detail} aria-label={t('registers.row')}>
      <PanelHeader
        title={row.id}
        meta={t(`register.${registerId}`)}
        aside={
          onChange ? (
            <Button disabled={denied !== undefined} title={denied} onClick={onChange}>
              {t('editor.change')}
            </Button>
          ) : null
        }
      />
      <dl className={styles.fields}>
        <div>
          <dt>{nameOf(registerId, 'id')}</dt>
          <dd>{row.id}</dd>
        </div>
        {fields.map((field) => (
          <div key={field.key}>
            <dt>{labelOf(registerId, field)}</dt>
            <dd>
              {field.key === 'pointId' && point !== undefined ? (
                <button
                  type="button"
                  className={styles.link}
                  title={t('evidence.openMeter')}
                  onClick={() => select({ type: 'asset', id: point.assetId }, point.id)}
                >
                  {point.id}
                </button>
              ) : (
                cellOf(registerId, field.key, rowText(row, field.key))
              )}
            </dd>
          </div>
        ))}
      </dl>
      <PanelHeader title={t('registers.audit')} />
      <Audit parkId={index.park.id} registerId={registerId} rowId={row.id} />
    </aside>
  )
}

/** Registers behind the criteria: rows by the columns of their sheet, one row in full with its trail, exports. */
export function RegistersView({ index, registers }: { index: ParkIndex; registers: RegisterSet }) {
  const t = useText('scorecard')
  const format = useFormat()
  const { view, patch } = useView()
  const [named = '', rowId = null] = (view.item ?? '').split(':')
  const registerId = registerIdSchema.options.find((id) => id === named) ?? FIRST
  const rows: readonly AnyRow[] = registers[registerId]
  const open = rows.find(({ id }) => id === rowId) ?? null
  const head = sheetHead(registerId)
  const { nameOf, labelOf, cellOf } = useRegisterTexts(index)
  const rowText = useRowText()
  const columns: ListColumn<AnyRow>[] = [
    { id: 'id', label: nameOf(registerId, 'id'), rem: idRem(rows), cell: ({ id }) => id },
    ...fieldsOf(registerId)
      .slice(0, SHOWN_COLUMNS - 1)
      .map((field, at) => ({
        id: field.key,
        label: labelOf(registerId, field),
        rem: WIDE_REM[field.type] ?? 7.5,
        grow: at === 1,
        drop: at,
        cell: (row: AnyRow) => cellOf(registerId, field.key, rowText(row, field.key)),
      })),
  ]
  const { change, removal } = REGISTERS[registerId]
  const denied = useDenied('plan.edit')
  const [dialog, setDialog] = useState<'add' | 'change' | 'import' | null>(null)
  const close = (): void => setDialog(null)
  const rule = change ? (removal ? 'registers.open' : 'registers.kept') : 'registers.fixed'
  return (
    <div className={styles.columns} data-row={open === null ? undefined : ''}>
      <nav className={styles.index} aria-label={t('registers.list')}>
        {registerIdSchema.options.map((id) => (
          <button
            key={id}
            type="button"
            className={styles.register}
            aria-current={id === registerId ? 'true' : undefined}
            onClick={() => patch({ item: id })}
          >
            <span>{t(`register.${id}`)}</span>
            <span className={styles.count}>{format.number(registers[id].length)}</span>
          </button>
        ))}
      </nav>
      <section className={styles.rows} aria-label={t('registers.rows', { register: t(`register.${registerId}`) })}>
        <PanelHeader
          title={t(`register.${registerId}`)}
          meta={t(rule)}
          aside={
            <>
              <Button disabled={denied !== undefined} title={denied} onClick={() => setDialog('add')}>
                {t('editor.add')}
              </Button>
              <Button disabled={denied !== undefined} title={denied} onClick={() => setDialog('import')}>
                {t('import.title')}
              </Button>
              <SheetExports
                name={`${index.park.id}-${registerId}`}
                rows={() => [head, ...rows.map((row) => sheetRow(registerId, row))]}
              />
            </>
          }
        />
        {rows.length === 0 ? (
          <PanelState kind="empty" />
        ) : (
          <ListGrid
            label={t(`register.${registerId}`)}
            columns={columns}
            rows={rows}
            keyOf={({ id }) => id}
            selected={rowId}
            onOpen={({ id }) => patch({ item: `${registerId}:${id}` })}
            sort={null}
            onSort={() => undefined}
          />
        )}
      </section>
      {open === null ? null : (
        <RowDetail
          index={index}
          registerId={registerId}
          row={open}
          onChange={change ? () => setDialog('change') : null}
          denied={denied}
        />
      )}
      {dialog === 'import' ? (
        <RegisterImport index={index} registerId={registerId} mayReplace={change} onClose={close} />
      ) : null}
      {dialog === 'add' || (dialog === 'change' && open !== null) ? (
        <RegisterEditor
          index={index}
          registerId={registerId}
          row={dialog === 'change' ? open : null}
          mayRemove={removal}
          onClose={close}
        />
      ) : null}
    </div>
  )
}
