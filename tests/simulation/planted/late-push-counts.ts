import type { PlantedBug } from '../world.ts'

export const latePushCounts: PlantedBug = {
  disk: {
    wrap: (store, { write }) => ({
      ...store,
      async apply(batches, generation) {
        const applied = await store.apply(batches, generation)
        const last = batches.at(-1)
        if (applied.outcome !== 'old' || !last || last.upTo >= applied.position.cursor) return applied
        await write(async (tables) => {
          const record = await tables.meta.get('state')
          if (record?.name !== 'state') return
          const present = { ...record.state.present, cursor: last.upTo, digest: last.digest }
          tables.meta.put({ name: 'state', state: { ...record.state, present } })
        })
        return applied
      },
    }),
  },
}
