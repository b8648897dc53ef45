import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const DEBIAN = '/usr/lib/postgresql'

/** The folder of PostgreSQL's newest server programs; null when this machine has only its clients, or nothing. */
export function postgresBinaries(): string | null {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).toSorted((a, b) => Number(b) - Number(a)) : []
  const places = [...(process.env.PATH ?? '').split(delimiter), ...versions.map((it) => join(DEBIAN, it, 'bin'))]
  // The path may hold links to some of them only.
  const needed = ['initdb', 'postgres', 'pg_basebackup']
  return places.find((dir) => needed.every((it) => existsSync(join(dir, it)))) ?? null
}
