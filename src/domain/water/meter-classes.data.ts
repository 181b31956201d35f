import type { AssetKind } from '../../contract/asset-kinds.ts'
import type { Source } from '../../contract/primitives.ts'

/** Accuracy class of a kind of meter: largest error in per cent of the reading; null when it is not known. */
interface MeterClass {
  percent: number | null
  source: Source
}

const ISO_4064: Source = {
  title: 'ISO 4064-1:2014 accuracy class 2, upper flow range; that the meters are of this class is assumed',
  year: 2014,
  confidence: 'low',
}
const UNKNOWN: Source = {
  title: 'No class stated for open-channel and discharge meters',
  year: null,
  confidence: 'low',
}

/** Classes by kind, until a park states its own. */
const METER_CLASSES = {
  'water-plant': { percent: 2, source: ISO_4064 },
  'district-meter': { percent: 2, source: ISO_4064 },
  'water-meter': { percent: 2, source: ISO_4064 },
  'wastewater-plant': { percent: null, source: UNKNOWN },
  'sewer-meter': { percent: null, source: UNKNOWN },
} as const satisfies Partial<Record<AssetKind, MeterClass>>

/** Accuracy of a kind in per cent of the reading, or null. */
export function accuracyOf(kind: AssetKind): number | null {
  const classes: Partial<Record<AssetKind, MeterClass>> = METER_CLASSES
  return classes[kind]?.percent ?? null
}
