import type { Entry } from '../../lib/core/timeline/entry.ts'
import { titleOf } from '../../lib/core/timeline/title-of.ts'
import { Content } from '../content/content.tsx'
import { actions as actionsEnglish } from '../words/en/inbox/actions.ts'
import { message as messageEnglish } from '../words/en/inbox/message.ts'
import { subject } from '../words/language/catalog.ts'
import { writtenBy } from '../words/text/written-by.ts'
import { DoneBody } from './done-body.tsx'
import { MessageFiles } from './message-files.tsx'

const sayActions = subject('actions', actionsEnglish)
const sayMessage = subject('message', messageEnglish)

/** The message itself, with the sign that it was edited after its text. */
export function MessageBody({ entry }: { entry: Entry }) {
  if (entry.deleted) {
    const own = entry.change?.kind === 'delete'
    return (
      <p className={`text-sm text-faint italic ${own ? 'inline' : ''}`}>
        {own ? sayActions.deleted : sayMessage.deleted}
      </p>
    )
  }
  const author = writtenBy(entry.contentType)
  const body = (
    <div className={`max-w-(--text) min-w-0 ${entry.edited ? '[&>[data-testid=text]]:inline' : ''}`}>
      {author === null ? null : <p className="text-xs text-faint wrap-anywhere">{sayMessage.writtenBy(author)}</p>}
      {entry.files ? <MessageFiles entry={entry} /> : null}
      {entry.files && entry.content === '' ? null : <Content entry={entry} />}
      {entry.edited ? <span className="ms-1.5 text-xs text-faint">{sayMessage.edited}</span> : null}
    </div>
  )
  return entry.done ? <DoneBody text={titleOf(entry)}>{body}</DoneBody> : body
}
