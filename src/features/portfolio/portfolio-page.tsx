import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { parkQueries } from '../../api/park-queries.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { usePageMeta } from '../../session/page-meta.ts'
import { useView } from '../../session/view.ts'
import { Later } from '../../ui/later.tsx'
import { PanelBoundary } from '../../ui/panel-boundary.tsx'
import { PanelHeader } from '../../ui/panel.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { CountryMap } from './country-map.tsx'
import { SCALES, type Scale } from './matrix-rows.ts'
import { MatrixExports } from './matrix-exports.tsx'
import { ParkMatrix } from './park-matrix.tsx'
import styles from './portfolio.module.css'
import { usePortfolio } from '../../live/use-portfolio.ts'

/** The guide and the command are names: the same in every language. */
const GUIDE = 'docs/add-a-park.md'
const CHECK = 'npm run check:park'

/** All parks side by side, on one map and by the same figures. */
export function PortfolioPage({ parkIds }: { parkIds: readonly string[] }) {
  const t = useText('portfolio')
  const format = useFormat()
  const { view, openPark, hrefOf } = useView()
  const [scale, setScale] = useState<Scale>('absolute')
  const list = useQuery(parkQueries.list())
  const parks = useMemo(
    () => parkIds.flatMap((id) => list.data?.find((park) => park.id === id) ?? []),
    [parkIds, list.data],
  )
  const names = useMemo(() => new Map(parks.map((park) => [String(park.id), park])), [parks])
  const columns = usePortfolio(parkIds)
  const areaHa = parks.reduce((sum, park) => sum + park.areaHa, 0)
  usePageMeta(
    t('meta', {
      parks: format.number(parkIds.length),
      area: parks.length > 0 ? format.quantity(areaHa, 'ha', 0) : '–',
    }),
  )
  return (
    <div className={styles.page} data-level="1">
      <section className={styles.side} aria-label={t('map.title')}>
        <PanelHeader title={t('map.title')} meta={t('map.meta')} />
        <Later>
          <PanelBoundary>
            <CountryMap
              parks={parks}
              current={view.parkId}
              hrefOf={(parkId) => hrefOf('portfolio', {}, parkId)}
              onOpen={openPark}
            />
          </PanelBoundary>
          <div className={styles.copy}>
            <h2>{t('copy.title')}</h2>
            <p>{t('copy.text')}</p>
            <p className={styles.paths}>
              <code>{GUIDE}</code> <code>{CHECK}</code>
            </p>
          </div>
        </Later>
      </section>
      <section className={styles.main} aria-label={t('matrix')}>
        <div className={styles.tools}>
          <PanelHeader title={t('matrix')} meta={t('matrix.meta')} />
          <Segmented
            label={t('scale.label')}
            value={scale}
            options={SCALES.map((id) => ({ id, label: t(`scale.${id}`) }))}
            onChange={setScale}
          />
          <MatrixExports columns={columns} names={names} scale={scale} />
        </div>
        <PanelBoundary>
          <ParkMatrix columns={columns} names={names} current={view.parkId} scale={scale} onOpen={openPark} />
        </PanelBoundary>
      </section>
    </div>
  )
}
