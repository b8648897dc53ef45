import { RoostError } from '../../../lib/protocol/error.ts'
import type { PlantedBug } from '../world.ts'

export const silentFloor: PlantedBug = {
  mother: {
    wrap: (mother) => ({
      ...mother,
      async pull(caller, payload) {
        try {
          return await mother.pull(caller, payload)
        } catch (error) {
          if (!(error instanceof RoostError) || error.code !== 'cursor_expired') throw error
          const { after } = payload as { after: number }
          return { ...(await mother.pull(caller, { after: error.wire.floor })), from: after }
        }
      },
    }),
  },
}
