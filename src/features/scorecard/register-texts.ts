import type { RegisterId } from '../../contract/registers.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { fieldsOf, type RegisterField } from '../../domain/registers/validate-row.ts'
import { useFormat } from '../../i18n/format.ts'
import { useOptionalText, useText } from '../../i18n/use-text.ts'
import { unitWords } from '../../i18n/unit-words.ts'
import { dayMs } from './criterion-texts.ts'

export interface RegisterTexts {
  /** Name of a field without its unit; the key itself for one that the register does not have. */
  nameOf: (registerId: RegisterId, key: string) => string
  /** Name of a field with its unit. */
  labelOf: (registerId: RegisterId, field: RegisterField) => string
  /** A choice in words. */
  optionOf: (field: RegisterField, option: string) => string
  /** A cell for reading: names instead of ids, dates and numbers of the language. Empty is a dash. */
  cellOf: (registerId: RegisterId, key: string, value: unknown) => string
}

/** Fields, choices and cells of the registers in the language of the screen. Sheets keep the keys of the contract. */
export function useRegisterTexts(index: ParkIndex): RegisterTexts {
  const t = useText('scorecard')
  const named = useOptionalText('scorecard')
  const optional = useOptionalText('registers')
  const shell = useOptionalText('shell')
  const format = useFormat()
  const nameOf = (registerId: RegisterId, key: string): string =>
    optional(`field.${registerId}.${key}`, optional(`field.${key}`, key))
  const optionOf = ({ type }: RegisterField, option: string): string => {
    if (type === 'yes-no') return option === 'true' ? t('yes') : t('no')
    if (type === 'tenant') {
      return index.tenantById.get(option)?.name ?? option
    }
    return optional(`option.${option}`, named(`statement.${option}`, option))
  }
  const wordOf = (field: RegisterField, value: string): string => {
    if (field.type === 'date') return format.date(dayMs(value))
    if (field.type === 'instant') return format.dateTime(Date.parse(value))
    if (field.key === 'ownerRole') return shell(`role.${value}`, value)
    return field.type === 'choice' || field.type === 'tenant' ? optionOf(field, value) : value
  }
  return {
    nameOf,
    optionOf,
    labelOf: (registerId, field) => {
      const name = nameOf(registerId, field.key)
      return field.unit === null || field.unit === '1' ? name : `${name} (${unitWords(field.unit, format.locale)})`
    },
    cellOf: (registerId, key, value) => {
      const field = fieldsOf(registerId).find((one) => one.key === key)
      if (value === null || value === undefined || value === '') return '–'
      if (Array.isArray(value)) return value.length === 0 ? '–' : value.join(', ')
      if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
      if (typeof value === 'number') {
        // A year is a name, not an amount.
        return key === 'year' ? String(value) : format.number(value, Number.isInteger(value) ? 0 : 2)
      }
      if (typeof value !== 'string') return '–'
      return field === undefined ? value : wordOf(field, value)
    },
  }
}
