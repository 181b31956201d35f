import type { RegisterId } from '../../src/contract/registers.ts'
import type { ScorecardHistory } from '../../src/contract/scorecard.ts'
import { isoDateOf } from '../../src/domain/time/park-zone.ts'
import type { ParkFiles } from '../park/park-model.ts'
import type { ScenarioId } from '../scenarios/scenario.ts'
import { DailyStore } from './daily-store.ts'
import { historyOfFile } from './history-file.ts'
import { withLateManifest } from './late-manifest.ts'
import { type DemoToday, rowsOfFile } from './register-file.ts'
import { RegisterStore } from './register-store.ts'

/** What a host remembers of one park beyond its readings. */
export interface ParkRecords {
  registers: RegisterStore
  daily: DailyStore
  history: () => Promise<ScorecardHistory>
}

/** What of a host the records need. */
export interface RecordsHost {
  readonly scenario: ScenarioId
  files(parkId: string): ParkFiles
  nowMs(): number
}

const HOSTS = new WeakMap<RecordsHost, Map<string, ParkRecords>>()

async function todayOf(host: RecordsHost, parkId: string): Promise<DemoToday> {
  const { timeZone } = await host.files(parkId).park()
  const nowMs = host.nowMs()
  return { nowMs, today: isoDateOf(nowMs, timeZone) }
}

/** Records of a park; throws a 404 problem for an id that is not served. */
export function recordsOf(host: RecordsHost, parkId: string): ParkRecords {
  const files = host.files(parkId)
  const parks = HOSTS.get(host) ?? new Map<string, ParkRecords>()
  HOSTS.set(host, parks)
  const known = parks.get(parkId)
  if (known !== undefined) return known
  const registers = new RegisterStore({
    readRows: async (registerId: RegisterId) => {
      const now = await todayOf(host, parkId)
      const rows = rowsOfFile(registerId, await files.registerFile(registerId), now)
      const isLate = host.scenario === 'late-manifest' && registerId === 'waste-manifests'
      return isLate ? withLateManifest(rows, now.today) : rows
    },
    context: async () => {
      const { tenants } = await files.core()
      return { ...(await todayOf(host, parkId)), tenantIds: new Set<string>(tenants.map(({ id }) => id)) }
    },
  })
  const history = async (): Promise<ScorecardHistory> => {
    const { id, dataMode } = await files.park()
    return historyOfFile(id, dataMode, await files.registerFile('history'), await todayOf(host, parkId))
  }
  const records = { registers, daily: new DailyStore(), history }
  parks.set(parkId, records)
  return records
}
