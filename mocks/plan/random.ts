/** A seeded source of numbers in [0, 1). */
export type Random = () => number

function hashText(text: string): number {
  let hash = 2166136261
  for (const char of text) {
    hash ^= char.codePointAt(0) ?? 0
    hash = Math.imul(hash, 16777619)
  }
  return hash >>> 0
}

/** One independent stream per purpose (sfc32): drawing more numbers for one purpose reshuffles no other. */
export function randomStream(seed: number, purpose: string): Random {
  let a = hashText(purpose) | 0
  let b = seed | 0
  let c = hashText(purpose + String(seed)) | 0
  let d = 1
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return (t >>> 0) / 4294967296
  }
  // The first outputs still show the seed.
  for (let i = 0; i < 12; i++) next()
  return next
}

/** Normal deviate with mean 0 and standard deviation 1 (Box–Muller). */
export function nextGaussian(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

/** Fisher–Yates on a copy. */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const rest = [...items]
  const out: T[] = []
  while (rest.length > 0) out.push(...rest.splice(Math.floor(random() * rest.length), 1))
  return out
}
