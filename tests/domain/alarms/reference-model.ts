/**
 * The alarm table read as text, and a machine that does what the text says. Written apart from the engine, from the
 * table alone: from | event | guard | to | journal. Time counts in whole seconds.
 */
const TABLE = `
NORMAL        | true  | ackRequired  | ACTIVE_UNACK  | ACTIVATED
NORMAL        | true  | !ackRequired | ACTIVE_ACK    | ACTIVATED
ACTIVE_UNACK  | ack   |              | ACTIVE_ACK    | ACKNOWLEDGED
ACTIVE_UNACK  | false | !latching    | RTN_UNACK     | RTN
ACTIVE_UNACK  | false | latching     | LATCHED_UNACK | RTN
ACTIVE_ACK    | false | !latching    | NORMAL        | RTN
ACTIVE_ACK    | false | latching     | LATCHED_ACK   | RTN
ACTIVE_ACK    | again |              | ACTIVE_UNACK  | RE_ALARM
RTN_UNACK     | ack   |              | NORMAL        | ACKNOWLEDGED
RTN_UNACK     | true  |              | ACTIVE_UNACK  | ACTIVATED
LATCHED_UNACK | ack   |              | LATCHED_ACK   | ACKNOWLEDGED
LATCHED_UNACK | true  |              | ACTIVE_UNACK  | ACTIVATED
LATCHED_ACK   | true  |              | ACTIVE_UNACK  | ACTIVATED
LATCHED_ACK   | reset |              | NORMAL        | RESET
`
  .trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))

export interface ModelSettings {
  onDelayS: number
  offDelayS: number
  latching: boolean
  ackRequired: boolean
  reAlarmS: number | null
}

export type ModelEvent =
  | { kind: 'second'; raw: boolean | null; severity: number; rule: boolean }
  | { kind: 'ack' | 'reset' | 'unshelve' | 'remove' | 'place' }
  | { kind: 'shelve'; oneShot: boolean; forS: number }

/** Journal events and state after each event: what the engine has to agree with. */
export class ReferenceModel {
  state = 'NORMAL'
  journal: string[] = []
  annunciated = 0
  hiddenBy = new Set<'shelved' | 'rule' | 'out'>()
  #now = 0
  #history: { at: number; raw: boolean }[] = []
  #severity: number
  #oneShot = false
  #shelvedUntil = 0
  #ackedAt: number | null = null
  #activeAt = 0
  readonly #settings: ModelSettings

  constructor(settings: ModelSettings, severity: number) {
    this.#settings = settings
    this.#severity = severity
  }

  /** Plays one event; false when the table refuses it. */
  play(event: ModelEvent): boolean {
    if (event.kind === 'second') {
      this.#second(event)
      return true
    }
    if (event.kind === 'ack') {
      const done = this.#row('ack')
      if (done) this.#ackedAt = this.#now
      return done
    }
    if (event.kind === 'reset') return !this.#rawNow() && this.#row('reset')
    if (event.kind === 'shelve') {
      if (this.hiddenBy.has('shelved') || this.hiddenBy.has('out')) return false
      this.hiddenBy.add('shelved')
      this.#oneShot = event.oneShot
      this.#shelvedUntil = this.#now + event.forS
      this.journal.push('SHELVED')
      return true
    }
    if (event.kind === 'unshelve') return this.#show('shelved', 'UNSHELVED')
    if (event.kind === 'place') return this.#show('out', 'PLACED_IN_SERVICE')
    if (this.hiddenBy.has('out')) return false
    if (this.hiddenBy.delete('shelved')) this.journal.push('UNSHELVED')
    this.hiddenBy.add('out')
    this.journal.push('REMOVED_FROM_SERVICE')
    return true
  }

  #second({ raw, severity, rule }: Extract<ModelEvent, { kind: 'second' }>): void {
    this.#now += 1
    if (rule && !this.hiddenBy.has('rule')) {
      this.hiddenBy.add('rule')
      this.journal.push('SUPPRESSED')
    } else if (!rule) this.#show('rule', 'UNSUPPRESSED')
    this.#history.push({ at: this.#now, raw: raw ?? this.#rawNow() })
    const is = this.#rawNow()
    const wasActive = this.state.startsWith('ACTIVE')
    const delay = is ? this.#settings.onDelayS : this.#settings.offDelayS
    if (is !== wasActive && this.#heldFor() >= delay && this.#row(String(is))) {
      if (is) this.#activeAt = this.#now
      else if (this.hiddenBy.has('shelved') && this.#oneShot) this.#show('shelved', 'UNSHELVED')
    }
    const rose = severity > this.#severity
    this.#severity = severity
    if (rose) this.#row('again')
    const { reAlarmS } = this.#settings
    if (reAlarmS !== null && this.state === 'ACTIVE_ACK') {
      if (this.#now - Math.max(this.#ackedAt ?? 0, this.#activeAt) >= reAlarmS) this.#row('again')
    }
    if (this.hiddenBy.has('shelved') && this.#now >= this.#shelvedUntil) this.#show('shelved', 'UNSHELVED')
  }

  #rawNow(): boolean {
    return this.#history.at(-1)?.raw ?? false
  }

  /** Seconds for which the condition has been what it is now. */
  #heldFor(): number {
    const is = this.#rawNow()
    const before = this.#history.findLastIndex(({ raw }) => raw !== is)
    if (before < 0 && !is) return Number.POSITIVE_INFINITY
    return this.#now - (this.#history[before + 1]?.at ?? this.#now)
  }

  #row(event: string): boolean {
    const row = TABLE.find(([from, on, guard = '']) => from === this.state && on === event && this.#holds(guard))
    if (!row) return false
    this.state = row[3] ?? ''
    this.journal.push(row[4] ?? '')
    if (this.state === 'ACTIVE_UNACK' && this.hiddenBy.size === 0) this.annunciated += 1
    return true
  }

  #holds(guard: string): boolean {
    if (guard === '') return true
    const name = guard.replace('!', '') === 'latching' ? 'latching' : 'ackRequired'
    return this.#settings[name] !== guard.startsWith('!')
  }

  #show(mode: 'shelved' | 'rule' | 'out', journal: string): boolean {
    if (!this.hiddenBy.delete(mode)) return false
    this.journal.push(journal)
    if (this.hiddenBy.size > 0) return true
    const active = this.state.startsWith('ACTIVE')
    this.state = active ? 'ACTIVE_UNACK' : 'NORMAL'
    if (active) this.annunciated += 1
    return true
  }
}
