import { hash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { Client } from 'pg'
import { checkChain } from './chain.ts'
import { readSource } from './source.ts'
import { keyOf, type Row, type Table, tables } from './tables.ts'
import { readTarget } from './target.ts'

const PAGE = 500

/** Equal rows on both sides, by table. */
export type Counts = Readonly<Record<string, number>>

/**
 * Walks through both sides, row by row by digest, and through every history digest from floor to head.
 * @returns the first difference, in one line; or the counts.
 */
export async function compareAll(db: DatabaseSync, client: Client): Promise<{ differs: string } | { counts: Counts }> {
  const counts: Record<string, number> = {}
  for (const table of tables) {
    const compared = await compare(db, client, table)
    if (typeof compared === 'string') return { differs: compared }
    counts[table.name] = compared
  }
  const broken = await checkChain(client)
  return broken ? { differs: broken } : { counts }
}

async function compare(db: DatabaseSync, client: Client, table: Table): Promise<number | string> {
  let count = 0
  for (let after: Row | undefined; ; ) {
    const [source, target] = [readSource(db, table, after, PAGE), await readTarget(client, table, after, PAGE)]
    for (const [n, row] of source.entries()) {
      const other = target[n]
      if (!other || digestOf(row) !== digestOf(other)) return `${table.name} ${keyOf(table, row).join(' ')}`
    }
    if (target.length > source.length) return `${table.name}: there is more of it in PostgreSQL`
    count += source.length
    const last = source.at(-1)
    if (source.length < PAGE || !last) return count
    after = keyOf(table, last)
  }
}

const digestOf = (row: Row) => hash('sha256', JSON.stringify(row), 'base64')
