import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { type Place, typedPath } from '../chosen-device.ts'
import { printJson, say } from '../say.ts'
import { withHeld } from '../with-held.ts'

export interface ExportOptions extends Place {
  out?: string
  timeout: number
}

const PAGE = 500

/** Everything that the device holds, of every kind, as lines of JSON in the order of the versions. */
export async function exportAll(options: ExportOptions): Promise<void> {
  const file =
    options.out === undefined ? null : createWriteStream(typedPath(options.out), { mode: 0o600, flush: true })
  const write = async (message: unknown) => {
    if (!file) return printJson(message)
    if (!file.write(`${JSON.stringify(message)}\n`)) await once(file, 'drain')
  }
  await withHeld(options, async (store) => {
    let count = 0
    for (let after = 0; ; ) {
      const messages = await store.history(after, PAGE)
      for (const message of messages) await write(message)
      const last = messages.at(-1)
      if (!last) break
      count += messages.length
      after = last.version
    }
    if (file) {
      file.end()
      await finished(file)
      say(`${count} messages are in ${options.out}`)
    }
  })
}
