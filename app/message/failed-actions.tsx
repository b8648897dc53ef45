import { CircleAlert } from 'lucide-react'
import { useAction } from '../hooks/use-action.ts'
import { useTimeline } from '../timeline/timeline-context.ts'
import { Button } from '../ui/button.tsx'

interface FailedActionsProps {
  messageId: string
  /** The reason that the server gave. */
  reason: string
}

export function FailedActions({ messageId, reason }: FailedActionsProps) {
  const { retry, discard } = useTimeline()
  const again = useAction(() => retry(messageId))
  const remove = useAction(() => discard(messageId))
  return (
    <div className="flex max-w-full flex-col items-end gap-1.5">
      <p className="flex items-start gap-1 text-danger">
        <CircleAlert className="mt-px size-3.5 shrink-0" aria-hidden="true" />
        <span className="min-w-0 wrap-anywhere">Not sent: {again.problem ?? remove.problem ?? reason}</span>
      </p>
      <div className="flex gap-1.5">
        <Button size="small" busy={again.busy} onClick={() => void again.run()}>
          Retry
        </Button>
        <Button size="small" look="quiet" busy={remove.busy} onClick={() => void remove.run()}>
          Remove
        </Button>
      </div>
    </div>
  )
}
