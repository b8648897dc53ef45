import type { RoostOptions } from '../../core/roost-options.ts'
import type { FileStore } from '../../files/file-store.ts'
import { openIndexedDbFiles } from '../../indexed-db/files.ts'

/** The files of a device in this browser, opened again whenever the browser has closed them. */
export function filesOf(options: RoostOptions, deviceId: string): { open(): Promise<FileStore>; close(): void } {
  let present: Promise<FileStore> | null = null
  function close(): void {
    const open = present
    present = null
    open?.then((it) => it.close()).catch(() => {})
  }
  return {
    open() {
      const mine = present ?? openIndexedDbFiles(deviceId, { ...options, onClosed: () => (present = null) })
      present = mine
      mine.catch(() => {
        if (present === mine) present = null
      })
      return mine
    },
    close,
  }
}
