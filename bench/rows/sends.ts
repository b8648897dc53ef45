import { makeDevices, openMother, temporaryDir } from '../parts/data.ts'
import { startServers } from '../parts/servers.ts'
import type { Line, Round, Row, Size } from '../row.ts'

const SENDERS = [1, 16, 50] as const
const MESSAGES: Record<Size, number> = { tiny: 100, full: 20_000, huge: 20_000 }
const TARGET_AT = 50

/** Each sender is a user of its own, so that nothing is counted but sends: all devices of a user are pushed to. */
export const sends: Row = {
  id: 'sends',
  work: '1, 16 and 50 senders with 64 messages in flight each, acknowledged after the sync to disk; the limit is a bare Socket.IO echo with acknowledgement',
  lines: SENDERS.map(
    (senders): Line => ({
      what: `durable sends, ${senders} ${senders === 1 ? 'sender' : 'senders'}`,
      figure: `rate of ${senders}`,
      unit: 'messages/s',
      better: 'more',
      side: 'roost',
      against: 'echo',
      ...(senders === TARGET_AT && { target: 0.5 }),
    }),
  ),
  async open(size): Promise<Round> {
    const data = temporaryDir()
    const mother = openMother(data.dir)
    const users = Array.from({ length: Math.max(...SENDERS) }, (_, n) => makeDevices(mother, `sender ${n}`, 1))
    const tokens = (await Promise.all(users)).flat().map((it) => it.token)
    await mother.close()
    const servers = await startServers(data.dir, { limit: 'echo', load: 'senders' }, data)

    async function side(port: number) {
      const figures: Record<string, number> = {}
      const messages = MESSAGES[size]
      for (const senders of SENDERS) {
        await servers.load.call('open', { port, tokens: tokens.slice(0, senders) })
        figures[`rate of ${senders}`] = (messages / (await servers.load.call<number>('run', { messages }))) * 1_000
        await servers.load.call('close')
      }
      return figures
    }

    return {
      sides: { roost: () => side(servers.roost.port), echo: () => side(servers.limit.port) },
      [Symbol.asyncDispose]: () => servers[Symbol.asyncDispose](),
    }
  },
}
