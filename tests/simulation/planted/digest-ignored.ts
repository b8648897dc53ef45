import type { PlantedBug } from '../world.ts'

const without = (payload: unknown) => ({ ...(payload as object), digest: undefined })

export const digestIgnored: PlantedBug = {
  mother: {
    wrap: (mother) => ({
      ...mother,
      pull: (caller, payload) => mother.pull(caller, without(payload)),
      acknowledge: (caller, payload) => mother.acknowledge(caller, without(payload)),
    }),
  },
}
