/** Numbers of the suite have five digits and stay inside the range of a meter. */
const LEAST = 10_000
const TURN = 40_000

/** What a counting meter reads at an instant of real time: its second. It turns over after eleven hours. */
export function secondOf(realMs: number): number {
  return LEAST + (Math.floor(realMs / 1000) % TURN)
}

/** Seconds that a reading lies behind an instant; negative for one from the future. */
export function secondsBehind(value: number, realMs: number): number {
  const turned = (secondOf(realMs) - value + TURN) % TURN
  return turned > TURN / 2 ? turned - TURN : turned
}

/** Whether a number can be a reading of a counting meter at all. */
export function isReading(value: number): boolean {
  return value >= LEAST && value < LEAST + TURN
}

/** Points that count seconds instead of kilowatts. */
export function isCounting(pointId: string): boolean {
  return pointId.startsWith('em-') && pointId.endsWith('.active-power')
}
