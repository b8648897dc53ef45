import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { makeDevices, openMother, temporaryDir } from '../parts/data.ts'
import { manyUsers } from '../parts/many-users.ts'
import { startLimit, startLoad, startRoost } from '../parts/server.ts'
import type { Figures, Round, Row, Size } from '../row.ts'

const DEVICES: Record<Size, number> = { tiny: 20, full: 5_000, huge: 5_000 }
const WITHIN_MS: Record<Size, number> = { tiny: 50, full: 1_000, huge: 1_000 }
const MISSED = 100

export const storm: Row = {
  id: 'storm',
  work: '5,000 devices come back within one second, each 100 messages behind, while two devices of another user write and read; the limit fetches the same bytes over plain HTTP',
  lines: [
    {
      what: 'delay of the event loop, p99',
      figure: 'delay',
      unit: 'ms',
      better: 'less',
      side: 'roost',
      against: 100,
      target: 1,
    },
    {
      what: "another user's live message, the worst",
      figure: 'live',
      unit: 'ms',
      better: 'less',
      side: 'roost',
      against: 250,
      target: 1,
    },
    { what: 'until all are level', figure: 'level', unit: 's', better: 'less', side: 'roost', against: 'http' },
  ],
  async open(size): Promise<Round> {
    const data = temporaryDir()
    const before = join(data.dir, 'before')
    mkdirSync(before)
    const mother = openMother(before)
    const tokens = await manyUsers(mother, DEVICES[size], MISSED)
    const others = (await makeDevices(mother, 'somebody else', 2)).map((it) => it.token)
    const { userId, deviceId } = await mother.authenticate(tokens[0])
    const batch = await mother.pull({ userId, deviceId }, { after: 0 })
    const bytes = batch.messages.reduce((sum, it) => sum + Buffer.byteLength(it), 0)
    await mother.close()

    async function roost(): Promise<Figures> {
      // In this copy no device has come back yet.
      const now = join(data.dir, 'now')
      rmSync(now, { recursive: true, force: true })
      cpSync(before, now, { recursive: true })
      await using server = await startRoost(now)
      await using devices = startLoad('storm')
      await using live = startLoad('live')
      const { port } = server
      await live.call('begin', { port, tokens: others })
      await server.call('watchDelay')
      const { ms, refused } = await devices.call<{ ms: number; refused: number }>('comeBack', {
        port,
        tokens,
        missed: MISSED,
        withinMs: WITHIN_MS[size],
      })
      const delay = await server.call<{ p99: number; max: number }>('delay')
      const { middle, worst } = await live.call<{ middle: number; worst: number }>('end')
      return { level: ms / 1_000, delay: delay.p99, 'worst delay': delay.max, live: worst, 'live p50': middle, refused }
    }

    async function http(): Promise<Figures> {
      await using server = await startLimit('bytes')
      await using load = startLoad('storm')
      const storm = { port: server.port, count: tokens.length, bytes, withinMs: WITHIN_MS[size] }
      return { level: (await load.call<{ ms: number }>('fetchBytes', storm)).ms / 1_000 }
    }

    return {
      sides: { roost, http },
      async [Symbol.asyncDispose]() {
        data[Symbol.dispose]()
      },
    }
  },
}
