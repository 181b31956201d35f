import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { VISIONS, ciede2000, contrast, labOf, linearOf, seenBy } from './colour-science.ts'

const STREAMS = ['energy', 'water', 'wastewater', 'waste'] as const
const ALARMS = ['p1', 'p2', 'p3'] as const
const visions = Object.keys(VISIONS) as (keyof typeof VISIONS)[]

/** Hex tokens of a theme, read from the style sheet that the product ships. */
function tokensOf(theme: string): ReadonlyMap<string, string> {
  const sheet = readFileSync('src/ui/tokens.css', 'utf8')
  const block = sheet.slice(sheet.indexOf(`[data-theme='${theme}'] {`)).split('}')[0] ?? ''
  return new Map([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = '', hex = '']) => [name, hex]))
}

/** Smallest CIEDE2000 between two colours over normal vision and three kinds of colour blindness. */
function nearest(a: string, b: string): number {
  return Math.min(...visions.map((vision) => ciede2000(labOf(seenBy(vision, a)), labOf(seenBy(vision, b)))))
}

describe('the arithmetic', () => {
  it.each([
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, -1, 2], [50, 0, 0], 2.3669],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
    [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
  ] as const)('CIEDE2000 of %j and %j is %d', (a, b, difference) => {
    expect(ciede2000(a, b)).toBeCloseTo(difference, 4)
    expect(ciede2000(b, a)).toBeCloseTo(difference, 4)
  })

  it('keeps white white, and gives the known contrast', () => {
    expect(labOf(linearOf('#ffffff'))[0]).toBeCloseTo(100, 3)
    for (const vision of visions) expect(labOf(seenBy(vision, '#ffffff'))[0]).toBeCloseTo(100, 1)
    expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 5)
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
  })
})

describe.each(['room-dark', 'room-light'])('%s', (theme) => {
  const tokens = tokensOf(theme)
  const colour = (name: string): string => tokens.get(name) ?? ''

  it('has every colour that it is judged by', () => {
    for (const name of [...STREAMS, ...ALARMS, 'panel', 'map', 'text', 'text2']) expect(colour(name)).toMatch(/^#/)
  })

  it.each(STREAMS.flatMap((a, i) => STREAMS.slice(i + 1).map((b) => [a, b] as const)))(
    'tells %s from %s however somebody sees',
    (a, b) => {
      expect(nearest(colour(a), colour(b))).toBeGreaterThanOrEqual(12)
    },
  )

  it.each(STREAMS.flatMap((stream) => ALARMS.map((alarm) => [stream, alarm] as const)))(
    'never lets %s pass for %s',
    (stream, alarm) => {
      expect(nearest(colour(stream), colour(alarm))).toBeGreaterThanOrEqual(15)
    },
  )

  it('reads: text 4.5 to 1, streams 3 to 1, on panel and on map', () => {
    for (const ground of ['panel', 'map']) {
      for (const name of ['text', 'text2']) expect(contrast(colour(name), colour(ground))).toBeGreaterThanOrEqual(4.5)
      for (const name of STREAMS) expect(contrast(colour(name), colour(ground))).toBeGreaterThanOrEqual(3)
    }
  })
})
