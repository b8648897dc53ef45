import type { TabDevice } from './browser.ts'

/** Until now each tab kept its draft in its sessionStorage, under the id of its device. */
const PREFIX = 'roost-draft-'

/** Moves the draft that this tab kept for a device into the device's own storage. A draft that is there already stays. */
export async function takeOverOldDraft(deviceId: string, device: TabDevice): Promise<void> {
  const key = PREFIX + deviceId
  try {
    const stored = sessionStorage.getItem(key)
    if (stored === null) return
    const { receiver, text } = JSON.parse(stored) as { receiver?: unknown; text?: unknown }
    const { texts } = device.getState().drafts
    if (typeof receiver === 'string' && typeof text === 'string' && texts[receiver] === undefined) {
      await device.saveDraft(receiver, text)
    }
    sessionStorage.removeItem(key)
  } catch {
    // The browser denies storage, or the draft cannot be kept now. The next start of this tab tries again.
  }
}

/** Removes the drafts of all devices that are not to stay. */
export function dropOldDrafts(stays: (deviceId: string) => boolean): void {
  try {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith(PREFIX) && !stays(key.slice(PREFIX.length))) sessionStorage.removeItem(key)
    }
  } catch {
    // The browser denies storage, so it holds none.
  }
}
