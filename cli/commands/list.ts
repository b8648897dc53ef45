import { toDeviceError } from '../../lib/client/device-error.ts'
import type { ReceivedMessage } from '../../lib/client/types.ts'
import { receivedOf } from '../../lib/client/view.ts'
import type { Place } from '../chosen-device.ts'
import { lineOf } from '../lines.ts'
import { print, printJson } from '../say.ts'
import { withHeld } from '../with-held.ts'

export interface ListOptions extends Place {
  number: number
  json?: boolean
  timeout: number
}

/** The newest messages, oldest of them first. */
export async function list(options: ListOptions): Promise<void> {
  await withHeld(options, async (store, names) => {
    const found: ReceivedMessage[] = []
    let anchor = Number.POSITIVE_INFINITY
    while (found.length < options.number) {
      const entries = await store.before(anchor, 100).catch((error) => Promise.reject(toDeviceError(error)))
      const [first] = entries
      if (!first) break
      found.unshift(...entries.filter((it) => !it.deleted && !it.onlyHere).map((it) => receivedOf(it, names)))
      anchor = first.message.version
    }
    for (const it of found.slice(-options.number)) await (options.json ? printJson(it) : print(lineOf(it)))
  })
}
