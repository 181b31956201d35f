/** Pattern of doubtful data for drawings; the same angle and colour as the hatch of the page. */
export function HatchPattern({ id, scale }: { id: string; scale: number }) {
  const size = 6 * scale
  return (
    <pattern id={id} width={size} height={size} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <line x1="0" y1="0" x2="0" y2={size} style={{ stroke: 'var(--hatch)' }} strokeWidth={1.4 * scale} />
    </pattern>
  )
}
