import type { Hello } from '../../protocol/device.ts'
import type { DeviceStore, Position } from '../ports.ts'
import type { Acker } from './acker.ts'
import type { Applier } from './applier.ts'
import type { Level } from './catch-up.ts'
import type { ProgressMeter } from './progress.ts'

export interface LevelerDeps {
  store: Pick<DeviceStore, 'position' | 'rebuilding'>
  progress: ProgressMeter
  applier: Applier
  acker: Acker
  pull: (stop: AbortSignal) => Promise<Level>
  /** A pull begins. */
  began: () => void
  /** This device holds everything up to the server's head. */
  level: () => void
  failed: (error: unknown) => void
}

/** Brings a connected device to the server's head. It pulls only if there is something to pull. */
export function createLeveler({ store, progress, applier, acker, ...deps }: LevelerDeps) {
  function reach(position: Position, head: number): void {
    progress.headIs(head)
    applier.open(position)
    acker.remind(position)
    deps.level()
  }

  /** Ends in `level` or `failed`, unless it is aborted. */
  async function pull(cursor: number, stop: AbortSignal): Promise<void> {
    progress.begin(cursor)
    deps.began()
    try {
      const { position, head } = await deps.pull(stop)
      if (!stop.aborted) reach(position, head)
    } catch (error) {
      if (!stop.aborted) deps.failed(error)
    }
  }

  return {
    pull,
    /** Compares this device's position with the server's greeting. */
    async compare(hello: Hello) {
      const here = await store.position()
      const rebuilding = (await store.rebuilding()) !== null
      return { here, isLevel: !rebuilding && here.cursor === hello.head && here.digest === hello.digest }
    },
    reach,
  }
}
