import { claimCode } from '../client/claim-code.ts'
import { createClient } from '../client/client.ts'
import { DeviceError, toDeviceError } from '../client/device-error.ts'
import { learnDevices } from '../client/learn-devices.ts'
import type { RoostDevice } from '../client/types.ts'
import type { RoostOptions } from '../core/roost-options.ts'
import { openIndexedDbStore } from '../indexed-db/open.ts'
import { openTransactions } from '../indexed-db/open-transactions.ts'
import { removeIndexedDbStore } from '../indexed-db/remove.ts'
import { createBookmarks } from '../storage/bookmarks/bookmarks.ts'
import type { RegistryEntry } from '../storage/device-registry.ts'
import { browserName } from './browser-name.ts'
import { watchPage } from './conditions/page-life.ts'
import { openDevice as openTabDevice } from './open-device.ts'
import { createPersistence } from './persistence.ts'
import { locks } from './shared/locks.ts'
import { addIfMissing, withRegistry } from './shared/registry.ts'

export interface OpenOptions {
  /** The server's address, such as `https://roost.example`. It has to list this page's origin in ALLOWED_ORIGINS. */
  server: string
  /** The name of the device. With the server's address it finds the stored device again. */
  name: string
  /** A pairing code from another device. It is used once, when no device of this name is stored yet. */
  code?: string
  /** The answer to `POST /v1/devices`, in place of a code. */
  credentials?: { userId: string; deviceId: string; token: string }
  /** Two programs on one origin need different ones; `roost-client` by default. */
  namespace?: string
  /** The code asks for a confirmation: a person compares these two digits with those on the inviting device. */
  onCheck?: (digits: string) => void
  /** Ends the wait for that confirmation. */
  signal?: AbortSignal
}

/**
 * Opens a durable device in this page, and makes it first if need be. Its data is in IndexedDB. Several tabs are one device, and a
 * loop of a name runs in one of them at a time.
 * @throws DeviceError `not_paired`, `not_found` (wrong code), `forbidden` (refused), `no_answer`, `storage`.
 */
export async function openDevice(options: OpenOptions): Promise<RoostDevice> {
  try {
    const server = new URL(options.server).origin
    const roost: RoostOptions = { serverUrl: server, namespace: options.namespace ?? 'roost-client' }
    const known = await withRegistry(roost, (it) => it.list())
    const found = known.find((it) => it.server === server && it.name === options.name)
    return await openEntry(roost, found ?? (await makeDevice(roost, options)))
  } catch (error) {
    throw toDeviceError(error)
  }
}

async function makeDevice(roost: RoostOptions, options: OpenOptions): Promise<RegistryEntry> {
  const { name, code, onCheck = () => {}, signal = new AbortController().signal } = options
  if (code === undefined && !options.credentials) {
    throw new DeviceError(
      'not_paired',
      `This browser holds no device "${name}" of ${roost.serverUrl}, and there is no code.`,
    )
  }
  const label = { code: code ?? '', name, platform: browserName(navigator.userAgent) }
  const claiming = { waiting: ({ check }: { check: string }) => onCheck(check), signal }
  const { userId, deviceId, token } = options.credentials ?? (await claimCode(roost.serverUrl, label, claiming))
  const entry = { userId, deviceId, token, name, server: roost.serverUrl, lastUsed: Date.now() }
  await withRegistry(roost, (it) => it.add(entry))
  const store = await openIndexedDbStore(deviceId, roost)
  await learnDevices(store, roost.serverUrl, token).finally(() => store.close())
  return entry
}

async function openEntry(roost: RoostOptions, entry: RegistryEntry): Promise<RoostDevice> {
  const { deviceId } = entry
  const device = await openTabDevice(roost, entry, {
    page: watchPage(),
    persistence: createPersistence(),
    async revoked() {
      await withRegistry(roost, (it) => it.remove(deviceId))
      await removeIndexedDbStore(deviceId, roost)
    },
    email: async () => null,
    rememberSwitch: (on) => withRegistry(roost, (it) => it.setSwitchedOff(deviceId, !on)),
    // The program finds its device by the name that it chose.
    renamed: async () => {},
    restoreEntry: () => addIfMissing(roost, entry),
  })
  const transactions = await openTransactions(deviceId, roost)
  return createClient({
    device,
    bookmarks: createBookmarks(transactions),
    exclusive: (name, signal) => holdLock(`${roost.namespace}:loop:${deviceId}:${name}`, signal),
    release: async () => transactions.close(),
  })
}

/** Resolves with the release once no other tab holds the lock. Without locks, on a plain-HTTP page, at once. */
async function holdLock(name: string, signal: AbortSignal): Promise<() => void> {
  const manager = locks()
  if (!manager) return () => {}
  const held = Promise.withResolvers<void>()
  const done = Promise.withResolvers<void>()
  manager
    .request(name, { signal }, () => {
      held.resolve()
      return done.promise
    })
    .catch(held.reject)
  await held.promise
  return done.resolve
}
