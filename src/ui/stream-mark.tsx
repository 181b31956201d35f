import type { Stream } from '../contract/asset-kinds.ts'
import { useText } from '../i18n/use-text.ts'
import styles from './stream-mark.module.css'

export type KpiStream = Extract<Stream, 'energy' | 'water' | 'wastewater' | 'waste'>

/** Letter of a stream in a box of its colour; the letter itself stays in ink. */
export function StreamMark({ stream }: { stream: KpiStream }) {
  const t = useText('kpi')
  return (
    <span className={styles.mark} style={{ borderColor: `var(--${stream})` }} aria-hidden="true">
      {t(`stream.short.${stream}`)}
    </span>
  )
}
