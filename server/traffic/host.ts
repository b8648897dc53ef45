import type { IncomingMessage, ServerResponse } from 'node:http'
import { BlockList, isIP } from 'node:net'
import { hostname } from 'node:os'

/**
 * Whether a Host header names this machine: an IP address, `localhost` or below it, or the machine's own name. DNS rebinding
 * makes a browser call this machine by a name of somebody else's; it cannot do so by any of these.
 */
export function namesThisMachine(host: string | undefined, machine = hostname()): boolean {
  if (host === undefined) return true
  const name = withoutPort(host.trim().toLowerCase()).replace(/\.$/, '')
  if (isIP(name) > 0 || name === 'localhost' || name.endsWith('.localhost')) return true
  const full = machine.toLowerCase()
  const bare = full.split('.')[0]
  return name === full || name === bare || name === `${bare}.local`
}

/** Whether a Host header is a name of this machine that no other machine can use: a loopback address among the IP addresses. */
export function namesLoopback(host: string | undefined): boolean {
  if (!namesThisMachine(host)) return false
  const name = withoutPort(host?.trim() ?? '')
  return isIP(name) === 0 || isLoopback(name)
}

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

/** Takes an IPv4 address in the form of IPv6, too. */
export function isLoopback(address: string): boolean {
  const plain = address.toLowerCase().replace(/^::ffff:(?=\d+\.)/, '')
  return isIP(plain) > 0 && loopback.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4')
}

function withoutPort(host: string): string {
  return /^\[(.*)\](:\d+)?$/.exec(host)?.[1] ?? host.replace(/:\d+$/, '')
}

/** Balancers and watchdogs ask for these by whatever name they have for this node; there is nothing to protect in them. */
const healthPaths = /^\/(healthz|readyz)(?=\?|$)/

/** The requests to refuse while no BASE_URL says by which name people reach this server. */
export function isForeignHost({ url = '', headers }: Pick<IncomingMessage, 'url' | 'headers'>): boolean {
  return !healthPaths.test(url) && !namesThisMachine(headers.host)
}

const REFUSAL =
  'without BASE_URL this Roost answers to an IP address, localhost or its machine name only: set BASE_URL to the address that people type'

/** `isWire`: a program asks, and not a person in front of a browser. */
export function refuseHost(response: ServerResponse, isWire: boolean): void {
  const type = isWire ? 'application/json' : 'text/plain'
  const error = { code: 'forbidden', message: REFUSAL }
  response.writeHead(403, { 'Content-Type': type }).end(isWire ? JSON.stringify({ error }) : `${REFUSAL}\n`)
}
