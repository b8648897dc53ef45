import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'

interface ChipProps {
  value: string
  /** Names the choice while nothing is chosen, and takes it away. */
  any: string
  onChoose: (value: string) => void
  children: ReactNode
}

export function Chip({ value, any, onChoose, children }: ChipProps) {
  return (
    <span className="relative inline-flex shrink-0">
      <select
        aria-label={any}
        value={value}
        data-chosen={value !== '' || undefined}
        onChange={(event) => onChoose(event.target.value)}
        className="search-chip appearance-none pe-7"
      >
        <option value="">{any}</option>
        {children}
      </select>
      <ChevronDown
        className="pointer-events-none absolute inset-y-0 end-2 my-auto size-3.5 text-faint"
        aria-hidden="true"
      />
    </span>
  )
}
