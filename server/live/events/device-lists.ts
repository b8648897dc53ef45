import { createAccountList, type DeviceListsDeps, type Entry, type ListReader } from './account-list.ts'

export interface DeviceLists {
  join(userId: string, reader: ListReader): { changed(): void; stop(): void }
}

/**
 * The lists of devices, one for each account with connections on this node. A list is read and encoded once for all of them,
 * and a connection that does not read has one of them in its queue at most: it gets the newest when it reads again.
 */
export function createDeviceLists(deps: DeviceListsDeps): DeviceLists {
  const accounts = new Map<string, ReturnType<typeof createAccountList>>()
  return {
    join(userId, reader) {
      const account = accounts.get(userId) ?? createAccountList(userId, deps)
      accounts.set(userId, account)
      const entry: Entry = { ...reader, wants: 0, got: 0, busy: false, nextAt: 0 }
      account.entries.add(entry)
      return {
        changed: () => account.changed(entry),
        stop() {
          account.entries.delete(entry)
          // A connection stops more than once, and others may have begun another list since.
          if (account.entries.size === 0 && accounts.get(userId) === account) accounts.delete(userId)
        },
      }
    },
  }
}
