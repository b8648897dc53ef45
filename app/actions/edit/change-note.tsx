import type { Entry } from '../../../lib/core/timeline/entry.ts'
import { innermost } from '../../connection/innermost.ts'
import { useAction } from '../../hooks/use-action.ts'
import { useDeviceState } from '../../hooks/use-device-state.ts'
import { useNow } from '../../hooks/use-now.ts'
import { Button } from '../../ui/button.tsx'
import { copyText } from '../../ui/copy-text.ts'
import { actions as english } from '../../words/en/inbox/actions.ts'
import { subject } from '../../words/language/catalog.ts'
import { refusalWords } from '../../words/refusal-words.ts'
import { useActions } from '../actions.ts'
import { undo } from '../perform.ts'

const sayActions = subject('actions', english)

/** How far the last edit or delete of a message has come, while the server has not sent it back. */
export default function ChangeNote({ entry }: { entry: Entry }) {
  const actions = useActions()
  const { device, say } = actions
  const { change } = entry
  const live = useDeviceState(device, (it) => innermost(it.connection).state === 'live')
  const now = useNow(change?.undoUntil === undefined ? null : 1_000)
  const again = useAction(async (id: string) => device.retry(id))
  const forget = useAction(async (id: string) => device.discard(id))
  const takeBack = useAction((id: string) => undo(actions, { held: [id], dropped: [] }))
  if (!change) return null
  const { id, kind, state, error, content, undoUntil = 0 } = change

  if (state === 'failed') {
    return (
      <div className="mt-1.5 rounded-xl bg-danger-wash px-3.5 py-3 text-[0.8125rem]/5">
        <p className="text-ink">
          <strong className="font-semibold text-danger">
            {kind === 'edit' ? sayActions.editRefused : sayActions.deleteRefused}
          </strong>{' '}
          {again.problem ?? forget.problem ?? (error ? refusalWords(error.code) : '')}
        </p>
        <div className="mt-2.5 flex flex-wrap gap-1.5">
          <Button size="small" busy={again.busy} onClick={() => void again.run(id)}>
            {sayActions.tryAgain}
          </Button>
          {kind === 'edit' ? (
            <Button size="small" look="quiet" onClick={() => void copyText(content).then(tell)}>
              {sayActions.copyEdit}
            </Button>
          ) : null}
          <Button size="small" look="quiet" busy={forget.busy} onClick={() => void forget.run(id)}>
            {sayActions.dropChange}
          </Button>
        </div>
      </div>
    )
  }
  if (kind === 'delete' && undoUntil > now) {
    return (
      <button
        type="button"
        disabled={takeBack.busy}
        onClick={() => void takeBack.run(id)}
        className="ms-2 rounded text-sm font-medium text-accent underline-offset-4 hover:underline pointer-coarse:min-h-11 pointer-coarse:px-3"
      >
        {sayActions.undo}
      </button>
    )
  }
  if (state !== 'waiting' || live) return null
  return <p className="text-xs text-amber">{kind === 'edit' ? sayActions.editWaits : sayActions.deleteWaits}</p>

  function tell(copied: boolean) {
    say(copied ? sayActions.copied : sayActions.notCopied)
  }
}
