/** A member of a group of alarms that one cause sets off together. */
export interface GroupMember {
  id: string
  group: string | null
  /** Activation, or NaN while it is not active. */
  activeMs: number
}

/**
 * The alarm of each group that came first and still holds the group: what probably caused the rest. Of alarms of the
 * same instant the first in the list counts. Groups of one have no first: there is nothing to tell apart.
 */
export function firstOutOf(members: Iterable<GroupMember>): Map<string, string> {
  const first = new Map<string, GroupMember>()
  const sizes = new Map<string, number>()
  for (const member of members) {
    if (member.group === null || Number.isNaN(member.activeMs)) continue
    const known = first.get(member.group)
    sizes.set(member.group, (sizes.get(member.group) ?? 0) + 1)
    if (known === undefined || member.activeMs < known.activeMs) first.set(member.group, member)
  }
  const named = [...first].filter(([group]) => (sizes.get(group) ?? 0) > 1)
  return new Map(named.map(([group, member]) => [group, member.id]))
}
