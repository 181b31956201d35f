import { handleRequest } from '../../mocks/handlers/handle-request.ts'
import { createCountedId } from '../../mocks/node.ts'
import type { ParkFiles } from '../../mocks/park/park-model.ts'
import type { ScenarioId } from '../../mocks/scenarios/scenario.ts'
import { createWorld } from '../../mocks/sim/world.ts'
import { WorldHost } from '../../mocks/world-host.ts'
import { alarmCommandAnswerSchema, type AlarmMethod } from '../../src/contract/alarms.ts'
import { problemSchema, type Problem } from '../../src/contract/problem.ts'
import type { Role } from '../../src/contract/session.ts'
import { tinyPark } from '../sim/tiny-park.ts'

/** 10:00 of a Friday in the park. */
export const START_MS = Date.UTC(2026, 10, 20, 3)

/** The tiny park behind the real handlers, under a clock that the test moves. */
export class TinyHost {
  readonly clock = { nowMs: START_MS }
  readonly host: WorldHost
  #keys = 0

  constructor(scenario: ScenarioId = 'normal-day', alarmHistoryMs = 0) {
    const model = tinyPark()
    const files: ParkFiles = {
      park: async () => model.park,
      core: async () => model,
      tours: async () => [],
      permits: async () => [],
      registerFile: async () => undefined,
      collection: async () => [],
    }
    this.host = new WorldHost({
      parkIds: ['tiny'],
      openPark: () => files,
      createWorld,
      seed: 3,
      scenario,
      clock: () => this.clock.nowMs,
      randomId: createCountedId(),
      checkAnswers: true,
      tickMs: 2 ** 30,
      alarmHistoryMs,
    })
  }

  /** Opens alarms and feed; from here on `run` moves time, one tick a second. */
  async open() {
    const alarms = await this.host.alarms('tiny')
    const park = await this.host.park('tiny')
    park.resume()
    return { alarms, park, board: alarms.board }
  }

  async run(seconds: number, stepS = 1): Promise<void> {
    const park = await this.host.park('tiny')
    for (let s = 0; s < seconds; s += stepS) {
      this.clock.nowMs += stepS * 1000
      park.tick()
    }
  }

  async ask(path: string, init: RequestInit = {}): Promise<{ status: number; body: unknown }> {
    const response = await handleRequest(this.host, new Request(`http://park.test/api/v1/parks/tiny${path}`, init))
    return { status: response.status, body: await response.json() }
  }

  async command(
    role: Role | null,
    alarmId: string,
    method: AlarmMethod,
    body: Record<string, unknown> = {},
  ): Promise<{ status: number; body: unknown }> {
    const headers = role === null ? {} : { authorization: `Bearer ${this.host.sessions.open(role)}` }
    this.#keys += 1
    const text = JSON.stringify({ idempotencyKey: `key-${this.#keys.toString().padStart(6, '0')}`, ...body })
    return this.ask(`/alarms/${alarmId}/${method}`, { method: 'POST', body: text, headers })
  }
}

export function answerOf({ body }: { body: unknown }) {
  return alarmCommandAnswerSchema.parse(body)
}

export function problemOf({ body }: { body: unknown }): Problem {
  return problemSchema.parse(body)
}
