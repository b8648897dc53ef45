import { RoostError } from '../../../lib/protocol/error.ts'
import { pathOfFile } from '../../../lib/protocol/files.ts'
import type { Files } from '../../core/files/files.ts'
import { ChecksumMismatch } from '../../core/files/receive.ts'
import { UNFINISHED_MS } from '../../core/files/sweep.ts'
import type { Caller } from '../../core/mother.ts'
import type { FileRecord } from '../../core/ports/files.ts'
import type { Identify } from '../caller.ts'
import type { HttpContext } from '../env.ts'
import {
  announcedFile,
  checksumIn,
  metadataOf,
  numberIn,
  TUS_ALGORITHMS,
  TUS_EXTENSIONS,
  TUS_VERSION,
  UPLOAD_TYPE,
} from './tus.ts'

/** tus reserves this status for bytes that are not those that were meant. */
const CHECKSUM_MISMATCH = 460

/** Uploads by tus 1.0, as far as a device needs it. Lengths are known from the start, and nothing is concatenated. */
export function createUploads(files: Files, identify: Identify) {
  async function begin(c: HttpContext): Promise<Caller> {
    c.header('Tus-Resumable', TUS_VERSION)
    const caller = await identify.device(c)
    if (c.req.header('tus-resumable') === TUS_VERSION) return caller
    c.header('Tus-Version', TUS_VERSION)
    throw new RoostError('invalid_request', `Tus-Resumable: must be ${TUS_VERSION}`)
  }

  /** Stores the body of this request. */
  async function append(c: HttpContext, caller: Caller, fileId: string, offset: number): Promise<FileRecord> {
    const { incoming } = c.env
    // The answer needs the connection, also when the rest of the body is not wanted.
    const body = incoming.iterator({ destroyOnReturn: false })
    const end = () => void incoming.destroy()
    return files.append(caller, fileId, offset, { body, checksum: checksumIn(c), end })
  }

  function say(c: HttpContext, file: FileRecord): void {
    c.header('Upload-Offset', String(file.received))
    if (file.sha256 === null) c.header('Upload-Expires', new Date(file.createdAt + UNFINISHED_MS).toUTCString())
  }

  return {
    options(c: HttpContext) {
      c.header('Tus-Resumable', TUS_VERSION)
      c.header('Tus-Version', TUS_VERSION)
      c.header('Tus-Extension', TUS_EXTENSIONS)
      c.header('Tus-Checksum-Algorithm', TUS_ALGORITHMS.join(','))
      c.header('Tus-Max-Size', String(files.maxSize))
      return c.body(null, 204)
    },

    async create(c: HttpContext) {
      const caller = await begin(c)
      const file = await files.create(caller, announcedFile(c))
      c.header('Location', pathOfFile(file.fileId))
      const hasBody = c.req.header('content-type') === UPLOAD_TYPE && c.req.header('content-length') !== '0'
      // Again, and further already: the device looks how far, and goes on from there.
      const goesOn = hasBody && file.received === 0 && file.sha256 === null
      const now = goesOn ? await orMismatch(append(c, caller, file.fileId, 0)) : file
      if (now === null) return mismatch(c)
      say(c, now)
      return c.body(null, 201)
    },

    async look(c: HttpContext, fileId: string) {
      const caller = await begin(c)
      const file = await files.look(caller, fileId)
      say(c, file)
      c.header('Upload-Length', String(file.size))
      c.header('Upload-Metadata', metadataOf(file))
      return c.body(null, 200)
    },

    async patch(c: HttpContext, fileId: string) {
      const caller = await begin(c)
      if (c.req.header('content-type') !== UPLOAD_TYPE) {
        // tus asks for this status.
        const error = { code: 'invalid_request', message: `Content-Type: must be ${UPLOAD_TYPE}` }
        return c.json({ error }, 415)
      }
      const file = await orMismatch(append(c, caller, fileId, numberIn(c, 'Upload-Offset')))
      if (file === null) return mismatch(c)
      say(c, file)
      return c.body(null, 204)
    },

    async terminate(c: HttpContext, fileId: string) {
      const caller = await begin(c)
      await files.terminate(caller, fileId)
      return c.body(null, 204)
    },
  }
}

async function orMismatch(appending: Promise<FileRecord>): Promise<FileRecord | null> {
  try {
    return await appending
  } catch (error) {
    if (error instanceof ChecksumMismatch) return null
    throw error
  }
}

function mismatch(c: HttpContext) {
  const error = { code: 'invalid_request', message: 'Upload-Checksum: the bytes are others; send them again' }
  return c.json({ error }, CHECKSUM_MISMATCH as never)
}
