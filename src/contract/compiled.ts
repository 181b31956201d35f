import { z } from 'zod'
import { parseAsset, parsePoint, parseServerFrame, parseTenant } from './compiled-parsers.js'
import { serverFrameSchema } from './live.ts'
import { assetSchema, pointSchema, tenantSchema } from './resources.ts'

/*
 * The same schemas with a parser that was made when the contract was written, for what comes by the thousand before a
 * first picture. What it does not take goes to the schema itself, which says what is wrong.
 */
export const POINT = z.withParser(pointSchema, parsePoint)
export const ASSET = z.withParser(assetSchema, parseAsset)
export const TENANT = z.withParser(tenantSchema, parseTenant)
export const SERVER_FRAME = z.withParser(serverFrameSchema, parseServerFrame)
