const CLOCK = /^\d{1,2}[:.]\d\d/

/** "a las 14:02", "a la 1:02 p. m." */
export const atClock = (clock: string): string => (/^0?1\D/.test(clock) ? `a la ${clock}` : `a las ${clock}`)

/** With the article that the moment asks for: "las 14:02", "ayer, 14:02", "el martes, 14:02", "el 3 de marzo de 2024". */
export function withArticle(moment: string): string {
  if (CLOCK.test(moment)) return atClock(moment).slice(2)
  return moment.startsWith('ayer') ? moment : `el ${moment}`
}

/** "a las 14:02", "ayer, 14:02", "el martes, 14:02". */
export const atMoment = (moment: string): string => (CLOCK.test(moment) ? atClock(moment) : withArticle(moment))

/** Ends a sentence with a full stop, which "p. m." brings along. */
export const ended = (sentence: string): string => (sentence.endsWith('.') ? sentence : `${sentence}.`)
