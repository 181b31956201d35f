import { House, Layers, List, Minus, Plus } from 'lucide-react'
import type { MapText } from '../map-types.ts'
import styles from './map-controls.module.css'

export interface MapControlsProps {
  t: MapText
  listOpen: boolean
  onZoom: (steps: number) => void
  onHome: () => void
  onList: () => void
  onLayers: (() => void) | undefined
}

/** Buttons at the right edge: zoom, whole park, layers, list of what is in view. */
export function MapControls({ t, listOpen, onZoom, onHome, onList, onLayers }: MapControlsProps) {
  return (
    <fieldset className={styles.controls} data-screen-only="" aria-label={t('control.group')}>
      <button type="button" title={t('control.zoom-in')} aria-label={t('control.zoom-in')} onClick={() => onZoom(1)}>
        <Plus aria-hidden="true" />
      </button>
      <button type="button" title={t('control.zoom-out')} aria-label={t('control.zoom-out')} onClick={() => onZoom(-1)}>
        <Minus aria-hidden="true" />
      </button>
      <button type="button" title={t('control.home')} aria-label={t('control.home')} onClick={onHome}>
        <House aria-hidden="true" />
      </button>
      {onLayers ? (
        <button type="button" title={t('control.layers')} aria-label={t('control.layers')} onClick={onLayers}>
          <Layers aria-hidden="true" />
        </button>
      ) : null}
      <button
        type="button"
        title={t('control.list')}
        aria-label={t('control.list')}
        aria-pressed={listOpen}
        onClick={onList}
      >
        <List aria-hidden="true" />
      </button>
    </fieldset>
  )
}
