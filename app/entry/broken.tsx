import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/problem.tsx'
import { EntryFrame } from './entry-frame.tsx'

/** The start failed, so there is no device to show. */
export default function Broken({ problem }: { problem: string }) {
  return (
    <EntryFrame title="Roost could not open">
      <div className="space-y-4">
        <Problem>{problem}</Problem>
        <Button look="primary" size="large" className="w-full" onClick={() => location.reload()}>
          Reload
        </Button>
      </div>
    </EntryFrame>
  )
}
