import type {
  BuildingKind,
  Industry,
  Network,
  PlotStatus,
  RoadClass,
  RoofKind,
  SiteKind,
} from '../../src/contract/collections.ts'

/** Local metres, x east and y north of the park's origin. Projected to WGS 84 last. */
export type Vec = [number, number]
export type Ring = Vec[]

export interface RoadNode {
  p: Vec
  /** On the national road: networks of the park do not run along it. */
  external: boolean
}

export interface RoadEdge {
  id: number
  roadId: string
  name: string
  cls: RoadClass
  widthM: number
  a: number
  b: number
  points: Vec[]
  lengthM: number
}

/** A plot with its own frame: x along the front edge, y inward, both unit vectors. */
export interface PlotPlan {
  id: string
  code: string
  zone: string
  ring: Ring
  areaHa: number
  status: PlotStatus
  industry: Industry | null
  origin: Vec
  ex: Vec
  ey: Vec
  widthM: number
  depthM: number
  /** Gate on the front edge and the spot of the meters just inside it. */
  gate: Vec
  meters: Vec
  roadId: string | null
}

export interface SitePlan {
  id: string
  kind: SiteKind
  ring: Ring
  centre: Vec
}

/** Oriented rectangle or round footprint in the frame of its plot or site, metres. */
export interface BuildingPlan {
  on: string
  kind: BuildingKind
  x: number
  y: number
  w: number
  d: number
  /** Round footprints (tanks, silos, stacks) inscribe their rectangle. */
  round: boolean
  heightM: number
  baseM: number
  roof: RoofKind
  solar: boolean
}

export interface YardPlan {
  on: string
  kind: 'paved' | 'lawn' | 'bare' | 'car-park' | 'street' | 'gravel' | 'bund' | 'basin' | 'basin-wall' | 'path'
  ring: Ring
  holes: Ring[]
}

/** What the ground stage hands to the network stage. */
export interface GroundPlan {
  boundary: Ring
  nodes: RoadNode[]
  edges: RoadEdge[]
  plots: PlotPlan[]
  sites: SitePlan[]
  buildings: BuildingPlan[]
  yards: YardPlan[]
  greens: { kind: 'belt' | 'stream-park' | 'verge' | 'median' | 'corridor'; ring: Ring; holes: Ring[] }[]
  /** Road reserve and carriageway outlines. */
  reserves: { ring: Ring; holes: Ring[] }[]
  carriageways: { ring: Ring; holes: Ring[] }[]
  stream: Vec[]
  streamArea: { ring: Ring; holes: Ring[] }[]
  ponds: Ring[]
  surroundings: { kind: 'plantation' | 'field' | 'house' | 'bank'; ring: Ring; holes: Ring[] }[]
  nationalRoad: Vec[]
  /** 110 kV corridor centre lines, first position at the park's edge. */
  corridor: Vec[][]
  /** Named spots on process units (plants), for labels and assets. */
  units: { key: string; at: Vec; site: string }[]
  /** Ground level in metres above sea level. */
  elevation: (p: Vec) => number
  /** Main direction of the land at a place: unit vectors along and across. */
  frameAt: (p: Vec) => { e1: Vec; e2: Vec }
}

/** A network as the generator hands it over; the writer projects and names it. */
export interface NetworkPlan {
  nodes: { id: string; network: Network; kind: string; p: Vec; assetId: string | null; plotId: string | null }[]
  edges: {
    id: string
    network: Network
    from: string
    to: string
    points: Vec[]
    group: string | null
    assetId: string | null
    nominal: number | null
    role: 'main' | 'loop' | 'open' | 'service' | 'force' | 'outfall'
    meterPointId: string | null
    roadId: string | null
  }[]
}
