import type { ParkData } from './data/park-data.ts'
import { deriveDetail } from './derive/derive-client.ts'
import type { DeriveOutput } from './derive/derive-types.ts'
import type { Collections } from './map-controller.ts'
import { loadNational } from './national/national.ts'

/** What is drawn last: all that follows from the plan, and the country around. */
export interface Finest {
  detail: DeriveOutput
  national: Collections
}

/** Works the last detail out beside the page. Rejects where the plan cannot be worked on. */
export async function finestOf(data: ParkData): Promise<Finest> {
  const plan = {
    buildings: data.get('buildings'),
    yards: data.get('yards'),
    roads: data.get('roads'),
    green: data.get('green'),
    plots: data.get('plots'),
    sites: data.get('sites'),
    water: data.get('water'),
    carriageways: data.get('carriageways'),
  }
  const [detail, national] = await Promise.all([deriveDetail(plan), loadNational()])
  return { detail, national }
}
