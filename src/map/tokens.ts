import type { LandUse, MapMode, ThemeName } from './map-types.ts'

/** Colours of the ground plan in one mode and theme; measured in the design's token table. */
export interface Palette {
  outside: string
  land: string
  plantation: string
  field: string
  house: string
  green: string
  bank: string
  lawn: string
  tree: string
  reserve: string
  road: string
  roadLine: string
  water: string
  waterLine: string
  site: string
  plot: string
  plotLine: string
  vacant: string
  paved: string
  wall: string
  path: string
  stall: string
  building: string
  buildingLine: string
  roof: string
  roofBlock: string
  solar: string
  /** Panels that give their peak. */
  solarFull: string
  shadow: string | null
  boundary: string
  label: string
  labelMinor: string
  labelWater: string
  halo: string
  badge: string
  hatchGround: string
  hatchLine: string
  /** Asset grey of icons and networks in operations mode. */
  asset: string
}

const opsDark: Palette = {
  outside: '#14161A',
  land: '#1B1E23',
  plantation: '#17191D',
  field: '#181B1F',
  house: '#22262B',
  green: '#1D2321',
  bank: '#191E20',
  lawn: '#222825',
  tree: '#28322D',
  reserve: '#20252A',
  road: '#353B43',
  roadLine: '#454C55',
  water: '#0D1013',
  waterLine: '#3E464F',
  site: '#262B31',
  plot: '#23282E',
  plotLine: '#3E464F',
  vacant: '#1B1F23',
  paved: '#2B3036',
  wall: '#333A42',
  path: '#454C55',
  stall: '#4A525B',
  building: 'rgba(236,240,246,0.13)',
  buildingLine: 'rgba(236,240,246,0.20)',
  roof: 'rgba(236,240,246,0.16)',
  roofBlock: 'rgba(236,240,246,0.08)',
  solar: 'rgba(236,240,246,0.13)',
  solarFull: 'rgba(160,188,255,0.62)',
  shadow: null,
  boundary: '#808993',
  label: '#E6E8EA',
  labelMinor: '#A9AFB6',
  labelWater: '#A9AFB6',
  halo: '#17191C',
  badge: '#22262B',
  hatchGround: '#23272D',
  hatchLine: '#565E68',
  asset: '#C9CED4',
}

const opsLight: Palette = {
  outside: '#E2E4E1',
  land: '#F2F3F0',
  plantation: '#DDE0DC',
  field: '#E5E7E4',
  house: '#D3D6D3',
  green: '#E0E4DC',
  bank: '#D8DDD8',
  lawn: '#E1E5DC',
  tree: '#D0D6CB',
  reserve: '#E7E9E4',
  road: '#FBFBFA',
  roadLine: '#C9CDCA',
  water: '#C3CBD0',
  waterLine: '#A9B4BA',
  site: '#E8E9E6',
  plot: '#EDEEEB',
  plotLine: '#A9AFAE',
  vacant: '#F4F5F2',
  paved: '#E0E2DF',
  wall: '#D2D6D6',
  path: '#C9CDCA',
  stall: '#C2C6C6',
  building: 'rgba(22,26,40,0.13)',
  buildingLine: 'rgba(22,26,40,0.22)',
  roof: 'rgba(22,26,40,0.16)',
  roofBlock: 'rgba(22,26,40,0.07)',
  solar: 'rgba(22,26,40,0.16)',
  solarFull: 'rgba(46,86,196,0.55)',
  shadow: null,
  boundary: '#5B636B',
  label: '#1A1A1A',
  labelMinor: '#4A5057',
  labelWater: '#4A5057',
  halo: '#F2F3F0',
  badge: '#FBFBFA',
  hatchGround: '#E9EAE8',
  hatchLine: '#9EA4A8',
  asset: '#3C434A',
}

const assetsLight: Palette = {
  outside: '#E3E6DF',
  land: '#EDEFE9',
  plantation: '#D9DFD2',
  field: '#E4E6DA',
  house: '#D2D0CA',
  green: '#CEDBC3',
  bank: '#C3D3B9',
  lawn: '#CFDCC1',
  tree: '#8FAE86',
  reserve: '#DBE2D3',
  road: '#F7F7F4',
  roadLine: '#C4C9C4',
  water: '#A4C0D1',
  waterLine: '#8FB0C2',
  site: '#E3E3DD',
  plot: '#E6E6E0',
  plotLine: '#B4B9B4',
  vacant: '#CFDCC1',
  paved: '#D8D9D4',
  wall: '#F4F5F3',
  path: '#F1EFE6',
  stall: '#B9BEBC',
  building: '#F6F6F4',
  buildingLine: '#BCC2C6',
  roof: '#C9CFD3',
  roofBlock: '#FFFFFF',
  solar: '#5C6C92',
  solarFull: '#4766B5',
  shadow: 'rgba(52,62,74,0.20)',
  boundary: '#6B746E',
  label: '#1A1A1A',
  labelMinor: '#3C434A',
  labelWater: '#2F5870',
  halo: '#F6F7F4',
  badge: '#FBFBFA',
  hatchGround: '#E9EAE8',
  hatchLine: '#9EA4A8',
  asset: '#3C434A',
}

const assetsDark: Palette = {
  outside: '#14171A',
  land: '#1D2124',
  plantation: '#171B1B',
  field: '#1A1D1D',
  house: '#24282C',
  green: '#1D2924',
  bank: '#1B2622',
  lawn: '#23302A',
  tree: '#31483C',
  reserve: '#212A27',
  road: '#363D44',
  roadLine: '#505963',
  water: '#15242F',
  waterLine: '#2C4353',
  site: '#292E33',
  plot: '#272C31',
  plotLine: '#4A535C',
  vacant: '#23302A',
  paved: '#30363C',
  wall: '#56606A',
  path: '#3A4440',
  stall: '#4D565F',
  building: '#4B545D',
  buildingLine: '#6C7782',
  roof: '#616C77',
  roofBlock: '#59636D',
  solar: '#1F2836',
  solarFull: '#86A6FF',
  shadow: 'rgba(5,7,8,0.50)',
  boundary: '#8A939C',
  label: '#E6E8EA',
  labelMinor: '#B4BAC1',
  labelWater: '#8FB3C6',
  halo: '#17191C',
  badge: '#22262B',
  hatchGround: '#23272D',
  hatchLine: '#565E68',
  asset: '#C9CED4',
}

const PALETTES: Readonly<Record<MapMode, Readonly<Record<ThemeName, Palette>>>> = {
  operations: { 'room-dark': opsDark, 'room-light': opsLight },
  assets: { 'room-dark': assetsDark, 'room-light': assetsLight },
}

/** Colours of the ground plan for a mode and theme. */
export function paletteOf(mode: MapMode, theme: ThemeName): Palette {
  return PALETTES[mode][theme]
}

/** Uses of land by muted hues far from those of alarms; lightness tells them apart without colour. */
const LAND_COLOURS: Readonly<Record<ThemeName, Readonly<Record<LandUse, string>>>> = {
  'room-dark': { industry: '#3A4148', green: '#3F5A4C', traffic: '#5B646E', technical: '#4A5A78', social: '#6A5C80' },
  'room-light': { industry: '#D3D7DA', green: '#A9C4B4', traffic: '#B7BDC3', technical: '#9FB2D2', social: '#BBAED2' },
}

/** Colours of land by use in a theme. */
export function landColours(theme: ThemeName): Readonly<Record<LandUse, string>> {
  return LAND_COLOURS[theme]
}

/** The ground plan recoloured by use of land. */
export function landUsePalette(palette: Palette, theme: ThemeName): Palette {
  const { industry, green, traffic, technical, social } = LAND_COLOURS[theme]
  return {
    ...palette,
    green,
    bank: green,
    reserve: green,
    lawn: social,
    road: traffic,
    site: technical,
    plot: industry,
  }
}

/** Tints that tell kinds of buildings apart in Assets mode. */
export interface BuildingTints {
  office: string
  housing: string
  vessel: string
  utility: string
  stack: string
  cargo: string
  steel: string
}

export const BUILDING_TINTS: Readonly<Record<ThemeName, BuildingTints>> = {
  'room-light': {
    office: '#DCE4EC',
    housing: '#EDE6DC',
    vessel: '#FFFFFF',
    utility: '#E2E6E8',
    stack: '#C9CFD6',
    cargo: '#CBD3D6',
    steel: '#9AA3AB',
  },
  'room-dark': {
    office: '#56616E',
    housing: '#55524E',
    vessel: '#6A7580',
    utility: '#4A535C',
    stack: '#7A8590',
    cargo: '#56606A',
    steel: '#8A949D',
  },
}
