import { useMemo } from 'react'
import { nameVeil } from '../domain/tenants/aliases.ts'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/use-text.ts'
import { useReplayedInstant } from '../session/view.ts'
import { useParkIndex } from '../session/park-context.ts'
import { useTenantName } from '../ui/use-tenant-name.ts'
import type { ExportMeta } from './export-meta.ts'
import type { TableData } from './table-data.ts'

/** Takes tenants' names out of what is about to become a file, where the park shows aliases on exports. */
export interface ExportVeil {
  text: (text: string) => string
  meta: (meta: ExportMeta) => ExportMeta
  table: (table: TableData) => TableData
}

const OPEN: ExportVeil = { text: (text) => text, meta: (meta) => meta, table: (table) => table }

/** What an export of a replay says of itself: REPLAY and the instant in the park's zone; null while live. */
function useReplayStamp(): string | null {
  const t = useText('shell')
  const format = useFormat()
  const replayedMs = useReplayedInstant()
  return replayedMs === null ? null : `${t('replay.frame')} ${format.isoLocal(replayedMs)}`
}

/** Every export passes through this: an architecture test looks for it beside each download. */
export function useExportVeil(): ExportVeil {
  const index = useParkIndex()
  const aliasOf = useTenantName('export')
  const stamp = useReplayStamp()
  return useMemo(() => {
    const stamped = (meta: ExportMeta): ExportMeta =>
      stamp === null ? meta : { ...meta, dataMode: meta.dataMode === null ? stamp : `${stamp} · ${meta.dataMode}` }
    if (!index?.park.aliases.export) return stamp === null ? OPEN : { ...OPEN, meta: stamped }
    const text = nameVeil(index.tenants, aliasOf)
    return {
      text,
      meta: (meta) => stamped({ ...meta, title: text(meta.title), source: text(meta.source) }),
      table: ({ columns, rows }) => ({
        columns: columns.map((column) => ({ ...column, label: text(column.label) })),
        rows: rows.map((row) => row.map((cell) => (typeof cell === 'string' ? text(cell) : cell))),
      }),
    }
  }, [index, aliasOf, stamp])
}
