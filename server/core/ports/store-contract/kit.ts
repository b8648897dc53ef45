import { hash, randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { RoostError } from '../../../../lib/protocol/error.ts'
import { MARK_CONTENT_TYPE } from '../../../../lib/protocol/mark.ts'
import type { Message } from '../../../../lib/protocol/message.ts'
import { ALL } from '../../../../lib/protocol/values/ids.ts'
import { propose } from '../../messages/proposal.ts'
import type { Caller } from '../../mother.ts'
import type { NewPairing } from '../pairings.ts'
import type { Store } from '../store.ts'
import type { Row } from './naive-log.ts'

/** Opens a store that lives in this (existing, possibly empty) folder. */
export type OpenStore = (folder: string) => Store | Promise<Store>

export const post = (content = 'hi', receiverDeviceId: string = ALL, messageId: string = randomUUID()) => ({
  messageId,
  receiverDeviceId,
  content,
})

export const mark = (targetId: string, content: string, receiverDeviceId?: string) => ({
  ...{ ...post(content, receiverDeviceId), kind: 'mark', contentType: MARK_CONTENT_TYPE, targetId },
})

export async function refusalOf(promise: Promise<unknown>) {
  try {
    await promise
  } catch (error) {
    const { message, ...rest } = (error as RoostError).wire
    return rest
  }
  throw new Error('was not refused')
}

export const newDevice = (deviceId: string, now = 0, name = 'a device') => ({
  ...{ deviceId, name, platform: '', tokenHash: hash('sha256', deviceId, 'buffer'), now },
})

export const newPairing = (codeHash: Uint8Array, expiresAt = 100, confirm = false): NewPairing => ({
  ...{ pairingId: randomUUID(), codeHash, expiresAt, confirm, access: 'full' },
})

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'roost-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A store for one test, closed at its end, and the few steps that most tests consist of. */
export async function setUp(open: OpenStore) {
  const folder = await temporaryFolder()
  let store = await open(folder)
  onTestFinished(() => store.close())

  return {
    folder,
    get store() {
      return store
    },
    async reopen() {
      await store.close()
      store = await open(folder)
    },
    async device(userId = 'ann', deviceId: string = randomUUID(), now = 0): Promise<Caller> {
      await store.createDevice(userId, newDevice(deviceId, now), randomBytes(16))
      return { userId, deviceId }
    },
    async send(caller: Caller, items: readonly unknown[], now = 1, agesFrom = now) {
      const proposals = items.map((it) => propose(caller.deviceId, it))
      return (await store.append(caller, proposals, now, agesFrom)).results
    },
    /** Everything that the device sees, pulled batch by batch from `after`. */
    async pullAll(caller: Caller, limit = 500, after = 0): Promise<Message[]> {
      const messages: Message[] = []
      for (let cursor = after, digest: string | undefined; ; ) {
        const batch = await store.pull(caller, { after: cursor, limit, ...(digest !== undefined && { digest }) })
        messages.push(...batch.messages.map((text) => JSON.parse(text) as Message))
        cursor = batch.upTo
        digest = batch.digest
        if (cursor === batch.head) return messages
      }
    },
  }
}

export type Kit = Awaited<ReturnType<typeof setUp>>

export const rows = (messages: readonly Message[]): Row[] =>
  messages.map((it) => [it.version, it.messageId, it.content, (it.files ?? []).join()])
