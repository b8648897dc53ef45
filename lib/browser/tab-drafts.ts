import type { Device } from '../core/device.ts'

/** A tab's sessionStorage holds a draft under the id of its device. */
const PREFIX = 'roost-draft-'

export interface TabDraft {
  receiver: string
  text: string
}

/**
 * Keeps the draft that a leaving page may have no time to store: its transaction ends with the page. Null: it was stored
 * after all.
 */
export function stashDraft(deviceId: string, draft: TabDraft | null): void {
  const key = PREFIX + deviceId
  try {
    if (draft) sessionStorage.setItem(key, JSON.stringify({ ...draft, latest: true }))
    else sessionStorage.removeItem(key)
  } catch {
    // The browser denies storage.
  }
}

/**
 * Moves the draft that this tab kept for a device into the device's own storage. A stashed draft is the latest. A draft
 * from an older version of the app gives way to a stored one.
 */
export async function takeOverTabDraft(
  deviceId: string,
  device: Pick<Device, 'getState' | 'saveDraft'>,
): Promise<void> {
  const key = PREFIX + deviceId
  try {
    const stored = sessionStorage.getItem(key)
    if (stored === null) return
    const { receiver, text, latest } = JSON.parse(stored) as { receiver?: unknown; text?: unknown; latest?: unknown }
    const { texts } = device.getState().drafts
    if (typeof receiver === 'string' && typeof text === 'string' && (latest || texts[receiver] === undefined)) {
      await device.saveDraft(receiver, text)
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
