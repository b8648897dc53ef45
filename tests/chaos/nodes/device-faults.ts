import { setTimeout as wait } from 'node:timers/promises'
import { pathOf } from '../../../lib/protocol/calls.ts'
import { createHttpTransport } from '../../../lib/transport/http.ts'
import { openPostgresStore } from '../../../server/postgres/open-postgres-store.ts'
import { createHttpClient } from '../../kit/clients/http-client.ts'
import { runSql } from '../../kit/postgres/run-sql.ts'
import { recordTransport } from '../devices/recorded-transport.ts'
import { readLog } from './committed.ts'
import type { NodeFault } from './fault.ts'
import { createLateRecorder } from './late-recorder.ts'
import type { NodesWorld } from './world.ts'

const LOOK_MS = 50
const LAST_READ = 'SELECT timestamp FROM message WHERE user_id = $1 AND version = $2'
/** No server listens there. */
const NOWHERE = { url: 'http://127.0.0.1:9' }
/** More than all buffers between a node and a device can hold. */
const MUCH = { messages: 500, units: 60_000 }

/** Faults of single devices, which other devices must not notice. */
export const deviceFaults = { awayForLong, readsNothing, removed }

/** The device comes back after retention has passed it. */
async function awayForLong(world: NodesWorld, databaseUrl: string): Promise<NodeFault> {
  const { nodes, listeners, recorder, user } = world
  const [node] = nodes
  if (!node) throw new Error('there are no nodes')
  const device = await world.join('Away', node)
  listeners.push(device)
  return {
    name: 'a device away until retention has passed it',
    begin: () => device.moveTo(NOWHERE),
    async end() {
      await using stack = new AsyncDisposableStack()
      const store = await openPostgresStore(databaseUrl)
      stack.defer(store.close)
      world.before = await readLog(databaseUrl, user)
      // Removes only what was read before: newer messages must not go before a device has seen them.
      const [last] = await runSql(databaseUrl, LAST_READ, [user, world.before.head])
      await store.expire({ before: Number(last.timestamp) })
      recorder.add({ type: 'commit', users: [{ ...(await readLog(databaseUrl, user)), added: [] }], devices: [] })
      device.moveTo(node)
    },
  }
}

/** The connection of the device stays open and much is pushed, but it reads nothing. */
async function readsNothing(world: NodesWorld, databaseUrl: string): Promise<NodeFault> {
  const [, node] = world.nodes
  const [writer] = world.devices
  if (!node || !writer) throw new Error('there are no nodes')
  const late = createLateRecorder(world.recorder)
  const device = await world.join('Slow', node, late)
  world.listeners.push(device)
  const head = () => headOf(databaseUrl, world.user)
  return {
    name: 'a device that reads nothing, while much is written',
    async begin() {
      device.way.stall('down')
      const before = await head()
      for (let n = 1; n <= MUCH.messages; n++) await writer.write(`${n} ${'much '.repeat(MUCH.units / 5)}`, 'all')
      while ((await head()) < before + MUCH.messages) await wait(LOOK_MS)
    },
    async end() {
      late.readsAgain(await head())
      device.way.clear()
    },
  }
}

/** The device is removed on one node while it is live on another that cannot hear Redis. Its token is still used. */
async function removed(world: NodesWorld, databaseUrl: string): Promise<NodeFault> {
  const { nodes, devices, recorder, user } = world
  const [node, other] = nodes
  const [by] = devices
  if (!node || !other || !by) throw new Error('there are no nodes')
  const late = createLateRecorder(recorder)
  const { credentials } = await world.join('Removed', other, late)
  const { deviceId, token } = credentials
  const who = { user, device: deviceId }

  async function call(method: 'offerPairing' | 'claimPairing' | 'revokeDevice', as: Who, payload: unknown, ask: Ask) {
    const id = recorder.nextCall()
    recorder.add({ type: 'call', id, ...as, method, payload })
    const { status, json } = await ask()
    if (status < 300) recorder.add({ type: 'answer', id, ok: true, result: json ?? null })
    else recorder.add({ type: 'answer', id, ok: false, code: json?.error?.code ?? String(status) })
    return json
  }

  return {
    name: 'a device removed on another node',
    async begin() {
      const [here, there] = [createHttpClient(node.url), createHttpClient(other.url)]
      const { code } = await call('offerPairing', who, null, () => there('POST', pathOf('offerPairing'), { token }))
      other.toRedis.stall('down')
      late.revoking()
      const revoker = { user, device: by.credentials.deviceId }
      const { cookie } = await world.signIn()
      await call('revokeDevice', revoker, { deviceId }, () =>
        here('DELETE', pathOf('revokeDevice', deviceId), { token: by.credentials.token, cookie }),
      )
      late.revoked(await headOf(databaseUrl, user))
      for (const { url } of nodes) {
        const { pull, send, acknowledge } = recordTransport(createHttpTransport(url, token), who, recorder)
        const messageId = crypto.randomUUID()
        const tries = [
          () => pull({}),
          () => send({ messages: [{ messageId, receiverDeviceId: 'all', content: 'from one who is gone' }] }),
          () => acknowledge({ version: 1 }),
        ]
        for (const it of tries) await it().catch(() => {})
      }
      const claim = { code, name: 'Uninvited' }
      await call('claimPairing', { user: '', device: null }, claim, () =>
        here('POST', pathOf('claimPairing'), { json: claim }),
      )
    },
    end: other.toRedis.clear,
  }
}

async function headOf(databaseUrl: string, user: string): Promise<number> {
  const [log] = await runSql(databaseUrl, 'SELECT head FROM log WHERE user_id = $1', [user])
  return Number(log.head)
}

type Who = { user: string; device: string | null }
type Ask = () => ReturnType<ReturnType<typeof createHttpClient>>
