import { createServer } from 'node:http'
import { Server } from 'socket.io'
import { listenAndPrint } from './listen-and-print.ts'

/** Socket.IO with nothing behind it: whatever one sends goes to all, and an acknowledgement back. */
const http = createServer()
const io = new Server(http, { transports: ['websocket'], serveClient: false })
io.on('connection', (socket) => {
  void socket.join('all of them')
  socket.emit('hello', {})
  socket.on('send', (payload: unknown, answer: () => void) => {
    io.to('all of them').emit('batch', payload)
    answer()
  })
})
listenAndPrint(http)
