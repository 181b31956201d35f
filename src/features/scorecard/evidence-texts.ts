import { useMemo } from 'react'
import type { LocalizedText } from '../../contract/primitives.ts'
import type { RegisterId, RegisterSet } from '../../contract/registers.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import type { Evidence } from '../../domain/scorecard/scorecard-types.ts'
import { useFormat, useLocale } from '../../i18n/format.ts'
import { useOptionalText, useText } from '../../i18n/use-text.ts'
import { dayMs } from './criterion-texts.ts'

/** One thing behind a figure, in words. */
export interface EvidenceText {
  title: string
  detail: string
  /** Where it leads: a meter's point, or the row of a register. */
  point: { assetId: string; pointId: string; code: string } | null
  /** When it was measured, made or entered. */
  period: string
}

type AnyRow = Readonly<Record<string, unknown>> & {
  id: string
  texts?: Readonly<Record<string, LocalizedText>> | undefined
}

const textOf = (row: AnyRow, key: string): string | null => {
  const value = row[key]
  return typeof value === 'string' && value !== '' ? value : null
}

/** Rows of every register by register and id. */
function rowsById(registers: RegisterSet): ReadonlyMap<string, AnyRow> {
  const found = new Map<string, AnyRow>()
  for (const [registerId, rows] of Object.entries(registers)) {
    for (const row of rows) found.set(`${registerId}:${row.id}`, row)
  }
  return found
}

/** Names meters, rows, documents and facts the way people know them. */
export function useEvidenceText(index: ParkIndex, registers: RegisterSet): (evidence: Evidence) => EvidenceText {
  const t = useText('scorecard')
  const words = useText('words')
  const format = useFormat()
  const locale = useLocale()
  const optional = useOptionalText('scorecard')
  const optionText = useOptionalText('registers')
  const factText = useOptionalText('facts')
  const rows = useMemo(() => rowsById(registers), [registers])
  const nameOf = (tenantId: string | null): string | null =>
    tenantId === null ? null : (index.tenantById.get(tenantId)?.name ?? null)
  const pointOf = (id: string | null): EvidenceText['point'] => {
    const point = id === null ? undefined : index.pointById.get(id)
    const asset = point === undefined ? undefined : index.assetById.get(point.assetId)
    return point === undefined || asset === undefined
      ? null
      : { assetId: asset.id, pointId: point.id, code: asset.code }
  }
  const dateOf = (text: string | null): string => (text === null ? '' : format.date(dayMs(text)))
  const rowText = (registerId: RegisterId, id: string): EvidenceText => {
    const row = rows.get(`${registerId}:${id}`)
    if (row === undefined) return { title: id, detail: '', point: null, period: '' }
    const key = textOf(row, 'key')
    const kind = textOf(row, 'kind')
    const written = (field: string): string | null => row.texts?.[field]?.[locale] ?? textOf(row, field)
    const own =
      written('title') ??
      written('summary') ??
      written('subject') ??
      textOf(row, 'number') ??
      (key === null ? null : optional(`statement.${key}`, key)) ??
      (kind === null ? null : optionText(`option.${kind}`, kind)) ??
      textOf(row, 'code')
    const tenant = nameOf(textOf(row, 'tenantId'))
    const from = textOf(row, 'measuredFrom')
    const to = textOf(row, 'measuredTo')
    const day = [
      'asOf',
      'issuedOn',
      'heldOn',
      'decidedOn',
      'receivedOn',
      'occurredAt',
      'generatedOn',
      'agreedOn',
      'due',
    ]
    const single = day.map((one) => textOf(row, one)).find((one) => one !== null) ?? null
    return {
      title: tenant ?? own ?? id,
      detail: tenant === null ? t(`register.${registerId}`) : (own ?? t(`register.${registerId}`)),
      point: pointOf(textOf(row, 'pointId')),
      period: from !== null && to !== null ? `${dateOf(from)} – ${dateOf(to)}` : dateOf(single),
    }
  }
  return ({ kind, id, registerId }) => {
    if (registerId !== null) return rowText(registerId, id)
    if (kind === 'meter') {
      const point = index.pointById.get(id)
      const asset = point === undefined ? undefined : index.assetById.get(point.assetId)
      if (point === undefined || asset === undefined) return { title: id, detail: '', point: null, period: '' }
      const owner = nameOf(asset.tenantId) ?? asset.name?.[locale] ?? words(`asset.${asset.kind}`)
      return {
        title: owner,
        detail: words(`point.${point.kind}`),
        point: pointOf(id),
        period: t('evidence.twelveMonths'),
      }
    }
    return { title: factText(id, id), detail: t('evidence.fact'), point: null, period: '' }
  }
}
