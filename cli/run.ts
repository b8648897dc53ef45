import { CommanderError } from 'commander'
import { toDeviceError } from '../lib/client/device-error.ts'
import { StorageError } from '../lib/core/ports.ts'
import { exitCodeOf, UsageError } from './exit-codes.ts'
import { createProgram } from './program.ts'
import { say } from './say.ts'

declare const __ROOST_VERSION__: string | undefined

/** The `roost` command. */
export async function run(): Promise<void> {
  // Only the owner may read what a command writes.
  process.umask(0o077)
  // A reader such as `head` has seen enough.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })
  try {
    await createProgram(typeof __ROOST_VERSION__ === 'undefined' ? 'of this checkout' : __ROOST_VERSION__).parseAsync()
  } catch (error) {
    // Commander has said what is wrong.
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : 2
      return
    }
    const told = error instanceof StorageError ? toDeviceError(error) : error
    say(told instanceof Error ? told.message : String(told))
    if (told instanceof UsageError) say('roost --help says how')
    process.exitCode = exitCodeOf(told)
  }
}
