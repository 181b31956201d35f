/**
 * Hashed noise: every random-looking number of the simulated world is a hash of a named stream and integers,
 * so it does not depend on the order of questions. Streams are named, so that a new one reshuffles nothing else.
 */

/** Avalanche of a 32-bit word (finaliser with two multiplications). */
function finish(word: number): number {
  let h = word
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d)
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b)
  return (h ^ (h >>> 16)) >>> 0
}

/** Stream key of a seed and a name. */
export function streamOf(seed: number, name: string): number {
  let h = finish((seed | 0) ^ 0x9e3779b9)
  for (let i = 0; i < name.length; i++) h = Math.imul(h ^ name.charCodeAt(i), 0x01000193)
  return finish(h)
}

/** 32 hashed bits of a stream and two integers. */
export function bitsOf(stream: number, a: number, b = 0): number {
  return finish((finish((stream ^ Math.imul(a, 0x9e3779b1)) | 0) ^ Math.imul(b + 0x632be5ab, 0x85ebca77)) | 0)
}

/** Hashed number in [0, 1). */
export function unitOf(stream: number, a: number, b = 0): number {
  return bitsOf(stream, a, b) / 4294967296
}

/** Hashed number in [-1, 1). */
export function signedOf(stream: number, a: number, b = 0): number {
  return bitsOf(stream, a, b) / 2147483648 - 1
}

/** Roughly normal hashed number (sum of three uniforms), mean 0, standard deviation 1. */
export function normalOf(stream: number, a: number, b = 0): number {
  const sum = signedOf(stream, a, b) + signedOf(stream ^ 0x51ed270b, a, b) + signedOf(stream ^ 0x2545f491, a, b)
  return sum
}

/** Continuous noise in [-1, 1): hashed values at whole x, joined by a smooth curve. */
export function smoothOf(stream: number, x: number, b = 0): number {
  const i = Math.floor(x)
  const u = x - i
  const s = u * u * (3 - 2 * u)
  return signedOf(stream, i, b) * (1 - s) + signedOf(stream, i + 1, b) * s
}
