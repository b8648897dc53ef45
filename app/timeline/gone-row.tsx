import { timeline as english } from '../words/en/inbox/timeline.ts'
import { subject } from '../words/language/catalog.ts'

const say = subject('timeline', english)
export function GoneRow() {
  return <p className="mx-auto max-w-sm pt-6 pb-2 text-center text-sm text-balance text-faint">{say.gone}</p>
}
