import { toJson } from '../../core/messages/raw-json.ts'

/** A comment, which says nothing: the line stays in use, so that no proxy closes it. */
export const COMMENT = ':\n\n'

/** An event of a stream (text/event-stream). JSON holds no line breaks, so it is one line of data. */
export function eventText(event: string, payload: unknown, id?: number): string {
  return `event: ${event}\n${id === undefined ? '' : `id: ${id}\n`}data: ${toJson(payload)}\n\n`
}
