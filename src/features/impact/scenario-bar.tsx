import { useText } from '../../i18n/use-text.ts'
import { useView, useViewActions } from '../../session/view.ts'
import { FIRST_GUESS, WHAT_IF_KINDS, type WhatIf } from '../../session/what-if.ts'
import { SelectField } from '../../ui/fields.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { AmountField } from './amount-field.tsx'
import styles from './impact.module.css'

/** The park as it is, or one of the suppositions. */
export function ScenarioBar() {
  const t = useText('impact')
  const { view, patch } = useView()
  return (
    <Segmented
      label={t('whatIf')}
      value={view.whatIf?.kind ?? 'none'}
      options={(['none', ...WHAT_IF_KINDS] as const).map((id) => ({ id, label: t(`whatIf.${id}`) }))}
      onChange={(kind) => patch({ whatIf: kind === 'none' ? null : FIRST_GUESS[kind] })}
    />
  )
}

/** What can be set of a supposition. It lives in the address. */
export function ScenarioFields({ whatIf }: { whatIf: WhatIf }) {
  const t = useText('impact')
  const { patch } = useViewActions()
  const set = (next: WhatIf): void => patch({ whatIf: next }, 'small')
  if (whatIf.kind === 'cut') {
    return (
      <div className={styles.pickFields}>
        <SelectField
          label={t('cut.service')}
          value={whatIf.service}
          options={(['power', 'water'] as const).map((id) => ({ id, label: t(`service.${id}`) }))}
          onChange={(service) => set({ ...whatIf, service })}
        />
        <AmountField
          label={t('cut.percent')}
          value={whatIf.percent}
          most={100}
          onChange={(percent) => set({ ...whatIf, percent: percent ?? 0 })}
        />
      </div>
    )
  }
  if (whatIf.kind !== 'newcomer') return null
  return (
    <div className={styles.pickFields}>
      <AmountField
        label={t('newcomer.power')}
        value={whatIf.powerMw}
        onChange={(powerMw) => set({ ...whatIf, powerMw: powerMw ?? 0 })}
      />
      <AmountField
        label={t('newcomer.water')}
        value={whatIf.waterM3PerDay}
        onChange={(waterM3PerDay) => set({ ...whatIf, waterM3PerDay: waterM3PerDay ?? 0 })}
      />
      <AmountField
        label={t('newcomer.wastewater')}
        value={whatIf.wastewaterM3PerDay}
        mayBeEmpty
        hint={t('newcomer.follows')}
        onChange={(wastewaterM3PerDay) => set({ ...whatIf, wastewaterM3PerDay })}
      />
    </div>
  )
}
