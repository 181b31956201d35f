import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { exportedSheet, expectWhole } from './exported.ts'
import { type OpenedApp, openApp } from './open-app.tsx'

const PATIENCE = { timeout: 60_000 }
let app: OpenedApp | null = null
const originalFetch = globalThis.fetch

afterEach(() => {
  app?.close()
  app = null
  globalThis.fetch = originalFetch
})

/** Rows of the list without its heads. Asking for a thousand cells by role would take longer than the screen. */
function linesOf(grid: HTMLElement): HTMLElement[] {
  return [...grid.querySelectorAll<HTMLElement>('tbody tr')]
}

/** Rows of the list, drawn or not. */
function countOf(grid: HTMLElement): number {
  return Number(grid.getAttribute('aria-rowcount')) - 1
}

function cellsOf(row: HTMLElement | undefined): string[] {
  return [...(row?.querySelectorAll('td') ?? [])].map((cell) => cell.textContent)
}

/** The list of that name; asking for it by role at every change of a thousand cells would take longer than the screen. */
function listOf(name: string): Promise<HTMLElement> {
  return waitFor(() => {
    const list = document.querySelector<HTMLElement>(`table[aria-label="${name}"]`)
    if (!list) throw new Error(`no list of ${name} yet`)
    return list
  }, PATIENCE)
}

describe('directory of tenants', { timeout: 120_000 }, () => {
  it('lists every tenant with live power, day values and the state of its data, and filters by word', async () => {
    app = await openApp('/bau-bang/tenants')
    const grid = await listOf('Tenants')
    await waitFor(() => expect(countOf(grid)).toBe(98), PATIENCE)
    // Energy per hectare needs both midnights of the history and the live register; what is on its way is not missing.
    const said = new Set<string>()
    await waitFor(() => {
      for (const row of linesOf(grid)) said.add((cellsOf(row)[5] ?? '').replaceAll(/[\d,]+/g, '#'))
      const known = linesOf(grid).filter((row) => /^\d/.test(cellsOf(row)[5] ?? ''))
      expect(known.length).toBeGreaterThan(linesOf(grid).length * 0.8)
    }, PATIENCE)
    expect([...said].filter((text) => text.includes('no data'))).toEqual([])
    await userEvent.click(within(grid).getByRole('button', { name: /Power now/ }))
    const powers = linesOf(grid).map((row) => Number((cellsOf(row)[4] ?? '').replace(/\D/g, '')))
    expect(powers[0]).toBeGreaterThan(5000)
    expect(within(grid).getByRole('columnheader', { name: /Power now/ })).toHaveAttribute('aria-sort', 'descending')

    expectWhole(await exportedSheet(document.body), { title: 'Bàu Bàng', column: 'Tenant', least: 98 })
    await userEvent.type(screen.getByRole('searchbox', { name: /Find/ }), 'cong ty tnhh')
    await waitFor(() => expect(countOf(grid)).toBeLessThan(98), PATIENCE)
    for (const row of linesOf(grid)) expect(cellsOf(row)[0]).toMatch(/^Công ty TNHH/)
  })

  it('stands names of every kind and hundreds of them', async () => {
    const hostile = [
      '<img src="x" onerror="document.title=1">',
      '\u202eمصنع النسيج\u202c (Vietnam) Co., Ltd.',
      `Công ty TNHH ${'rất dài '.repeat(40)}Bàu Bàng`,
    ]
    const many = (): void => {
      const inner = globalThis.fetch
      globalThis.fetch = async (input, init) => {
        const answer = await inner(input, init)
        const { pathname } = new URL(input instanceof Request ? input.url : input, location.href)
        if (!pathname.endsWith('/tenants') || !answer.ok) return answer
        const body: { items: { id: string; name: string }[] } = await answer.json()
        const [first] = body.items
        const more = Array.from({ length: 250 }, (_, k) => ({
          ...first,
          id: `t-many-${k}`,
          name: hostile[k] ?? `Zeta ${k}`,
        }))
        return Response.json({ ...body, items: [...body.items, ...more] })
      }
    }
    app = await openApp('/bau-bang/tenants', { prepare: many })
    const grid = await listOf('Tenants')
    await screen.findByText('348 of 348', {}, PATIENCE)
    // Hundreds of tenants are not hundreds of rows in the page.
    expect(linesOf(grid).length).toBeLessThan(120)
    const search = screen.getByRole('searchbox', { name: /Find/ })
    for (const [typed, name] of [
      ['onerror', hostile[0]],
      ['مصنع', hostile[1]],
      ['rat dai', hostile[2]],
    ] as const) {
      await userEvent.clear(search)
      await userEvent.type(search, typed)
      await waitFor(() => expect(linesOf(grid)).toHaveLength(1), PATIENCE)
      expect(cellsOf(linesOf(grid)[0])[0]).toBe(name)
    }
    expect(document.querySelector('img[src="x"]')).toBeNull()
  })

  it('opens a tenant by keyboard, with its use, promises and suppliers', async () => {
    app = await openApp('/bau-bang/tenants?lsort=-power')
    const grid = await listOf('Tenants')
    await waitFor(() => expect(countOf(grid)).toBe(98), PATIENCE)
    linesOf(grid)[0]?.focus()
    await userEvent.keyboard('{ArrowDown}{ArrowUp}{Enter}')
    const side = await screen.findByRole('complementary', { name: 'Details' }, PATIENCE)
    const promises = await listOf('Promises kept')
    await waitFor(() => expect(within(promises).getAllByText(/^(not )?kept$/).length).toBeGreaterThan(3), PATIENCE)
    expect(within(side).getByText('Upstream')).toBeVisible()
    expect(location.hash).toMatch(/sel=tenant%3At-/)
  })

  it('says what a tenant without meters is', async () => {
    app = await openApp('/bau-bang/tenants?lstat=construction')
    const grid = await listOf('Tenants')
    await waitFor(() => expect(linesOf(grid)).toHaveLength(5), PATIENCE)
    const [first] = linesOf(grid)
    expect(first).toHaveTextContent('no meter')
    if (first) await userEvent.click(first)
    expect(await screen.findByText(/no meter yet, so no use is known/, {}, PATIENCE)).toBeVisible()
  })
})

describe('free plots', { timeout: 120_000 }, () => {
  it('answers which plot can carry 2 MW and 500 m³ a day, and names the limit of each', async () => {
    app = await openApp('/phu-my-3/tenants?list=free&mw=2&m3d=500', { parks: ['phu-my-3'] })
    const list = await listOf('Free plots')
    await waitFor(() => expect(linesOf(list)).toHaveLength(9), PATIENCE)
    expect(screen.getByText(/\d of 9 plots can carry it/)).toBeVisible()
    const answers = linesOf(list).map((row) => cellsOf(row).at(-1))
    for (const answer of answers) expect(answer).toMatch(/^(can carry it|.* short|not enough data: .*)$/)
    expect(answers[0]).toBe('can carry it')
    for (const row of linesOf(list).slice(0, 2)) {
      const box = row.querySelector<HTMLInputElement>('input')
      if (box) await userEvent.click(box)
    }
    const compared = await listOf('Plots side by side')
    expect(compared.querySelectorAll('thead th')).toHaveLength(3)
    expect(location.hash).toMatch(/plots=/)
  })
})
