import { useMemo } from 'react'
import { createPart, usePart } from '../../ui/part.ts'
import type { Link } from '../../words/text/links.ts'

const NONE: Link[] = []

const parser = createPart(async () => {
  const [{ find }, { safeLinks }] = await Promise.all([import('linkifyjs'), import('../../words/text/links.ts')])
  return { linksIn: (text: string) => safeLinks(text, find(text, { defaultProtocol: 'https' })) }
})

/** The links in a text. The first text that may hold a link loads the parser; until it is there, no text has links. */
export function useLinks(text: string): Link[] {
  const mayHold = /[.:@]\S/.test(text)
  const part = usePart(parser, mayHold)
  return useMemo(() => (mayHold && part ? part.linksIn(text) : NONE), [mayHold, part, text])
}
