import { EntryFrame } from './entry/entry-frame.tsx'
import { entry as english } from './words/en/start/entry.ts'
import { subject } from './words/language/catalog.ts'

const say = subject('entry', english)

export default function NotFound() {
  return (
    <EntryFrame title={say.nothingHere}>
      <p className="text-soft">
        {say.mistyped}{' '}
        <a className="text-accent underline underline-offset-4" href="/">
          {say.toInbox}
        </a>
      </p>
    </EntryFrame>
  )
}
