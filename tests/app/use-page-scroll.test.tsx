import { render } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { usePageScroll } from '../../src/app/shell/use-page-scroll.ts'
import type { View } from '../../src/session/view.ts'
import { viewOf } from '../ui/view-fixture.ts'

const toTop = vi.fn<(to: ScrollToOptions) => void>()
const intoView = vi.fn<(how: ScrollIntoViewOptions) => void>()

function Page({ view }: { view: View }) {
  usePageScroll(view)
  return (
    <main>
      <aside />
    </main>
  )
}

/** Shows one view after the other, and waits until the browser would have drawn. */
async function walk(...views: readonly Partial<View>[]): Promise<void> {
  const [first = {}, ...others] = views
  const { rerender } = render(<Page view={viewOf(first)} />)
  for (const view of others) rerender(<Page view={viewOf(view)} />)
  await new Promise((drawn) => {
    requestAnimationFrame(drawn)
  })
}

const stubWidth = (isSmall: boolean): void => {
  vi.stubGlobal('matchMedia', () => ({ matches: isSmall }))
}

describe('where the document scrolls', () => {
  beforeEach(() => {
    stubWidth(true)
    vi.stubGlobal('scrollTo', toTop)
    Element.prototype.scrollIntoView = intoView
  })
  afterEach(() => {
    vi.unstubAllGlobals()
    vi.clearAllMocks()
  })

  it('brings what was picked into view', async () => {
    await walk({}, { selection: { type: 'asset', id: 'wwtp' } })
    expect(intoView).toHaveBeenCalledOnce()
  })

  it('begins another screen at its top, whatever is still selected', async () => {
    const selection = { type: 'asset', id: 'wwtp' } as const
    await walk({ selection }, { selection, screen: 'energy' })
    expect(toTop).toHaveBeenCalledWith({ top: 0 })
    expect(intoView).not.toHaveBeenCalled()
  })

  it('stays where it is when the alarms page opens its first alarm, and follows the next one', async () => {
    await walk({ screen: 'alarms' }, { screen: 'alarms', alarmId: 'a1' })
    expect(intoView).not.toHaveBeenCalled()
    await walk({ screen: 'alarms', alarmId: 'a1' }, { screen: 'alarms', alarmId: 'a2' })
    expect(intoView).toHaveBeenCalledOnce()
  })

  it('stays where it is when something is closed', async () => {
    await walk({ selection: { type: 'asset', id: 'wwtp' }, item: 'a' }, { item: 'a' })
    expect(intoView).not.toHaveBeenCalled()
  })

  it('leaves a desk alone, where details stand beside what they are about', async () => {
    stubWidth(false)
    await walk({}, { selection: { type: 'asset', id: 'wwtp' } }, { screen: 'energy' })
    expect(intoView).not.toHaveBeenCalled()
    expect(toTop).not.toHaveBeenCalled()
  })
})
