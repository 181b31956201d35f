import { useCallback, useEffect, useState, type ReactNode } from 'react'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { type ChartNote, ChartNoteContext } from '../../session/chart-note.ts'
import { PageMetaContext } from '../../session/page-meta.ts'
import { useParkIndex } from '../../session/park-context.ts'
import { useSession } from '../../session/session-store.ts'
import { useUnsaved } from '../../session/recovery-store.ts'
import { useTourDraft } from '../../session/tour-draft.ts'
import { useView } from '../../session/view.ts'
import { cx } from '../../ui/cx.ts'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { PanelBoundary } from '../../ui/panel-boundary.tsx'
import { useCommands } from '../commands/use-commands.ts'
import { useRegions } from '../commands/use-regions.ts'
import { useShortcuts } from '../commands/use-shortcuts.ts'
import { markFirstFrame } from '../../lib/mark-first.ts'
import type { Screen } from '../screens.ts'
import { useLook } from '../use-look.ts'
import { useLocale } from '../../i18n/format.ts'
import { AlarmAttendant } from './alarm-attendant.tsx'
import { FrozenBand } from './frozen-band.tsx'
import { HealthStrip } from './health-strip.tsx'
import { Navigation } from './navigation.tsx'
import { PageHead } from './page-head.tsx'
import { OfflineBand, ReloadBand } from './recovery-bands.tsx'
import { ReplayBand, TimeNoticeBand } from './replay-band.tsx'
import styles from './shell.module.css'
import { ScenarioBand, ScenarioWatermark } from './scenario-band.tsx'
import { TopBar } from './top-bar.tsx'
import { usePageScroll } from './use-page-scroll.ts'

const KeyList = lazyPart(async () => (await import('../commands/key-list.tsx')).KeyList)
const TourStage = lazyPart(async () => (await import('../../features/tour/tour-stage.tsx')).TourStage)
const RecordBar = lazyPart(async () => (await import('../../features/tour/record-bar.tsx')).RecordBar)
const PaletteHost = lazyPart(async () => (await import('../commands/palette-host.tsx')).PaletteHost)
const ChartNoteForm = lazyPart(async () => (await import('./chart-note-form.tsx')).ChartNoteForm)
const ReplayDock = lazyPart(async () => (await import('./replay-dock.tsx')).ReplayDock)

/** The frame of every screen: strip on top, navigation left, data health at the bottom, always in the same place. */
export function Shell({ screen, children }: { screen: Screen; children: ReactNode }) {
  const t = useText('shell')
  const format = useFormat()
  const locale = useLocale()
  const index = useParkIndex()
  const { view, select } = useView()
  const replaying = view.at !== null
  const frozen = useSession((state) => state.timeMode === 'FROZEN')
  const records = useTourDraft((state) => state.records)
  useUnsaved(useTourDraft((state) => state.isChanged))
  const [finding, setFinding] = useState(false)
  const openPalette = useCallback(() => setFinding(true), [])
  const [note, setNote] = useState<ChartNote | null>(null)
  const [keysOpen, setKeysOpen] = useState(false)
  const openKeys = useCallback(() => setKeysOpen(true), [])
  const commands = useCommands(openPalette, openKeys)
  useShortcuts(commands, finding || keysOpen || note !== null || view.tour !== null)
  useRegions()
  usePageScroll(view)
  useLook()

  useEffect(() => {
    markFirstFrame('parkscope:shell')
  }, [])
  const title = t(screen.label)
  const parkName = index?.park.name[locale] ?? ''
  useEffect(() => {
    document.title = parkName ? t('document.title', { screen: title, park: parkName }) : `${title} · Parkscope`
  }, [t, title, parkName])

  const [pageMeta, setPageMeta] = useState('')
  const meta =
    screen.id === 'overview'
      ? index
        ? t('head.wholePark', { area: format.quantity(index.park.areaHa, 'ha', 2) })
        : ''
      : pageMeta
  return (
    <div
      className={cx(styles.shell, view.tour && styles.touring, records && !view.tour && styles.recording)}
      data-replay={replaying ? '' : undefined}
    >
      <a className={styles.skip} href="#main" onClick={focusMain}>
        {t('skip')}
      </a>
      <PanelBoundary>
        <AlarmAttendant />
      </PanelBoundary>
      <PanelBoundary>
        <TopBar />
      </PanelBoundary>
      {view.tour ? null : (
        <PanelBoundary>
          <Navigation current={screen.id} />
        </PanelBoundary>
      )}
      <div className={styles.main}>
        {view.tour ? (
          <h1 className="visually-hidden">{title}</h1>
        ) : (
          <PageHead
            title={title}
            meta={meta}
            onMeta={screen.id === 'overview' && index ? () => select({ type: 'park', id: index.park.id }) : null}
            onFind={openPalette}
          />
        )}
        {frozen ? <FrozenBand /> : null}
        {view.whatIf === null ? null : <ScenarioBand />}
        <OfflineBand />
        <ReloadBand />
        {replaying ? <ReplayBand /> : <TimeNoticeBand />}
        {view.whatIf === null ? null : <ScenarioWatermark />}
        <main id="main" className={styles.body} data-region="" tabIndex={-1} data-inset-focus="">
          <ChartNoteContext value={setNote}>
            <PageMetaContext value={setPageMeta}>{children}</PageMetaContext>
          </ChartNoteContext>
        </main>
      </div>
      {replaying && !view.tour ? (
        <PanelBoundary>
          <ReplayDock meanwhile={<div className={styles.dock} />} />
        </PanelBoundary>
      ) : null}
      <PanelBoundary>{view.tour ? <TourStage key={view.tour.id} asked={view.tour} /> : <HealthStrip />}</PanelBoundary>
      {records && !view.tour ? (
        <PanelBoundary>
          <RecordBar />
        </PanelBoundary>
      ) : null}
      {note ? (
        <PanelBoundary>
          <ChartNoteForm note={note} onClose={() => setNote(null)} />
        </PanelBoundary>
      ) : null}
      {keysOpen ? (
        <PanelBoundary>
          <KeyList commands={commands} onClose={() => setKeysOpen(false)} />
        </PanelBoundary>
      ) : null}
      {finding ? (
        <PanelBoundary>
          <PaletteHost commands={commands} onClose={() => setFinding(false)} />
        </PanelBoundary>
      ) : null}
    </div>
  )
}

/** The hash belongs to the router, so the skip link moves the focus by hand. */
function focusMain(event: { preventDefault(): void }): void {
  event.preventDefault()
  document.getElementById('main')?.focus()
}
