import { useLocale } from '../../i18n/format.ts'
import { sourceTitle } from '../../i18n/source-title.ts'
import { useText } from '../../i18n/use-text.ts'
import { Figure } from '../../ui/figure.tsx'
import { PanelHeader } from '../../ui/panel.tsx'
import styles from './detail.module.css'
import type { ShownFact } from './use-facts.ts'

/** Digits of a fact as it was written down, at most four after the point. */
function decimalsOf(value: number): number {
  return Math.min(4, String(value).split('.')[1]?.length ?? 0)
}

function Value({ fact }: { fact: ShownFact }) {
  const quality = useText('quality')
  if (fact.value === null) return <span className={styles.meta}>{quality('notEnough')}</span>
  if (typeof fact.value === 'string') return <span className={styles.text}>{fact.value}</span>
  // No unit, not even "1": a year or a code, which is not grouped like a quantity.
  if (fact.unit === null) return <span className={styles.text}>{String(fact.value)}</span>
  return <Figure value={fact.value} unit={fact.unit} decimals={decimalsOf(fact.value)} />
}

function SourceLine({ fact }: { fact: ShownFact }) {
  const t = useText('detail')
  const words = useText('words')
  const locale = useLocale()
  if (!fact.source) return null
  const { url, year, confidence } = fact.source
  const title = sourceTitle(fact.source, locale)
  const source = year === null ? t('source', { title }) : t('sourceYear', { title, year })
  const isLink = url !== undefined && /^https?:\/\//.test(url)
  return (
    <span className={styles.source}>
      {isLink ? (
        <a className={styles.sourceLink} href={url} target="_blank" rel="noreferrer">
          {source}
        </a>
      ) : (
        source
      )}{' '}
      · {words(`confidence.${confidence}`)}
    </span>
  )
}

/** Facts with where they come from; the same source under several lines is printed once, under the last of them. */
export function FactList({ facts }: { facts: readonly ShownFact[] }) {
  const t = useText('detail')
  return (
    <section className={styles.section}>
      <PanelHeader title={t('facts')} />
      {facts.length === 0 ? (
        <p className={styles.meta}>{t('facts.none')}</p>
      ) : (
        <dl className={styles.facts}>
          {facts.map((fact, at) => (
            <div key={fact.key} className={styles.fact}>
              <dt>{fact.label}</dt>
              <dd>
                <Value fact={fact} />
                {facts[at + 1]?.source?.title === fact.source?.title && at + 1 < facts.length ? null : (
                  <SourceLine fact={fact} />
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}
