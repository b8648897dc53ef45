import { openChannel } from '../../browser/shared/channel.ts'
import type { RoostOptions } from '../../core/roost-options.ts'
import { saidBy } from '../../core/timeline/entry.ts'
import { titleOf } from '../../core/timeline/title-of.ts'
import { openTransactions } from '../../indexed-db/open-transactions.ts'
import type { DeviceInfo } from '../../protocol/device.ts'
import type { Message } from '../../protocol/message.ts'
import type { RegistryEntry } from '../../storage/device-registry.ts'
import { devicesOf } from '../../storage/devices/devices.ts'
import { loadState } from '../../storage/load-state.ts'
import { createReadMarks } from '../../storage/read/read-marks.ts'
import { newestUnread } from '../../storage/read/unread-posts.ts'
import type { Tables } from '../../storage/tables.ts'
import { callOverHttp } from '../../transport/http.ts'

/** The unread messages of a device. */
export interface News {
  cursor: number
  unread: number
  /** The newest of them, ascending. */
  posts: readonly NewPost[]
}

export interface NewPost {
  messageId: string
  version: number
  /** ms since the epoch by the server's clock. */
  timestamp: number
  from: string
  /** '' for a device whose name cannot be learned. */
  name: string
  /** False for a device that only sends. */
  takesAnswers: boolean
  text: string
  /** A data URL. */
  picture?: string
}

/** A notification shows no more. */
const MOST_POSTS = 4

/** Reads a device that has just pulled. The server says what was read on other devices meanwhile. */
export async function readNews(options: RoostOptions, { deviceId, token }: RegistryEntry): Promise<News> {
  const transactions = await openTransactions(deviceId, options)
  try {
    const marks = createReadMarks(deviceId, transactions)
    const inbox = await callOverHttp(options.serverUrl, 'inbox', { token }).catch(() => null)
    if (inbox) await marks.confirmRead(inbox.readUpTo, inbox.head)
    const { posts, unread, cursor, known } = await transactions.read((tables) => read(tables, deviceId))
    announce(options, deviceId)
    const devices = await devicesWith(posts, known, () =>
      callOverHttp(options.serverUrl, 'listDevices', { token }).then((it) => it.devices),
    )
    return { cursor, unread, posts: posts.map((it) => newPost(it, devices)) }
  } finally {
    transactions.close()
  }
}

async function read(tables: Tables, deviceId: string) {
  const { present } = await loadState(tables)
  const [posts, known] = await Promise.all([newestUnread(tables, present, deviceId, MOST_POSTS), devicesOf(tables)])
  const unread = Object.values(present.read.unread).reduce((sum, it) => sum + it, 0)
  return { posts, known, unread, cursor: present.cursor }
}

/** A device may have joined while this one was asleep. */
async function devicesWith(
  posts: readonly Message[],
  known: readonly DeviceInfo[],
  ask: () => Promise<readonly DeviceInfo[]>,
): Promise<readonly DeviceInfo[]> {
  const isKnown = ({ senderDeviceId }: Message) => known.some((it) => it.deviceId === senderDeviceId)
  return posts.every(isKnown) ? known : await ask().catch(() => known)
}

function newPost(post: Message, devices: readonly DeviceInfo[]): NewPost {
  const { messageId, version, timestamp, senderDeviceId } = post
  const sender = devices.find((it) => it.deviceId === senderDeviceId)
  const said = saidBy(post.contentType, post.content)
  const picture = said.files?.find((it) => it.preview)?.preview
  return {
    ...{ messageId, version, timestamp, from: senderDeviceId, name: sender?.name ?? '' },
    takesAnswers: sender !== undefined && sender.access !== 'send',
    text: titleOf(said),
    ...(picture && { picture }),
  }
}

/** A tab of the device that is open shows it at once, also if it has no connection now. */
function announce(options: RoostOptions, deviceId: string): void {
  const channel = openChannel(options, deviceId)
  channel.announce({ type: 'inbox' })
  channel.announce({ type: 'read' })
  channel.close()
}
