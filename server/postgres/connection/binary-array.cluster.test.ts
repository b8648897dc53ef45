import { randomBytes, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { runSql } from '../../../tests/kit/postgres/run-sql.ts'
import { testDatabase } from '../../../tests/kit/postgres/test-database.ts'
import { bigints, booleans, bytes, integers, texts, uuids } from './binary-array.ts'

const [id, other] = [randomUUID(), randomUUID()]
const cases = [
  { type: 'bigint', encode: bigints, list: ['0', '4294967295', '4294967296', `${Number.MAX_SAFE_INTEGER}`, null] },
  { type: 'integer', encode: integers, list: [0, 65_536, 2 ** 31 - 1, -1] },
  { type: 'boolean', encode: booleans, list: [true, false, null] },
  { type: 'uuid', encode: uuids, list: [id, null, other] },
  { type: 'text', encode: texts, list: ['', '{"a":"\\"\\\\"}', 'NULL', null, 'ä€😀', 'x'.repeat(70_000)] },
  { type: 'bytea', encode: bytes, list: [Buffer.alloc(0), randomBytes(32), null] },
]

test.each(cases)('PostgreSQL reads a list of $type as it is', async ({ type, encode, list }) => {
  const url = await testDatabase()
  const given = type === 'bigint' ? list.map((it) => (it === null ? null : Number(it))) : list
  const lists = [given, given.filter((it) => it !== null), []]
  for (const it of lists) {
    const sql = `SELECT array_length($1::${type}[], 1) AS length, array(SELECT unnest($1::${type}[])) AS list`
    const [row] = await runSql(url, sql, [(encode as (list: readonly unknown[]) => Buffer)(it)])
    expect(row?.length ?? 0).toBe(it.length)
    expect(row?.list).toEqual(type === 'bigint' ? it.map((n) => (n === null ? null : String(n))) : it)
  }
})
