import { opening as english } from '../words/en/start/opening.ts'
import { subject } from '../words/language/catalog.ts'
import { Mark } from './mark.tsx'

const say = subject('opening', english)

/** Appears only when the start takes long enough to be noticed. */
export function Splash() {
  return (
    <main className="grid min-h-dvh place-items-center">
      <div className="animate-appear" role="status">
        <Mark className="w-16 animate-breathe" />
        <span className="sr-only">{say.opening}</span>
      </div>
    </main>
  )
}
