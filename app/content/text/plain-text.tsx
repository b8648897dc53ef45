import { Suspense, useMemo } from 'react'
import { useTimeline } from '../../timeline/timeline-context.ts'
import { onDemand } from '../../ui/on-demand.ts'
import { content as english } from '../../words/en/inbox/content.ts'
import { subject } from '../../words/language/catalog.ts'
import { excerptOf } from '../../words/text/excerpt.ts'
import { looksLikeCode } from '../../words/text/looks-like-code.ts'
import { copyExactly } from './copy-exactly.ts'
import { LinkedText } from './linked-text.tsx'
import { ShowAll } from './show-all.tsx'

const say = subject('content', english)

const LongText = onDemand(() => import('./long-text.tsx'))

/** Characters that are drawn at once. An excerpt has fewer. */
const LONG = 1_800

interface PlainTextProps {
  id: string
  text: string
  /** Without it, the look of the text decides. */
  mono?: boolean
}

/** A text as it was written, with its addresses as links. */
export function PlainText({ id, text, mono }: PlainTextProps) {
  const { isExpanded } = useTimeline()
  const excerpt = useMemo(() => excerptOf(text), [text])
  const fixedWidth = useMemo(() => mono ?? looksLikeCode(text), [mono, text])
  const shown = excerpt === null || isExpanded(id) ? text : excerpt
  const long = shown.length > LONG

  if (text === '') {
    return (
      <p data-testid="text" data-empty={say.empty} className="text-faint italic before:content-[attr(data-empty)]" />
    )
  }
  return (
    <>
      <div
        dir="auto"
        data-testid="text"
        onCopy={copyExactly}
        className={`verbatim ${fixedWidth ? 'font-mono text-[0.8125rem]/[1.55]' : 'text-[0.9375rem]/[1.54]'} ${shown === excerpt ? 'mask-b-from-70%' : ''} ${long ? 'w-(--text) max-w-full' : 'max-w-(--text)'}`}
      >
        {long ? (
          <Suspense fallback={excerpt}>
            <LongText text={shown} />
          </Suspense>
        ) : (
          <LinkedText text={shown} />
        )}
      </div>
      {excerpt === null ? null : <ShowAll id={id} text={text} onIntent={LongText.preload} />}
    </>
  )
}
