import { useText } from '../../i18n/use-text.ts'
import { useViewActions } from '../../session/view.ts'
import styles from './scenario-band.module.css'
import shell from './shell.module.css'

const LINES = [0, 1, 2, 3, 4, 5]

/** Says that what is on screen is supposed, and how to leave it. */
export function ScenarioBand() {
  const t = useText('shell')
  const { patch } = useViewActions()
  return (
    <output className={shell.band}>
      <b>{t('scenario')}</b>
      <span>{t('scenario.detail')}</span>
      <button type="button" className={styles.leave} data-screen-only="" onClick={() => patch({ whatIf: null })}>
        {t('scenario.leave')}
      </button>
    </output>
  )
}

/** The word across the whole page, on screen and on paper; nothing under it can be taken for the park as it is. */
export function ScenarioWatermark() {
  const t = useText('shell')
  return (
    <div className={styles.mark} aria-hidden="true" data-watermark="">
      {LINES.map((line) => (
        <span key={line}>{Array.from({ length: 6 }, () => t('scenario')).join('   ')}</span>
      ))}
    </div>
  )
}
