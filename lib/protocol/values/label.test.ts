import * as v from 'valibot'
import { expect, test } from 'vitest'
import { deviceNameSchema } from '../device.ts'

const takes = (name: string) => v.is(deviceNameSchema, name)

test.each([
  ['plain', 'Nest'],
  ['accents, also combining ones', 'Büro, cafe\u0301'],
  ['Arabic, with a joiner', '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645'],
  ['Devanagari, with a joiner', '\u0915\u094d\u200d\u0937'],
  ['Hebrew', '\u05d8\u05dc\u05e4\u05d5\u05df'],
  ['an emoji', '📱'],
  ['a family', '👩‍👩‍👧'],
  ['a heart in colour', '❤️'],
  ['a keycap', '1️⃣'],
  ['a flag', '🇨🇭'],
  ['the flag of a region', '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}'],
  ['skin', '👩🏽‍💻'],
  ['a hundred birds', '🐦'.repeat(100)],
])('a name may have %s', (_what, name) => expect(takes(name)).toBe(true))

test.each([
  ['nothing', ''],
  ['blanks only', ' \u00a0\u3000'],
  ['an empty braille cell only', '\u2800'],
  ['a combining mark only', '\u0301'],
  ['a Hangul filler only', '\u3164'],
  ['101 characters', 'x'.repeat(101)],
  ['a line break', 'a\nb'],
  ['a line separator', 'a\u2028b'],
  ['a paragraph separator', 'a\u2029b'],
  ['an override of the direction', 'a\u202egpj'],
  ['an isolate', 'a\u2066b'],
  ['a mark of the direction', 'a\u200eb'],
  ['the Arabic mark', 'a\u061cb'],
  ['a zero-width space', 'Ne\u200bst'],
  ['a joiner between Latin letters', 'Ne\u200dst'],
  ['a joiner at the end', 'Nest\u200d'],
  ['a soft hyphen', 'Ne\u00adst'],
  ['the mark of an annotation', 'Ne\ufff9st'],
  ['the end of an annotation', 'Nest\ufffb'],
  ['a variation selector on a letter', 'Nest\ufe0f'],
  ['two of them on an emoji', '❤️\ufe0f'],
  ['a tag', 'Nest\u{e0041}'],
  ['a byte order mark', '\ufeffNest'],
  ['half an emoji', '\ud83d'],
])('a name may not have %s', (_what, name) => expect(takes(name)).toBe(false))
