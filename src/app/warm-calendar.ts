/**
 * Makes one formatter and throws it away. The first of a process loads the browser's tables of languages and zones, some
 * 20 ms: here while the shell's code is on its way, instead of while the first figures are drawn.
 */
export function warmCalendar(): void {
  setTimeout(() => new Intl.DateTimeFormat(document.documentElement.lang, { month: 'short' }).format())
}
