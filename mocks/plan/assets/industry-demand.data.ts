import type { Industry } from '../../../src/contract/collections.ts'
import type { SimConsumer } from '../../park/simulation-file.ts'

/** Ordinary demand of an industry per hectare of plot and the look of its discharge. All simulated. */
export interface IndustryDemand {
  kwPerHa: number
  profile: SimConsumer['powerProfile']
  shifts: SimConsumer['shiftPattern']
  powerFactor: number
  waterM3PerHaDay: number
  /** Share of the water that comes back as wastewater. */
  dischargeShare: number
  codMgL: number
  tssMgL: number
  ammoniumMgL: number
  ph: number
  conductivityUsCm: number
  temperatureC: number
  workersPerHa: number
  /** Discharge is watched by pH and conductivity as well. */
  wet: boolean
  /** VSIC 2018 classes that fit. */
  vsic: readonly string[]
}

export const INDUSTRY_DEMAND: Readonly<Record<Industry, IndustryDemand>> = {
  textile: {
    kwPerHa: 290,
    profile: 'three-shift',
    shifts: '3x8',
    powerFactor: 0.93,
    waterM3PerHaDay: 62,
    dischargeShare: 0.82,
    codMgL: 420,
    tssMgL: 160,
    ammoniumMgL: 14,
    ph: 8.1,
    conductivityUsCm: 2400,
    temperatureC: 35,
    workersPerHa: 95,
    wet: true,
    vsic: ['1311', '1312', '1313', '1391', '1410'],
  },
  fibre: {
    kwPerHa: 520,
    profile: 'continuous',
    shifts: 'continuous',
    powerFactor: 0.95,
    waterM3PerHaDay: 42,
    dischargeShare: 0.62,
    codMgL: 360,
    tssMgL: 110,
    ammoniumMgL: 9,
    ph: 7.6,
    conductivityUsCm: 1500,
    temperatureC: 34,
    workersPerHa: 22,
    wet: true,
    vsic: ['2030'],
  },
  food: {
    kwPerHa: 240,
    profile: 'three-shift',
    shifts: '3x8',
    powerFactor: 0.92,
    waterM3PerHaDay: 55,
    dischargeShare: 0.8,
    codMgL: 620,
    tssMgL: 240,
    ammoniumMgL: 20,
    ph: 6.7,
    conductivityUsCm: 1300,
    temperatureC: 31,
    workersPerHa: 60,
    wet: true,
    vsic: ['1030', '1071', '1074', '1075', '1079', '1080'],
  },
  furniture: {
    kwPerHa: 95,
    profile: 'day-shift',
    shifts: '1x8',
    powerFactor: 0.9,
    waterM3PerHaDay: 7,
    dischargeShare: 0.8,
    codMgL: 260,
    tssMgL: 150,
    ammoniumMgL: 24,
    ph: 7.1,
    conductivityUsCm: 700,
    temperatureC: 29,
    workersPerHa: 85,
    wet: false,
    vsic: ['3100', '1622'],
  },
  electronics: {
    kwPerHa: 330,
    profile: 'three-shift',
    shifts: '3x8',
    powerFactor: 0.96,
    waterM3PerHaDay: 38,
    dischargeShare: 0.75,
    codMgL: 180,
    tssMgL: 90,
    ammoniumMgL: 18,
    ph: 7.3,
    conductivityUsCm: 1800,
    temperatureC: 30,
    workersPerHa: 140,
    wet: true,
    vsic: ['2610', '2620', '2630', '2640', '2732'],
  },
  plastics: {
    kwPerHa: 260,
    profile: 'three-shift',
    shifts: '3x8',
    powerFactor: 0.91,
    waterM3PerHaDay: 10,
    dischargeShare: 0.7,
    codMgL: 220,
    tssMgL: 120,
    ammoniumMgL: 18,
    ph: 7.2,
    conductivityUsCm: 800,
    temperatureC: 31,
    workersPerHa: 48,
    wet: false,
    vsic: ['2220', '2013'],
  },
  metal: {
    kwPerHa: 380,
    profile: 'steel',
    shifts: '3x8',
    powerFactor: 0.89,
    waterM3PerHaDay: 16,
    dischargeShare: 0.65,
    codMgL: 170,
    tssMgL: 190,
    ammoniumMgL: 10,
    ph: 7.9,
    conductivityUsCm: 2100,
    temperatureC: 32,
    workersPerHa: 40,
    wet: true,
    vsic: ['2410', '2511', '2591', '2592', '2599'],
  },
  logistics: {
    kwPerHa: 38,
    profile: 'logistics',
    shifts: '2x8',
    powerFactor: 0.94,
    waterM3PerHaDay: 3.5,
    dischargeShare: 0.85,
    codMgL: 240,
    tssMgL: 130,
    ammoniumMgL: 28,
    ph: 7.2,
    conductivityUsCm: 650,
    temperatureC: 28,
    workersPerHa: 18,
    wet: false,
    vsic: ['5210', '5229'],
  },
  packaging: {
    kwPerHa: 130,
    profile: 'two-shift',
    shifts: '2x8',
    powerFactor: 0.91,
    waterM3PerHaDay: 11,
    dischargeShare: 0.72,
    codMgL: 330,
    tssMgL: 170,
    ammoniumMgL: 12,
    ph: 7.4,
    conductivityUsCm: 900,
    temperatureC: 30,
    workersPerHa: 55,
    wet: false,
    vsic: ['1702', '1709', '1811'],
  },
}
