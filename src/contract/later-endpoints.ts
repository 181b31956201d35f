import { REFERENCE_ENDPOINTS } from './reference-endpoints.ts'
import { REGISTER_ENDPOINTS } from './register-endpoints.ts'
import { SHIFT_ENDPOINTS } from './shift-endpoints.ts'
import { WALL_LINK_ENDPOINTS } from './wall-links.ts'

/** What is asked for behind the first picture: some 1,300 schemas that a start would make for nothing. */
export const LATER_ENDPOINTS = {
  ...REFERENCE_ENDPOINTS,
  ...REGISTER_ENDPOINTS,
  ...SHIFT_ENDPOINTS,
  ...WALL_LINK_ENDPOINTS,
} as const
