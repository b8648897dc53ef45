import { spawn } from 'node:child_process'
import type { ReceivedMessage } from '../lib/client/types.ts'

/** The command does not exist, or may not be run: another try would change nothing. */
export class CannotRun extends Error {}

/**
 * Runs a command for one message: the text on its standard input, the rest in its environment. Answers its exit code, or the
 * signal that ended it. @throws CannotRun
 */
export function runFor(
  message: ReceivedMessage,
  [command = '', ...args]: readonly string[],
  ends: AbortSignal,
): Promise<number | NodeJS.Signals> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ['pipe', 'inherit', 'inherit'],
      env: { ...process.env, ...environmentOf(message) },
    })
    const end = () => child.kill('SIGTERM')
    ends.addEventListener('abort', end)
    child.on('error', (error) => reject(new CannotRun(`${command}: ${error.message}`)))
    child.on('close', (code, signal) => {
      ends.removeEventListener('abort', end)
      resolve(code ?? signal ?? 1)
    })
    // It may not read its input.
    child.stdin.on('error', () => {})
    child.stdin.end(message.content)
  })
}

function environmentOf({ id, version, from, fromName, to, contentType, storedAt }: ReceivedMessage) {
  return {
    ...{ ROOST_ID: id, ROOST_VERSION: String(version), ROOST_FROM: from, ROOST_FROM_NAME: fromName, ROOST_TO: to },
    ...{ ROOST_TYPE: contentType, ROOST_STORED_AT: new Date(storedAt).toISOString() },
  }
}
