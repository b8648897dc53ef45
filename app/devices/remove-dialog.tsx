import { AlertDialog } from '@base-ui/react/alert-dialog'
import { type RefObject, useRef } from 'react'
import { useAction } from '../hooks/use-action.ts'
import { Button } from '../ui/button.tsx'
import { backdrop, centred } from '../ui/dialog-classes.ts'
import { Problem } from '../ui/problem.tsx'

interface RemoveDialogProps {
  name: string
  isThis: boolean
  returnTo: RefObject<HTMLElement | null>
  onRemove: () => Promise<void>
  onClose: () => void
}

export default function RemoveDialog({ name, isThis, returnTo, onRemove, onClose }: RemoveDialogProps) {
  const cancel = useRef<HTMLButtonElement>(null)
  const { run, busy, problem } = useAction(async () => {
    await onRemove()
    onClose()
  })

  return (
    <AlertDialog.Root open onOpenChange={(open) => !open && onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop forceRender className={backdrop} />
        <AlertDialog.Popup className={centred} initialFocus={cancel} finalFocus={returnTo}>
          <AlertDialog.Title className="text-lg font-semibold tracking-[-0.012em] wrap-anywhere">
            {isThis ? 'Remove this device?' : `Remove “${name}”?`}
          </AlertDialog.Title>
          <AlertDialog.Description className="mt-2 text-sm text-soft">
            {isThis
              ? 'Everything that this browser keeps for it is deleted, also what still waits to be sent. Your other devices keep their messages.'
              : 'It can do nothing more from now on, and deletes what it keeps the next time it connects. Messages it has sent stay in the inbox.'}
          </AlertDialog.Description>
          <div className="mt-5 space-y-4">
            <Problem>{problem}</Problem>
            <div className="flex justify-end gap-2">
              <Button ref={cancel} onClick={onClose}>
                Keep it
              </Button>
              <Button look="danger" busy={busy} onClick={() => void run()}>
                Remove
              </Button>
            </div>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
