import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { geometryQueries } from '../api/geometry-queries.ts'
import { parkQueries } from '../api/park-queries.ts'
import type { CollectionId, FeatureOf } from '../contract/collections.ts'
import type { LoadCollection } from './data/collection-loader.ts'
import type { ParkMapProps } from './map-types.ts'
import { MapView } from './map-view.tsx'

/** The park on a map: ground, plots, networks and what lives on them. Geometry comes through the query cache. */
export function ParkMap(props: ParkMapProps) {
  const client = useQueryClient()
  const { parkId } = props
  const load: LoadCollection = useCallback(
    <C extends CollectionId>(id: C): Promise<readonly FeatureOf<C>[]> =>
      client.ensureQueryData(geometryQueries.collection(parkId, id)),
    [client, parkId],
  )
  const park = useQuery(parkQueries.detail(parkId)).data
  return (
    <MapView
      key={parkId}
      {...props}
      load={load}
      schematic={park?.planStatus !== 'surveyed'}
      simulated={park?.dataMode === 'simulated'}
    />
  )
}
