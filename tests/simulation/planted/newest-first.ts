import type { Plant } from '../world.ts'

export const newestFirst: Plant = {
  disk: { wrap: (cache) => ({ ...cache, nextRequest: async () => (await cache.nextRequest()).reverse() }) },
}
