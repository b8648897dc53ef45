import { readConfig } from '../../../server/config/config.ts'
import { createLog } from '../../../server/core/ports/log.ts'
import { serve } from '../../../server/start.ts'
import { networkHere } from './push-service.ts'

/**
 * The whole server, for a process of its own, with two differences: every push service is on this machine, with the certificate
 * in `PUSH_CA`, and hints wait for nobody to come back.
 */
const config = readConfig(process.env)
const push = { network: networkHere(process.env.PUSH_CA ?? ''), times: { graceMs: 0, forgetMs: 0 } }
const server = await serve(config, createLog(config.logLevel), undefined, push)
console.log(`Roost is ready at ${server.url}`)
