import { Check } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { message as english } from '../words/en/inbox/message.ts'
import { subject } from '../words/language/catalog.ts'
import { firstLine } from '../words/text/first-line.ts'

const say = subject('message', english)

/** A message that is done is one faint line. A press opens it in its place, and folds it again. */
export function DoneBody({ text, children }: { text: string; children: ReactNode }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="flex max-w-full items-center gap-1.5 rounded-md text-start text-sm text-faint pointer-coarse:min-h-11"
      >
        <Check className="size-4 shrink-0" aria-hidden="true" />
        <span className="sr-only">{say.done}</span>
        {open ? (
          <span aria-hidden="true">{say.done}</span>
        ) : (
          <span data-testid="done" className="truncate">
            {firstLine(text)}
          </span>
        )}
      </button>
      {open ? children : null}
    </>
  )
}
