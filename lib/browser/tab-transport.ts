import type { LiveTransport, Transport } from '../core/ports.ts'
import type { RoostOptions } from '../core/roost-options.ts'
import { createHttpTransport } from '../transport/http.ts'
import { createLaterTransport } from '../transport/socket-loader.ts'
import { idle } from './idle.ts'

/**
 * A tab's connections to the server. The socket library is loaded once `shown` resolves, after the screen was drawn.
 */
export function createTabTransport(
  { serverUrl }: RoostOptions,
  token: string,
  shown: Promise<void>,
): { http: Transport; live: LiveTransport } {
  const importSocket = () => import('../transport/socket.ts')
  // Every tab loads it, so that a tab which takes over the connection has it.
  const early = shown.then(idle).then(importSocket)
  early.catch(() => {})
  const socketModule = () => early.catch(importSocket)
  return {
    http: createHttpTransport(serverUrl, token),
    live: createLaterTransport(async () => (await socketModule()).createSocketTransport(serverUrl, token)),
  }
}
