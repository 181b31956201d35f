import type { QualityName } from '../contract/quality.ts'
import type { Freshness } from '../domain/quality/freshness.ts'
import type { Format } from '../i18n/format-values.ts'
import type { Text } from '../i18n/use-text.ts'

/** What a figure needs to know of its source besides the number. */
export interface FigureState {
  freshness: Freshness
  quality: QualityName
  /** Age by server time in milliseconds; NaN when there has been no value. */
  ageMs: number
  sourceTimeMs: number
  /** Inputs of a total: shown when some are missing, and under 80 % the number gives way to a dash. */
  coverage?: { contributing: number; expected: number } | undefined
}

export interface QualityNote {
  /** Word, age or coverage to print beside the figure; empty when there is nothing to say. */
  text: string
  /** Abnormal: print bold in ink. */
  strong: boolean
  /** Hatch behind the value. */
  hatched: boolean
  /** Number may be printed; otherwise a dash. */
  usable: boolean
}

const UNCERTAIN = {
  Uncertain: 'uncertain',
  UncertainSensorNotAccurate: 'inaccurate',
  UncertainEngineeringUnitsExceeded: 'outOfRange',
  UncertainSensorCalibration: 'calibrating',
} as const satisfies Partial<Record<QualityName, string>>

function note(text: string, strong: boolean, hatched: boolean, usable: boolean): QualityNote {
  return { text, strong, hatched, usable }
}

/** Cues of one figure: hatch, word and age, so that a stale or bad number cannot pass for a live one. */
export function qualityNote(state: FigureState, t: Text<'quality'>, format: Format): QualityNote {
  const { freshness, quality, ageMs, sourceTimeMs, coverage } = state
  const age = Number.isFinite(ageMs) ? format.age(ageMs) : ''
  if (coverage && coverage.expected > 1 && coverage.contributing > 0) {
    const share = coverage.contributing / coverage.expected
    if (share < 0.8) return note(t('coverage', { percent: format.percent(share) }), true, true, false)
    if (freshness !== 'stale' && coverage.contributing < coverage.expected) {
      const text = t('meters', { good: coverage.contributing, total: coverage.expected })
      return note(text, true, quality === 'UncertainSensorCalibration', true)
    }
  }
  switch (freshness) {
    case 'waiting':
      return note(t('waiting'), false, true, false)
    case 'no-communication':
      return Number.isFinite(sourceTimeMs)
        ? note(t('noCommsSince', { time: format.timeShort(sourceTimeMs) }), true, true, false)
        : note(t('noComms'), true, true, false)
    case 'bad':
      return note(quality === 'BadOutOfService' ? t('outOfService') : t('fault'), true, true, false)
    case 'stale':
      return note(t('staleFor', { age }), true, true, true)
    case 'live':
    case 'late':
      break
  }
  if (quality === 'UncertainLastUsableValue') return note(t('staleFor', { age }), true, true, true)
  if (quality === 'UncertainSubstituteValue') return note(t('estimated'), true, false, true)
  if (quality === 'GoodLocalOverride') return note(t('manual'), true, false, true)
  if (quality in UNCERTAIN) {
    for (const [name, key] of Object.entries(UNCERTAIN)) if (name === quality) return note(t(key), true, true, true)
  }
  return note(age, false, false, true)
}
