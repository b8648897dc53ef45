import { resolve } from 'node:path'
import { claimCode } from '../client/claim-code.ts'
import { createClient } from '../client/client.ts'
import { DeviceError } from '../client/device-error.ts'
import type { RoostDevice } from '../client/types.ts'
import { clock } from '../core/clock.ts'
import { createDevice } from '../core/device.ts'
import { newMessageId } from '../core/new-message-id.ts'
import { createHttpTransport } from '../transport/http.ts'
import { createSocketTransport } from '../transport/socket.ts'
import { defaultDirectory } from './directory.ts'
import { keepNewDevice } from './keep-new-device.ts'
import { openFiles } from './open-files.ts'
import { takeFromSpool } from './spool.ts'
import { forgetDevice, type StoredDevice, storedDevices, touchDevice } from './stored-devices.ts'

export interface OpenOptions {
  /** The server's address, such as `https://roost.example`. */
  server: string
  /** The name of the device. With the server's address it finds the stored device again. */
  name: string
  /** A pairing code from another device. It is used once, when no device of this name is stored yet. */
  code?: string
  /** The answer to `POST /v1/devices`, in place of a code. */
  credentials?: { userId: string; deviceId: string; token: string }
  /** Where devices keep their data; `~/.local/share/roost-devices` by default. */
  directory?: string
  /**
   * The code asks for a confirmation: a person compares these two digits with those on the inviting device and accepts there.
   * By default they are printed.
   */
  onCheck?: (digits: string) => void
  /** Ends the wait for that confirmation. */
  signal?: AbortSignal
}

/**
 * Opens a durable device, and makes it first if need be. Its messages, its outbox and the places of its loops are in
 * `node:sqlite` files of this process alone.
 * @throws DeviceError `not_paired`, `not_found` (wrong code), `forbidden` (refused), `no_answer`, `blocked` (another process
 * has this device), `storage`.
 */
export async function openDevice(options: OpenOptions): Promise<RoostDevice> {
  const directory = resolve(options.directory ?? defaultDirectory())
  const server = originOf(options.server)
  const found = (await storedDevices(directory)).find((it) => it.server === server && it.name === options.name)
  const entry = found ?? (await makeDevice(directory, server, options))
  return openStored(directory, entry)
}

/** @throws DeviceError `invalid_request` */
export function originOf(server: string): string {
  try {
    return new URL(server).origin
  } catch {
    throw new DeviceError('invalid_request', `"${server}" is no address of a server, such as https://roost.example`)
  }
}

async function makeDevice(directory: string, server: string, options: OpenOptions): Promise<StoredDevice> {
  const { name, code, onCheck = print, signal = new AbortController().signal } = options
  if (code === undefined && !options.credentials) {
    throw new DeviceError('not_paired', `${directory} holds no device "${name}" of ${server}, and there is no code.`)
  }
  const label = { code: code ?? '', name, platform: `Node on ${process.platform}` }
  const waiting = ({ check }: { check: string }) => onCheck(check)
  const { userId, deviceId, token } = options.credentials ?? (await claimCode(server, label, { waiting, signal }))
  const entry = { userId, deviceId, token, name, server, lastUsed: Date.now() }
  await keepNewDevice(directory, entry)
  return entry
}

const print = (digits: string) => console.info(`Roost: accept this device on the other one if it shows ${digits}.`)

/** How often a device looks for messages that another process has left for it. */
const SPOOL_MS = 2_000

/** Opens a device of the directory. @throws DeviceError */
export async function openStored(directory: string, entry: StoredDevice): Promise<RoostDevice> {
  const { deviceId, userId, name, token, server } = entry
  const files = openFiles(directory, deviceId)
  const forgotten = Promise.withResolvers<void>()
  forgotten.promise.catch(() => {})
  const device = createDevice({
    ...{ deviceId, userId, name, clock, store: files.store, storage: 'durable' },
    live: createSocketTransport(server, token),
    http: createHttpTransport(server, token),
    random: Math.random,
    newId: newMessageId,
    // A removed device keeps nothing.
    revoked: () => forgotten.resolve(files.close().then(() => forgetDevice(directory, deviceId))),
  })
  const isRemoved = () => device.getState().connection.state === 'revoked'
  await device.ready
  await touchDevice(directory, deviceId)
  const takeOver = () => takeFromSpool(directory, deviceId, device.composeAll).catch(() => {})
  await takeOver()
  const timer = setInterval(takeOver, SPOOL_MS)
  const release = () => {
    clearInterval(timer)
    return isRemoved() ? forgotten.promise : files.close()
  }
  return createClient({ device, bookmarks: files.bookmarks, release })
}
