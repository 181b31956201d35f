/** Keeps the results of a pure function of a day for the most recent days asked for. Changes speed, never values. */
export class DayCache<T> {
  private readonly days = new Map<number, T>()
  private readonly build: (day: number) => T
  private readonly capacity: number
  private lastDay = Number.NaN
  private last: T | undefined

  constructor(capacity: number, build: (day: number) => T) {
    this.capacity = capacity
    this.build = build
  }

  get(day: number): T {
    if (day === this.lastDay && this.last !== undefined) return this.last
    let value = this.days.get(day)
    if (value === undefined) {
      value = this.build(day)
      if (this.days.size >= this.capacity) {
        const oldest = this.days.keys().next()
        if (oldest.done !== true) this.days.delete(oldest.value)
      }
      this.days.set(day, value)
    }
    this.lastDay = day
    this.last = value
    return value
  }
}

/** Running totals of a daily amount since `firstDay`, extended on demand: the checkpoints of registers. */
export class DayTotals {
  private readonly firstDay: number
  private readonly width: number
  private readonly amounts: (day: number, out: Float64Array) => void
  private readonly scratch: Float64Array
  private readonly rows: Float64Array[] = []

  constructor(firstDay: number, width: number, amounts: (day: number, out: Float64Array) => void) {
    this.firstDay = firstDay
    this.width = width
    this.amounts = amounts
    this.scratch = new Float64Array(width)
    this.rows.push(new Float64Array(width))
  }

  /** Totals up to the start of the day; zero before the first. */
  before(day: number): Float64Array {
    const wanted = Math.max(0, day - this.firstDay)
    while (this.rows.length <= wanted) {
      const previous = this.rows[this.rows.length - 1] ?? this.scratch
      this.scratch.fill(0)
      this.amounts(this.firstDay + this.rows.length - 1, this.scratch)
      const next = new Float64Array(this.width)
      for (let i = 0; i < this.width; i++) next[i] = (previous[i] ?? 0) + (this.scratch[i] ?? 0)
      this.rows.push(next)
    }
    return this.rows[wanted] ?? this.scratch
  }
}
