import type { ErrorCode } from '../../lib/protocol/error.ts'

const reasons: Partial<Record<ErrorCode, string>> = {
  unknown_receiver: 'The device that this was for has been removed.',
  payload_too_large: 'It is too long. Shorten it, or send it in parts.',
  invalid_request: 'It holds something that cannot be sent, such as half an emoji.',
  conflict: 'The server has another message in its place.',
  forbidden: 'This device may not send that.',
  not_found: 'The message that this belongs to is gone.',
}

/** Why a message was not sent, for the person who wrote it. The server's own words are for developers. */
export const refusalWords = (code: ErrorCode): string => reasons[code] ?? 'The server does not take it.'
