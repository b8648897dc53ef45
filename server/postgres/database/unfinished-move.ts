import type { ClientBase } from 'pg'

/** The source of an unfinished move, or null. No node serves until it is finished. */
export async function unfinishedMove(client: ClientBase): Promise<string | null> {
  const { rows } = await client.query("SELECT to_regclass('roost_move') IS NOT NULL AS there")
  if (!rows[0].there) return null
  return (await client.query('SELECT source FROM roost_move')).rows[0].source
}

export async function beginMove(client: ClientBase, source: string): Promise<void> {
  await client.query('BEGIN')
  await client.query('CREATE TABLE roost_move (source text NOT NULL)')
  await client.query('INSERT INTO roost_move (source) VALUES ($1)', [source])
  await client.query('COMMIT')
}

export async function endMove(client: ClientBase): Promise<void> {
  await client.query('DROP TABLE roost_move')
}

/** @throws Error with one line for the operator. */
export async function refuseUnfinishedMove(client: ClientBase): Promise<void> {
  const source = await unfinishedMove(client)
  if (source === null) return
  throw new Error(`the move from ${source} is not finished: run npm run roost -- migrate again`)
}
