import { memo, type ReactNode, useMemo } from 'react'
import type { Entry } from '../../lib/core/timeline/entry.ts'
import { useTimeline } from '../timeline/timeline-context.ts'
import { createPart, usePart } from '../ui/part.ts'
import { excerptOf } from '../words/text/excerpt.ts'
import { useAsWritten } from './as-written.ts'
import { CodeBlock } from './code/code-block.tsx'
import { contentKind } from './kind/content-kind.ts'
import { OneTimeCodeView } from './one-time-code.tsx'
import { PlainFallback } from './plain-fallback.tsx'
import { PlainText } from './text/plain-text.tsx'
import { ShowAll } from './text/show-all.tsx'

/** The library for Markdown and the view of JSON, which most messages do not need. */
const markdown = createPart(() => import('./markdown/markdown-view.tsx'))
const json = createPart(() => import('./json/json-block.tsx'))

interface ContentProps {
  entry: Pick<Entry, 'id' | 'content' | 'contentType'>
}

/** The content of a message, shown as what it is. A person can ask for the text as it was written. */
export const Content = memo(
  function Content({ entry: { id, content, contentType } }: ContentProps) {
    const asWritten = useAsWritten(id)
    const foreign = contentType !== 'text/plain' && !contentType.startsWith('text/plain;')
    const written = (
      <>
        {foreign ? <p className="mb-1 font-mono text-2xs text-faint">{contentType.split(';', 1)[0]}</p> : null}
        <PlainText id={id} text={content} {...(foreign ? { mono: true } : {})} />
      </>
    )
    if (asWritten) return written
    return (
      <PlainFallback key={content} plain={written}>
        <Kind id={id} content={content} contentType={contentType} written={written} />
      </PlainFallback>
    )
  },
  ({ entry: a }, { entry: b }) => a.id === b.id && a.content === b.content && a.contentType === b.contentType,
)

interface KindProps {
  id: string
  content: string
  contentType: string
  written: ReactNode
}

function Kind({ id, content, contentType, written }: KindProps) {
  const { isExpanded, toggle } = useTimeline()
  const shown = useMemo(() => contentKind(content, contentType), [content, contentType])
  const excerpt = useMemo(() => excerptOf(content), [content])
  const markdownPart = usePart(markdown, shown.kind === 'markdown')
  const jsonPart = usePart(json, shown.kind === 'json')
  const open = isExpanded(id)
  const showAll = excerpt === null ? null : <ShowAll id={id} text={content} />

  switch (shown.kind) {
    case 'emoji':
      return (
        <p data-testid="text" className="text-[2.5rem]/[1.2]">
          {content}
        </p>
      )
    case 'oneTimeCode':
      return <OneTimeCodeView id={id} text={content} found={shown.found} />
    case 'code':
      return (
        <>
          <CodeBlock text={content} language={shown.language} folded={!open} />
          {showAll}
        </>
      )
    case 'json':
      return jsonPart ? <jsonPart.JsonBlock text={content} open={open} onToggle={() => toggle(id)} /> : written
    case 'markdown':
      if (!markdownPart) return written
      return (
        <>
          <div className={excerpt === null || open ? '' : 'mask-b-from-70%'}>
            <markdownPart.MarkdownView
              text={open ? content : (excerpt ?? content)}
              meant={shown.meant}
              plain={written}
            />
          </div>
          {showAll}
        </>
      )
    default:
      return written
  }
}
