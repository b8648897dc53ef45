import { Broken, demand, same } from '../judge/demand.ts'
import type { Message } from '../server/wire.ts'
import type { Account } from './answer-call.ts'
import type { ClientProcess, Dump } from './client-process.ts'

const PAUSE_MS = 50

/** The fields that make a message. The timestamp is for display only. */
const shape = ({
  version,
  messageId,
  senderDeviceId,
  receiverDeviceId,
  kind,
  targetId,
  contentType,
  content,
}: Message) => ({
  ...{ version, messageId, senderDeviceId, receiverDeviceId, kind, contentType, content },
  ...(targetId === undefined ? {} : { targetId }),
})

/**
 * Demands that a client holds what the server says is for it: all of it up to its cursor, in order, each once, and
 * nothing else. Messages that retention has removed it may keep.
 */
export function expectConsistent(dump: Dump, { history, client }: Account, what: string): void {
  const cursor = dump.cursor ?? 0
  const versions = dump.messages.map((it) => it.version)
  demand(
    versions.every((it, n) => n === 0 || it > (versions[n - 1] ?? 0)),
    `${what}: its messages are not in the order of versions, each once: ${versions.slice(0, 50)}`,
  )
  const held = dump.messages.filter((it) => it.version > history.floor).map(shape)
  const expected = history
    .visibleTo(client, history.floor)
    .filter((it) => it.version <= cursor)
    .map(shape)
  const missing = expected.filter(({ version }) => !versions.includes(version)).map((it) => it.version)
  demand(missing.length === 0, `${what}: with its cursor at ${cursor} it lacks the versions ${missing.slice(0, 20)}`)
  expected.forEach((it, n) => {
    same(held[n], it, `${what}: version ${it.version}`)
  })
  same(held.length, expected.length, `${what}: how many messages it holds up to its cursor, ${cursor}`)
  if (typeof dump.digest === 'string') same(dump.digest, history.digestAt(cursor), `${what}: its digest at ${cursor}`)
}

interface Held {
  client: Pick<ClientProcess, 'dump'>
  account: Account
  patienceMs: number
}

/** Asks for dumps until the client is level and its outbox is empty, and judges the last one. */
export async function expectHeld({ client, account, patienceMs }: Held): Promise<Dump> {
  const until = performance.now() + patienceMs
  for (;;) {
    const dump = await client.dump()
    const waiting = dump.outbox.filter((it) => !it.refused)
    if (dump.cursor === account.history.head && waiting.length === 0) {
      expectConsistent(dump, account, 'in step')
      return dump
    }
    if (performance.now() > until) {
      throw new Broken(`its cursor is ${dump.cursor} of ${account.history.head}, and ${waiting.length} messages wait`)
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
}
