import { binRequestSchema } from '../../../lib/protocol/bin.ts'
import { parse } from '../../../lib/protocol/values/parse.ts'
import type { MotherDeps } from '../deps.ts'
import type { Mother } from '../mother.ts'

export function createBinCalls({ store }: Pick<MotherDeps, 'store'>) {
  return {
    bin: async (userId, payload, by) => store.bin(userId, parse(binRequestSchema, payload).before, by),
    emptyBin: (userId, by) => store.emptyBin(userId, by),
  } satisfies Partial<Mother>
}
