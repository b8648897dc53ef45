import { DeviceError, toDeviceError } from '../client/device-error.ts'
import { newPost } from '../client/request.ts'
import { clock } from '../core/clock.ts'
import { flush } from '../core/outbox/flusher.ts'
import { TransportError, type Written } from '../core/ports.ts'
import { isTransient, RoostError } from '../protocol/error.ts'
import type { SendResult } from '../protocol/send.ts'
import { createHttpTransport } from '../transport/http.ts'
import { type OpenFiles, openFiles } from './open-files.ts'
import { putInSpool, takeFromSpool } from './spool.ts'
import type { StoredDevice } from './stored-devices.ts'

export type SentOnce =
  | { state: 'stored'; id: string; version: number }
  /** It is durable here, and goes out with the next call, or by the process that has the device open. */
  | { state: 'waiting'; id: string }

export interface Post {
  content: string
  /** A deviceId, or `all`. */
  to: string
  contentType?: string | undefined
}

/**
 * Sends posts of a stored device, in order, without coming level first: through its outbox, or beside the process that has the
 * device open. @throws DeviceError when the server refuses for good.
 */
export async function sendOnce(
  directory: string,
  device: StoredDevice,
  posts: readonly Post[],
  signal: AbortSignal,
): Promise<SentOnce[]> {
  try {
    const written = posts.map((it) => newPost(it.to, it.content, it.contentType))
    const files = openUnlessBlocked(directory, device.deviceId)
    if (!files) return await sendBeside(directory, device, written, signal)
    try {
      return await sendThrough(files, directory, device, written, signal)
    } finally {
      await files.close()
    }
  } catch (error) {
    throw toDeviceError(error)
  }
}

function openUnlessBlocked(directory: string, deviceId: string): OpenFiles | null {
  try {
    return openFiles(directory, deviceId)
  } catch (error) {
    if (error instanceof DeviceError && error.code === 'blocked') return null
    throw error
  }
}

async function sendThrough(
  { store }: OpenFiles,
  directory: string,
  { deviceId, server, token }: StoredDevice,
  written: readonly Written[],
  signal: AbortSignal,
): Promise<SentOnce[]> {
  await takeFromSpool(directory, deviceId, store.composeAll)
  await store.composeAll(written)
  const results = new Map<string, SendResult>()
  const settled = (some: readonly SendResult[]) => {
    for (const it of some) if (it.messageId !== null) results.set(it.messageId, it)
  }
  try {
    await flush({ store, send: createHttpTransport(server, token, signal).send, now: clock.now, signal, settled })
  } catch (error) {
    if (!isLater(error) && !signal.aborted) throw error
  }
  const refused = written.find((it) => results.get(it.request.messageId)?.ok === false)
  // The command says so, and a failed entry would stay for ever.
  if (refused) await store.discard(refused.request.messageId)
  return written.map((it) => outcomeOf(it, results))
}

/** The network or the server may answer later. */
const isLater = (error: unknown) =>
  error instanceof TransportError || (error instanceof RoostError && isTransient(error.code))

async function sendBeside(
  directory: string,
  { deviceId, server, token }: StoredDevice,
  written: readonly Written[],
  signal: AbortSignal,
): Promise<SentOnce[]> {
  const results = new Map<string, SendResult>()
  const { send } = createHttpTransport(server, token, signal)
  for (const { request } of written) {
    try {
      const [result] = (await send({ messages: [request] })).results
      if (result) results.set(request.messageId, result)
    } catch (error) {
      if (!isLater(error) && !signal.aborted) throw error
      break
    }
  }
  const outcomes = written.map((it) => outcomeOf(it, results))
  for (const [n, it] of written.entries()) if (outcomes[n]?.state === 'waiting') putInSpool(directory, deviceId, it)
  return outcomes
}

function outcomeOf({ request: { messageId } }: Written, results: ReadonlyMap<string, SendResult>): SentOnce {
  const result = results.get(messageId)
  if (result?.ok) return { state: 'stored', id: messageId, version: result.version }
  if (result && !isTransient(result.error.code)) throw RoostError.from(result.error)
  return { state: 'waiting', id: messageId }
}
