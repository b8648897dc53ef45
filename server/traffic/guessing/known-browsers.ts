import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * Remembers in a signed cookie that a browser has signed in to an account. Its tries at that account's password count by
 * themselves, so that a person who guesses elsewhere cannot keep the owner out. The cookie opens nothing.
 */
export interface KnownBrowsers {
  /** The id of this browser, when one of its cookies is for this account. `account` is any key of the account. */
  find(cookies: Readonly<Record<string, string>>, account: string): string | undefined
  /** For `Set-Cookie`, after a right password. A known browser keeps its id. */
  remember(cookies: Readonly<Record<string, string>>, account: string): string
}

const ID_BYTES = 12
const YEAR_S = 365 * 24 * 60 * 60

export function createKnownBrowsers(secret: string, isSecure: boolean): KnownBrowsers {
  const sign = (text: string) => createHmac('sha256', secret).update(`known browser ${text}`).digest('base64url')
  const nameFor = (account: string) => `${isSecure ? '__Host-' : ''}roost.known.${sign(account).slice(0, 12)}`

  function find(cookies: Readonly<Record<string, string>>, account: string): string | undefined {
    const [id = '', signature = ''] = cookies[nameFor(account)]?.split('.') ?? []
    const right = Buffer.from(sign(`${account} ${id}`))
    const given = Buffer.from(signature)
    return given.length === right.length && timingSafeEqual(given, right) ? id : undefined
  }

  return {
    find,
    remember(cookies, account) {
      const id = find(cookies, account) ?? randomBytes(ID_BYTES).toString('base64url')
      const flags = `Max-Age=${YEAR_S}; Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`
      return `${nameFor(account)}=${id}.${sign(`${account} ${id}`)}; ${flags}`
    },
  }
}
