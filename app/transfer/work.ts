import type { Held } from '../../lib/browser/open-held.ts'
import { StorageError } from '../../lib/core/ports.ts'
import { readPages } from './export/read-pages.ts'
import { writeArchive } from './export/write-archive.ts'
import { type ImportPlan, planImport } from './import/plan-import.ts'
import { readFile } from './import/read-file.ts'
import type { Reply, Request } from './jobs.ts'
import { TransferError } from './transfer-error.ts'

/** Carries out transfers, in a worker or in the page. */
export interface Work {
  carryOut(request: Request, reply: (it: Reply) => void): Promise<void>
}

/** `open` gives the device's data; `pause` lets the page work in between. */
export function createWork(open: (deviceId: string) => Promise<Held>, pause?: () => Promise<void>): Work {
  let plan: ImportPlan | null = null
  let taken = 0

  async function perform(request: Request, reply: (it: Reply) => void): Promise<Reply> {
    switch (request.do) {
      case 'export': {
        const { facts } = request
        const progress = (done: number, total: number) => reply({ is: 'progress', done, total })
        const archive = await using(open(facts.deviceId), (held) =>
          writeArchive(held, facts, { progress, ...(pause && { pause }) }),
        )
        return { is: 'archive', archive }
      }
      case 'read': {
        const { file, deviceId, receivers } = request
        const [read, known] = await Promise.all([readFile(file), using(open(deviceId), knownIds)])
        plan = planImport(read, { deviceId, receivers: new Set(receivers), known, now: Date.now() })
        taken = 0
        return { is: 'summary', summary: plan.summary }
      }
      case 'take': {
        const items = plan?.items.slice(taken, taken + request.limit) ?? []
        taken += items.length
        return { is: 'items', items }
      }
    }
  }

  return {
    async carryOut(request, reply) {
      try {
        reply(await perform(request, reply))
      } catch (error) {
        reply({ is: 'failed', ...codeOf(error) })
      }
    },
  }
}

async function using<T>(opening: Promise<Held>, work: (held: Held) => Promise<T>): Promise<T> {
  const held = await opening
  try {
    return await work(held)
  } finally {
    held.close()
  }
}

async function knownIds(held: Held): Promise<ReadonlySet<string>> {
  const known = new Set((await held.outbox()).map((it) => it.request.messageId))
  for (const it of await held.onlyHere()) known.add(it.messageId)
  for await (const slice of readPages(held)) for (const { messageId } of slice) known.add(messageId)
  return known
}

function codeOf(error: unknown): Omit<Reply & { is: 'failed' }, 'is'> {
  if (error instanceof TransferError) {
    return { code: error.code, ...(error.line === undefined ? {} : { line: error.line }) }
  }
  console.error(error)
  return { code: error instanceof StorageError ? 'storage' : 'failed' }
}
