import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { onTestFinished } from 'vitest'
import type { Message } from '../../lib/protocol/message.ts'
import { type DeviceCalls, openTestDevice } from '../kit/clients/test-device.ts'
import { type Program, startProgram } from '../kit/process/program.ts'

const script = resolve(import.meta.dirname, '../../examples/python/roost_device.py')

export const hasPython = spawnSync('python3', ['--version']).status === 0

export interface PythonDevice {
  /** Starts a command of the program. */
  start(...args: string[]): Program
  /** Runs a command to its end. @throws with its output when it fails. */
  run(...args: string[]): Promise<string>
  /** Reads its SQLite file as it is at this moment. */
  holds(): Held
  /** The same device by its token, to ask the server what is for it. */
  onServer(url: string): DeviceCalls & { deviceId: string }
}

interface Held {
  cursor: number
  messages: Message[]
  outbox: { messageId: string; content: string }[]
  orphans: { messageId: string; content: string }[]
}

/** The example in Python with a new SQLite file. Its processes are killed when the test ends. */
export function createPythonDevice(): PythonDevice {
  const folder = mkdtempSync(join(tmpdir(), 'roost-python-'))
  const file = join(folder, 'device.sqlite3')
  const started: Program[] = []
  onTestFinished(async () => {
    await Promise.all(started.map((it) => it.end('SIGKILL')))
    rmSync(folder, { recursive: true, force: true })
  })

  function read<T>(look: (db: DatabaseSync) => T): T {
    const db = new DatabaseSync(file, { timeout: 5_000 })
    try {
      return look(db)
    } finally {
      db.close()
    }
  }
  const state = (db: DatabaseSync, key: string) => db.prepare('select value from state where key = ?').get(key)?.value
  const bodies = (db: DatabaseSync, table: string, order: string) =>
    db
      .prepare(`select body from ${table} order by ${order}`)
      .all()
      .map(({ body }) => JSON.parse(String(body)))

  function start(...args: string[]): Program {
    const program = startProgram('python3', [script, '--db', file, ...args], { stdio: ['pipe', 'pipe', 'pipe'] })
    // A write to a process that was killed is no failure of the test.
    program.process.stdin?.on('error', () => {})
    started.push(program)
    return program
  }
  return {
    start,
    async run(...args) {
      const program = start(...args)
      if ((await program.ended) !== 0) throw new Error(`${args[0]} failed: ${program.output()}`)
      return program.output()
    },
    holds: () =>
      read((db) => ({
        cursor: Number(state(db, 'cursor')),
        messages: bodies(db, 'messages', 'version'),
        outbox: bodies(db, 'outbox', 'place'),
        orphans: bodies(db, 'orphans', 'place'),
      })),
    onServer: (url) =>
      read((db) => openTestDevice(url, { token: String(state(db, 'token')), deviceId: String(state(db, 'deviceId')) })),
  }
}
