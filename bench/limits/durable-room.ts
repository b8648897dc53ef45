import { mkdtemp, open, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Server } from 'socket.io'
import { listenAndPrint } from './listen-and-print.ts'

/**
 * The bare relay with the one promise that costs time: it syncs every message to a file before it acknowledges it and
 * passes it on. Messages that arrive during a sync share the next.
 */

interface Waiting {
  payload: unknown
  answer: () => void
}

const folder = await mkdtemp(join(tmpdir(), 'roost-bench-'))
const log = await open(join(folder, 'log'), 'a')
// It stays open without a name, and is gone with this process, however that ends.
await rm(folder, { recursive: true })

let waiting: Waiting[] = []
let writing = false

const http = createServer()
const io = new Server(http, { transports: ['websocket'], serveClient: false })
io.on('connection', (socket) => {
  void socket.join('all of them')
  socket.emit('hello', {})
  socket.on('send', (payload: unknown, answer: () => void) => {
    waiting.push({ payload, answer })
    if (!writing) void write()
  })
})
listenAndPrint(http)

async function write(): Promise<void> {
  writing = true
  while (waiting.length > 0) {
    const group = waiting
    waiting = []
    await log.appendFile(group.map(({ payload }) => `${JSON.stringify(payload)}\n`).join(''))
    await log.datasync()
    for (const { payload, answer } of group) {
      answer()
      io.to('all of them').emit('batch', payload)
    }
  }
  writing = false
}
