import * as v from 'valibot'
import { limits } from './limits.ts'
import { routes } from './routes.ts'
import { uuidSchema } from './values/ids.ts'
import { object } from './values/object.ts'

/** The content of a message that describes the files that it carries. */
export const FILES_CONTENT_TYPE = 'application/vnd.roost.files+json'

/** The files that a message carries. Their device made the ids before its first try. */
export const fileIdsSchema = v.pipe(
  v.array(uuidSchema),
  v.minLength(1, 'must have at least 1 file'),
  v.maxLength(limits.files, `must have at most ${limits.files} files`),
  v.check((ids) => new Set(ids).size === ids.length, 'must name each file once'),
)

/** `complete`: all bytes are on the server. A hint: a device that missed it asks for the file. */
export const fileEventSchema = object({ fileId: uuidSchema, complete: v.boolean() })
export type FileEvent = v.InferOutput<typeof fileEventSchema>

/** The address of a file: of its upload, and of its bytes. */
export const pathOfFile = (fileId: string): string => `${routes.files}/${fileId}`
