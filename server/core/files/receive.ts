import { createHash, type Hash } from 'node:crypto'
import { RoostError } from '../../../lib/protocol/error.ts'
import type { FileBytes, FileRecord } from '../ports/files.ts'

/** A kill loses no more than this of an upload, however long its request is. */
const CHECKPOINT_BYTES = 8 * 1024 * 1024

/** Bytes on their way to a file. */
export interface Incoming {
  body: AsyncIterable<Uint8Array>
  /** These bytes count only as a whole, and only if this is their hash. */
  checksum?: { algorithm: 'sha1' | 'sha256'; digest: Buffer } | undefined
  /** Ends the body early: somebody else goes on with this file, or the server stops. */
  end: () => void
}

interface Receiving {
  bytes: FileBytes
  file: FileRecord
  incoming: Incoming
  /** Everything up to here is synced. */
  arrived: (received: number, sha256?: string) => Promise<void>
}

/**
 * Appends bytes to a file, and tells what is synced: now and then, and at the end. When the body breaks off, what has
 * come stays, unless it had to be whole. @throws what broke it off; RoostError `payload_too_large`, `invalid_request`.
 */
export async function receive({ bytes, file, incoming, arrived }: Receiving): Promise<void> {
  const { body, checksum } = incoming
  const check = checksum && createHash(checksum.algorithm)
  // An upload in one piece is hashed on its way; any other one is read again at its end.
  const whole = file.received === 0 ? createHash('sha256') : undefined
  const writer = await bytes.open(file.fileId, file.received)
  let received = file.received
  let synced = file.received

  async function checkpoint() {
    if (received === synced && received < file.size) return
    await writer.sync()
    synced = received
    await arrived(received, received === file.size ? await hashOf(whole) : undefined)
  }
  const hashOf = async (running: Hash | undefined) => running?.digest('hex') ?? bytes.hash(file.fileId)

  try {
    const brokeOff = await copy(body, async (chunk) => {
      if (received + chunk.length > file.size) {
        throw new RoostError('payload_too_large', `the file was announced with ${file.size} bytes`)
      }
      await writer.write(chunk)
      whole?.update(chunk)
      check?.update(chunk)
      received += chunk.length
      const rest = file.size - received
      if (!check && rest > 0 && received - synced >= CHECKPOINT_BYTES) await checkpoint()
    })
    if (brokeOff !== undefined && check) throw brokeOff
    if (check && !check.digest().equals(checksum?.digest as Buffer)) throw new ChecksumMismatch()
    await checkpoint()
    if (brokeOff !== undefined) throw brokeOff
  } finally {
    await writer.close()
  }
}

/** tus has a status of its own for it. */
export class ChecksumMismatch extends Error {
  override name = 'ChecksumMismatch'
}

/** Returns the error of the sender; throws our own. */
async function copy(
  body: AsyncIterable<Uint8Array>,
  write: (chunk: Uint8Array) => Promise<void>,
): Promise<Error | undefined> {
  const chunks = body[Symbol.asyncIterator]()
  for (;;) {
    let next: IteratorResult<Uint8Array>
    try {
      next = await chunks.next()
    } catch {
      return new RoostError('invalid_request', 'the body broke off')
    }
    if (next.done) return undefined
    await write(next.value)
  }
}
