import type { z } from 'zod'
import type { RegisterId, RowOf } from '../contract/registers.ts'
import { readPages } from './call-list.ts'
import { loadedFor } from './request.ts'

type Rows = { [R in RegisterId]: { schema: z.ZodType<RowOf<R>> } }

/** Schemas of the registers, which no first picture needs. */
const registerRows = async (): Promise<Rows> => (await import('../contract/registers.ts')).REGISTERS

/** All rows of a register of a park, read like any other list and parsed by the register's own schema. */
export async function callRegister<R extends RegisterId>(
  parkId: string,
  registerId: R,
  signal?: AbortSignal,
): Promise<RowOf<R>[]> {
  const input = { params: { parkId, registerId }, ...(signal ? { signal } : {}) }
  const { schema } = (await loadedFor('registerRows', registerRows()))[registerId]
  return readPages('registerRows', `registers/${registerId}`, schema, input)
}
