import type { ReceivedMessage } from '../../lib/client/types.ts'
import { readFilesContent } from '../../lib/protocol/file-info.ts'
import { pathOfFile } from '../../lib/protocol/files.ts'

/** The body of a webhook, as JSON: the envelope of Standard Webhooks around a message. Times are in ISO 8601. */
export function bodyOf(message: ReceivedMessage, server: string): string {
  const { id, version, from, fromName, to, contentType, content, storedAt, composedAt, edited } = message
  const files = (readFilesContent(contentType, content)?.files ?? []).map(({ fileId, name, type, size }) => ({
    ...{ id: fileId, name, type, size },
    // The address asks for the token of a device that sees the message.
    url: server + pathOfFile(fileId),
  }))
  return JSON.stringify({
    type: 'message',
    timestamp: iso(storedAt),
    data: {
      ...{ id, version, kind: 'post', from: { id: from, name: fromName }, to, contentType, content, files, edited },
      ...{ storedAt: iso(storedAt), composedAt: composedAt === null ? null : iso(composedAt) },
    },
  })
}

/** A sender's clock may be so wrong that its time has no such form. */
function iso(ms: number): string | null {
  const date = new Date(ms)
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}
