import detail from './catalogues/vi/detail.json' with { type: 'json' }
import facts from './catalogues/vi/facts.json' with { type: 'json' }
import health from './catalogues/vi/health.json' with { type: 'json' }
import kpi from './catalogues/vi/kpi.json' with { type: 'json' }
import map from './catalogues/vi/map.json' with { type: 'json' }
import overview from './catalogues/vi/overview.json' with { type: 'json' }
import problem from './catalogues/vi/problem.json' with { type: 'json' }
import quality from './catalogues/vi/quality.json' with { type: 'json' }
import shell from './catalogues/vi/shell.json' with { type: 'json' }
import state from './catalogues/vi/state.json' with { type: 'json' }
import words from './catalogues/vi/words.json' with { type: 'json' }

/** Every text of the screen in one language; loaded as one chunk when the language is chosen. */
export const vi = { detail, facts, health, kpi, map, overview, problem, quality, shell, state, words }
