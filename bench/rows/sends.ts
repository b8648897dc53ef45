import { makeDevices, openMother, temporaryDir } from '../parts/data.ts'
import { startServers } from '../parts/servers.ts'
import type { Line, Round, Row, Size } from '../row.ts'

/** Devices with the library's client, and once at the level of packets, which costs the load next to nothing. */
const CASES = [
  { senders: 1, withLibrary: true },
  { senders: 16, withLibrary: true },
  { senders: 50, withLibrary: true, target: 0.5 },
  { senders: 50, withLibrary: false },
] as const
const MESSAGES: Record<Size, number> = { tiny: 100, full: 20_000, huge: 20_000 }

function nameOf({ senders, withLibrary }: (typeof CASES)[number]): string {
  return `${senders} ${senders === 1 ? 'sender' : 'senders'}${withLibrary ? '' : ', at the level of packets'}`
}

/** Each sender is a user of its own, so that nothing is counted but sends: all devices of a user are pushed to. */
export const sends: Row = {
  id: 'sends',
  work: '1, 16 and 50 senders with 64 messages in flight each, acknowledged after the sync to disk; the limit is a bare Socket.IO echo with acknowledgement',
  lines: CASES.map(
    (it): Line => ({
      what: `durable sends, ${nameOf(it)}`,
      figure: nameOf(it),
      unit: 'messages/s',
      better: 'more',
      side: 'roost',
      against: 'echo',
      ...('target' in it && { target: it.target }),
    }),
  ),
  async open(size): Promise<Round> {
    const data = temporaryDir()
    const mother = openMother(data.dir)
    const users = Array.from({ length: Math.max(...CASES.map((it) => it.senders)) }, (_, n) =>
      makeDevices(mother, `sender ${n}`, 1),
    )
    const tokens = (await Promise.all(users)).flat().map((it) => it.token)
    await mother.close()
    const servers = await startServers(data.dir, { limit: 'echo', load: 'senders' }, data)

    async function side(port: number) {
      const figures: Record<string, number> = {}
      const messages = MESSAGES[size]
      for (const it of CASES) {
        const { senders, withLibrary } = it
        await servers.load.call('open', { port, tokens: tokens.slice(0, senders), withLibrary })
        figures[nameOf(it)] = (messages / (await servers.load.call<number>('run', { messages }))) * 1_000
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
