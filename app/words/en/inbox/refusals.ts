import type { ErrorCode } from '../../../../lib/protocol/error.ts'

/** Why a message was not sent. */
export const refusals = {
  other: 'The server does not take it.',
  byCode: {
    unknown_receiver: 'The device that this was for has been removed.',
    payload_too_large: 'It is too long. Shorten it, or send it in parts.',
    invalid_request: 'It holds something that cannot be sent, such as half an emoji.',
    conflict: 'The server has another message in its place.',
    forbidden: 'This device may not send that.',
    not_found: 'The message that this belongs to is gone.',
  } as Partial<Record<ErrorCode, string>>,
}
