/** Names up to this long are never cut in the middle, and no more than this much of a longer one stays at its end. */
const SHORT = 20
const TAIL = 10
/** A legal form tells no two firms apart: such names lose their end, like other texts. */
const LEGAL_FORM = /(?:Ltd|Inc|Corp|JSC|LLC)\.?$/
const letterBreaks = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/**
 * Beginning and end of a name for an ellipsis between them. The end is its last whole words; where no words are set
 * apart it is whole letters, so that an accent or a pair of surrogates stays together. Both parts together are the name.
 */
export function splitName(name: string): { head: string; tail: string } {
  if (name.length <= SHORT || LEGAL_FORM.test(name)) return { head: name, tail: '' }
  const letters = Array.from(letterBreaks.segment(name), ({ segment }) => segment)
  if (letters.length <= SHORT) return { head: name, tail: '' }
  // The space belongs to the end: it keeps the ellipsis off the word.
  const from = letters.length - TAIL - 1
  const space = letters.indexOf(' ', from)
  if (space < 0 && letters.includes(' ')) return { head: name, tail: '' }
  const cut = space < 0 ? letters.length - TAIL : space
  return { head: letters.slice(0, cut).join(''), tail: letters.slice(cut).join('') }
}
