import type { Place } from '../chosen-device.ts'
import { lineOf } from '../lines.ts'
import { openLive } from '../open-live.ts'
import { print, printJson } from '../say.ts'
import { endSignal } from '../signals.ts'

export interface FollowOptions extends Place {
  json?: boolean
  all?: boolean
  own?: boolean
  bookmark: string
}

/** A message counts as shown once the reader has taken it, so a reader that dies gets it again. */
export async function follow(options: FollowOptions): Promise<void> {
  const signal = endSignal()
  const device = await openLive(options)
  const from = options.all ? 'oldest' : 'joined'
  const loop = { ack: 'after', name: options.bookmark, from, own: options.own ?? false, signal } as const
  try {
    for await (const message of device.messages(loop)) {
      await (options.json ? printJson(message) : print(lineOf(message)))
    }
  } finally {
    await device.close()
  }
}
