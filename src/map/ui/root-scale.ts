/**
 * How much larger than at 16 px everything is drawn: the whole layout is sized in rem. A wall, whose letters are far
 * larger than its lines, states the scale of the map's lines itself.
 */
export function rootScale(): number {
  const style = getComputedStyle(document.documentElement)
  const stated = Number.parseFloat(style.getPropertyValue('--map-scale'))
  if (stated > 0) return stated
  const size = Number.parseFloat(style.fontSize)
  return size > 0 ? size / 16 : 1
}
