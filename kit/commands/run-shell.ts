import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** Runs a shell command to its end. @throws when it fails. */
export async function runShell(command: string): Promise<void> {
  const child = spawn(command, { shell: true, stdio: ['ignore', 'inherit', 'inherit'] })
  const [code, signal] = await once(child, 'close')
  if (code !== 0) throw new Error(`${command} ended with ${code ?? signal}`)
}
