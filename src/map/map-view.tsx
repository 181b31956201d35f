import { useEffect, useRef, useState } from 'react'
import type { LoadCollection } from './data/collection-loader.ts'
import { MapSession } from './map-session.ts'
import type { ParkMapProps } from './map-types.ts'
import styles from './ui/map-view.module.css'
import { UiState } from './ui/ui-state.ts'

export interface MapViewProps extends ParkMapProps {
  load: LoadCollection
}

/** The map with what stands around it. Map and overlay live in one effect; props reach them by method calls. */
export function MapView(props: MapViewProps) {
  const { parkId, load, t } = props
  const container = useRef<HTMLDivElement>(null)
  const session = useRef<MapSession | null>(null)
  const latest = useRef(props)
  const [ui] = useState(() => new UiState())

  useEffect(() => {
    latest.current = props
    session.current?.update(props)
  })

  useEffect(() => {
    const element = container.current
    if (!element) return undefined
    const opened = new MapSession({ container: element, props: latest.current, load, ui, followers: [] })
    session.current = opened
    return () => {
      session.current = null
      opened.end()
    }
  }, [parkId, load, ui])

  return (
    <section className={styles.region} aria-label={t('title')}>
      <div className={styles.stage}>
        <div ref={container} className={styles.canvas} />
        <div className={styles.title}>{t(`mode.${props.mode}`)}</div>
      </div>
    </section>
  )
}
