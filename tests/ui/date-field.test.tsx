import { cleanup, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Locale } from '../../src/contract/primitives.ts'
import { DateField, type DateFieldProps } from '../../src/ui/date-field.tsx'
import { renderIn } from './render.tsx'

afterEach(cleanup)

function Kept({ value, onChange, ...rest }: DateFieldProps) {
  const [kept, setKept] = useState(value)
  return (
    <DateField
      {...rest}
      value={kept}
      onChange={(next) => {
        setKept(next)
        onChange(next)
      }}
    />
  )
}

async function open(props: Partial<DateFieldProps> & { value: string }, locale: Locale = 'vi') {
  const onChange = vi.fn<(value: string) => void>()
  await renderIn(locale, <Kept label="Day" onChange={onChange} {...props} />)
  return onChange
}

/** What the field shows, read as one reads it. */
const shown = (): string => screen.getAllByRole('group')[0]?.textContent?.replaceAll(/[\u2066-\u2069]/g, '') ?? ''
const parts = () => screen.getAllByRole('spinbutton')

describe('a field of a date', () => {
  it.each([
    ['vi', '20/11/2026'],
    ['en', '20/11/2026'],
    ['ja', '2026/11/20'],
  ] as const)('in %s has the order of that language, whatever the browser speaks', async (locale, text) => {
    await open({ value: '2026-11-20' }, locale)
    expect(shown()).toBe(text)
  })

  it('tells whole dates only: the first digits of a year are none', async () => {
    const onChange = await open({ value: '2026-11-20' })
    const [day] = parts()
    if (!day) throw new Error('no day')
    await userEvent.click(day)
    await userEvent.keyboard('05022027')
    expect(onChange).toHaveBeenLastCalledWith('2027-02-05')
    for (const [told] of onChange.mock.calls) expect(told).toMatch(/^20\d\d-\d\d-\d\d$/)
  })

  it('tells the time of day with the date where it is asked for', async () => {
    const onChange = await open({ value: '2026-11-20T10:05', withTime: true }, 'en')
    const minute = parts().at(-1)
    if (!minute) throw new Error('no minute')
    await userEvent.click(minute)
    await userEvent.keyboard('{ArrowUp}')
    expect(onChange).toHaveBeenLastCalledWith('2026-11-20T10:06')
  })

  it('can be emptied, and begins empty where it is given half a date', async () => {
    const onChange = await open({ value: '2026-11-20' }, 'en')
    for (const part of parts().toReversed()) {
      await userEvent.click(part)
      await userEvent.keyboard('{Backspace}{Backspace}{Backspace}{Backspace}')
    }
    expect(onChange).toHaveBeenLastCalledWith('')
  })

  it('shows nothing for what is no date', async () => {
    await open({ value: '2026-13-45' }, 'en')
    for (const part of parts()) expect(part).toHaveAttribute('aria-valuetext', 'Empty')
  })

  it('opens a month: today is the day in the park, days after the last are off, a day is picked with a press', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 10, 29, 20) })
    try {
      const onChange = await open({ value: '2026-11-27', last: '2026-11-29' }, 'en')
      await userEvent.click(screen.getByRole('button', { name: 'Calendar Day' }))
      const month = screen.getByRole('dialog')
      expect(within(month).getByRole('button', { name: /Today.*30/ })).toHaveAttribute('aria-disabled', 'true')
      await userEvent.click(within(month).getByRole('button', { name: /28 November/ }))
      expect(onChange).toHaveBeenLastCalledWith('2026-11-28')
      expect(screen.queryByRole('dialog')).toBeNull()
    } finally {
      vi.useRealTimers()
    }
  })

  it('says what is wrong with it', async () => {
    await open({ value: '', error: 'is missing' }, 'en')
    expect(screen.getByText('is missing')).toBeVisible()
    expect(screen.getByRole('group')).toHaveAccessibleDescription('is missing')
    for (const part of parts()) expect(part).toHaveAttribute('aria-invalid', 'true')
  })
})
