import detail from './catalogues/ja/detail.json' with { type: 'json' }
import facts from './catalogues/ja/facts.json' with { type: 'json' }
import health from './catalogues/ja/health.json' with { type: 'json' }
import kpi from './catalogues/ja/kpi.json' with { type: 'json' }
import map from './catalogues/ja/map.json' with { type: 'json' }
import overview from './catalogues/ja/overview.json' with { type: 'json' }
import problem from './catalogues/ja/problem.json' with { type: 'json' }
import quality from './catalogues/ja/quality.json' with { type: 'json' }
import shell from './catalogues/ja/shell.json' with { type: 'json' }
import state from './catalogues/ja/state.json' with { type: 'json' }
import words from './catalogues/ja/words.json' with { type: 'json' }

/** Every text of the screen in one language; loaded as one chunk when the language is chosen. */
export const ja = { detail, facts, health, kpi, map, overview, problem, quality, shell, state, words }
