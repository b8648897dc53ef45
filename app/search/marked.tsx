import type { ReactNode } from 'react'
import type { Hit } from '../../lib/search/hit.ts'

/** The text around what was found, with the found words marked. */
export function Marked({ text, marks, cutStart, cutEnd }: Pick<Hit, 'text' | 'marks' | 'cutStart' | 'cutEnd'>) {
  const parts: ReactNode[] = cutStart ? ['…'] : []
  let at = 0
  for (const [from, to] of joined(text, marks)) {
    parts.push(text.slice(at, from), <mark key={from}>{text.slice(from, to)}</mark>)
    at = to
  }
  parts.push(text.slice(at))
  if (cutEnd) parts.push('…')
  return parts
}

/** Words side by side get one mark, as a person reads them. */
function joined(text: string, marks: Hit['marks']): Hit['marks'] {
  const found: [number, number][] = []
  for (const [from, to] of marks) {
    const last = found.at(-1)
    if (last && text.slice(last[1], from).trim() === '') last[1] = to
    else found.push([from, to])
  }
  return found
}
