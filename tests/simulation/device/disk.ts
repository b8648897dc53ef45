import { StorageError } from '../../../lib/core/ports.ts'
import { createMemoryDatabase } from '../../../lib/memory/memory.ts'
import { createDeviceStore } from '../../../lib/storage/device-store.ts'
import type { LocalStore } from '../../../lib/storage/local-store.ts'
import type { Tables, Transactions } from '../../../lib/storage/tables.ts'
import type { Random } from '../../kit/random.ts'
import type { Process } from '../core/process.ts'
import type { Scheduler } from '../core/scheduler.ts'
import type { History } from '../history/history.ts'
import { markApplies } from './mark-applies.ts'
import { createStoredRecorder } from './stored-recorder.ts'
import type { Change } from './watched-tables.ts'
import { watchTables } from './watched-tables.ts'

/**
 * A browser's storage of one device. Tabs and the worker may open any number of handles on it. It runs one transaction at a
 * time, rolls back the transaction of a process that dies, and takes time to commit.
 */
export interface DeviceDisk {
  open(process: Process, onClosed: () => void): LocalStore
  /** The browser throws it all away. Open handles are closed. */
  evict(): void
  /** While it is full, every transaction that puts something fails. */
  setFull(full: boolean): void
  /** The next writing transaction fails after so many puts, or when it is to commit. */
  failNext(puts: number): void
  /** Reads what is there, from outside of the simulated world. */
  look<T>(read: (tables: Tables) => Promise<T>): Promise<T>
}

export interface DiskDeps {
  deviceId: string
  scheduler: Scheduler
  random: Random
  history: History
  bug: DiskBug
}

/** Where a classic bug can be planted; all absent in the real thing. */
export interface DiskBug {
  /** The cursor is stored in a transaction of its own, before the messages. */
  cursorFirst?: boolean
  /** A write is answered before it is on disk. */
  answerEarly?: boolean
  wrap?: (store: LocalStore, transactions: Transactions) => LocalStore
}

interface Job {
  process: Process
  kind: 'read' | 'write'
  batches: { from: number; upTo: number }[] | null
  run: (tables: Tables) => Promise<unknown>
  settle: (outcome: { value: unknown } | { error: unknown }) => void
}

export function createDeviceDisk({ deviceId, scheduler, random, history, bug }: DiskDeps): DeviceDisk {
  let tables = createMemoryDatabase().tables
  let recorder = createStoredRecorder()
  let queue: Job[] = []
  let running: Job | null = null
  let undo = () => {}
  let full = false
  let failAfter = Number.POSITIVE_INFINITY
  const handles = new Set<{ closed: boolean; onClosed: () => void }>()

  function next(): void {
    if (running) return
    let job = queue.shift()
    while (job && !job.process.isAlive()) job = queue.shift()
    if (!job) return
    running = job
    void carryOut(job)
  }

  function finish(job: Job, outcome: { value: unknown } | { error: unknown }): void {
    if (running !== job) return
    running = null
    job.settle(outcome)
    next()
  }

  async function carryOut(job: Job): Promise<void> {
    const steps = Object.values(tables).map((table) => table.savepoint())
    undo = () => {
      for (const step of steps) step()
    }
    const changes: Change[] = []
    const watched = watchTables(tables, {
      mayGoOn: () => running === job && job.process.step(),
      changing(change) {
        changes.push(change)
        if (full && change.type === 'put') throw quota()
        if (failAfter-- <= 0) throw failed()
      },
    })
    try {
      const value = await job.run(watched)
      if (running !== job) return
      if (changes.length === 0) return finish(job, { value })
      if (bug.answerEarly) job.settle({ value })
      scheduler.after(random.chance(0.7) ? 0 : random.int(1, 30), () => commit(job, changes, value))
    } catch (error) {
      if (running !== job) return
      if (failAfter < 0) failAfter = Number.POSITIVE_INFINITY
      undo()
      finish(job, { error })
    }
  }

  function commit(job: Job, changes: Change[], value: unknown): void {
    if (running !== job) return
    if (failAfter !== Number.POSITIVE_INFINITY) {
      failAfter = Number.POSITIVE_INFINITY
      undo()
      finish(job, { error: failed() })
    } else if (bug.cursorFirst && job.batches) commitCursorFirst(job, changes, value)
    else {
      record(job, changes)
      finish(job, { value })
    }
  }

  /** The planted bug: two transactions where there should be one. */
  function commitCursorFirst(job: Job, changes: Change[], value: unknown): void {
    undo()
    const repeat = (some: Change[]) => {
      for (const change of some) change.again()
      record(job, some)
    }
    repeat(changes.filter((it) => it.table === 'meta'))
    undo = () => {}
    scheduler.after(random.int(0, 20), () => {
      if (running !== job) return
      repeat(changes.filter((it) => it.table !== 'meta'))
      finish(job, { value })
    })
  }

  function record(job: Job, changes: Change[]): void {
    history.add({ type: 'stored', device: deviceId, ...recorder.read(changes), batches: job.batches })
  }

  function open(process: Process, onClosed: () => void): LocalStore {
    const handle = { closed: false, onClosed: () => process.enter(onClosed) }
    handles.add(handle)
    /** The storage's methods begin their transaction before they return: so its `apply` can be told apart from the rest. */
    let applying: Job['batches'] = null

    const submit = <T>(kind: Job['kind'], run: (tables: Tables) => Promise<T>): Promise<T> => {
      const batches = applying
      if (!process.step()) return new Promise(() => {})
      if (handle.closed) return Promise.reject(closed())
      return new Promise<T>((resolve, reject) => {
        const settle: Job['settle'] = (outcome) =>
          process.enter(() => ('error' in outcome ? reject(outcome.error) : resolve(outcome.value as T)))
        queue.push({ process, kind, batches, run, settle })
        scheduler.after(0, next)
      })
    }

    process.onKill(() => {
      handle.closed = true
      handles.delete(handle)
      if (running?.process !== process) return
      undo()
      running = null
      scheduler.after(0, next)
    })
    const transactions: Transactions = {
      read: (run) => submit('read', run),
      write: (run) => submit('write', run),
      close() {
        handle.closed = true
        handles.delete(handle)
      },
    }
    const whole = markApplies(createDeviceStore(deviceId, transactions), (ranges) => {
      applying = ranges
    })
    return bug.wrap ? bug.wrap(whole, transactions) : whole
  }

  return {
    open,
    evict() {
      for (const handle of handles) {
        handle.closed = true
        handle.onClosed()
      }
      handles.clear()
      const lost = running ? [running, ...queue] : queue
      queue = []
      running = null
      tables = createMemoryDatabase().tables
      recorder = createStoredRecorder()
      history.add({ type: 'evicted', device: deviceId })
      for (const job of lost) job.settle({ error: closed() })
    },
    setFull(is) {
      full = is
    },
    failNext(puts) {
      failAfter = puts
    },
    look: (read) => read(tables),
  }
}

const closed = () => new StorageError('closed')
const quota = () => new StorageError('quota')
const failed = () => new StorageError('failed')
