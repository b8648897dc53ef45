import { uuidV7 } from '../protocol/values/ids.ts'

/** Uses only functions that browsers, workers and Node share. */
export const newMessageId = () => uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(16)))
