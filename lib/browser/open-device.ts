import { clock } from '../core/clock.ts'
import { shareable } from '../core/connection/connection-view.ts'
import { createDevice, type Device, type OpenedStore, parts } from '../core/device.ts'
import type { DeviceState } from '../core/device-state.ts'
import { newMessageId } from '../core/new-message-id.ts'
import type { RoostOptions } from '../core/roost-options.ts'
import { openIndexedDbStore } from '../indexed-db/open.ts'
import type { RegistryEntry } from '../storage/device-registry.ts'
import { createInvitations } from './account/invitations.ts'
import type { TabDevice } from './browser.ts'
import type { PageLife } from './conditions/page-life.ts'
import { createTabConditions } from './conditions/tab-conditions.ts'
import { createDeviceCalls } from './device-calls.ts'
import type { OpenedFiles } from './files/open-files.ts'
import { idle } from './idle.ts'
import type { Persistence } from './persistence.ts'
import { createRepair } from './repair.ts'
import { askForPeriodicSync, askForSync, lookForUpdate, tellWorker } from './service-worker.ts'
import { openChannel } from './shared/channel.ts'
import { type Request, syncTag } from './shared/conversation.ts'
import { openStore } from './shared/open-storage.ts'
import { stashDrafts } from './tab-drafts.ts'
import { tabPullers } from './tab-pullers.ts'
import { createTabTransport } from './tab-transport.ts'

export interface OpenDeviceDeps {
  page: PageLife
  persistence: Persistence
  /** The server has removed the device, so none of its data may stay in this browser. */
  revoked: () => Promise<void>
  email: () => Promise<string | null>
  rememberSwitch: (on: boolean) => Promise<void>
  /** The device has another name now, given to it here or elsewhere. */
  renamed: (name: string) => Promise<void>
  /** A person may have cleared the registry together with the store. */
  restoreEntry: () => Promise<void>
}

/**
 * Makes this tab a device: opens its store, shows the stored messages at once, and connects.
 * @throws StorageError when the store cannot be opened.
 */
export async function openDevice(
  options: RoostOptions,
  entry: RegistryEntry,
  deps: OpenDeviceDeps,
): Promise<TabDevice> {
  const { deviceId, userId, name, token } = entry
  const { page, persistence } = deps
  const calls = createDeviceCalls(options)
  const shown = Promise.withResolvers<void>()
  const invitations = createInvitations(calls, token)

  /**
   * The browser closes the database when a person clears its data, for a newer version of the app, and (iOS) when it
   * wants the memory. The device then opens another.
   */
  const storeOptions = { ...options, onClosed: () => void device.reopen(openAgain) }
  async function openAgain(): Promise<OpenedStore> {
    await deps.restoreEntry()
    // Never the fallback in memory, which would show an empty inbox.
    return { store: await openIndexedDbStore(deviceId, storeOptions), storage: 'durable' }
  }

  const opened = await openStore(deviceId, storeOptions)
  // A filter needs it, also once the network is gone.
  shown.promise
    .then(idle)
    .then(() => Promise.all([import('../storage/find.ts'), openFiles()]))
    .catch(() => {})
  const channel = openChannel(options, deviceId)
  const conditions = createTabConditions({
    ...{ options, deviceId, page, channel, switchedOn: !entry.switchedOff },
    changed: (now) => device.setConditions(now),
    missed() {
      channel.announce({ type: 'askStatus' })
      for (const part of parts) device.refresh(part)
    },
  })

  const device: Device = createDevice({
    ...{ deviceId, userId, name, clock },
    ...opened,
    ...createTabTransport(options, token, shown.promise),
    random: Math.random,
    newId: newMessageId,
    conditions: conditions.now(),
    pullers: (local, storage) => tabPullers(options, deviceId, local, storage),
    changed: (what) => (what === 'connection' ? tellStatus() : channel.announce({ type: what })),
    fileCame: (fileId) => void files?.then((it) => it.arrived(fileId)),
    claimed(claim) {
      invitations.heard(claim)
      channel.announce({ type: 'claim', claim })
    },
    revoked() {
      close()
      void deps.revoked()
    },
  })

  let files: Promise<OpenedFiles> | undefined
  function openFiles(): Promise<OpenedFiles> {
    const compose = (...message: Parameters<Device['compose']>) => composeHere(...message)
    const deps = { options, deviceId, token, device, compose, channel, storage: opened.storage }
    files ??= import('./files/open-files.ts').then((it) => it.openFiles(deps))
    // Without a network and a worker, the next call tries again.
    files.catch(() => {
      files = undefined
    })
    return files
  }
  /** From now on this device holds a message that may be nowhere else: the moment to ask the browser for its promise. */
  async function composeHere(...message: Parameters<Device['compose']>): Promise<void> {
    await device.compose(...message)
    void persistence.ask()
  }

  const isHolder = () => device.conditions().holder

  function tellStatus(): void {
    const { connection, head } = device.getState()
    if (connection.state !== 'following') channel.announce({ type: 'status', connection, head })
  }

  function setSwitch(on: boolean): void {
    conditions.setSwitch(on)
    // The worker reads the stored switch, and must not send for the device after the tab is closed.
    void deps.rememberSwitch(on).catch(() => {})
  }

  function turnSwitch(on: boolean): void {
    channel.announce({ type: 'switch', on })
    setSwitch(on)
  }

  const repair = createRepair(device.getState, () => location.reload())

  await device.ready

  function checkNow(): Promise<void> {
    conditions.tryAnyway()
    return device.checkNow()
  }

  const unlisten = channel.listen((it) => {
    const part = parts.find((name) => name === it.type)
    if (part) device.refresh(part)
    if (it.type === 'nudge' && isHolder()) void device.checkNow()
    if (it.type === 'switch') setSwitch(it.on)
    if (it.type === 'claim') invitations.heard(it.claim)
    if (it.type === 'askStatus' && isHolder()) tellStatus()
    if (it.type === 'status' && !isHolder()) device.follow(shareable(it.connection), it.head)
  })

  /** The worker sends the outbox if this tab is closed before it has a connection. */
  const needsWorker = ({ connection, outbox }: DeviceState) =>
    connection.state !== 'live' && outbox.some((it) => it.status.state === 'waiting')
  const askWorker = (needed: boolean) => void (needed && askForSync(syncTag(options)))

  const stops = [
    unlisten,
    device.subscribe(needsWorker, askWorker),
    device.subscribe(
      (it) => it.name,
      // A name that cannot be stored now is learned again at the next start.
      (now) => void deps.renamed(now).catch(() => {}),
    ),
    device.subscribe(
      (it) => it.connection.state,
      (state) => {
        conditions.connectionIs(state)
        if (state === 'live') void lookForUpdate()
      },
    ),
    device.subscribe(
      (it) => it.devices.length > 1,
      (more) => void (more && persistence.ask()),
    ),
    page.onBack(() => void checkNow().then(repair.check)),
    page.onLeaving(() => tellWorker({ type: 'leaving', deviceId } satisfies Request)),
    conditions.stop,
  ]

  function close(): void {
    for (const stop of stops) stop()
    void files?.then((it) => it.close())
    device.close()
    channel.close()
  }

  askWorker(needsWorker(device.getState()))
  conditions.start()
  channel.announce({ type: 'askStatus' })
  void askForPeriodicSync(syncTag(options))

  return {
    ...device,
    subscribe: ((...heard: Parameters<Device['subscribe']>) => {
      // A screen subscribes after it was drawn, so this is the moment to load the socket library.
      shown.resolve()
      return device.subscribe(...heard)
    }) as Device['subscribe'],
    compose: composeHere,
    files: openFiles,
    // A removed device keeps nothing.
    stashDrafts(drafts) {
      if (device.getState().connection.state === 'revoked') return
      repair.stashed(drafts.length)
      stashDrafts(deviceId, drafts)
    },
    storageKept: persistence.kept,
    watchStorageKept: persistence.watch,
    switchOff: () => turnSwitch(false),
    switchOn: () => turnSwitch(true),
    async checkNow() {
      if (!isHolder()) channel.announce({ type: 'nudge' })
      await checkNow()
    },
    email: () => deps.email().catch(() => null),
    rename: (id, newName) => calls.rename(token, id, newName),
    revoke: (id) => calls.revoke(token, id),
    ...invitations,
    async searcher() {
      const { openSearcher } = await import('./search/open-searcher.ts')
      return openSearcher(options, deviceId, opened, device.getState)
    },
    lan: async () => (await import('./lan.ts')).lookAtLan(options.serverUrl),
    openLan: async () => (await import('./lan.ts')).openLan(options.serverUrl, token),
    push: async () => (await import('./push/device-push.ts')).createDevicePush(options, deviceId),
    account: async () => (await import('./account/own-account.ts')).createOwnAccount(options, token),
    close,
  }
}
