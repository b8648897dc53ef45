/** How the blocks of docs/operations.md begin that need a PostgreSQL: operations.cluster.test.ts runs them. */
export const onPostgres = ['sudo -u postgres createuser', 'pg_dump ', 'createdb --template', 'psql roost -c']
