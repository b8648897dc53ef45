import type { Caller, Mother } from '../core/mother.ts'

export interface ConnectedDevices {
  /** Counts one more connection of this device. Resolves when the server knows that it is online. */
  enter(caller: Caller): Promise<void>
  leave(caller: Caller): Promise<void>
}

interface Entry {
  connections: number
  /** The last state that the server was told. */
  online: boolean
  told: Promise<void>
}

/** A device is online while it has a connection. The server hears of the first and the last one, in that order. */
export function createConnectedDevices(
  mother: Pick<Mother, 'deviceOnline'>,
  onError: (error: unknown) => void,
): ConnectedDevices {
  const entries = new Map<string, Entry>()

  function change(caller: Caller, by: 1 | -1): Promise<void> {
    const entry = entries.get(caller.deviceId) ?? { connections: 0, online: false, told: Promise.resolve() }
    entries.set(caller.deviceId, entry)
    entry.connections += by
    entry.told = entry.told.then(() => tell(caller, entry))
    return entry.told
  }

  async function tell(caller: Caller, entry: Entry) {
    const online = entry.connections > 0
    if (online !== entry.online) {
      entry.online = online
      await mother.deviceOnline(caller, online).catch(onError)
    }
    if (entry.connections === 0 && !entry.online) entries.delete(caller.deviceId)
  }

  return { enter: (caller) => change(caller, 1), leave: (caller) => change(caller, -1) }
}
