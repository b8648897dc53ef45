import { createServer } from 'node:http'
import { Server } from 'socket.io'
import { listenAndPrint } from './listen-and-print.ts'

/** Socket.IO with nothing behind it: says back what it is sent. */
const http = createServer()
const io = new Server(http, { transports: ['websocket'], serveClient: false })
io.on('connection', (socket) => {
  socket.emit('hello', {})
  socket.on('send', (payload: unknown, answer: (it: unknown) => void) => answer(payload))
})
listenAndPrint(http)
