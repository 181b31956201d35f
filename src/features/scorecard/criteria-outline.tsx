import type { CriteriaSet } from '../../contract/reference-criteria.ts'
import { useLocale } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { PanelState } from '../../ui/panel-state.tsx'
import { codeOf, FRAMEWORK } from './criterion-texts.ts'
import styles from './scorecard.module.css'

/** The two sets that the screen opens with: the framework, and the certificate that is in force. */
function openedSets(sets: readonly CriteriaSet[]): CriteriaSet[] {
  const framework = sets.find((set) => set.framework === FRAMEWORK) ?? sets[0]
  const others = sets.filter((set) => set !== framework)
  const certificate = others.find((set) => set.certificate && set.active) ?? others[0]
  return [framework, certificate].filter((set) => set !== undefined)
}

/** What is asked, while the registers and a year of meters that answer it are on their way. */
export function CriteriaOutline({ sets }: { sets: readonly CriteriaSet[] }) {
  const t = useText('scorecard')
  const locale = useLocale()
  return (
    <div className={styles.columns} aria-busy="true">
      {openedSets(sets).map((set) => (
        <section key={set.id} className={styles.framework} aria-label={set.title[locale]}>
          <div className={styles.padded}>
            <b>{set.title[locale]}</b>
            <PanelState kind="loading" lines={1} />
          </div>
          <div className={styles.scroll}>
            <table className={styles.table} aria-label={set.title[locale]}>
              <thead>
                <tr>
                  <th scope="col" className={styles.code}>
                    {t('column.code')}
                  </th>
                  <th scope="col">{t('column.indicator')}</th>
                </tr>
              </thead>
              <tbody>
                {set.criteria
                  .filter(({ kind }) => kind === 'performance')
                  .map((criterion) => (
                    <tr key={criterion.id} className={styles.row}>
                      <td className={styles.code}>{codeOf(criterion)}</td>
                      <th scope="row" className={styles.name}>
                        {criterion.title[locale]}
                      </th>
                    </tr>
                  ))}
              </tbody>
            </table>
          </div>
        </section>
      ))}
    </div>
  )
}
