import { pointOf, type PlantUnit } from '../../domain/water/plant-units.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { useLiveReadings } from '../../live/hooks.ts'
import styles from './plant.module.css'

/** Box of a drawing in layout pixels; the pipe passes at half its height. */
const WIDTH = 136
const HEIGHT = 96
const MIDDLE = HEIGHT / 2

/** Share of a tank that is full where nothing measures it: it runs over a weir. */
const AT_WEIR = 0.88

function Basin({
  x,
  y,
  width,
  height,
  fill,
  known,
}: {
  x: number
  y: number
  width: number
  height: number
  fill: number
  known: boolean
}) {
  const top = y + height * (1 - fill)
  return (
    <>
      <rect className={styles.shell} x={x} y={y} width={width} height={height} />
      {known ? (
        <>
          <rect
            className={styles.water}
            x={x + 1}
            y={top}
            width={width - 2}
            height={Math.max(0, y + height - top - 1)}
          />
          <line className={styles.surface} x1={x + 1} x2={x + width - 1} y1={top} y2={top} />
        </>
      ) : (
        <rect className={styles.unknown} x={x + 1} y={y + 1} width={width - 2} height={height - 2} />
      )}
    </>
  )
}

function Cone({ x, width }: { x: number; width: number }) {
  const [top, side, bottom] = [MIDDLE - 30, MIDDLE + 10, MIDDLE + 44]
  const middle = x + width / 2
  const surface = MIDDLE - 18
  return (
    <>
      <path className={styles.shell} d={`M${x} ${top}H${x + width}V${side}L${middle} ${bottom} ${x} ${side}Z`} />
      <path
        className={styles.water}
        d={`M${x + 1} ${surface}H${x + width - 1}V${side}L${middle} ${bottom - 1} ${x + 1} ${side}Z`}
      />
      <line className={styles.surface} x1={x + 1} x2={x + width - 1} y1={surface} y2={surface} />
    </>
  )
}

/** Circle of an instrument with its letters (ISA-5.1): L level, F flow, A analysis, T transmitter. */
function Instrument({ x, y, letters }: { x: number; y: number; letters: string }) {
  return (
    <>
      <circle className={styles.instrument} cx={x} cy={y} r={11} />
      <text className={styles.letters} x={x} y={y + 4}>
        {letters}
      </text>
    </>
  )
}

/** Centrifugal pump: circle with a triangle in the direction of flow. */
function Pump({ x }: { x: number }) {
  return (
    <>
      <circle className={styles.shell} cx={x} cy={MIDDLE} r={9} />
      <path className={styles.symbol} d={`M${x - 4} ${MIDDLE - 7}L${x + 9} ${MIDDLE} ${x - 4} ${MIDDLE + 7}Z`} />
    </>
  )
}

/** Equal places side by side for lines that work in parallel. */
function places(count: number, gap: number, left: number, right: number): { x: number; width: number }[] {
  const width = (right - left - gap * (count - 1)) / count
  return Array.from({ length: count }, (_, k) => ({ x: left + k * (width + gap), width }))
}

/** Level of each asset of a unit as a share of its height; null where nothing is known. */
function useFills(index: ParkIndex, unit: PlantUnit): readonly (number | null)[] {
  const points = unit.assets.map(
    (asset) => pointOf(index, asset.id, 'level-percent') ?? pointOf(index, asset.id, 'level'),
  )
  const readings = useLiveReadings(points.map((point) => point?.id ?? ''))
  return points.map((point, k) => {
    const value = readings[k]?.value ?? Number.NaN
    if (!point || !Number.isFinite(value)) return null
    const full = point.kind === 'level-percent' ? 100 : wellHeight(point)
    return Math.min(1, Math.max(0, value / full))
  })
}

/** A wet well reaches a little over its own high limit; the range of its instrument may reach far beyond. */
function wellHeight({
  limits,
  range,
}: {
  limits: readonly { type: string; value: number }[]
  range: readonly [number, number]
}): number {
  const high = limits.find(({ type }) => type === 'high')?.value
  return high === undefined ? range[1] : high * 1.2
}

/** One step of the plant as a P&ID draws it, with the level where it is measured. */
export function UnitDrawing({ index, unit }: { index: ParkIndex; unit: PlantUnit }) {
  const fills = useFills(index, unit)
  const count = unit.assets.length
  return (
    <svg className={styles.drawing} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {unit.step === 'lift' ? (
        <>
          {places(count, 8, 8, 96).map(({ x, width }, k) => (
            <Basin
              key={x}
              x={x}
              y={MIDDLE - 30}
              width={width}
              height={72}
              fill={fills[k] ?? 0}
              known={(fills[k] ?? null) !== null}
            />
          ))}
          <Pump x={116} />
        </>
      ) : null}
      {unit.step === 'equalisation'
        ? places(count, 6, 0, WIDTH).map(({ x, width }, k) => (
            <Basin
              key={x}
              x={x}
              y={2}
              width={width}
              height={HEIGHT - 4}
              fill={fills[k] ?? 0}
              known={(fills[k] ?? null) !== null}
            />
          ))
        : null}
      {unit.step === 'aeration'
        ? places(count, 6, 0, WIDTH).map(({ x, width }) => (
            <g key={x}>
              <Basin x={x} y={2} width={width} height={HEIGHT - 4} fill={AT_WEIR} known />
              {[0.2, 0.4, 0.6, 0.8].map((share, k) => (
                <circle
                  key={share}
                  className={styles.bubble}
                  cx={x + width * share}
                  cy={HEIGHT - 14 - (k % 2) * 12}
                  r={2}
                />
              ))}
            </g>
          ))
        : null}
      {unit.step === 'primary' || unit.step === 'clarifier'
        ? places(count, 6, 0, WIDTH).map(({ x, width }) => <Cone key={x} x={x} width={width} />)
        : null}
      {unit.step === 'outfall' ? (
        <>
          <rect className={styles.shell} x="0" y={MIDDLE - 38} width={WIDTH} height="76" />
          <path className={styles.trace} d={`M16 ${MIDDLE}H44L56 ${MIDDLE - 22} 76 ${MIDDLE + 22} 88 ${MIDDLE}H120`} />
        </>
      ) : null}
      {unit.step === 'equalisation' || unit.step === 'lift' ? (
        <Instrument x={unit.step === 'lift' ? 96 : WIDTH - 14} y={14} letters="LT" />
      ) : null}
      {unit.step === 'aeration' || unit.step === 'outfall' ? <Instrument x={WIDTH - 14} y={14} letters="AT" /> : null}
      {unit.step === 'equalisation' || unit.step === 'outfall' ? <Instrument x={14} y={14} letters="FT" /> : null}
      {unit.step === 'clarifier' ? <Instrument x={WIDTH - 14} y={12} letters="AT" /> : null}
    </svg>
  )
}
