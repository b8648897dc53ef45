import { receivers as english } from '../words/en/inbox/receivers.ts'
import { subject } from '../words/language/catalog.ts'

const say = subject('receivers', english)

interface KeptNoteProps {
  /** Whom the text was written for: null for all devices, undefined for a removed one. */
  name: string | null | undefined
  onMove: () => void
}

/** After the person has turned to another receiver: where the text is, and how to bring it along. */
export default function KeptNote({ name, onMove }: KeptNoteProps) {
  const receiver = name === null ? say.toAllDevices : (name ?? say.toRemovedDevice)
  return (
    <p role="status" className="flex flex-wrap items-baseline gap-x-2 px-2 pt-1.5 text-xs text-faint">
      <span className="min-w-0 wrap-anywhere">{say.keptThere(receiver)}</span>
      <button
        type="button"
        onClick={onMove}
        className="rounded font-medium text-accent underline-offset-4 hover:underline pointer-coarse:min-h-11"
      >
        {say.moveHere}
      </button>
    </p>
  )
}
