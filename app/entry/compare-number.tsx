import { Button } from '../ui/button.tsx'
import { entry as english } from '../words/en/start/entry.ts'
import { subject } from '../words/language/catalog.ts'
import { EntryFrame } from './entry-frame.tsx'

const say = subject('entry', english)

interface CompareNumberProps {
  check: string
  /** The device that asks its person about the number. */
  offeredBy: string
  onCancel: () => void
}

/** Waits until the person has compared the number on both screens. */
export function CompareNumber({ check, offeredBy, onCancel }: CompareNumberProps) {
  return (
    <EntryFrame title={say.compareTitle} lead={say.compareMeans(offeredBy)}>
      <p
        role="status"
        aria-label={say.numberIs(check)}
        data-testid="check-number"
        dir="ltr"
        className="numeric rounded-2xl border border-line bg-raised py-6 text-center text-6xl/[1.2] font-semibold tracking-[0.06em]"
      >
        {check}
      </p>
      <p className="mt-4 text-sm text-soft">{say.otherNumber}</p>
      <Button size="large" className="mt-6 w-full" onClick={onCancel}>
        {say.cancel}
      </Button>
    </EntryFrame>
  )
}
