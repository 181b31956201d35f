import { act, screen } from '@testing-library/react'
import type { ComponentType } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { lazyPart, rearmLazyParts } from '../../src/ui/lazy-part.tsx'
import { PanelBoundary } from '../../src/ui/panel-boundary.tsx'
import { renderIn } from './render.tsx'

function Greeting({ name }: { name: string }) {
  return <p>{`Hello ${name}`}</p>
}

/** A download that ends when the test says so. */
function download() {
  const waiting: ((part: ComponentType<{ name: string }>) => void)[] = []
  const code = new Promise<ComponentType<{ name: string }>>((resolve) => waiting.push(resolve))
  return { code, arrive: () => waiting.forEach((resolve) => resolve(Greeting)) }
}

describe('a part whose code comes later', () => {
  it('shows what stands in for it, then itself, with its own properties', async () => {
    const { code, arrive } = download()
    const Part = lazyPart(() => code)
    const page = await renderIn('en', <Part name="Bàu Bàng" meanwhile={<p>one moment</p>} />)
    expect(screen.getByText('one moment')).toBeVisible()
    await act(async () => arrive())
    expect(screen.getByText('Hello Bàu Bàng')).toBeVisible()
    expect(screen.queryByText('one moment')).toBeNull()
    page.rerender(<Part name="Long Đức" />)
    expect(screen.getByText('Hello Long Đức')).toBeVisible()
  })

  it('is there in the first picture when its code was loaded before, and is downloaded once', async () => {
    const load = vi.fn<() => Promise<typeof Greeting>>(async () => Greeting)
    const Part = lazyPart(load)
    await Promise.all([Part.preload(), Part.preload()])
    await renderIn('en', <Part name="Amata" meanwhile={<p>one moment</p>} />)
    expect(screen.getByText('Hello Amata')).toBeVisible()
    expect(load).toHaveBeenCalledTimes(1)
  })

  it('tells a failed download where it is drawn, not where it was asked for, and asks again when told to', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    let broken = true
    const load = vi.fn<() => Promise<typeof Greeting>>(async () => {
      if (broken) throw new Error('chunk is gone')
      return Greeting
    })
    const Part = lazyPart(load)
    await expect(Part.preload()).resolves.toBeUndefined()
    await renderIn(
      'en',
      <PanelBoundary>
        <Part name="Phú Mỹ" />
      </PanelBoundary>,
    )
    expect(screen.getByText(/chunk is gone/)).toBeVisible()
    broken = false
    rearmLazyParts()
    await Part.preload()
    expect(load).toHaveBeenCalledTimes(2)
    await act(async () => screen.getByRole('button').click())
    expect(await screen.findByText('Hello Phú Mỹ')).toBeVisible()
  })

  it('forgets a part that was left before its code came', async () => {
    const { code, arrive } = download()
    const Part = lazyPart(() => code)
    const page = await renderIn('en', <Part name="nobody" meanwhile={<p>one moment</p>} />)
    page.unmount()
    await act(async () => arrive())
    expect(screen.queryByText('Hello nobody')).toBeNull()
  })
})
