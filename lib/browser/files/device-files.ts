import type { ErrorCode } from '../../protocol/error.ts'
import type { FileInfo } from '../../protocol/file-info.ts'

/** Where the bytes of a file are, as this device knows. */
export type FileStatus =
  /** All of them are here. */
  | { state: 'here' }
  /** Here, and on their way to the server, which has `sent` of them. */
  | { state: 'uploading'; sent: number }
  /** Here alone: the server has refused them. */
  | { state: 'refused'; code: ErrorCode }
  /** On the server, or still on the device that sends them: nobody has asked yet. */
  | { state: 'away' }
  | { state: 'downloading'; held: number }
  /** The device that sends them has not uploaded them all. */
  | { state: 'onItsWay' }
  /** Neither here nor on the server. */
  | { state: 'gone' }
  /** The last try to get them failed: no network, or no room. */
  | { state: 'notFetched'; why: 'network' | 'room' }

/** A message with files, as a person has written it. */
export interface UnsentFiles {
  receiverDeviceId: string
  text: string
  picked: readonly File[]
}

/** The files of a device: what it sends, and what it keeps of what it has received. */
export interface DeviceFiles {
  /**
   * Keeps the bytes on this device, and then puts the message into the outbox. The bytes follow to the server as soon as
   * they can. @throws StorageError, RoostError, BrowserError `file_unreadable`
   */
  send(message: UnsentFiles, fromDraft?: boolean): Promise<void>
  status(fileId: string): FileStatus
  /** Hears of every change of a status. Returns unsubscribe. */
  subscribe(listener: () => void): () => void
  /** Gets the bytes. Files of at most AUTOMATIC_BYTES come by themselves. */
  download(file: FileInfo): Promise<void>
  /** Tries again what the server has refused. */
  uploadAgain(fileId: string): Promise<void>
  /** Notes that a person has opened it: it is the last that makes room for others. */
  opened(fileId: string): Promise<void>
  /** The whole file; null when it is not here. */
  blob(file: FileInfo): Promise<Blob | null>
  /** The address at which the service worker serves a file that is here; null without a worker. */
  addressOf(file: FileInfo): string | null
  /** How many bytes this device keeps of files, and how many it may. A file that is not uploaded yet does not count. */
  room(): Promise<{ kept: number; limit: number }>
  /** Removes the files that were opened least recently until the rest fits. */
  setLimit(limit: number): Promise<void>
  close(): void
}

/** Files up to this size come by themselves. */
export const AUTOMATIC_BYTES = 2 * 1024 * 1024
