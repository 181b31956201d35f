import { cleanup } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { Locale } from '../../src/contract/primitives.ts'
import { useInstantText } from '../../src/features/waste/use-instant-text.ts'
import { renderIn } from '../ui/render.tsx'

afterEach(cleanup)

const at = (text: string): number => Date.parse(`${text}+07:00`)
const NOW = at('2026-11-29T22:57')

function Band({ fromMs, toMs }: { fromMs: number; toMs: number }) {
  const instantText = useInstantText(NOW)
  return `${instantText(fromMs)} – ${instantText(toMs, fromMs)}`
}

async function band(locale: Locale, from: string, to: string): Promise<string> {
  const { container } = await renderIn(locale, <Band fromMs={at(from)} toMs={at(to)} />)
  return container.textContent.replace(/\u00a0/g, ' ')
}

describe('a span of instants', () => {
  it('tells the day of its end only where it is another one', async () => {
    expect(await band('vi', '2026-11-30T02:25', '2026-11-30T05:10')).toBe('30 thg 11 02:25 – 05:10')
    expect(await band('ja', '2026-11-30T22:25', '2026-12-01T03:10')).toBe('11月30日 22:25 – 12月1日 03:10')
    expect(await band('en', '2026-11-29T23:08', '2026-11-30T00:30')).toBe('23:08 – 30 Nov 00:30')
    expect(await band('en', '2026-11-29T22:57', '2026-11-29T23:30')).toBe('now – 23:30')
  })
})
