import { type Command, ROOST } from './command.ts'

const EXIT_CODES = { 0: 'done', 1: 'it failed; one line says why', 2: 'the call was wrong' }

export function overview(commands: readonly Command[]): string {
  return [
    `Usage: ${ROOST} COMMAND`,
    '',
    'Looks after a Roost, with the settings of its server (DATA_DIR, DATABASE_URL and the others).',
    '',
    'Commands:',
    ...table(commands.map(({ name, summary }) => [name, summary])),
    '',
    'Commands of a device (pair, send, follow, each and others) are here, too: docs/command.md.',
    `${ROOST} COMMAND --help says more about one of them. docs/operations.md says when to use which.`,
    'Without npm, from the folder of the checkout: node_modules/.bin/node server/cli.ts COMMAND',
  ].join('\n')
}

export function help({ name, usages, about, options, examples, exitCodes }: Command): string {
  const calls = usages.map((it) => `${ROOST} ${name} ${it}`.trimEnd())
  const codes = { ...EXIT_CODES, ...exitCodes }
  return [
    ...calls.map((it, n) => `${n === 0 ? 'Usage:' : '      '} ${it}`),
    '',
    about,
    ...section('Options:', Object.entries({ ...options, '--help': 'says this' })),
    ...section(
      'Examples:',
      examples.map(([call, does]) => [asTyped(name, call), does]),
    ),
    ...section('Exit codes:', Object.entries(codes)),
  ].join('\n')
}

/** Settings come before the program, as a shell takes them. */
function asTyped(name: string, call: string): string {
  const [, settings = '', args = ''] = /^((?:[A-Z_]+=\S+(?: |$))*)(.*)$/.exec(call) ?? []
  return `${settings} ${ROOST} ${name} ${args}`.trim().replaceAll('  ', ' ')
}

function section(title: string, rows: readonly (readonly [string, string])[]): string[] {
  return rows.length === 0 ? [] : ['', title, ...table(rows)]
}

function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)
}
