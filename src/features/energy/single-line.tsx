import { useMemo } from 'react'
import type { Asset } from '../../contract/resources.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { useAssetName } from '../../i18n/asset-name.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useLiveReading } from '../../live/hooks.ts'
import type { LiveReading } from '../../live/live-store.ts'
import { useView, useViewActions } from '../../session/view.ts'
import { Bullet } from '../../ui/bullet.tsx'
import { cx } from '../../ui/cx.ts'
import { Figure, FigureNote } from '../../ui/figure.tsx'
import { PanelHeader } from '../../ui/panel.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { bayCode, substations, type FeederBay, type Substation, type TransformerBay } from './single-line-model.ts'
import styles from './single-line.module.css'

function megawattsOf(reading: LiveReading | null): number | null {
  return reading === null || !Number.isFinite(reading.value) ? null : reading.value / 1000
}

const isUnsure = (reading: LiveReading | null): boolean =>
  reading !== null && reading.freshness !== 'live' && reading.freshness !== 'late'

/** Circuit breaker with the cross of IEC 60617: filled closed, hollow open, hatched when nothing tells. */
function Breaker({ state }: { state: 'closed' | 'open' | 'unknown' }) {
  return (
    <span className={cx(styles.breaker, styles[state])} aria-hidden="true">
      <svg className={styles.cross} viewBox="0 0 12 12">
        <path d="M2.5 2.5 9.5 9.5M9.5 2.5 2.5 9.5" />
      </svg>
    </span>
  )
}

function Feeder({ bay, isSelected }: { bay: FeederBay; isSelected: boolean }) {
  const t = useText('energy')
  const words = useText('words')
  const { select } = useViewActions()
  const nameOf = useAssetName()
  const power = useLiveReading(bay.powerId)
  const position = useLiveReading(bay.switchId)
  const known = position !== null && Number.isFinite(position.value)
  const state = known ? (position.value >= 0.5 ? 'closed' : 'open') : 'unknown'
  const isWaiting = (position?.freshness ?? 'waiting') === 'waiting'
  const word = state === 'unknown' ? t('line.unknown') : words(`state.${state}`)
  return (
    <button
      type="button"
      className={cx(styles.feeder, isSelected && styles.selected)}
      aria-label={`${nameOf(bay.asset)}, ${word}`}
      aria-pressed={isSelected}
      onClick={() => select({ type: 'asset', id: bay.asset.id })}
    >
      <span className={styles.wire} />
      <Breaker state={state} />
      <span className={styles.wire} />
      <Figure value={megawattsOf(power)} unit="MW" decimals={1} state={power ?? undefined} />
      <span className={styles.code}>
        {bay.asset.code}
        {state === 'closed' || isWaiting ? null : <b> · {word}</b>}
        {power && !isWaiting && isUnsure(power) ? (
          <>
            {' · '}
            <FigureNote state={power} />
          </>
        ) : null}
      </span>
    </button>
  )
}

/** Two windings as IEC 60617 draws them. */
function Windings() {
  return (
    <svg className={styles.windings} viewBox="0 0 24 64" aria-hidden="true">
      <path d="M12 0V12M12 47V64" />
      <circle cx="12" cy="22" r="10" />
      <circle cx="12" cy="36" r="10" />
    </svg>
  )
}

function Transformer({ bay }: { bay: TransformerBay }) {
  const t = useText('energy')
  const format = useFormat()
  const { select } = useViewActions()
  const nameOf = useAssetName()
  const power = useLiveReading(bay.powerId)
  const load = useLiveReading(bay.loadId)
  const percent = load !== null && Number.isFinite(load.value) ? load.value : null
  const rating = bay.ratedMva === null ? '–' : format.quantity(bay.ratedMva, 'MV.A', 0)
  const limit = bay.limitPercent
  return (
    <button
      type="button"
      className={styles.transformer}
      aria-label={nameOf(bay.asset)}
      onClick={() => select({ type: 'asset', id: bay.asset.id })}
    >
      <span className={styles.loadBar}>
        <Bullet
          value={percent}
          target={limit}
          max={100}
          label={t('line.load', { value: percent === null ? '–' : format.number(percent, 0), limit: limit ?? '–' })}
        />
      </span>
      <Windings />
      <span className={styles.values}>
        <span className={styles.strong}>
          {bayCode(bay.asset)} <Figure value={megawattsOf(power)} unit="MW" decimals={1} state={power ?? undefined} />
        </span>
        <span className={styles.code}>
          {percent === null ? '–' : t('line.percent', { value: format.number(percent, 0), rating })}
        </span>
      </span>
    </button>
  )
}

function voltages(asset: Asset): { high: string; low: string } {
  const named = /(\d+)\/(\d+)\s*kV/.exec(asset.name?.en ?? '')
  return { high: named?.[1] ? `${named[1]} kV` : '', low: named?.[2] ? `${named[2]} kV` : '22 kV' }
}

function Diagram({ substation, selectedId }: { substation: Substation; selectedId: string | null }) {
  const t = useText('energy')
  const nameOf = useAssetName()
  const { asset, transformers } = substation
  const name = nameOf(asset)
  const volts = voltages(asset)
  return (
    <section className={styles.substation} aria-label={name}>
      <PanelHeader title={name} aside={volts.high} />
      <div className={styles.highBus} />
      <div className={styles.sections}>
        {transformers.map((bay, at) => (
          <div key={bay.asset.id} className={styles.section} style={{ flexGrow: Math.max(3, bay.feeders.length) }}>
            <Transformer bay={bay} />
            <div className={styles.lowBus}>
              {at < transformers.length - 1 ? (
                // No point tells where the coupler stands, and that is what it says.
                <span className={styles.coupler} title={t('line.coupler')}>
                  <Breaker state="unknown" />
                </span>
              ) : (
                <span className={styles.voltage}>{volts.low}</span>
              )}
            </div>
            <div className={styles.feeders}>
              {bay.feeders.map((feeder) => (
                <Feeder key={feeder.asset.id} bay={feeder} isSelected={feeder.asset.id === selectedId} />
              ))}
            </div>
          </div>
        ))}
      </div>
    </section>
  )
}

/** Single-line diagram of every substation, live. */
export function SingleLine({ index }: { index: ParkIndex }) {
  const t = useText('energy')
  const { view } = useView()
  const list = useMemo(() => substations(index), [index])
  if (list.length === 0) return <PanelState kind="empty" text={t('line.none')} />
  const selectedId = view.selection?.type === 'asset' ? view.selection.id : null
  return (
    <div className={styles.row}>
      {list.map((substation) => (
        <Diagram key={substation.asset.id} substation={substation} selectedId={selectedId} />
      ))}
    </div>
  )
}
