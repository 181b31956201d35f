import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { PlotFeature } from '../../src/contract/collections.ts'
import type { Findings } from './check/findings.ts'
import { makePlots } from './import/make-plots.ts'
import { readParcels } from './import/parcel-file.ts'
import { parsePlotMapping } from './import/plot-mapping.ts'
import { openParkFolder } from './load-node.ts'

const USAGE =
  'usage: npm run import:plots -- <parcels.geojson> --map <mapping.json> --park <park folder> [--replace] [--dry-run]'

function readJson(path: string): unknown {
  try {
    const data: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return data
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

/** Existing plots in their order with the imported ones in place of those of the same id, new ones at the end. */
function merge(existing: readonly PlotFeature[], imported: readonly PlotFeature[]): PlotFeature[] {
  const fresh = new Map(imported.map((plot) => [plot.id, plot]))
  const kept = existing.map((plot) => fresh.get(plot.id) ?? plot)
  const known = new Set(existing.map((plot) => plot.id))
  return [...kept, ...imported.filter((plot) => !known.has(plot.id))]
}

/** `npm run import:plots`: parcels of any GeoJSON become plots of a park. Writes nothing while one parcel is wrong. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      map: { type: 'string' },
      park: { type: 'string' },
      replace: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
    },
  })
  const [file] = positionals
  if (file === undefined || values.map === undefined || values.park === undefined) throw new Error(USAGE)
  const mapping = parsePlotMapping(readJson(values.map))
  const findings: Findings = []
  const parcels = readParcels(readJson(file), findings)
  const park = openParkFolder(values.park)
  const existing = values.replace ? [] : await park.collection('plots')
  const plots = makePlots(parcels, mapping, existing, await park.collection('roads'), findings)
  for (const { place, problem } of findings) console.error(`${place}: ${problem}`)
  if (findings.length > 0) {
    console.error(`${file}: ${findings.length} problems, nothing is written`)
    return 1
  }
  const known = new Set(existing.map((plot) => plot.id))
  const replaced = plots.filter((plot) => known.has(plot.id)).length
  const target = join(values.park, 'plots.geojson')
  if (!values['dry-run']) {
    const features = merge(existing, plots)
    writeFileSync(target, `${JSON.stringify({ type: 'FeatureCollection', features })}\n`)
  }
  const verb = values['dry-run'] ? 'would hold' : 'holds'
  console.log(
    `${target} ${verb} ${existing.length + plots.length - replaced} plots: ` +
      `${plots.length - replaced} added, ${replaced} replaced, ${existing.length - replaced} kept`,
  )
  return 0
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 2
}
