import { Counter, type Registry } from '@prometheus-io/client'
import type { Files } from '../../core/files/files.ts'

/** Counts bytes and files on their way in and out. */
export function createMeasureFiles(registry: Registry) {
  const counter = (name: string, help: string) => new Counter({ name, help, registers: [registry] })
  const received = counter('roost_file_bytes_received_total', 'Bytes of files that were uploaded and synced')
  const completed = counter('roost_files_completed_total', 'Files of which all bytes have arrived')
  const opened = counter('roost_files_opened_total', 'Files that devices have asked for and got, whole or in part')
  const removed = counter('roost_files_removed_total', 'Files that were removed')

  return (files: Files): Files => ({
    ...files,
    async append(caller, fileId, offset, incoming) {
      const file = await files.append(caller, fileId, offset, incoming)
      received.inc(file.received - offset)
      if (file.sha256 !== null && file.received > offset) completed.inc()
      return file
    },
    async open(caller, fileId) {
      const file = await files.open(caller, fileId)
      opened.inc()
      return file
    },
    async removeBytes(fileIds) {
      await files.removeBytes(fileIds)
      removed.inc(fileIds.length)
    },
  })
}
