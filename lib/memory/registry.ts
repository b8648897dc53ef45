import { type Registry, type RegistryEntry, withPush } from '../storage/device-registry.ts'

export function createMemoryRegistry(): Registry {
  const entries = new Map<string, RegistryEntry>()
  const change = (deviceId: string, part: Partial<RegistryEntry>) => {
    const entry = entries.get(deviceId)
    if (entry) entries.set(deviceId, { ...entry, ...part })
  }
  return {
    add: async (entry) => void entries.set(entry.deviceId, { ...entry }),
    list: async () => [...entries.values()].map((it) => ({ ...it })).sort((a, b) => b.lastUsed - a.lastUsed),
    get: async (deviceId) => {
      const entry = entries.get(deviceId)
      return entry ? { ...entry } : null
    },
    rename: async (deviceId, name) => change(deviceId, { name }),
    touch: async (deviceId, lastUsed) => change(deviceId, { lastUsed }),
    setAccount: async (deviceId, account) => change(deviceId, { account }),
    setSwitchedOff: async (deviceId, switchedOff) => change(deviceId, { switchedOff }),
    async changePush(deviceId, to) {
      const entry = entries.get(deviceId)
      if (entry) entries.set(deviceId, withPush(entry, to))
    },
    remove: async (deviceId) => void entries.delete(deviceId),
    // The registry outlives its users, as a database would.
    close: () => {},
  }
}
