import type { PlantedBug } from '../world.ts'

export const emptiedOutbox: PlantedBug = {
  disk: {
    wrap: (store, { write }) => ({
      ...store,
      async nextRequest(now) {
        const request = await store.nextRequest(now)
        const ids = new Set(request.map((it) => it.messageId))
        await write(async (tables) => {
          for (const entry of await tables.outbox.first(0, Number.POSITIVE_INFINITY)) {
            if (ids.has(entry.request.messageId)) tables.outbox.delete(entry.seq)
          }
        })
        return request
      },
    }),
  },
}
