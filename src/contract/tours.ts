import { z } from 'zod'
import { PLOT_THEMES } from './plot-themes.ts'
import { instantSchema, localeSchema } from './primitives.ts'
import { TOUR_FIGURES } from './tour-figures.ts'

/** Screens that a tour may show. */
export const TOUR_SCREENS = [
  'overview',
  'energy',
  'water',
  'tenants',
  'waste',
  'alarms',
  'shift',
  'scorecard',
  'daily',
  'portfolio',
] as const
/** Layers of the map that a step may switch against the mode's default. */
export const TOUR_LAYERS = [
  'buildings',
  'yards',
  'trees',
  'solar',
  'power-110',
  'power-22',
  'water',
  'sewer',
  'reclaimed',
  'storm',
  'fibre',
  'waste',
  'exchanges',
] as const

const slug = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)
const idText = z.string().regex(/^[A-Za-z0-9][\w.:-]{0,119}$/)

/** Most characters of a caption: two lines of subtitle on a screen of 16:9. Japanese letters are twice as wide. */
export const CAPTION_MOST = { vi: 200, en: 200, ja: 100 } as const

/** Names of the figures in a caption, in the order in which they come: "{peak_mw} of {contracted_mw}". */
export function figuresIn(text: string): string[] {
  return [...text.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? '')
}

function sortedFigures(text: string): string {
  return figuresIn(text).toSorted().join(' ')
}

/** What no type can say of a tour, in words for who reads a log; `params.reason` is for the editor. */
const WORDS = {
  'no-such-figure': 'there is no such figure',
  'lone-brace': 'a brace has no partner',
  'other-figures': 'its figures are not those of the English caption',
  repeated: 'comes more than once',
} as const

interface FaultPlace {
  path?: (string | number)[]
  /** Name of the figure. */
  name?: string
}

function fault(reason: keyof typeof WORDS, { path = [], name }: FaultPlace = {}) {
  const message = name === undefined ? WORDS[reason] : `${WORDS[reason]}: "{${name}}"`
  return { code: 'custom' as const, message, path, params: { reason, detail: name ?? '' } }
}

const known = new Set<string>(Object.keys(TOUR_FIGURES))

function caption(most: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(most)
    .superRefine((text, context) => {
      for (const name of figuresIn(text)) {
        if (!known.has(name)) context.addIssue(fault('no-such-figure', { name }))
      }
      if (text.replaceAll(/\{[^{}]*\}/g, '').match(/[{}]/)) {
        context.addIssue(fault('lone-brace'))
      }
    })
}

/** What is said while a step is shown. Every language tells the same figures. */
export const captionSchema = z
  .strictObject({ vi: caption(CAPTION_MOST.vi), en: caption(CAPTION_MOST.en), ja: caption(CAPTION_MOST.ja) })
  .superRefine((texts, context) => {
    for (const locale of localeSchema.options) {
      if (sortedFigures(texts[locale]) !== sortedFigures(texts.en)) {
        context.addIssue(fault('other-figures', { path: [locale] }))
      }
    }
  })

const titleSchema = z.strictObject({
  vi: z.string().trim().min(1).max(80),
  en: z.string().trim().min(1).max(80),
  ja: z.string().trim().min(1).max(80),
})

/** An instant of the kept history: fixed, or a time of day in the park's zone some days ago. */
const stepTimeSchema = z.union([
  instantSchema,
  z.strictObject({ daysAgo: z.int().min(0).max(30), time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/) }),
])
export type StepTime = z.infer<typeof stepTimeSchema>

/** One stop of a tour: what is on screen, and what is said about it. Nothing in it depends on a language. */
export const tourStepSchema = z.strictObject({
  id: slug,
  screen: z.enum(TOUR_SCREENS),
  /** Null shows the whole park. */
  camera: z
    .strictObject({
      lng: z.number().min(-180).max(180),
      lat: z.number().min(-90).max(90),
      zoom: z.number().min(4).max(20.5),
      bearing: z.number().min(-360).max(360),
      pitch: z.number().min(0).max(65),
    })
    .nullable()
    .default(null),
  mode: z.enum(['operations', 'assets']).default('operations'),
  layers: z.partialRecord(z.enum(TOUR_LAYERS), z.boolean()).default({}),
  plotTheme: z.enum(PLOT_THEMES).default('exceptions'),
  /** Light or dark; null keeps what is on. */
  look: z.enum(['room-dark', 'room-light']).nullable().default(null),
  selection: z
    .strictObject({ type: z.enum(['plot', 'asset', 'edge', 'site', 'tenant', 'park']), id: idText })
    .nullable()
    .default(null),
  /** Part of a screen, quantity of its charts, and what its list has open, as in the screen's address. */
  tab: slug.nullable().default(null),
  measure: slug.nullable().default(null),
  item: idText.nullable().default(null),
  /** List of the screen of tenants and plots. */
  list: z.enum(['directory', 'plots', 'free']).nullable().default(null),
  /** Null shows the park as it is. */
  at: stepTimeSchema.nullable().default(null),
  caption: captionSchema,
  /** Seconds for which the step is shown. */
  dwellS: z.number().min(3).max(120),
})
export type TourStep = z.infer<typeof tourStepSchema>
export type TourStepInput = z.input<typeof tourStepSchema>

/** A tour of one park: steps in the order in which they are told. */
export const tourSchema = z
  .strictObject({ id: slug, title: titleSchema, steps: z.array(tourStepSchema).min(1).max(60) })
  .superRefine(({ steps }, context) => {
    const seen = new Set<string>()
    for (const [at, { id }] of steps.entries()) {
      if (seen.has(id)) context.addIssue(fault('repeated', { path: ['steps', at, 'id'] }))
      seen.add(id)
    }
  })
export type Tour = z.infer<typeof tourSchema>
export type TourInput = z.input<typeof tourSchema>

/** A file of tours: what a park folder holds, and what the editor writes and reads. */
export const toursFileSchema = z.strictObject({ tours: z.array(tourSchema).max(20) })
