import { CircleAlert } from 'lucide-react'
import type { Entry } from '../../lib/core/timeline/entry.ts'
import { requestOf } from '../../lib/core/timeline/said.ts'
import type { ErrorCode } from '../../lib/protocol/error.ts'
import { ALL } from '../../lib/protocol/values/ids.ts'
import { useActions } from '../actions/actions.ts'
import { copy, remove } from '../actions/perform.ts'
import { useAction } from '../hooks/use-action.ts'
import { useTimeline } from '../timeline/timeline-context.ts'
import { Button } from '../ui/button.tsx'
import { actions as english } from '../words/en/inbox/actions.ts'
import { subject } from '../words/language/catalog.ts'
import { refusalWords } from '../words/refusal-words.ts'

const say = subject('actions', english)

interface FailedActionsProps {
  entry: Entry
  code: ErrorCode
}

/** Why a message was not sent, and what helps. The action most likely right comes first, Delete last. */
export default function FailedActions({ entry, code }: FailedActionsProps) {
  const { edit, retry, sendToAll } = useTimeline()
  const actions = useActions()
  const again = useAction(() => (entry.to === ALL ? retry(entry.id) : sendToAll(entry.id, requestOf(entry))))
  const drop = useAction(() => remove(actions, [entry]))

  // A second try of these would be refused again.
  const useless = code === 'payload_too_large' || code === 'invalid_request'
  return (
    <div className="mt-1.5 rounded-xl bg-danger-wash px-3.5 py-3 text-[0.8125rem]/5">
      <p className="flex items-start gap-2 text-ink">
        <CircleAlert className="mt-0.5 size-4 shrink-0 text-danger" aria-hidden="true" />
        <span className="min-w-0">
          <strong className="font-semibold text-danger">{say.notSent}</strong> {again.problem ?? refusalWords(code)}
        </span>
      </p>
      <div className="mt-2.5 flex flex-wrap gap-1.5">
        {useless ? null : (
          <>
            <Button size="small" look="primary" busy={again.busy} onClick={() => void again.run()}>
              {entry.to === ALL ? say.tryAgain : say.sendToAll}
            </Button>
            <Button size="small" onClick={() => actions.set({ dialog: { name: 'sendAgain', entry } })}>
              {say.chooseDevice}
            </Button>
          </>
        )}
        <Button size="small" look={useless ? 'primary' : 'plain'} onClick={() => edit(entry)}>
          {say.edit}
        </Button>
        <Button size="small" look="quiet" onClick={() => void copy(actions, [entry])}>
          {say.copyShort}
        </Button>
        <Button size="small" look="quiet" className="text-danger!" busy={drop.busy} onClick={() => void drop.run()}>
          {say.delete}
        </Button>
      </div>
    </div>
  )
}
