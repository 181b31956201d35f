import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import {
  gridFactorsSchema,
  holidaysSchema,
  limitSetsSchema,
  normsSchema,
  tariffsSchema,
} from '../../src/contract/reference.ts'

function read<T extends z.ZodType>(name: string, schema: T): z.infer<T> {
  return schema.parse(JSON.parse(readFileSync(new URL(`../../fixtures/reference/${name}`, import.meta.url), 'utf8')))
}

/** The shipped reference files, parsed. */
export const tariffs = read('tariffs.json', tariffsSchema)
export const gridFactors = read('grid-factors.json', gridFactorsSchema)
export const limitSets = read('limit-sets.json', limitSetsSchema).limitSets
export const holidays = read('holidays.json', holidaysSchema)
export const norms = read('norms.json', normsSchema)

/** The zone of every park here, and an instant by its clock (UTC+7, no summer time). */
export const ZONE = 'Asia/Ho_Chi_Minh'
export const at = (local: string): number => Date.parse(`${local}+07:00`)
export const HOUR_MS = 3_600_000
export const DAY_MS = 24 * HOUR_MS
