/** Canadians write the clock "14 h 02". */
const DATE = /^\d{1,2}(er)?\s(?!h\b)\p{L}/u
const CLOCK = /^\d{1,2}(\sh|:)/

/** With the article that a date asks for: "le 3 mars 2024", but "14:02", "hier, 14:02", "mardi 3 mars". */
export const withArticle = (moment: string): string => (DATE.test(moment) ? `le ${moment}` : moment)

/** "à 14:02", "hier, 14:02", "mardi, 14:02", "le 3 mars 2024, 14:02". */
export function atMoment(moment: string): string {
  if (CLOCK.test(moment)) return `à ${moment}`
  return withArticle(moment.replace(/^(Hier|Aujourd’hui)/, (day) => day.toLowerCase()))
}
