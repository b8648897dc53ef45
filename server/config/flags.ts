import { ConfigError } from './config-error.ts'

/** Reads the command line of the server. @throws ConfigError for a flag that it does not know. */
export function readFlags(args: readonly string[]): { dev: boolean; lan: boolean } {
  const unknown = args.find((it) => !['--dev', '--lan'].includes(it) && !it.startsWith('--end-with='))
  if (unknown !== undefined)
    throw new ConfigError(`${unknown}: is no flag of Roost; --lan lets phones in this network in`)
  return { dev: args.includes('--dev'), lan: args.includes('--lan') }
}
