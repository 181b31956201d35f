import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { registerQueries } from '../../api/register-queries.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { useFormat } from '../../i18n/format.ts'
import { useRowText } from '../../i18n/row-text.ts'
import type { MapExchange } from '../../map/map-types.ts'

export interface ExchangeFeedProps {
  index: ParkIndex
  onExchanges: (exchanges: readonly MapExchange[]) => void
}

/** Reads the by-product exchanges while the map shows their layer; draws nothing itself. */
export function ExchangeFeed({ index, onExchanges }: ExchangeFeedProps) {
  const format = useFormat()
  const rowText = useRowText()
  const rows = useQuery(registerQueries.rows(index.park.id, 'symbiosis-exchanges')).data
  const exchanges = useMemo(() => {
    const plotOf = (tenantId: string | null): string | null =>
      (tenantId === null ? undefined : index.tenantById.get(tenantId)?.plotIds[0]) ?? null
    const tonnes = (amount: number | null): string => (amount === null ? '–' : format.number(amount, 1))
    return (rows ?? []).map((row): MapExchange => {
      const { id, giverTenantId, takerTenantId, contractedTPerMonth, actualTPerMonth } = row
      return {
        id,
        label: `${rowText(row, 'title')}  ${tonnes(actualTPerMonth)} / ${tonnes(contractedTPerMonth)} t`,
        fromPlotId: plotOf(giverTenantId),
        toPlotId: plotOf(takerTenantId),
        contracted: contractedTPerMonth,
        actual: actualTPerMonth,
      }
    })
  }, [rows, index, format, rowText])
  useEffect(() => onExchanges(exchanges), [exchanges, onExchanges])
  return null
}
