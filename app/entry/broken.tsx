import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/problem.tsx'
import { entry as english } from '../words/en/start/entry.ts'
import { subject } from '../words/language/catalog.ts'
import { EntryFrame } from './entry-frame.tsx'

const say = subject('entry', english)

/** The start failed, so there is no device to show. */
export default function Broken({ problem }: { problem: string }) {
  return (
    <EntryFrame title={say.couldNotOpen}>
      <div className="space-y-4">
        <Problem>{problem}</Problem>
        <Button look="primary" size="large" className="w-full" onClick={() => location.reload()}>
          {say.reload}
        </Button>
      </div>
    </EntryFrame>
  )
}
