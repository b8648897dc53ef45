import { mkdtemp, open, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Server } from 'socket.io'
import { listenAndSay } from './listen-and-say.ts'

/**
 * The bare relay with the one promise that costs time: what it acknowledges and passes on stands at the end of a file that
 * was synced to disk. What arrives during a sync shares the next.
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
listenAndSay(http)

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
