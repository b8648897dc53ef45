import { type ReactNode, useMemo } from 'react'
import { Blocks } from './blocks.tsx'
import { parseMarkdown } from './parser.ts'
import { treeOf } from './tree.ts'

/** So many parts are drawn in well under 100 ms. */
const MOST_TOKENS = 4_000

interface MarkdownViewProps {
  text: string
  meant: boolean
  /** Instead of a text with too many parts. */
  plain: ReactNode
}

/** A text with its Markdown as elements: a few kinds of them, and never HTML. */
export function MarkdownView({ text, meant, plain }: MarkdownViewProps) {
  const nodes = useMemo(() => {
    const tokens = parseMarkdown(text, meant)
    const count = tokens.reduce((sum, it) => sum + 1 + (it.children?.length ?? 0), 0)
    return count > MOST_TOKENS ? null : treeOf(tokens)
  }, [text, meant])
  if (!nodes) return plain
  return (
    <div dir="auto" data-testid="text" className="markdown max-w-(--text) text-[0.9375rem]/[1.54]">
      <Blocks nodes={nodes} source={text} />
    </div>
  )
}
