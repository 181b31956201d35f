import { useLocale } from '../i18n/format.ts'
import { unitWords } from '../i18n/unit-words.ts'

/** Symbol of a UCUM unit; the subscript of CO₂ is markup here because the font lacks the character. */
export function UnitText({ unit }: { unit: string }) {
  const [before, after] = unitWords(unit, useLocale()).split('CO₂')
  if (after === undefined) return before
  return (
    <>
      {before}CO<sub>2</sub>
      {after}
    </>
  )
}
