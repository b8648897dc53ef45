import type { PlantedBug } from '../world.ts'

export const newestFirst: PlantedBug = {
  disk: { wrap: (store) => ({ ...store, nextRequest: async () => (await store.nextRequest()).reverse() }) },
}
