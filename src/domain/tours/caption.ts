import { figuresIn } from '../../contract/tours.ts'
import { TOUR_FIGURES, type TourFigure } from '../../contract/tour-figures.ts'

/** Part of a caption: words, or a figure by its name. */
export type CaptionPart = { type: 'words'; text: string } | { type: 'figure'; name: TourFigure }

function isFigure(name: string): name is TourFigure {
  return Object.hasOwn(TOUR_FIGURES, name)
}

/**
 * Words and figures of a caption in their order. A name that is no figure stays as it is written; the contract refuses
 * such a caption before it comes here. Unit: none. Never fails. Source: contract/tours.ts.
 */
export function captionParts(caption: string): CaptionPart[] {
  const parts: CaptionPart[] = []
  let rest = caption
  const words = (text: string): void => {
    if (text !== '') parts.push({ type: 'words', text })
  }
  for (const name of figuresIn(caption)) {
    const mark = `{${name}}`
    const start = rest.indexOf(mark)
    if (isFigure(name)) {
      words(rest.slice(0, start))
      parts.push({ type: 'figure', name })
    } else words(rest.slice(0, start + mark.length))
    rest = rest.slice(start + mark.length)
  }
  words(rest)
  return parts
}
