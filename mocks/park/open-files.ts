import { z } from 'zod'
import { COLLECTIONS, type CollectionId, type FeatureOf } from '../../src/contract/collections.ts'
import type { OutfallPermit } from '../../src/contract/reference.ts'
import type { Park } from '../../src/contract/resources.ts'
import type { Tour } from '../../src/contract/tours.ts'
import { expandBuildings } from '../plan/expand-buildings.ts'
import { assembleAssets, assemblePark, assemblePoints, assembleTenants, sourceResolver } from './assemble-model.ts'
import { deriveContainers, fillRoutes } from './derive-waste.ts'
import { type Networks, expandNetworks } from './networks-file.ts'
import type { FILE_SCHEMAS } from './file-schemas.ts'
import { completed, isBuilt } from './built-files.ts'
import { ParkFileError, type ParkFiles, type ParkModel } from './park-model.ts'

/** Reads one file of a park folder as JSON; `undefined` where the folder has no such file. */
export type ReadParkFile = (name: string) => Promise<unknown>

type FileName = keyof typeof FILE_SCHEMAS
type FileOf<N extends FileName> = z.output<(typeof FILE_SCHEMAS)[N]>

/** What a file must be. Files that ship with a build need none of it, and the world's start is not to wait for it. */
async function schemaOf<N extends FileName>(name: N): Promise<z.ZodType<FileOf<N>>> {
  const schemas: { [F in FileName]: z.ZodType<FileOf<F>> } = (await import('./file-schemas.ts')).FILE_SCHEMAS
  return schemas[name]
}

/** Parses a file. Throws ParkFileError with the path of every problem. A built file is taken as it is. */
async function parseFile<N extends FileName>(name: N, data: unknown, areBuilt: boolean): Promise<FileOf<N>> {
  if (data === undefined) throw new ParkFileError(name, ['the file is missing'])
  // The build has parsed it with this very schema.
  if (areBuilt && isBuilt(name)) return completed(name, data) as FileOf<N>
  const result = (await schemaOf(name)).safeParse(data)
  if (result.success) return result.data
  throw new ParkFileError(name, problemsOf(result.error))
}

function problemsOf(error: z.ZodError): string[] {
  return error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
}

/** A GeoJSON file before its features are checked one by one. */
const featureCollectionSchema = z.object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()) })

function parseFeatures<C extends CollectionId>(id: C, data: unknown, areBuilt: boolean): FeatureOf<C>[] {
  const name = `${id}.geojson`
  const file = featureCollectionSchema.safeParse(data)
  if (!file.success)
    throw new ParkFileError(name, data === undefined ? ['the file is missing'] : problemsOf(file.error))
  if (areBuilt) return file.data.features as FeatureOf<C>[]
  const problems: string[] = []
  const features = file.data.features.flatMap((feature, i): FeatureOf<C>[] => {
    const result = COLLECTIONS[id].safeParse(feature)
    // The schema belongs to this collection, which the compiler cannot follow through the lookup.
    if (result.success) return [result.data as FeatureOf<C>]
    const named = z.object({ id: z.string() }).safeParse(feature)
    problems.push(
      ...problemsOf(result.error).map((text) => `${named.success ? named.data.id : `feature ${i}`} ${text}`),
    )
    return []
  })
  if (problems.length > 0) throw new ParkFileError(name, problems)
  return features
}

/** The answer of the first call for all after it; a failure is not kept, so that the next one tries again. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let known: Promise<T> | null = null
  return () => {
    if (known !== null) return known
    const coming = work()
    known = coming
    coming.catch(() => {
      known = null
    })
    return coming
  }
}

/**
 * Opens a park folder through any reader; every file is read at most once, unless it did not come. `areBuilt` says that the files ship with a
 * build, which has checked them.
 */
export function openFiles(read: ReadParkFile, areBuilt = false): ParkFiles {
  const raw = new Map<string, Promise<unknown>>()
  const file = (name: string): Promise<unknown> => {
    const known = raw.get(name)
    if (known !== undefined) return known
    const coming = read(name)
    raw.set(name, coming)
    coming.catch(() => raw.delete(name))
    return coming
  }
  const parsed = async <N extends FileName>(name: N): Promise<FileOf<N>> => parseFile(name, await file(name), areBuilt)

  const loadNetworks = once(async (): Promise<Networks> => {
    const [nodes, edges] = await Promise.all([file('network-nodes.geojson'), file('network-edges.geojson')])
    if (nodes === undefined || edges === undefined) return expandNetworks(await parsed('networks.json'))
    const all = parseFeatures('network-edges', edges, areBuilt)
    return {
      nodes: parseFeatures('network-nodes', nodes, areBuilt),
      edgesOf: (network) => all.filter(({ properties }) => network === undefined || properties.network === network),
    }
  })
  const loadEdges = once(async () => (await loadNetworks()).edgesOf())

  const openPark = async (): Promise<Park> => {
    const parkFile = await parsed('park.json')
    return assemblePark(parkFile, sourceResolver(parkFile))
  }

  const openTours = async (): Promise<Tour[]> => {
    const data = await file('tours.json')
    return data === undefined ? [] : (await parseFile('tours.json', data, areBuilt)).tours
  }

  const openPermits = async (): Promise<OutfallPermit[]> => {
    const data = await file('permits.json')
    if (data === undefined) return []
    const { permits } = await parseFile('permits.json', data, areBuilt)
    const resolve = sourceResolver(await parsed('park.json'))
    return permits.map((permit): OutfallPermit =>
      Object.assign({}, permit, { source: resolve(permit.source, `permit ${permit.id}`) }),
    )
  }

  const loadCore = async (): Promise<ParkModel> => {
    const [parkFile, tenantFile, assetFile, pointFile, simulationFile, graph] = await Promise.all([
      parsed('park.json'),
      parsed('tenants.json'),
      parsed('assets.json'),
      parsed('points.json'),
      parsed('simulation.json'),
      loadNetworks(),
    ])
    const resolve = sourceResolver(parkFile)
    const tenants = assembleTenants(tenantFile, resolve)
    const assets = assembleAssets(assetFile, graph.nodes, tenants, resolve)
    return {
      park: assemblePark(parkFile, resolve),
      tenants,
      assets,
      points: assemblePoints(pointFile.points, assets, resolve),
      simulation: fillRoutes(simulationFile, graph.edgesOf('waste-route')),
    }
  }
  const openCore = once(loadCore)

  const loadBuildings = async (): Promise<FeatureOf<'buildings'>[]> => {
    const full = await file('buildings.geojson')
    if (full !== undefined) return parseFeatures('buildings', full, areBuilt)
    const [compact, plots, sites] = await Promise.all([
      parsed('buildings.json'),
      collection('plots'),
      collection('sites'),
    ])
    return expandBuildings(compact, plots, sites)
  }
  const loadContainers = async (): Promise<FeatureOf<'containers'>[]> => {
    const full = await file('containers.geojson')
    if (full !== undefined) return parseFeatures('containers', full, areBuilt)
    return deriveContainers(await openCore())
  }
  const derived: { [C in CollectionId]?: () => Promise<FeatureOf<C>[]> } = {
    buildings: loadBuildings,
    containers: loadContainers,
    'network-nodes': async () => (await loadNetworks()).nodes,
    'network-edges': loadEdges,
  }
  async function collection<C extends CollectionId>(id: C): Promise<FeatureOf<C>[]> {
    const own = derived[id]
    if (own !== undefined) return own()
    const data = await file(`${id}.geojson`)
    return data === undefined ? [] : parseFeatures(id, data, areBuilt)
  }
  const registerFile = (name: string): Promise<unknown> => file(`registers/${name}.json`)
  return { park: openPark, core: openCore, tours: openTours, permits: openPermits, collection, registerFile }
}
