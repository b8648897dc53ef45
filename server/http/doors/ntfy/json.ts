import * as v from 'valibot'
import { RoostError } from '../../../../lib/protocol/error.ts'
import { object } from '../../../../lib/protocol/values/object.ts'
import { parse } from '../../../../lib/protocol/values/parse.ts'
import type { Parameter } from './parameters.ts'
import { topicSchema } from './topic.ts'

const text = v.optional(v.nullable(v.string()))

/** The JSON of ntfy (https://docs.ntfy.sh/publish/#publish-as-json). */
const publishSchema = object({
  topic: topicSchema,
  message: text,
  title: text,
  tags: v.optional(v.nullable(v.array(v.string()))),
  priority: v.optional(v.nullable(v.union([v.number(), v.string()], 'must be 1 to 5'))),
  click: text,
  attach: text,
  filename: text,
  markdown: v.optional(v.nullable(v.boolean())),
  actions: v.optional(v.nullable(v.array(v.unknown()))),
  delay: text,
  email: text,
  call: text,
})

/** Parameters by their names, as headers would say them; the message as it is. @throws RoostError `invalid_request`. */
export function fromJson(json: unknown) {
  const { topic, message, tags, priority, markdown, actions, ...texts } = parse(publishSchema, json)
  const own: Partial<Record<Parameter, string>> = Object.fromEntries(
    Object.entries(texts).filter(([, value]) => typeof value === 'string'),
  )
  // A header separates tags with commas, so none may hold one.
  if (tags) own.tags = tags.map((it) => it.replaceAll(',', ' ')).join(',')
  // ntfy's programs send 0 for a priority that nobody chose.
  if (priority) own.priority = String(priority)
  if (markdown) own.markdown = 'yes'
  if (actions?.length) own.actions = JSON.stringify(actions)
  return { topic, message: message ?? '', own }
}

export const namesTopic = (json: unknown): boolean =>
  typeof json === 'object' && json !== null && 'topic' in json && !('messages' in json)

/** @throws RoostError `invalid_request`. */
export function checkTopic(topic: string | undefined): string {
  return parse(object({ topic: topicSchema }), { topic }).topic
}

export const noTopic = () =>
  new RoostError('invalid_request', 'topic: is missing; publish to /ntfy/TOPIC, or send JSON with a topic')
