import { useLocale } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { parkShortName } from '../../lib/park-short-name.ts'
import { useParkIndex } from '../../session/park-context.ts'
import { useView } from '../../session/view.ts'
import { useParks } from '../use-parks.ts'
import styles from './top-bar.module.css'

/** Product and park. With one park its name opens the fact sheet; with several it is the switch between them. */
export function Brand() {
  const t = useText('shell')
  const index = useParkIndex()
  const parks = useParks()
  const locale = useLocale()
  const { view, select, openPark } = useView()
  const name = index ? parkShortName(index.park.name[locale]) : view.parkId
  const place = index ? `${index.park.name[locale]}, ${index.park.province[locale]}` : name
  return (
    <div className={styles.brand}>
      <b className={styles.name}>Parkscope</b>
      {parks.length > 1 ? (
        <select
          className={styles.parks}
          aria-label={t('park.switch')}
          title={place}
          value={view.parkId}
          onChange={(event) => openPark(event.target.value)}
        >
          {parks.some((park) => park.id === view.parkId) ? null : <option value={view.parkId}>{name}</option>}
          {parks.map((park) => (
            <option key={park.id} value={park.id}>
              {parkShortName(park.name[locale])}
            </option>
          ))}
        </select>
      ) : (
        <button
          type="button"
          className={styles.park}
          title={`${place} · ${t('park.sheet')}`}
          disabled={!index}
          onClick={() => select({ type: 'park', id: view.parkId })}
        >
          {name}
        </button>
      )}
    </div>
  )
}
