import * as v from 'valibot'
import { FILES_CONTENT_TYPE } from './files.ts'
import { limits } from './limits.ts'
import { uuidSchema, versionSchema } from './values/ids.ts'
import { object } from './values/object.ts'
import { isStorableText } from './values/text.ts'

const textSchema = (max: number) =>
  v.pipe(
    v.string(),
    v.check(isStorableText, 'must be well-formed Unicode without U+0000'),
    v.maxLength(max, `must have at most ${max} characters`),
  )

/** Pixels or seconds of a picture, a video or a sound. */
const measureSchema = v.pipe(v.number(), v.finite(), v.minValue(0))

/** A small picture of the file, as a data URL. */
const previewSchema = v.pipe(
  v.string(),
  v.regex(/^data:image\/webp;base64,[A-Za-z0-9+/]+={0,2}$/, 'must be a WebP data URL'),
  v.maxLength(limits.previewLength, `must have at most ${limits.previewLength} characters`),
)

export const fileInfoSchema = object({
  fileId: uuidSchema,
  /** As it was on the sender's disk: to be shown, never to be used as a path. */
  name: textSchema(limits.fileNameLength),
  /** A MIME type; it may be empty, and it may be wrong. */
  type: textSchema(limits.contentTypeLength),
  /** Bytes. */
  size: versionSchema,
  /** In hex. */
  sha256: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'must be SHA-256 in hex'))),
  width: v.optional(measureSchema),
  height: v.optional(measureSchema),
  duration: v.optional(measureSchema),
  preview: v.optional(previewSchema),
})
export type FileInfo = v.InferOutput<typeof fileInfoSchema>

/** The server never looks into it. A device that cannot read it shows the message as text. */
export const filesContentSchema = object({
  text: v.optional(v.string()),
  files: v.pipe(v.array(fileInfoSchema), v.minLength(1), v.maxLength(limits.files)),
})
export type FilesContent = v.InferOutput<typeof filesContentSchema>

/** Reads what a message says about its files; null when it says nothing that this program understands. */
export function readFilesContent(contentType: string, content: string): FilesContent | null {
  if (contentType !== FILES_CONTENT_TYPE) return null
  try {
    const result = v.safeParse(filesContentSchema, JSON.parse(content))
    return result.success ? result.output : null
  } catch {
    return null
  }
}
