import { useMemo, useState, type ReactNode } from 'react'
import {
  isSameExceptions,
  limitException,
  lostException,
  sortExceptions,
  type ExceptionItem,
} from '../domain/exceptions/exceptions.ts'
import { useLiveReadings } from '../live/hooks.ts'
import { ExceptionsContext } from '../session/exceptions-context.ts'
import { useParkIndex } from '../session/park-context.ts'

/** Judges points with limits and gateways at most once a second, for strip, side column and map alike. */
export function ExceptionsProvider({ children }: { children: ReactNode }) {
  const index = useParkIndex()
  const watched = useMemo(() => {
    const limited = index?.points.filter((point) => point.limits.length > 0) ?? []
    const links = index?.points.filter((point) => point.kind === 'link-state') ?? []
    const gateways = links.flatMap((point) => {
      const asset = index?.assetById.get(point.assetId)
      if (asset?.kind !== 'gateway') return []
      return [{ asset, point, members: index?.points.filter((other) => other.gatewayId === asset.id).length ?? 0 }]
    })
    return { limited, gateways, ids: [...limited, ...gateways.map(({ point }) => point)].map((point) => point.id) }
  }, [index])
  const readings = useLiveReadings(watched.ids)

  const items = useMemo(() => {
    if (!readings.some((reading) => reading !== null && reading.freshness !== 'waiting')) return null
    const found = [
      ...watched.limited.map((point, i) => limitException(point, readings[i] ?? null)),
      ...watched.gateways.map(({ asset, members }, i) =>
        lostException(asset, readings[watched.limited.length + i] ?? null, members),
      ),
    ]
    return sortExceptions(found.filter((item) => item !== null))
  }, [watched, readings])
  // The same exceptions keep their identity, so that nothing below draws again.
  const [shown, setShown] = useState<readonly ExceptionItem[] | null>(null)
  const same = shown === items || (shown !== null && items !== null && isSameExceptions(shown, items))
  if (!same) setShown(items)
  return <ExceptionsContext value={same ? shown : items}>{children}</ExceptionsContext>
}
