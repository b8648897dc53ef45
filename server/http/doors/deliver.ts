import { RoostError } from '../../../lib/protocol/error.ts'
import type { FileInfo } from '../../../lib/protocol/file-info.ts'
import { FILES_CONTENT_TYPE } from '../../../lib/protocol/files.ts'
import { limits } from '../../../lib/protocol/limits.ts'
import type { SendRequest } from '../../../lib/protocol/send.ts'
import type { Files } from '../../core/files/files.ts'
import type { Caller } from '../../core/mother.ts'
import type { GatewayDeps } from '../../traffic/gateway-deps.ts'
import { type Attachment, fileIdOf, storeAttachment } from './attachment.ts'
import { contentOf, type Notification } from './notification.ts'

export interface Delivery {
  caller: Caller
  messageId: string
  receiverDeviceId: string
  notification: Notification
  attachments?: readonly Attachment[]
}

/** Stored. A retry has the numbers of the first try. */
export interface Delivered {
  messageId: string
  version: number
  /** ms since the epoch. */
  timestamp: number
  files: readonly FileInfo[]
}

export type Deliver = (delivery: Delivery) => Promise<Delivered>

/** Makes one message of a notification, its files before it, and sends it. @throws RoostError as a send. */
export function createDeliver({ mother, files: fileStore }: Pick<GatewayDeps, 'mother' | 'files'>): Deliver {
  return async ({ caller, messageId, receiverDeviceId, notification, attachments = [] }) => {
    const files = await storeAll(fileStore, caller, messageId, attachments)
    const { wake } = notification
    const message: SendRequest = { messageId, receiverDeviceId, wake, ...described(notification, files) }
    const { results } = await mother.send(caller, { messages: [message] })
    const [result] = results
    if (!result?.ok) {
      await Promise.all(files.map(({ fileId }) => fileStore?.terminate(caller, fileId).catch(() => {})))
      throw result ? RoostError.from(result.error) : new Error('a send has no result')
    }
    return { messageId, version: result.version, timestamp: result.timestamp, files }
  }
}

function described(notification: Notification, files: readonly FileInfo[]) {
  const { content, contentType } = contentOf(notification)
  if (files.length === 0) return { content, contentType }
  const text = content === '' ? {} : { text: content }
  return {
    content: JSON.stringify({ ...text, files }),
    contentType: FILES_CONTENT_TYPE,
    files: files.map((it) => it.fileId),
  }
}

async function storeAll(
  store: Files | undefined,
  caller: Caller,
  messageId: string,
  attachments: readonly Attachment[],
): Promise<FileInfo[]> {
  if (attachments.length > limits.files) {
    throw new RoostError('invalid_request', `a message has at most ${limits.files} files`)
  }
  const stored: FileInfo[] = []
  for (const [index, attachment] of attachments.entries()) {
    if (!store) throw new RoostError('invalid_request', 'this server takes no files: send a text of at most 64 KiB')
    stored.push(await storeAttachment(store, caller, fileIdOf(caller, messageId, index), attachment))
  }
  return stored
}
