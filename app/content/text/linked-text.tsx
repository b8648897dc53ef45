import { memo, type ReactNode, useMemo } from 'react'
import { formatFullDate } from './full-date.ts'
import { linkClass } from './link-class.ts'
import { type Mark, marksOf } from './marks.ts'
import { useLinks } from './use-links.ts'

/** The text as written, with its addresses as links. Only a host that looks like another one is spelt out. */
export const LinkedText = memo(function LinkedText({ text }: { text: string }) {
  const links = useLinks(text)
  const marks = useMemo(() => marksOf(text, links), [text, links])
  if (marks.length === 0) return text

  const parts: ReactNode[] = []
  let at = 0
  for (const mark of marks) {
    parts.push(text.slice(at, mark.start), markOf(mark, text.slice(mark.start, mark.end)))
    at = mark.end
  }
  parts.push(text.slice(at))
  return parts
})

/** Addresses and numbers read from left to right, whatever text surrounds them. */
function markOf(mark: Mark, written: string): ReactNode {
  switch (mark.type) {
    case 'link':
      return (
        <a
          key={mark.start}
          href={mark.href}
          dir="ltr"
          target="_blank"
          rel="noopener noreferrer nofollow"
          className={linkClass}
        >
          {mark.text ?? written}
        </a>
      )
    case 'phone':
      return (
        <a key={mark.start} href={mark.href} dir="ltr" className={linkClass}>
          {written}
        </a>
      )
    case 'date':
      return (
        <time key={mark.start} dateTime={mark.iso} title={formatFullDate(mark.iso)}>
          {written}
        </time>
      )
  }
}
