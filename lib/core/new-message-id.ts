import { uuidV7 } from '../protocol/ids.ts'

/** Uses only functions that browsers, workers and Node share. */
export const newMessageId = () => uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(16)))
