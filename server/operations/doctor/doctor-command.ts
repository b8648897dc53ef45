import type { Config } from '../../config/config.ts'
import type { Command } from '../command-line/command.ts'

export const doctorCommand: Command = {
  name: 'doctor',
  summary: 'looks at settings, disk, database, clock and at what people reach; changes nothing',
  usages: [''],
  about: `Prints one line for each thing it looks at: ok, warn or bad, and what to do. May run beside the server, and takes its
settings. Reads the whole database file: about 4 seconds for each GB.`,
  options: {},
  examples: [['', 'with the settings of the server']],
  exitCodes: { 0: 'nothing is bad', 1: 'something is bad' },
  async run() {
    const { report } = await import('./finding.ts')
    const config = await read()
    const findings = 'state' in config ? [config] : await (await import('./examine.ts')).examine(config)
    const { lines, exitCode } = report(findings)
    for (const line of lines) console.log(line)
    // Does not wait for connections that are still open.
    process.exit(exitCode)
  },
}

async function read() {
  const { readConfig } = await import('../../config/config.ts')
  const { message } = await import('./finding.ts')
  try {
    return readConfig(process.env) satisfies Config
  } catch (error) {
    return { state: 'bad', part: 'settings', says: message(error) } as const
  }
}
