import { parentPort, workerData } from 'node:worker_threads'
import { RoostError } from '../../../lib/protocol/error.ts'
import type { OnCommit } from '../../core/ports/on-commit.ts'
import { openDatabase } from '../database/open-database.ts'
import { createSqliteStore } from '../store/sqlite-store.ts'
import type { FromWriter, WriterOutcome, WriterReply, WriterRequest } from './writer-messages.ts'
import { type PackedSend, packAppended, unpackSend } from './writer-messages.ts'

/** The writer thread: runs the store on its own connection for writer.ts. */

const { file, tellsCommits, keepsDeleted } = workerData as {
  file: string
  tellsCommits: boolean
  keepsDeleted: boolean
}
const say = (message: FromWriter) => parentPort?.postMessage(message)
const onCommit: OnCommit = (committed) => say({ committed })
const store = createSqliteStore(openDatabase(file), { keepsDeleted, ...(tellsCommits && { onCommit }) })
let replies: WriterReply[] = []

parentPort?.on('message', (requests: readonly WriterRequest[]) => {
  for (const request of requests) void carryOut(request)
})

async function carryOut([id, call, args]: WriterRequest) {
  reply([id, await outcomeOf(call, args)])
}

async function outcomeOf(call: WriterRequest[1], args: readonly unknown[]): Promise<WriterOutcome> {
  try {
    if (call === 'open') return { value: undefined }
    if (call === 'append') {
      const appended = await store.append(...unpackSend(args as unknown as PackedSend))
      return { appended: packAppended(appended) }
    }
    const run = store[call] as (...args: readonly unknown[]) => Promise<unknown>
    return { value: await run(...args) }
  } catch (error) {
    return error instanceof RoostError ? { refused: error.wire } : { failed: error }
  }
}

/** Sends the answers of one commit in one message, before the next commit begins. */
function reply(it: WriterReply) {
  if (replies.length === 0) queueMicrotask(flush)
  replies.push(it)
}

function flush() {
  say({ replies })
  replies = []
}
