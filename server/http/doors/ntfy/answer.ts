import { errorStatus, type ProtocolError } from '../../../../lib/protocol/error.ts'
import { pathOfFile } from '../../../../lib/protocol/files.ts'
import type { Delivered } from '../deliver.ts'
import type { Publication } from './publication.ts'

/** The event that ntfy answers for a message; `baseUrl` is our address. The id is the messageId. */
export function ntfyAnswer(it: Publication, { messageId, timestamp, files: [file] }: Delivered, baseUrl: string) {
  const attached = file
    ? { name: file.name, type: file.type, size: file.size, url: baseUrl + pathOfFile(file.fileId) }
    : it.attach && { name: it.filename ?? it.attach.split('/').at(-1), url: it.attach }
  return {
    ...{ id: messageId, time: Math.floor(timestamp / 1000), event: 'message', topic: it.topic, message: it.message },
    ...(it.title && { title: it.title }),
    ...(it.priority !== 3 && { priority: it.priority }),
    ...(it.tags.length > 0 && { tags: it.tags }),
    ...(it.click && { click: it.click }),
    ...(attached && { attachment: attached }),
    ...(it.markdown && { content_type: 'text/markdown' }),
  }
}

/** An error as ntfy answers it, whose code is a number. Ours is the `reason`. */
export function ntfyError({ code, message, retryAfterMs }: ProtocolError) {
  const http = errorStatus[code]
  return { code: http * 100, http, error: message, reason: code, ...(retryAfterMs !== undefined && { retryAfterMs }) }
}
