import { locks, openLock } from '../../../lib/browser/shared/locks.ts'
import { addressToOpen, type OpenMessage } from '../../../lib/browser/shared/push/open-message.ts'
import type { RoostOptions } from '../../../lib/core/roost-options.ts'
import { markDone } from '../../../lib/worker/push/mark-done.ts'
import { scope, type WindowClient } from '../../../lib/worker/scope.ts'
import type { NoticeData } from './what-to-show.ts'

/** A person has clicked a notification, or one of its buttons. */
export async function onClick(options: RoostOptions, notice: Notification, action: string): Promise<void> {
  notice.close()
  const { deviceId, messageId, version, sender } = (notice.data ?? {}) as NoticeData
  if (deviceId === undefined || messageId === undefined) return open(await anyWindow(), '/')
  if (action === 'done' && version !== undefined) return markDone(options, deviceId, version)
  const message: OpenMessage = {
    ...{ type: 'openMessage', messageId },
    ...(action === 'reply' && sender !== undefined ? { answerTo: sender } : {}),
  }
  const window = await windowOf(options, deviceId)
  window?.postMessage(message)
  await open(window, addressToOpen(deviceId, message))
}

async function open(window: WindowClient | undefined, address: string): Promise<void> {
  if (window) await window.focus()
  else await scope.clients.openWindow(address)
}

const windows = () => scope.clients.matchAll({ type: 'window', includeUncontrolled: true })

const anyWindow = async () => (await windows())[0]

/** Every tab of a device holds its lock, and a lock names the window that holds it. */
async function windowOf(options: RoostOptions, deviceId: string): Promise<WindowClient | undefined> {
  const held = (await locks()?.query())?.held ?? []
  const name = openLock(options, deviceId)
  const ids = new Set(held.flatMap((it) => (it.name === name && it.clientId ? [it.clientId] : [])))
  return (await windows()).find((it) => ids.has(it.id))
}
