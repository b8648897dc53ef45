import { limits } from '../../lib/protocol/limits.ts'
import { composer as english } from '../words/en/inbox/composer.ts'
import { subject } from '../words/language/catalog.ts'
import { charactersTooMany } from './too-long.ts'

const say = subject('composer', english)

const WARN_FROM = limits.contentBytes * 0.9

/** Warns the writer before the limit is reached. The server counts bytes, a person characters. */
export default function SizeNote({ text, bytes }: { text: string; bytes: number }) {
  if (bytes < WARN_FROM) return null
  const tooMany = charactersTooMany(text, bytes)
  return (
    <p role="status" className={`numeric px-2 pt-1.5 text-xs ${tooMany > 0 ? 'text-danger' : 'text-faint'}`}>
      {tooMany > 0 ? say.tooLong(tooMany) : say.room(limits.contentBytes - bytes)}
    </p>
  )
}
