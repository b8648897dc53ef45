import type { CatchUpProgress, Level } from '../../../lib/core/inbox/catch-up.ts'
import { createLocalPuller, type Puller } from '../../../lib/core/inbox/puller.ts'
import { syncOnce } from '../../../lib/core/sync-once.ts'
import { RoostError } from '../../../lib/protocol/error.ts'
import type { Random } from '../../kit/random.ts'
import { createProcess, type Process } from '../core/process.ts'
import type { Scheduler } from '../core/scheduler.ts'
import type { DeviceDisk } from './disk.ts'
import { createSimulatedHttp, type HttpDeps } from './http.ts'

/** A page that hears nothing for so long asks again, as lib/browser/worker-puller.ts does. */
const SILENCE_MS = 4_000
const TRIES = 3

export interface WorkerDeps {
  deviceId: string
  scheduler: Scheduler
  random: Random
  disk: DeviceDisk
  http: Omit<HttpDeps, 'process' | 'isCut'>
  /** ms since the epoch by this device's clock. */
  now: () => number
  revoked: () => void
}

export interface Worker {
  /** For a page: pulls in the worker, on a handle of its own. */
  pullerFor(page: Process, here: Puller): Puller
  /** Background sync: pulls, then sends the outbox. */
  sync(): void
  /** Those that run now. */
  running(): Process[]
}

/** The service worker of a browser, for one device: a second writer on the same store that may be killed at any moment. */
export function createWorker(deps: WorkerDeps): Worker {
  const { deviceId, scheduler, random, disk } = deps
  let running: Process[] = []
  let runs = 0

  function start() {
    const process = createProcess(`${deviceId}/worker ${++runs}`)
    running = [...running.filter((it) => it.isAlive()), process]
    const store = disk.open(process, () => {})
    const http = createSimulatedHttp({ ...deps.http, process, isCut: () => false })
    return { process, store, http, puller: createLocalPuller(store, http) }
  }

  /** Asks the worker once. Returns null when no answer came. */
  function ask(page: Process, signal: AbortSignal, report: (at: CatchUpProgress) => void): Promise<Level | null> {
    const { process, puller, store } = start()
    return new Promise((resolve, reject) => {
      const stop = new AbortController()
      let silence = () => {}
      const giveUp = () => page.enter(() => resolve(null))
      const heard = () => {
        silence()
        silence = scheduler.after(SILENCE_MS, () => (process.isAlive() ? heard() : giveUp()))
      }
      const tell = (run: () => void) =>
        scheduler.after(random.int(0, 3), () => {
          heard()
          page.enter(run)
        })
      signal.addEventListener('abort', () => {
        silence()
        reject(signal.reason)
        scheduler.after(random.int(0, 3), () => process.enter(() => stop.abort()))
      })
      heard()
      puller
        .pull(stop.signal, (at) => tell(() => report(at)))
        .then(
          (level) => tell(() => resolve(level)),
          (error) => tell(() => reject(error)),
        )
        .finally(() => {
          store.close()
          scheduler.after(4, () => {
            silence()
            process.kill()
          })
        })
    })
  }

  async function syncNow(): Promise<void> {
    const { process, store, http } = start()
    const { signal } = new AbortController()
    try {
      const after = (ms: number, run: () => void) => {
        scheduler.after(ms, () => process.enter(run))
        return () => {}
      }
      await syncOnce({ store, http, clock: { now: deps.now, after }, signal })
    } catch (error) {
      if (error instanceof RoostError && error.code === 'revoked') {
        await store.wipe().catch(() => {})
        deps.revoked()
      }
    } finally {
      store.close()
      process.kill()
    }
  }

  return {
    running: () => running.filter((it) => it.isAlive()),
    sync: () => void syncNow(),
    pullerFor: (page, here) => ({
      async pull(signal, report) {
        for (let tries = 0; tries < TRIES; tries++) {
          if (signal.aborted) break
          const level = await ask(page, signal, report)
          if (level) return level
        }
        signal.throwIfAborted()
        return here.pull(signal, report)
      },
    }),
  }
}
