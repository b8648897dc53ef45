import { openMother, temporaryDir } from '../parts/data.ts'
import { manyUsers } from '../parts/many-users.ts'
import { type BenchServer, startLimit, startLoad, startRoost } from '../parts/server.ts'
import type { Round, Row, Size } from '../row.ts'

const DEVICES: Record<Size, number> = { tiny: 20, full: 5_000, huge: 5_000 }
/** These connect and leave before anything is counted: memory that the server takes on first use belongs to no connection. */
const FIRST = 200

export const memory: Row = {
  id: 'memory',
  work: '5,000 devices that are connected and idle; the limit is as many connections to a bare Socket.IO server',
  lines: [
    {
      what: 'memory of the process for each',
      figure: 'each',
      unit: 'KiB',
      better: 'less',
      side: 'roost',
      against: 'echo',
      target: 1.3,
    },
  ],
  async open(size): Promise<Round> {
    const data = temporaryDir()
    const mother = openMother(data.dir)
    const tokens = await manyUsers(mother, DEVICES[size], 0)
    await mother.close()
    return {
      sides: {
        roost: async () => ({ each: await kibibytesEach(() => startRoost(data.dir), tokens) }),
        echo: async () => ({ each: await kibibytesEach(() => startLimit('echo'), tokens) }),
      },
      async [Symbol.asyncDispose]() {
        data[Symbol.dispose]()
      },
    }
  },
}

/** Measures a new process: a process that has held connections before still has their memory. */
async function kibibytesEach(start: () => Promise<BenchServer>, tokens: readonly string[]): Promise<number> {
  await using server = await start()
  await using load = startLoad('idle')
  const { port } = server
  await load.call('open', { port, tokens: tokens.slice(0, FIRST) })
  await load.call('close')
  const before = await server.call<number>('memory')
  await load.call('open', { port, tokens })
  const after = await server.call<number>('memory')
  return (after - before) / 1_024 / tokens.length
}
