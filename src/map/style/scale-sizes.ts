import type { Layer } from './style-types.ts'

/** Sizes of names and icons, in pixels at a root font of 16 px. */
const SIZES = ['text-size', 'icon-size', 'text-padding', 'symbol-spacing'] as const

/** A size times `scale`. An interpolation by zoom must stay outermost, so its stops are multiplied instead. */
function scaled(size: unknown, scale: number): unknown {
  if (typeof size === 'number') return size * scale
  if (!Array.isArray(size)) return size
  if (size[0] !== 'interpolate') return ['*', scale, size]
  return size.map((part: unknown, index) => (index > 3 && index % 2 === 0 ? scaled(part, scale) : part))
}

/** Names and icons follow the root font as the rest of the layout does: a large screen is read from further away. */
export function scaleSizes(layer: Layer, scale: number): Layer {
  if (layer.type !== 'symbol' || scale === 1) return layer
  const sizes = Object.entries(layer.layout ?? {}).map(([name, value]) => [
    name,
    SIZES.some((size) => size === name) ? scaled(value, scale) : value,
  ])
  return { ...layer, layout: Object.fromEntries(sizes) }
}
