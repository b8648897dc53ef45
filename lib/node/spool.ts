import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Written } from '../core/ports.ts'

/**
 * Messages for a device that another process has open: a file each, in `spool-<deviceId>`. The names are messageIds, which
 * sort by time. The process with the device takes them over.
 */
const folderOf = (directory: string, deviceId: string) => join(directory, `spool-${deviceId}`)

/** Durable when it returns. */
export function putInSpool(directory: string, deviceId: string, written: Written): void {
  const folder = folderOf(directory, deviceId)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, `${written.request.messageId}.json`)
  const half = `${file}.half`
  const handle = openSync(half, 'w', 0o600)
  try {
    writeSync(handle, JSON.stringify(written))
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(half, file)
  syncFolder(folder)
}

/** The new name, too, has to survive a power cut. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/**
 * Hands over what waits, oldest first. A crash in the middle hands a message over again, which its messageId makes safe.
 */
export async function takeFromSpool(
  directory: string,
  deviceId: string,
  keep: (written: readonly Written[]) => Promise<void>,
): Promise<void> {
  const files = spooled(directory, deviceId)
  if (files.length === 0) return
  await keep(files.map((file) => JSON.parse(readFileSync(file, 'utf8')) as Written))
  for (const file of files) rmSync(file, { force: true })
}

/** The files of messages that wait, oldest first. */
export function spooled(directory: string, deviceId: string): string[] {
  const folder = folderOf(directory, deviceId)
  try {
    return readdirSync(folder)
      .filter((it) => it.endsWith('.json'))
      .sort()
      .map((it) => join(folder, it))
  } catch {
    // The folder comes with its first message.
    return []
  }
}
