import type { AlarmCommand, AlarmCommandAnswer, AlarmMethod } from '../../src/contract/alarms.ts'
import { problem } from '../../src/contract/problem.ts'
import type { Permission } from '../../src/contract/session.ts'
import { type AlarmAction, applyAction } from '../../src/domain/alarms/alarm-command.ts'
import { priorityOfSeverity } from '../../src/domain/alarms/priority.ts'
import { longestShelvingMs, nextHandoverMs } from '../../src/domain/alarms/shelving.ts'
import { ProblemError, badParameter, notFound } from '../problem-error.ts'
import { type Caller, requirePermission } from '../session.ts'
import type { AlarmBoard } from './alarm-board.ts'
import type { AlarmInstance } from './instance.ts'

/** Keys that are remembered; older ones are forgotten. */
const KEPT_KEYS = 5000

const NEEDS: Readonly<Record<AlarmMethod, Permission>> = {
  acknowledge: 'alarm.acknowledge',
  confirm: 'alarm.confirm',
  addComment: 'alarm.comment',
  timedShelve: 'alarm.shelve',
  oneShotShelve: 'alarm.shelve',
  unshelve: 'alarm.shelve',
  removeFromService: 'alarm.out-of-service',
  placeInService: 'alarm.out-of-service',
  reset: 'alarm.reset',
}

export interface CommandRequest {
  alarmId: string
  method: AlarmMethod
  body: AlarmCommand
  caller: Caller
  nowMs: number
}

/** Carries out operators' commands on a board: who may, what is missing, whether the state allows it, and only once. */
export class BoardCommands {
  readonly #board: AlarmBoard
  readonly #zoneOffsetMs: number
  readonly #done = new Map<string, { fingerprint: string; answer: AlarmCommandAnswer }>()

  constructor(board: AlarmBoard, zoneOffsetMs: number) {
    this.#board = board
    this.#zoneOffsetMs = zoneOffsetMs
  }

  /** Throws 403, 404, 400, 409 or 422 problems; a key that was used before gives the first answer again. */
  run(request: CommandRequest): AlarmCommandAnswer {
    const { alarmId, method, body, caller, nowMs } = request
    requirePermission(caller, NEEDS[method])
    const instance = this.#board.instance(alarmId)
    if (!instance) throw notFound('alarm', alarmId)
    const fingerprint = JSON.stringify([alarmId, method, caller.role, body])
    const before = this.#done.get(body.idempotencyKey)
    if (before) {
      if (before.fingerprint !== fingerprint) throw limit('idempotencyKey', 'this key was used for another command')
      return { ...before.answer, repeated: true }
    }
    const action = this.#actionOf(instance, request)
    if (body.eventId !== undefined && body.eventId !== instance.eventId) {
      throw this.#conflict(instance, 'the alarm has changed since', nowMs)
    }
    const stepped = applyAction(instance.record, instance.spec, action, caller.role, nowMs)
    if (!stepped) throw this.#conflict(instance, `${method} is not possible in state ${instance.record.state}`, nowMs)
    const entries = this.#board.take(instance, stepped, nowMs, body.client ?? null)
    this.#board.publish(nowMs)
    const answer = { alarm: this.#board.view(instance, nowMs), entries, repeated: false }
    this.#remember(body.idempotencyKey, fingerprint, answer)
    return answer
  }

  #actionOf(instance: AlarmInstance, { method, body, caller, nowMs }: CommandRequest): AlarmAction {
    const comment = body.comment?.trim() ? body.comment.trim() : null
    const priority = priorityOfSeverity(instance.record.severity)
    const isUrgent = priority === 'P1' || priority === 'P2'
    switch (method) {
      case 'acknowledge':
        if (isUrgent && comment === null) throw badParameter('comment', `needed to acknowledge a ${priority} alarm`)
        return { method, comment }
      case 'addComment':
        if (comment === null) throw badParameter('comment', 'needed')
        return { method, comment }
      case 'timedShelve':
      case 'oneShotShelve':
        if (priority === 'P1') requirePermission(caller, 'alarm.shelve-critical')
        return { method, reason: reasonOf(body.reason), untilMs: this.#shelvedUntil(body.durationS, nowMs) }
      case 'removeFromService':
        if (!body.workOrder?.trim()) throw badParameter('workOrder', 'needed: work order or permit')
        return { method, workOrder: body.workOrder.trim(), comment }
      case 'confirm':
      case 'reset':
      case 'unshelve':
      case 'placeInService':
        return { method, comment }
      default:
        throw badParameter('method', `"${String(method)}" is not a command`)
    }
  }

  #shelvedUntil(durationS: number | undefined, nowMs: number): number {
    const longestMs = longestShelvingMs(nowMs, nextHandoverMs(nowMs, this.#zoneOffsetMs))
    // "Until the handover" is the server's to work out: whoever asks for it is always a moment late.
    if (durationS === undefined) return nowMs + longestMs
    if (durationS * 1000 > longestMs) {
      const longestS = Math.floor(longestMs / 1000)
      throw limit('durationS', `at most ${longestS} s now: 8 h, and never past the next handover`)
    }
    return nowMs + durationS * 1000
  }

  #conflict(instance: AlarmInstance, detail: string, nowMs: number): ProblemError {
    const current = this.#board.view(instance, nowMs)
    return new ProblemError(problem('conflict', 409, 'Not possible now', { detail, current }))
  }

  #remember(key: string, fingerprint: string, answer: AlarmCommandAnswer): void {
    const [oldest] = this.#done.keys()
    if (this.#done.size >= KEPT_KEYS && oldest !== undefined) this.#done.delete(oldest)
    this.#done.set(key, { fingerprint, answer })
  }
}

function reasonOf(reason: string | undefined): string {
  if (!reason?.trim()) throw badParameter('reason', 'needed')
  return reason.trim()
}

function limit(field: string, detail: string): ProblemError {
  return new ProblemError(problem('limit-exceeded', 422, 'Limit passed', { field, detail }))
}
