/** How the blocks of docs/operations.md begin that need a PostgreSQL, or a Redis as well: operations.cluster.test.ts runs them. */
export const onPostgres = [
  'sudo -u postgres createuser',
  'pg_dump ',
  'createdb --template',
  'psql roost -c',
  'DATA_DIR=./data DATABASE_URL=',
  'export BASE_URL',
]
