import type { DatabaseSync } from 'node:sqlite'
import type { Client } from 'pg'
import { readSource } from './source.ts'
import { keyOf, type Table, tables } from './tables.ts'
import { lastKey, writeTarget } from './target.ts'

/** Rows of 64 KiB make a page of 32 MiB. */
const PAGE = 500

/**
 * Copies everything. `fresh`: from the beginning. Otherwise tables that only grow go on from where an earlier try ended; the
 * others are small, and are copied again.
 */
export async function copyAll(db: DatabaseSync, client: Client, fresh: boolean): Promise<void> {
  const anew = tables.filter((it) => fresh || !it.grows)
  await client.query(`TRUNCATE ${anew.map((it) => `"${it.name}"`)}`)
  for (const table of tables) await copy(db, client, table)
}

async function copy(db: DatabaseSync, client: Client, table: Table): Promise<void> {
  for (let after = await lastKey(client, table); ; ) {
    const rows = readSource(db, table, after, PAGE)
    if (rows.length > 0) await writeTarget(client, table, rows)
    const last = rows.at(-1)
    if (rows.length < PAGE || !last) return
    after = keyOf(table, last)
  }
}
