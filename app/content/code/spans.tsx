import { lookClasses } from './look-classes.ts'
import type { Span } from './span.ts'

export function Spans({ spans }: { spans: readonly Span[] }) {
  let at = 0
  return spans.map(({ text, look }) => {
    const key = at
    at += text.length
    return look ? (
      <span key={key} className={lookClasses[look]}>
        {text}
      </span>
    ) : (
      text
    )
  })
}
