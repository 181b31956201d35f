import { useQuery } from '@tanstack/react-query'
import { Suspense, useEffect, useMemo, type ReactNode } from 'react'
import { sessionQueries } from '../../api/session-queries.ts'
import { refusalOfLink } from '../../api/wall-link-queries.ts'
import type { WallProfile } from '../../domain/wall/profile.ts'
import { useConnection } from '../../live/hooks.ts'
import type { WallPageProps } from '../../features/wall/wall-page.tsx'
import { useText } from '../../i18n/use-text.ts'
import { getSession, useSession } from '../../session/session-store.ts'
import { useUnattended } from '../../session/recovery-store.ts'
import type { ViewHandle } from '../../session/view.ts'
import { ViewProvider } from '../../session/view-provider.tsx'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { PanelBoundary } from '../../ui/panel-boundary.tsx'
import { Presentation } from '../../ui/presentation.tsx'
import { useConfig } from '../config-context.ts'
import { ExceptionsProvider } from '../exceptions-provider.tsx'
import { ParkData } from '../park-data.tsx'
import { useParkProblem } from '../park-problem.ts'
import { searchSchema, viewOfSearch } from '../search.ts'
import { useAddressLook } from '../use-look.ts'
import { useRecoveryConditions } from '../use-recovery.ts'
import { CALIBRATE, CUSTOM_PROFILE, customProfile, profileOf, wallLink, type WallSearch } from './wall-search.ts'

const WallPage = lazyPart(async () => (await import('../../features/wall/wall-page.tsx')).WallPage)

/** Starts the download of the wall. */
export const preloadWall = WallPage.preload

const CalibrationPage = lazyPart(async () => (await import('../../features/wall/calibration-page.tsx')).CalibrationPage)

const stay = (): void => {}

/** What the shell's hooks ask of a view. A wall has no other, and nothing on it changes its address. */
function WallView({ parkId, children }: { parkId: string; children: ReactNode }) {
  const handle = useMemo<ViewHandle>(
    () => ({
      view: viewOfSearch(parkId, 'overview', searchSchema.parse({})),
      patch: stay,
      select: stay,
      open: stay,
      replace: stay,
      openPark: stay,
      hrefOf: (screen) => `#/${parkId}/${screen}`,
    }),
    [parkId],
  )
  return <ViewProvider value={handle}>{children}</ViewProvider>
}

/** How often a wall asks whether its link still counts, milliseconds. */
const LINK_CHECK_MS = 30_000

/** What a wall that was opened by a link has to say about it; null while the link counts. */
function useLinkNotice(key: string | undefined): string | null {
  const t = useText('wall')
  const isLive = useConnection().state === 'live'
  const { error, refetch } = useQuery({
    ...sessionQueries.current(),
    enabled: key !== undefined,
    refetchInterval: LINK_CHECK_MS,
    refetchIntervalInBackground: true,
    retry: false,
  })
  // A channel that closes may have been closed with the link.
  useEffect(() => {
    if (key !== undefined && !isLive) void refetch()
  }, [key, isLive, refetch])
  const refusal = key === undefined ? null : refusalOfLink(error)
  return refusal === null ? null : t(`link.${refusal}`)
}

/** A park that could not be loaded is asked for again: the server may come back while nobody is there. */
const PARK_RETRY_MS = 20_000

/** Draws nothing; what keeps a page alive that nobody sits in front of. */
function Recovery() {
  const problem = useParkProblem()
  const retry = problem?.retry
  useUnattended()
  useRecoveryConditions()
  useEffect(() => {
    if (retry === undefined) return undefined
    const timer = setInterval(retry, PARK_RETRY_MS)
    return () => clearInterval(timer)
  }, [retry])
  return null
}

/** The page of a wall with what its link has to say. */
function LinkedPage({ linkKey, ...props }: Omit<WallPageProps, 'notice'> & { linkKey: string | undefined }) {
  const notice = useLinkNotice(linkKey)
  return <WallPage {...props} notice={notice} />
}

function Wall({ profile, search }: { profile: WallProfile; search: WallSearch }) {
  const { config } = useConfig()
  useAddressLook()
  const theme = useSession((state) => state.theme)
  const parkId = search.park ?? config.defaultPark ?? config.parks[0] ?? ''
  return (
    <WallView parkId={parkId}>
      <ParkData key={parkId} parkId={parkId}>
        <PanelBoundary>
          <Recovery />
        </PanelBoundary>
        <Presentation layout="wall">
          <ExceptionsProvider>
            <PanelBoundary>
              <Suspense fallback={null}>
                <LinkedPage
                  linkKey={search.key}
                  profile={profile}
                  start={search.scene ?? null}
                  isHeld={search.hold === 1}
                  theme={theme}
                  night={search.night ?? ''}
                  parkIds={config.parks}
                />
              </Suspense>
            </PanelBoundary>
          </ExceptionsProvider>
        </Presentation>
      </ParkData>
    </WallView>
  )
}

/** A park, an address or a profile outside the shell: the wall, or the page that works one out. */
export function WallRoute({ profileId, search }: { profileId: string; search: WallSearch }) {
  const result = useMemo(() => profileOf(profileId, search), [profileId, search])
  if (result?.ok) return <Wall profile={result.profile} search={search} />
  return <Calibration profileId={profileId} search={search} />
}

/** Works out a wall; also what an address opens whose sizes cannot be, with the field that says so. */
function Calibration({ profileId, search }: { profileId: string; search: WallSearch }) {
  const { config } = useConfig()
  useAddressLook()
  const theme = useSession((state) => state.theme)
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme
  }, [theme])
  const parkId = search.park ?? config.defaultPark ?? config.parks[0] ?? ''
  return (
    <PanelBoundary>
      <CalibrationPage
        parkId={parkId}
        start={customProfile(search)}
        unknownProfile={profileId === CALIBRATE || profileId === CUSTOM_PROFILE ? null : profileId}
        linkOf={(profile, key) => wallLink(profile, { park: parkId, key, look: theme, lang: getSession().locale })}
      />
    </PanelBoundary>
  )
}
