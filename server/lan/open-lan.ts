import type { Server } from 'node:http'
import type { Config } from '../config/config.ts'
import { ConfigError } from '../config/config-error.ts'
import { openDataDir } from '../config/data-dir.ts'
import type { Lan, LanAddress } from '../core/ports/lan.ts'
import type { Log } from '../core/ports/log.ts'
import { findLanAddress, machineNames } from './addresses.ts'

/** How often the server looks whether the machine has moved to another network. */
const LOOK_MS = 10_000
/** A new certificate is made long before the old one ends. */
const RENEW_MS = 200 * 24 * 60 * 60_000

type About = Pick<Config, 'baseUrl' | 'dataDir' | 'lanAddress'> & { port: number }

/** `server` gets the connections. `port` is its own: the local network gets the next one. */
export function createLan({ baseUrl, dataDir, lanAddress, port }: About, server: Server, log: Log): Lan {
  const allowed = baseUrl === undefined
  const find = async () => lanAddress ?? (await findLanAddress())
  let opened: Promise<{ address: () => LanAddress; close: () => Promise<void> }> | undefined
  let now: (() => LanAddress) | undefined

  async function start() {
    if (!allowed) throw new ConfigError('--lan: is for a Roost without BASE_URL, which has an address already')
    const first = await find()
    if (first === undefined) {
      throw new ConfigError(
        '--lan: this machine is in no private network; set LAN_ADDRESS to the address that phones use',
      )
    }
    // Few servers need the certificate library.
    const [{ openAuthority }, { makeCertificate }, { openDoor }] = await Promise.all([
      import('./authority.ts'),
      import('./certificate.ts'),
      import('./door.ts'),
    ])
    const authority = await openAuthority(openDataDir(dataDir), lanAddress)
    const certify = (address: string) => makeCertificate(authority, address, machineNames())
    const door = await openDoor(server, port === 0 ? 0 : port + 1, await certify(first))
    let host = first
    let madeAt = Date.now()

    async function look() {
      const found = (await find()) ?? host
      if (found === host && Date.now() - madeAt < RENEW_MS) return
      door.use(await certify(found))
      if (found !== host) log.info({ address: found }, 'the address in the local network is another one')
      host = found
      madeAt = Date.now()
    }
    const timer = setInterval(() => void look().catch((err) => log.error({ err }, 'local network')), LOOK_MS).unref()

    const fingerprint = Buffer.from(await authority.certificate.getThumbprint('SHA-256'))
    const shared = {
      fingerprint: fingerprint.toString('hex').toUpperCase().match(/../g)?.join(' ') ?? '',
      authority: new Uint8Array(authority.certificate.rawData),
    }
    now = () => ({ plain: `http://${host}:${door.port}`, secure: `https://${host}:${door.port}`, ...shared })
    return {
      address: now,
      async close() {
        clearInterval(timer)
        await door.close()
      },
    }
  }

  return {
    allowed,
    address: () => now?.(),
    async open() {
      opened ??= start()
      opened.catch(() => {
        opened = undefined
      })
      return (await opened).address()
    },
    async close() {
      const { close } = (await opened?.catch(() => undefined)) ?? {}
      await close?.()
    },
  }
}
