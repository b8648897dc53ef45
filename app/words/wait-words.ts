import type { WaitReason } from '../../lib/core/connection/wait-reason.ts'
import { waits as english } from './en/general/waits.ts'
import { subject } from './language/catalog.ts'

const say = subject('waits', english)

/** Why there is no connection. A tab of another version may know reasons that this one does not. */
export const waitWords = (reason: WaitReason): string => say[reason] ?? say.lost
