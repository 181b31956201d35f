import { ALARM_ENDPOINTS } from './alarm-endpoints.ts'
import { PARK_ENDPOINTS } from './park-endpoints.ts'

/** What the first picture of a park asks for: its schemas come with the page. */
export const FIRST_ENDPOINTS = { ...PARK_ENDPOINTS, ...ALARM_ENDPOINTS } as const
