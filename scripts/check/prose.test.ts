import { expect, test } from 'vitest'
import { complaintsAbout } from './prose.ts'
import { wordsToAvoid } from './words-to-avoid.ts'

const samples = {
  'begin with who acts': [
    'What waits goes out.',
    'Who asks is told.',
    'Whatever comes is stored.',
    'Nobody is asked.',
    'One by one.',
    'Of two, the newer.',
  ],
  'name who acts, instead of “whoever”': ['It tells whoever asks.', 'It tells whosoever asks.'],
  'name the thing, or who acts': ['It sends that which waits.', 'It tells those who ask.'],
  'write “after” for order': [
    'It stands behind what it had.',
    'It goes behind of them.',
    'It stands behind all others.',
  ],
  'write “fix”': ['A reload mends it.', 'A reload has mended it.', 'A reload is mending it.'],
  'write “again”': ['It begins anew.'],
  'write “expensive”': ['A sync is dear.', 'A sync is dearer than a write.'],
  'write “unasked” or “by itself”': ['It pulls of its own accord.', 'They pull of their own accord.'],
  'say it directly': ['It is gone in all but name.', 'It returns before long.', 'It sleeps, as it were.'],
  'write “running”, “in flight” or “started”': ['A pull is under way.'],
  'write “set aside”, “move to PostgreSQL”': ['It is put aside.', 'The node is moving up.'],
}

const sentences = Object.entries(samples).flatMap(([instead, all]) => all.map((it) => [it, instead] as const))

test('there is a sample for every word to avoid', () => {
  expect(Object.keys(samples)).toEqual(wordsToAvoid.map((it) => it.instead))
})

test.each(sentences)('finds “%s” in a comment, wherever it stands', (sentence, instead) => {
  const complaint = `a.ts:2: ${instead}: “${sentence}”`
  expect(complaintsAbout('a.ts', `const a = 1\n// ${sentence}\n`)).toEqual([complaint])
  expect(complaintsAbout('a.ts', `const a = 1\n/**\n * The device waits. ${sentence}\n */\n`)).toEqual([complaint])
})

test('finds a turn that two lines of a comment share', () => {
  expect(complaintsAbout('a.ts', '// The pull is under\n// way.\n')).toHaveLength(1)
})

test('looks at the prose of a page, not at its examples, and lets it ask and count', () => {
  const page = 'What is a head? One number.\n\n```sh\n# begins anew\n```\n\nIt begins `anew`.\n\nIt begins anew.\n'
  expect(complaintsAbout('a.md', page)).toEqual(['a.md:9: write “again”: “It begins anew.”'])
})

test('leaves code and plain sentences alone', () => {
  expect(complaintsAbout('a.ts', "const anew = 'whoever' // The device pulls again. What is a head?\n")).toEqual([])
})
