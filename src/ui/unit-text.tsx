import { unitSymbol } from '../domain/units/units.ts'

/** Symbol of a UCUM unit; CO2 gets its subscript as markup because the font lacks the character. */
export function UnitText({ unit }: { unit: string }) {
  const [before, after] = unitSymbol(unit).split('CO2')
  if (after === undefined) return before
  return (
    <>
      {before}CO<sub>2</sub>
      {after}
    </>
  )
}
