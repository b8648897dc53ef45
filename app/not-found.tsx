import { EntryFrame } from './entry/entry-frame.tsx'

export default function NotFound() {
  return (
    <EntryFrame title="There is nothing here">
      <p className="text-soft">
        The address may be mistyped.{' '}
        <a className="text-accent underline underline-offset-4" href="/">
          Go to your inbox
        </a>
      </p>
    </EntryFrame>
  )
}
