import { useMemo, useState, type ReactNode } from 'react'
import {
  isSameExceptions,
  limitException,
  lostException,
  sortExceptions,
  type ExceptionItem,
} from '../domain/exceptions/exceptions.ts'
import { canJudgeSilence } from '../domain/exceptions/silence.ts'
import { notAlarms } from '../domain/exceptions/not-alarms.ts'
import { useConnection, useLiveReadings, useServerNow } from '../live/hooks.ts'
import type { LiveReading } from '../live/live-store.ts'
import { useDeferredAlarms } from '../live/use-alarms.ts'
import { ExceptionsContext } from '../session/exceptions-context.ts'
import { useParkIndex } from '../session/park-context.ts'

function isFresh(reading: LiveReading | null): boolean {
  return reading !== null && (reading.freshness === 'live' || reading.freshness === 'late')
}

/** Judges points with limits and gateways at most once a second, for strip, side column and map alike. */
export function ExceptionsProvider({ children }: { children: ReactNode }) {
  const index = useParkIndex()
  const watched = useMemo(() => {
    const limited = index?.points.filter((point) => point.limits.length > 0) ?? []
    const links = index?.pointsByKind.get('link-state') ?? []
    const gateways = links.flatMap((point) => {
      const asset = index?.assetById.get(point.assetId)
      if (asset?.kind !== 'gateway') return []
      return [{ asset, point, members: index?.pointsByGateway.get(asset.id)?.length ?? 0 }]
    })
    const periodMs = Math.max(0, ...gateways.map(({ point }) => point.periodMs))
    return {
      limited,
      gateways,
      periodMs,
      ids: [...limited, ...gateways.map(({ point }) => point)].map((point) => point.id),
    }
  }, [index])
  const readings = useLiveReadings(watched.ids)

  const connection = useConnection()
  const now = useServerNow(1000)
  const links = useMemo(() => readings.slice(watched.limited.length), [watched, readings])
  const judged = useMemo(
    () => watched.gateways.map(({ asset, members }, i) => lostException(asset, links[i] ?? null, members)),
    [watched, links],
  )
  // Times of the connection are this machine's; server time less the skew is that clock.
  const canJudge = canJudgeSilence(
    {
      connected: connection.state === 'live',
      connectedMs: now - connection.clockSkewMs - connection.sinceMs,
      periodMs: watched.periodMs,
    },
    links,
  )
  const [lastLost, setLastLost] = useState<readonly (ExceptionItem | null)[] | null>(null)
  if (canJudge && lastLost !== judged) setLastLost(judged)
  const lost = canJudge ? judged : lastLost

  const { picture } = useDeferredAlarms()
  const items = useMemo(() => {
    if (lost === null || !readings.some(isFresh)) return null
    const limited = watched.limited.map((point, i) => limitException(point, readings[i] ?? null))
    const found = [...limited, ...lost].filter((item) => item !== null)
    return sortExceptions(picture ? notAlarms(found, picture.alarms) : found)
  }, [watched, readings, lost, picture])
  // The same exceptions keep their identity, so that nothing below draws again.
  const [shown, setShown] = useState<readonly ExceptionItem[] | null>(null)
  const same = shown === items || (shown !== null && items !== null && isSameExceptions(shown, items))
  if (!same) setShown(items)
  return <ExceptionsContext value={same ? shown : items}>{children}</ExceptionsContext>
}
