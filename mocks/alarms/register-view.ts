import { REGISTERS, type RegisterId, type RowOf } from '../../src/contract/registers.ts'
import { validRows } from '../registers/valid-rows.ts'

/** Reads the rows of a register as they are now, with what was entered by hand. */
export type ReadRegister = (registerId: RegisterId) => Promise<readonly unknown[]>

/** Rows of the registers that alarms depend on. */
export interface AlarmRegisters {
  manifests: readonly RowOf<'waste-manifests'>[]
  lots: readonly RowOf<'waste-lots'>[]
  reports: readonly RowOf<'reports-issued'>[]
  profiles: readonly RowOf<'tenant-profiles'>[]
}

/** How often what was entered since is read again. */
const REFRESH_MS = 60_000

/** The registers as of the last reading: judges do not wait for one. */
export class RegisterView {
  readonly #read: ReadRegister
  #rows: AlarmRegisters = { manifests: [], lots: [], reports: [], profiles: [] }
  #readMs = Number.NEGATIVE_INFINITY
  #isReading = false

  constructor(read: ReadRegister) {
    this.#read = read
  }

  get rows(): AlarmRegisters {
    return this.#rows
  }

  /** Reads all of them; rows that break their schema are not judged. Throws what a broken file throws. */
  async refresh(nowMs: number): Promise<void> {
    this.#readMs = nowMs
    const [manifests, lots, reports, profiles] = await Promise.all([
      this.#read('waste-manifests'),
      this.#read('waste-lots'),
      this.#read('reports-issued'),
      this.#read('tenant-profiles'),
    ])
    this.#rows = {
      manifests: validRows(REGISTERS['waste-manifests'].schema, manifests),
      lots: validRows(REGISTERS['waste-lots'].schema, lots),
      reports: validRows(REGISTERS['reports-issued'].schema, reports),
      profiles: validRows(REGISTERS['tenant-profiles'].schema, profiles),
    }
  }

  /** Reads them again when the last reading is old; until the answer is there the old rows stand. */
  keepFresh(nowMs: number): void {
    if (this.#isReading || Math.abs(nowMs - this.#readMs) < REFRESH_MS) return
    this.#isReading = true
    this.refresh(nowMs)
      .catch(() => undefined)
      .finally(() => {
        this.#isReading = false
      })
  }
}
