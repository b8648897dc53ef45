const DATE = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/

/**
 * When a year, a month or a day begins where the person is: `2026`, `2026-10`, `2026-10-01`. In ms since the epoch; null
 * when the calendar has no such date.
 */
export function startOf(date: string): number | null {
  const [, year, month = '1', day = '1'] = DATE.exec(date) ?? []
  if (year === undefined) return null
  const start = new Date(Number(year), Number(month) - 1, Number(day))
  // The calendar of JavaScript moves the 31st of a short month into the next one.
  return start.getMonth() === Number(month) - 1 && start.getDate() === Number(day) ? start.getTime() : null
}
