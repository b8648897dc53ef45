import type { TabDevice } from '../../../lib/browser/browser.ts'
import { createObservable } from '../../../lib/core/observable.ts'
import type { ImportSummary } from '../../transfer/import/plan-import.ts'
import { type ImportState as Running, runImport } from '../../transfer/import/run-import.ts'
import { openTransfer, type Transfer } from '../../transfer/open-transfer.ts'

export type ImportState =
  | { state: 'none' }
  | { state: 'reading'; file: string }
  /** The file cannot be brought in. */
  | { state: 'unreadable'; file: string; error: unknown }
  | { state: 'asking'; file: string; summary: ImportSummary }
  | Running

/** The import of this tab. It goes on while the settings are closed. */
export const importJob = createObservable<{ now: ImportState }>({ now: { state: 'none' } })

let open: Transfer | null = null
let stopper: AbortController | null = null

/** Reads a file, and says what would come in. */
export async function readImport(device: TabDevice, file: File): Promise<void> {
  dropImport()
  show({ state: 'reading', file: file.name })
  const transfer = await openTransfer(device)
  open = transfer
  const { deviceId, devices } = device.getState()
  const receivers = devices.filter((it) => it.access !== 'send').map((it) => it.deviceId)
  try {
    const { summary } = await transfer.ask({ do: 'read', file, deviceId, receivers }, 'summary')
    if (open === transfer) show({ state: 'asking', file: file.name, summary })
  } catch (error) {
    if (open === transfer) show({ state: 'unreadable', file: file.name, error })
  }
}

/** Brings in what was read. */
export async function bringIn(device: TabDevice, summary: ImportSummary): Promise<void> {
  const transfer = open
  if (!transfer) return
  const stop = new AbortController()
  stopper = stop
  show({ state: 'running', done: 0, total: summary.count })
  await runImport({
    device,
    take: async (limit) => (await transfer.ask({ do: 'take', limit }, 'items')).items,
    total: summary.count,
    show,
    signal: stop.signal,
  })
  transfer.end()
}

export function stopImport(): void {
  stopper?.abort()
}

export function dropImport(): void {
  stopImport()
  open?.end()
  open = null
  show({ state: 'none' })
}

function show(now: ImportState): void {
  importJob.set({ now })
}
