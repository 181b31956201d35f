import { useMemo } from 'react'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useServerNow } from '../../live/hooks.ts'
import { usePageMeta } from '../../session/page-meta.ts'
import { useParkIndex } from '../../session/park-context.ts'
import { useView } from '../../session/view.ts'
import { PanelBoundary } from '../../ui/panel-boundary.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { useErrorText } from '../../ui/use-error-text.ts'
import { ClimateView } from './climate-view.tsx'
import { CriteriaOutline } from './criteria-outline.tsx'
import { CriteriaView } from './criteria-view.tsx'
import { FormsView } from './forms-view.tsx'
import { ParksView } from './parks-view.tsx'
import { RegistersView } from './registers-view.tsx'
import { RulesView } from './rules-view.tsx'
import type { SettingsHandle } from './settings-line.tsx'
import { useScorecard } from '../../live/use-scorecard.ts'
import styles from './scorecard.module.css'

const TABS = ['criteria', 'parks', 'climate', 'registers', 'forms', 'rules'] as const

function ScorecardScreen({ index }: { index: ParkIndex }) {
  const t = useText('scorecard')
  const format = useFormat()
  const errorText = useErrorText()
  const { view, patch } = useView()
  const { denominator, iso } = view.rules
  // The URL gives a new object with every change of the view; the figures depend on its words alone.
  const rules = useMemo(() => ({ denominator, iso }), [denominator, iso])
  const settings: SettingsHandle = { value: rules, change: (next) => patch({ rules: next }) }
  const { scorecard, criteria, error, retry } = useScorecard(index, rules)
  const tab = TABS.find((one) => one === view.tab) ?? 'criteria'
  usePageMeta(t('meta', { date: format.date(useServerNow(60_000)) }))
  return (
    <div className={styles.page} data-level="2" data-fill={tab === 'registers' ? '' : undefined}>
      <div className={styles.tabs} data-screen-only="">
        <Segmented
          label={t('tabs')}
          value={tab}
          options={TABS.map((id) => ({ id, label: t(`tab.${id}`) }))}
          onChange={(id) => patch({ tab: id === 'criteria' ? null : id, item: null, measure: null })}
        />
      </div>
      <PanelBoundary resetKeys={[tab]}>
        {scorecard === null && error === null && criteria !== null && tab === 'criteria' ? (
          <CriteriaOutline sets={criteria} />
        ) : scorecard === null ? (
          <div className={styles.padded}>
            {error === null ? (
              <PanelState kind="loading" lines={6} />
            ) : (
              <PanelState kind="error" detail={errorText(error)} onRetry={retry} />
            )}
          </div>
        ) : (
          <>
            {tab === 'criteria' ? <CriteriaView index={index} scorecard={scorecard} settings={settings} /> : null}
            {tab === 'parks' ? <ParksView settings={rules} /> : null}
            {tab === 'climate' ? <ClimateView index={index} scorecard={scorecard} /> : null}
            {tab === 'registers' ? <RegistersView index={index} registers={scorecard.input.registers} /> : null}
            {tab === 'rules' ? <RulesView /> : null}
            {tab === 'forms' ? <FormsView index={index} input={scorecard.input} /> : null}
          </>
        )}
      </PanelBoundary>
    </div>
  )
}

/** Level 2, account: how far the park is from its certificates, what proves it, and what would close the gap. */
export function ScorecardPage() {
  const index = useParkIndex()
  return index ? <ScorecardScreen index={index} /> : <PanelState kind="loading" lines={6} />
}
