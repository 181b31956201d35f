import { describe, expect, it } from 'vitest'
import { profileOf, wallSearchSchema } from '../../src/app/wall/wall-search.ts'

describe('address of a wall', () => {
  it('falls back key by key', () => {
    const search = wallSearchSchema.parse({
      park: 'NOT A PARK',
      scene: 'nothing',
      hold: 'x',
      w: 'wide',
      night: 'x'.repeat(20),
    })
    expect(Object.values(search).every((value) => value === undefined)).toBe(true)
    expect(profileOf('custom', search)).toMatchObject({ ok: true, profile: { panelWidthPx: 3840, distanceM: 4 } })
  })

  it('refuses sizes that cannot be, with the field', () => {
    const search = wallSearchSchema.parse({ w: 3840, h: 2160, inch: 55, far: 40 })
    expect(profileOf('custom', search)).toMatchObject({ ok: false, fault: { field: 'distanceM', reason: 'too-far' } })
    expect(profileOf('custom', wallSearchSchema.parse({ cols: 0 }))).toMatchObject({
      ok: false,
      fault: { field: 'columns' },
    })
    expect(profileOf('nothing-like-it', search)).toBeNull()
  })
})
