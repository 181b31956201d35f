import { useState } from 'react'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { useFormat, useLocale } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useView } from '../../session/view.ts'
import { PanelState } from '../../ui/panel-state.tsx'
import { useErrorText } from '../../ui/use-error-text.ts'
import { CertificatePanel } from './certificate-panel.tsx'
import { FRAMEWORK } from './criterion-texts.ts'
import { DutiesPanel } from './duties-panel.tsx'
import { EvidenceDrawer } from './evidence-drawer.tsx'
import { FrameworkPanel } from './framework-panel.tsx'
import { GapsPanel } from './gaps-panel.tsx'
import type { SettingsHandle } from './settings-line.tsx'
import { resultOf, type Scorecard } from '../../live/use-scorecard.ts'
import styles from './scorecard.module.css'

/** Criteria of two sets side by side, and the evidence of the one that the URL names. */
export function CriteriaView({
  index,
  scorecard,
  settings,
}: {
  index: ParkIndex
  scorecard: Scorecard
  settings: SettingsHandle
}) {
  const t = useText('scorecard')
  const format = useFormat()
  const locale = useLocale()
  const errorText = useErrorText()
  const { view, patch } = useView()
  const [chosen, setChosen] = useState<string | null>(null)
  const { sets, input } = scorecard
  const framework = sets.find(({ set }) => set.framework === FRAMEWORK) ?? sets[0]
  const others = sets.filter((one) => one !== framework)
  const open = resultOf(sets, view.item)
  const ofOpen = sets.find(({ results }) => results.some((result) => result === open)) ?? null
  const certificate =
    others.find(({ set }) => set.id === chosen) ??
    others.find((one) => one === ofOpen) ??
    others.find(({ set }) => set.certificate && set.active) ??
    others[0]
  const onOpen = (id: string): void => patch({ item: id === view.item ? null : id, measure: null })
  if (framework === undefined) return <PanelState kind="empty" text={t('noCriteria')} />
  return (
    <div className={styles.columns} data-drawer={open === null ? undefined : ''}>
      <section className={styles.framework} aria-label={framework.set.title[locale]}>
        {scorecard.metersError === null ? null : (
          <div className={styles.padded}>
            <PanelState
              kind="error"
              detail={`${t('metersFailed')} ${errorText(scorecard.metersError)}`}
              onRetry={scorecard.retryMeters}
            />
          </div>
        )}
        <FrameworkPanel result={framework} onOpen={onOpen} />
        <GapsPanel result={framework} input={input} onOpen={onOpen} />
      </section>
      {certificate === undefined ? null : (
        <section className={styles.certificate} aria-label={certificate.set.title[locale]}>
          <CertificatePanel
            sets={others}
            shown={certificate}
            actions={input.registers.actions}
            onSet={setChosen}
            onOpen={onOpen}
          />
          <DutiesPanel input={input} />
        </section>
      )}
      {open === null || ofOpen === null ? null : (
        <EvidenceDrawer
          index={index}
          result={open}
          scorecard={scorecard}
          setTitle={ofOpen.set.title[locale]}
          settings={settings}
        />
      )}
      <span className="visually-hidden">
        {t('readOn', { date: format.date(Date.parse(`${input.today}T05:00:00Z`)) })}
      </span>
    </div>
  )
}
