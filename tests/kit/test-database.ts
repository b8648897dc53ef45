import { randomUUID } from 'node:crypto'
import { onTestFinished } from 'vitest'
import { asked } from './asked.ts'

/** A PostgreSQL database of the test's own, empty; dropped when the test is over, whoever still uses it. Answers its URL. */
export async function testDatabase(encoding = 'UTF8'): Promise<string> {
  const server = process.env.TEST_DATABASE_URL
  if (!server) throw new Error('TEST_DATABASE_URL is not set: run this with npm run test:cluster')
  const name = `roost_test_${randomUUID().replaceAll('-', '')}`
  await asked(server, `CREATE DATABASE ${name} TEMPLATE template0 ENCODING '${encoding}' LOCALE 'C'`)
  onTestFinished(async () => void (await asked(server, `DROP DATABASE ${name} WITH (FORCE)`)))
  const url = new URL(server)
  url.pathname = name
  return url.href
}
