import type { ErrorCode } from '../../lib/protocol/error.ts'
import { refusals as english } from './en/inbox/refusals.ts'
import { subject } from './language/catalog.ts'

const say = subject('refusals', english)

/** Why a message was not sent, for the person who wrote it. The server's own words are for developers. */
export const refusalWords = (code: ErrorCode): string => say.byCode[code] ?? say.other
