import type { ReactNode } from 'react'
import { copyExactly } from '../text/copy-exactly.ts'

interface CodeLinesProps {
  label: string
  /** The end is missing. */
  cut?: boolean
  children: ReactNode
}

/** Lines that never wrap. They scroll sideways, also by keyboard. */
export function CodeLines({ label, cut = false, children }: CodeLinesProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <pre
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must reach everything that scrolls
      tabIndex={0}
      role="group"
      aria-label={label}
      className={`scroll-quiet code-text overflow-x-auto px-3.5 pb-3 outline-offset-[-2px] ${cut ? 'mask-b-from-70%' : ''}`}
    >
      <code data-testid="text" onCopy={copyExactly}>
        {children}
      </code>
    </pre>
  )
}
