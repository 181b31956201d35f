import type { ReactNode } from 'react'
import { arrange, type Rect } from '../../domain/wall/layout.ts'
import { Box } from './box.tsx'
import { Part } from './part.tsx'
import { useWall } from './wall-context.ts'

/** A part of a scene with its height in rows. */
export interface ScenePart {
  key: string
  rows: number
  content: ReactNode
}

/** Parts one under the other, as many as the boxes hold; the first are the most important. */
export function Parts({ boxes, parts }: { boxes: readonly Rect[]; parts: readonly ScenePart[] }) {
  const { layout } = useWall()
  const placed = arrange(
    boxes,
    layout.rowHeight,
    parts.map(({ rows }) => rows),
  )
  return placed.map(({ part, rect }) => {
    const shown = parts[part]
    return shown ? (
      <Box key={shown.key} rect={rect}>
        <Part>{shown.content}</Part>
      </Box>
    ) : null
  })
}
