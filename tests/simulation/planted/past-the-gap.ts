import type { Plant } from '../world.ts'

export const pastTheGap: Plant = {
  disk: {
    wrap: (cache) => ({
      ...cache,
      async apply(batches, generation) {
        const { cursor } = await cache.position()
        return cache.apply(
          batches.map((it) => ({ ...it, from: Math.min(it.from, cursor) })),
          generation,
        )
      },
    }),
  },
}
