import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { geometryQueries } from '../../api/geometry-queries.ts'
import type { Position } from '../../contract/geojson.ts'
import { linesNear } from '../../domain/shift/permits.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import styles from './shift.module.css'

/** What lies in the ground within five metres of a dig. Not knowing is said as such. */
export function BuriedLines({ parkId, position }: { parkId: string; position: Position }) {
  const t = useText('shift')
  const words = useText('words')
  const format = useFormat()
  const edges = useQuery(geometryQueries.collection(parkId, 'network-edges'))
  const near = useMemo(
    () =>
      edges.data
        ? linesNear(
            position,
            edges.data
              .filter((edge) => edge.properties.network !== 'waste-route')
              .map((edge) => ({
                id: edge.id,
                network: edge.properties.network,
                path: edge.geometry.coordinates,
              })),
          )
        : null,
    [edges.data, position],
  )
  if (near === null)
    return <span className={styles.small}>{t(edges.isError ? 'permit.linesUnknown' : 'permit.linesLoading')}</span>
  if (near.length === 0) return <span className={styles.small}>{t('permit.noLines')}</span>
  return (
    <strong className={styles.small}>
      {t('permit.lines', {
        list: near
          .slice(0, 4)
          .map(({ line, metres }) => `${words(`network.${line.network}`)} ${format.quantity(metres, 'm', 1)}`)
          .join(', '),
      })}
    </strong>
  )
}
