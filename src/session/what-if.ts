/** What a scenario supposes. It lives in the URL; a page that shows it wears the watermark. */
export type WhatIf =
  /** What is picked is out of service. */
  | { kind: 'out' }
  /** The supply of everything behind what is picked (of the park where nothing is) falls short by a share. */
  | { kind: 'cut'; service: 'power' | 'water'; percent: number }
  /** A tenant comes to the free plot that is picked. MW and m³ a day; null wastewater follows the water. */
  | { kind: 'newcomer'; powerMw: number; waterM3PerDay: number; wastewaterM3PerDay: number | null }
  /** All suitable roofs carry solar. */
  | { kind: 'solar' }

export const WHAT_IF_KINDS = ['out', 'cut', 'newcomer', 'solar'] as const satisfies readonly WhatIf['kind'][]

/** Where a scenario begins when it is switched on. */
export const FIRST_GUESS: Readonly<Record<WhatIf['kind'], WhatIf>> = {
  out: { kind: 'out' },
  cut: { kind: 'cut', service: 'power', percent: 20 },
  newcomer: { kind: 'newcomer', powerMw: 2, waterM3PerDay: 500, wastewaterM3PerDay: null },
  solar: { kind: 'solar' },
}

const MOST = 1e6

function amountOf(text: string | undefined, most: number): number | null {
  const value = Number(text)
  return text !== undefined && text !== '' && Number.isFinite(value) && value >= 0 && value <= most ? value : null
}

/** Scenario that a link describes, such as `cut,power,20`; null where it describes none. */
export function whatIfOf(text: string | undefined): WhatIf | null {
  const [kind, ...parts] = text?.split(',') ?? []
  switch (kind) {
    case 'out':
    case 'solar':
      return { kind }
    case 'cut': {
      const percent = amountOf(parts[1], 100)
      const service = parts[0] === 'water' ? 'water' : parts[0] === 'power' ? 'power' : null
      return service === null || percent === null ? null : { kind, service, percent }
    }
    case 'newcomer': {
      const powerMw = amountOf(parts[0], MOST)
      const waterM3PerDay = amountOf(parts[1], MOST)
      if (powerMw === null || waterM3PerDay === null) return null
      return { kind, powerMw, waterM3PerDay, wastewaterM3PerDay: amountOf(parts[2], MOST) }
    }
    case undefined:
    default:
      return null
  }
}

/** What the link carries of a scenario. */
export function searchOfWhatIf(whatIf: WhatIf): string {
  switch (whatIf.kind) {
    case 'cut':
      return `cut,${whatIf.service},${whatIf.percent}`
    case 'newcomer':
      return `newcomer,${whatIf.powerMw},${whatIf.waterM3PerDay},${whatIf.wastewaterM3PerDay ?? ''}`
    case 'out':
    case 'solar':
      break
  }
  return whatIf.kind
}
