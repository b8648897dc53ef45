import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { propose } from '../../core/messages/proposal.ts'
import type { BatchText, Caller } from '../../core/mother.ts'
import type { Summary } from '../../core/ports/store.ts'
import { temporaryFolder } from '../../core/ports/store-contract/kit.ts'
import { createSqliteStore } from '../store/sqlite-store.ts'
import { migrations } from './migrations.ts'
import { openDatabase } from './open-database.ts'

/**
 * Databases that older programs left, and the answers they gave. Each was written once by its program: two senders,
 * messages to all and direct, edits, deletes, a floor, a removed device. They never change: a new schema gets a new
 * file.
 */
interface Frozen {
  schema: number
  statements: string[]
  answers: { caller: Caller; summary: Omit<Summary, 'readUpTo'>; batch: BatchText }[]
  /** The first caller's two posts: 'to everybody', 'to the phone'. */
  ids: { all: string; direct: string }
}

const frozen: Frozen[] = [2, 3].map((schema) =>
  JSON.parse(readFileSync(new URL(`older-shapes/schema-${schema}.json`, import.meta.url), 'utf8')),
)

async function thaw({ schema, statements }: Frozen) {
  const file = join(await temporaryFolder(), 'roost.db')
  const old = new DatabaseSync(file)
  for (const sql of [...statements, `PRAGMA user_version = ${schema}`]) old.exec(sql)
  old.close()
  const db = openDatabase(file)
  expect(db.prepare('PRAGMA user_version').get()).toEqual({ user_version: migrations.length })
  const store = createSqliteStore(db)
  onTestFinished(() => store.close())
  return { db, store }
}

test.each(frozen)('what schema $schema holds is answered as it was then, at every version', async (old) => {
  const { store } = await thaw(old)
  for (const { caller, summary, batch } of old.answers) {
    // An update finds no record of what was seen, and must not call years of messages unread.
    expect(await store.summary(caller)).toEqual({ ...summary, readUpTo: summary.head })
    expect(await store.pull(caller, { after: batch.from, limit: 2_000 })).toEqual(batch)
    let [after, digest]: [number, string | undefined] = [batch.from, undefined]
    const messages: string[] = []
    while (after < batch.upTo) {
      const step = await store.pull(caller, { after, limit: 1, ...(digest !== undefined && { digest }) })
      messages.push(...step.messages)
      ;({ upTo: after, digest } = step)
    }
    expect({ messages, digest }).toEqual({ messages: batch.messages, digest: batch.digest })
  }
})

test.each(frozen)('schema $schema goes on: retries, edits and deletes find what they name', async (old) => {
  const { store } = await thaw(old)
  const [desk, phone] = old.answers.map((it) => it.caller) as [Caller, Caller]
  const { head } = await store.summary(desk)
  const send = async (by: Caller, item: object) => {
    const { results } = await store.append(
      by,
      [propose(by.deviceId, { receiverDeviceId: 'all', content: '', ...item })],
      2_000,
    )
    return results[0]
  }
  expect(await send(desk, { messageId: old.ids.all, content: 'to everybody' })).toMatchObject({
    duplicate: true,
    version: 3,
  })
  expect(await send(desk, { messageId: old.ids.all, content: 'other' })).toMatchObject({ error: { code: 'conflict' } })
  const direct = { receiverDeviceId: phone.deviceId, targetId: old.ids.direct }
  const deleted = await send(phone, { ...direct, messageId: crypto.randomUUID(), kind: 'delete' })
  expect(deleted).toMatchObject({ ok: true, version: head + 1 })
  const { messages } = await store.pull(desk, { after: 2, limit: 2_000 })
  const ofTarget = messages
    .map((it) => JSON.parse(it))
    .filter((it) => [it.messageId, it.targetId].includes(old.ids.direct))
  expect(ofTarget.map((it) => [it.kind, it.content])).toEqual([
    ['post', ''],
    ['edit', ''],
    ['delete', ''],
  ])
})

test.each(frozen)('schema $schema goes on: its readUpTo moves', async (old) => {
  const { store } = await thaw(old)
  const { caller, summary } = old.answers[0] as (typeof old.answers)[0]
  const message = propose(caller.deviceId, { messageId: crypto.randomUUID(), receiverDeviceId: 'all', content: 'new' })
  await store.append(caller, [message], 3_000)
  expect(await store.markRead(caller, summary.head + 1)).toMatchObject({ readUpTo: summary.head + 1, moved: true })
})

test.each(frozen)('what schema $schema left expires without a trace', async (old) => {
  const { db, store } = await thaw(old)
  await store.expire({ before: 3_000 })
  const rows = ['message', 'visible'].map((table) => db.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.n)
  expect(rows).toEqual([0, 0])
})
