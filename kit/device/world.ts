import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Broken, Skipped, within } from '../judge/demand.ts'
import type { Account } from './answer-call.ts'
import { type ClientProcess, createClient, type Dump } from './client-process.ts'
import { type FaultyServer, startFaultyServer } from './faulty-server.ts'
import { History } from './history.ts'
import { expectHeld } from './judge-dump.ts'

/** The client that is tested, and how long the kit waits for anything that it has to do. */
export interface TestedClient {
  command: readonly string[]
  patienceMs: number
}

/** A faulty server and a new client that is paired with it and in step. */
export interface World extends AsyncDisposable {
  server: FaultyServer
  account: Account
  client: ClientProcess
  patienceMs: number
  /** Starts the client again with what it has kept. */
  restart(): void
  /** Kills the client and starts it again. */
  killed(): Promise<void>
  /** Resolves when the condition holds. @throws Broken when it does not within the patience. */
  until(condition: () => boolean, what: string): Promise<void>
  /** Waits until the client has a stream. @throws Skipped when it never opens one. */
  live(): Promise<void>
  /** Waits until the client is level with the server and has nothing to send, and judges what it holds. */
  inStep(): Promise<Dump>
  /** The contents that the client has sent, in the order of versions. */
  sentByClient(): string[]
}

export interface WorldOptions {
  hasStream?: boolean
  heartbeatMs?: number
}

/** A machine that starts many clients at once takes its time. */
const START_PATIENCE_MS = 60_000
/** A stream is opened soon or never. */
const STREAM_PATIENCE_MS = 5_000
const LOOK_MS = 50

export async function openWorld(tested: TestedClient, options: WorldOptions = {}): Promise<World> {
  const account = newAccount(options)
  const server = await startFaultyServer(account)
  const data = mkdtempSync(join(tmpdir(), 'roost-kit-client-'))
  const client = createClient(tested.command, tested.patienceMs)
  const env = { ROOST_SERVER: server.url, ROOST_DATA: data }

  async function until(condition: () => boolean, what: string, ms = tested.patienceMs) {
    if (condition()) return
    const met = Promise.withResolvers<void>()
    const look = () => condition() && met.resolve()
    const stop = server.onProgress(look)
    // The end of the client is no progress of the server.
    const timer = setInterval(look, LOOK_MS)
    try {
      await within(ms, met.promise, what)
    } catch (error) {
      throw error instanceof Broken ? new Broken(`${error.message}. ${client.lastWords()}`) : error
    } finally {
      clearInterval(timer)
      stop()
    }
  }
  const isLevel = () => account.lastReceivedVersion === account.history.head

  const world: World = {
    ...{ server, account, client, patienceMs: tested.patienceMs },
    restart: () => client.start(env),
    async killed() {
      await client.kill()
      world.restart()
    },
    until: (condition, what) => until(condition, what),
    async live() {
      try {
        await until(() => server.streams.count() > 0, 'a stream', Math.min(STREAM_PATIENCE_MS, tested.patienceMs))
      } catch (error) {
        if (server.streams.everOpened()) throw error
        throw new Skipped('the client opens no stream')
      }
    },
    async inStep() {
      await until(isLevel, `an ack of version ${account.history.head}`)
      return expectHeld(world)
    },
    sentByClient: () =>
      account.history
        .visibleTo(account.client)
        .filter((it) => it.senderDeviceId === account.client)
        .map((it) => it.content),
    async [Symbol.asyncDispose]() {
      await client.kill()
      await server[Symbol.asyncDispose]()
      rmSync(data, { recursive: true, force: true })
    },
  }
  client.start({ ...env, ROOST_CODE: account.code })
  try {
    // A client that asks with its token has kept it.
    const isPaired = () => server.calls.some((it) => it.name === 'pull' || it.name === 'stream')
    await until(isPaired, 'a claim and a first pull', Math.max(START_PATIENCE_MS, tested.patienceMs))
  } catch (error) {
    await world[Symbol.asyncDispose]()
    throw error
  }
  return world
}

function newAccount({ hasStream = true, heartbeatMs = 1_000 }: WorldOptions): Account {
  const [client, other, third] = [randomUUID(), randomUUID(), randomUUID()]
  return {
    ...{ history: new History(), userId: randomUUID(), client, other, third, devices: [client, other, third] },
    ...{ token: undefined, code: 'KITK-0DE5', state: 'member', lastReceivedVersion: 0, readUpTo: 0 },
    ...{ heartbeatMs, hasStream },
  }
}
