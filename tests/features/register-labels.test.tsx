import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { indexPark } from '../../src/domain/network/park-index.ts'
import { fieldsOf } from '../../src/domain/registers/validate-row.ts'
import { useRegisterTexts } from '../../src/features/scorecard/register-texts.ts'
import { parkOf } from '../tenants-park.ts'
import { renderIn } from '../ui/render.tsx'

afterEach(cleanup)

const index = indexPark(parkOf({ wall: false, tour: false, export: false }), [], [], [])

function Label() {
  const { labelOf } = useRegisterTexts(index)
  const field = fieldsOf('recp-solutions').find(({ key }) => key === 'savedKwh')
  return <p data-testid="label">{field === undefined ? '' : labelOf('recp-solutions', field)}</p>
}

it.each([
  ['en', '(kWh/yr)'],
  ['vi', '(kWh/năm)'],
  ['ja', '(kWh/年)'],
] as const)('a register names the unit of a field in %s', async (locale, unit) => {
  await renderIn(locale, <Label />)
  expect(screen.getByTestId('label').textContent).toMatch(/^\S.* \(/)
  expect(screen.getByTestId('label').textContent).toContain(unit)
})
