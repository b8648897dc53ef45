/** The filters beside the field write into the query, so that a person sees what they could have typed. */
const pattern = (name: string) => new RegExp(`(^|\\s)${name}:(?:"([^"]*)"?|(\\S*))`, 'gi')

/** The value of the first filter of that name; '' when the query has none. */
export function filterOf(typed: string, name: string): string {
  const [found] = typed.matchAll(pattern(name))
  return found?.[2] ?? found?.[3] ?? ''
}

/** The query with this value in place of all filters of that name; '' takes them away. */
export function withValue(typed: string, name: string, value: string): string {
  const rest = typed.replaceAll(pattern(name), ' ')
  const token = value === '' ? '' : `${name}:${/[\s"]/.test(value) ? `"${value.replaceAll('"', '')}"` : value}`
  return tidy(`${rest} ${token}`)
}

const same = (token: string) => new RegExp(`(^|\\s)${token}(?=\\s|$)`, 'gi')

export const hasToken = (typed: string, token: string): boolean => same(token).test(typed)

export const toggled = (typed: string, token: string): string =>
  tidy(hasToken(typed, token) ? typed.replaceAll(same(token), ' ') : `${typed} ${token}`)

/** The words alone. */
export const withoutFilters = (typed: string): string =>
  tidy(typed.replaceAll(/(^|\s)-?(?:from|to|before|after|is|has):(?:"[^"]*"?|\S*)/gi, ' '))

const tidy = (typed: string): string => typed.replaceAll(/\s+/g, ' ').trim()
