import * as v from 'valibot'
import { type Message, messageSchema } from '../../../lib/protocol/message.ts'
import { ALL } from '../../../lib/protocol/values/ids.ts'
import { createChanges } from '../export/changes.ts'
import { TransferError } from '../transfer-error.ts'
import { countLeftOut, type Draft, type ReadFile } from './draft.ts'
import { isObject, jsonLines, textIn } from './json.ts'

/**
 * The lines of `messages.ndjson`: posts with their edits folded in, deleted ones left out. `devices` is `devices.json`, or
 * null without it. @throws TransferError
 */
export function fromRoost(text: string, devices: unknown): ReadFile {
  const nameOf = namesIn(devices)
  const self = isObject(devices) ? devices.deviceId : undefined
  const changes = createChanges()
  const posts: Message[] = []
  for (const { line, value } of jsonLines(text)) {
    const checked = v.safeParse(messageSchema, value)
    if (!checked.success) throw new TransferError('bad_line', line)
    if (checked.output.kind === 'post') posts.push(checked.output)
    else changes.note(checked.output)
  }
  const drafts: Draft[] = []
  const leftOut: ReadFile['leftOut'] = {}
  for (const post of posts) {
    const folded = changes.fold(post)
    if (!folded) {
      countLeftOut(leftOut, 'deleted')
      continue
    }
    const { messageId, senderDeviceId, receiverDeviceId: to, timestamp, composedAt = timestamp } = post
    const from = senderDeviceId === self ? null : nameOf(senderDeviceId)
    const { content, contentType } = folded
    drafts.push({ source: messageId, from, content, contentType, composedAt, ...(to === ALL ? {} : { to }) })
  }
  return { format: 'roost', drafts, leftOut }
}

function namesIn(devices: unknown): (deviceId: string) => string | null {
  const { devices: present, former } = isObject(devices) ? devices : {}
  const all = [former, present].flatMap((it) => (Array.isArray(it) ? it : [])).filter(isObject)
  const names = new Map(all.map((it) => [textIn(it.deviceId), textIn(it.name)]))
  return (deviceId) => names.get(deviceId) || null
}
