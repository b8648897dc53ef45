import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const DEBIAN = '/usr/lib/postgresql'

/** Where PostgreSQL's own programs are, the newest of them; null when this machine has only its clients, or nothing. */
export function postgresBinaries(): string | null {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).toSorted((a, b) => Number(b) - Number(a)) : []
  const places = [...(process.env.PATH ?? '').split(delimiter), ...versions.map((it) => join(DEBIAN, it, 'bin'))]
  // Some of them alone may be linked into the path.
  const needed = ['initdb', 'postgres', 'pg_basebackup']
  return places.find((dir) => needed.every((it) => existsSync(join(dir, it)))) ?? null
}
