/** What scenarios and commands change in the world, as plain data. Times are epoch milliseconds. */

/** An operator's command on the simulated field. The log only grows and is part of the world's identity. */
export type Command =
  /** Switches one consumer (any of its meters' asset ids) off or on. */
  | { kind: 'consumer'; atMs: number; assetId: string; on: boolean }
  /** Opens or closes a feeder or a ring switch. */
  | { kind: 'switch'; atMs: number; assetId: string; closed: boolean }

/** A curve that holds its last value: [time, value] in rising time, straight between, 0 before the first. */
export type Curve = readonly (readonly [number, number])[]

export type Effect =
  | { kind: 'open-feeder'; feederId: string; atMs: number }
  /** The tie of a ring is closed: the feeder at its other end carries the consumers of an open one. */
  | { kind: 'transfer'; feederId: string; tieId: string; atMs: number }
  /** Adds rain (mm/h), takes a share of the sun, cools (°C) and blows (m/s). */
  | { kind: 'weather'; rainMmH: Curve; shade: Curve; coolC: Curve; windMs: Curve }
  /** Adds to the effluent (mg/L) and takes oxygen out of the aeration tanks (share). */
  | { kind: 'effluent'; codMgL: Curve; tssMgL: Curve; ammoniumMgL: Curve; oxygenLoss: Curve }
  | { kind: 'gateway-down'; gatewayId: string; fromMs: number; toMs: number }

/** Value of a curve at an instant; 0 before its first position. */
export function curveAt(curve: Curve, tMs: number): number {
  let value = 0
  for (let i = 0; i < curve.length; i++) {
    const here = curve[i]
    if (here === undefined || here[0] > tMs) break
    const next = curve[i + 1]
    value = here[1]
    if (next !== undefined && next[0] > tMs) {
      value += ((next[1] - here[1]) * (tMs - here[0])) / (next[0] - here[0])
    }
  }
  return value
}

/** Integral of a curve up to an instant, value times milliseconds. */
export function curveArea(curve: Curve, tMs: number): number {
  let area = 0
  for (let i = 0; i < curve.length; i++) {
    const here = curve[i]
    if (here === undefined || here[0] >= tMs) break
    const next = curve[i + 1]
    const end = Math.min(tMs, next?.[0] ?? tMs)
    area += ((here[1] + curveAt(curve, end - 1e-3)) / 2) * (end - here[0])
  }
  return area
}
