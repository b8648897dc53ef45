import { backupCommand } from './operations/backup/backup-command.ts'
import { restoreCommand } from './operations/backup/restore-command.ts'
import { ROOST, UsageError } from './operations/command-line/command.ts'
import { help, overview } from './operations/command-line/help.ts'
import { readCall, unknown } from './operations/command-line/read-call.ts'
import { doctorCommand } from './operations/doctor/doctor-command.ts'
import { migrateCommand } from './operations/move-to-postgres/migrate-command.ts'
import { retentionCommand } from './operations/retention/retention-command.ts'
import { userCommand } from './operations/users/user-command.ts'

const commands = [backupCommand, restoreCommand, migrateCommand, retentionCommand, doctorCommand, userCommand]

const names = commands.map((it) => it.name)

const FAILED = 1
const CALLED_WRONGLY = 2

const asksForHelp = (word: string) => ['--help', '-h', 'help'].includes(word)

async function main([name = '--help', ...args]: readonly string[]): Promise<void> {
  const command = commands.find((it) => it.name === (asksForHelp(name) ? args[0] : name))
  if (asksForHelp(name)) return console.log(command ? help(command) : overview(commands))
  if (!command) throw new UsageError(`roost: ${unknown(name, names)} (${ROOST} --help)`)
  if (args.some((it) => it === '--help' || it === '-h')) return console.log(help(command))
  await command.run(readCall(command, args))
}

// Only the owner may read what a command writes.
process.umask(0o077)
// A reader such as `head` has seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})
try {
  await main(process.argv.slice(2))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = error instanceof UsageError ? CALLED_WRONGLY : FAILED
}
