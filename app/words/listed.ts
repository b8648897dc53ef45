import { locale, perSurroundings } from './time/surroundings.ts'

const format = perSurroundings(() => new Intl.ListFormat(locale(), { type: 'conjunction' }))

/** "a", "a and b", "a, b and c". */
export const listed = (items: readonly string[]): string => format().format(items)
