import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import type { Mutant } from './mutant.ts'
import { serverMutants } from './server-mutants.ts'

// A server loads this first. It gets every bug, each behind a condition that the file ROOST_KIT_BUG switches on.
// A file, because threads of the server share no memory with each other.

const file = process.env.ROOST_KIT_BUG ?? ''
const isOn = (index: number) => readFileSync(file, 'utf8') === String(index)
Object.assign(globalThis, { roostKitBug: isOn })

/** @throws when the text to be replaced is not there, because the code has changed. */
function plant(source: string, mutant: Mutant): string {
  if (source.split(mutant.find).length !== 2) throw new Error(`${mutant.file} has not got it once: ${mutant.find}`)
  const condition = `globalThis.roostKitBug(${serverMutants.indexOf(mutant)})`
  return source.replace(mutant.find, () => mutant.replace.replaceAll('BUG', condition))
}

/** The thread that writes to the database starts without preloaded modules, unless it is told. */
const plantInWriter = (source: string) =>
  source.replace('execArgv: []', () => `execArgv: ['--import', ${JSON.stringify(import.meta.url)}]`)

registerHooks({
  load(url, context, next) {
    const loaded = next(url, context)
    if (url.endsWith('/server/sqlite/writer/writer.ts')) {
      return { ...loaded, source: plantInWriter(String(loaded.source)) }
    }
    const mutants = serverMutants.filter((it) => url.endsWith(`/${it.file}`))
    return mutants.length === 0 ? loaded : { ...loaded, source: mutants.reduce(plant, String(loaded.source)) }
  },
})
