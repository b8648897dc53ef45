import { uuidV7 } from '../protocol/ids.ts'

/** Needs nothing but what browsers, workers and Node have in common. */
export const newMessageId = () => uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(16)))
