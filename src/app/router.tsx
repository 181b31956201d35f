import {
  Outlet,
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  redirect,
  useNavigate,
  useParams,
  useSearch,
  type RouterHistory,
} from '@tanstack/react-router'
import { useMemo, type ReactNode } from 'react'
import { getSession } from '../session/session-store.ts'
import { ViewContext, type View, type ViewHandle } from '../session/view.ts'
import { searchOfView, searchSchema, viewOfSearch } from './search.ts'
import { findScreen } from './screens.ts'
import { ScreenHost } from './screen-host.tsx'
import { NotFound } from './not-found.tsx'

/** Reads the view out of the URL and writes changes back to it. */
function ViewFromUrl({ children }: { children: ReactNode }) {
  const { parkId = '', screen = '' } = useParams({ strict: false })
  const search = useSearch({ strict: false })
  const navigate = useNavigate()
  const handle = useMemo<ViewHandle>(() => {
    const view = viewOfSearch(parkId, screen, searchSchema.parse(search))
    const go = (next: View, replace: boolean): void => {
      const { locale, theme } = getSession()
      void navigate({
        to: '/$parkId/$screen',
        params: { parkId: next.parkId, screen: next.screen },
        search: searchOfView(next, { lang: locale, look: theme }),
        replace,
      })
    }
    return {
      view,
      patch: (patch) => {
        const onlyCamera = Object.keys(patch).every((key) => key === 'camera')
        go({ ...view, ...patch }, onlyCamera)
      },
      select: (selection, pointId = null) => {
        const stays = selection === null || (findScreen(view.screen)?.showsSelection ?? false)
        go({ ...view, screen: stays ? view.screen : 'overview', selection, pointId }, false)
      },
      open: (id) => go({ ...view, screen: id }, false),
      openPark: (id) => go({ ...view, parkId: id, selection: null, pointId: null, camera: null }, false),
    }
  }, [parkId, screen, search, navigate])
  return <ViewContext value={handle}>{children}</ViewContext>
}

function ParkRoute() {
  return (
    <ViewFromUrl>
      <ScreenHost />
    </ViewFromUrl>
  )
}

/** Routes in the hash, so that any static host serves every link. */
export function createAppRouter(defaultPark: string, history: RouterHistory = createHashHistory()) {
  const rootRoute = createRootRoute({ component: Outlet, notFoundComponent: NotFound })
  const indexRoute = createRoute({
    getParentRoute: () => rootRoute,
    path: '/',
    beforeLoad: () => {
      throw redirect({ to: '/$parkId/$screen', params: { parkId: defaultPark, screen: 'overview' }, search: {} })
    },
  })
  const screenRoute = createRoute({
    getParentRoute: () => rootRoute,
    path: '/$parkId/$screen',
    validateSearch: (raw: Record<string, unknown>) => searchSchema.parse(raw),
    component: ParkRoute,
  })
  return createRouter({
    routeTree: rootRoute.addChildren([indexRoute, screenRoute]),
    history,
    scrollRestoration: false,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
