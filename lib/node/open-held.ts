import { DeviceError, toDeviceError } from '../client/device-error.ts'
import { clock } from '../core/clock.ts'
import { syncOnce } from '../core/sync-once.ts'
import { openForReading } from '../node-sqlite/device-database.ts'
import { transactionsOn } from '../node-sqlite/transactions.ts'
import { createDeviceStore } from '../storage/device-store.ts'
import type { LocalStore } from '../storage/local-store.ts'
import { callOverHttp, createHttpTransport } from '../transport/http.ts'
import { type OpenFiles, openFiles } from './open-files.ts'
import { takeFromSpool } from './spool.ts'
import type { StoredDevice } from './stored-devices.ts'

/** A device as a program reads it once. */
export interface HeldDevice {
  store: LocalStore
  /** Another process has the device open and keeps it in step. */
  shared: boolean
  /** Pulls and sends once. @throws DeviceError `no_answer`, `revoked` … */
  sync(signal: AbortSignal): Promise<void>
  close(): Promise<void>
}

/** Opens it, or reads beside the process that has it open. @throws DeviceError */
export function openHeld(directory: string, device: StoredDevice): HeldDevice {
  const { deviceId, server, token } = device
  let files: OpenFiles
  try {
    files = openFiles(directory, deviceId)
  } catch (error) {
    if (error instanceof DeviceError && error.code === 'blocked') return openShared(directory, deviceId)
    throw error
  }
  const { store } = files
  return {
    ...{ store, shared: false, close: files.close },
    async sync(signal) {
      try {
        await takeFromSpool(directory, deviceId, store.composeAll)
        await syncOnce({ store, http: createHttpTransport(server, token, signal), clock, signal })
        const request = { former: 'true' } as const
        const { devices, former } = await callOverHttp(server, 'listDevices', { request, token, signal })
        await store.saveDevices(devices, clock.now())
        if (former) await store.saveFormer(former)
      } catch (error) {
        throw toDeviceError(signal.aborted ? signal.reason : error)
      }
    },
  }
}

function openShared(directory: string, deviceId: string): HeldDevice {
  const database = openForReading(directory, deviceId)
  const store = createDeviceStore(deviceId, transactionsOn(database))
  return {
    ...{ store, shared: true, sync: async () => {} },
    async close() {
      store.close()
      await database.last
      database.close()
    },
  }
}
