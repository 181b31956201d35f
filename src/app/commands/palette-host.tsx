import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo, useState } from 'react'
import { geometryQueries } from '../../api/geometry-queries.ts'
import { tourQueries } from '../../api/tour-queries.ts'
import type { Asset } from '../../contract/resources.ts'
import { foldText } from '../../i18n/fold.ts'
import { useFormat, useLocale } from '../../i18n/format.ts'
import { useText } from '../../i18n/use-text.ts'
import { useAlarms } from '../../live/use-alarms.ts'
import { useParkIndex } from '../../session/park-context.ts'
import { useStartTour } from '../../session/tour.ts'
import { useView, useViewActions } from '../../session/view.ts'
import { listOf, sinceMs } from '../../domain/alarms/alarm-list.ts'
import { useAlarmWords } from '../../ui/use-alarm-words.ts'
import { Palette, type PaletteEntry } from '../../ui/palette.tsx'
import { useParks } from '../use-parks.ts'
import { SCREENS } from '../screens.ts'
import type { Command } from './command.ts'
import { findHits, type Hit } from './find-hits.ts'

/** Begins the id of the line that shows more of a kind. */
const MORE = 'more:'
const NONE_ASKED: Readonly<Record<string, number>> = {}

/** Names in every language: whoever has another one on screen knows a thing by that name all the same. */
const namesOf = (asset: Asset | undefined): string => Object.values(asset?.name ?? {}).join(' ')

function hitOf(id: string, kind: string, name: string, hint: string, run: () => void, more = ''): Hit {
  return { id, kind, name, hint, folded: foldText(`${name} ${hint} ${more}`), run }
}

/** Alarms that were open when the palette was opened: a list that is being read must not move. */
function useAlarmHits(): readonly Hit[] {
  const t = useText('shell')
  const format = useFormat()
  const { open } = useViewActions()
  const words = useAlarmWords()
  const { picture } = useAlarms()
  const [alarms] = useState(() => listOf(picture?.alarms ?? [], 'open').slice(0, 200))
  return useMemo(
    () =>
      alarms.map((alarm) =>
        hitOf(
          `l:${alarm.id}`,
          t('palette.kind.alarm'),
          words.title(alarm),
          format.timeShort(sinceMs(alarm)),
          () => open('alarms', { alarmId: alarm.id }),
          `${alarm.tag} ${alarm.priority} ${words.state(alarm)}`,
        ),
      ),
    [alarms, t, words, format, open],
  )
}

/** Everything else that can be found, in the order of the list: what comes before alarms, and what after. */
function useHits(commands: readonly Command[]): { first: readonly Hit[]; rest: readonly Hit[] } {
  const t = useText('shell')
  const words = useText('words')
  const locale = useLocale()
  const index = useParkIndex()
  const { view, select, open, openPark } = useView()
  const parks = useParks()
  const { data: tours } = useQuery(tourQueries.list(view.parkId))
  const startTour = useStartTour()
  const { data: plan } = useQuery(geometryQueries.collection(view.parkId, 'plots'))
  return useMemo(() => {
    const commandHits = commands
      .filter((command) => command.enabled && command.id !== 'palette' && !command.id.startsWith('open-'))
      .map((command) =>
        hitOf(`c:${command.id}`, t('palette.kind.command'), command.label, command.shortcut ?? '', command.run),
      )
    const screenHits = SCREENS.map((screen) =>
      hitOf(`s:${screen.id}`, t('palette.kind.screen'), t(screen.label), screen.shortcut, () => open(screen.id)),
    )
    const tourHits = (tours ?? []).map((tour) =>
      hitOf(`u:${tour.id}`, t('nav.tour'), tour.title[locale], tour.id, () => startTour(tour.id)),
    )
    const sheetHits = index
      ? [
          hitOf(
            'k:sheet',
            t('palette.kind.park'),
            index.park.name[locale],
            t('park.sheet'),
            () => select({ type: 'park', id: index.park.id }),
            index.park.id,
          ),
        ]
      : []
    const parkHits = parks
      .filter((park) => park.id !== view.parkId)
      .map((park) =>
        hitOf(
          `k:${park.id}`,
          t('palette.kind.park'),
          park.name[locale],
          park.province[locale],
          () => openPark(park.id),
          park.id,
        ),
      )
    const assets = index?.assets ?? []
    const nameOf = (asset: (typeof assets)[number]): string =>
      asset.name?.[locale] ?? `${words(`asset.${asset.kind}`)} ${asset.code}`
    const tenantHits = (index?.tenants ?? []).map((tenant) =>
      hitOf(`t:${tenant.id}`, t('palette.kind.tenant'), tenant.name, words(`industry.${tenant.industry}`), () =>
        select({ type: 'tenant', id: tenant.id }),
      ),
    )
    const plots = (plan ?? []).map(({ id, properties }) => ({
      id,
      code: properties.code,
      hint:
        properties.tenantId === null
          ? words(`plotStatus.${properties.status}`)
          : (index?.tenantById.get(properties.tenantId)?.name ?? ''),
    }))
    const plotHits = plots.map(({ id, code, hint }) =>
      hitOf(`p:${id}`, t('palette.kind.plot'), `${t('palette.kind.plot')} ${code}`, hint, () =>
        select({ type: 'plot', id }),
      ),
    )
    const assetHits = assets.map((asset) =>
      hitOf(
        `a:${asset.id}`,
        t('palette.kind.asset'),
        nameOf(asset),
        asset.code,
        () => select({ type: 'asset', id: asset.id }),
        `${asset.id} ${namesOf(asset)}`,
      ),
    )
    const pointHits = (index?.points ?? []).map((point) => {
      const asset = index?.assetById.get(point.assetId)
      return hitOf(
        `q:${point.id}`,
        t('palette.kind.point'),
        words(`point.${point.kind}`),
        asset ? nameOf(asset) : point.assetId,
        () => select({ type: 'asset', id: point.assetId }, point.id),
        `${point.id} ${namesOf(asset)}`,
      )
    })
    return {
      first: [...commandHits, ...screenHits, ...tourHits],
      rest: [...sheetHits, ...parkHits, ...tenantHits, ...plotHits, ...assetHits, ...pointHits],
    }
  }, [commands, t, words, locale, index, plan, parks, tours, startTour, view.parkId, select, open, openPark])
}

export interface PaletteHostProps {
  commands: readonly Command[]
  onClose: () => void
}

export function PaletteHost({ commands, onClose }: PaletteHostProps) {
  const t = useText('shell')
  const format = useFormat()
  const [query, setQuery] = useState('')
  const [asked, setAsked] = useState(NONE_ASKED)
  const deferred = useDeferredValue(query)
  const { first, rest } = useHits(commands)
  // Apart, because texts of alarms come later than the others and the others are thousands.
  const alarms = useAlarmHits()
  const hits = useMemo(() => [...first, ...alarms, ...rest], [first, alarms, rest])
  const found = useMemo(() => findHits(hits, deferred, asked), [hits, deferred, asked])
  const entries = useMemo(
    () =>
      found.flatMap<PaletteEntry>(({ kind, shown, more }) =>
        more === 0
          ? shown
          : [
              ...shown,
              { id: `${MORE}${kind}`, kind, name: t('palette.more', { shown: format.number(more) }), hint: '' },
            ],
      ),
    [found, t, format],
  )
  const onPick = (id: string): void => {
    if (id.startsWith(MORE)) {
      const kind = id.slice(MORE.length)
      setAsked({ ...asked, [kind]: (asked[kind] ?? 0) + 1 })
      return
    }
    onClose()
    found
      .flatMap(({ shown }) => shown)
      .find((hit) => hit.id === id)
      ?.run()
  }
  return (
    <Palette
      query={query}
      entries={entries}
      onQuery={(next) => {
        setQuery(next)
        setAsked(NONE_ASKED)
      }}
      onClose={onClose}
      onPick={onPick}
    />
  )
}
