import { connect } from 'node:tls'
import { type Check, type Finding, message } from './finding.ts'

const part = 'certificate'
const DAY_MS = 24 * 60 * 60_000
const PATIENCE_MS = 10_000
/** Proxies renew certificates with a month to go. */
const SOON_DAYS = 14

/** Judges the certificate of an https address as a browser would. */
export function checkCertificate(url: string, now: () => number): Check {
  return async () => {
    const { hostname, port } = new URL(url)
    try {
      return [judge(await validTo(hostname.replace(/^\[|\]$/g, ''), Number(port || 443)), now())]
    } catch (error) {
      return [{ state: 'bad', part, says: message(error), todo: 'browsers refuse it: see what your proxy says' }]
    }
  }
}

export function judge(until: number, now: number): Finding {
  const days = Math.floor((until - now) / DAY_MS)
  if (days < 0) return { state: 'bad', part, says: 'it has expired', todo: 'renew it' }
  const says = `good for ${days} more days`
  return days < SOON_DAYS ? { state: 'warn', part, says, todo: 'renew it' } : { state: 'ok', part, says }
}

/** @throws Error with the reason why it is not trusted. */
function validTo(host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, servername: host, timeout: PATIENCE_MS }, () => {
      resolve(Date.parse(socket.getPeerCertificate().valid_to))
      socket.destroy()
    })
    socket.once('error', reject)
    socket.once('timeout', () => socket.destroy(new Error('no answer')))
  })
}
