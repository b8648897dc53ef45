import type { FileStatus } from '../../lib/browser/files/device-files.ts'
import type { ErrorCode } from '../../lib/protocol/error.ts'
import type { FileInfo } from '../../lib/protocol/file-info.ts'
import { formatSize } from '../words/bytes.ts'
import { files as english } from '../words/en/inbox/files.ts'
import { subject } from '../words/language/catalog.ts'

const say = subject('files', english)

export const nameOfFile = ({ name }: Pick<FileInfo, 'name'>) => name || say.unnamed

/** Where a file is, for a person. `sender`: the device that sends it. `online`: this device reaches the server. */
export function statusWords(status: FileStatus, size: number, sender: string, online: boolean): string {
  switch (status.state) {
    case 'here':
      return formatSize(size)
    case 'uploading':
      return online ? say.uploading(formatSize(status.sent), formatSize(size)) : say.waits(formatSize(size))
    case 'refused':
      return refusedWords(status.code)
    case 'away':
      return say.notHere(formatSize(size))
    case 'downloading':
      return say.getting(formatSize(status.held), formatSize(size))
    case 'onItsWay':
      return say.onItsWay(sender)
    case 'gone':
      return say.gone
    case 'notFetched':
      return status.why === 'room' ? say.noRoom : say.notFetched
  }
}

function refusedWords(code: ErrorCode): string {
  if (code === 'payload_too_large') return say.tooLarge
  return code === 'quota_exceeded' ? say.noQuota : say.refused
}
