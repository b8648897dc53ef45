import { memo, type ReactNode } from 'react'
import { useLinks } from './use-links.ts'

/** The text as written, with its addresses as links. Only a host that looks like another one is spelt out. */
export const LinkedText = memo(function LinkedText({ text }: { text: string }) {
  const links = useLinks(text)
  if (links.length === 0) return text

  const parts: ReactNode[] = []
  let at = 0
  for (const { start, end, href, text: spelt } of links) {
    parts.push(
      text.slice(at, start),
      <a
        key={start}
        href={href}
        // An address reads from left to right, whatever text surrounds it.
        dir="ltr"
        target="_blank"
        rel="noopener noreferrer nofollow"
        className="rounded-xs underline decoration-current/35 underline-offset-[3px] hover:decoration-current"
      >
        {spelt ?? text.slice(start, end)}
      </a>,
    )
    at = end
  }
  parts.push(text.slice(at))
  return parts
})
