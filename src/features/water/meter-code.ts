import type { ParkIndex } from '../../domain/network/park-index.ts'

/** Code of the meter behind a point, as it is painted on the equipment. */
export function meterCode(index: ParkIndex, pointId: string): string {
  const assetId = index.pointById.get(pointId)?.assetId
  return (assetId === undefined ? undefined : index.assetById.get(assetId)?.code) ?? pointId
}
