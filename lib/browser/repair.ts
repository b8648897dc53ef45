import type { DeviceState } from '../core/device-state.ts'

/**
 * WebKit gives a page no database any more once it has ended the process of its databases, as iOS does when it wants the memory.
 * A new page gets one. So a page that a person comes back to, and that could not open its database again, loads itself again,
 * unless a text would be lost that was typed in the meantime.
 */
export function createRepair(getState: () => Pick<DeviceState, 'storage'>, reload: () => void) {
  let unsaved = 0
  return {
    /** So many texts are kept for this tab alone, because they could not be stored. */
    stashed(texts: number): void {
      unsaved = texts
    },
    /** A person is back, and the device has just tried to open its database. */
    check(): void {
      const { storage } = getState()
      // Another tab has the database, or a newer version: a reload would not help, or its person is told about it.
      const isLost = storage.state === 'broken' && storage.reason !== 'blocked' && storage.reason !== 'outdated'
      if (isLost && unsaved === 0) reload()
    },
  }
}
