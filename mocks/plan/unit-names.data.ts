import type { LocalizedText } from '../../src/contract/primitives.ts'

/** Names of the process units that the plants are drawn with, by the key that the plan gives them. */
export const UNIT_NAMES: Readonly<Record<string, LocalizedText>> = {
  inlet: { vi: 'Nhà chắn rác', en: 'Screens and grit', ja: 'スクリーン・沈砂池' },
  equalisation: { vi: 'Bể điều hoà', en: 'Equalisation tank', ja: '調整槽' },
  'primary-clarifier': { vi: 'Bể lắng 1', en: 'Primary clarifier', ja: '最初沈殿池' },
  aeration: { vi: 'Bể sinh học', en: 'Aeration tank', ja: '曝気槽' },
  'secondary-clarifier': { vi: 'Bể lắng 2', en: 'Secondary clarifier', ja: '最終沈殿池' },
  'sludge-tank': { vi: 'Bể chứa bùn', en: 'Sludge tank', ja: '汚泥貯留槽' },
  disinfection: { vi: 'Bể khử trùng', en: 'Disinfection', ja: '消毒槽' },
  outlet: { vi: 'Trạm quan trắc', en: 'Outlet monitoring', ja: '放流監視' },
  blowers: { vi: 'Nhà thổi khí', en: 'Blower house', ja: 'ブロワー室' },
  control: { vi: 'Nhà điều hành', en: 'Control building', ja: '管理棟' },
  reclaimed: { vi: 'Trạm nước tái sử dụng', en: 'Reclaimed water station', ja: '再生水施設' },
  sedimentation: { vi: 'Bể lắng', en: 'Sedimentation', ja: '沈殿池' },
  filters: { vi: 'Bể lọc', en: 'Filters', ja: 'ろ過池' },
  'clear-water': { vi: 'Bể nước sạch', en: 'Clear water tank', ja: '浄水池' },
  pumps: { vi: 'Trạm bơm', en: 'Pump house', ja: 'ポンプ場' },
  'water-tower': { vi: 'Tháp nước', en: 'Water tower', ja: '給水塔' },
  t1: { vi: 'MBA T1', en: 'Transformer T1', ja: '変圧器 T1' },
  t2: { vi: 'MBA T2', en: 'Transformer T2', ja: '変圧器 T2' },
  switchgear: { vi: 'Nhà phân phối 22 kV', en: '22 kV switchgear', ja: '22 kV 開閉所' },
  'tipping-hall': { vi: 'Nhà tiếp nhận', en: 'Tipping hall', ja: '受入ヤード' },
  'hazardous-store': { vi: 'Kho chất thải nguy hại', en: 'Hazardous waste store', ja: '有害廃棄物保管庫' },
}
