import type { TabDevice } from '../../../lib/browser/browser.ts'
import { createObservable } from '../../../lib/core/observable.ts'
import { factsOf } from '../../transfer/export/facts-of.ts'
import { openTransfer, type Transfer } from '../../transfer/open-transfer.ts'

export type ExportState =
  | { state: 'none' }
  | { state: 'running'; done: number; total: number }
  | { state: 'ready'; url: string; name: string; size: number }
  | { state: 'failed'; error: unknown }

/** The export of this tab. It goes on while the settings are closed. */
export const exportJob = createObservable<{ now: ExportState }>({ now: { state: 'none' } })

let running: Transfer | null = null

export async function startExport(device: TabDevice): Promise<void> {
  cancelExport()
  show({ state: 'running', done: 0, total: 0 })
  const transfer = await openTransfer(device)
  running = transfer
  try {
    const facts = await factsOf(device, Date.now())
    const progress = (done: number, total: number) => isCurrent() && show({ state: 'running', done, total })
    const { archive } = await transfer.ask({ do: 'export', facts }, 'archive', progress)
    if (!isCurrent()) return
    const name = `roost-${new Date().toLocaleDateString('sv')}.zip`
    const url = URL.createObjectURL(archive)
    show({ state: 'ready', url, name, size: archive.size })
    save(url, name)
  } catch (error) {
    if (isCurrent()) show({ state: 'failed', error })
  } finally {
    transfer.end()
    if (isCurrent()) running = null
  }

  function isCurrent(): boolean {
    return running === transfer
  }
}

/** Also forgets an archive that is ready: it takes room until then. */
export function cancelExport(): void {
  const { now } = exportJob.get()
  if (now.state === 'ready') URL.revokeObjectURL(now.url)
  running?.end()
  running = null
  show({ state: 'none' })
}

function save(url: string, name: string): void {
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
}

function show(now: ExportState): void {
  exportJob.set({ now })
}
