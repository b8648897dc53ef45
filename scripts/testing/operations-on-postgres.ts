/** The beginnings of the blocks of docs/operations.md that need PostgreSQL or Redis: operations.cluster.test.ts runs them. */
export const onPostgres = [
  'sudo -u postgres createuser',
  'export PGHOST=',
  'sudo -u postgres createdb',
  'sudo -u postgres psql roost -c',
  'AUTH_SECRET_FILE=',
  'DATA_DIR=./data DATABASE_URL=',
  'export BASE_URL',
]
