const ISO = /(?<![\p{L}\p{N}/.-])(\d{4})-(\d{2})-(\d{2})(?![\p{L}\p{N}-]|[./]\d)/gu
/** Day, month and year with dots have one order all over the world. */
const DOTS = /(?<![\p{L}\p{N}/.-])(\d{1,2})\.(\d{1,2})\.(\d{4})(?![\p{L}\p{N}]|[.-]\d)/gu

export interface WrittenDate {
  start: number
  end: number
  /** `2026-11-27` */
  iso: string
}

/** The dates in a text that can be read in one way only. */
export function datesIn(text: string): WrittenDate[] {
  if (!/\d{4}/.test(text)) return []
  const iso = Array.from(text.matchAll(ISO), (it) => dateOf(it, it[1], it[2], it[3]))
  const dots = Array.from(text.matchAll(DOTS), (it) => dateOf(it, it[3], it[2], it[1]))
  return [...iso, ...dots].filter((it) => it !== null)
}

function dateOf({ 0: written, index }: RegExpExecArray, year = '', month = '', day = ''): WrittenDate | null {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${iso}T12:00`)
  // Neither 31 February nor a version number.
  if (Number.isNaN(date.getTime()) || date.getDate() !== Number(day)) return null
  return { start: index, end: index + written.length, iso }
}
