import { RoostError } from '../../lib/protocol/error.ts'
import type { Caller, Mother } from '../core/mother.ts'
import type { RateLimits } from './rate-limits.ts'

export type Authenticate = (token: string | undefined, address: string) => Promise<Caller>

/** Authenticates a device by its token. Wrong tokens from an address never block right ones from the same address. */
export function createAuthenticate(mother: Mother, rateLimits: RateLimits): Authenticate {
  return async (token, address) => {
    try {
      return await mother.authenticate(token)
    } catch (error) {
      const isWrong = token !== undefined && error instanceof RoostError && error.code === 'unauthenticated'
      if (isWrong) await rateLimits.wrongToken(address)
      throw error
    }
  }
}
