import { useQuery } from '@tanstack/react-query'
import { TOUR_FIGURES } from '../../contract/tour-figures.ts'
import { captionParts } from '../../domain/tours/caption.ts'
import { FIGURE_OF, type TourFacts } from '../../domain/tours/figures.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useReplayedInstant } from '../../session/view.ts'
import { tourFactsQuery } from '../../live/tour-facts.ts'
import styles from './tour.module.css'

/** Words with the park's own numbers in them, worked out when they are shown. */
export function Caption({ text, facts }: { text: string; facts: TourFacts | null | 'failed' }) {
  const state = useText('state')
  const t = useText('tour')
  const format = useFormat()
  return (
    <>
      {captionParts(text).map((part, at) => {
        if (part.type === 'words') return part.text
        const { unit, decimals } = TOUR_FIGURES[part.name]
        const outcome = facts === null || facts === 'failed' ? null : FIGURE_OF[part.name](facts)
        const key = `${part.name} ${at}`
        if (facts === null) {
          return (
            <span key={key} className={styles.wait} aria-label={state('loading')}>
              …
            </span>
          )
        }
        if (!outcome?.ok) {
          return (
            <span key={key} className={styles.missing} data-figure={part.name}>
              {t('notEnough')}
            </span>
          )
        }
        return (
          <b key={key} className={styles.figure} data-figure={part.name}>
            {unit === '1' ? format.number(outcome.value, decimals) : format.quantity(outcome.value, unit, decimals)}
          </b>
        )
      })}
    </>
  )
}

const MINUTE_MS = 60_000

/** What captions are told from, of now or of the instant on screen: null while it loads. */
export function useTourFacts(parkId: string): TourFacts | null | 'failed' {
  const at = useReplayedInstant()
  const atMs = at === null ? null : Math.floor(at / MINUTE_MS) * MINUTE_MS
  const { data, isError } = useQuery(tourFactsQuery(parkId, atMs))
  return data ?? (isError ? 'failed' : null)
}
