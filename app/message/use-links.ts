import { useEffect, useState } from 'react'
import { type Link, safeLinks } from '../words/links.ts'

type Find = typeof import('linkifyjs')['find']

let find: Find | undefined

/** The links in a text. The first text that may hold a link loads the parser; until it is there, no text has links. */
export function useLinks(text: string): Link[] {
  const mayHold = /[.:@]\S/.test(text)
  const [ready, setReady] = useState(find !== undefined)

  useEffect(() => {
    if (ready || !mayHold) return
    let gone = false
    void import('linkifyjs').then((module) => {
      find = module.find
      if (!gone) setReady(true)
    })
    return () => {
      gone = true
    }
  }, [ready, mayHold])

  return mayHold && find ? safeLinks(text, find(text, { defaultProtocol: 'https' })) : []
}
