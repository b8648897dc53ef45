import type { Claiming } from '../client/claim.ts'
import { createObservable } from '../core/observable.ts'
import { defaultOptions, type RoostOptions } from '../core/roost-options.ts'
import { openIndexedDbStore } from '../indexed-db/open.ts'
import { removeIndexedDbStore } from '../indexed-db/remove.ts'
import type { Credentials, DeviceInfo } from '../protocol/device.ts'
import { RoostError } from '../protocol/error.ts'
import { createAfterRestore } from '../storage/after-restore/after-restore.ts'
import type { RegistryEntry } from '../storage/device-registry.ts'
import { copyDrafts } from '../storage/drafts.ts'
import { createAccount } from './account/account.ts'
import { accountEmail } from './account/account-email.ts'
import { askServer, namesOfAccount } from './account/ask-server.ts'
import type { Browser, TabDevice } from './browser.ts'
import { BrowserError } from './browser-error.ts'
import { browserName, unusedName } from './browser-name.ts'
import { watchPage } from './conditions/page-life.ts'
import { createDeviceCalls, type DeviceCalls } from './device-calls.ts'
import { idle } from './idle.ts'
import { openDevice } from './open-device.ts'
import { createPersistence } from './persistence.ts'
import { registerWorker, watchForUpdate } from './service-worker.ts'
import { openDevices } from './shared/locks.ts'
import { deviceToOpen } from './shared/push/open-message.ts'
import { addIfMissing, withRegistry } from './shared/registry.ts'
import { dropTabDrafts, takeOverTabDraft } from './tab-drafts.ts'
import { createTabMemory } from './tab-storage.ts'

/** Wires a tab together (its composition root). A page calls it once. */
export function openBrowser(options: RoostOptions = defaultOptions): Browser {
  const account = createAccount(options)
  const calls = createDeviceCalls(options)
  const tabMemory = createTabMemory(options)
  const page = watchPage()
  const persistence = createPersistence()
  let here: TabDevice | null = null
  /** Names of devices that are known here, so that the next device gets another one. */
  let taken: string[] = []
  const update = createObservable({ ready: false })
  void registerWorker()
  watchForUpdate(() => update.set({ ready: true }))

  async function entries(): Promise<RegistryEntry[]> {
    const known = await withRegistry(options, (it) => it.list())
    taken = known.map((it) => it.name)
    const isKnown = (deviceId: string) => known.some((it) => it.deviceId === deviceId)
    dropTabDrafts(isKnown)
    const mine = tabMemory.deviceId()
    // The device was removed while this tab was closed, and the browser has restored the tab since.
    if (mine && !isKnown(mine)) tabMemory.setDeviceId(null)
    return known
  }

  /** The entry with the name that the device has by now. The names of its account are taken. */
  async function renamed(entry: RegistryEntry, devices: readonly DeviceInfo[]): Promise<RegistryEntry> {
    taken.push(...devices.map((it) => it.name))
    const name = devices.find((it) => it.deviceId === entry.deviceId)?.name ?? entry.name
    if (name !== entry.name) await withRegistry(options, (it) => it.rename(entry.deviceId, name))
    return { ...entry, name }
  }

  async function open(entry: RegistryEntry): Promise<TabDevice> {
    here?.close()
    here = await openDevice(options, entry, {
      page,
      persistence,
      revoked: () => forget(entry.deviceId),
      email: () => accountEmail(options, entry),
      rememberSwitch: (on) => withRegistry(options, (it) => it.setSwitchedOff(entry.deviceId, !on)),
      renamed: (name) => withRegistry(options, (it) => it.rename(entry.deviceId, name)),
      restoreEntry: () => addIfMissing(options, entry),
    })
    tabMemory.setDeviceId(entry.deviceId)
    await takeOverTabDraft(entry.deviceId, here)
    await withRegistry(options, (it) => it.touch(entry.deviceId, Date.now()))
    // So that a later tab can say whose it is, also offline.
    void idle()
      .then(() => accountEmail(options, entry))
      .catch(() => {})
    return here
  }

  /**
   * Makes this tab a new device. A signed-out device of this tab first hands over its messages, and is then removed.
   */
  async function become(credentials: Credentials, name: string): Promise<TabDevice> {
    const entry = { ...credentials, name, lastUsed: Date.now() }
    const state = here?.getState()
    // Another account is another person, who must not get this person's messages.
    const mayHandOver = state?.connection.state === 'signedOut' && state.userId === credentials.userId
    const before = mayHandOver ? state : null
    const durable = before?.storage.state !== 'memory'
    // Read before the device is closed, because a store in memory is gone then.
    const unsent = before && here && !durable ? await here.unsent() : []
    if (before && durable) await takeOverStored(options, before.deviceId, entry.deviceId)
    await withRegistry(options, (it) => it.add(entry))
    const device = await open(entry)
    if (before && !durable) {
      await device.adopt(unsent)
      await copyDrafts(before.drafts, device)
    }
    if (before) await forget(before.deviceId)
    return device
  }

  async function claim(code: string, name: string, claiming: Claiming): Promise<Credentials> {
    // Few tabs join with a code.
    const { claimWith } = await import('../client/claim.ts')
    return claimWith(calls, { code, name, platform: browserName(navigator.userAgent) }, claiming)
  }

  async function forget(deviceId: string): Promise<void> {
    const entry = await withRegistry(options, async (it) => {
      const known = await it.get(deviceId)
      await it.remove(deviceId)
      return known
    })
    if (entry?.push) void import('./push/end-push.ts').then((it) => it.endPush(options, deviceId)).catch(() => {})
    if (tabMemory.deviceId() === deviceId) tabMemory.setDeviceId(null)
    dropTabDrafts((it) => it !== deviceId)
    // A browser that denies storage holds nothing to remove.
    if (globalThis.indexedDB) await removeIndexedDbStore(deviceId, options)
  }

  return {
    async learnNames() {
      taken.push(...(await namesOfAccount(calls)))
    },
    // Few pages come over HTTP.
    lan: async () => (await import('./lan.ts')).lookAtLan(options.serverUrl),
    trusts: async (address) => (await import('./lan.ts')).trustsCertificate(address),
    suggestName: (inWords) => unusedName(inWords(browserName(navigator.userAgent)), taken),
    ...account,

    async resume() {
      const known = await entries()
      // The person has clicked a notification.
      const mine = tabMemory.deviceId() ?? deviceToOpen(location.search)
      const entry = mine ? known.find((it) => it.deviceId === mine) : await only(options, known)
      return entry ? open(entry) : null
    },
    async knownDevices() {
      const [known, open] = await Promise.all([entries(), openDevices(options)])
      const words = await askServer(calls, known)
      const there: RegistryEntry[] = []
      for (const [index, entry] of known.entries()) {
        const word = words[index]
        if (word?.state === 'revoked') await forget(entry.deviceId)
        else there.push(word?.state === 'listed' ? await renamed(entry, word.devices) : entry)
      }
      return there.map(({ token: _, ...entry }) => ({ ...entry, open: open.has(entry.deviceId) }))
    },
    async openDevice(deviceId) {
      const entry = await withRegistry(options, (it) => it.get(deviceId))
      if (!entry) throw new BrowserError('unknown_device')
      return open(entry)
    },

    async createDevice(name) {
      const credentials = await calls.create(name, browserName(navigator.userAgent))
      // From here on the device's token is enough. A session that stayed would let anyone who uses this browser in,
      // even after the device was removed.
      await account.signOut().catch(() => {})
      return become(credentials, name)
    },
    async look(code) {
      const [look, known] = await Promise.all([calls.look(code), entries()])
      // So that the person can be told whether the code leads to another account than those held here.
      await Promise.allSettled(known.map((it) => accountEmail(options, it)))
      return look
    },
    claimPairing: async (code, name, claiming) => become(await claim(code, name, claiming), name),
    async joinAsNewDevice(name, userId) {
      const known = await entries()
      const { code } = await anyOffer(calls, userId === undefined ? known : known.filter((it) => it.userId === userId))
      return become(await claim(code, name, alone), name)
    },
    forgetDevice: forget,
    updateReady: () => update.get().ready,
    watchForUpdate: (listener) => update.subscribe(listener),
  }
}

const alone: Claiming = { waiting() {}, signal: new AbortController().signal }

async function takeOverStored(options: RoostOptions, fromId: string, toId: string): Promise<void> {
  const from = await openIndexedDbStore(fromId, options)
  const to = await openIndexedDbStore(toId, options)
  try {
    await createAfterRestore(toId).takeOver(fromId, from, to)
  } finally {
    from.close()
    to.close()
  }
}

/** The browser's only device, unless a tab has it open. An installed app then starts without a question. */
async function only(options: RoostOptions, known: RegistryEntry[]): Promise<RegistryEntry | null> {
  const [entry] = known
  if (!entry || known.length > 1) return null
  return (await openDevices(options)).has(entry.deviceId) ? null : entry
}

/** A pairing code from the first device of this browser that the server still knows. */
async function anyOffer(calls: DeviceCalls, known: RegistryEntry[]) {
  let refusal: unknown = new BrowserError('not_signed_in')
  for (const { token } of known) {
    try {
      // Needs no confirmation: the code never leaves this browser, which holds the inviting device as well.
      return await calls.offerPairing(token, false)
    } catch (error) {
      const goneDevice = error instanceof RoostError && (error.code === 'unauthenticated' || error.code === 'revoked')
      if (!goneDevice) throw error
      refusal = new BrowserError('not_signed_in')
    }
  }
  throw refusal
}
