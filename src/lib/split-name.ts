/** Names up to this long are never cut in the middle, and this much of a longer one stays at its end. */
const SHORT = 20
const TAIL = 8
/** A legal form tells no two firms apart: such names lose their end, like other texts. */
const LEGAL_FORM = /(?:Ltd|Inc|Corp|JSC|LLC)\.?$/
const letterBreaks = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/**
 * Beginning and end of a name for an ellipsis between them. Splits between whole letters: an accent stays on its letter,
 * and a pair of surrogates stays a pair. The two parts together are the name.
 */
export function splitName(name: string): { head: string; tail: string } {
  if (name.length <= SHORT || LEGAL_FORM.test(name)) return { head: name, tail: '' }
  const letters = Array.from(letterBreaks.segment(name), ({ segment }) => segment)
  if (letters.length <= SHORT) return { head: name, tail: '' }
  return { head: letters.slice(0, -TAIL).join(''), tail: letters.slice(-TAIL).join('') }
}
