import { filterOf, withValue } from './tokens.ts'

export const dateChoices = ['today', 'week', 'month', 'year', 'older'] as const
export type DateChoice = (typeof dateChoices)[number]

const day = (date: Date) =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((it) => String(it).padStart(2, '0')).join('-')

function daysAgo(now: number, days: number): string {
  const date = new Date(now)
  date.setDate(date.getDate() - days)
  return day(date)
}

/** The values of `after:` and `before:` that stand for a choice. */
function valuesOf(choice: DateChoice, now: number): { after: string; before: string } {
  const year = String(new Date(now).getFullYear())
  if (choice === 'today') return { after: daysAgo(now, 0), before: '' }
  if (choice === 'week') return { after: daysAgo(now, 6), before: '' }
  if (choice === 'month') return { after: daysAgo(now, 29), before: '' }
  return choice === 'year' ? { after: year, before: '' } : { after: '', before: year }
}

export function withDate(typed: string, choice: DateChoice | '', now: number): string {
  const { after, before } = choice === '' ? { after: '', before: '' } : valuesOf(choice, now)
  return withValue(withValue(typed, 'after', after), 'before', before)
}

/** The choice that the query stands for; `other` when a person has typed dates of their own. */
export function dateOf(typed: string, now: number): DateChoice | 'other' | '' {
  const [after, before] = [filterOf(typed, 'after'), filterOf(typed, 'before')]
  if (after === '' && before === '') return ''
  const isSame = (it: DateChoice) => {
    const values = valuesOf(it, now)
    return values.after === after && values.before === before
  }
  return dateChoices.find(isSame) ?? 'other'
}
