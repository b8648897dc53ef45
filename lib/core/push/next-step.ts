/** The subscription that the browser holds. `key`: the server's public key that it is for, in base64url. */
export interface HeldSubscription {
  endpoint: string
  key: string | null
}

interface Known {
  held: HeldSubscription | null
  /** The server's key; null while it was not asked. */
  pushKey: string | null
  /** The address that the server was last told. */
  endpoint: string
}

/**
 * Decides how a device that wants to be told stays so. `replace`: the subscription is for another key, as after a
 * move to a server that has made a new one. `tell`: the server knows another address.
 */
export function nextStep({ held, pushKey, endpoint }: Known): 'none' | 'subscribe' | 'replace' | 'tell' {
  if (!held) return 'subscribe'
  // A browser that does not say the key is believed.
  if (pushKey !== null && held.key !== null && held.key !== pushKey) return 'replace'
  return held.endpoint === endpoint ? 'none' : 'tell'
}
