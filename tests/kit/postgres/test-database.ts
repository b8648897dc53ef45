import { onTestFinished } from 'vitest'
import { createDatabase } from './database.ts'

/** Returns the URL of an empty PostgreSQL database that is dropped when the test ends. */
export async function testDatabase(encoding?: string): Promise<string> {
  const database = await createDatabase(encoding)
  onTestFinished(() => database[Symbol.asyncDispose]())
  return database.url
}
