import { z } from 'zod'

/**
 * OPC UA status names used on the wire, in the order of their byte in live frames and snapshots.
 * `code` is the OPC UA StatusCode. `severity` orders them: a total takes the worst of its inputs.
 * Source: OPC 10000-8 7.3.2. The order is part of the contract: append only.
 */
export const QUALITIES = [
  { name: 'Good', code: 0x00000000, severity: 0 },
  { name: 'GoodLocalOverride', code: 0x00960000, severity: 1 },
  { name: 'Uncertain', code: 0x40000000, severity: 3 },
  { name: 'UncertainSubstituteValue', code: 0x40910000, severity: 2 },
  { name: 'UncertainSensorNotAccurate', code: 0x40930000, severity: 3 },
  { name: 'UncertainEngineeringUnitsExceeded', code: 0x40940000, severity: 4 },
  { name: 'UncertainSensorCalibration', code: 0x40950000, severity: 5 },
  { name: 'UncertainLastUsableValue', code: 0x40900000, severity: 6 },
  { name: 'BadWaitingForInitialData', code: 0x80320000, severity: 7 },
  { name: 'BadNoCommunication', code: 0x80310000, severity: 8 },
  { name: 'BadSensorFailure', code: 0x808c0000, severity: 9 },
  { name: 'BadDeviceFailure', code: 0x808b0000, severity: 9 },
  { name: 'BadOutOfService', code: 0x808d0000, severity: 9 },
] as const

export type QualityName = (typeof QUALITIES)[number]['name']
const names = QUALITIES.map((quality) => quality.name)
export const qualitySchema = z.enum(names)

/** Byte of a quality name in columns. */
export const QUALITY_BYTE = Object.fromEntries(names.map((name, byte) => [name, byte])) as Readonly<
  Record<QualityName, number>
>

/** Name of a quality byte; `undefined` for a byte this contract version does not know. */
export function qualityFromByte(byte: number): QualityName | undefined {
  return QUALITIES[byte]?.name
}

/** `true` for bytes whose value may be shown as usable (Good or Uncertain family). */
export function isUsableByte(byte: number): boolean {
  const name = qualityFromByte(byte)
  return name !== undefined && !name.startsWith('Bad')
}
