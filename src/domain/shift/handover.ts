import type { Role } from '../../contract/session.ts'
import type { Handover, HandoverCommand, HandoverItem, HandoverMethod, Shift } from '../../contract/shift.ts'

/** What the state of things asks a handover to speak of, before it has a history. */
export type DraftItem = Omit<HandoverItem, 'shifts' | 'removed' | 'seen'>

export interface HandoverFault {
  ok: false
  /** `conflict`: not in this state, or somebody was faster. `invalid`: the request lacks or breaks a field. */
  kind: 'conflict' | 'invalid'
  field: string
  detail: string
}
export type HandoverStep = { ok: true; handover: Handover } | HandoverFault

const conflict = (detail: string): HandoverFault => ({ ok: false, kind: 'conflict', field: 'state', detail })
const invalid = (field: string, detail: string): HandoverFault => ({ ok: false, kind: 'invalid', field, detail })

/** How often each matter went through an accepted handover, from the last one: an item that stays grows older. */
function shiftsOf(last: Handover | null): ReadonlyMap<string, number> {
  return new Map(last?.items.map((item) => [item.id, item.shifts + 1]))
}

export interface DraftContext {
  outgoing: Shift
  incoming: Shift
  nowMs: number
  /** The last accepted handover, from which matters are carried over. */
  last: Handover | null
  simulated: boolean
}

/**
 * A draft from what is the case. Drafted again, it keeps what the outgoing shift did to it: removed items stay
 * removed with their reason, and what is to be known stays.
 */
export function draftHandover(items: readonly DraftItem[], context: DraftContext, before: Handover | null): Handover {
  const ages = shiftsOf(context.last)
  const removed = new Map(before?.items.flatMap((item) => (item.removed ? [[item.id, item.removed] as const] : [])))
  return {
    id: `handover-${context.outgoing.id}`,
    outgoing: context.outgoing,
    incoming: context.incoming,
    state: 'draft',
    rev: before?.rev ?? 0,
    draftedAt: new Date(context.nowMs).toISOString(),
    items: items.map((item) => ({
      ...item,
      shifts: ages.get(item.id) ?? 0,
      removed: removed.get(item.id) ?? null,
      seen: false,
    })),
    mustKnow: before?.mustKnow ?? [],
    signOffs: { outgoing: null, incoming: null },
    simulated: context.simulated,
  }
}

function changeItem(handover: Handover, itemId: string, change: (item: HandoverItem) => HandoverItem): HandoverStep {
  if (!handover.items.some((item) => item.id === itemId)) return invalid('itemId', `no item "${itemId}"`)
  const items = handover.items.map((item) => (item.id === itemId ? change(item) : item))
  return { ok: true, handover: { ...handover, items, rev: handover.rev + 1 } }
}

/** Items that the incoming shift has still to open. */
export function unseenItems(handover: Handover): readonly HandoverItem[] {
  return handover.items.filter((item) => item.flagged && item.removed === null && !item.seen)
}

/**
 * One step of a handover: prepare (the outgoing side signs), open each flagged item, accept (the incoming side signs).
 * Between the two it is open; one signature never closes it. An accepted handover never changes.
 */
export function stepHandover(
  handover: Handover,
  method: HandoverMethod,
  command: HandoverCommand,
  by: { role: Role; nowMs: number },
): HandoverStep {
  if (command.rev !== handover.rev) return conflict(`has changed since: now at revision ${handover.rev}`)
  if (handover.state === 'accepted') return conflict('is accepted and does not change any more')
  const at = new Date(by.nowMs).toISOString()
  switch (method) {
    case 'prepare': {
      if (handover.state !== 'draft') return conflict('the outgoing shift has signed already')
      return {
        ok: true,
        handover: {
          ...handover,
          state: 'open',
          rev: handover.rev + 1,
          mustKnow: command.mustKnow ?? handover.mustKnow,
          signOffs: { outgoing: { role: by.role, at }, incoming: null },
        },
      }
    }
    case 'remove-item': {
      if (handover.state !== 'draft') return conflict('items are left out before the outgoing shift signs')
      if (command.itemId === undefined) return invalid('itemId', 'names the item')
      const reason = command.reason?.trim() ?? ''
      if (reason === '') return invalid('reason', 'leaving an item out needs a reason')
      return changeItem(handover, command.itemId, (item) => ({ ...item, removed: { reason, by: by.role, at } }))
    }
    case 'restore-item': {
      if (handover.state !== 'draft') return conflict('items are put back before the outgoing shift signs')
      if (command.itemId === undefined) return invalid('itemId', 'names the item')
      return changeItem(handover, command.itemId, (item) => ({ ...item, removed: null }))
    }
    case 'open-item': {
      if (handover.state !== 'open') return conflict('the outgoing shift has not signed yet')
      if (command.itemId === undefined) return invalid('itemId', 'names the item')
      return changeItem(handover, command.itemId, (item) => ({ ...item, seen: true }))
    }
    case 'accept':
      break
  }
  if (handover.state !== 'open') return conflict('the outgoing shift has not signed yet')
  const unseen = unseenItems(handover)
  if (unseen.length > 0) return conflict(`${unseen.length} flagged items have not been opened`)
  return {
    ok: true,
    handover: {
      ...handover,
      state: 'accepted',
      rev: handover.rev + 1,
      signOffs: { ...handover.signOffs, incoming: { role: by.role, at } },
    },
  }
}
