import { readFilesContent } from '../protocol/file-info.ts'
import type { Message } from '../protocol/message.ts'

type Said = Pick<Message, 'content'> & { contentType?: string | undefined }

/** The words of a message: of one with files, its text and their names. */
export function wordsOf({ content, contentType = '' }: Said): string {
  const carried = readFilesContent(contentType, content)
  if (!carried) return content
  return [carried.text ?? '', ...carried.files.map((it) => it.name)].filter((it) => it !== '').join('\n')
}

export const hasFile = ({ content, contentType = '' }: Said) => readFilesContent(contentType, content) !== null
