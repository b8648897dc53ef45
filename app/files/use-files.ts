import { useSyncExternalStore } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import type { DeviceFiles, FileStatus } from '../../lib/browser/files/device-files.ts'
import { useDevice } from '../hooks/use-device.ts'

const AWAY: FileStatus = { state: 'away' }
const AGAIN_MS = 3_000

/** The files of a tab. Their code loads with the first message that carries some. */
interface Opened {
  files: DeviceFiles | null
  subscribe: (listener: () => void) => () => void
}

const opened = new WeakMap<TabDevice, Opened>()

function openedOf(device: TabDevice): Opened {
  const present = opened.get(device)
  if (present) return present
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of [...listeners]) listener()
  }
  const it: Opened = {
    files: null,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
  opened.set(device, it)
  const open = () =>
    device.files().then(
      (files) => {
        it.files = files
        files.subscribe(tell)
        tell()
      },
      () => void setTimeout(open, AGAIN_MS),
    )
  void open()
  return it
}

/** The files of this tab's device; null until they are loaded. */
export function useFiles(): DeviceFiles | null {
  const it = openedOf(useDevice())
  return useSyncExternalStore(it.subscribe, () => it.files)
}

export function useFileStatus(fileId: string): FileStatus {
  const it = openedOf(useDevice())
  return useSyncExternalStore(it.subscribe, () => it.files?.status(fileId) ?? AWAY)
}
