import type { Caller } from '../mother.ts'

/** Which devices hold a connection. */
export interface Presence {
  /** Online devices of this user on any node, as far as this node knows. Never rejects. */
  online(userId: string): Promise<ReadonlySet<string>>
  /** Whether this node holds a connection of the device. */
  isHere(caller: Caller): boolean
  /** Notes whether this node holds a connection of the device. Returns whether that has changed; never waits. */
  set(caller: Caller, online: boolean): boolean
}

export interface LocalPresence extends Presence {
  /** The devices on this node, by user. */
  here: ReadonlyMap<string, ReadonlySet<string>>
}

/** The devices of one node, in its memory. */
export function createLocalPresence(): LocalPresence {
  const here = new Map<string, Set<string>>()
  return {
    here,
    online: async (userId) => new Set(here.get(userId)),
    isHere: ({ userId, deviceId }) => here.get(userId)?.has(deviceId) ?? false,
    set({ userId, deviceId }, isOnline) {
      const ofUser = here.get(userId) ?? new Set<string>()
      if (ofUser.has(deviceId) === isOnline) return false
      if (isOnline) here.set(userId, ofUser.add(deviceId))
      else ofUser.delete(deviceId)
      if (ofUser.size === 0) here.delete(userId)
      return true
    },
  }
}
