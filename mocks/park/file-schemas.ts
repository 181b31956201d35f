import { toursFileSchema } from '../../src/contract/tours.ts'
import { buildingsFileSchema } from '../plan/buildings-file.ts'
import { networksFileSchema } from './networks-file.ts'
import {
  assetsFileSchema,
  parkFileSchema,
  permitsFileSchema,
  pointsFileSchema,
  simulationFileSchema,
  tenantsFileSchema,
} from './park-files.ts'

/** Schemas of the files of a park folder, by name. */
export const FILE_SCHEMAS = {
  'park.json': parkFileSchema,
  'tenants.json': tenantsFileSchema,
  'assets.json': assetsFileSchema,
  'points.json': pointsFileSchema,
  'simulation.json': simulationFileSchema,
  'networks.json': networksFileSchema,
  'buildings.json': buildingsFileSchema,
  'permits.json': permitsFileSchema,
  'tours.json': toursFileSchema,
} as const
