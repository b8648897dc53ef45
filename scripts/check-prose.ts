import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'oxc-parser'
import { root } from './paths.mjs'
import { projectFiles } from './project-files.ts'
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

const complaints = projectFiles('**/*.{ts,tsx,mjs,md}').flatMap((file) => {
  const source = readFileSync(join(root, file), 'utf8')
  const isPage = file.endsWith('.md')
  const passages = isPage ? paragraphsOf(source) : commentsOf(file, source)
  return passages.flatMap(({ line, text }) =>
    sentencesOf(text).flatMap((sentence) =>
      wordsToAvoid
        .filter((it) => (isPage ? !it.commentsOnly : true) && it.pattern.test(sentence))
        .map((it) => `${file}:${line}: ${it.instead}: “${sentence.slice(0, 90)}”`),
    ),
  )
})

for (const complaint of complaints) console.error(complaint)
console.log(`${complaints.length} sentences to write more plainly`)
process.exitCode = complaints.length === 0 ? 0 : 1
