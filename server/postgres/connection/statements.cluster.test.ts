import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { testDatabase } from '../../../tests/kit/postgres/test-database.ts'
import { openPostgresStore } from '../open-postgres-store.ts'
import { ofSubscriber } from './push-statements.ts'
import { ofUser, others, statements } from './statements.ts'

const tables = ['log', 'message', 'visible', 'device', 'bin', 'activity']
const own = Object.entries(ofUser)

/**
 * Each place that names a table (except those that the statement itself makes), with the text that follows up to the
 * end of its part.
 */
function places(sql: string): { table: string; rest: string }[] {
  const named = /\b(?:FROM|JOIN|UPDATE|INTO)\s+(?!unnest|SET|LATERAL)(\w+)/g
  const made = [...sql.matchAll(/(\w+) AS \(/g)].map((it) => it[1])
  const found = [...sql.matchAll(named)].filter((it) => !made.includes(it[1]))
  return found.map((it) => ({ table: it[1] ?? '', rest: sql.slice(it.index).split(/\bUNION ALL\b/)[0] ?? '' }))
}

test.each(own)('%s names its user first, wherever it reads or writes', (_name, sql) => {
  const named = places(sql)
  expect(named.length).toBeGreaterThan(0)
  for (const { table, rest } of named) {
    expect(tables).toContain(table)
    const conditions = new RegExp(
      `^INTO ${table} \\(user_id,[^)]*\\)\\s*(VALUES \\(|SELECT )\\$1|\\b(\\w\\.)?user_id = \\$1 ?`,
    )
    expect(rest).toMatch(conditions)
  }
})

test.each(Object.entries(statements))('%s asks for nothing that only one database can give', (_name, sql) => {
  expect(sql).not.toMatch(/nextval|serial|sequence|listen|notify|advisory|\bnow\(|random\(/i)
})

test('what knows no user stays away from messages, but for retention', () => {
  const strays = Object.entries(others).filter(([, sql]) => places(sql).some((it) => tables.includes(it.table)))
  expect(strays.map(([name]) => name)).toEqual(['expireBins', 'expireNotes', 'userAfter'])
})

/** Ten users with so many messages that the planner has a choice. */
const filling = `
  INSERT INTO log SELECT 'user ' || u, 2000, '', 0, '' FROM generate_series(1, 10) u;
  INSERT INTO device SELECT 'user ' || u, 'device ' || d, '', '', '', 0, 0, 0
    FROM generate_series(1, 10) u, generate_series(1, 100) d;
  INSERT INTO message SELECT 'user ' || u, v, gen_random_uuid(), '', 'all', 'post', NULLIF(v % 50, 0), NULL, '', '', 0, false, 1, ''
    FROM generate_series(1, 10) u, generate_series(1, 2000) v;
  INSERT INTO visible SELECT 'user ' || u, CASE v % 3 WHEN 0 THEN 'all' ELSE 'device ' || v % 3 END, v
    FROM generate_series(1, 10) u, generate_series(1, 2000) v;
  INSERT INTO subscription SELECT 'user ' || u, 'device ' || d, '', '', '', NULL, NULL, 0
    FROM generate_series(1, 10) u, generate_series(1, 100) d;
  ANALYZE`

/** With the plan that PostgreSQL keeps for any values. */
async function plansOf(names: readonly string[]) {
  const url = await testDatabase()
  await (await openPostgresStore(url)).close()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  onTestFinished(() => client.end())
  await client.query(filling)
  // Without this the planner reads a small table as a whole.
  await client.query('SET enable_seqscan = off; SET enable_bitmapscan = off; SET plan_cache_mode = force_generic_plan')
  const plans: { name: string; plan: string[] }[] = []
  for (const name of names) {
    const sql = statements[name as keyof typeof statements]
    const count = new Set(sql.match(/\$\d+/g)).size
    await client.query(`PREPARE "${name}" AS ${sql}`)
    const values = Array.from({ length: count }, () => 'NULL').join(', ')
    const { rows } = await client.query(`EXPLAIN (COSTS off) EXECUTE "${name}"${count ? ` (${values})` : ''}`)
    plans.push({ name, plan: rows.map((row) => row['QUERY PLAN'] as string) })
  }
  return plans
}

test('each finds its rows by a key that starts with the user: nothing is scanned, nothing is sorted', async () => {
  const plans = await plansOf(Object.keys(ofUser))
  const lines = plans.flatMap(({ name, plan }) => plan.map((line) => ({ name, line: line.trim() })))
  expect(lines.filter(({ line }) => /Seq Scan|Bitmap/.test(line))).toEqual([])
  expect(lines.filter(({ line }) => /^(->\s+)?(Incremental )?Sort$/.test(line))).toEqual([])
  const conditions = lines.filter(({ line }) => line.startsWith('Index Cond:'))
  expect(conditions.length).toBeGreaterThan(15)
  expect(conditions.filter(({ line }) => !/user_id = \(?\$1/.test(line))).toEqual([])
})

test('messages are found by more than their user, visibility by its viewer', async () => {
  const plans = await plansOf(Object.keys(ofUser))
  const scans = plans.flatMap(({ name, plan }) =>
    plan.flatMap((line, index) => {
      const table = /Index (?:Only )?Scan using \w+ on (\w+)/.exec(line)?.[1]
      return table ? [{ name, table, condition: plan[index + 1]?.trim() ?? '' }] : []
    }),
  )
  const on = (table: string) => scans.filter((it) => it.table === table)
  expect(on('message').length).toBeGreaterThan(5)
  const whole = on('message').filter((it) => !/AND \(\w+ (=|>|<=|= ANY) /.test(it.condition))
  // It counts what an account keeps, so it reads each of its messages.
  expect(whole.map((it) => it.name)).toEqual(['usage'])
  expect(on('visible').filter((it) => !/AND \(viewer = /.test(it.condition))).toEqual([])
})

test('a subscription is found by its user, too, and so are the posts that its device lacks', async () => {
  const plans = await plansOf(Object.keys(ofSubscriber))
  const lines = plans.flatMap(({ name, plan }) => plan.map((line) => ({ name, line: line.trim() })))
  expect(lines.filter(({ line }) => /Seq Scan|Bitmap|^(->\s+)?(Incremental )?Sort$/.test(line))).toEqual([])
  const conditions = lines.filter(({ line }) => line.startsWith('Index Cond:'))
  expect(conditions.length).toBeGreaterThan(15)
  // The index of due hints holds no others, so a lease finds its few rows as well as the user does.
  expect(conditions.filter(({ line }) => !/user_id = \(?\$1|\(due_at = \$3\)/.test(line))).toEqual([])
})
