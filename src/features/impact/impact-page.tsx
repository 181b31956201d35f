import { useMemo, useState } from 'react'
import type { ParkIndex } from '../../domain/network/park-index.ts'
import { judgedPlot } from '../../domain/scenario/newcomer.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import type { Selection as MapSelection } from '../../map/map-types.ts'
import { usePageMeta } from '../../session/page-meta.ts'
import { useParkIndex } from '../../session/park-context.ts'
import { useView, useViewActions } from '../../session/view.ts'
import { CloseButton } from '../../ui/close-button.tsx'
import { Button } from '../../ui/button.tsx'
import { PanelBoundary } from '../../ui/panel-boundary.tsx'
import { PanelState } from '../../ui/panel-state.tsx'
import { useErrorText } from '../../ui/use-error-text.ts'
import { AffectedTable } from './affected-table.tsx'
import { ChangeTable } from './change-table.tsx'
import { ContactSheet } from './contact-sheet.tsx'
import { ImpactMap } from './impact-map.tsx'
import styles from './impact.module.css'
import { NewcomerPanel } from './newcomer-panel.tsx'
import { Picker } from './picker.tsx'
import { ScenarioBar, ScenarioFields } from './scenario-bar.tsx'
import { SolarPanel } from './solar-panel.tsx'
import { type Subject, subjectOf } from './subject.ts'
import { LossTable, OddPanel, WayPanel } from './summary-panel.tsx'
import { TransferPanel } from './transfer-panel.tsx'
import { type ImpactView, useImpact } from './use-impact.ts'
import { useChanges } from './use-changes.ts'
import { useLoads } from './use-loads.ts'
import { type Networks, useNetworks } from './use-networks.ts'
import { type SubjectName, useSubjectName } from './use-subject-name.ts'

const SHEET = 'sheet'

/** What is followed, with the way to follow something else. */
function SubjectHead({ name, onChange, isChanging }: { name: SubjectName; onChange: () => void; isChanging: boolean }) {
  const t = useText('impact')
  const { select } = useViewActions()
  return (
    <header className={styles.head}>
      <div className={styles.titles}>
        <h2 className={styles.title} dir="auto" data-subject="">
          {name.title}
        </h2>
        <p className={styles.soft}>{name.kind}</p>
      </div>
      <span data-screen-only="">
        <Button aria-expanded={isChanging} onClick={onChange}>
          {t('pick.other')}
        </Button>
        <CloseButton label={t('close')} escapes onClose={() => select(null)} />
      </span>
    </header>
  )
}

/** Something that is in no network: what can be said instead. */
function NotInNetworks({ index, subject }: { index: ParkIndex; subject: Subject }) {
  const t = useText('impact')
  const carried = subject.asset?.kind === 'gateway' ? (index.pointsByGateway.get(subject.asset.id) ?? []) : []
  if (carried.length === 0) return <PanelState kind="empty" text={t('notInNetworks')} />
  const tenants = new Set(carried.flatMap(({ assetId }) => index.assetById.get(assetId)?.tenantId ?? []))
  return <PanelState kind="empty" text={t('gateway', { count: carried.length, tenants: tenants.size })} />
}

function Side({
  index,
  networks,
  subject,
  name,
  view,
  judgedId,
}: {
  index: ParkIndex
  networks: Networks
  subject: Subject | null
  name: SubjectName | null
  view: ImpactView | null
  /** Plot that a newcomer is judged on. */
  judgedId: string | null
}) {
  const t = useText('impact')
  const { view: shown } = useView()
  const [isChanging, setChanging] = useState(false)
  const picker = <Picker index={index} networks={networks} onPicked={() => setChanging(false)} />
  const { whatIf } = shown
  if (whatIf?.kind === 'newcomer') return <NewcomerPanel index={index} whatIf={whatIf} plotId={judgedId} />
  if (whatIf?.kind === 'solar') return <SolarPanel index={index} />
  if (whatIf?.kind === 'cut' && (!subject || !name)) {
    return (
      <>
        <ScenarioFields whatIf={whatIf} />
        <p className={styles.sentence}>{t('cut.whole')}</p>
        <p className={styles.soft}>{t('cut.note')}</p>
        {picker}
      </>
    )
  }
  if (!subject || !name || !view) {
    return (
      <>
        <p className={styles.sentence}>
          {shown.selection === null
            ? t(whatIf === null ? 'intro' : 'whatIf.pickFirst')
            : t('notFound', { id: shown.selection.id })}
        </p>
        {picker}
      </>
    )
  }
  return (
    <>
      <SubjectHead name={name} isChanging={isChanging} onChange={() => setChanging(!isChanging)} />
      {isChanging ? picker : null}
      {whatIf?.kind === 'cut' ? (
        <section className={styles.section} aria-label={t('whatIf.cut')}>
          <ScenarioFields whatIf={whatIf} />
          <p className={styles.sentence}>{t('cut.behind', { name: name.title })}</p>
          <p className={styles.soft}>{t('cut.note')}</p>
        </section>
      ) : null}
      {whatIf?.kind === 'out' ? <p className={styles.soft}>{t(subject.tenant ? 'out.tenant' : 'out.note')}</p> : null}
      {subject.failed.length === 0 ? (
        <NotInNetworks index={index} subject={subject} />
      ) : (
        <>
          {whatIf?.kind === 'cut' ? null : (
            <>
              <LossTable view={view} isTenant={subject.tenant !== null} />
              {subject.tenant ? null : <TransferPanel index={index} view={view} />}
            </>
          )}
          <OddPanel index={index} view={view} />
          <WayPanel index={index} subject={subject} view={view} />
        </>
      )}
    </>
  )
}

function Loaded({ index, networks }: { index: ParkIndex; networks: Networks }) {
  const t = useText('impact')
  const format = useFormat()
  const nameOf = useSubjectName()
  const { view: shown, patch } = useView()
  const { selection } = shown
  const subject = useMemo(
    () => (selection === null ? null : subjectOf(index, networks, selection)),
    [index, networks, selection],
  )
  const loads = useLoads(networks)
  const view = useImpact(index, networks, subject, loads)
  const changes = useChanges(index, networks, shown.whatIf, subject, view, loads)
  const name = subject ? nameOf(subject) : null
  const time = format.time(loads.atMs)
  usePageMeta(t('meta', { time }))
  // A newcomer and solar on every roof concern the park; what was followed before is not part of them.
  const ofPark = shown.whatIf?.kind === 'newcomer' || shown.whatIf?.kind === 'solar'
  const traced = ofPark ? null : view
  const isSheet = shown.tab === SHEET && traced !== null && name !== null
  const pickedId = selection?.type === 'plot' ? selection.id : null
  const judgedId = useMemo(() => judgedPlot(networks.plotById.values(), pickedId)?.id ?? null, [networks, pickedId])
  const isNewcomer = shown.whatIf?.kind === 'newcomer'
  const mapSelection = useMemo<MapSelection | null>(() => {
    if (isNewcomer) return judgedId === null ? null : { type: 'plot', id: judgedId }
    if (selection === null || selection.type === 'park' || selection.type === 'tenant') return null
    return ofPark && selection.type !== 'plot' ? null : { type: selection.type, id: selection.id }
  }, [selection, ofPark, isNewcomer, judgedId])
  return (
    <div className={styles.page} data-level="2">
      <div className={styles.tools} data-screen-only="">
        <ScenarioBar />
        <span className={styles.soft}>{t('basis', { time })}</span>
        <span className={styles.right}>
          <Button
            aria-pressed={isSheet}
            disabled={traced === null || traced.rows.length === 0}
            onClick={() => patch({ tab: isSheet ? null : SHEET })}
          >
            {t(isSheet ? 'sheet.close' : 'sheet')}
          </Button>
          {isSheet ? <Button onClick={() => window.print()}>{t('print')}</Button> : null}
        </span>
      </div>
      {isSheet ? (
        <div className={styles.whole}>
          <ContactSheet index={index} name={name} view={traced} atMs={loads.atMs} isScenario={shown.whatIf !== null} />
        </div>
      ) : (
        <>
          <section className={styles.map} aria-label={t('map')}>
            <PanelBoundary>
              <ImpactMap index={index} networks={networks} view={traced} selection={mapSelection} />
            </PanelBoundary>
          </section>
          {changes !== null ? (
            <div className={styles.bottom}>
              <ChangeTable index={index} networks={networks} services={changes} time={time} />
            </div>
          ) : view && view.rows.length > 0 && shown.whatIf === null ? (
            <div className={styles.bottom}>
              <AffectedTable view={view} time={time} />
            </div>
          ) : null}
        </>
      )}
      {isSheet ? null : (
        <aside className={styles.side} data-region="" aria-label={t('side')}>
          <PanelBoundary resetKeys={[selection?.id]}>
            <Side index={index} networks={networks} subject={subject} name={name} view={view} judgedId={judgedId} />
          </PanelBoundary>
        </aside>
      )}
    </div>
  )
}

function Opened({ index }: { index: ParkIndex }) {
  const errorText = useErrorText()
  const { networks, error, retry } = useNetworks(index)
  if (networks) return <Loaded index={index} networks={networks} />
  return error ? (
    <PanelState kind="error" detail={errorText(error)} onRetry={retry} />
  ) : (
    <PanelState kind="loading" lines={6} />
  )
}

/** What hangs on something, what would be lost without it, and what could be carried elsewhere. */
export function ImpactPage() {
  const index = useParkIndex()
  return index ? <Opened key={index.park.id} index={index} /> : <PanelState kind="loading" lines={6} />
}
