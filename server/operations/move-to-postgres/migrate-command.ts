import { type Command, ROOST } from '../command-line/command.ts'

export const migrateCommand: Command = {
  name: 'migrate',
  summary: 'moves everything from SQLite to PostgreSQL; stop the server first',
  usages: [''],
  about: `Copies DATA_DIR into the empty database that DATABASE_URL names, and compares both row by row. If it is cut off, call it
again. Afterwards no server starts on DATA_DIR any more; roost.db stays there as it was.`,
  options: {},
  examples: [
    ['DATA_DIR=./data DATABASE_URL=postgres://roost:password@db.example:5432/roost', 'with the server stopped'],
  ],
  async run() {
    const { settings } = await import('../command-line/settings.ts')
    const { dataDir, databaseUrl } = settings()
    if (databaseUrl === undefined) {
      throw new Error(`DATABASE_URL is not set: it names the database to move to. See ${ROOST} migrate --help`)
    }
    const { move } = await import('./move.ts')
    console.log(`Copying ${dataDir} to PostgreSQL. If this is cut off, call it again.`)
    const { message, device, user, session, pairing } = await move(dataDir, databaseUrl)
    console.log(
      `Moved, and compared row by row: ${message} messages, ${device} devices, ${user} accounts, ${session} sessions, ` +
        `${pairing} pairing codes.`,
    )
    console.log(
      `Start every node with this DATABASE_URL and AUTH_SECRET_FILE=${dataDir}/auth-secret (or the AUTH_SECRET it had), ` +
        `and VAPID_KEY_FILE=${dataDir}/vapid-key for Web Push.`,
    )
  },
}
