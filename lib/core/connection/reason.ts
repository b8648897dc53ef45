import { RoostError } from '../../protocol/error.ts'
import { StorageError, TransportError } from '../ports.ts'

/** Why the connection is not there, as a sentence for a person. */
export function describe(error: unknown): string {
  if (error instanceof RoostError) return refusals[error.code] ?? error.message
  if (error instanceof StorageError) return storage[error.reason]
  if (error instanceof TransportError) return 'The server did not answer.'
  return 'The connection to the server was lost.'
}

const refusals: Partial<Record<RoostError['code'], string>> = {
  unavailable: 'The server cannot take anything at the moment.',
  rate_limited: 'The server asked this device to slow down.',
  internal: 'The server has run into a problem.',
}

const storage: Record<StorageError['reason'], string> = {
  quota: 'This browser has no room left to store messages.',
  closed: 'The storage of this device was closed.',
  blocked: 'The storage of this device cannot be opened.',
  failed: 'The storage of this device failed.',
}
