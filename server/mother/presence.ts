import type { Caller } from './mother.ts'

/** Which devices hold a connection to this node. */
export interface Presence {
  isOnline(caller: Caller): boolean
  /** Answers whether that was news. */
  set(caller: Caller, online: boolean): boolean
}

export function createPresence(): Presence {
  const online = new Map<string, Set<string>>()
  return {
    isOnline: ({ userId, deviceId }) => online.get(userId)?.has(deviceId) ?? false,
    set({ userId, deviceId }, isOnline) {
      const ofUser = online.get(userId) ?? new Set<string>()
      if (ofUser.has(deviceId) === isOnline) return false
      if (isOnline) online.set(userId, ofUser.add(deviceId))
      else ofUser.delete(deviceId)
      if (ofUser.size === 0) online.delete(userId)
      return true
    },
  }
}
