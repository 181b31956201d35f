import { screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { type OpenedApp, openApp } from './open-app.tsx'

const PATIENCE = { timeout: 30_000 }
let app: OpenedApp | null = null

afterEach(() => {
  app?.close()
  app = null
})

const numberOf = (text: string | null | undefined): number =>
  Number(
    /−?[\d,]+(?:\.\d+)?/
      .exec(text ?? '')?.[0]
      .replace('−', '-')
      .replaceAll(',', ''),
  )

/** What the tenant takes of a service now. */
const own = (service: string): number =>
  numberOf(document.querySelector(`tr[data-service="${service}"] td:last-child`)?.textContent)

/** Rows of "Load before and after": what it is called, before, after, change. */
function linesOf(table: HTMLElement) {
  return within(table)
    .getAllByRole('row')
    .slice(1)
    .map((row) => {
      const [before, after, change] = within(row)
        .getAllByRole('cell')
        .slice(0, 3)
        .map(({ textContent }) => textContent)
      return {
        name: within(row).getByRole('rowheader').textContent,
        before: numberOf(before),
        after: numberOf(after),
        change: numberOf(change),
      }
    })
}

describe('a tenant that is switched off in a scenario', { timeout: 120_000 }, () => {
  it('lowers its feeder, substation, district, sewer and the plant by what it uses, on screen', async () => {
    app = await openApp('/bau-bang/impact?sel=tenant:t-a04&whatif=out')
    const table = await screen.findByRole('table', { name: 'Load before and after' }, PATIENCE)
    await within(table).findByRole('rowheader', { name: /Sewer DN/ }, PATIENCE)
    const lines = linesOf(table)
    const lowered = [
      { names: ['22 kV feeder 473', 'Lai Uyên 110/22 kV substation'], use: own('power') / 1000, rounding: 0.011 },
      { names: ['District meter DMA-12', 'BIWASE Bàu Bàng water plant'], use: own('water'), rounding: 0.11 },
      {
        names: ['Sewer DN', 'Lift station LS-1', 'Central wastewater plant'],
        use: own('wastewater'),
        rounding: 0.11,
      },
    ]
    for (const { names, use, rounding } of lowered) {
      expect(use).toBeGreaterThan(1)
      for (const name of names) {
        const line = lines.find((one) => one.name?.includes(name))
        expect(line).toBeDefined()
        expect(Math.abs((line?.change ?? 0) + use)).toBeLessThanOrEqual(rounding)
        expect(Math.abs((line?.before ?? 0) - (line?.after ?? 0) - use)).toBeLessThanOrEqual(rounding)
      }
    }
  })
})
