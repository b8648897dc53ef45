const MOST = 3
/** No emoji of three is longer, with all their joiners. */
const LONGEST = 64
const SIGN =
  /^(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|\p{Regional_Indicator}{2}|[0-9#*]\ufe0f\u20e3|\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\u200d))/u
/** Asks for the form of a letter instead of the picture. */
const AS_TEXT = /\ufe0e/

/** Whether a text is one to three emoji and nothing else. */
export function isEmoji(text: string): boolean {
  const signs = text.trim()
  if (signs.length === 0 || signs.length > LONGEST || /[\p{L}\p{P}]/u.test(signs.replace(/[#*]\ufe0f/g, '')))
    return false
  const characters = Array.from(new Intl.Segmenter().segment(signs), (it) => it.segment).filter(
    (it) => it.trim() !== '',
  )
  return characters.length <= MOST && characters.every((it) => SIGN.test(it) && !AS_TEXT.test(it))
}
