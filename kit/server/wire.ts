// Shapes as docs/protocol.md prints them, written from the page and not from the server.

export interface Message {
  version: number
  messageId: string
  senderDeviceId: string
  receiverDeviceId: string
  kind: string
  targetId?: string
  targetVersion?: number
  contentType: string
  content: string
  timestamp: number
  composedAt?: number
  files?: string[]
}

export interface Batch {
  from: number
  upTo: number
  messages: Message[]
  digest: string
  head: number
  floor: number
}

export interface SendRequest {
  messageId: string
  receiverDeviceId: string
  content: string
  contentType?: string
  kind?: string
  targetId?: string
  composedAt?: number
  files?: string[]
  wake?: string
}

export interface ProtocolError {
  code: string
  message: string
  retryAfterMs?: number
  floor?: number
  head?: number
}

export interface Stored {
  messageId: string
  ok: true
  version: number
  timestamp: number
  duplicate: boolean
}

export type SendResult = Stored | { messageId: string | null; ok: false; error: ProtocolError }

export const MARK_TYPE = 'application/vnd.roost.mark+json'
