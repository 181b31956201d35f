import detail from './catalogues/en/detail.json' with { type: 'json' }
import facts from './catalogues/en/facts.json' with { type: 'json' }
import health from './catalogues/en/health.json' with { type: 'json' }
import kpi from './catalogues/en/kpi.json' with { type: 'json' }
import map from './catalogues/en/map.json' with { type: 'json' }
import overview from './catalogues/en/overview.json' with { type: 'json' }
import problem from './catalogues/en/problem.json' with { type: 'json' }
import quality from './catalogues/en/quality.json' with { type: 'json' }
import shell from './catalogues/en/shell.json' with { type: 'json' }
import state from './catalogues/en/state.json' with { type: 'json' }
import words from './catalogues/en/words.json' with { type: 'json' }

/** Every text of the screen in one language; loaded as one chunk when the language is chosen. */
export const en = { detail, facts, health, kpi, map, overview, problem, quality, shell, state, words }
