/** Names of the live `event` frames of a shift. */
export const LOG_EVENT = 'log'
export const HANDOVER_EVENT = 'handover'
