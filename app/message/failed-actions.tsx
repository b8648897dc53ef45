import { CircleAlert } from 'lucide-react'
import { useState } from 'react'
import type { Entry } from '../../lib/core/timeline/entry.ts'
import type { ErrorCode } from '../../lib/protocol/error.ts'
import { ALL } from '../../lib/protocol/values/ids.ts'
import { useAction } from '../hooks/use-action.ts'
import { useTimeline } from '../timeline/timeline-context.ts'
import { Button } from '../ui/button.tsx'
import { copyText } from '../ui/copy-text.ts'
import { refusalWords } from '../words/refusal-words.ts'

interface FailedActionsProps {
  entry: Entry
  code: ErrorCode
}

/** Why a message was not sent, and what helps. The action most likely right comes first, Delete last. */
export default function FailedActions({ entry, code }: FailedActionsProps) {
  const { drop, edit, retry, sendToAll } = useTimeline()
  const again = useAction(() => (entry.to === ALL ? retry(entry.id) : sendToAll(entry)))
  const remove = useAction(() => drop(entry.id))
  const [copied, setCopied] = useState<boolean | null>(null)

  // A second try of these would be refused again.
  const useless = code === 'payload_too_large' || code === 'invalid_request'
  return (
    <div className="max-w-full rounded-xl bg-danger-wash p-2.5 text-sm">
      <p className="flex items-start gap-1.5 px-1 text-ink">
        <CircleAlert className="mt-0.5 size-4 shrink-0 text-danger" aria-hidden="true" />
        <span className="min-w-0">
          <strong className="font-semibold text-danger">Not sent.</strong>{' '}
          {again.problem ?? remove.problem ?? refusalWords(code)}
          {copied === false ? ' The browser does not let this page copy.' : ''}
        </span>
      </p>
      <div className="mt-2 flex flex-wrap gap-1.5">
        {useless ? null : (
          <Button size="small" look="primary" busy={again.busy} onClick={() => void again.run()}>
            {entry.to === ALL ? 'Try again' : 'Send to all'}
          </Button>
        )}
        <Button size="small" look={useless ? 'primary' : 'plain'} onClick={() => edit(entry)}>
          Edit
        </Button>
        <Button size="small" look="quiet" onClick={() => void copyText(entry.content).then(setCopied)}>
          <span aria-live="polite">{copied ? 'Copied' : 'Copy'}</span>
        </Button>
        <Button size="small" look="quiet" className="text-danger!" busy={remove.busy} onClick={() => void remove.run()}>
          Delete
        </Button>
      </div>
    </div>
  )
}
