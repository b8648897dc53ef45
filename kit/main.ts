#!/usr/bin/env node
import { Command, InvalidArgumentError, Option } from 'commander'
import { deviceScenarios } from './device/scenarios/all.ts'
import { serverChecks } from './server/checks/all.ts'
import { NotTestable } from './server/tested-server.ts'

const program = new Command('roost-kit')
  .description('Tests any server and any client against docs/protocol.md of Roost. Exit code 1: a MUST failed.')
  .showSuggestionAfterError()

const reports = (command: Command) =>
  command
    .option('--only <ids...>', 'these checks only: P3, or a whole id')
    .option('--junit <file>', 'writes a report for CI')
    .option('--html <file>', 'writes a report for people')

reports(program.command('server [url]'))
  .description('tests a server. It makes accounts of its own and removes them, unless it is given some')
  .option('--mutants', 'plants bugs into the server of this checkout, and prints which check finds each')
  .option('--email <address>', 'an account to use, where nobody may sign up')
  .addOption(new Option('--password <password>', 'of that account').env('ROOST_KIT_PASSWORD'))
  .option('--other-email <address>', 'a second account, which has to see nothing of the first one')
  .addOption(new Option('--other-password <password>', 'of the second account').env('ROOST_KIT_OTHER_PASSWORD'))
  .option('--restart <command>', 'kills the server hard and starts it again, for promise 2')
  .option('--expire <command>', 'lets retention remove all that is stored, for promise 14')
  .action(async (url, { mutants, ...flags }, command) => {
    if (mutants) return end(await (await import('./commands/mutants.ts')).tryServerMutants())
    if (!url) command.error('error: name the address of a server')
    return end(await (await import('./commands/server.ts')).testServer(url, flags))
  })

const positive = (text: string) => {
  const value = Number(text)
  if (!(value > 0)) throw new InvalidArgumentError('It has to be a number above 0.')
  return value
}

reports(program.command('device [command...]'))
  .description('is a faulty server, and tests a client that the command starts: device -- python3 kit_driver.py')
  .option('--patience <seconds>', 'how long to wait for anything that the client has to do', positive, 30)
  .option('--at-once <count>', 'clients that are tested at the same time', positive, 4)
  .option('--mutants', 'plants bugs into the example in Python, and prints which check finds each')
  .action(async (words, { mutants, ...flags }, command) => {
    if (mutants) return end(await (await import('./commands/mutants.ts')).tryClientMutants(flags))
    if (words.length === 0) command.error('error: name the command that starts the client, after --')
    return end(await (await import('./commands/device.ts')).testDevice(words, flags))
  })

program
  .command('list')
  .description('prints the checks as a table in Markdown')
  .action(() => {
    for (const { id, level, says } of [...serverChecks, ...deviceScenarios]) {
      console.log(`| \`${id}\` | ${level} | ${says} |`)
    }
  })

function end(good: boolean) {
  process.exitCode = good ? 0 : 1
}

try {
  await program.parseAsync()
} catch (error) {
  if (!(error instanceof NotTestable)) throw error
  console.error(error.message)
  process.exitCode = 2
}
