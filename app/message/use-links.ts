import { useEffect, useState } from 'react'
import { type Link, safeLinks } from '../words/links.ts'

type Find = typeof import('linkifyjs')['find']

let find: Find | undefined

/** The links in a text. What finds them is loaded with the first text that may hold one; until then there are none. */
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

  return mayHold && find ? safeLinks(find(text, { defaultProtocol: 'https' })) : []
}
