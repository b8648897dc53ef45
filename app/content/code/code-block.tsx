import { useMemo } from 'react'
import { createPart, usePart } from '../../ui/part.ts'
import { content as english } from '../../words/en/inbox/content.ts'
import { subject } from '../../words/language/catalog.ts'
import { excerptOf } from '../../words/text/excerpt.ts'
import { CopyButton } from '../copy-button.tsx'
import { CodeLines } from './code-lines.tsx'
import { guessGrammar } from './guess.ts'
import { grammarOf, labelOf } from './languages.ts'
import { Spans } from './spans.tsx'

const say = subject('content', english)

const highlighter = createPart(() => import('./highlight.ts'))

interface CodeBlockProps {
  text: string
  /** As the sender named it; null when the sender did not. */
  language: string | null
  /** More that the sender wrote beside the language, such as the name of a file. */
  note?: string | undefined
  /** Only the beginning is shown. Copy still takes all of it. */
  folded?: boolean
}

/** Code in its colours. It never wraps: it scrolls sideways, also by keyboard. */
export function CodeBlock({ text, language, note, folded = false }: CodeBlockProps) {
  const excerpt = useMemo(() => excerptOf(text), [text])
  const shown = folded ? (excerpt ?? text) : text
  const grammar = useMemo(() => (language === null ? guessGrammar(text) : grammarOf(language)), [language, text])
  const part = usePart(highlighter, grammar !== null)
  const spans = useMemo(() => (part && grammar ? part.highlight(shown, grammar) : null), [part, grammar, shown])
  const label = [language ? labelOf(language) : say.code, note].filter(Boolean).join(' ')

  return (
    <div className="block-surface">
      <div className="flex min-h-[2.125rem] items-center gap-2 ps-3.5 pe-[0.3125rem] text-xs text-faint">
        <span className="min-w-0 flex-1 truncate">{label}</span>
        <CopyButton text={text} label={say.copy} />
      </div>
      <CodeLines label={say.codeIn(label)} cut={shown !== text}>
        {spans ? <Spans spans={spans} /> : shown}
      </CodeLines>
    </div>
  )
}
