/** Duty pumps of a lift station, m³/h: 2.2 times the mean inflow that it was laid out for. */
export function pumpM3PerH(meanM3PerDay: number): number {
  return Math.round((meanM3PerDay / 24) * 2.2)
}
