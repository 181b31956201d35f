import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openPark } from '../../mocks/park/load-node.ts'
import type { Snapshot } from '../../src/contract/readings.ts'
import { parkIdSchema } from '../../src/contract/primitives.ts'
import { buildPage } from './builds.ts'

/** Builds the page that does the least with the product's libraries, with the points of a park and a snapshot of them. */
export async function buildStackPage(): Promise<Awaited<ReturnType<typeof buildPage>>> {
  const page = await buildPage('stack')
  const { points } = await openPark('bau-bang').core()
  const snapshot: Snapshot = {
    parkId: parkIdSchema.parse('bau-bang'),
    epoch: 'bench',
    seq: 1,
    time: new Date(0).toISOString(),
    points: points.map(({ id }) => id),
    values: points.map((_, at) => at / 7),
    timeOffsetsMs: points.map(() => 0),
    qualities: points.map(() => 0),
  }
  writeFileSync(join(page.root, 'points.json'), JSON.stringify(points))
  writeFileSync(join(page.root, 'snapshot.json'), JSON.stringify(snapshot))
  return page
}
