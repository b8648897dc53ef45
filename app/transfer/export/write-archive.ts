import type { Held } from '../../../lib/browser/open-held.ts'
import type { Message } from '../../../lib/protocol/message.ts'
import { bytesOf } from '../bytes-of.ts'
import { BlobWriter, ZipWriter } from '../zip.ts'
import { createChanges } from './changes.ts'
import type { ExportFacts } from './facts.ts'
import { readPages } from './read-pages.ts'
import { readingPage } from './reading-page.ts'

export interface ArchiveOptions {
  /** `done` of `total` steps. */
  progress: (done: number, total: number) => void
  /** Lets other work run, where the page itself writes the archive. */
  pause?: () => Promise<void>
}

/** The format of the archive: see docs/export.md. Raise it when a reader of today could not read it. */
export const ARCHIVE_VERSION = 1

/**
 * Writes everything that the device holds into one archive. It reads the history twice, because a post is shown with edits
 * that came long after it, and holds a slice of it at a time.
 */
export async function writeArchive(held: Held, facts: ExportFacts, options: ArchiveOptions): Promise<Blob> {
  const { progress, pause = async () => {} } = options
  const [count, onlyHere, outbox] = await Promise.all([held.count(), held.onlyHere(), held.outbox()])
  // A message may arrive meanwhile, and a second pass may see more than the first.
  const total = Math.max(count * 2, 1)
  let done = 0
  const changes = createChanges()

  async function* slices(): AsyncGenerator<readonly Message[], void, undefined> {
    for await (const slice of readPages(held)) {
      yield slice
      done += slice.length
      progress(Math.min(done, total), total)
      await pause()
    }
  }

  async function* messageLines(): AsyncGenerator<string, void, undefined> {
    for await (const slice of slices()) {
      for (const message of slice) changes.note(message)
      yield linesOf(slice)
    }
  }

  const zip = new ZipWriter(new BlobWriter('application/zip'), { level: 6 })
  const add = (name: string, texts: AsyncIterable<string>) => zip.add(name, bytesOf(texts))
  await add('README.txt', only(facts.words.readMe))
  await add('devices.json', only(`${JSON.stringify(devicesOf(facts), null, 2)}\n`))
  await add('messages.ndjson', messageLines())
  if (onlyHere.length > 0) await add('only-here.ndjson', only(linesOf(onlyHere)))
  if (outbox.length > 0) await add('unsent.ndjson', only(linesOf(outbox.map(({ seq: _, ...entry }) => entry))))
  await add('index.html', readingPage(facts, { slices: slices(), changes, onlyHere, outbox }))
  const archive = await zip.close()
  progress(total, total)
  return archive
}

const linesOf = (values: readonly unknown[]): string => values.map((it) => `${JSON.stringify(it)}\n`).join('')

async function* only(text: string): AsyncGenerator<string, void, undefined> {
  yield text
}

function devicesOf({ deviceId, account, server, exportedAt, devices, former }: ExportFacts) {
  const format = { name: 'roost-export', version: ARCHIVE_VERSION }
  return { format, exportedAt: new Date(exportedAt).toISOString(), server, account, deviceId, devices, former }
}
