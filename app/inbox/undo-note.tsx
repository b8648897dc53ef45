import { useAction } from '../hooks/use-action.ts'
import { Button } from '../ui/button.tsx'

/** Stands above the composer for ten seconds after a failed message was deleted. */
export default function UndoNote({ onUndo }: { onUndo: () => Promise<void> }) {
  const { run, busy, problem } = useAction(onUndo)
  return (
    <div className="mx-auto w-full max-w-3xl px-3 pb-2 sm:px-6">
      <p
        role="status"
        className="flex animate-rise items-center justify-between gap-3 rounded-xl border border-line bg-raised py-1.5 ps-3.5 pe-1.5 text-sm shadow-lift"
      >
        {problem ?? 'The message was deleted.'}
        <Button size="small" autoFocus busy={busy} onClick={() => void run()}>
          Undo
        </Button>
      </p>
    </div>
  )
}
