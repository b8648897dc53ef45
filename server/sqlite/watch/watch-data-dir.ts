import { RoostError } from '../../../lib/protocol/error.ts'
import { bounds, createBallast, type Fullness, fullnessOf, type Space } from '../../config/disk-space.ts'
import type { Log } from '../../core/ports/log.ts'
import type { Store } from '../../core/ports/store.ts'
import type { OpenFiles } from './open-files.ts'

/** Five system calls, about 20 µs. After a file is lost, the server acknowledges writes for no longer than this. */
const EVERY_MS = 250
const RETRY_AFTER_MS = 10_000

export interface DataDirWatch {
  /** Lets a call go on, or @throws RoostError `unavailable`. */
  admit(call: keyof Store, args: readonly unknown[]): void
  /** @throws RoostError `unavailable` when the files are no longer those that are open. */
  requireFiles(): void
  space(): Space
  /** @throws RoostError `unavailable` already when the disk is nearly full: for the operator. */
  requireRoom(): void
  stop(): void
}

interface Watched {
  dir: string
  files: OpenFiles
  spaceOf: (dir: string) => Space
  log: Pick<Log, 'error' | 'warn' | 'info'>
}

export function watchDataDir({ dir, files, spaceOf, log }: Watched): DataDirWatch {
  const ballast = createBallast(dir)
  let lost: string | undefined
  let space: Space = { free: Number.POSITIVE_INFINITY, size: 0 }
  let fullness: Fullness = 'roomy'

  function look() {
    compareFiles()
    measure()
  }

  function compareFiles() {
    const before = lost
    lost = files.lost()
    if (lost !== undefined && before === undefined)
      log.error({ file: lost }, 'was deleted, moved or replaced under this server: nothing is stored until it is back')
    if (lost === undefined && before !== undefined) log.info({ file: before }, 'is back')
  }

  function measure() {
    // Where the folder is gone there is nothing to measure; compareFiles has said so.
    if (lost !== undefined) return
    try {
      space = spaceOf(dir)
      ballast.trim(space)
    } catch (error) {
      return log.warn({ err: error }, 'the free space of DATA_DIR cannot be measured')
    }
    const before = fullness
    fullness = fullnessOf(space)
    if (fullness === before) return
    if (fullness === 'roomy') log.info({ freeBytes: space.free }, 'the disk has room again')
    else log.warn({ freeBytes: space.free }, `the disk is ${fullness}`)
  }

  function requireFiles() {
    if (lost === undefined) return
    throw unavailable('The database of the server was deleted, moved or replaced; nothing was stored')
  }

  look()
  const timer = setInterval(look, EVERY_MS).unref()
  return {
    admit(call, args) {
      requireFiles()
      if (call !== 'append') return
      // A fast writer fills several MB between two looks.
      if (space.free < 2 * bounds(space.size).scarce) measure()
      if (fullness === 'full' && !onlyDeletes(args as Parameters<Store['append']>))
        throw unavailable('The disk of the server is full; nothing was stored')
    },
    requireFiles,
    space: () => space,
    requireRoom() {
      if (fullness === 'nearly full') throw unavailable('the disk is nearly full')
      if (fullness === 'full') throw unavailable('the disk is full: messages are refused until there is room')
    },
    stop() {
      clearInterval(timer)
      files.close()
    },
  }
}

const onlyDeletes = ([, proposals]: Parameters<Store['append']>) =>
  proposals.every((it) => it.valid && it.item.kind === 'delete')

const unavailable = (message: string) => new RoostError('unavailable', message, { retryAfterMs: RETRY_AFTER_MS })

/** The same store, which admits each call first. A call in flight while the files were lost is refused, too. */
export function withWatch(store: Store, { admit, requireFiles }: Pick<DataDirWatch, 'admit' | 'requireFiles'>): Store {
  const calls = Object.entries(store).map(([name, call]) => {
    if (name === 'close' || typeof call !== 'function') return [name, call]
    const run = call as (...args: readonly unknown[]) => Promise<unknown>
    const admitted = async (...args: readonly unknown[]) => {
      admit(name as keyof Store, args)
      const value = await run(...args)
      requireFiles()
      return value
    }
    return [name, admitted]
  })
  return Object.fromEntries(calls) as Store
}
