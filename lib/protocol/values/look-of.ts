/**
 * Letters of other scripts, and digits, beside the Latin letter that they look like. A selection of Unicode's
 * confusables (https://www.unicode.org/reports/tr39/): those that a keyboard or a phone's picker offers.
 */
const LOOK_ALIKES =
  'аaеeоoрpсcуyхxіiјjѕsԁdԛqԝwһhӏlАAВBЕEКKМMНHОOРPСCТTУYХXІIЈJЅSԌGԚQԜWӀl' +
  'αaνvοoρpγyιiΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXօoսuհhյjՕOɑaɡgıiȷjǀlꓲl' +
  '0O1lIl|l'

const latin = new Map<string, string>()
for (const [index, letter] of [...LOOK_ALIKES].entries()) {
  if (index % 2 === 0) latin.set(letter, [...LOOK_ALIKES][index + 1] ?? letter)
}

/** The same for texts that a person can hardly tell apart. To compare only, never to show. */
export function lookOf(text: string): string {
  const visible = text.normalize('NFKC').replace(/\p{Default_Ignorable_Code_Point}/gu, '')
  const letters = Array.from(visible, latinOf).map(latinOf).join('')
  return letters.replaceAll('m', 'rn').replace(/\s+/g, ' ').trim()
}

/** The Latin letter that a letter looks like, or the letter itself. */
export const latinOf = (letter: string): string => latin.get(letter) ?? letter
