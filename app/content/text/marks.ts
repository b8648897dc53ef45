import type { Link } from '../../words/text/links.ts'
import { datesIn, type WrittenDate } from './dates.ts'
import { type Phone, phonesIn } from './phones.ts'

export type Mark = ({ type: 'link' } & Link) | ({ type: 'phone' } & Phone) | ({ type: 'date' } & WrittenDate)

/** Links, phone numbers and dates in the order of the text, none inside another. A link wins over what is in it. */
export function marksOf(text: string, links: readonly Link[]): Mark[] {
  const marks: Mark[] = links.map((it) => ({ type: 'link', ...it }))
  const add = (mark: Mark) => {
    if (!marks.some((it) => it.start < mark.end && mark.start < it.end)) marks.push(mark)
  }
  for (const phone of phonesIn(text)) add({ type: 'phone', ...phone })
  for (const date of datesIn(text)) add({ type: 'date', ...date })
  return marks.sort((a, b) => a.start - b.start)
}
