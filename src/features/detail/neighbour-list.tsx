import { neighboursOf, type ParkIndex } from '../../domain/network/park-index.ts'
import type { Asset, Tenant } from '../../contract/resources.ts'
import { useAssetName } from '../../i18n/asset-name.ts'
import { useText } from '../../i18n/use-text.ts'
import { useViewActions } from '../../session/view.ts'
import { Button } from '../../ui/button.tsx'
import { PanelHeader } from '../../ui/panel.tsx'
import styles from './detail.module.css'

const MOST = 12

function LinkRow({ name, hint, onOpen }: { name: string; hint: string; onOpen: () => void }) {
  return (
    <li>
      <button type="button" className={styles.link} onClick={onOpen}>
        <span className={styles.linkName} title={name}>
          {name}
        </span>
        <span className={styles.linkHint}>{hint}</span>
      </button>
    </li>
  )
}

/** A titled list of equipment that opens what is clicked. */
export function AssetLinks({ title, assets }: { title: string; assets: readonly Asset[] }) {
  const t = useText('detail')
  const words = useText('words')
  const nameOf = useAssetName()
  const { select } = useViewActions()
  if (assets.length === 0) return null
  return (
    <>
      <h3 className={styles.group}>{title}</h3>
      <ul>
        {assets.slice(0, MOST).map((asset) => (
          <LinkRow
            key={asset.id}
            name={nameOf(asset)}
            hint={asset.name ? words(`asset.${asset.kind}`) : ''}
            onOpen={() => select({ type: 'asset', id: asset.id })}
          />
        ))}
      </ul>
      {assets.length > MOST ? (
        <p className={styles.meta}>{t('neighbours.more', { count: assets.length - MOST })}</p>
      ) : null}
    </>
  )
}

/** Whom an asset gets its supply from, up to the source, and whom it supplies. */
export function NeighbourList({ index, asset }: { index: ParkIndex; asset: Asset }) {
  const t = useText('detail')
  const { open } = useViewActions()
  const { upstream, downstream } = neighboursOf(index, asset.id)
  return (
    <section className={styles.section}>
      <PanelHeader
        title={t('neighbours')}
        aside={
          <Button look="quiet" onClick={() => open('impact', { selection: { type: 'asset', id: asset.id } })}>
            {t('impact')}
          </Button>
        }
      />
      {upstream.length + downstream.length === 0 ? <p className={styles.meta}>{t('neighbours.none')}</p> : null}
      <AssetLinks title={t('upstream')} assets={upstream} />
      <AssetLinks title={t('downstream')} assets={downstream} />
    </section>
  )
}

/** The tenant behind a plot or a meter, or the plots of a tenant. */
export function TenantLinks({ tenant, open }: { tenant: Tenant; open: 'tenant' | 'plots' }) {
  const t = useText('detail')
  const words = useText('words')
  const { select } = useViewActions()
  return (
    <section className={styles.section}>
      <PanelHeader title={open === 'tenant' ? t('tenant') : t('tenant.plots')} />
      <ul className={styles.links}>
        {open === 'tenant' ? (
          <LinkRow
            name={tenant.name}
            hint={words(`industry.${tenant.industry}`)}
            onOpen={() => select({ type: 'tenant', id: tenant.id })}
          />
        ) : (
          tenant.plotIds.map((id) => (
            <LinkRow
              key={id}
              name={`${t('kind.plot')} ${id.replace(/^plot-/, '').toUpperCase()}`}
              hint=""
              onOpen={() => select({ type: 'plot', id })}
            />
          ))
        )}
      </ul>
    </section>
  )
}
