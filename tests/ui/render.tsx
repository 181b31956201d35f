import { render, type RenderResult } from '@testing-library/react'
import type { ReactNode } from 'react'
import { I18nextProvider } from 'react-i18next'
import type { Locale } from '../../src/contract/primitives.ts'
import { ZoneContext } from '../../src/i18n/format.ts'
import { createI18n } from '../../src/i18n/i18n.ts'

/** Renders with texts of one language and the park's zone. */
export async function renderIn(locale: Locale, content: ReactNode): Promise<RenderResult> {
  const i18n = await createI18n(locale)
  return render(
    <I18nextProvider i18n={i18n}>
      <ZoneContext value="Asia/Ho_Chi_Minh">{content}</ZoneContext>
    </I18nextProvider>,
  )
}
