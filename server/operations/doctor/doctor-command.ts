import { type Config, readConfig } from '../../config/config.ts'
import { examine } from './examine.ts'
import { message, report } from './finding.ts'

process.umask(0o077)
const config = read()
const { lines, exitCode } = report('state' in config ? [config] : await examine(config))
for (const line of lines) console.log(line)
// Connections that are still open keep nobody waiting.
process.exit(exitCode)

function read() {
  try {
    return readConfig(process.env) satisfies Config
  } catch (error) {
    return { state: 'bad', part: 'settings', says: message(error) } as const
  }
}
