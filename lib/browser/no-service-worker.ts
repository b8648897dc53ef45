/**
 * Stands in for service-worker.ts in the packed library: a page of another program may have a worker that knows nothing of
 * devices, so its tabs pull by themselves.
 */
const none: typeof import('./service-worker.ts') = {
  registerWorker: async () => null,
  activeWorker: async () => null,
  presentRegistration: async () => null,
  tellWorker() {},
  watchForUpdate() {},
  lookForUpdate: async () => {},
  askForSync: async () => {},
  askForPeriodicSync: async () => {},
}

export const { registerWorker, activeWorker, presentRegistration, tellWorker, watchForUpdate } = none
export const { lookForUpdate, askForSync, askForPeriodicSync } = none
