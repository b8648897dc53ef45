import { Command, Option } from 'commander'
import { exitCodes } from './exit-codes.ts'
import { count, duration, positive } from './options.ts'

/** The command line of `roost`. Each command loads its code when it runs, so that help and completion come at once. */
export function createProgram(version: string): Command {
  const program = new Command('roost')
    .description("Sends and receives the messages of a person's Roost, as one of their devices.")
    .version(version, '--version')
    .showSuggestionAfterError()
    .exitOverride()
    .enablePositionalOptions()
    .addHelpText('after', `\n${examplesOf('roost')}\n\n${codes}`)

  const command = (usage: string, summary: string) => {
    const [name = ''] = usage.split(' ')
    return program
      .command(usage)
      .description(summary)
      .addOption(new Option('--directory <dir>', 'where devices keep their data').env('ROOST_DIRECTORY'))
      .addOption(new Option('--device <name>', 'which device, if several are paired here').env('ROOST_DEVICE'))
      .addHelpText('after', `\n${examplesOf(name)}`)
  }
  const json = ['--json', 'one JSON object a line'] as const
  const timeout = ['--timeout <seconds>', 'how long to wait for the server', positive, 20] as const
  const number = ['-n, --number <count>', 'at most so many', count, 20] as const

  command('pair <server> [code]', 'makes this computer a device of your Roost')
    .option('--name <name>', 'the name of the new device; the name of this computer by default')
    .action(async (...it) => (await import('./commands/pair.ts')).pair(it[0], it[1], it[2]))
  command('send [words...]', 'sends a message: the words, or the standard input')
    .option('--to <device>', 'for one device alone, by its name or id')
    .option('--type <mime>', 'the content type; text/plain by default')
    .option('--lines', 'each line of the standard input is a message')
    .option('-q, --quiet', 'says nothing when all went well')
    .option(...json)
    .option(...timeout)
    .action(async (...it) => (await import('./commands/send.ts')).send(it[0], it[1]))
  command('follow', 'prints messages as they come, and goes on where it stopped')
    .option('--all', 'begins with the oldest message, if it never ran before')
    .option('--own', 'also what this device has sent')
    .option('--bookmark <name>', 'a place of its own, for a second follower', 'follow')
    .option(...json)
    .action(async (...it) => (await import('./commands/follow.ts')).follow(it[0]))
  command('each <command...>', 'runs a command for each message: had when it ends with 0')
    .passThroughOptions()
    .option('--all', 'begins with the oldest message, if it never ran before')
    .option('--retries <count>', 'tries after the first one; endless without --dead-letter, else 5', count)
    .option('--backoff <seconds>', 'the wait before the first retry; each one is twice as long', positive, 1)
    .option('--longest <seconds>', 'the longest wait', positive, 300)
    .option('--dead-letter <file>', 'where messages go that no try could handle')
    .option('--bookmark <name>', 'a place of its own, for a second worker', 'each')
    .action(async (...it) => (await import('./commands/each.ts')).each(it[0], it[1]))
  command('webhook <url>', 'posts each message to an address, signed: had when the answer is 2xx')
    .requiredOption('--secret-file <file>', 'the secret that signs, as whsec_BASE64; several lines sign with each')
    .option('--from <device>', 'only the messages of this device, by its name or id')
    .option('--all', 'begins with the oldest message, if it never ran before')
    .option('--own', 'also what this device has sent')
    .option('--timeout <duration>', 'how long one try may take', duration, 15)
    .option('--backoff <duration>', 'the wait before the first retry; each one is twice as long', duration, 5)
    .option('--longest <duration>', 'the longest wait, unless the receiver asks for more', duration, 3_600)
    .option('--give-up <duration>', 'ends with 69 when one message has failed for so long', duration, 86_400)
    .option('--bookmark <name>', 'a place of its own, for a second webhook', 'webhook')
    .action(async (...it) => (await import('./commands/webhook.ts')).webhook(it[0], it[1]))
  command('list', 'prints the newest messages')
    .option(...number)
    .option(...json)
    .option(...timeout)
    .action(async (...it) => (await import('./commands/list.ts')).list(it[0]))
  command('search <words...>', 'finds messages, the newest first; exit code 1 when there is none')
    .option(...number)
    .option(...json)
    .option(...timeout)
    .action(async (...it) => (await import('./commands/search.ts')).search(it[0], it[1]))
  command('export', 'everything that the device holds, as lines of JSON')
    .option('--out <file>', 'into this file, not the standard output')
    .option(...timeout)
    .action(async (...it) => (await import('./commands/export.ts')).exportAll(it[0]))
  command('devices', 'lists your devices')
    .option('--names', 'their names as last known, without asking the server')
    .option(...json)
    .option(...timeout)
    .action(async (...it) => (await import('./commands/devices.ts')).devices(it[0]))
  command('status', 'comes in step, sends what waits, and says how it is')
    .option(...json)
    .option(...timeout)
    .action(async (...it) => (await import('./commands/status.ts')).status(it[0]))
  program
    .command('serve')
    .description('starts the server of a checkout of Roost')
    .option('--checkout <dir>', 'where it is')
    .action(async (options) => (await import('./commands/serve.ts')).serve(options))
  program
    .command('completion <shell>')
    .description('prints the completion for bash, zsh or fish')
    .addHelpText('after', `\n${examplesOf('completion')}`)
    .action(async (shell) => (await import('./shells/completion.ts')).printCompletion(program, shell))
  return program
}

const codes = `Exit codes:\n${Object.entries(exitCodes)
  .map(([code, means]) => `  ${code.padEnd(4)}${means}`)
  .join('\n')}`

const examples: Readonly<Record<string, readonly string[]>> = {
  roost: [
    'roost pair https://roost.example ABCD-EFGH',
    'make 2>&1 | roost send',
    'roost follow | grep error',
    'roost each -- ./job.sh',
  ],
  pair: ['roost pair https://roost.example ABCD-EFGH --name shed', "roost pair 'https://roost.example/pair#ABCD-EFGH'"],
  send: [
    'roost send the build is done',
    'make 2>&1 | tail -5 | roost send --to phone',
    'roost send --type application/json < status.json',
  ],
  follow: ['roost follow', 'roost follow --json | jq -r .content'],
  each: ['roost each -- ./job.sh', 'roost each --dead-letter failed.jsonl -- sh -c \'curl -fsS "$(cat)"\''],
  webhook: [
    'roost webhook https://hooks.example/roost --secret-file ~/.config/roost-webhook',
    'roost webhook http://127.0.0.1:8080/ --secret-file secret --from phone --give-up 7d',
  ],
  list: ['roost list -n 5'],
  search: ['roost search invoice from:phone after:2026-01-01'],
  export: ['roost export --out roost.jsonl'],
  devices: ['roost devices'],
  status: ['roost status --json'],
  completion: [
    'roost completion bash > ~/.local/share/bash-completion/completions/roost',
    'roost completion fish > ~/.config/fish/completions/roost.fish',
  ],
}

const examplesOf = (name: string) => `Examples:\n${(examples[name] ?? []).map((it) => `  ${it}`).join('\n')}`
