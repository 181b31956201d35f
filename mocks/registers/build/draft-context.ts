import type { Fact } from '../../../src/contract/primitives.ts'
import type { Tenant } from '../../../src/contract/resources.ts'
import type { SimulationParams } from '../../park/simulation-file.ts'
import { type Random, randomStream } from '../../plan/random.ts'
import type { Story } from './story.data.ts'

/** What the builders of the registers know about a park. */
export interface DraftContext {
  story: Story
  areaHa: number
  facts: readonly Fact[]
  tenants: readonly Tenant[]
  /** Tenants that run: those with a headcount. */
  operating: readonly Tenant[]
  pointIds: ReadonlySet<string>
  hazardousStoreId: string | null
  outfallId: string | null
  /** What containers and plant of the simulation give: the register has to agree with the weighbridge. */
  waste: SimulationParams['waste']
  /** Hectares of the service sites by their use. */
  technicalHa: number
  socialHa: number
  random: (purpose: string) => Random
}

export function draftContext(input: Omit<DraftContext, 'operating' | 'random'>): DraftContext {
  return {
    ...input,
    operating: input.tenants.filter(({ headcount }) => headcount !== null),
    random: (purpose) => randomStream(input.story.seed, purpose),
  }
}

/** A whole number of [low, high]. */
export function between(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1))
}

/** Two leading digits: nobody enters a saving to the kilowatt-hour. */
export function rounded(value: number): number {
  if (value === 0) return 0
  const scale = 10 ** Math.max(0, Math.floor(Math.log10(Math.abs(value))) - 1)
  return Math.round(value / scale) * scale
}

export function tenth(value: number): number {
  return Math.round(value * 10) / 10
}
