import { Suspense, useMemo } from 'react'
import { useTimeline } from '../timeline/timeline-context.ts'
import { onDemand } from '../ui/on-demand.ts'
import { formatBytes } from '../words/bytes.ts'
import { excerptOf } from '../words/text/excerpt.ts'
import { looksLikeCode } from '../words/text/looks-like-code.ts'
import { copyExactly } from './copy-exactly.ts'
import { LinkedText } from './linked-text.tsx'

const LongText = onDemand(() => import('./long-text.tsx'))

/** Characters that are drawn at once. An excerpt has fewer. */
const LONG = 1_800

interface MessageTextProps {
  id: string
  content: string
  contentType: string
}

export function MessageText({ id, content, contentType }: MessageTextProps) {
  const { isExpanded, toggle } = useTimeline()
  const excerpt = useMemo(() => excerptOf(content), [content])
  const foreign = contentType !== 'text/plain' && !contentType.startsWith('text/plain;')
  const mono = useMemo(() => foreign || looksLikeCode(content), [foreign, content])
  const expanded = isExpanded(id)
  const shown = excerpt === null || expanded ? content : excerpt
  const long = shown.length > LONG

  return (
    <>
      {foreign ? <p className="mb-1 font-mono text-2xs text-faint">{contentType}</p> : null}
      {content === '' ? (
        <p data-testid="text" className="text-faint italic before:content-['Empty']" />
      ) : (
        <div
          dir="auto"
          data-testid="text"
          onCopy={copyExactly}
          className={`verbatim ${mono ? 'font-mono text-[0.8125rem]/[1.55]' : 'text-[0.9375rem]/[1.5]'} ${shown === excerpt ? 'mask-b-from-70%' : ''} ${long ? 'w-[38rem] max-w-full' : ''}`}
        >
          {long ? (
            <Suspense fallback={excerpt}>
              <LongText text={shown} />
            </Suspense>
          ) : (
            <LinkedText text={shown} />
          )}
        </div>
      )}
      {excerpt === null ? null : (
        <button
          type="button"
          {...LongText.onIntent}
          aria-expanded={expanded}
          onClick={() => toggle(id)}
          className="mt-1.5 -mb-0.5 rounded text-sm font-medium text-accent underline-offset-4 hover:underline pointer-coarse:min-h-11"
        >
          {expanded ? 'Show less' : `Show all (${sizeOf(content)})`}
        </button>
      )}
    </>
  )
}

/** Counts lines when the text is long because of many short lines, and bytes otherwise. */
const sizeOf = (text: string) => (text.length < 1_800 ? `${text.split('\n').length} lines` : formatBytes(text))
