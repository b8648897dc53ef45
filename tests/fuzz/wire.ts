import { createConnection, type Socket } from 'node:net'
import { frame } from './inputs/frames.ts'

/** Long enough for any answer on a busy machine: a server that is still silent waits for more input. */
const PATIENCE_MS = 700

/** Writes bytes to a new connection and gives what came back until it was closed, by the other side or out of patience. */
export function exchange(port: number, bytes: Buffer): Promise<Buffer> {
  return converse(port, (socket) => socket.end(bytes))
}

export const upgrade =
  'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n'

const LAST = 999_999_999

/**
 * Opens a Socket.IO connection, as a device if there is a token, writes frames, and a question that has an answer. Gives
 * what came back until that answer, or until the connection was closed.
 */
export function talk(port: number, token: string | undefined, frames: readonly Buffer[]): Promise<Buffer> {
  const connect = token === undefined ? [] : [frame(`40${JSON.stringify({ token })}`)]
  const question = frame(`42${LAST}["ack",{"version":0}]`)
  const answered = Buffer.from(`43${LAST}[`)
  let seen = Buffer.alloc(0)
  let state: 'opening' | 'connecting' | 'talking' = 'opening'
  return converse(
    port,
    (socket) => socket.write(upgrade),
    (chunk, socket) => {
      // Only the end can hold what is waited for, however much came before.
      seen = Buffer.concat([seen.subarray(-100), chunk])
      if (state === 'opening' && seen.includes('{"sid"')) {
        state = token === undefined ? 'talking' : 'connecting'
        socket.write(Buffer.concat(state === 'talking' ? [...frames, question] : connect))
      } else if (state === 'connecting' && seen.includes('"hello"')) {
        state = 'talking'
        socket.write(Buffer.concat([...frames, question]))
      } else if (state === 'talking' && seen.includes(answered)) socket.destroy()
    },
  )
}

function converse(
  port: number,
  begin: (socket: Socket) => void,
  onData: (chunk: Buffer, socket: Socket) => void = () => {},
): Promise<Buffer> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    const socket = createConnection(port, '127.0.0.1', () => begin(socket))
    socket.setTimeout(PATIENCE_MS, () => socket.destroy())
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      onData(chunk, socket)
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve(Buffer.concat(chunks)))
  })
}
