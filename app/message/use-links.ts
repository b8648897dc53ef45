import { useEffect, useState } from 'react'
import type { Link } from '../words/text/links.ts'

type FindLinks = (text: string) => Link[]

let findLinks: FindLinks | undefined

async function loadFindLinks(): Promise<void> {
  const [{ find }, { safeLinks }] = await Promise.all([import('linkifyjs'), import('../words/text/links.ts')])
  findLinks = (text) => safeLinks(text, find(text, { defaultProtocol: 'https' }))
}

/** The links in a text. The first text that may hold a link loads the parser; until it is there, no text has links. */
export function useLinks(text: string): Link[] {
  const mayHold = /[.:@]\S/.test(text)
  const [ready, setReady] = useState(findLinks !== undefined)

  useEffect(() => {
    if (ready || !mayHold) return
    let gone = false
    void loadFindLinks().then(() => gone || setReady(true))
    return () => {
      gone = true
    }
  }, [ready, mayHold])

  return mayHold && findLinks ? findLinks(text) : []
}
