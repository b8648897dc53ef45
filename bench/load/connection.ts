import { createConnection } from 'node:net'
import { createFrameReader, textFrame } from './frames.ts'

/** A device at the level of its packets: the same for every side, and as cheap as can be. */
export interface Connection {
  /** `onAnswer` gets the arguments of the acknowledgement as JSON, still in bytes. */
  request(event: string, payload: string, onAnswer: (answer: Buffer) => void): void
  close(): void
}

export interface ConnectOptions {
  port: number
  token?: string
  /** Each event as JSON, `["name",payload]`, still in bytes. The first one says that the connection stands. */
  onEvent: (event: Buffer) => void
  /** It was refused, or ended. `why` is what the other side said last. */
  onEnd: (why: string) => void
}

export type Connect = (options: ConnectOptions) => Connection

const UPGRADE = [
  'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
  'Host: 127.0.0.1',
  'Upgrade: websocket',
  'Connection: Upgrade',
  'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
  'Sec-WebSocket-Version: 13',
  '\r\n',
].join('\r\n')

const byte = (character: string) => character.charCodeAt(0)
const [OPEN, PING, MESSAGE, EVENT, ACK, ERROR] = ['0', '2', '4', '2', '3', '4'].map(byte)
const BRACKET = byte('[')
const PONG = textFrame('3')

export const connect: Connect = ({ port, token, onEvent, onEnd }) => {
  const answers = new Map<number, (answer: Buffer) => void>()
  let requests = 0
  let upgraded = false
  let last = ''

  const socket = createConnection({ port, host: '127.0.0.1', noDelay: true }, () => socket.write(UPGRADE))
  const read = createFrameReader((payload) => {
    const [engine, kind] = payload
    if (engine === OPEN) socket.write(textFrame(`40${token === undefined ? '' : JSON.stringify({ token })}`))
    else if (engine === PING) socket.write(PONG)
    else if (engine !== MESSAGE) return
    else if (kind === EVENT) onEvent(payload.subarray(2))
    else if (kind === ACK) {
      const arguments_ = payload.indexOf(BRACKET)
      const id = Number(payload.toString('latin1', 2, arguments_))
      const onAnswer = answers.get(id)
      answers.delete(id)
      onAnswer?.(payload.subarray(arguments_))
    } else if (kind === ERROR) {
      last = payload.toString()
      socket.destroy()
    }
  })
  socket.on('data', (chunk: Buffer) => {
    if (upgraded) return read(chunk)
    const end = chunk.indexOf('\r\n\r\n')
    last = chunk.toString('latin1', 0, 200)
    if (!last.startsWith('HTTP/1.1 101') || end < 0) return socket.destroy()
    upgraded = true
    if (chunk.length > end + 4) read(chunk.subarray(end + 4))
  })
  socket.on('error', (error) => {
    last = error.message
  })
  socket.on('close', () => onEnd(last))

  return {
    request(event, payload, onAnswer) {
      const id = requests++
      answers.set(id, onAnswer)
      // Requests that the same chunk of answers sets free go out in one write.
      if (socket.writableCorked === 0) {
        socket.cork()
        process.nextTick(() => socket.uncork())
      }
      socket.write(textFrame(`42${id}["${event}",${payload}]`))
    },
    close: () => socket.destroy(),
  }
}
