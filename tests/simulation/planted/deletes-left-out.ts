import type { PlantedBug } from '../world.ts'

export const deletesLeftOut: PlantedBug = {
  mother: {
    wrap: (mother) => ({
      ...mother,
      async pull(caller, payload) {
        const batch = await mother.pull(caller, payload)
        return { ...batch, messages: batch.messages.filter((it) => !it.includes('"kind":"delete"')) }
      },
    }),
  },
}
