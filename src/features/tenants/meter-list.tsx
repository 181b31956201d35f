import type { Point } from '../../contract/resources.ts'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import type { TenantMeters } from '../../domain/tenants/tenant-meters.ts'
import { useAssetName } from '../../i18n/asset-name.ts'
import { useText } from '../../i18n/use-text.ts'
import { useLiveReading } from '../../live/hooks.ts'
import { useViewActions } from '../../session/view.ts'
import { Figure, FigureNote } from '../../ui/figure.tsx'
import { PanelHeader } from '../../ui/panel.tsx'
import styles from './tenants.module.css'

const WAITING = {
  freshness: 'waiting',
  quality: 'BadWaitingForInitialData',
  ageMs: Number.NaN,
  sourceTimeMs: Number.NaN,
} as const

function PointLine({ point }: { point: Point }) {
  const words = useText('words')
  const reading = useLiveReading(point.id)
  const { select } = useViewActions()
  const state = reading ?? WAITING
  return (
    <li>
      <button
        type="button"
        className={styles.meter}
        data-point={point.id}
        onClick={() => select({ type: 'asset', id: point.assetId }, point.id)}
      >
        <span className={styles.name}>{words(`point.${point.kind}`)}</span>
        <Figure value={reading?.value ?? null} unit={point.unit} decimals={point.decimals} state={state} />
        <FigureNote state={state} />
      </button>
    </li>
  )
}

/** A tenant's boundary meters with everything that they measure now. A click opens the meter with its history. */
export function MeterList({ index, meters }: { index: ParkIndex; meters: TenantMeters }) {
  const t = useText('tenants')
  const nameOf = useAssetName()
  return (
    <section className={styles.section}>
      <PanelHeader title={t('meters')} aside={t('meters.count', { count: meters.assets.length })} />
      {meters.assets.length === 0 ? <p className={styles.hint}>{t('meters.none')}</p> : null}
      {meters.assets.map((asset) => (
        <div key={asset.id}>
          <h3 className={styles.group}>{nameOf(asset)}</h3>
          <ul>
            {(index.pointsByAsset.get(asset.id) ?? []).map((point) => (
              <PointLine key={point.id} point={point} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
