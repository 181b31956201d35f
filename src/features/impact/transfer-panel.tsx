import type { ParkIndex } from '../../domain/network/park-index.ts'
import type { FeederLoad, TransferOption } from '../../domain/network/ring-transfer.ts'
import type { SwitchingPlan } from '../../domain/network/switching-plan.ts'
import type { Outcome } from '../../domain/statistics/outcome.ts'
import { useAssetName } from '../../i18n/asset-name.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { Bullet } from '../../ui/bullet.tsx'
import { PanelHeader } from '../../ui/panel.tsx'
import styles from './impact.module.css'
import type { ImpactView } from './use-impact.ts'

/** Name of an asset by its id. */
export function useNameById(index: ParkIndex): (id: string) => string {
  const nameOf = useAssetName()
  return (id) => {
    const asset = index.assetById.get(id)
    return asset ? nameOf(asset) : id
  }
}

function LoadText({ value }: { value: Outcome<number> }) {
  const t = useText('impact')
  const format = useFormat()
  if (value.ok) return format.number(value.value / 1000, 2)
  const { coverage } = value
  return (
    <span
      className={styles.missing}
      title={coverage ? t('meters', { good: coverage.contributing, all: coverage.expected }) : t('reason.noData')}
    >
      –
    </span>
  )
}

/** One feeder before and after, against what it may carry. */
function FeederRow({ index, load }: { index: ParkIndex; load: FeederLoad }) {
  const t = useText('impact')
  const format = useFormat()
  const nameOf = useNameById(index)
  const { feederId, before, after, ratingKw, share } = load
  const isOver = share !== null && share > 1
  return (
    <tr data-feeder={feederId}>
      <th scope="row">{nameOf(feederId)}</th>
      <td className={styles.number}>
        <LoadText value={before} />
      </td>
      <td className={styles.number}>
        <b>
          <LoadText value={after} />
        </b>
      </td>
      <td className={styles.number}>{ratingKw === null ? '–' : format.number(ratingKw / 1000, 1)}</td>
      <td className={styles.bulletCell}>
        {share === null ? (
          <span className={styles.soft}>{t('reason.noData')}</span>
        ) : (
          <>
            <Bullet
              value={share}
              target={1}
              max={1.25}
              label={t('transfer.share', { percent: format.percent(share) })}
            />
            <span className={isOver ? styles.strong : undefined}>{format.percent(share)}</span>
          </>
        )}
      </td>
    </tr>
  )
}

/** Loads of all feeders that a row of steps changes: before the first, after the last. */
export function feedersOf(steps: readonly TransferOption[]): FeederLoad[] {
  const found = new Map<string, FeederLoad>()
  for (const { feeders } of steps) {
    for (const load of feeders) {
      const held = found.get(load.feederId)
      found.set(load.feederId, held ? { ...load, before: held.before } : load)
    }
  }
  return [...found.values()]
}

export function FeederTable({ index, steps }: { index: ParkIndex; steps: readonly TransferOption[] }) {
  const t = useText('impact')
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('column.feeder')}</th>
          <th scope="col" className={styles.number}>
            {t('column.before')}
          </th>
          <th scope="col" className={styles.number}>
            {t('column.after')}
          </th>
          <th scope="col" className={styles.number}>
            {t('column.rating')}
          </th>
          <th scope="col">{t('column.ofRating')}</th>
        </tr>
      </thead>
      <tbody>
        {feedersOf(steps).map((load) => (
          <FeederRow key={load.feederId} index={index} load={load} />
        ))}
      </tbody>
    </table>
  )
}

/** Switches to operate, in order; what each brings back. */
function Steps({ index, plan }: { index: ParkIndex; plan: SwitchingPlan }) {
  const t = useText('impact')
  const nameOf = useNameById(index)
  return (
    <ol className={styles.steps}>
      {plan.steps.map(({ tieId, feederId, restoredIds }, at) => (
        <li key={tieId} data-tie={tieId}>
          <b>{at + 1}</b>
          <span>{t('transfer.step', { tie: nameOf(tieId), feeder: nameOf(feederId), count: restoredIds.length })}</span>
        </li>
      ))}
    </ol>
  )
}

/** What the ring can carry elsewhere with the loads of now, which switches that takes, and what stays off. */
export function TransferPanel({ index, view }: { index: ParkIndex; view: ImpactView }) {
  const t = useText('impact')
  const nameOf = useNameById(index)
  const format = useFormat()
  const { plan, lostMeters } = view
  if (plan === null) return null
  const refused = plan.refused[0]
  const worst = Math.max(0, ...(refused?.feeders ?? []).map(({ share }) => share ?? 0))
  return (
    <section className={styles.section} aria-label={t('transfer')}>
      <PanelHeader
        title={t('transfer')}
        meta={t('transfer.meta')}
        aside={t('transfer.restored', { good: plan.restoredIds.length, all: lostMeters.power.length })}
      />
      {plan.steps.length === 0 ? (
        <p className={styles.sentence}>{t(refused ? 'transfer.noneWithin' : 'transfer.none')}</p>
      ) : (
        <>
          <Steps index={index} plan={plan} />
          <FeederTable index={index} steps={plan.steps} />
        </>
      )}
      {refused ? (
        <p className={styles.soft}>
          {t(refused.isWithinRating === null ? 'transfer.unknown' : 'transfer.refused', {
            tie: nameOf(refused.tieId),
            feeder: nameOf(refused.feederId),
            percent: format.percent(worst),
          })}
        </p>
      ) : null}
      <p className={styles.sentence} data-stays-off="">
        {plan.leftIds.length === 0 ? t('transfer.allBack') : t('transfer.left', { count: plan.leftIds.length })}
      </p>
      <p className={styles.soft}>{t('transfer.note')}</p>
    </section>
  )
}
