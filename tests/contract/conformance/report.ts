/** A broken promise of the contract, with the place where it was found: endpoint and field path. */
export class CheckFailure extends Error {
  constructor(place: string, message: string) {
    super(`${place}: ${message}`)
    this.name = 'CheckFailure'
  }
}

export interface CheckResult {
  name: string
  ok: boolean
  detail: string
}

/** Runs checks one after the other, prints a line for each and keeps count. */
export class Report {
  readonly results: CheckResult[] = []
  readonly #print: (line: string) => void

  constructor(print: (line: string) => void) {
    this.#print = print
  }

  /** Runs one check. Its value comes back, or null when it failed: checks that need it are then skipped as failed. */
  async check<T>(name: string, run: () => Promise<T>): Promise<T | null> {
    try {
      const value = await run()
      this.#add({ name, ok: true, detail: '' })
      return value
    } catch (error) {
      this.#add({ name, ok: false, detail: error instanceof Error ? error.message : String(error) })
      return null
    }
  }

  get failed(): number {
    return this.results.filter((result) => !result.ok).length
  }

  get passed(): number {
    return this.results.length - this.failed
  }

  #add(result: CheckResult): void {
    this.results.push(result)
    this.#print(result.ok ? `ok    ${result.name}` : `FAIL  ${result.name}\n      ${result.detail}`)
  }
}

/** Throws a CheckFailure unless the condition holds. */
export function expectThat(condition: boolean, place: string, message: string): asserts condition {
  if (!condition) throw new CheckFailure(place, message)
}
