import type { PairingEvent } from '../../../lib/protocol/pairing.ts'
import { useAction } from '../../hooks/use-action.ts'
import { Button } from '../../ui/button.tsx'
import { dialogEnd } from '../../ui/dialog-classes.ts'
import { Problem } from '../../ui/problem.tsx'
import { dialogs as english } from '../../words/en/general/dialogs.ts'
import { subject } from '../../words/language/catalog.ts'

const say = subject('dialogs', english)

interface AdmitDeviceProps {
  claim: PairingEvent
  onDecide: (accept: boolean) => Promise<void>
}

/** The number tells the person's own device from one that has got hold of the code. */
export function AdmitDevice({ claim, onDecide }: AdmitDeviceProps) {
  const { run, busy, problem } = useAction(onDecide)
  return (
    <div className="space-y-5">
      <strong
        data-testid="check-number"
        className="numeric block text-center text-5xl/[3.25rem] font-[620] tracking-[0.02em]"
        dir="ltr"
      >
        {claim.check}
      </strong>
      <Problem>{problem}</Problem>
      <div className={dialogEnd}>
        <Button busy={busy} onClick={() => void run(false)}>
          {say.refuse}
        </Button>
        <Button look="primary" busy={busy} onClick={() => void run(true)}>
          {say.admit}
        </Button>
      </div>
    </div>
  )
}
