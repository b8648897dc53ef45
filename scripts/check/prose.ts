import { parseSync } from 'oxc-parser'
import { wordsToAvoid } from './words-to-avoid.ts'

interface Passage {
  line: number
  text: string
}

const lineOf = (source: string, offset: number) => source.slice(0, offset).split('\n').length

/** The comments of a file. Line comments that follow each other are one passage. */
function commentsOf(file: string, source: string): Passage[] {
  const passages: (Passage & { end: number })[] = []
  for (const { type, value, start, end } of parseSync(file, source).comments) {
    const text = type === 'Block' ? value.replace(/^\s*\*+ ?/gm, ' ') : value
    const last = passages.at(-1)
    const follows = type === 'Line' && last && source.slice(last.end, start).trim() === ''
    if (follows) Object.assign(last, { text: `${last.text} ${text}`, end })
    else passages.push({ line: lineOf(source, start), text, end })
  }
  return passages
}

/** The paragraphs of a page, without its code. */
function paragraphsOf(source: string): Passage[] {
  const withoutCode = source.replace(/^```[\s\S]*?^```/gm, (block) => block.replace(/[^\n]/g, ''))
  return withoutCode.split('\n').map((text, index) => ({ line: index + 1, text }))
}

const sentencesOf = (text: string) =>
  text
    .replace(/`[^`]*`/g, '`…`')
    .replace(/\s+/g, ' ')
    .split(/(?<=[.!?:;])\s+/)
    .map((it) => it.trim())

/** The sentences of a file's comments, or of a page, that use a word to avoid. */
export function complaintsAbout(file: string, source: string): string[] {
  const isPage = file.endsWith('.md')
  const passages = isPage ? paragraphsOf(source) : commentsOf(file, source)
  return passages.flatMap(({ line, text }) =>
    sentencesOf(text).flatMap((sentence) =>
      wordsToAvoid
        .filter((it) => (isPage ? !it.commentsOnly : true) && it.pattern.test(sentence))
        .map((it) => `${file}:${line}: ${it.instead}: “${sentence.slice(0, 90)}”`),
    ),
  )
}
