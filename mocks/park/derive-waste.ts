import type { FeatureOf, NetworkEdgeFeature } from '../../src/contract/collections.ts'
import type { Position } from '../../src/contract/geojson.ts'
import type { ParkModel } from './park-model.ts'
import type { SimulationFile, SimulationParams } from './simulation-file.ts'

/** Positions of a closed round, leg after leg, along the edges of its route. */
function routeOf(vehicleId: string, edges: readonly NetworkEdgeFeature[]): Position[] {
  const legs = edges.filter((edge) => edge.properties.group === vehicleId)
  return legs.flatMap((leg, i) => (i === 0 ? leg.geometry.coordinates : leg.geometry.coordinates.slice(1)))
}

/** Fills in the rounds of vehicles from the edges of the route network, so that a park's files carry them once. */
export function fillRoutes(file: SimulationFile, edges: readonly NetworkEdgeFeature[]): SimulationParams {
  const vehicles = file.waste.vehicles.map((vehicle) => {
    const route = vehicle.route ?? routeOf(vehicle.assetId, edges)
    if (route.length < 4) throw new Error(`simulation.json: vehicle ${vehicle.assetId} has no route`)
    return { ...vehicle, route }
  })
  return { ...file, waste: { ...file.waste, vehicles } }
}

/** Containers as features, from their assets and the simulator's volumes. */
export function deriveContainers(model: ParkModel): FeatureOf<'containers'>[] {
  const volumes = new Map<string, number>(
    model.simulation.waste.containers.map((container) => [container.assetId, container.volumeM3]),
  )
  return model.assets
    .filter((asset) => asset.kind === 'container')
    .map((asset) => ({
      type: 'Feature',
      id: asset.id,
      geometry: { type: 'Point', coordinates: asset.position },
      properties: {
        stream: asset.wasteStream ?? 'domestic',
        volumeM3: volumes.get(asset.id) ?? 1,
        assetId: asset.id,
        plotId: asset.plotId,
      },
    }))
}
