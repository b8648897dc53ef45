import { ChevronRight } from 'lucide-react'
import { useMemo } from 'react'
import { content as english } from '../../words/en/inbox/content.ts'
import { subject } from '../../words/language/catalog.ts'
import { CodeLines } from '../code/code-lines.tsx'
import { Spans } from '../code/spans.tsx'
import { CopyButton } from '../copy-button.tsx'
import { copyExactly } from '../text/copy-exactly.ts'
import LongText from '../text/long-text.tsx'
import { foldJson } from './fold.ts'
import { scanJson } from './scan.ts'
import { unfoldJson } from './unfold.ts'

const say = subject('content', english)

/** More parts than these take too long to colour. They are shown as they were written, in pieces. */
const MOST_TOKENS = 4_000

interface JsonBlockProps {
  text: string
  open: boolean
  onToggle: () => void
}

/** JSON as one line that unfolds in place. Copy gives it as it was written. */
export function JsonBlock({ text, open, onToggle }: JsonBlockProps) {
  const tokens = useMemo(() => scanJson(text), [text])
  const folded = useMemo(() => foldJson(tokens), [tokens])
  const many = tokens.length > MOST_TOKENS
  const unfolded = useMemo(() => (open && !many ? unfoldJson(tokens) : null), [open, many, tokens])

  return (
    <div className="block-surface">
      <div className="flex min-h-[2.375rem] items-center gap-1.5 ps-2 pe-[0.3125rem]">
        <button
          type="button"
          aria-expanded={open}
          aria-label={open ? say.fold : say.unfold}
          onClick={onToggle}
          className="grid size-(--lean) shrink-0 place-items-center rounded-[7px] text-soft hover:bg-hover hover:text-ink"
        >
          <ChevronRight className={`size-[0.9375rem] ${open ? 'rotate-90' : 'rtl:-scale-x-100'}`} aria-hidden="true" />
        </button>
        {open ? (
          <span className="min-w-0 flex-1 text-xs text-faint">JSON</span>
        ) : (
          <>
            <code data-testid="text" className="code-text min-w-0 truncate">
              <Spans spans={folded.spans} />
            </code>
            <span className="flex-1 text-xs whitespace-nowrap text-faint">
              {folded.more > 0 ? say.more(folded.more) : ''}
            </span>
          </>
        )}
        <CopyButton text={text} label={say.copy} />
      </div>
      {open && many ? (
        <div data-testid="text" onCopy={copyExactly} className="verbatim code-text px-3.5 pb-3">
          <LongText text={text} />
        </div>
      ) : null}
      {unfolded ? (
        <CodeLines label={say.codeIn('JSON')}>
          <Spans spans={unfolded} />
        </CodeLines>
      ) : null}
    </div>
  )
}
