/** Legal texts that browsers are slow at: each took seconds when it was drawn as one. */
export const hardTexts: Readonly<Record<string, string>> = {
  'a word of 65,000 letters': 'W'.repeat(65_000),
  '30,000 marks on one letter': `a${'\u0301'.repeat(30_000)}`,
  'a word of 32,000 letters that join': 'ب'.repeat(32_000),
  '10,000 links': 'a.io/x '.repeat(9_362),
  '65,000 line ends': `${'\n'.repeat(65_000)}end`,
  '9,000 turns of direction': '\u2067a\u2069'.repeat(9_000),
  // A parser of Markdown or JSON would follow each of these to the bottom.
  '65,000 opening brackets': '['.repeat(65_000),
  '65,000 asterisks': '*'.repeat(65_000),
  '65,000 signs of quotes': '>'.repeat(65_000),
  'JSON 10,000 levels deep': `${'['.repeat(10_000)}${']'.repeat(10_000)}`,
  'prose in one paragraph': 'Lorem ipsum dolor sit amet. '.repeat(2_340),
  'text in many lines': Array.from({ length: 1_500 }, (_, n) => `line ${n} https://example.org/${n}`).join('\r\n'),
}
