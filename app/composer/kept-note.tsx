interface KeptNoteProps {
  /** Whom the text was written for: null for all devices, undefined for a removed one. */
  name: string | null | undefined
  onMove: () => void
}

/** After the person has turned to another receiver: where the text is, and how to bring it along. */
export function KeptNote({ name, onMove }: KeptNoteProps) {
  const receiver = name === null ? 'all devices' : (name ?? 'a removed device')
  return (
    <p role="status" className="flex flex-wrap items-baseline gap-x-2 px-4 pb-1 text-xs text-faint">
      <span className="min-w-0 wrap-anywhere">What you wrote to {receiver} is kept there.</span>
      <button
        type="button"
        onClick={onMove}
        className="rounded font-medium text-accent underline-offset-4 hover:underline pointer-coarse:min-h-11"
      >
        Move it here
      </button>
    </p>
  )
}
