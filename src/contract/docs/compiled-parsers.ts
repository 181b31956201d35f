import { z } from 'zod'
import { compileFn, util } from 'zod/v4/core'
import { serverFrameSchema } from '../live.ts'
import { assetSchema, pointSchema, tenantSchema } from '../resources.ts'

/** What comes by the thousand, or in thousands, before a first picture. */
const PARSERS = {
  parsePoint: pointSchema,
  parseAsset: assetSchema,
  parseTenant: tenantSchema,
  parseServerFrame: serverFrameSchema,
} as const

interface Generated {
  names: readonly string[]
  values: readonly unknown[]
  code: string
}

/**
 * What the schemas' library generates for a schema. It makes a function of it at once, which a strict
 * Content-Security-Policy forbids in a page: here its text and its constants are taken down instead.
 */
function generated(schema: z.ZodType): Generated {
  const real = globalThis.Function
  let taken: Generated | null = null
  const take = function take(...texts: string[]) {
    return (...values: unknown[]) => {
      taken = { names: texts.slice(0, -1), values, code: texts.at(-1) ?? '' }
      return () => z.INVALID
    }
  }
  try {
    Reflect.set(globalThis, 'Function', take)
    compileFn(schema)
  } finally {
    globalThis.Function = real
  }
  if (taken === null) throw new Error('the library makes its parsers in another way now')
  return taken
}

/** Text of a constant that generated code uses. Throws for one that cannot be written down. */
function textOf(value: unknown): string {
  if (value instanceof RegExp) return String(value)
  if (value instanceof Set) return `new Set(${JSON.stringify([...value])})`
  if (value === Object.prototype.propertyIsEnumerable) return 'Object.prototype.propertyIsEnumerable'
  const [name] = Object.entries(util).find(([, known]) => known === value) ?? []
  if (typeof value === 'function' && name !== undefined) return `util.${name}`
  throw new Error(`a parser needs something that cannot be written down: ${String(value)}`)
}

function parserText(name: string, schema: z.ZodType): string {
  const { names, values, code } = generated(schema)
  const constants = names.flatMap((constant, at) =>
    values[at] === z.INVALID ? [] : [`  const ${constant} = ${textOf(values[at])}`],
  )
  return `export const ${name} = /*@__PURE__*/ (() => {\n${constants.join('\n')}\n  ${code}\n})()\n`
}

/** The file `compiled-parsers.js` of the contract. */
export function buildParsers(): string {
  const head = [
    '/*',
    ' * Emitted by `npm run contract:docs` from the schemas of this folder: not to be edited. What the library of the schemas',
    ' * would generate in the page, if the page were allowed to make code from text (decision 17).',
    ' */',
    "import { INVALID, util } from 'zod/v4/core'",
    '',
  ]
  return `${head.join('\n')}\n${Object.entries(PARSERS)
    .map(([name, schema]) => parserText(name, schema))
    .join('\n')}`
}
