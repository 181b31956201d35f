import { expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import { KPI_DEFINITIONS, type KpiDefinition } from '../../../src/domain/kpi/kpi-definitions.data.ts'
import { wallDecimals } from '../../../src/domain/wall/digits.ts'
import { wallLayout } from '../../../src/domain/wall/layout.ts'
import { WALL_PROFILES } from '../../../src/domain/wall/profiles.data.ts'
import { emWidth } from '../../../src/domain/wall/text-width.ts'

it.each([
  [0, 3, 3],
  [0.962, 3, 3],
  [1092.8, 1, 1],
  [9999.9, 1, 1],
  [10_928.4, 1, 0],
  [-10_928.4, 1, 0],
  [31.25, 2, 2],
  [1234.56, 2, 1],
  [250_000, 0, 0],
  [Number.NaN, 2, 2],
  [null, 1, 1],
])('%s with %s decimals is shown with %s', (value, decimals, shown) => {
  expect(wallDecimals(value, decimals)).toBe(shown)
})

const textsOf = (locale: string, name: string): Record<string, string> =>
  JSON.parse(readFileSync(`src/i18n/catalogues/${locale}/${name}.json`, 'utf8')) as Record<string, string>

/** The largest that a figure is: all its digits, or the whole for a share. */
function largest({ unit, decimals }: KpiDefinition): string {
  if (unit === '%') return '100.0'
  return decimals === 0 ? '88,888' : `${'8'.repeat(5 - decimals)}.${'8'.repeat(decimals)}`.replace(/^8888/, '8,888')
}

/** Font sizes that a number takes: tabular digits are wider than a letter's mean, marks far less. */
function numberWidth(text: string): number {
  const digits = text.replaceAll(/\D/g, '').length
  return digits * 0.6 + (text.length - digits) * 0.26
}

it.each(WALL_PROFILES.flatMap((profile) => ['en', 'vi', 'ja'].map((locale) => ({ profile, locale, id: profile.id }))))(
  'rows beside the map hold five digits with name, target and unit: $id $locale',
  ({ profile, locale }) => {
    const { side, margin, type } = wallLayout(profile)
    const room = (side[0]?.width ?? 0) - 2 * margin
    const [wall, kpi] = [textsOf(locale, 'wall'), textsOf(locale, 'kpi')]
    const over = KPI_DEFINITIONS.flatMap((definition) => {
      const value = largest(definition)
      const name = emWidth(wall[`kpi.${definition.id}`] ?? '') * type.text
      const target = emWidth((kpi[`target.${definition.targetWord}`] ?? '').replace('{{value}}', value)) * type.label
      const unit = definition.unit === '1' ? 0 : 0.2 + emWidth(definition.unit.replace(/[{}]/g, ''))
      const figure = numberWidth(value) * type.figure + unit * type.label
      const need = 1.6 * type.text + Math.max(name, target) + Math.max(figure, 6.4 * type.text)
      return need > room ? [`${definition.id} by ${(need - room).toFixed(0)} px of ${room.toFixed(0)}`] : []
    })
    expect(over).toEqual([])
  },
)
