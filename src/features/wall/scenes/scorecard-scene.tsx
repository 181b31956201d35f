import { headedCells } from '../../../domain/wall/layout.ts'
import type { SetResult } from '../../../domain/scorecard/evaluate.ts'
import type { IndicatorResult } from '../../../domain/scorecard/scorecard-types.ts'
import { useFormat, useLocale } from '../../../i18n/format.ts'
import { useText, type Text } from '../../../i18n/use-text.ts'
import { useScorecard } from '../../../live/use-scorecard.ts'
import { Box } from '../box.tsx'
import { Parts, type ScenePart } from '../parts.tsx'
import { useWall } from '../wall-context.ts'
import styles from '../wall.module.css'

/** What the wall's scorecard goes by; the desk shows what other choices would change. */
const SETTINGS = { denominator: 'operating', iso: 'every' } as const

function resultName(meets: boolean | null): 'meet' | 'do-not' | 'not-enough' {
  return meets === null ? 'not-enough' : meets ? 'meet' : 'do-not'
}

/** A filled box meets, an empty one does not, a hatched one has not enough data. */
function Squares({ results }: { results: readonly IndicatorResult[] }) {
  return (
    <div className={styles.squares} aria-hidden="true">
      {results.map(({ criterion, meets }) => (
        <span key={criterion.id} className={styles.square} data-result={resultName(meets)} />
      ))}
    </div>
  )
}

function SetPart({ result }: { result: SetResult }) {
  const t = useText('wall')
  const format = useFormat()
  const locale = useLocale()
  const { results, set } = result
  const meet = results.filter(({ meets }) => meets === true).length
  const unknown = results.filter(({ meets }) => meets === null).length
  return (
    <div className={styles.list}>
      <div className={styles.listText}>
        <div className={styles.name}>{set.title[locale]}</div>
        <div className={styles.target}>
          {t(unknown > 0 ? 'scorecard.meetUnknown' : 'scorecard.meet', {
            meet: format.number(meet),
            total: format.number(results.length),
            unknown: format.number(unknown),
          })}
        </div>
      </div>
    </div>
  )
}

function PillarPart({ name, results }: { name: string; results: readonly IndicatorResult[] }) {
  const format = useFormat()
  const meet = results.filter(({ meets }) => meets === true).length
  return (
    <div className={styles.list}>
      <div className={styles.pillarName}>{name}</div>
      <div className={styles.listText}>
        <Squares results={results} />
      </div>
      <div className={styles.listEnd}>
        {format.number(meet)}/{format.number(results.length)}
      </div>
    </div>
  )
}

/** A framework and its pillars. */
function setParts(result: SetResult, t: Text<'wall'>): ScenePart[] {
  const { set, results, byPillar } = result
  const parts: ScenePart[] = [{ key: set.id, rows: 1.5, content: <SetPart result={result} /> }]
  for (const pillar of byPillar.keys()) {
    const own = results.filter(({ criterion }) => criterion.pillar === pillar)
    parts.push({ key: pillar, rows: 0.75, content: <PillarPart name={t(`pillar.${pillar}`)} results={own} /> })
  }
  return parts
}

/** The frameworks: how many criteria are met, pillar by pillar. */
export function ScorecardScene() {
  const t = useText('wall')
  const { layout, index } = useWall()
  const { scorecard } = useScorecard(index, SETTINGS)
  const { cells } = headedCells(layout)
  if (scorecard === null) {
    const [first] = cells
    return first ? (
      <Box rect={first}>
        <p className={styles.calm}>{t('waiting')}</p>
      </Box>
    ) : null
  }
  // One framework a column, as many as there are columns.
  const columns = [...new Set(cells.map(({ x }) => x))]
  return scorecard.sets
    .filter(({ set }) => set.active)
    .slice(0, columns.length)
    .map((result, k) => (
      <Parts key={result.set.id} boxes={cells.filter(({ x }) => x === columns[k])} parts={setParts(result, t)} />
    ))
}
