import { useTimeline } from '../../timeline/timeline-context.ts'
import { formatBytes } from '../../words/bytes.ts'
import { content as english } from '../../words/en/inbox/content.ts'
import { subject } from '../../words/language/catalog.ts'

const say = subject('content', english)

interface ShowAllProps {
  id: string
  text: string
  /** The person is about to press it. */
  onIntent?: () => void
}

/** Opens a text of which only the beginning is shown, and closes it. */
export function ShowAll({ id, text, onIntent }: ShowAllProps) {
  const { isExpanded, toggle } = useTimeline()
  const expanded = isExpanded(id)
  return (
    <button
      type="button"
      onPointerEnter={onIntent}
      onFocus={onIntent}
      aria-expanded={expanded}
      onClick={() => toggle(id)}
      className="mt-1.5 -mb-0.5 rounded text-sm font-medium text-accent underline-offset-4 hover:underline pointer-coarse:min-h-11"
    >
      {expanded ? say.showLess : say.showAll(sizeOf(text))}
    </button>
  )
}

/** Counts lines when the text is long because of many short lines, and bytes otherwise. */
const sizeOf = (text: string) => (text.length < 1_800 ? say.lines(text.split('\n').length) : formatBytes(text))
