import { binRequestSchema } from '../../../lib/protocol/bin.ts'
import { parse } from '../../../lib/protocol/values/parse.ts'
import type { MotherDeps } from '../deps.ts'
import type { Mother } from '../mother.ts'

export function createBinCalls({ store }: Pick<MotherDeps, 'store'>) {
  return {
    bin: async (userId, payload) => store.bin(userId, parse(binRequestSchema, payload).before),
    emptyBin: (userId) => store.emptyBin(userId),
  } satisfies Partial<Mother>
}
