import { StorageError, TransportError } from '../core/ports.ts'
import { isTransient, RoostError } from '../protocol/error.ts'
import type { FileTransport } from '../transport/files.ts'
import { CHUNK_BYTES, type FileStore, type HeldFile } from './file-store.ts'

export interface UploadDeps {
  files: Pick<FileStore, 'list' | 'get' | 'chunk' | 'change'>
  transport: Pick<FileTransport, 'create' | 'offset' | 'append'>
  signal: AbortSignal
  /** The server has so many bytes of this file now; null: all of it, or it has refused it. */
  progress: (fileId: string, sent: number | null) => void
}

/**
 * Uploads everything that waits, one file after the other, in the order in which they were sent. A file that the server
 * refuses for good does not stop those after it.
 * @throws RoostError for a refusal that the next try may not meet, TransportError, StorageError.
 */
export async function uploadWaiting(deps: UploadDeps): Promise<void> {
  for (;;) {
    deps.signal.throwIfAborted()
    const next = await nextOf(deps.files)
    if (!next) return
    try {
      await uploadFile(deps, next)
      await deps.files.change(next.fileId, { upload: null })
    } catch (error) {
      if (!(error instanceof RoostError) || passes(error)) throw error
      await deps.files.change(next.fileId, { upload: { state: 'failed', code: error.code } })
    }
    deps.progress(next.fileId, null)
  }
}

/** Ids are made in the order of time. */
async function nextOf(files: UploadDeps['files']): Promise<HeldFile | undefined> {
  const waiting = (await files.list()).filter((it) => it.upload?.state === 'waiting')
  return waiting.sort((a, b) => (a.fileId < b.fileId ? -1 : 1))[0]
}

async function uploadFile({ files, transport, signal, progress }: UploadDeps, file: HeldFile): Promise<void> {
  const { fileId, size } = file
  await transport.create(file)
  let at = await transport.offset(fileId)
  while (at < size) {
    signal.throwIfAborted()
    progress(fileId, at)
    const n = Math.floor(at / CHUNK_BYTES)
    const chunk = await files.chunk(fileId, n)
    if (!chunk) {
      // Another tab has removed the file, or has uploaded it and let its bytes go.
      if ((await files.get(fileId))?.upload) throw new StorageError('failed')
      return
    }
    const sent = await sentAfter(transport, fileId, at, chunk.subarray(at - n * CHUNK_BYTES))
    if (sent <= at) throw new TransportError('bad_answer')
    at = sent
  }
}

async function sentAfter(
  transport: UploadDeps['transport'],
  fileId: string,
  at: number,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<number> {
  try {
    return await transport.append(fileId, at, bytes)
  } catch (error) {
    // A request whose answer was lost has brought the bytes after all.
    if (error instanceof RoostError && error.code === 'conflict') return transport.offset(fileId)
    throw error
  }
}

/** Another try may succeed, or a person has to sign in first. */
const passes = ({ code }: RoostError) => isTransient(code) || code === 'unauthenticated' || code === 'revoked'
