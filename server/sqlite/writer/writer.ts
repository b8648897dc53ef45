import { Worker } from 'node:worker_threads'
import { RoostError } from '../../../lib/protocol/error.ts'
import type { OnCommit } from '../../core/ports/on-commit.ts'
import type { Appended, Store } from '../../core/ports/store.ts'
import {
  type FromWriter,
  type PackedSend,
  packSend,
  unpackAppended,
  type WriterCall,
  type WriterReply,
  type WriterRequest,
  writerCalls,
} from './writer-messages.ts'

export interface WriterOptions {
  onCommit?: OnCommit | undefined
  /** Deleted texts wait in the bin. */
  keepsDeleted?: boolean
}

export interface Writer {
  calls: Pick<Store, WriterCall>
  /** Resolves when the thread is up. Earlier calls wait for it. */
  opened: Promise<void>
  /** Takes no more calls; resolves when the calls in flight are done and the thread has ended. */
  close(): Promise<void>
}

/**
 * Runs all writes in a thread of their own: while it computes and waits for the disk, this thread goes on serving. An
 * error that ends the thread (a bug, no memory) ends this process, too.
 */
export function startWriter(file: string, { onCommit, keepsDeleted = false }: WriterOptions): Writer {
  const workerData = { file, tellsCommits: onCommit !== undefined, keepsDeleted }
  const worker = new Worker(new URL('./writer-thread.ts', import.meta.url), { workerData, execArgv: [] })
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  let requests: WriterRequest[] = []
  let ids = 0
  let closed: Promise<void> | undefined

  worker.on('message', (message: FromWriter) => {
    if ('committed' in message) onCommit?.(message.committed)
    else for (const reply of message.replies) settle(reply)
  })
  worker.on('error', (error) => {
    throw error
  })

  function settle([id, outcome]: WriterReply) {
    const call = waiting.get(id)
    waiting.delete(id)
    if ('appended' in outcome) call?.resolve(unpackAppended(outcome.appended))
    else if ('value' in outcome) call?.resolve(outcome.value)
    else call?.reject('refused' in outcome ? RoostError.from(outcome.refused) : outcome.failed)
  }

  /** Sends all calls of this turn of the event loop in one message, so that they share a commit. */
  function ask(call: WriterRequest[1], args: readonly unknown[]): Promise<unknown> {
    if (requests.length === 0) setImmediate(flush)
    const asked = Promise.withResolvers<unknown>()
    const id = ++ids
    waiting.set(id, asked)
    requests.push([id, call, args])
    return asked.promise
  }

  function flush() {
    worker.postMessage(requests)
    requests = []
  }

  async function end() {
    await ask('close', [])
    await worker.terminate()
  }

  const call =
    (name: WriterCall) =>
    (...args: unknown[]) =>
      closed
        ? Promise.reject(new RoostError('unavailable', 'The store is closed', { retryAfterMs: 1_000 }))
        : ask(name, args)
  const calls = Object.fromEntries(writerCalls.map((name) => [name, call(name)])) as unknown as Writer['calls']
  const append = call('append') as (...packed: PackedSend) => Promise<Appended>
  return {
    calls: { ...calls, append: (...args) => append(...packSend(...args)) },
    opened: ask('open', []) as Promise<void>,
    close: () => (closed ??= end()),
  }
}
