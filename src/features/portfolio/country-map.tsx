import { useQuery } from '@tanstack/react-query'
import type { ParkSummary } from '../../contract/resources.ts'
import { useLocale } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import {
  fitFrame,
  frameAround,
  ringsPath,
  type CountryPart,
  type Frame,
  type Project,
} from '../../map/national/country.ts'
import { loadCountry } from '../../map/national/national.ts'
import { parkShortName } from '../../lib/park-short-name.ts'
import { cx } from '../../ui/cx.ts'
import { inPlace } from '../../ui/in-place.ts'
import { PanelState } from '../../ui/panel-state.tsx'
import { useErrorText } from '../../ui/use-error-text.ts'
import styles from './country-map.module.css'

const COUNTRY: Frame = { west: 101.6, south: 6.2, east: 117.6, north: 23.7 }
const WIDTH = 400
const HEIGHT = 448
const INSET_HEIGHT = 296
/** Width of a letter of a park's name; a wide one, so that no name runs over the edge. */
const LETTER = 6.8

interface MapProps {
  parks: readonly ParkSummary[]
  current: string
  /** Address of a park's own portfolio. */
  hrefOf: (parkId: string) => string
  onOpen: (parkId: string) => void
}

function Parts({ parts, project }: { parts: readonly CountryPart[]; project: Project }) {
  const locale = useLocale()
  return parts.map((part) => (
    <g key={part.id}>
      <path
        className={part.kind === 'archipelago' ? styles.island : styles.province}
        d={ringsPath(part.rings, project)}
      />
      {part.kind === 'archipelago' ? (
        <text
          className={styles.label}
          x={Math.min(WIDTH - 72, project(part.label)[0])}
          y={project(part.label)[1] - 10}
          textAnchor="middle"
        >
          {part.name[locale]}
        </text>
      ) : null}
    </g>
  ))
}

function Place({
  park,
  project,
  name,
  isCurrent,
  href,
  onOpen,
}: {
  park: ParkSummary
  project: Project
  name: string | null
  isCurrent: boolean
  href: string
  onOpen: (parkId: string) => void
}) {
  const [x, y] = project(park.centre)
  const width = (name?.length ?? 0) * LETTER + 10
  const left = x - width >= 0 && (x + width > WIDTH || x > WIDTH * 0.55)
  return name === null ? (
    <rect className={styles.dot} x={x - 2.5} y={y - 2.5} width="5" height="5" />
  ) : (
    <a href={href} className={cx(styles.park, isCurrent && styles.current)} onClick={inPlace(() => onOpen(park.id))}>
      <rect className={styles.dot} x={x - 5} y={y - 5} width="10" height="10" />
      <text x={left ? x - 10 : x + 10} y={y + 5} textAnchor={left ? 'end' : 'start'}>
        {name}
      </text>
    </a>
  )
}

/** Where the parks lie: the whole country with both archipelagos, and the part of it that holds the parks. */
export function CountryMap({ parks, current, hrefOf, onOpen }: MapProps) {
  const t = useText('portfolio')
  const locale = useLocale()
  const errorText = useErrorText()
  const country = useQuery({ queryKey: ['country'], queryFn: ({ signal }) => loadCountry(signal), staleTime: Infinity })
  if (country.isPending) return <PanelState kind="loading" lines={6} />
  if (country.isError) {
    return <PanelState kind="error" detail={errorText(country.error)} onRetry={() => void country.refetch()} />
  }
  const whole = fitFrame(COUNTRY, WIDTH, HEIGHT)
  const region = frameAround(
    parks.map(({ centre }) => centre),
    0.3,
    0.6,
  )
  const stretch = region ? Math.cos((((region.south + region.north) / 2) * Math.PI) / 180) : 1
  const wide: Frame | null = region
    ? widened(region, (WIDTH / INSET_HEIGHT / stretch) * (region.north - region.south))
    : null
  const close = wide ? fitFrame(wide, WIDTH, INSET_HEIGHT) : null
  const corner = wide ? [whole([wide.west, wide.north]), whole([wide.east, wide.south])] : null
  return (
    <div className={styles.maps}>
      <svg className={styles.map} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('map.country')}>
        <Parts parts={country.data} project={whole} />
        {parks.map((park) => (
          <Place
            key={park.id}
            park={park}
            project={whole}
            name={null}
            isCurrent={false}
            href={hrefOf(park.id)}
            onOpen={onOpen}
          />
        ))}
        {corner?.[0] && corner[1] ? (
          <rect
            className={styles.frame}
            x={corner[0][0]}
            y={corner[0][1]}
            width={corner[1][0] - corner[0][0]}
            height={corner[1][1] - corner[0][1]}
          />
        ) : null}
      </svg>
      {close ? (
        <svg className={styles.region} viewBox={`0 0 ${WIDTH} ${INSET_HEIGHT}`} aria-label={t('map.region')}>
          <g aria-hidden="true">
            <Parts parts={country.data.filter(({ kind }) => kind === 'province')} project={close} />
            {country.data
              .filter(({ kind, label }) => kind === 'province' && isInside(close(label)))
              .map(({ id, label, name }) => (
                <text key={id} className={styles.label} x={close(label)[0]} y={close(label)[1]} textAnchor="middle">
                  {name[locale]}
                </text>
              ))}
          </g>
          {parks.map((park) => (
            <Place
              key={park.id}
              park={park}
              project={close}
              name={parkShortName(park.name[locale])}
              isCurrent={park.id === current}
              href={hrefOf(park.id)}
              onOpen={onOpen}
            />
          ))}
        </svg>
      ) : null}
    </div>
  )
}

function isInside([x, y]: readonly [number, number]): boolean {
  return x > 30 && x < WIDTH - 30 && y > 12 && y < INSET_HEIGHT - 6
}

/** The same frame, at least as wide as this many degrees. */
function widened(frame: Frame, degrees: number): Frame {
  const middle = (frame.west + frame.east) / 2
  const half = Math.max(frame.east - frame.west, degrees) / 2
  return { ...frame, west: middle - half, east: middle + half }
}
