import { describe, expect, it } from 'vitest'
import type { FeatureOf } from '../../src/contract/collections.ts'
import { drawnFrom } from '../../src/map/data/drawn-features.ts'

describe('names on the map', () => {
  it('keep voltages and their unit on one line', () => {
    const site: FeatureOf<'sites'> = {
      type: 'Feature',
      id: 'site-ss1',
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [106, 11],
            [106.1, 11],
            [106.1, 11.1],
            [106, 11],
          ],
        ],
      },
      properties: {
        kind: 'substation',
        name: { vi: 'TBA 110/22 kV Lai Uyên', en: 'Lai Uyên 110/22 kV substation', ja: 'ライウエン110/22 kV変電所' },
        areaHa: 1,
        assetId: null,
      },
    }
    const labels = drawnFrom('sites', [site])['site-labels']?.features.map(({ properties }) => properties)
    expect(labels).toMatchObject([
      {
        vi: 'TBA 110\u200A\u2215\u200A22\u00A0kV Lai Uyên',
        en: 'Lai Uyên 110\u200A\u2215\u200A22\u00A0kV substation',
        ja: 'ライウエン110\u200A\u2215\u200A22\u00A0kV変電所',
      },
    ])
  })
})
