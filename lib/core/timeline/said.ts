import type { FilesContent } from '../../protocol/file-info.ts'
import { FILES_CONTENT_TYPE } from '../../protocol/files.ts'
import type { SendRequest } from '../../protocol/send.ts'
import type { Entry } from './entry.ts'

type Carried = Pick<SendRequest, 'content' | 'files'> & { contentType: string }

/** An entry as the wire carries it: to send it once more, or with another text. */
export function requestOf({ content, contentType, files }: Entry, text = content): Carried {
  if (!files) return { content: text, contentType }
  const said: FilesContent = { ...(text && { text }), files: [...files] }
  return { content: JSON.stringify(said), contentType: FILES_CONTENT_TYPE, files: files.map((it) => it.fileId) }
}
