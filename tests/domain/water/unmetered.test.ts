import { describe, expect, it } from 'vitest'
import { meteredTenants } from '../../../src/domain/water/unmetered.ts'
import { openPark } from '../../../mocks/park/load-node.ts'

describe('tenants without a water meter', async () => {
  const { tenants, assets } = await openPark('bau-bang').core()
  const metered = (plotId: string | undefined) =>
    assets.find((asset) => asset.kind === 'water-meter' && asset.plotId === plotId)
  const running = tenants.find(({ headcount, plotIds }) => headcount !== null && metered(plotIds[0]))
  const building = tenants.filter(({ headcount }) => headcount === null)

  it('are none where all that lack one are still building', () => {
    expect(building.length).toBeGreaterThan(0)
    expect(meteredTenants({ tenants, assets })).toEqual({
      running: tenants.length - building.length,
      unmetered: [],
      building: building.length,
    })
  })

  it('are found once their meter is gone, and when they have a contract before anybody works there', () => {
    const meter = metered(running?.plotIds[0])
    expect(meteredTenants({ tenants, assets: assets.filter((asset) => asset !== meter) }).unmetered).toEqual([running])
    const [tenant] = building
    if (!tenant) throw new Error('nobody builds')
    const contracted = { ...tenant, contractedWaterM3PerDay: 40 }
    expect(meteredTenants({ tenants: [contracted], assets })).toMatchObject({ running: 1, unmetered: [contracted] })
  })
})
