import { useEffect, useRef } from 'react'
import { useKeyedText, useText } from '../../i18n/use-text.ts'
import { LAYERS, defaultVisibility, type LayerId } from '../../map/layers/registry.ts'
import { PLOT_THEMES } from '../../contract/plot-themes.ts'
import { MAP_MODES, useView } from '../../session/view.ts'
import { CloseButton } from '../../ui/close-button.tsx'
import { PanelHeader } from '../../ui/panel.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import styles from './map-panel.module.css'

export interface LayerPopoverProps {
  layers: Readonly<Record<LayerId, boolean>>
  onClose: () => void
}

/** Mode, plot colours and layers; what differs from the mode's default goes into the URL. */
export function LayerPopover({ layers, onClose }: LayerPopoverProps) {
  const t = useText('overview')
  const mapText = useKeyedText('map')
  const { view, patch } = useView()
  const boxRef = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    boxRef.current?.querySelector<HTMLElement>('button, input')?.focus()
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      event.preventDefault()
      onClose()
    }
    // Before the shell hears of it, which would drop the selection.
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [onClose])
  const setLayer = (id: LayerId, on: boolean): void => {
    const { [id]: _dropped, ...rest } = view.layers
    patch({ layers: defaultVisibility(view.mode)[id] === on ? rest : { ...rest, [id]: on } })
  }
  return (
    <dialog ref={boxRef} open className={styles.popover} aria-label={t('layers.open')}>
      <PanelHeader title={t('layers.open')} aside={<CloseButton onClose={onClose} />} />
      <div className={styles.group}>
        <span className={styles.label}>{t('layers.mode')}</span>
        <Segmented
          label={t('layers.mode')}
          value={view.mode}
          options={MAP_MODES.map((id) => ({ id, label: t(`layers.${id}`) }))}
          onChange={(mode) => patch({ mode, layers: {} })}
        />
      </div>
      <fieldset className={styles.group}>
        <legend className={styles.label}>{t('layers.theme')}</legend>
        {PLOT_THEMES.map((id) => (
          <label key={id} className={styles.choice}>
            <input
              type="radio"
              name="plot-theme"
              checked={view.plotTheme === id}
              onChange={() => patch({ plotTheme: id })}
            />
            {t(`theme.${id}`)}
          </label>
        ))}
      </fieldset>
      <fieldset className={styles.group}>
        <legend className={styles.label}>{t('layers.title')}</legend>
        {LAYERS.map((layer) => (
          <label key={layer.id} className={styles.choice}>
            <input
              type="checkbox"
              checked={layers[layer.id]}
              onChange={(event) => setLayer(layer.id, event.target.checked)}
            />
            {mapText(layer.labelKey)}
          </label>
        ))}
      </fieldset>
    </dialog>
  )
}
