import type { GatewayDeps } from '../traffic/gateway-deps.ts'
import { createBacklog } from './backlog.ts'
import { answerCalls } from './calls.ts'
import type { Shared } from './serve-link.ts'
import type { DeviceSocket } from './types.ts'

/** Serves a device that may only send: it hears who it is, and nothing of the account. */
export async function serveSender(
  socket: DeviceSocket,
  deps: GatewayDeps,
  { presence }: Pick<Shared, 'presence'>,
): Promise<void> {
  const { bus } = deps
  const { userId, deviceId } = socket.data.caller
  const unsubscribe = bus.subscribe(userId, (event) => {
    if (event.type === 'revoked' && event.deviceId === deviceId) revoke()
  })

  function revoke() {
    unsubscribe()
    if (socket.connected) socket.emit('revoked', {})
    socket.disconnect(true)
  }

  answerCalls(socket, createBacklog(socket), deps, revoke)
  socket.on('disconnect', () => {
    unsubscribe()
    void presence.leave(socket.data.caller)
  })
  socket.emit('hello', { userId, deviceId })
  await presence.enter(socket.data.caller)
}
