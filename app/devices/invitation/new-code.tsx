import { Button } from '../../ui/button.tsx'
import { Problem } from '../../ui/problem.tsx'
import { dialogs as english } from '../../words/en/general/dialogs.ts'
import { subject } from '../../words/language/catalog.ts'

const say = subject('dialogs', english)

interface NewCodeProps {
  problem: string | null
  onRenew: () => void
}

/** The code before does not work (any more). */
export function NewCode({ problem, onRenew }: NewCodeProps) {
  return (
    <div className="space-y-4">
      <Problem>{problem}</Problem>
      <Button look="primary" className="w-full" onClick={onRenew}>
        {problem === null ? say.newCode : say.tryAgain}
      </Button>
    </div>
  )
}
