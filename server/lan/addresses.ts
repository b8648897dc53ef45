import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { BlockList, isIPv4 } from 'node:net'
import { hostname, networkInterfaces } from 'node:os'

/** The networks of homes and offices, and of private overlay networks. A public address would open Roost to everybody. */
export const privateNetworks = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '169.254.0.0/16', '100.64.0.0/10']

const isPrivate = new BlockList()
for (const network of privateNetworks) {
  const [address = '', bits] = network.split('/')
  isPrivate.addSubnet(address, Number(bits), 'ipv4')
}

/** The private address of this machine that other machines reach, or undefined: it is in no such network. */
export async function findLanAddress(): Promise<string | undefined> {
  const own = Object.values(networkInterfaces())
    .flatMap((it) => it ?? [])
    .filter((it) => !it.internal && it.family === 'IPv4' && isPrivate.check(it.address))
    .map((it) => it.address)
  const outward = await outwardAddress()
  // Virtual machines and containers have networks of their own; the way to the internet is in none of them.
  return outward !== undefined && own.includes(outward) ? outward : own[0]
}

/** The address that the system would use on the way out. Connecting a UDP socket sends nothing. */
async function outwardAddress(): Promise<string | undefined> {
  const socket = createSocket('udp4')
  try {
    socket.connect(9, '198.51.100.1')
    await once(socket, 'connect')
    const { address } = socket.address()
    return isIPv4(address) ? address : undefined
  } catch {
    return undefined
  } finally {
    socket.close()
  }
}

/** The names by which this machine may be called (server/traffic/host.ts). */
export function machineNames(machine = hostname().toLowerCase()): string[] {
  const bare = machine.split('.')[0] ?? machine
  return [...new Set([machine, bare, `${bare}.local`])].filter((it) => /^[a-z\d]([a-z\d.-]*[a-z\d])?$/.test(it))
}
