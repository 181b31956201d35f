import { AlarmBoard } from '../../mocks/alarms/alarm-board.ts'
import { BoardCommands } from '../../mocks/alarms/board-commands.ts'
import { instanceOf } from '../../mocks/alarms/build-instances.ts'
import { alarmCatalogue } from '../../mocks/alarms/catalogue.ts'
import type { AlarmInstance } from '../../mocks/alarms/instance.ts'
import { ProblemError } from '../../mocks/problem-error.ts'
import { createWorld } from '../../mocks/sim/world.ts'
import type { AlarmRationale, SuppressionRule } from '../../src/contract/alarm-definitions.ts'
import type { Alarm, AlarmEvent, AlarmMethod } from '../../src/contract/alarms.ts'
import type { Role } from '../../src/contract/session.ts'
import { tinyPark } from '../sim/tiny-park.ts'
import { START_MS } from './tiny-host.ts'

const ZONE_OFFSET_MS = 7 * 3_600_000

/** Conditions that a test sets by hand. */
export interface Switch {
  condition: boolean
  suppressedBy: SuppressionRule | null
}

/** The server's board with alarms whose condition the test switches: no delays, one judgement a call of `at`. */
export class TinyBoard {
  readonly switches: Switch[]
  readonly board: AlarmBoard
  readonly events: AlarmEvent[] = []
  readonly #commands: BoardCommands
  nowMs = START_MS
  #keys = 0

  private constructor(instances: AlarmInstance[], switches: Switch[]) {
    this.switches = switches
    const model = tinyPark()
    this.board = new AlarmBoard({
      parkId: 'tiny',
      world: createWorld({ model, seed: 1, scenario: 'normal-day', scenarioStartMs: START_MS }),
      graph: {
        assetById: new Map(),
        childrenOf: new Map(),
        pointsByAsset: new Map(),
        pointsByGateway: new Map(),
        networks: null,
      },
      instances,
      links: [],
      indexOf: new Map(),
      publish: (event) => this.events.push(event),
    })
    this.#commands = new BoardCommands(this.board, ZONE_OFFSET_MS)
  }

  /** So many alarms of one definition of the catalogue; `changes` say how this one differs. */
  static async open(definitionId: string, count = 1, changes: Partial<AlarmRationale> = {}): Promise<TinyBoard> {
    const found = (await alarmCatalogue()).find(({ id }) => id === definitionId)
    if (!found) throw new Error(`no definition ${definitionId}`)
    const definition = { ...found, onDelayS: 0, offDelayS: 0, ...changes }
    const switches = Array.from({ length: count }, (): Switch => ({ condition: false, suppressedBy: null }))
    const instances = switches.map((one, k) =>
      instanceOf(
        definition,
        {
          asset: null,
          point: null,
          judge: ({ nowMs }) => ({ ...one, value: null, quality: 'Good', sourceMs: nowMs }),
          limit: null,
          everyMs: 0,
          group: null,
        },
        `${definitionId}.a${k}`,
        k,
      ),
    )
    return new TinyBoard(instances, switches)
  }

  /** Moves time and judges; `set` changes conditions before. */
  after(seconds: number, set: (switches: Switch[]) => void = () => undefined): void {
    this.nowMs += seconds * 1000
    set(this.switches)
    this.board.evaluate(this.nowMs, () => ({ value: Number.NaN, quality: 0, sourceTimeMs: this.nowMs }))
    this.board.publish(this.nowMs)
  }

  alarm(k = 0): Alarm {
    const instance = this.board.instances[k]
    if (!instance) throw new Error(`no alarm ${k}`)
    return this.board.view(instance, this.nowMs)
  }

  /** Status of a command as the server would answer it, 200 when it was done. */
  command(role: Role, method: AlarmMethod, body: Record<string, unknown> = {}, k = 0): number {
    this.#keys += 1
    const order = { idempotencyKey: `key-of-test-${this.#keys}`, ...body }
    try {
      const caller = { role, signIn: 'demo-role' } as const
      this.#commands.run({ alarmId: this.alarm(k).id, method, body: order, caller, nowMs: this.nowMs })
      return 200
    } catch (error) {
      if (error instanceof ProblemError) return error.problem.status
      throw error
    }
  }

  /** What the journal says, in order. */
  happenings(): string[] {
    return this.board.journal.page({ order: 'asc', limit: 1000 }).items.map(({ event }) => event)
  }
}
