import type { ReferenceSource } from '../../contract/reference.ts'
import { useLocale } from '../../i18n/format.ts'
import { sourceArticle, sourceNote, sourceTitle } from '../../i18n/source-title.ts'
import { useText } from '../../i18n/use-text.ts'
import styles from './foot.module.css'

/** The rule behind a clock: article and title as the language cites them, what is doubtful on hover. */
export function ClockBasis({ source }: { source: ReferenceSource }) {
  const t = useText('waste')
  const locale = useLocale()
  const article = sourceArticle(source, locale)
  const title = sourceTitle(source, locale)
  return (
    <span className={styles.source} title={sourceNote(source, locale)}>
      {article === null ? title : t('clocks.basis', { article, title })}
    </span>
  )
}
