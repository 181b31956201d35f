/** Text that somebody typed, for the middle of a sentence: its own direction ends with it, whatever marks it holds. */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`
}
