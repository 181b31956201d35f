import { screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { exportedSheet } from './exported.ts'
import { type OpenedApp, openApp } from './open-app.tsx'

const PATIENCE = { timeout: 40_000 }
let app: OpenedApp | null = null

afterEach(() => {
  app?.close()
  app = null
})

const main = () => screen.getByRole('main')

describe('sheets for the authority', () => {
  it.each([
    ['form-a4', 'Form A.4', 'Biểu A.4, báo cáo khu công nghiệp sinh thái năm 2025', 'Đất cây xanh'],
    ['form-b4', 'Form B.4', 'Biểu B.4, báo cáo doanh nghiệp năm 2025', 'Điện'],
  ])(
    'of %s are in Vietnamese whatever the screen speaks, with sources and gaps',
    async (measure, table, title, field) => {
      app = await openApp(`/bau-bang/scorecard?tab=forms&measure=${measure}`)
      await screen.findByRole('table', { name: table }, PATIENCE)
      const { name, rows } = await exportedSheet(main())
      expect(name).toBe(`bau-bang-${measure}-2025.xlsx`)
      expect(rows[0]?.slice(0, 2)).toEqual([title, 'Khu công nghiệp Bàu Bàng'])
      expect(rows[1]?.[0]).toBe('Dữ liệu mô phỏng')
      expect(rows[2]?.slice(0, 4)).toEqual(['Mục', 'Nội dung', 'Đơn vị', 'Nguồn'])
      const body = rows.slice(3)
      expect(body.some(([label]) => String(label).includes(field))).toBe(true)
      const gaps = body.filter(([, answer]) => answer === 'thiếu: chưa có trong sổ')
      expect(gaps.length).toBeGreaterThan(0)
      expect(gaps.every(([, , , source]) => source === null)).toBe(true)
      // What is filled names the rows that it was filled from.
      const filled = body.filter(([, answer]) => /\d/.test(String(answer)) && answer !== '0')
      expect(filled.filter(([, , , source]) => source !== null).length).toBeGreaterThan(0)
    },
  )
})

it('the daily report as a sheet has every line with target, days to compare and coverage', async () => {
  app = await openApp('/bau-bang/daily')
  await screen.findByRole('table', { name: 'Figures of the day' }, PATIENCE)
  const { name, rows } = await exportedSheet(main())
  expect(name).toMatch(/bau-bang-daily-2026-11-19/)
  const at = rows.findIndex((row) => row.includes('Same weekday'))
  expect(rows[0]?.[0]).toContain('2026-11-19')
  expect(rows.slice(0, at).flat()).toContain('Simulated data')
  expect(rows[at]?.slice(3, 7)).toEqual(['Value', 'Target', 'Day before', 'Same weekday'])
  const grid = rows.find((row) => row.includes('Grid import'))
  expect(grid?.slice(3, 7).every((cell) => cell === null || typeof cell === 'number')).toBe(true)
  expect(typeof grid?.[3]).toBe('number')
}, 60_000)
