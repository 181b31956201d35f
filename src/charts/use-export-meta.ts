import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/use-text.ts'
import type { ExportMeta } from './export-meta.ts'

export interface ExportOf {
  title: string
  /** Unit symbol; empty where the columns carry their own. */
  unit: string
  fromMs: number
  toMs: number
  source: string
  simulated: boolean
}

/** What an export says about itself, in the language of the screen and the park's zone. */
export function useExportMeta({ title, unit, fromMs, toMs, source, simulated }: ExportOf): ExportMeta {
  const t = useText('chart')
  const shell = useText('shell')
  const format = useFormat()
  return {
    title,
    unit,
    period: `${format.isoLocal(fromMs)} – ${format.isoLocal(toMs)}`,
    zone: `${format.zone} (${format.zoneLabel(toMs)})`,
    source,
    dataMode: simulated ? shell('simulated') : null,
    asOf: t('asOf', { time: format.isoLocal(toMs) }),
    span: { fromMs, toMs },
  }
}
