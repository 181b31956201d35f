import type { Criterion } from '../../contract/reference-criteria.ts'
import type { ScorecardSettings } from '../../domain/scorecard/scorecard-types.ts'
import { useText } from '../../i18n/use-text.ts'
import { Segmented } from '../../ui/segmented.tsx'
import styles from './evidence.module.css'

export interface SettingsHandle {
  value: ScorecardSettings
  change: (settings: ScorecardSettings) => void
}

const FIRM_SHARES = /^(firms-flag|firms-with-recp)/

/** What the law leaves open and the park decides, beside the figure that it changes. */
export function SettingsLine({ criterion, settings }: { criterion: Criterion; settings: SettingsHandle }) {
  const t = useText('scorecard')
  const { value, change } = settings
  if (FIRM_SHARES.test(criterion.indicator ?? '')) {
    return (
      <>
        <dt>{t('setting.denominator')}</dt>
        <dd className={styles.setting}>
          <Segmented
            label={t('setting.denominator')}
            value={value.denominator}
            options={[
              { id: 'operating', label: t('setting.operating') },
              { id: 'licensed', label: t('setting.licensed') },
            ]}
            onChange={(denominator) => change({ ...value, denominator })}
          />
          <span className={styles.small}>{t('setting.note')}</span>
        </dd>
      </>
    )
  }
  if (criterion.indicator !== 'active-symbiosis') return null
  return (
    <>
      <dt>{t('setting.iso')}</dt>
      <dd className={styles.setting}>
        <Segmented
          label={t('setting.iso')}
          value={value.iso}
          options={[
            { id: 'every', label: t('setting.every') },
            { id: 'any', label: t('setting.any') },
          ]}
          onChange={(iso) => change({ ...value, iso })}
        />
        <span className={styles.small}>{t('setting.note')}</span>
      </dd>
    </>
  )
}
