import type { DeviceState } from '../../core/device-state.ts'
import type { RoostOptions } from '../../core/roost-options.ts'
import { createRunner } from '../../search/runner.ts'
import type { OpenedStorage } from '../shared/open-storage.ts'
import { createSearcher, type Searcher } from './searcher.ts'
import { createWorkerRunner } from './worker-runner.ts'

/** A store in memory is not to be had in a worker. It holds little, so the page searches it itself. */
export function openSearcher(
  options: RoostOptions,
  deviceId: string,
  { store, storage }: OpenedStorage,
  getState: () => DeviceState,
): Searcher {
  const runner = storage === 'memory' ? createRunner(store, deviceId) : createWorkerRunner(options, deviceId)
  return createSearcher(runner, getState)
}
