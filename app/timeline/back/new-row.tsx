import { Bird } from '../../brand/bird.tsx'
import { back as english } from '../../words/en/inbox/back.ts'
import { subject } from '../../words/language/catalog.ts'
import { AwayHeading } from './away-heading.tsx'
import type { Back } from './visit.ts'

const say = subject('back', english)

interface NewRowProps {
  back: Back
  /** When the last message before the line was stored; null when there is none. */
  lastAt: number | null
}

/** The line where reading ended. A line is a perch: the bird lands on it once for each return. */
export function NewRow({ back, lastAt }: NewRowProps) {
  return (
    <div data-new-line={back.line}>
      {back.long ? <AwayHeading back={back} lastAt={lastAt} /> : null}
      {/* biome-ignore lint/a11y/useSemanticElements: a rule cannot hold its word */}
      <div
        role="separator"
        aria-label={say.newFromHere}
        className="relative flex items-center gap-2.5 pt-7 text-xs/4 font-semibold text-accent"
      >
        {say.new}
        <span className="h-0.5 flex-1 rounded-full bg-accent" />
        <Bird className="absolute end-5 bottom-[calc(0.5rem+1px)] h-5.5 animate-land" />
      </div>
    </div>
  )
}
