import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createMother } from '../../server/core/create-mother.ts'
import { createInProcessBus } from '../../server/core/in-process-bus.ts'
import type { Caller, Mother } from '../../server/core/mother.ts'
import type { Store } from '../../server/core/ports/store.ts'
import { openDatabase } from '../../server/sqlite/database/open-database.ts'
import { createSqliteStore } from '../../server/sqlite/store/sqlite-store.ts'
import { type Transport, TransportError } from '../core/ports.ts'
import type { Batch } from '../protocol/batch.ts'
import { type AnswerOf, type LiveCall, liveCallNames, type RequestOf } from '../protocol/calls.ts'
import { checkBatch } from '../protocol/check-batch.ts'
import type { SendRequest } from '../protocol/send.ts'
import { uuidV7 } from '../protocol/values/ids.ts'
import { readAnswer } from '../transport/answer.ts'
import { transportOver } from '../transport/transport-over.ts'
import { answerAsJson } from './answer-as-json.ts'

const USER = 'user-of-the-test'

/** Decides at each call how the network fails: 'before' loses the call, 'after' its answer. */
export type Fault = (call: LiveCall) => 'none' | 'before' | 'after'

export interface TestDevice {
  caller: Caller
  transport: Transport
  /** From now on this fault applies. */
  setFault(fault: Fault): void
  calls: Record<LiveCall, number>
}

export interface Home {
  mother: Mother
  store: Store
  device(name?: string): Promise<TestDevice>
  send(device: TestDevice, ...contents: string[]): Promise<void>
  everythingFor(device: TestDevice): Promise<Batch>
  /** A copy of the server as it is now, to restore later. */
  backup(): string
  restore(file: string): Promise<void>
  close(): Promise<void>
}

/** The real server on the real store, in this process. Its devices reach it through faults. */
export async function openHome(clock = { now: Date.now() }): Promise<Home> {
  const dir = mkdtempSync(join(tmpdir(), 'roost-home-'))
  const bus = createInProcessBus((error) => {
    throw error
  })
  let copies = 0
  let db = openDatabase(join(dir, 'roost.db'))
  const make = () => {
    const store = createSqliteStore(db)
    const deps = { store, bus, now: () => clock.now, randomBytes, baseUrl: () => 'http://127.0.0.1' }
    return { store, mother: createMother({ ...deps, onError: (error) => console.error(error) }) }
  }
  let running = make()

  function transportOf(caller: Caller): Pick<TestDevice, 'transport' | 'setFault' | 'calls'> {
    let fault: Fault = () => 'none'
    const calls = Object.fromEntries(liveCallNames.map((it) => [it, 0])) as Record<LiveCall, number>
    async function ask<C extends LiveCall>(call: C, request: RequestOf<C>): Promise<AnswerOf<C>> {
      calls[call]++
      const kind = fault(call)
      if (kind === 'before') throw new TransportError('no_answer')
      const answer = readAnswer(call, JSON.parse(await answerAsJson(running.mother, call, caller, request)))
      if (kind === 'after') throw new TransportError('no_answer')
      return answer
    }
    return {
      calls,
      setFault: (next) => {
        fault = next
      },
      transport: transportOver(ask),
    }
  }

  const home: Home = {
    get mother() {
      return running.mother
    },
    get store() {
      return running.store
    },
    async device(name = 'device') {
      const { token: _, ...caller } = await running.mother.createDevice(USER, { name })
      return { caller, ...transportOf(caller) }
    },
    async send(device, ...contents) {
      const messages = contents.map((content) => post(content))
      await running.mother.send(device.caller, { messages })
    },
    async everythingFor({ caller }) {
      const { floor } = await running.mother.hello(caller)
      let batch = parsed(await running.mother.pull(caller, { after: floor, limit: 2000 }))
      const messages = [...batch.messages]
      while (batch.upTo < batch.head) {
        batch = parsed(await running.mother.pull(caller, { after: batch.upTo, limit: 2000 }))
        messages.push(...batch.messages)
      }
      return { ...batch, from: floor, messages }
    },
    backup() {
      const file = join(dir, `copy-${++copies}.db`)
      db.exec(`VACUUM INTO '${file}'`)
      return file
    },
    async restore(file) {
      await running.mother.close()
      // A copy, so that the same backup can be restored again.
      const source = openDatabase(file)
      const next = join(dir, `restored-${++copies}.db`)
      source.exec(`VACUUM INTO '${next}'`)
      source.close()
      db = openDatabase(next)
      running = make()
    },
    async close() {
      await running.mother.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
  return home
}

export function post(content: string, receiverDeviceId = 'all'): SendRequest {
  return { messageId: uuidV7(Date.now(), randomBytes(16)), receiverDeviceId, content }
}

function parsed(text: { messages: string[] }): Batch {
  const batch = checkBatch({ ...text, messages: text.messages.map((it) => JSON.parse(it)) })
  if (!batch) throw new Error('the mother made a batch that is none')
  return batch
}
