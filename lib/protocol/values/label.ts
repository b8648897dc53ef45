import * as v from 'valibot'
import { isStorableText } from './text.ts'

/**
 * Line breaks and other controls, characters that turn the direction of the text beside them, and the marks of annotations,
 * which show nothing.
 */
const unfit = /[\p{Cc}\u2028\u2029\p{Bidi_Control}\ufff9-\ufffb]/u

/** Characters that show nothing: they make two names look the same. */
const ignorable = /\p{Default_Ignorable_Code_Point}/u

/** Emoji hold together, or take their colours, by such characters; so do flags of regions. */
const emoji =
  /\u{1f3f4}[\u{e0030}-\u{e007a}]+\u{e007f}|[#*0-9]\ufe0f?\u20e3|\p{Extended_Pictographic}\p{Emoji_Modifier}?\ufe0f?(?:\u200d\p{Extended_Pictographic}\p{Emoji_Modifier}?\ufe0f?)*/gu

/** Scripts in which a joiner changes how the letters beside it are written. */
const joined =
  '\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Nko}\\p{Script=Mongolian}\\p{Script=Devanagari}\\p{Script=Bengali}' +
  '\\p{Script=Gurmukhi}\\p{Script=Gujarati}\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}' +
  '\\p{Script=Malayalam}\\p{Script=Sinhala}\\p{Script=Khmer}\\p{Script=Myanmar}'
const joiner = new RegExp(`([${joined}])[\\u200c\\u200d](?=[${joined}])`, 'gu')

/** U+2800 is a braille cell without dots. */
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u
const isVisible = (text: string) => visible.test(text.replace(/\u2800/g, ''))

const deceives = (text: string) => unfit.test(text) || ignorable.test(text.replace(emoji, '').replace(joiner, '$1'))

/**
 * A name or label of `min` to `max` characters (code points) on one line, storable unchanged. At least one must be
 * visible if `min` is above 0.
 */
export const labelSchema = (min: number, max: number) =>
  v.pipe(
    v.string(),
    v.check(isStorableText, 'must be one line of well-formed Unicode'),
    v.check((text) => !deceives(text), 'must be one line, without characters that nobody sees'),
    v.check((text) => {
      const length = [...text].length
      return length >= min && length <= max && (min === 0 || isVisible(text))
    }, `must have ${min} to ${max} characters`),
  )
