import { DEFAULT_CONTENT_TYPE } from '../../../lib/protocol/message.ts'
import { countLeftOut, type Draft, type ReadFile } from './draft.ts'
import { dateIn } from './from-telegram.ts'
import { isObject, type Json, textIn } from './json.ts'

/** signal-export calls the person themselves so. */
const SELF = 'Me'

/** The messages of a chat as `signal-export` writes them (`data.json`, one to a line). Null when they are something else. */
export function fromSignalExport(values: readonly Json[]): ReadFile | null {
  if (values.length === 0 || !values.every(isMessage)) return null
  const drafts: Draft[] = []
  const leftOut: ReadFile['leftOut'] = {}
  for (const it of values) {
    // It ends each body with two blanks, for Markdown.
    const body = textIn(it.body).replace(/ {2}$/, '')
    const content = `${textIn(it.quote).trim() === '' ? '' : `${textIn(it.quote).trim()}\n\n`}${body}`
    if (it.deleted === true) countLeftOut(leftOut, 'deleted')
    else if (body.trim() === '') countLeftOut(leftOut, 'noText')
    else {
      const from = textIn(it.sender)
      const composedAt = dateIn(it.date)
      drafts.push({
        source: `${textIn(it.date)} ${from} ${body}`,
        from: from === SELF || from === '' ? null : from,
        ...{ content, contentType: DEFAULT_CONTENT_TYPE, composedAt },
      })
    }
  }
  return { format: 'signalExport', drafts, leftOut }
}

const isMessage = (it: unknown): boolean =>
  isObject(it) && typeof it.date === 'string' && typeof it.sender === 'string' && typeof it.body === 'string'
