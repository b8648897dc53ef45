import { syncTag } from '../browser/shared/conversation.ts'
import { locks, openLock } from '../browser/shared/locks.ts'
import { clock } from '../core/clock.ts'
import type { RoostOptions } from '../core/roost-options.ts'
import { syncOnce } from '../core/sync-once.ts'
import { RoostError } from '../protocol/error.ts'
import { catchUpRun } from './catch-up.ts'
import { forgetRevoked } from './forget-device.ts'
import { devicesToSync, openKnownDevice } from './known-device.ts'
import { scope } from './scope.ts'
import { uploadFor } from './upload.ts'

/**
 * A reloading tab is gone only for a moment, so the worker waits this long. A browser grants a sync event only a few
 * minutes.
 */
const RELOAD_MS = 2_000
const PATIENCE_MS = 60_000

/**
 * Pulls and sends for every device of this browser whose tabs are all closed. While a tab is open the worker leaves its
 * device alone, because it cannot tell whether that tab is offline on purpose. It waits a while for the tab to close,
 * and then rejects, so that the browser asks again later.
 */
export async function backgroundSync(options: RoostOptions): Promise<void> {
  const outcomes = await Promise.allSettled((await devicesToSync(options)).map((it) => syncClosedDevice(options, it)))
  const failed = outcomes.find((it) => it.status === 'rejected')
  if (failed) throw failed.reason
}

/**
 * A tab of the device is closing. If the worker cannot sync now, it asks the browser to wake it once there is a
 * network.
 */
export async function afterLeaving(options: RoostOptions, deviceId: string): Promise<void> {
  await syncClosedDevice(options, deviceId).catch(() => scope.registration.sync?.register(syncTag(options)))
}

async function syncClosedDevice(options: RoostOptions, deviceId: string): Promise<void> {
  await whenClosed(options, deviceId)
  await new Promise((resolve) => setTimeout(resolve, RELOAD_MS))
  const manager = locks()
  await manager?.request(openLock(options, deviceId), { ifAvailable: true }, async (lock) => {
    if (lock && (await devicesToSync(options)).includes(deviceId)) await sync(options, deviceId)
  })
}

/** A newer version of this worker cannot take over while this one waits, so it then stops waiting. */
async function whenClosed(options: RoostOptions, deviceId: string): Promise<void> {
  const newer = new AbortController()
  const giveWay = () => newer.abort()
  scope.registration.addEventListener('updatefound', giveWay)
  try {
    const signal = AbortSignal.any([newer.signal, AbortSignal.timeout(PATIENCE_MS)])
    await locks()?.request(openLock(options, deviceId), { signal }, () => {})
  } finally {
    scope.registration.removeEventListener('updatefound', giveWay)
  }
}

async function sync(options: RoostOptions, deviceId: string): Promise<void> {
  try {
    const { signal } = new AbortController()
    const device = await openKnownDevice(options, deviceId, signal)
    try {
      // A page that opens meanwhile joins the same pull.
      const puller = { pull: () => catchUpRun(options, deviceId).done }
      await syncOnce({ store: device.store, http: device.http, clock, signal, puller })
      await uploadFor(options, deviceId, device.token, signal)
    } finally {
      device.close()
    }
  } catch (error) {
    if (error instanceof RoostError && error.code === 'revoked') return forgetRevoked(options, deviceId)
    // The device is signed out. A person has to act, and another try would change nothing.
    if (error instanceof RoostError && error.code === 'unauthenticated') return
    throw error
  }
}
