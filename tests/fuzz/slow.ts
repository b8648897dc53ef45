import { createConnection, type Socket } from 'node:net'
import { frame } from './inputs/frames.ts'
import { upgrade } from './wire.ts'

const DRIP_MS = 1_000

/** Opens slow connections of each kind, `each` times. The server must end all of them by itself. */
export function beSlow(port: number, token: string, each: number): Socket[] {
  const ways: ((socket: Socket) => void)[] = [
    () => {},
    (socket) => socket.write('GET /v1/mess'),
    (socket) => drip(socket, 'GET / HTTP/1.1\r\nHost: localhost\r\n', 'X: y\r\n'),
    (socket) => socket.write(promisedBody),
    (socket) => drip(socket, promisedBody, 'x'),
    (socket) => socket.write(upgrade),
    (socket) => drip(socket, upgrade.slice(0, -2), 'X: y\r\n'),
    (socket) => socket.write(Buffer.concat([Buffer.from(upgrade), frame('40{}').subarray(0, 3)])),
    (socket) => neverReads(socket, token),
  ]
  return ways.flatMap((begin) => Array.from({ length: each }, () => open(port, begin)))
}

const promisedBody = 'POST /v1/pairings/claim HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n'

/** Half-open on purpose: the server closes its side and gets no answer. */
function open(port: number, begin: (socket: Socket) => void): Socket {
  const socket = createConnection({ port, host: '127.0.0.1', allowHalfOpen: true }, () => begin(socket))
  return socket.on('error', () => {}).resume()
}

function drip(socket: Socket, start: string, more: string): void {
  socket.write(start)
  const timer = setInterval(() => socket.write(more), DRIP_MS)
  socket.once('close', () => clearInterval(timer))
}

/** Asks for a hundred times more than it reads. */
function neverReads(socket: Socket, token: string): void {
  const pull = frame('421["pull",{"after":0,"limit":2000}]')
  socket.write(upgrade)
  socket.once('data', () => {
    socket.write(frame(`40${JSON.stringify({ token })}`))
    socket.once('data', () => {
      for (let i = 0; i < 500; i++) socket.write(pull)
      socket.pause()
    })
  })
}
