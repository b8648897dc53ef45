import type { PlantedBug } from '../world.ts'

export const pulledIsReceived: PlantedBug = {
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
