import { locale, perSurroundings } from '../../words/time/surroundings.ts'

const full = perSurroundings(() => new Intl.DateTimeFormat(locale(), { dateStyle: 'full' }))

/** `2026-11-27` → "Friday, 27 November 2026". */
export const formatFullDate = (iso: string): string => full().format(new Date(`${iso}T12:00`))
