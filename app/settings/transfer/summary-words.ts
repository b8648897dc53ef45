import type { LeftOut } from '../../transfer/import/draft.ts'
import type { ImportSummary } from '../../transfer/import/plan-import.ts'
import { transfer as english } from '../../words/en/settings/transfer.ts'
import { subject } from '../../words/language/catalog.ts'
import { formatDate } from '../../words/time/time.ts'

const say = subject('transfer', english)

/** Says what would come in, from when to when, and what stays out and why. */
export function summaryWords({ format, count, first, last, leftOut }: ImportSummary): string {
  const text = say
  const parts = Object.entries(leftOut).map(([why, many]) => text.leftOut[why as LeftOut](many))
  return [
    first === null || last === null
      ? `${text.formats[format]}.`
      : text.from(text.formats[format], formatDate(first), formatDate(last)),
    parts.length === 0 ? '' : text.without(parts),
    count === 0 ? '' : text.toAll,
  ]
    .filter(Boolean)
    .join(' ')
}
