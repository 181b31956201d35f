import type { Service } from '../serve.ts'
import { REFERENCE_SERVICES } from './reference-handlers.ts'
import { REGISTER_SERVICES } from './register-handlers.ts'
import { SHIFT_SERVICES } from './shift-handlers.ts'
import { WALL_LINK_SERVICES } from './wall-link-handlers.ts'

/** What no first picture asks for: loaded with the first question for any of it. */
export const LATER_SERVICES: readonly Service[] = [
  ...REFERENCE_SERVICES,
  ...REGISTER_SERVICES,
  ...SHIFT_SERVICES,
  ...WALL_LINK_SERVICES,
]
