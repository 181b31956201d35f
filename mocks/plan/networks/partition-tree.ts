import type { Forest } from './shortest-paths.ts'

/** A connected part of the forest: its head is the node through which it is fed. */
export interface TreePart {
  head: number
  root: number
  load: number
  nodes: number[]
}

/**
 * Cuts each tree of a forest into connected parts of about `cap` each: from the leaves inwards, the heaviest branches
 * of a node become parts of their own until the rest fits. Branches at a root are parts by themselves.
 */
export function partitionForest(forest: Forest, loads: readonly number[], cap: number): TreePart[] {
  const children = new Map<number, number[]>()
  for (const node of forest.order) {
    const link = forest.parent[node]
    if (link) children.set(link.node, [...(children.get(link.node) ?? []), node])
  }
  const cut = new Set<number>()
  const rest = new Map<number, number>()
  for (const node of forest.order.toReversed()) {
    const branches = children.get(node) ?? []
    const isRoot = forest.parent[node] === null
    if (isRoot) {
      for (const branch of branches) cut.add(branch)
      continue
    }
    let sum = (loads[node] ?? 0) + branches.reduce((acc, branch) => acc + (rest.get(branch) ?? 0), 0)
    const heaviest = branches.toSorted((a, b) => (rest.get(b) ?? 0) - (rest.get(a) ?? 0))
    for (const branch of heaviest) {
      if (sum <= cap) break
      if ((rest.get(branch) ?? 0) <= 0) continue
      cut.add(branch)
      sum -= rest.get(branch) ?? 0
    }
    rest.set(node, sum)
  }
  const owner = new Map<number, TreePart>()
  const parts: TreePart[] = []
  for (const node of forest.order) {
    const link = forest.parent[node]
    if (!link) continue
    let part = owner.get(link.node)
    if (cut.has(node) || part === undefined) {
      part = { head: node, root: forest.root[node] ?? 0, load: 0, nodes: [] }
      parts.push(part)
    }
    owner.set(node, part)
    part.nodes.push(node)
    part.load += loads[node] ?? 0
  }
  return parts.filter((part) => part.nodes.length > 0)
}

/** Finds the smallest cap that needs at most `count` parts in every tree, by bisection between two loads. */
export function partitionInto(forest: Forest, loads: readonly number[], counts: readonly number[]): TreePart[] {
  let low = 0
  let high = loads.reduce((sum, load) => sum + load, 0)
  const fits = (parts: readonly TreePart[]): boolean =>
    counts.every((count, root) => parts.filter((part) => part.root === root && part.load > 0).length <= count)
  for (let i = 0; i < 30; i++) {
    const middle = (low + high) / 2
    if (fits(partitionForest(forest, loads, middle))) high = middle
    else low = middle
  }
  return partitionForest(forest, loads, high)
}
