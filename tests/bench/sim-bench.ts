import type { ParkModel } from '../../mocks/park/park-model.ts'
import { openPark } from '../../mocks/park/load-node.ts'
import { createWorld } from '../../mocks/sim/world.ts'

/** Cost of the simulated park: medians of a few runs in processor time, printed as a table. Run: `node tests/bench/sim-bench.ts [park]`. */
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const RUNS = 5

/** Processor time of this process: what a busy machine around it does not change. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

function timeOf(run: (round: number) => void): number {
  const times: number[] = []
  for (let round = 0; round < RUNS; round++) {
    const start = cpuMs()
    run(round)
    times.push(cpuMs() - start)
  }
  return median(times)
}

function print(name: string, ms: number): void {
  console.log(`${name.padEnd(46)} ${ms.toFixed(1).padStart(8)} ms`)
}

function report(model: ParkModel): void {
  const now = Date.UTC(2026, 10, 20, 7, 32)
  const open = (): ReturnType<typeof createWorld> =>
    createWorld({ model, seed: 1, scenario: 'normal-day', scenarioStartMs: now })
  console.log(`${model.points.length} points, ${model.assets.length} assets`)
  print(
    'create world',
    timeOf(() => void open()),
  )
  const first = cpuMs()
  const world = open()
  for (let i = 0; i < world.points.length; i++) world.sampleAt(i, now)
  print('first snapshot of a new world (registers cold)', cpuMs() - first)
  print(
    'snapshot at another hour',
    timeOf((round) => {
      const at = now - (round + 1) * 37 * HOUR_MS
      for (let i = 0; i < world.points.length; i++) world.sampleAt(i, at)
    }),
  )
  const due: number[] = []
  let samples = 0
  let worst = 0
  const seconds = 300
  const start = cpuMs()
  for (let second = 1; second <= seconds; second++) {
    const t = now + second * 1000
    const before = cpuMs()
    due.length = 0
    world.dueBetween(t - 1000, t, due)
    for (const index of due) world.sampleAt(index, t)
    samples += due.length
    worst = Math.max(worst, cpuMs() - before)
  }
  print('one live second (mean of 300)', (cpuMs() - start) / seconds)
  print('one live second (longest)', worst)
  console.log(`${(samples / seconds).toFixed(0)} samples a second`)
  const full = cpuMs()
  for (let i = 0; i < world.points.length; i++) world.sampleAt(i, now + 400_000)
  print('every point at one second', cpuMs() - full)
  const seen = new Set<string>()
  const years: { name: string; ms: number; day: number }[] = []
  world.points.forEach((point, index) => {
    const name = `${model.assets.find((asset) => asset.id === point.assetId)?.kind ?? ''}.${point.kind}`
    if (seen.has(name)) return
    seen.add(name)
    const fresh = open()
    fresh.sampleAt(index, now)
    const at = cpuMs()
    fresh.bucketsOf(index, now - 365 * DAY_MS, now, HOUR_MS)
    const ms = cpuMs() - at
    const again = cpuMs()
    fresh.bucketsOf(index, now - DAY_MS, now, 300_000)
    years.push({ name, ms, day: cpuMs() - again })
  })
  years.sort((a, b) => b.ms - a.ms)
  console.log(
    `year of hourly buckets, ${years.length} kinds of point: median ${median(years.map((y) => y.ms)).toFixed(1)} ms; slowest:`,
  )
  for (const { name, ms } of years.slice(0, 8)) print(`  ${name}`, ms)
  years.sort((a, b) => b.day - a.day)
  console.log('day of 5 min buckets, slowest:')
  for (const { name, day } of years.slice(0, 5)) print(`  ${name}`, day)
}

report(await openPark(process.argv[2] ?? 'bau-bang').core())
