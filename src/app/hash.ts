/** Park that the hash names, with a screen of it. */
export function parkInHash(hash: string): string | undefined {
  return /^#\/([^/?]+)\/[^/?]+/.exec(hash)?.[1]
}

/** Screen that the hash asks for, without its park. */
export function screenOfHash(hash: string): string | undefined {
  return /^#\/[^/?]+\/([^/?]+)/.exec(hash)?.[1]
}

/** Whether the hash asks for a wall, which has none of the shell. */
export function isWall(hash: string): boolean {
  return hash.startsWith('#/wall/')
}
