import type { LocalizedText } from '../../src/contract/primitives.ts'
import type { WorkPermitType } from '../../src/contract/shift.ts'

/** A simulated permit. Hours count from the start of the day in the park's zone. */
export interface PermitTemplate {
  type: WorkPermitType
  about: 'feeder' | 'lift-station' | 'wastewater-plant' | 'solar-plant' | 'water-tank'
  fromH: number
  toH: number
  /** Every n-th day, on day `on`. */
  every: number
  on: number
  task: LocalizedText
  issuer: LocalizedText
  holder: LocalizedText
  /** Text of the isolation on the asset it is about; null where nothing is isolated. */
  isolation: LocalizedText | null
}

const POWER_LEAD: LocalizedText = { vi: 'Trưởng ca điện', en: 'Power shift lead', ja: '電力当直長' }
const WATER_LEAD: LocalizedText = { vi: 'Trưởng ca nước', en: 'Water shift lead', ja: '水道当直長' }
const CONTRACTOR: LocalizedText = {
  vi: 'Nhà thầu cơ điện',
  en: 'Mechanical and electrical contractor',
  ja: '機電工事業者',
}
const OWN_CREW: LocalizedText = { vi: 'Đội vận hành', en: 'Operating crew', ja: '運転班' }

export const PERMIT_TEMPLATES: readonly PermitTemplate[] = [
  {
    type: 'excavation',
    about: 'feeder',
    fromH: 8,
    toH: 17,
    every: 1,
    on: 0,
    task: {
      vi: 'Đào thăm dò tuyến cáp 22 kV',
      en: 'Trial pit on the 22 kV cable route',
      ja: '22 kVケーブル経路の試掘',
    },
    issuer: POWER_LEAD,
    holder: CONTRACTOR,
    isolation: null,
  },
  {
    type: 'confined-space',
    about: 'lift-station',
    fromH: 9,
    toH: 15,
    every: 1,
    on: 0,
    task: {
      vi: 'Vào hố bơm thay phao mức',
      en: 'Entry into the wet well to replace a level float',
      ja: 'ポンプ井に入りフロートを交換',
    },
    issuer: WATER_LEAD,
    holder: OWN_CREW,
    isolation: { vi: 'Bơm 1 khóa và treo biển', en: 'Pump 1 locked and tagged', ja: 'ポンプ1を施錠・表示' },
  },
  {
    type: 'electrical-isolation',
    about: 'solar-plant',
    fromH: 7,
    toH: 18,
    every: 2,
    on: 0,
    task: { vi: 'Thay bộ biến tần điện mặt trời', en: 'Replacement of a solar inverter', ja: '太陽光インバータの交換' },
    issuer: POWER_LEAD,
    holder: CONTRACTOR,
    isolation: {
      vi: 'Cắt và khóa dao cách ly DC',
      en: 'DC disconnector open and locked',
      ja: '直流断路器を開放・施錠',
    },
  },
  {
    type: 'height',
    about: 'water-tank',
    fromH: 8,
    toH: 11,
    every: 2,
    on: 1,
    task: {
      vi: 'Kiểm tra nắp và thang bể nước',
      en: 'Inspection of tank hatch and ladder',
      ja: '水槽のハッチとはしごの点検',
    },
    issuer: WATER_LEAD,
    holder: OWN_CREW,
    isolation: null,
  },
  {
    type: 'hot',
    about: 'wastewater-plant',
    fromH: 13,
    toH: 16,
    every: 3,
    on: 2,
    task: { vi: 'Hàn lan can sàn thao tác', en: 'Welding of a walkway railing', ja: '歩廊手すりの溶接' },
    issuer: WATER_LEAD,
    holder: CONTRACTOR,
    isolation: null,
  },
]
