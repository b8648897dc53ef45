import { AlertDialog } from '@base-ui/react/alert-dialog'
import { type RefObject, useRef } from 'react'
import { Button } from '../../ui/button.tsx'
import { backdrop, centred } from '../../ui/dialog-classes.ts'
import { Problem } from '../../ui/problem.tsx'

interface QuestionProps {
  title: string
  /** Consequences of a yes. */
  facts: string
  no: string
  /** Null: there is nothing to say yes to. */
  yes: string | null
  danger?: boolean
  busy?: boolean
  problem?: string | null
  returnTo: RefObject<HTMLElement | null>
  onYes: () => void
  onNo: () => void
}

/** Asks one question, with its facts and two buttons, the safe one first. */
export function Question(props: QuestionProps) {
  const { title, facts, no, yes, danger = false, busy = false, problem = null, returnTo, onYes, onNo } = props
  const safe = useRef<HTMLButtonElement>(null)
  return (
    <AlertDialog.Root open onOpenChange={(open) => !open && onNo()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop forceRender className={backdrop} />
        <AlertDialog.Popup className={centred} initialFocus={safe} finalFocus={returnTo}>
          <AlertDialog.Title className="text-lg font-semibold tracking-[-0.012em] wrap-anywhere">
            {title}
          </AlertDialog.Title>
          <AlertDialog.Description className="mt-2 text-sm text-soft">{facts}</AlertDialog.Description>
          <div className="mt-5 space-y-4">
            <Problem>{problem}</Problem>
            <div className="flex flex-wrap justify-end gap-2">
              <Button ref={safe} onClick={onNo}>
                {no}
              </Button>
              {yes === null ? null : (
                <Button look={danger ? 'danger' : 'primary'} busy={busy} onClick={onYes}>
                  {yes}
                </Button>
              )}
            </div>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
