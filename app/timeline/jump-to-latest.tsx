import { ArrowDown } from 'lucide-react'
import { formatCount } from '../words/count.ts'

interface JumpToLatestProps {
  /** The number of new messages below; null when it is unknown. */
  count: number | null
  onJump: () => void
}

export function JumpToLatest({ count, onJump }: JumpToLatestProps) {
  const words = count === 0 ? 'Jump to latest' : count === null ? 'New below' : `${formatCount(count)} new below`
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-3 flex justify-center">
      <button
        type="button"
        onClick={onJump}
        className={`pointer-events-auto flex h-9 animate-rise items-center gap-1.5 rounded-full border px-3.5 text-sm font-medium shadow-lift pointer-coarse:h-11 ${count === 0 ? 'border-line bg-raised text-soft hover:text-ink' : 'border-transparent bg-accent text-on-accent hover:bg-accent-strong'}`}
      >
        <ArrowDown className="size-4" aria-hidden="true" />
        {words}
      </button>
    </div>
  )
}
