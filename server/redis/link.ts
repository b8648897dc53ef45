import { setTimeout as wait } from 'node:timers/promises'
import { ErrorReply } from '@redis/client'
import type { Log } from '../core/ports/log.ts'
import type { RedisConnection } from './connection.ts'
import { openConnection } from './open-connection.ts'

const PING_MS = 2_000
/** A Redis that does not answer a ping for this long counts as away, even with an open connection. */
const SILENT_MS = 4_000
/** A server that accepts a connection and then stays silent counts as away, too. */
const OPEN_MS = 5_000
const RETRY_MS = { base: 100, cap: 5_000 }
/** Longest wait for an answer to a question. */
const ANSWER_MS = 500

export interface RedisLink {
  /** undefined while Redis is away. */
  connection(): RedisConnection | undefined
  /** @throws when Redis is away, or slower than half a second. */
  ask<T>(question: (connection: RedisConnection) => Promise<T>): Promise<T>
  /** Calls `up` with every new connection. */
  listen(listener: LinkListener): void
  close(): Promise<void>
}

export interface LinkListener {
  up(connection: RedisConnection): void
  heard?(channel: string, text: string): void
  /** As in ConnectionEvents. */
  moved?(channel: string): void
}

export interface LinkDeps {
  url: string
  log: Pick<Log, 'info' | 'warn'>
}

/** Reconnects to Redis for ever, with full jitter, when the connection is lost or silent. */
export function createRedisLink({ url, log }: LinkDeps): RedisLink {
  const listeners: LinkListener[] = []
  const closing = new AbortController()
  const { signal } = closing
  const pause = (ms: number) => wait(ms, undefined, { signal, ref: false })
  let connection: RedisConnection | undefined
  let attempt = 0

  async function serve(): Promise<void> {
    const lost = Promise.withResolvers<never>()
    lost.promise.catch(() => {})
    signal.addEventListener('abort', lost.reject, { once: true })
    const heard = (channel: string, text: string) => {
      for (const it of listeners) it.heard?.(channel, text)
    }
    const moved = (channel: string) => {
      for (const it of listeners) it.moved?.(channel)
    }
    const opened = await openConnection(url, { heard, moved, lost: lost.reject }, AbortSignal.timeout(OPEN_MS))
    try {
      if (signal.aborted) return
      connection = opened
      log.info('Redis is there')
      attempt = 0
      for (const it of listeners) it.up(opened)
      await Promise.race([lost.promise, watch(opened)])
    } finally {
      signal.removeEventListener('abort', lost.reject)
      connection = undefined
      opened.destroy()
    }
  }

  async function watch(opened: RedisConnection): Promise<void> {
    for (;;) {
      await within(SILENT_MS, opened.ping())
      await pause(PING_MS)
    }
  }

  async function reconnectForever(): Promise<void> {
    while (!signal.aborted) {
      try {
        await serve()
      } catch (error) {
        if (signal.aborted) return
        // Logs once per outage.
        if (attempt === 0) log.warn(`${inOneLine(error)}: what happens on other nodes is heard of later`)
      }
      attempt += 1
      const bound = Math.min(RETRY_MS.cap, RETRY_MS.base * 2 ** Math.min(attempt, 16))
      await pause(Math.random() * bound).catch(() => {})
    }
  }

  const ended = reconnectForever()

  return {
    connection: () => connection,
    async ask(question) {
      if (!connection) throw new Error('Redis is away')
      return within(ANSWER_MS, question(connection))
    },
    listen: (listener) => void listeners.push(listener),
    async close() {
      closing.abort()
      await ended
    },
  }
}

/** The log gets a single line, because the stack would tell the operator nothing. */
function inOneLine(error: unknown): string {
  const first = error instanceof AggregateError ? error.errors[0] : error
  if (first instanceof ErrorReply) return `Redis refuses this node (${first.message}), see REDIS_URL`
  return `Redis is away (${first instanceof Error ? first.message : first})`
}

/** @throws when it takes longer. */
async function within<T>(ms: number, answer: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Error(`Redis has not answered for ${ms} ms`)), ms)
  try {
    return await Promise.race([answer, late.promise])
  } finally {
    clearTimeout(timer)
  }
}
