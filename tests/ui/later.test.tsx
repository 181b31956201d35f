import { act, render, screen } from '@testing-library/react'
import { useLayoutEffect } from 'react'
import { expect, it } from 'vitest'
import { Later } from '../../src/ui/later.tsx'

it('leaves its children out of the first picture and draws them right after it', async () => {
  const pictures: string[] = []
  function Page() {
    useLayoutEffect(() => {
      pictures.push(document.body.textContent)
    }, [])
    return (
      <main>
        now
        <Later>then</Later>
      </main>
    )
  }
  await act(async () => {
    render(<Page />)
    await Promise.resolve()
  })
  expect(pictures).toEqual(['now'])
  expect(screen.getByRole('main')).toHaveTextContent('nowthen')
})
