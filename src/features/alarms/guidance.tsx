import { Suspense } from 'react'
import type { Alarm } from '../../contract/alarms.ts'
import { useFormat, useLocale } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useAlarmDefinitions } from '../../live/use-alarms.ts'
import { isolated } from '../../lib/isolated.ts'
import { useParkIndex } from '../../session/park-context.ts'
import { PanelState } from '../../ui/panel-state.tsx'
import styles from './alarm-detail.module.css'
import { PermitLinks } from './permit-links.tsx'

const SHOWN_TENANTS = 6

/** Tenants and plots behind the source, with the power that is lost or at stake. */
function useDownstream(): (alarm: Alarm) => string {
  const t = useText('alarms')
  const format = useFormat()
  const index = useParkIndex()
  return (alarm) => {
    const { tenantIds, assets, points, loadKw } = alarm.affected
    const tenants = tenantIds.flatMap((id) => index?.tenantById.get(id) ?? [])
    const plots = tenants.reduce((sum, tenant) => sum + tenant.plotIds.length, 0)
    const workers = tenants.reduce((sum, tenant) => sum + (tenant.headcount ?? 0), 0)
    const parts = [
      ...(tenantIds.length > 0 ? [t('down.tenants', { count: tenantIds.length })] : []),
      ...(plots > 0 ? [t('down.plots', { count: plots })] : []),
      ...(workers > 0 ? [t('down.workers', { count: workers, shown: format.number(workers) })] : []),
      ...(assets > 0 ? [t('down.assets', { count: assets, shown: format.number(assets) })] : []),
      ...(alarm.stream === 'data' && points > 0 ? [t('down.points', { count: points })] : []),
      ...(loadKw !== null && loadKw > 0 ? [format.quantity(loadKw / 1000, 'MW', 2)] : []),
    ]
    const names = tenants.slice(0, SHOWN_TENANTS).map(({ name }) => name)
    const rest = tenants.length - names.length
    const list = [...names, ...(rest > 0 ? [t('down.more', { count: rest })] : [])].join(', ')
    return [parts.length === 0 ? t('down.none') : parts.join(', '), list].filter(Boolean).join('. ')
  }
}

/** The rationalisation record in the language of the screen: cause, consequence, what to do, what hangs below it. */
export function Guidance({ alarm }: { alarm: Alarm }) {
  const t = useText('alarms')
  const shell = useText('shell')
  const locale = useLocale()
  const format = useFormat()
  const downstream = useDownstream()
  const definition = useAlarmDefinitions().get(alarm.definitionId)
  if (!definition) return <PanelState kind="loading" lines={4} />
  const { comment } = alarm
  return (
    <dl className={styles.guidance}>
      <div>
        <dt>{t('guide.cause')}</dt>
        <dd>{definition.cause[locale]}</dd>
      </div>
      <div>
        <dt>{t('guide.consequence')}</dt>
        <dd>{definition.consequence[locale]}</dd>
      </div>
      <div>
        <dt>{t('guide.action')}</dt>
        <dd>
          <ol className={styles.steps}>
            {definition.actions.map((action, at) => (
              <li key={action.en}>
                <b>{at + 1}</b>
                <span>{action[locale]}</span>
              </li>
            ))}
          </ol>
        </dd>
      </div>
      <div>
        <dt>{t('guide.downstream')}</dt>
        <dd>{downstream(alarm)}</dd>
      </div>
      <Suspense fallback={null}>
        <PermitLinks alarm={alarm} />
      </Suspense>
      {definition.legalBasis === null ? null : (
        <div>
          <dt>{t('guide.law')}</dt>
          <dd>{definition.legalBasis.citations?.[locale] ?? definition.legalBasis.citation}</dd>
        </div>
      )}
      {comment === null ? null : (
        <div>
          <dt>{t('guide.comment')}</dt>
          <dd className={styles.comment}>
            {t('guide.commentText', {
              text: isolated(comment.text),
              role: shell(`role.${comment.clientUserId}`),
              time: format.time(Date.parse(comment.time)),
            })}
          </dd>
        </div>
      )}
    </dl>
  )
}
