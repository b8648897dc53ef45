import { Button } from '../ui/button.tsx'
import { EntryFrame } from './entry-frame.tsx'

/** A fault of ours took the screen away; the reload brings it back. */
export function Crashed() {
  return (
    <EntryFrame title="Something went wrong" lead="Reload the page to go on. Nothing is lost.">
      <Button look="primary" size="large" className="w-full" onClick={() => location.reload()}>
        Reload
      </Button>
    </EntryFrame>
  )
}
