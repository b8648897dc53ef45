import type { Unsent } from '../../core/outbox/composer.ts'
import { StorageError } from '../../core/ports.ts'
import { keepStream } from '../../files/bytes.ts'
import type { FileStore } from '../../files/file-store.ts'
import type { FilesContent } from '../../protocol/file-info.ts'
import { FILES_CONTENT_TYPE } from '../../protocol/files.ts'
import { BrowserError } from '../browser-error.ts'
import { describe } from './describe.ts'
import type { UnsentFiles } from './device-files.ts'

interface SendFilesDeps {
  files: FileStore
  now: () => number
  newId: () => string
  compose: (message: Unsent, fromDraft?: boolean) => Promise<void>
}

/**
 * Copies the files into the store, then puts their message into the outbox. The bytes are durable first, so a message
 * never promises a file that this device has lost.
 */
export async function sendFiles(
  { files, now, newId, compose }: SendFilesDeps,
  { receiverDeviceId, text, picked }: UnsentFiles,
  fromDraft?: boolean,
): Promise<void> {
  const described = await describe(picked, text, newId)
  const ids = described.map((it) => it.fileId)
  try {
    await hasRoom(picked)
    for (const [n, { fileId, name, type, size }] of described.entries()) {
      await files.add({ fileId, name, type, size, usedAt: now(), upload: { state: 'copying' } })
      await copy(files, { fileId, size, held: 0 }, picked[n] as File)
    }
    for (const fileId of ids) await files.change(fileId, { upload: { state: 'waiting' } })
    const content: FilesContent = { ...(text && { text }), files: described }
    const request = { receiverDeviceId, contentType: FILES_CONTENT_TYPE, content: JSON.stringify(content), files: ids }
    await compose(request, fromDraft)
  } catch (error) {
    await files.remove(ids).catch(() => {})
    throw error
  }
}

async function copy(files: FileStore, record: { fileId: string; size: number; held: number }, file: File) {
  try {
    await keepStream(files, record, file.stream() as ReadableStream<Uint8Array<ArrayBuffer>>)
  } catch (error) {
    if (error instanceof StorageError) throw error
    // The disk, or the program that gave the file, does not give it any more.
    throw new BrowserError('file_unreadable')
  }
}

/** Asks before it copies: a browser takes a while to refuse the last gigabyte. */
async function hasRoom(picked: readonly File[]): Promise<void> {
  const { quota, usage = 0 } = (await globalThis.navigator?.storage?.estimate?.().catch(() => null)) ?? {}
  const size = picked.reduce((sum, it) => sum + it.size, 0)
  if (quota !== undefined && size > quota - usage) throw new StorageError('quota')
}
