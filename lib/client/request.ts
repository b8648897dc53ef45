import { newMessageId } from '../core/new-message-id.ts'
import type { Written } from '../core/ports.ts'
import { RoostError } from '../protocol/error.ts'
import { checkSendItem } from '../protocol/send.ts'

/** A post with an id of its own, checked as the server will check it. @throws RoostError */
export function newPost(receiverDeviceId: string, content: string, contentType?: string): Written {
  const request = { messageId: newMessageId(), receiverDeviceId, content, ...(contentType && { contentType }) }
  const checked = checkSendItem(request)
  if (!checked.ok) throw RoostError.from(checked.error)
  return { request, composedAt: Date.now() }
}
