import { uploadLock, withLock } from '../browser/shared/locks.ts'
import { filesOf } from '../browser/shared/open-files.ts'
import type { RoostOptions } from '../core/roost-options.ts'
import { uploadWaiting } from '../files/upload.ts'
import { createFileTransport } from '../transport/files.ts'

/** Uploads what the closed tabs of a device have left. @throws RoostError, TransportError, StorageError */
export async function uploadFor(
  options: RoostOptions,
  deviceId: string,
  token: string,
  signal: AbortSignal,
): Promise<void> {
  const held = filesOf(options, deviceId)
  try {
    const files = await held.open()
    const transport = createFileTransport(options.serverUrl, token, signal)
    const deps = { files, transport, signal, progress: () => {} }
    await withLock(uploadLock(options, deviceId), signal, () => uploadWaiting(deps))
  } finally {
    held.close()
  }
}
