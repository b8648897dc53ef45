import type { PlantedBug } from '../world.ts'

export const pastTheGap: PlantedBug = {
  disk: {
    wrap: (store) => ({
      ...store,
      async apply(batches, generation) {
        const { cursor } = await store.position()
        return store.apply(
          batches.map((it) => ({ ...it, from: Math.min(it.from, cursor) })),
          generation,
        )
      },
    }),
  },
}
