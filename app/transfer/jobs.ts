import type { Written } from '../../lib/core/ports.ts'
import type { ExportFacts } from './export/facts.ts'
import type { ImportSummary } from './import/plan-import.ts'
import type { TransferCode } from './transfer-error.ts'

/** From the page to the worker of a transfer. A worker carries out one export, or reads one file. */
export type Request =
  | { do: 'export'; facts: ExportFacts }
  | { do: 'read'; file: Blob; deviceId: string; receivers: readonly string[] }
  /** The next messages of the file that was read. */
  | { do: 'take'; limit: number }

/** From the worker to the page. */
export type Reply =
  | { is: 'progress'; done: number; total: number }
  | { is: 'archive'; archive: Blob }
  | { is: 'summary'; summary: ImportSummary }
  | { is: 'items'; items: Written[] }
  | { is: 'failed'; code: TransferCode; line?: number }
