import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { RoostError } from '../../../lib/protocol/error.ts'
import { limits } from '../../../lib/protocol/limits.ts'
import { createMother } from '../../../server/core/create-mother.ts'
import { createInProcessBus } from '../../../server/core/in-process-bus.ts'
import type { Mother } from '../../../server/core/mother.ts'
import { noMetrics } from '../../../server/core/ports/metrics.ts'
import type { Store } from '../../../server/core/ports/store.ts'
import { createConnectedDevices } from '../../../server/live/connected-devices.ts'
import { serveConnection } from '../../../server/live/connection.ts'
import { createDeviceLists } from '../../../server/live/events/device-lists.ts'
import type { DeviceSocket } from '../../../server/live/types.ts'
import { backUp } from '../../../server/operations/backup/backup.ts'
import { restore } from '../../../server/operations/backup/restore.ts'
import { openDatabase } from '../../../server/sqlite/database/open-database.ts'
import { createSqliteStore } from '../../../server/sqlite/store/sqlite-store.ts'
import { createCalls } from '../../../server/traffic/calls.ts'
import type { GatewayDeps } from '../../../server/traffic/gateway-deps.ts'
import { createSemaphore } from '../../../server/traffic/semaphore.ts'
import type { Random } from '../../kit/random.ts'
import type { Scheduler } from '../core/scheduler.ts'
import type { History } from '../history/history.ts'
import { createServerSocket, type ServerSocket } from '../network/server-socket.ts'
import { createLogReader } from './log-reader.ts'
import { type CommitFault, type DatabaseBug, recordDatabase } from './recorded-database.ts'
import { recordMother } from './recorded-mother.ts'
import { createUnsyncedDisk } from './unsynced-disk.ts'

/** The machine of the server: it can crash at any moment, lose what was not synced, and get an older disk. */
export interface MotherHost {
  isUp(): boolean
  /** Counts how often the server was started. */
  incarnation(): number
  /** Told once when this incarnation ends. Returns unsubscribe. */
  onDown(run: () => void): () => void
  /** @throws RoostError `unavailable` while it is down. */
  mother(): Mother
  /** To look at, from outside. */
  store(): Store
  /** The real gateway on a simulated connection; null when the server went down meanwhile. @throws RoostError as a handshake does. */
  connect(token: string, wire: Wire): Promise<(ServerSocket & { begin(): void }) | null>
  crash(): void
  boot(why: 'start' | 'crash' | 'restore'): void
  backup(): void
  backups(): number
  /** Replaces the disk by an older copy. The server must be down. */
  restore(index: number): void
  /** For the next transaction that writes. */
  armCommit(fault: CommitFault): void
  setDiskFull(full: boolean): void
  /** The server rejects calls while it is overloaded. */
  setOverloaded(overloaded: boolean): void
  shiftClock(ms: number): void
  now(): number
  expire(before: number): Promise<void>
  close(): void
}

interface Wire {
  emit(event: string, payload: unknown): void
  unsent(): number
  ended(): void
}

export interface MotherBug extends DatabaseBug {
  wrap?: (mother: Mother, now: () => number) => Mother
  /** False: the gateway does not see what waits on a connection. */
  seesBacklog?: boolean
}

interface HostDeps {
  scheduler: Scheduler
  random: Random
  history: History
  bug: MotherBug
  /** ms since the epoch at the world's beginning. */
  epoch: number
}

export function createMotherHost({ scheduler, random, history, bug, epoch }: HostDeps): MotherHost {
  const folder = mkdtempSync(join(diskFolder(), 'roost-simulation-'))
  const dataDir = join(folder, 'data')
  const file = join(dataDir, 'roost.db')
  mkdirSync(dataDir)
  const unsynced = createUnsyncedDisk(file, join(folder, 'synced.db'))
  let incarnation = 0
  let copies = 0
  let restored = 0
  let connections = 0
  let shift = 0
  let next: CommitFault = 'none'
  let full = false
  let overloaded = false
  let running: {
    mother: Mother
    store: Store
    deps: GatewayDeps
    close: () => void
  } | null = null
  let downListeners = new Set<() => void>()
  let presence: ReturnType<typeof createConnectedDevices>
  let deviceLists: ReturnType<typeof createDeviceLists>
  const sockets = new Map<string, DeviceSocket>()
  const headReads = createSemaphore({ atOnce: 1, waiting: 1 })
  const now = () => epoch + scheduler.now() + shift

  function boot(why: 'start' | 'crash' | 'restore'): void {
    const mine = ++incarnation
    const isMine = () => incarnation === mine && running !== null
    const broken = (where: string) => (error: unknown) => {
      if (isMine() && !isExpected(error)) history.add({ type: 'broken', where, message: String(error) })
    }
    const db = openDatabase(file)
    const reader = createLogReader(db)
    const bus = createInProcessBus(broken('bus'))
    const recorded = recordDatabase({
      ...{ db, reader, bug, crash },
      isDead: () => incarnation !== mine,
      fault() {
        const fault = full ? 'diskFull' : next
        if (!full) next = 'none'
        return fault
      },
      committed() {
        unsynced.committed(db)
        const changes = reader.changes()
        if (changes.users.length + changes.devices.length > 0) history.add({ type: 'commit', ...changes })
      },
    })
    const store = createSqliteStore(recorded)
    const whole = createMother({
      ...{ store, bus, now, randomBytes: random.bytes, baseUrl: () => 'http://roost.simulated' },
      onError: broken('mother'),
    })
    const planted = bug.wrap?.(whole, now) ?? whole
    const mother = recordMother(planted, history, isMine)
    const log = {
      error: ({ err }: { err: unknown }) => broken('gateway')(err),
      warn: () => {},
      info: () => {},
      debug: () => {},
    }
    const deps = {
      ...{ mother, bus, calls: createCalls(), log, origins: [], trustProxy: 0, metrics: noMetrics },
      rateLimits: {
        async call() {
          if (overloaded) throw new RoostError('rate_limited', 'too many tries', { retryAfterMs: 2_000 })
        },
      },
    } as unknown as GatewayDeps
    presence = createConnectedDevices(mother, () => {})
    deviceLists = createDeviceLists({
      read: (userId) => mother.listDevices(userId),
      emit: (ids, list) => {
        for (const id of ids) sockets.get(id)?.emit('devices', list)
      },
      everyMs: limits.devicesEventMs,
      onError: () => {},
    })
    unsynced.opened(db)
    running = {
      ...{ mother, store, deps },
      close: () => db.close(),
    }
    history.add({ type: 'opened', why, ...reader.whole() })
    reader.changes()
  }

  function crash(): void {
    const was = running
    if (!was) return
    running = null
    incarnation++
    history.add({ type: 'crashed' })
    const listeners = downListeners
    downListeners = new Set()
    for (const run of [...listeners]) run()
    // Not now: it may have died in the middle of a call on it.
    closing = was.close
    scheduler.after(0, settleClose)
  }
  let closing: (() => void) | null = null
  function settleClose(): void {
    closing?.()
    closing = null
  }

  const host: MotherHost = {
    isUp: () => running !== null,
    incarnation: () => incarnation,
    onDown(run) {
      const set = downListeners
      set.add(run)
      return () => set.delete(run)
    },
    mother() {
      if (!running) throw new RoostError('unavailable', 'the server is down')
      if (overloaded) throw new RoostError('rate_limited', 'too many tries', { retryAfterMs: 2_000 })
      return running.mother
    },
    store() {
      if (!running) throw new Error('the server is down')
      return running.store
    },
    async connect(token, wire) {
      const mine = incarnation
      if (!running) return null
      const { deps } = running
      const caller = await running.mother.authenticate(token)
      if (incarnation !== mine) return null
      const connection = ++connections
      const alive = () => incarnation === mine
      const id = String(connection)
      const server = createServerSocket({
        id,
        caller,
        unsent: bug.seesBacklog === false ? () => 0 : wire.unsent,
        emit(event, payload) {
          if (!alive()) return
          const unsent = wire.unsent()
          history.add({ type: 'emitted', connection, event, payload, unsent } as never)
          wire.emit(event, payload)
        },
        ended() {
          if (!alive()) return
          history.add({ type: 'disconnected', connection })
          wire.ended()
        },
      })
      return {
        ...server,
        receive: (event, payload, reply) =>
          alive() && server.receive(event, payload, (answer) => alive() && reply(answer)),
        disconnect() {
          if (!alive()) return
          history.add({ type: 'disconnected', connection })
          server.disconnect()
        },
        drained: () => alive() && server.drained(),
        begin() {
          history.add({ type: 'connected', connection, user: caller.userId, device: caller.deviceId })
          sockets.set(id, server.socket)
          void serveConnection(server.socket, deps, { presence, headReads, deviceLists })
        },
      }
    },
    crash,
    boot(why) {
      if (running) return
      settleClose()
      if (why === 'crash') unsynced.loseUnsynced()
      boot(why)
    },
    backup() {
      if (running) backUp(dataDir, join(folder, `backup-${++copies}.db`))
    },
    backups: () => copies,
    restore(index) {
      settleClose()
      // Restore names the old database by the time, which must differ each time.
      restore(dataDir, join(folder, `backup-${index}.db`), new Date(epoch + scheduler.now() + ++restored))
    },
    armCommit(fault) {
      next = fault
    },
    setDiskFull(is) {
      full = is
    },
    setOverloaded(is) {
      overloaded = is
    },
    shiftClock(ms) {
      shift += ms
    },
    now,
    async expire(before) {
      // Retention runs in the background, and tries again an hour later if the disk refuses.
      await running?.store.expire({ before }).catch(() => {})
    },
    close() {
      running?.close()
      running = null
      incarnation++
      settleClose()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return host
}

function isExpected(error: unknown): boolean {
  return error instanceof RoostError
}

/** A disk in memory where there is one: what a crash loses is decided here, not by the machine below. */
function diskFolder(): string {
  return existsSync('/dev/shm') ? '/dev/shm' : tmpdir()
}
