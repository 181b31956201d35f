import { catalogueIdSchema } from '../../../src/contract/resources.ts'
import { contractMajor } from '../../../src/contract/live.ts'
import { CONTRACT_VERSION } from '../../../src/contract/primitives.ts'
import type { HttpProbe } from './http-probe.ts'
import { expectUnique, readAllPages } from './paging.ts'
import { type Report, expectThat } from './report.ts'

const WHOLE_LIST = 5000

/** Server, parks and their master data. Answers the first park's id, or null when there is none to go on with. */
export async function checkParks(report: Report, probe: HttpProbe): Promise<string | null> {
  await report.check('server: info in our contract version', async () => {
    const { contract, time } = await probe.get('server', '/server')
    expectThat(
      contractMajor(contract) === contractMajor(CONTRACT_VERSION),
      'server',
      `contract: ${contract}, ours is ${CONTRACT_VERSION}`,
    )
    const skewMs = Math.abs(Date.parse(time) - Date.now())
    expectThat(skewMs < 86_400_000 * 400, 'server', `time: ${time} is more than a year away from now`)
  })
  const parks = await report.check('parks: every page', () => readAllPages(probe, 'parks', '/parks', 1))
  const parkId = parks?.[0]?.id ?? null
  for (const catalogueId of catalogueIdSchema.options) {
    await report.check(`catalogue: ${catalogueId}`, () => probe.get('catalogue', `/catalogues/${catalogueId}`))
  }
  await report.check('reference: tariffs', () => probe.get('tariffs', '/reference/tariffs'))
  await report.check('reference: grid factors', () => probe.get('gridFactors', '/reference/grid-factors'))
  await report.check('reference: limit sets', () => probe.get('limitSets', '/reference/limit-sets'))
  await report.check('reference: norms', () => probe.get('norms', '/reference/norms'))
  await report.check('reference: holidays', () => probe.get('holidays', '/reference/holidays'))
  return parkId
}

/** One park: fact sheet, assets, points, tenants and what they say about each other. Answers the point ids. */
export async function checkMasterData(report: Report, probe: HttpProbe, parkId: string): Promise<string[]> {
  const base = `/parks/${parkId}`
  await report.check('park: fact sheet', () => probe.get('park', base))
  const assets = await report.check('assets: every page', () =>
    readAllPages(probe, 'assets', `${base}/assets`, WHOLE_LIST),
  )
  const points = await report.check('points: every page', () =>
    readAllPages(probe, 'points', `${base}/points`, WHOLE_LIST),
  )
  await report.check('tenants: every page', () => readAllPages(probe, 'tenants', `${base}/tenants`, WHOLE_LIST))
  await report.check('tenants: small pages join', async () => {
    const whole = await probe.get('tenants', `${base}/tenants?limit=${WHOLE_LIST}`)
    const joined = await readAllPages(probe, 'tenants', `${base}/tenants`, Math.max(1, Math.ceil(whole.total / 3)))
    expectThat(joined.length === whole.items.length, 'tenants', 'items: small pages do not join to the whole list')
  })
  const assetIds = new Set(assets?.map((asset) => asset.id))
  const [asset] = assets ?? []
  if (asset) {
    await report.check('asset: one of the list', async () => {
      const single = await probe.get('asset', `${base}/assets/${asset.id}`)
      expectThat(single.id === asset.id, 'asset', `id: asked for ${asset.id}, got ${single.id}`)
    })
  }
  await report.check('points: every point on an asset', async () => {
    for (const [index, point] of (points ?? []).entries()) {
      const known = assetIds.has(point.assetId)
      expectThat(known, 'points', `items[${index}].assetId: "${point.assetId}" is not in assets`)
    }
  })
  await report.check('assets: parents exist', async () => {
    for (const [index, { parentId }] of (assets ?? []).entries()) {
      const known = parentId === null || assetIds.has(parentId)
      expectThat(known, 'assets', `items[${index}].parentId: "${parentId ?? ''}" is not in assets`)
    }
  })
  await report.check('permits: every outfall that is named exists', async () => {
    const permits = await readAllPages(probe, 'permits', `${base}/permits`, WHOLE_LIST)
    for (const [index, { outfallId }] of permits.entries()) {
      expectThat(
        [...assetIds].some((id) => id === outfallId),
        'permits',
        `items[${index}].outfallId: "${outfallId}" is not in assets`,
      )
    }
  })
  await report.check('tours: every page', () => readAllPages(probe, 'tours', `${base}/tours`, WHOLE_LIST))
  await report.check('agenda', async () => {
    const agenda = await probe.get('agenda', `${base}/agenda`)
    expectUnique('agenda', agenda.items)
  })
  return (points ?? []).map((point) => point.id)
}
