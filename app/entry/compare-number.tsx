import { Button } from '../ui/button.tsx'
import { EntryFrame } from './entry-frame.tsx'

interface CompareNumberProps {
  check: string
  /** The device that asks its person about the number. */
  offeredBy: string
  onCancel: () => void
}

/** Waits until the person has compared the number on both screens. */
export function CompareNumber({ check, offeredBy, onCancel }: CompareNumberProps) {
  return (
    <EntryFrame
      title="One more look"
      lead={`“${offeredBy}” now asks whether to let this device in. Say yes there if it shows this number.`}
    >
      <p
        role="status"
        aria-label={`The number is ${check}`}
        data-testid="check-number"
        dir="ltr"
        className="numeric rounded-2xl border border-line bg-raised py-6 text-center text-6xl/[1.2] font-semibold tracking-[0.06em]"
      >
        {check}
      </p>
      <p className="mt-4 text-sm text-soft">
        If it shows another number, say no there. If it asks nothing, start over with a new code.
      </p>
      <Button size="large" className="mt-6 w-full" onClick={onCancel}>
        Cancel
      </Button>
    </EntryFrame>
  )
}
