import type { Residual } from '../../domain/balance/balance.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import type { Outcome } from '../../domain/statistics/outcome.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { meterCode } from './meter-code.ts'

const HOURS = 24

/**
 * What a negative residual of the last 24 hours means, in words: its share and the meters to check, by the codes that
 * are painted on them. Null where the residual is not negative.
 *
 * @param percent share that the words name; where there is none they name the flow
 */
export function useResidualWords(index: ParkIndex): (residual: Residual, percent: Outcome<number>) => string | null {
  const t = useText('water')
  const format = useFormat()
  return ({ value, verdict, suspects }, percent) => {
    if (value >= 0) return null
    const share = percent.ok ? format.quantity(percent.value, '%', 1) : format.quantity(value / HOURS, 'm3/h', 1)
    if (verdict === 'within-uncertainty') return t('residual.within', { value: share })
    const codes = [...new Set(suspects.map(({ id }) => meterCode(index, id)))]
    if (codes.length === 0) return t('residual.negative', { value: share })
    return t('residual.check', { value: share, count: codes.length, meters: format.list(codes) })
  }
}
