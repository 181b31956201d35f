import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { assetSchema, parkSchema, pointSchema, tenantSchema } from '../../src/contract/resources.ts'
import { expandNetworks } from '../../mocks/park/networks-file.ts'
import { openFiles } from '../../mocks/park/open-files.ts'
import { openPark, PARK_IDS } from '../../mocks/park/load-node.ts'
import { simulationSchema } from '../../mocks/park/park-files.ts'
import type { ParkModel } from '../../mocks/park/park-model.ts'

describe.each(PARK_IDS)('park %s', (parkId) => {
  const files = openPark(parkId)
  let model: ParkModel
  beforeAll(async () => {
    model = await files.core()
  })

  it('speaks the contract', () => {
    expect(parkSchema.safeParse(model.park).error).toBeUndefined()
    for (const asset of model.assets) expect(assetSchema.safeParse(asset).error).toBeUndefined()
    for (const point of model.points) expect(pointSchema.safeParse(point).error).toBeUndefined()
    for (const tenant of model.tenants) expect(tenantSchema.safeParse(tenant).error).toBeUndefined()
    expect(simulationSchema.safeParse(model.simulation).error).toBeUndefined()
  })

  it('leaves what nobody published empty', () => {
    const unknown = model.park.facts.filter((fact) => fact.source.title === 'No publication found')
    expect(unknown.length).toBeGreaterThan(1)
    expect(unknown.filter((fact) => fact.value !== null)).toEqual([])
  })

  it('drives every vehicle in a closed round past its containers', () => {
    for (const vehicle of model.simulation.waste.vehicles) {
      expect(vehicle.route.at(-1)).toEqual(vehicle.route[0])
      expect(vehicle.stops.length).toBeGreaterThan(0)
      for (const stop of vehicle.stops) expect(stop.alongM).toBeLessThanOrEqual(vehicle.lengthM)
    }
  })

  it('gives meters the plot and tenant of their network node', () => {
    const meters = model.assets.filter((asset) => asset.kind === 'electricity-meter' && asset.plotId !== null)
    expect(meters.length).toBe(model.simulation.consumers.filter((consumer) => consumer.plotId !== null).length)
    expect(meters.filter((meter) => meter.tenantId === null)).toEqual([])
    expect(meters.filter((meter) => meter.nodeId === null)).toEqual([])
  })

  it('derives containers as features', async () => {
    const containers = await files.collection('containers')
    expect(containers.length).toBe(model.assets.filter((asset) => asset.kind === 'container').length)
  })
})

describe('networks as rows', () => {
  const file = {
    origin: [106, 11] as [number, number],
    names: ['', 'wm-1', 'No Id'],
    networks: [
      {
        network: 'water' as const,
        prefix: 'w',
        ids: ['n1', 'n2'],
        nodes: [
          [0, 0, 0, 1],
          [0, 10, 0],
        ],
        edges: [[1, 0, 1, 0, 0, 0, 0, 0, 0]],
      },
      {
        network: 'waste-route' as const,
        prefix: 'r',
        ids: ['n3', 'n4'],
        nodes: [
          [0, 0, 5],
          [0, 10, 5],
        ],
        edges: [[7, 0, 1, 0, 0, 0, 0, 0, 0]],
      },
    ],
  }

  it('hand out the edges of one network, or of all', () => {
    const networks = expandNetworks(file)
    expect(networks.edgesOf('waste-route').map(({ id }) => id)).toEqual(['r7'])
    expect(networks.edgesOf().map(({ id }) => id)).toEqual(['w1', 'r7'])
  })

  it('name the text that is no id', () => {
    expect(() => expandNetworks({ ...file, names: ['', 'No Id'] })).toThrow('"No Id" is no id')
  })
})

describe('a reader', () => {
  it('that failed is asked again by whoever needs the file next', async () => {
    const ground = { type: 'FeatureCollection', features: [] }
    const answers = [Promise.reject(new Error('no connection')), Promise.resolve(ground)]
    const files = openFiles((name) => (name === 'green.geojson' ? answers.shift() : undefined) ?? Promise.resolve())
    await expect(files.collection('green')).rejects.toThrow('no connection')
    await expect(files.collection('green')).resolves.toEqual([])
  })

  it('that failed leaves the park to be opened once more', async () => {
    let isBroken = true
    const park = openPark('long-duc')
    const files = openFiles(async (name) => {
      if (isBroken && name === 'points.json') throw new Error('no connection')
      const data: unknown = JSON.parse(await readFile(`fixtures/parks/long-duc/${name}`, 'utf8').catch(() => 'null'))
      return data ?? undefined
    })
    await expect(files.core()).rejects.toThrow('no connection')
    isBroken = false
    await expect(files.core()).resolves.toEqual(await park.core())
  })

  it('is asked for each file once', async () => {
    const asked: string[] = []
    const files = openFiles(async (name) => {
      asked.push(name)
      return name === 'green.geojson' ? { type: 'FeatureCollection', features: [] } : undefined
    })
    await files.collection('green')
    await files.collection('green')
    expect(asked).toEqual(['green.geojson'])
  })

  it('names the file that is missing', async () => {
    const files = openFiles(async () => undefined)
    await expect(files.core()).rejects.toThrow(/\.json: the file is missing/)
  })
})
