import type { ProtocolError } from '../../../lib/protocol/error.ts'
import type { Committed } from '../../core/ports/on-commit.ts'
import type { Store } from '../../core/ports/store.ts'
import type { PackedAppended } from './hand-over.ts'

/** What the thread that writes is asked for. */
export const writerCalls = [
  'append',
  'acknowledge',
  'markRead',
  'createDevice',
  'renameDevice',
  'revokeDevice',
  'touchDevice',
  'addPairing',
  'claimPairing',
  'expire',
  'forget',
  'believeTime',
] as const satisfies readonly (keyof Store)[]

export type WriterCall = (typeof writerCalls)[number]

/** What only reads. Whatever stands in neither list keeps open-sqlite-store.ts from compiling. */
export type ReaderCall = 'pull' | 'summary' | 'findToken' | 'listDevices' | 'findPairing' | 'believedTime' | 'check'

/** To the thread, many at a time. `open` is answered when it has come up; `close` is the last. */
export type WriterRequest = readonly [id: number, call: WriterCall | 'open' | 'close', args: readonly unknown[]]

/** What an append is asked with and answers is packed: see hand-over.ts. */
export type WriterOutcome =
  | { appended: PackedAppended }
  | { value: unknown }
  | { refused: ProtocolError }
  | { failed: unknown }
export type WriterReply = readonly [id: number, outcome: WriterOutcome]

/** From the thread. */
export type FromWriter = { replies: readonly WriterReply[] } | { committed: Committed }
