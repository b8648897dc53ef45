import * as v from 'valibot'
import { RoostError } from '../../../../lib/protocol/error.ts'
import { object } from '../../../../lib/protocol/values/object.ts'
import { parse } from '../../../../lib/protocol/values/parse.ts'
import { readJson } from '../../body.ts'
import { mediaTypeOf } from '../../content-type.ts'
import type { HttpContext } from '../../env.ts'
import { filesOf, readForm, textsOf } from '../form.ts'

/** Absent and null say the same in Gotify's JSON. */
const maybe = <T>(schema: v.GenericSchema<unknown, T>) =>
  v.optional(
    v.pipe(
      v.nullable(schema),
      v.transform((it): T | undefined => it ?? undefined),
    ),
  )

/** Home Assistant's templates and forms say it as text. */
const WHOLE = 'must be a whole number'
const prioritySchema = v.union(
  [v.pipe(v.number(), v.safeInteger(WHOLE)), v.pipe(v.string(), v.regex(/^-?\d{1,15}$/, WHOLE), v.transform(Number))],
  WHOLE,
)

/** The extras that change how a message looks; others are taken and change nothing. */
const extrasSchema = v.looseObject({
  'client::display': maybe(v.looseObject({ contentType: maybe(v.string()) })),
  'client::notification': maybe(
    v.looseObject({ click: maybe(v.looseObject({ url: maybe(v.string()) })), bigImageUrl: maybe(v.string()) }),
  ),
})

const fieldsSchema = object({
  title: maybe(v.string()),
  message: v.pipe(
    v.string(),
    v.check((it) => it.trim() !== '', 'must not be empty'),
  ),
  priority: maybe(prioritySchema),
  extras: maybe(extrasSchema),
})
export type GotifyFields = v.InferOutput<typeof fieldsSchema>
type Extras = GotifyFields['extras']

/** Reads JSON, or a form whose fields may also stand in the query. @throws RoostError `invalid_request`. */
export async function readFields(c: HttpContext): Promise<GotifyFields> {
  if (mediaTypeOf(c) === 'application/json') return parse(fieldsSchema, await readJson(c.req.raw))
  const { title, message, priority } = { ...c.req.query(), ...(await formOf(c)) }
  return parse(fieldsSchema, { title, message, priority })
}

async function formOf(c: HttpContext): Promise<Record<string, string>> {
  if (!['multipart/form-data', 'application/x-www-form-urlencoded'].includes(mediaTypeOf(c))) return {}
  const form = await readForm(c)
  if (filesOf(form).length > 0) {
    throw new RoostError('invalid_request', 'this door takes no files: send them to /ntfy/TOPIC, or as a device')
  }
  return textsOf(form)
}

export const isMarkdown = (extras: Extras): boolean => extras?.['client::display']?.contentType === 'text/markdown'

/** The addresses that a press on the notification, or its picture, would open. */
export function addressesIn(extras: Extras): string[] {
  const { click, bigImageUrl } = extras?.['client::notification'] ?? {}
  return [click?.url, bigImageUrl].filter((it) => it !== undefined)
}
