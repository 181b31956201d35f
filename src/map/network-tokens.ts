import type { Network } from '../contract/collections.ts'
import type { PlotTheme } from '../contract/plot-themes.ts'
import type { MapMode, Priority, ThemeName } from './map-types.ts'

export type Rgb = readonly [number, number, number]

/** Own colours of the utilities (Assets mode), streams as measured for both rooms. */
const NETWORK_COLOURS: Readonly<Record<ThemeName, Readonly<Record<Network, string>>>> = {
  'room-dark': {
    'power-110': '#D6D9FF',
    'power-22': '#A9AFF6',
    water: '#547AAA',
    sewer: '#95F5E8',
    storm: '#6FA79F',
    reclaimed: '#84BECE',
    fibre: '#8B93A0',
    'waste-route': '#A2A096',
  },
  'room-light': {
    'power-110': '#4A3892',
    'power-22': '#7E62D2',
    water: '#1C3C69',
    sewer: '#21887E',
    storm: '#5E8F89',
    reclaimed: '#5692AA',
    fibre: '#6A7178',
    'waste-route': '#5E5C57',
  },
}

/** Network on plots in operations mode: one grey for all, the width carries the load. */
const OPERATIONS_NETWORK: Readonly<Record<ThemeName, string>> = { 'room-dark': '#6B747D', 'room-light': '#727A81' }

/** Casing under lines and halo under chevrons. */
const CASING: Readonly<Record<ThemeName, string>> = { 'room-dark': '#17191C', 'room-light': '#FCFCFA' }

export type Ramp = readonly [string, string, string, string, string]
/** Stream whose hue a ramp wears; `ink` is of none. */
export type RampTone = 'energy' | 'water' | 'waste' | 'ink'

/** Sequential ramps of the plot themes, lowest class first. Lightness carries the class, the hue only names the stream. */
const RAMPS: Readonly<Record<ThemeName, Readonly<Record<RampTone, Ramp>>>> = {
  'room-dark': {
    energy: ['#272A3C', '#353A59', '#4B517F', '#5D659F', '#A9AFF6'],
    water: ['#202B38', '#29405A', '#345A82', '#416F9F', '#8AB6D0'],
    waste: ['#2B2A26', '#403E38', '#585650', '#6E6D6A', '#BBB9B1'],
    ink: ['#363D45', '#454D56', '#575F69', '#6C7681', '#C6CCD2'],
  },
  'room-light': {
    energy: ['#E8E4F3', '#D2CAEA', '#B5A8DC', '#7A62C2', '#5B43A4'],
    water: ['#DDE6F0', '#BFD0E3', '#94AFCE', '#46709F', '#1C3C69'],
    waste: ['#DCD9CF', '#C3BFB2', '#A19D8F', '#6F6B61', '#3F3C35'],
    ink: ['#DCDFE2', '#C2C7CB', '#A0A7AE', '#656D75', '#3A4148'],
  },
}

/** A theme wears the colour of the stream that it measures; what several streams or none decide is in ink. */
const TONES: Readonly<Record<PlotTheme, RampTone>> = {
  exceptions: 'ink',
  status: 'ink',
  'power-density': 'energy',
  'energy-baseline': 'energy',
  'water-intensity': 'water',
  'district-loss': 'water',
  'container-fill': 'waste',
  headroom: 'ink',
  certificates: 'ink',
  recp: 'ink',
  'land-use': 'ink',
}

const PRIORITIES: Readonly<Record<ThemeName, Readonly<Record<Priority, string>>>> = {
  'room-dark': { 1: '#FF4D4D', 2: '#FF9A1F', 3: '#FFE45C', 4: '#A9AFB6' },
  'room-light': { 1: '#C8161D', 2: '#E8730C', 3: '#FFD400', 4: '#E6E8EA' },
}

/** Selection and focus colour of the product. */
const ACCENT: Readonly<Record<ThemeName, string>> = { 'room-dark': '#6CB8F2', 'room-light': '#0A5C9E' }

const INK: Readonly<Record<ThemeName, string>> = { 'room-dark': '#E6E8EA', 'room-light': '#1A1A1A' }

export function networkColour(network: Network, mode: MapMode, theme: ThemeName): string {
  return mode === 'operations' ? OPERATIONS_NETWORK[theme] : NETWORK_COLOURS[theme][network]
}
export function casingColour(theme: ThemeName): string {
  return CASING[theme]
}
/** Stream that a plot theme speaks of. */
export function toneOf(plotTheme: PlotTheme): RampTone {
  return TONES[plotTheme]
}
/** Colours of a plot theme's five classes. */
export function rampOf(theme: ThemeName, plotTheme: PlotTheme): Ramp {
  return RAMPS[theme][TONES[plotTheme]]
}
/** Text on the map's ground: the way to the source of a traced path. */
export function inkColour(theme: ThemeName): string {
  return INK[theme]
}
export function priorityColour(priority: Priority, theme: ThemeName): string {
  return PRIORITIES[theme][priority]
}
export function accentColour(theme: ThemeName): string {
  return ACCENT[theme]
}

/** Code colour on a class of the ramp: dark on the brightest dark class, white on the two darkest light ones. */
export function rampLabelColour(theme: ThemeName, classIndex: number): string {
  if (theme === 'room-dark') return classIndex === 4 ? '#17191C' : classIndex === 3 ? '#FFFFFF' : '#E6E8EA'
  return classIndex >= 3 ? '#FFFFFF' : '#1A1A1A'
}

/** `#RRGGBB` to a triple for the overlay. */
export function toRgb(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255]
}
