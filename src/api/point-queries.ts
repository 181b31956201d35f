import { queryOptions } from '@tanstack/react-query'
import { callList } from './call-list.ts'
import { MASTER_DATA } from './query-policy.ts'

export const pointQueries = {
  /**
   * All points of a park that keep the contract; the others are counted in data health. `settled`: what else has to be
   * there before they are handed out.
   */
  list: (parkId: string, settled: () => Promise<void> = () => Promise.resolve()) =>
    queryOptions({
      queryKey: ['parks', parkId, 'points'],
      queryFn: async ({ signal }) => {
        const points = await callList('points', { params: { parkId }, signal })
        await settled()
        return points
      },
      structuralSharing: false,
      ...MASTER_DATA,
    }),
}
