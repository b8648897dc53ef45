/** How phones in the local network reach this server. */
export interface LanAddress {
  /** For everybody, and for the guide: http://192.168.1.5:3001 */
  plain: string
  /** For those that trust the certificate. */
  secure: string
  /** SHA-256 of the authority's certificate, as phones show it. */
  fingerprint: string
  /** The certificate of the authority, in DER. */
  authority: Uint8Array<ArrayBuffer>
}

/** A second way in, from the local network, with a certificate of our own. */
export interface Lan {
  /** A server with BASE_URL has an address already. */
  allowed: boolean
  /** Undefined while it is closed. Follows the machine from one network to the next. */
  address(): LanAddress | undefined
  /** Opens it, until the server stops. @throws ConfigError. */
  open(): Promise<LanAddress>
  close(): Promise<void>
}
