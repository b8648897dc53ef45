import type { DeviceFiles } from '../../../lib/browser/files/device-files.ts'
import type { FileInfo } from '../../../lib/protocol/file-info.ts'

/** Puts a picture into the clipboard. Clipboards take PNG alone. False when the browser refuses. */
export async function copyPicture(files: DeviceFiles, file: FileInfo): Promise<boolean> {
  try {
    // Safari allows it only in the moment of the press, so the picture may come later.
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': asPng(files, file) })])
    return true
  } catch {
    return false
  }
}

async function asPng(files: DeviceFiles, file: FileInfo): Promise<Blob> {
  const blob = await files.blob(file)
  if (!blob) throw new Error('The picture is not here')
  if (blob.type === 'image/png') return blob
  const picture = await createImageBitmap(blob)
  const canvas = new OffscreenCanvas(picture.width, picture.height)
  canvas.getContext('2d')?.drawImage(picture, 0, 0)
  picture.close()
  return canvas.convertToBlob({ type: 'image/png' })
}

/** Opens the machine's own way to share. A person who changes their mind is no failure. */
export async function sharePicture(files: DeviceFiles, file: FileInfo): Promise<void> {
  const blob = await files.blob(file)
  if (!blob) return
  const shared = { files: [new File([blob], file.name || 'picture', { type: file.type })] }
  if (navigator.canShare?.(shared)) await navigator.share(shared).catch(() => {})
}
