import * as v from 'valibot'
import { activitySchema } from './activity.ts'
import { batchSchema } from './batch.ts'
import { deviceListSchema, helloSchema } from './device.ts'
import { fileEventSchema } from './files.ts'
import { pairingEventSchema } from './pairing.ts'
import { inboxEventSchema } from './read.ts'
import { object } from './values/object.ts'

export const SOCKET_PATH = '/socket.io'

/** The server sends live devices these events unasked. `hello` is the first on every connection. */
export const events = {
  hello: helloSchema,
  batch: batchSchema,
  /** `news`: removals, and texts deleted in bulk, of the last days, for every device to say. Newest first. */
  devices: object({ ...deviceListSchema.entries, news: v.optional(v.array(activitySchema)) }),
  inbox: inboxEventSchema,
  pairing: pairingEventSchema,
  /** A file that this device may see has arrived on the server. */
  file: fileEventSchema,
  /** The account's owner removed this device. The server then disconnects it. */
  revoked: object({}),
} as const

export type EventName = keyof typeof events
export type PayloadOf<E extends EventName> = v.InferOutput<(typeof events)[E]>
