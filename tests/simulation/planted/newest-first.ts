import type { PlantedBug } from '../world.ts'

export const newestFirst: PlantedBug = {
  disk: { wrap: (store) => ({ ...store, nextRequest: async (now) => (await store.nextRequest(now)).reverse() }) },
}
