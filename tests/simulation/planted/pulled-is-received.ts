import type { Plant } from '../world.ts'

export const pulledIsReceived: Plant = {
  mother: {
    wrap: (mother) => ({
      ...mother,
      async pull(caller, payload) {
        const batch = await mother.pull(caller, payload)
        await mother.acknowledge(caller, { version: batch.upTo })
        return batch
      },
    }),
  },
}
