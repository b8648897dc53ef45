import type { DeviceStore } from '../core/ports.ts'
import { callOverHttp } from '../transport/http.ts'

/**
 * Stores the list of devices of a device that was just made, so that its first messages come with the names of their senders.
 * Without an answer the live connection brings the list later.
 */
export async function learnDevices(
  store: Pick<DeviceStore, 'saveDevices'>,
  server: string,
  token: string,
): Promise<void> {
  const list = await callOverHttp(server, 'listDevices', { token }).catch(() => null)
  if (list) await store.saveDevices(list.devices, Date.now())
}
