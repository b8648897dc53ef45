import * as v from 'valibot'
import { limits } from './limits.ts'
import { messageSchema } from './message.ts'
import { digestSchema, versionSchema } from './values/ids.ts'
import { object } from './values/object.ts'

/**
 * The shape of live batches and pulled ones alike. `messages` is everything for this device after `from`, up to and
 * including `upTo`, ascending by version. `digest` is the history digest at `upTo`.
 */
export const batchSchema = object({
  from: versionSchema,
  upTo: versionSchema,
  messages: v.array(messageSchema),
  digest: digestSchema,
  head: versionSchema,
  floor: versionSchema,
})

export type Batch = v.InferOutput<typeof batchSchema>

/**
 * A pull. Without `after` the server starts at the device's lastReceivedVersion. It ignores a digest without `after`.
 */
export const pullRequestSchema = v.pipe(
  object({
    after: v.optional(versionSchema),
    digest: v.optional(digestSchema),
    limit: v.optional(
      v.pipe(
        v.number(),
        v.safeInteger('must be an integer'),
        v.minValue(1, 'must be at least 1'),
        v.maxValue(limits.pullMax, `must be at most ${limits.pullMax}`),
      ),
    ),
  }),
  v.check((it) => it.digest === undefined || it.after !== undefined, 'digest: needs after'),
)

export type PullRequest = v.InferOutput<typeof pullRequestSchema>

export const ackRequestSchema = object({ version: versionSchema, digest: v.optional(digestSchema) })
export type AckRequest = v.InferOutput<typeof ackRequestSchema>

export const ackAnswerSchema = object({ lastReceivedVersion: versionSchema })
