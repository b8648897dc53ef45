import { registerHooks } from 'node:module'

/** One line of the server broken on purpose, in a process that is started with this. `find` stands exactly once in `file`. */
export interface Plant {
  file: string
  find: string
  replace: string
}

/** For the environment of a node. */
export const planted = (plant: Plant): Record<string, string> => ({
  NODE_OPTIONS: `--import=${import.meta.url}`,
  ROOST_PLANT: JSON.stringify(plant),
})

const here = process.env.ROOST_PLANT
if (here !== undefined) {
  const { file, find, replace } = JSON.parse(here) as Plant
  registerHooks({
    load(url, context, next) {
      const loaded = next(url, context)
      if (!url.endsWith(file)) return loaded
      const source = String(loaded.source)
      if (source.split(find).length !== 2) throw new Error(`${file} has not got it once: ${find}`)
      return { ...loaded, source: source.replace(find, () => replace) }
    },
  })
}
