import type { DeviceFiles } from '../../lib/browser/files/device-files.ts'
import type { FileInfo } from '../../lib/protocol/file-info.ts'

const KEPT_MS = 60_000

/** Gives a file to the person's disk, byte for byte, under its name. */
export async function saveFile(files: DeviceFiles, file: FileInfo): Promise<void> {
  const blob = await files.blob(file)
  if (!blob) return
  await files.opened(file.fileId)
  // Never its own type: a browser opens some in place of saving them.
  const url = URL.createObjectURL(new Blob([blob], { type: 'application/octet-stream' }))
  const link = document.createElement('a')
  link.href = url
  link.download = file.name || 'file'
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS)
}
