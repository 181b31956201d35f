import type { z } from 'zod'
import type { ServerFrame } from './live.ts'
import type { Asset, Point, Tenant } from './resources.ts'

/** A parser answers `INVALID` for what the schema itself has to judge. */
type Parser<T> = (input: unknown) => T | typeof z.INVALID

export declare const parsePoint: Parser<Point>
export declare const parseAsset: Parser<Asset>
export declare const parseTenant: Parser<Tenant>
export declare const parseServerFrame: Parser<ServerFrame>
