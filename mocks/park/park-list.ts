/** Parks that ship with the project, the first one opens by default. */
export const PARK_IDS = ['bau-bang'] as const
