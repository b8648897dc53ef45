import type { PairingEvent } from '../../../lib/protocol/pairing.ts'
import { useAction } from '../../hooks/use-action.ts'
import { Button } from '../../ui/button.tsx'
import { Problem } from '../../ui/problem.tsx'

interface AdmitDeviceProps {
  claim: PairingEvent
  onDecide: (accept: boolean) => Promise<void>
}

/** The number tells the person's own device from one that has got hold of the code. */
export function AdmitDevice({ claim, onDecide }: AdmitDeviceProps) {
  const { run, busy, problem } = useAction(onDecide)
  return (
    <div className="space-y-5">
      <p className="text-center text-sm">
        Does it show this number?
        <strong
          data-testid="check-number"
          className="numeric mt-2 block text-5xl/[1.2] font-semibold tracking-[0.06em]"
          dir="ltr"
        >
          {claim.check}
        </strong>
      </p>
      <Problem>{problem}</Problem>
      <div className="grid gap-2.5">
        <Button className="w-full" busy={busy} onClick={() => void run(false)}>
          No, refuse
        </Button>
        <Button look="primary" className="w-full" busy={busy} onClick={() => void run(true)}>
          Yes, let it in
        </Button>
      </div>
    </div>
  )
}
