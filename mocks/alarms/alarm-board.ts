import {
  type Affected,
  type Alarm,
  type AlarmEvent,
  type Flood,
  type JournalEntry,
  alarmIdSchema,
} from '../../src/contract/alarms.ts'
import {
  type AlarmHappening,
  type Stepped,
  isHidden,
  isRetained,
  setBack,
} from '../../src/domain/alarms/alarm-record.ts'
import { type SupplyGraph, affectedBy } from '../../src/domain/alarms/affected.ts'
import { isAcked, isActive } from '../../src/domain/alarms/base-state.ts'
import { dueLevel, nextLevelMs } from '../../src/domain/alarms/escalation.ts'
import { firstOutOf } from '../../src/domain/alarms/first-out.ts'
import { NO_FLOOD, stepFlood } from '../../src/domain/alarms/flood.ts'
import { priorityOfSeverity } from '../../src/domain/alarms/priority.ts'
import { stepAlarm } from '../../src/domain/alarms/step.ts'
import type { Sample, World } from '../sim/world.ts'
import { AlarmPast, type AlarmPicture } from './alarm-past.ts'
import { alarmView, textOf } from './alarm-view.ts'
import type { AlarmInstance, Reader } from './instance.ts'
import { JournalStore } from './journal-store.ts'

const DAY_MS = 86_400_000
/** Alarms in one live frame. */
const FRAME_ALARMS = 100
const EMPTY: Affected = { tenantIds: [], assets: 0, points: 0, loadKw: null }

export interface BoardOptions {
  parkId: string
  world: World
  graph: SupplyGraph
  instances: readonly AlarmInstance[]
  /** Link point of each gateway. */
  links: readonly { gatewayId: string; index: number }[]
  indexOf: ReadonlyMap<string, number>
  publish: (event: AlarmEvent) => void
}

/** All alarms of one park with their journal: evaluated once, here, for every client. */
export class AlarmBoard {
  readonly journal = new JournalStore()
  readonly #past = new AlarmPast(this.journal)
  readonly #options: BoardOptions
  readonly #byId: ReadonlyMap<string, AlarmInstance>
  readonly #affected = new Map<string, Affected>()
  readonly #changed = new Set<AlarmInstance>()
  /** Not normal or hidden by an operator: everything else costs nothing but its evaluation. */
  readonly #retained = new Set<AlarmInstance>()
  #entries: JournalEntry[] = []
  #annunciated = 0
  #flood = NO_FLOOD
  #firstOut: ReadonlyMap<string, string> = new Map()
  #rev = 0
  lastMs = Number.NEGATIVE_INFINITY

  constructor(options: BoardOptions) {
    this.#options = options
    this.#byId = new Map(options.instances.map((instance) => [instance.id, instance]))
  }

  get instances(): readonly AlarmInstance[] {
    return this.#options.instances
  }

  get rev(): number {
    return this.#rev
  }

  instance(alarmId: string): AlarmInstance | null {
    return this.#byId.get(alarmId) ?? null
  }

  /** Evaluates every alarm at an instant, with the samples as they were reported by then. */
  evaluate(nowMs: number, sampleOf: (index: number) => Sample): void {
    const reader = this.readerAt(nowMs, sampleOf)
    if (nowMs < this.lastMs) this.#setBack(nowMs)
    for (const instance of this.#options.instances) {
      this.look(instance, reader)
      this.step(instance, nowMs)
    }
    this.closeLook(nowMs)
  }

  /** The park at an instant, as judges see it. */
  readerAt(nowMs: number, sampleOf: (index: number) => Sample): Reader {
    const { world, links } = this.#options
    const lost = new Set<string>()
    for (const { gatewayId, index } of links) if (sampleOf(index).value === 0) lost.add(gatewayId)
    return { nowMs, world, sampleOf, isLost: (gatewayId) => gatewayId !== null && lost.has(gatewayId) }
  }

  /** Ends a look at all alarms: calls the next role for those that nobody acknowledges. */
  closeLook(nowMs: number): void {
    for (const instance of this.#retained) this.escalate(instance, nowMs)
    this.lastMs = nowMs
  }

  /** The server's clock was set back: nothing may wait for times that are long to come. */
  #setBack(nowMs: number): void {
    for (const instance of this.#options.instances) {
      instance.record = setBack(instance.record, nowMs)
      instance.dueMs = Math.min(instance.dueMs, nowMs)
    }
  }

  /** Judges one alarm where that is due. */
  look(instance: AlarmInstance, reader: Reader): void {
    const { nowMs } = reader
    if (nowMs < instance.dueMs) return
    instance.judgement = instance.judge(reader, instance.record.raw)
    // Slow judges take turns instead of falling into one tick.
    const isFirst = instance.dueMs === Number.NEGATIVE_INFINITY
    instance.dueMs = nowMs + instance.everyMs * (isFirst ? instance.turn : 1)
  }

  /** Lets the engine make its step with what was judged last. */
  step(instance: AlarmInstance, nowMs: number): void {
    const { condition, sourceMs, suppressedBy } = instance.judgement
    const { severity } = instance
    const stepped = stepAlarm(instance.record, instance.spec, { nowMs, sourceMs, condition, severity, suppressedBy })
    if (stepped.record !== instance.record) this.take(instance, stepped, nowMs, null)
  }

  /** Takes a step over: state, journal, and the mark that it has to be published. Answers the journal's new lines. */
  take(instance: AlarmInstance, stepped: Stepped, nowMs: number, client: string | null): JournalEntry[] {
    this.#past.open(instance)
    instance.record = stepped.record
    const told = stepped.happenings.filter(isWorthTelling)
    if (told.length === 0) return []
    instance.rev = this.#rev = Math.max(this.#rev + 1, Math.trunc(nowMs))
    instance.receiveMs = nowMs
    instance.client = client ?? instance.client
    const entries = told.map((happening) => this.#tell(instance, happening, nowMs, client))
    this.#changed.add(instance)
    if (isRetained(instance.record)) this.#retained.add(instance)
    else this.#retained.delete(instance)
    this.#past.keep(instance, nowMs)
    return entries
  }

  #tell(instance: AlarmInstance, happening: AlarmHappening, nowMs: number, client: string | null): JournalEntry {
    const { event, fromState, toState } = happening
    if (fromState !== toState) instance.eventId = `e${this.#rev.toString(36)}-${this.journal.lastSeq + 1}`
    if (event === 'ACTIVATED') {
      instance.activations = [...instance.activations.filter((ms) => ms > nowMs - DAY_MS), nowMs]
    }
    if (happening.annunciated) {
      this.#annunciated += 1
      instance.escalated = 0
    }
    const entry = this.journal.append({
      alarmId: alarmIdSchema.parse(instance.id),
      definitionId: instance.definition.id,
      eventId: instance.eventId,
      event,
      time: textOf(happening.timeMs),
      receiveTime: textOf(nowMs),
      fromState,
      toState,
      priority: priorityOfSeverity(instance.record.severity) ?? 'P4',
      severity: instance.record.severity,
      annunciated: happening.annunciated,
      actor: happening.actor,
      comment: happening.note,
      client,
      value: instance.judgement.value,
      limit: instance.limit,
    })
    this.#entries.push(entry)
    return entry
  }

  /** Whether an alarm stands on the list and waits for somebody. */
  calls(instance: AlarmInstance): boolean {
    return this.#retained.has(instance) && !isAcked(instance.record.state) && !isHidden(instance.record)
  }

  /** When the next role is called for an alarm if nobody acknowledges it; infinity for never. */
  escalationMs(instance: AlarmInstance): number {
    const priority = this.calls(instance) ? priorityOfSeverity(instance.record.severity) : null
    if (priority === null) return Number.POSITIVE_INFINITY
    return nextLevelMs(priority, instance.escalated, instance.record.annunciatedMs)
  }

  /** Calls the next role for an alarm that nobody acknowledges. */
  escalate(instance: AlarmInstance, nowMs: number): void {
    if (!this.calls(instance)) return
    const { record } = instance
    const priority = priorityOfSeverity(record.severity)
    if (priority === null) return
    let level = dueLevel(priority, instance.escalated, record.annunciatedMs, nowMs)
    while (level !== null) {
      instance.escalated += 1
      instance.escalatedMs = record.annunciatedMs + level.afterMs
      this.#noteEscalation(instance, level.role, nowMs)
      level = dueLevel(priority, instance.escalated, record.annunciatedMs, nowMs)
    }
  }

  #noteEscalation(instance: AlarmInstance, role: string, nowMs: number): void {
    const { state } = instance.record
    const happening: AlarmHappening = {
      event: 'ESCALATED',
      fromState: state,
      toState: state,
      timeMs: nowMs,
      annunciated: false,
      actor: 'rule',
      note: role,
    }
    this.take(instance, { record: instance.record, happenings: [happening] }, nowMs, null)
  }

  /** Publishes what has changed since the last time, in frames of bounded size; nothing when nothing has. */
  publish(nowMs: number): void {
    const before = this.#flood.active
    this.#flood = stepFlood(this.#flood, this.#annunciated, nowMs)
    this.#annunciated = 0
    const changed = [...this.#changed]
    const entries = this.#entries
    this.#changed.clear()
    this.#entries = []
    if (changed.length === 0 && entries.length === 0 && before === this.#flood.active) return
    const marks = this.#judgeFirstOut()
    for (const instance of marks) if (!changed.includes(instance)) changed.push(instance)
    const flood = this.flood()
    for (let at = 0; at === 0 || at < changed.length; at += FRAME_ALARMS) {
      const alarms = changed.slice(at, at + FRAME_ALARMS).map((instance) => this.view(instance, nowMs))
      this.#options.publish({ alarms, entries: at === 0 ? entries : [], flood })
    }
  }

  /** Ends the derivation of the past: nothing of it is news to anyone. */
  settle(nowMs: number): void {
    this.#changed.clear()
    this.#entries = []
    this.#annunciated = 0
    this.#flood = NO_FLOOD
    this.#judgeFirstOut()
    this.#past.settle(nowMs)
    this.lastMs = nowMs
  }

  /** Works out the first-out flags anew; answers the instances whose flag has changed. */
  #judgeFirstOut(): AlarmInstance[] {
    const members = [...this.#retained].map(({ id, group, record }) => ({
      id,
      group,
      activeMs: isActive(record.state) && !isHidden(record) ? record.activeMs : Number.NaN,
    }))
    const before = this.#firstOut
    this.#firstOut = firstOutOf(members)
    const flags = new Set(this.#firstOut.values())
    const old = new Set(before.values())
    const differing = [...new Set([...flags, ...old])].filter((id) => flags.has(id) !== old.has(id))
    return differing.flatMap((id) => {
      const instance = this.#byId.get(id)
      if (!instance) return []
      instance.rev = this.#rev += 1
      return [instance]
    })
  }

  flood(): Flood {
    const { active, sinceMs, times } = this.#flood
    return { active, since: active ? textOf(sinceMs) : null, count: times.length }
  }

  /** Retained alarms, or all of them, most urgent first. */
  list(nowMs: number, onlyRetained: boolean): Alarm[] {
    const chosen = onlyRetained ? [...this.#retained] : this.#options.instances
    return chosen.map((instance) => this.view(instance, nowMs)).toSorted(byUrgency)
  }

  /** The alarms as they stood at an instant, with what else was the case then. */
  pictureAt(atMs: number, onlyRetained: boolean): Omit<AlarmPicture, 'instances' | 'firstOut'> & { alarms: Alarm[] } {
    const { instances, firstOut, ...rest } = this.#past.at(this.#options.instances, atMs, onlyRetained)
    return { ...rest, alarms: instances.map((one) => this.#viewOf(one, atMs, firstOut)).toSorted(byUrgency) }
  }

  /** One alarm as it stood at an instant. */
  viewAt(instance: AlarmInstance, atMs: number): Alarm {
    const { firstOut } = this.#past.at(this.#options.instances, atMs, true)
    return this.#viewOf(this.#past.one(instance, atMs), atMs, firstOut)
  }

  view(instance: AlarmInstance, nowMs: number): Alarm {
    return this.#viewOf(instance, nowMs, this.#firstOut)
  }

  #viewOf(instance: AlarmInstance, nowMs: number, firstOut: ReadonlyMap<string, string>): Alarm {
    const isFirstOut = instance.group !== null && firstOut.get(instance.group) === instance.id
    const { parkId } = this.#options
    return alarmView(instance, { nowMs, parkId, isFirstOut, affected: this.#affectedOf(instance) })
  }

  /** Worked out once per activation, from the power that was drawn before it. */
  #affectedOf(instance: AlarmInstance): Affected {
    if (Number.isNaN(instance.record.activeMs)) return EMPTY
    const activation = `${instance.id} ${instance.record.activeMs}`
    const known = this.#affected.get(activation)
    if (known) return known
    const { graph, world, indexOf } = this.#options
    // The failure came up to a period before the sample that showed it.
    const beforeMs = instance.record.activeMs - instance.spec.onDelayMs - (instance.point?.periodMs ?? 0)
    const affected = affectedBy(graph, instance.asset?.id ?? null, (point) => {
      const index = indexOf.get(point.id)
      const sample = index === undefined ? null : world.sampleAt(index, beforeMs - 2 * point.periodMs)
      return sample === null || !Number.isFinite(sample.value) ? null : sample.value
    })
    const rounded = { ...affected, loadKw: affected.loadKw === null ? null : Math.round(affected.loadKw) }
    this.#affected.set(activation, rounded)
    return rounded
  }
}

function byUrgency(a: Alarm, b: Alarm): number {
  return (
    Number(a.ackedState) - Number(b.ackedState) ||
    b.severity - a.severity ||
    b.time.localeCompare(a.time) ||
    a.id.localeCompare(b.id, 'en')
  )
}

/** A rule that quiets an alarm which says nothing anyway is not worth a line: a lost gateway would write hundreds. */
function isWorthTelling({ event, fromState, toState }: AlarmHappening): boolean {
  const isRule = event === 'SUPPRESSED' || event === 'UNSUPPRESSED'
  return !isRule || fromState !== 'NORMAL' || toState !== 'NORMAL'
}
