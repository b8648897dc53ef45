import { hash } from 'node:crypto'
import { RoostError } from '../../../lib/protocol/error.ts'
import type { FileInfo } from '../../../lib/protocol/file-info.ts'
import { limits } from '../../../lib/protocol/limits.ts'
import { isStorableText } from '../../../lib/protocol/values/text.ts'
import type { Files } from '../../core/files/files.ts'
import type { Caller } from '../../core/mother.ts'

/** A file that comes in the body of a request. */
export interface Attachment {
  name: string
  /** A MIME type; it may be empty. */
  type: string
  size: number
  bytes: AsyncIterable<Uint8Array>
  /** Ends the bytes early. */
  end: () => void
}

/**
 * Stores a file before the message that names it, and describes it. A retry of the same message names the same file.
 * @throws RoostError `invalid_request`, `payload_too_large`, `quota_exceeded`, `unavailable`.
 */
export async function storeAttachment(
  files: Files,
  caller: Caller,
  fileId: string,
  { name, type, size, bytes, end }: Attachment,
): Promise<FileInfo> {
  checkName(name)
  const about = { fileId, name, type: type.slice(0, limits.contentTypeLength), size }
  const begun = await files.create(caller, about)
  if (begun.sha256 !== null) return { ...about, sha256: begun.sha256 }
  if (begun.received > 0) await beginAgain()
  try {
    const { sha256 } = await files.append(caller, fileId, 0, { body: bytes, end })
    return { ...about, ...(sha256 !== null && { sha256 }) }
  } catch (error) {
    await files.terminate(caller, fileId).catch(() => {})
    throw error
  }

  /** The server stopped during an earlier try. */
  async function beginAgain() {
    await files.terminate(caller, fileId)
    await files.create(caller, about)
  }
}

function checkName(name: string): void {
  const fits = isStorableText(name) && [...name].length <= limits.fileNameLength
  if (!fits) throw new RoostError('invalid_request', `filename: must have at most ${limits.fileNameLength} characters`)
}

/** The id of a file of this message: the same for every try. */
export function fileIdOf({ deviceId }: Caller, messageId: string, index: number): string {
  const hex = hash('sha256', `${deviceId} ${messageId} ${index}`)
  // A UUID of version 8, which leaves its bits to the program.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
