import type { Format } from '../../i18n/format-values.ts'

/** Note of a line in the language of the screen: a day is written out, times and years stand as they are. */
export function noteText(note: string, format: Pick<Format, 'dateShort'>): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(note) ? format.dateShort(Date.parse(`${note}T05:00:00Z`)) : note
}
