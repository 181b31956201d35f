/** How much larger than at 16 px everything is drawn: the whole layout is sized in rem. */
export function rootScale(): number {
  const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  return size > 0 ? size / 16 : 1
}
