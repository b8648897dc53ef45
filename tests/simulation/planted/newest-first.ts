import type { Plant } from '../world.ts'

export const newestFirst: Plant = {
  disk: { wrap: (store) => ({ ...store, nextRequest: async () => (await store.nextRequest()).reverse() }) },
}
