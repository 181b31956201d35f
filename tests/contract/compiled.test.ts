import { readFile } from 'node:fs/promises'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openPark } from '../../mocks/park/load-node.ts'
import { ASSET, POINT, SERVER_FRAME, TENANT } from '../../src/contract/compiled.ts'
import { parseAsset, parsePoint, parseServerFrame, parseTenant } from '../../src/contract/compiled-parsers.js'
import { buildParsers } from '../../src/contract/docs/compiled-parsers.ts'
import { serverFrameSchema } from '../../src/contract/live.ts'
import { CONTRACT_VERSION } from '../../src/contract/primitives.ts'
import { assetSchema, pointSchema, tenantSchema } from '../../src/contract/resources.ts'
import { hostile, mutated } from '../fuzz/hostile.ts'

const { points, assets, tenants } = await openPark('bau-bang').core()
const time = '2026-11-22T05:00:00Z'
const FRAMES = [
  { type: 'welcome', contract: CONTRACT_VERSION, epoch: 'e', time, resumed: false, heartbeatMs: 15_000 },
  { type: 'event', seq: 3, time, name: 'alarm', data: { changes: [], deep: { er: null } } },
  { type: 'ping', time },
  { type: 'bye', reason: 'stop', problem: { type: 't', title: 'Stopping', status: 503 } },
  {
    type: 'snapshot',
    parkId: 'bau-bang',
    epoch: 'e',
    seq: 1,
    time,
    points: ['em-a01.active-power', 'em-a01.energy-import'],
    values: [1.5, null],
    timeOffsetsMs: [-60, 0],
    qualities: [192, 0],
  },
]

const CASES: readonly (readonly [string, z.ZodType, z.ZodType, readonly unknown[]])[] = [
  ['a point', POINT, pointSchema, points],
  ['an asset', ASSET, assetSchema, assets],
  ['a tenant', TENANT, tenantSchema, tenants],
  ['a frame', SERVER_FRAME, serverFrameSchema, FRAMES],
]

const wire = (value: unknown): unknown => JSON.parse(JSON.stringify(value) ?? 'null')

describe('compiled parsers', () => {
  it('are what the schemas say (npm run contract:docs)', async () => {
    const file = await readFile(new URL('../../src/contract/compiled-parsers.js', import.meta.url), 'utf8')
    expect(file).toBe(buildParsers())
  })

  it.each([
    ['a point', parsePoint, points],
    ['an asset', parseAsset, assets],
    ['a tenant', parseTenant, tenants],
    ['a frame', parseServerFrame, FRAMES],
  ] as const)('leave no good row of %s to the schema', (_, parse, good) => {
    expect((wire(good) as unknown[]).filter((row) => parse(row) === z.INVALID)).toEqual([])
  })

  it.each(CASES)('take what is good and make of %s what the schema makes', (_, compiled, schema, good) => {
    const kinds = new Set<unknown>()
    for (const row of wire(good) as unknown[]) {
      const outcome = compiled.safeParse(row)
      expect(outcome.success).toBe(true)
      expect(outcome).toEqual(schema.safeParse(row))
      kinds.add(typeof row === 'object' && row !== null && 'type' in row ? row.type : 'row')
    }
    expect(kinds.size).toBe(good === FRAMES ? 5 : 1)
  })

  it.each(CASES)('say of %s that was changed on its way what the schema says', (_, compiled, schema, good) => {
    const changed = fc.constantFrom(...good.slice(0, 400)).chain((row) => mutated(wire(row)))
    fc.assert(
      fc.property(fc.oneof({ weight: 6, arbitrary: changed }, hostile), (value) => {
        const [ours, theirs] = [compiled.safeParse(value), schema.safeParse(value)]
        expect(ours.success).toBe(theirs.success)
        expect(ours.data).toEqual(theirs.data)
        expect(ours.error?.issues).toEqual(theirs.error?.issues)
      }),
    )
  })
})
