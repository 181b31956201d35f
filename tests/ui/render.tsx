import { render, type RenderResult } from '@testing-library/react'
import type { ReactNode } from 'react'
import type { Locale } from '../../src/contract/primitives.ts'
import { ZoneContext } from '../../src/i18n/format.ts'
import { FEATURE_NAMESPACES } from '../../src/i18n/feature-texts.ts'
import { I18nProvider } from '../../src/i18n/i18n-provider.tsx'
import { createI18n } from '../../src/i18n/i18n.ts'

/** Renders with texts of one language and the park's zone. */
export async function renderIn(locale: Locale, content: ReactNode): Promise<RenderResult> {
  const i18n = await createI18n(locale, FEATURE_NAMESPACES)
  return render(
    <I18nProvider i18n={i18n}>
      <ZoneContext value="Asia/Ho_Chi_Minh">{content}</ZoneContext>
    </I18nProvider>,
  )
}
