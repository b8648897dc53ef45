import type { Check } from '../../judge/run-checks.ts'
import type { TestedServer } from '../tested-server.ts'

export type ServerCheck = Check<TestedServer>

export const must = (id: string, says: string, run: ServerCheck['run']): ServerCheck => ({
  id,
  level: 'MUST',
  says,
  run,
})

export const should = (id: string, says: string, run: ServerCheck['run']): ServerCheck => ({
  ...{ id, level: 'SHOULD', says, run },
})
