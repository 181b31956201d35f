import type { Rect } from '../../domain/wall/layout.ts'
import type { SceneId } from '../../domain/wall/scenes.data.ts'
import { useFormat, useLocale } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { cx } from '../../ui/cx.ts'
import { boxStyle } from './box.tsx'
import { useWall } from './wall-context.ts'
import styles from './wall.module.css'

export interface SceneHeadProps {
  rect: Rect
  scene: SceneId
  /** Place in the round; null while an alarm shows the scene. */
  place: { at: number; of: number } | null
  held: boolean
  /** 0 to 1. */
  progress: number
  onMap: boolean
}

/** Park, scene, its place in the round and how much of its time is over. */
export function SceneHead({ rect, scene, place, held, progress, onMap }: SceneHeadProps) {
  const t = useText('wall')
  const format = useFormat()
  const locale = useLocale()
  const { index } = useWall()
  const name = t(`scene.${scene}`)
  const state = held
    ? t('held')
    : place === null
      ? t('jumped')
      : `${format.number(place.at)}/${format.number(place.of)}`
  return (
    <div className={cx(styles.head, onMap && styles.onMap)} style={boxStyle(rect)} data-box="" data-scene-head={scene}>
      <div className={styles.headLine}>
        <span className={styles.sceneName}>{onMap ? index.park.name[locale] : name}</span>
        {onMap ? null : <span className={styles.dim}>{state}</span>}
      </div>
      {onMap ? (
        <div className={styles.headLine}>
          <span className={styles.dim}>{`${name} ${state}`}</span>
        </div>
      ) : null}
      <progress className={styles.progress} aria-label={name} max={1} value={progress} />
    </div>
  )
}
