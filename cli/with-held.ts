import { DeviceError } from '../lib/client/device-error.ts'
import type { Names } from '../lib/client/view.ts'
import { type HeldDevice, openHeld } from '../lib/node/open-held.ts'
import { chosenDevice, type Place } from './chosen-device.ts'
import { WAITS } from './exit-codes.ts'
import { say } from './say.ts'

/** Brings the chosen device in step, if the server answers within the time, and lets `work` read what it holds. */
export async function withHeld(
  options: Place & { timeout: number },
  work: (store: HeldDevice['store'], names: Names, deviceId: string) => Promise<void>,
): Promise<void> {
  const { directory, device } = await chosenDevice(options)
  const held = openHeld(directory, device)
  try {
    await held.sync(AbortSignal.timeout(options.timeout * 1_000)).catch((error: unknown) => {
      if (!(error instanceof DeviceError) || (error.code !== 'no_answer' && error.code !== 'unavailable')) throw error
      say('no answer from the server: this is what the device held before')
      process.exitCode = WAITS
    })
    const { devices, former } = await held.store.deviceList()
    await work(held.store, { devices, former }, device.deviceId)
  } finally {
    await held.close()
  }
}
