import { useEffect, useState } from 'react'
import { UNDO_MS } from '../../lib/core/outbox/own-change.ts'
import type { Deletion } from '../../lib/core/ports.ts'
import { Button } from '../ui/button.tsx'
import { actions as english } from '../words/en/inbox/actions.ts'
import { subject } from '../words/language/catalog.ts'
import { useActions, useActionsState } from './actions.ts'
import { undo } from './perform.ts'

const say = subject('actions', english)

const READ_MS = 3_000

/** Says what was done, above the composer and to screen readers, and offers to take a deletion back. */
export function ActionNote() {
  const actions = useActions()
  const note = useActionsState((it) => it.note)

  useEffect(() => {
    if (!note) return
    const timer = setTimeout(
      () => actions.get().note === note && actions.set({ note: null }),
      note.deletion ? UNDO_MS : READ_MS,
    )
    return () => clearTimeout(timer)
  }, [actions, note])

  return (
    // It stands over the end of the list, which must not move for it.
    <div className="rail relative z-10">
      <div role="status" className="absolute inset-x-0 bottom-2">
        {note?.spokenOnly ? (
          <span className="sr-only">{note.text}</span>
        ) : note ? (
          <div className="flex min-h-11 animate-rise items-center justify-between gap-3 rounded-xl bg-raised py-1 ps-3.5 pe-1.5 text-sm shadow-lift">
            <Spoken key={note.text} text={note.text} />
            {note.deletion ? (
              <Button
                size="small"
                autoFocus={leavesRow(note.deletion)}
                onClick={() => note.deletion && void undo(actions, note.deletion)}
              >
                {say.undo}
              </Button>
            ) : null}
          </div>
        ) : null}
      </div>
    </div>
  )
}

/** The row or the bar that had the focus is gone, so the focus comes here. */
const leavesRow = ({ held, dropped }: Deletion) => dropped.length > 0 || held.length > 1

/** Some screen readers miss a region that appears together with its text. */
function Spoken({ text }: { text: string }) {
  const [shown, show] = useState('')
  useEffect(() => show(text), [text])
  return <span className="min-w-0">{shown}</span>
}
