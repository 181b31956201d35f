import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { Figure, FigureNote } from '../../src/ui/figure.tsx'
import type { FigureState } from '../../src/ui/quality-note.ts'
import { renderIn } from './render.tsx'

afterEach(cleanup)

const GOOD: FigureState = {
  freshness: 'live',
  quality: 'Good',
  ageMs: 2000,
  sourceTimeMs: Date.UTC(2026, 10, 20, 7, 18, 2),
}

async function show(state: FigureState, value: number | null = 148.6) {
  const { container } = await renderIn(
    'vi',
    <>
      <Figure value={value} unit="m3/h" decimals={1} state={state} />
      <FigureNote state={state} />
    </>,
  )
  const figure = container.querySelector('[data-figure]')
  return {
    text: container.textContent ?? '',
    value: container.querySelector('[data-live-value]')?.textContent ?? null,
    unit: container.querySelector('[data-unit]')?.textContent ?? null,
    hatched: figure?.className.includes('hatched') ?? false,
  }
}

describe('Figure', () => {
  it('prints value, unit and age while the reading is live', async () => {
    const shown = await show(GOOD)
    expect(shown).toMatchObject({ value: '148,6', unit: 'm³/h', hatched: false })
    expect(shown.text).toContain('2\u00a0giây')
  })

  it('prints the age only when the reading is late', async () => {
    const shown = await show({ ...GOOD, freshness: 'late', ageMs: 8000 })
    expect(shown).toMatchObject({ value: '148,6', hatched: false })
    expect(shown.text).toContain('8\u00a0giây')
  })

  it('marks a stale value by hatch, word and age, and keeps the value', async () => {
    const shown = await show({ ...GOOD, freshness: 'stale', ageMs: 14 * 60_000 })
    expect(shown).toMatchObject({ value: '148,6', hatched: true })
    expect(shown.text).toContain('Cũ 14\u00a0phút')
  })

  it('shows a dash and since when a lost source was heard, in the zone of the park', async () => {
    const shown = await show({ ...GOOD, freshness: 'no-communication' }, Number.NaN)
    expect(shown).toMatchObject({ value: null, hatched: true })
    expect(shown.text).toContain('Mất kết nối từ 14:18')
  })

  it('never prints the value of a bad reading', async () => {
    const shown = await show({ ...GOOD, freshness: 'bad', quality: 'BadSensorFailure' })
    expect(shown).toMatchObject({ value: null, hatched: true })
    expect(shown.text).toContain('Hỏng thiết bị đo')
  })

  it('hatches a calibrating sensor and says so', async () => {
    const shown = await show({ ...GOOD, quality: 'UncertainSensorCalibration' })
    expect(shown).toMatchObject({ value: '148,6', hatched: true })
    expect(shown.text).toContain('Đang hiệu chuẩn')
  })

  it('says estimated without hatch', async () => {
    const shown = await show({ ...GOOD, quality: 'UncertainSubstituteValue' })
    expect(shown).toMatchObject({ value: '148,6', hatched: false })
    expect(shown.text).toContain('Ước tính')
  })

  it('says 11/12 for a partial total, and a dash with its coverage under 80 %', async () => {
    const partial = await show({ ...GOOD, coverage: { contributing: 11, expected: 12 } })
    expect(partial.value).toBe('148,6')
    expect(partial.text).toContain('11/12')
    cleanup()
    const thin = await show({ ...GOOD, coverage: { contributing: 9, expected: 12 } })
    expect(thin).toMatchObject({ value: null, hatched: true })
    expect(thin.text).toContain('75\u00a0%')
  })

  it('keeps CO2 readable with a subscript', async () => {
    await renderIn('en', <Figure value={1214} unit="t{CO2e}" decimals={0} />)
    expect(screen.getByText('1,214')).toBeInTheDocument()
    expect(document.querySelector('sub')?.textContent).toBe('2')
  })
})
