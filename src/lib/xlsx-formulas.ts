import { strFromU8, unzipSync } from 'fflate'

/** A cell that a spreadsheet works out, by its place in the sheet, from 0. */
export interface FormulaCell {
  row: number
  column: number
  /** The formula with its `=`; an error that was put into the cell is written like one. */
  text: string
}

const FIRST_SHEET = 'xl/worksheets/sheet1.xml'
/** A cell with its attributes and what is in it. */
const CELL = /<(?:\w+:)?c\s([^>]*?)(?:\/>|>(.*?)<\/(?:\w+:)?c>)/gs
const FORMULA = /<(?:\w+:)?f(?:\s[^>]*)?(?:\/>|>(.*?)<\/(?:\w+:)?f>)/s
const MARKS: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

/** Text of one file of the archive; empty when it is not in it. */
function fileOf(archive: Uint8Array, name: string): string {
  const { [name]: bytes } = unzipSync(archive, { filter: (file) => file.name === name })
  return bytes ? strFromU8(bytes) : ''
}

function attribute(text: string, name: string): string | null {
  return new RegExp(String.raw`(?:^|\s)${name}="([^"]*)"`).exec(text)?.[1] ?? null
}

/** Path of the first sheet as the workbook names it, whatever number its file has. */
function firstSheet(archive: Uint8Array): string {
  const book = fileOf(archive, 'xl/workbook.xml')
  const sheet = /<(?:\w+:)?sheet\s([^>]*)>/.exec(book)?.[1]
  const id = sheet === undefined ? null : attribute(sheet, String.raw`\w+:id`)
  const links = fileOf(archive, 'xl/_rels/workbook.xml.rels')
  for (const [, link = ''] of links.matchAll(/<(?:\w+:)?Relationship\s([^>]*)>/g)) {
    const target = attribute(link, 'Target')
    if (attribute(link, 'Id') === id && target !== null)
      return target.startsWith('/') ? target.slice(1) : `xl/${target}`
  }
  return FIRST_SHEET
}

/** "C12" as row 11, column 2. */
function placeOf(address: string): { row: number; column: number } | null {
  const [, letters, digits] = /^([A-Z]{1,3})(\d+)$/.exec(address) ?? []
  if (letters === undefined || digits === undefined) return null
  let column = 0
  for (const letter of letters) column = column * 26 + (letter.codePointAt(0) ?? 64) - 64
  return { row: Number(digits) - 1, column: column - 1 }
}

/**
 * Cells of the first sheet that hold a formula or an error. A reader of values gives the figure that was last worked
 * out for them, or nothing: neither is what a person entered.
 */
export function formulaCells(file: ArrayBuffer): FormulaCell[] {
  const archive = new Uint8Array(file)
  const sheet = fileOf(archive, firstSheet(archive))
  const found: FormulaCell[] = []
  for (const [, attributes = '', inner = ''] of sheet.matchAll(CELL)) {
    const formula = FORMULA.exec(inner)
    const isError = attribute(attributes, 't') === 'e'
    if (formula === null && !isError) continue
    const place = placeOf(attribute(attributes, 'r') ?? '')
    const said = formula === null ? '=#ERROR' : `=${(formula[1] ?? '').replace(/^=/, '')}`
    const text = said.replaceAll(/&(lt|gt|quot|apos|amp);/g, (_, mark: string) => MARKS[mark] ?? '')
    if (place !== null) found.push({ ...place, text })
  }
  return found
}
