import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import type { ReceivedMessage } from '../lib/client/types.ts'

/** Appends a message that no try could handle to a file, as a line of JSON. It is durable when this returns. */
export function keepDeadLetter(file: string, message: ReceivedMessage, failed: number | NodeJS.Signals): void {
  const handle = openSync(file, 'a', 0o600)
  try {
    writeSync(handle, `${JSON.stringify({ ...message, failed })}\n`)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
