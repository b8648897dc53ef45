import { registerHooks } from 'node:module'

/** Breaks one line of the server, in a process that is started with this. `find` stands exactly once in `file`. */
export interface PlantedBug {
  file: string
  find: string
  replace: string
}

/** For the environment of a node. */
export const withBug = (bug: PlantedBug): Record<string, string> => ({
  NODE_OPTIONS: `--import=${import.meta.url}`,
  ROOST_BUG: JSON.stringify(bug),
})

const here = process.env.ROOST_BUG
if (here !== undefined) {
  const { file, find, replace } = JSON.parse(here) as PlantedBug
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
