import { makeDevices, openMother, temporaryDir } from '../parts/data.ts'
import { startServers } from '../parts/servers.ts'
import type { Round, Row, Size } from '../row.ts'

const RECEIVERS = 10
const MESSAGES: Record<Size, number> = { tiny: 50, full: 10_000, huge: 10_000 }

export const fanOut: Row = {
  id: 'fan-out',
  work: 'one sender with 64 messages in flight, ten more devices of its user online; the limit is a bare Socket.IO room emit',
  lines: [
    {
      what: 'messages delivered to ten devices',
      figure: 'rate',
      unit: 'deliveries/s',
      better: 'more',
      side: 'roost',
      against: 'room',
      target: 0.6,
    },
  ],
  async open(size): Promise<Round> {
    const data = temporaryDir()
    const mother = openMother(data.dir)
    const tokens = (await makeDevices(mother, 'one user', 1 + RECEIVERS)).map((it) => it.token)
    await mother.close()
    const servers = await startServers(data.dir, { limit: 'room', load: 'fan-out' }, data)
    const messages = MESSAGES[size]

    async function side(port: number) {
      await servers.load.call('open', { port, tokens })
      const ms = await servers.load.call<number>('run', { messages })
      await servers.load.call('close')
      return { rate: ((messages * RECEIVERS) / ms) * 1_000 }
    }

    return {
      sides: { roost: () => side(servers.roost.port), room: () => side(servers.limit.port) },
      [Symbol.asyncDispose]: () => servers[Symbol.asyncDispose](),
    }
  },
}
