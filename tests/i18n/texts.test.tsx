import { act, render, screen } from '@testing-library/react'
import { Suspense } from 'react'
import { describe, expect, it } from 'vitest'
import { changeLocale, createI18n } from '../../src/i18n/i18n.ts'
import { I18nProvider } from '../../src/i18n/i18n-provider.tsx'
import { useTextIn } from '../../src/i18n/use-text-in.ts'
import { useText } from '../../src/i18n/use-text.ts'

function Title() {
  const t = useText('shift')
  return <h1>{t('shift.1')}</h1>
}

function Paper() {
  const t = useTextIn('shift', 'ja')
  return <h2>{t('shift.1')}</h2>
}

describe('texts of a screen', () => {
  it('are waited for, follow the language, and may be in a language of their own', async () => {
    const i18n = await createI18n('en')
    expect(i18n.hasResourceBundle('en', 'shift')).toBe(false)
    await act(async () => {
      render(
        <I18nProvider i18n={i18n}>
          <Suspense fallback={<p>waiting</p>}>
            <Title />
            <Paper />
          </Suspense>
        </I18nProvider>,
      )
    })
    const text = (locale: string): string => i18n.getFixedT(locale, 'shift')('shift.1')
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe(text('en'))
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe(text('ja'))
    await act(() => changeLocale(i18n, 'vi'))
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe(text('vi'))
    expect(new Set([text('en'), text('vi'), text('ja')]).size).toBe(3)
  })
})
