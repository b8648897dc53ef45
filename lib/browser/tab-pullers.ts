import type { OpenedStore, Pullers } from '../core/device.ts'
import type { Puller } from '../core/inbox/puller.ts'
import type { RoostOptions } from '../core/roost-options.ts'
import { withPullLock } from './shared/locks.ts'

/** Makes a device's tabs and worker pull one at a time. The worker pulls where there is one. */
export function tabPullers(
  options: RoostOptions,
  deviceId: string,
  local: Puller,
  storage: OpenedStore['storage'],
): Pullers {
  // A store in memory belongs to this page alone. The worker would fill another one.
  if (storage === 'memory') return { live: local, alone: local }
  const here: Puller = {
    pull: (signal, report) => withPullLock(options, deviceId, signal, () => local.pull(signal, report)),
  }
  // It loads for the first pull, which comes after the first paint.
  const live: Puller = {
    async pull(signal, report) {
      const worker = await import('./worker-puller.ts').catch(() => null)
      return (worker?.createWorkerPuller(deviceId, here) ?? here).pull(signal, report)
    },
  }
  return { live, alone: here }
}
