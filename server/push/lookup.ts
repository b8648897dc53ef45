import type { LookupAddress } from 'node:dns'
import { Resolver } from 'node:dns/promises'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from '../core/push/public-address.ts'

/** How names are resolved, and which addresses may be called. Tests have a push service on their own machine. */
export interface Network {
  resolve(name: string): Promise<LookupAddress[]>
  isPublic(address: string): boolean
  /** A certificate authority beside those that Node knows. */
  ca?: string | undefined
}

/** Node's usual lookup holds one of four threads, which hashing and the disk need, for as long as a name server likes. */
const resolver = new Resolver({ timeout: 3_000, tries: 2 })

export const internet: Network = { resolve, isPublic: isPublicAddress }

async function resolve(name: string): Promise<LookupAddress[]> {
  const [four, six] = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)])
  if (four.status === 'rejected' && six.status === 'rejected') throw four.reason
  const all = (found: PromiseSettledResult<string[]>, family: number) =>
    found.status === 'fulfilled' ? found.value.map((address) => ({ address, family })) : []
  return [...all(four, 4), ...all(six, 6)]
}

/** The name leads into a private network, so it is not called. */
export class PrivateAddress extends Error {}

/**
 * Resolves a name for the socket that is about to connect, so the address that was checked is the one that is called: a second
 * lookup could give another. A name with one private address among several is not called.
 */
export function guardedLookup({ resolve, isPublic }: Network): LookupFunction {
  return (name, options, callback) => {
    resolve(name).then(
      (addresses) => {
        const [first] = addresses
        const inside = addresses.find((it) => !isPublic(it.address))
        if (inside) callback(new PrivateAddress(`${name} has the address ${inside.address}, which is not public`), '')
        else if (!first) callback(new Error(`${name} has no address`), '')
        else if (options.all) callback(null, addresses)
        else callback(null, first.address, first.family)
      },
      (error: NodeJS.ErrnoException) => callback(error, ''),
    )
  }
}

/** An address in place of a name is never looked up. @throws PrivateAddress. */
export function requirePublic({ isPublic }: Network, host: string): void {
  if (isIP(host) && !isPublic(host)) throw new PrivateAddress(`${host} is not public`)
}
