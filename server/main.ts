import { readConfig } from './config/config.ts'
import { readFlags } from './config/flags.ts'
import { createLog } from './core/ports/log.ts'
import { nodeName } from './open-nodes.ts'
import { serve } from './start.ts'
import { STOP_MS } from './stop.ts'
import { launchersIn, onStopSignal } from './stop-signals.ts'

// Only the owner may read what the server stores.
process.umask(0o077)

try {
  const config = readConfig(process.env, readFlags(process.argv.slice(2)))
  const node = nodeName()
  const log = createLog(config.logLevel, config.redisUrl ? { node } : {})
  const server = await serve(config, log, node)

  let stopping = false
  const stop = async (signal: string) => {
    if (stopping) process.exit(1)
    stopping = true
    log.info({ signal }, 'stopping')
    setTimeout(() => process.exit(1), config.drainMs + STOP_MS).unref()
    await server.stop()
    process.exit(0)
  }
  onStopSignal(launchersIn(process.argv), (signal) => void stop(signal))
  // Comes last: a reader may tell the server to stop at once.
  const { plain, secure } = server.lan.address() ?? {}
  if (plain) console.log(`In this network: ${plain}, or ${secure} where its certificate is trusted`)
  console.log(`Roost is ready at ${server.url}`)
} catch (error) {
  console.error(`Roost cannot start: ${error instanceof Error ? error.message : error}`)
  process.exit(1)
}
