import { searchHeld } from '../../lib/node/search-held.ts'
import type { Place } from '../chosen-device.ts'
import { UsageError } from '../exit-codes.ts'
import { lineOf } from '../lines.ts'
import { print, printJson } from '../say.ts'
import { withHeld } from '../with-held.ts'

export interface SearchOptions extends Place {
  number: number
  json?: boolean
  timeout: number
}

/** Exit code 1 when it finds nothing, as grep has it. */
export async function search(words: readonly string[], options: SearchOptions): Promise<void> {
  await withHeld(options, async (store, names, deviceId) => {
    const { messages, problems } = await searchHeld(store, names, deviceId, words.join(' '), options.number)
    const [problem] = problems
    if (problem !== undefined) throw new UsageError(`The search does not understand "${problem}".`)
    for (const it of messages) await (options.json ? printJson(it) : print(lineOf(it)))
    if (messages.length === 0) process.exitCode ||= 1
  })
}
