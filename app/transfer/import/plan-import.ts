import type { Written } from '../../../lib/core/ports.ts'
import { DEFAULT_CONTENT_TYPE } from '../../../lib/protocol/message.ts'
import { checkSendItem, type SendRequest } from '../../../lib/protocol/send.ts'
import { ALL } from '../../../lib/protocol/values/ids.ts'
import { countLeftOut, type Draft, type Format, type ReadFile } from './draft.ts'
import { importId } from './import-id.ts'
import { withAuthor } from './written-by.ts'

/** Shown to the person before anything is brought in. */
export interface ImportSummary {
  format: Format
  count: number
  /** ms since the epoch, of those that come in and say when they were written; null: none does. */
  first: number | null
  last: number | null
  leftOut: ReadFile['leftOut']
}

export interface ImportPlan {
  summary: ImportSummary
  items: Written[]
}

/** Facts about the device that a file is brought into. */
export interface ImportInto {
  deviceId: string
  /** The devices that can get a message. */
  receivers: ReadonlySet<string>
  /** The messageIds that it holds or is about to send. */
  known: ReadonlySet<string>
  now: number
}

/** Turns what was read into messages of this device, without those that it has already. */
export function planImport({ format, drafts, leftOut: before }: ReadFile, into: ImportInto): ImportPlan {
  const leftOut = { ...before }
  const items: Written[] = []
  const taken = new Set<string>()
  for (const draft of drafts) {
    const messageId = importId(format, draft.source)
    if (into.known.has(messageId) || (format === 'roost' && into.known.has(draft.source))) countLeftOut(leftOut, 'here')
    else if (taken.has(messageId)) countLeftOut(leftOut, 'double')
    else {
      const request = requestOf(draft, messageId, into)
      const checked = checkSendItem(request)
      if (checked.ok) items.push({ request, composedAt: draft.composedAt ?? into.now })
      else countLeftOut(leftOut, checked.error.code === 'payload_too_large' ? 'tooLong' : 'notStorable')
      taken.add(messageId)
    }
  }
  const times = items.map((it) => it.composedAt)
  const edge = (pick: (a: number, b: number) => number) => (times.length === 0 ? null : times.reduce(pick))
  const summary = {
    format,
    count: items.length,
    first: edge((a, b) => Math.min(a, b)),
    last: edge((a, b) => Math.max(a, b)),
  }
  return { summary: { ...summary, leftOut }, items }
}

function requestOf(
  { content, contentType, from, to }: Draft,
  messageId: string,
  { receivers }: ImportInto,
): SendRequest {
  const type = withAuthor(contentType || DEFAULT_CONTENT_TYPE, from)
  const receiverDeviceId = to !== undefined && receivers.has(to) ? to : ALL
  return { messageId, receiverDeviceId, content, contentType: type }
}
