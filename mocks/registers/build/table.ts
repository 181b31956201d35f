import type { LocalizedText, Source } from '../../../src/contract/primitives.ts'
import type { RegisterId } from '../../../src/contract/registers.ts'
import { fieldsOf } from '../../../src/domain/registers/validate-row.ts'
import type { RegisterFile } from '../register-file.ts'
import { PHRASES } from './phrases.data.ts'

type Cell = RegisterFile['rows'][number][number]
/** A row before it is written: days as numbers from today, fields that are left out are null (lists: empty). */
export type DraftRow = { id: string; published?: Source } & Record<string, Cell | Source | undefined>

export const SIMULATED: Source = {
  title: 'Demo register of the simulated park',
  titles: {
    vi: 'Sổ đăng ký mẫu của khu công nghiệp mô phỏng',
    en: 'Demo register of the simulated park',
    ja: '模擬団地の見本台帳',
  },
  year: 2026,
  confidence: 'simulated',
}

/** Rows as the file of a register. */
export function tableOf(registerId: RegisterId, drafts: readonly DraftRow[]): RegisterFile {
  const fields = fieldsOf(registerId)
  const sources: Source[] = [SIMULATED]
  const rows = drafts.map((draft): Cell[] => {
    const source = draft.published ?? SIMULATED
    const known = sources.findIndex((one) => JSON.stringify(one) === JSON.stringify(source))
    const at = known === -1 ? sources.push(source) - 1 : known
    return [draft.id, ...fields.map(({ key, type }) => cellOf(draft[key], type === 'list')), at]
  })
  const written = rows.flatMap((cells) => cells.filter((cell) => typeof cell === 'string'))
  const texts = [...new Set(written)].flatMap((text): [string, LocalizedText][] => {
    const known = PHRASES.get(text)
    return known === undefined ? [] : [[text, known]]
  })
  const own = texts.length === 0 ? {} : { texts: Object.fromEntries(texts) }
  return { columns: fields.map(({ key }) => key), sources, ...own, rows }
}

function cellOf(value: Cell | Source | undefined, list: boolean): Cell {
  if (value === undefined) return list ? [] : null
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? null : value
}
