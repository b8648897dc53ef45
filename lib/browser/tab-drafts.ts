import type { Device } from '../core/device.ts'

/** A tab's sessionStorage holds drafts under the id of its device. */
const PREFIX = 'roost-draft-'

export interface TabDraft {
  receiver: string
  text: string
}

/**
 * Keeps the drafts that a leaving page has not stored: its transaction ends with the page, or the browser has taken its
 * database away. None: all are stored after all.
 */
export function stashDrafts(deviceId: string, drafts: readonly TabDraft[]): void {
  const key = PREFIX + deviceId
  try {
    if (drafts.length > 0) sessionStorage.setItem(key, JSON.stringify(drafts.map((it) => ({ ...it, latest: true }))))
    else sessionStorage.removeItem(key)
  } catch {
    // The browser denies storage.
  }
}

/**
 * Moves the drafts that this tab kept for a device into the device's own storage, the one written last at the end. A stashed
 * draft is the latest. The draft from an older version of the app gives way to a stored one.
 */
export async function takeOverTabDraft(
  deviceId: string,
  device: Pick<Device, 'getState' | 'saveDraft'>,
): Promise<void> {
  const key = PREFIX + deviceId
  try {
    const stored = sessionStorage.getItem(key)
    if (stored === null) return
    const { texts } = device.getState().drafts
    for (const { receiver, text, latest } of [JSON.parse(stored)].flat() as Partial<Record<string, unknown>>[]) {
      if (typeof receiver === 'string' && typeof text === 'string' && (latest || texts[receiver] === undefined)) {
        await device.saveDraft(receiver, text)
      }
    }
    sessionStorage.removeItem(key)
  } catch {
    // The browser denies storage, or the draft cannot be kept now. The next start of this tab tries again.
  }
}

/** Removes the drafts of all devices that are not to stay. */
export function dropTabDrafts(stays: (deviceId: string) => boolean): void {
  try {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith(PREFIX) && !stays(key.slice(PREFIX.length))) sessionStorage.removeItem(key)
    }
  } catch {
    // The browser denies storage, so it holds none.
  }
}
