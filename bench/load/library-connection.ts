import { io } from 'socket.io-client'
import type { Connect } from './connection.ts'

/** A device with the library's own client, as an app or a script has it. */
export const connectWithLibrary: Connect = ({ port, token, onEvent, onEnd }) => {
  const options = { transports: ['websocket'], auth: { token }, reconnection: false, forceNew: true }
  const socket = io(`http://127.0.0.1:${port}`, options)
  socket.onAny((...event: unknown[]) => onEvent(Buffer.from(JSON.stringify(event))))
  socket.on('connect_error', (error) => onEnd(error.message))
  socket.on('disconnect', onEnd)
  return {
    request(event, payload, onAnswer) {
      socket.emit(event, JSON.parse(payload), (answer: unknown) => onAnswer(Buffer.from(JSON.stringify([answer]))))
    },
    close: () => socket.disconnect(),
  }
}
