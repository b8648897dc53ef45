import { readConfig } from '../../config/config.ts'
import { command } from '../command.ts'
import { move } from './move.ts'

await command(async (dataDir, args) => {
  const { databaseUrl } = readConfig(process.env)
  if (args.length > 0 || databaseUrl === undefined) {
    throw new Error('Usage: DATA_DIR=… DATABASE_URL=postgres://… npm run migrate:postgres')
  }
  console.log(`Copying ${dataDir} to PostgreSQL. If this is cut off, call it again.`)
  const { message, device, user, session, pairing } = await move(dataDir, databaseUrl)
  console.log(
    `Moved, and compared row by row: ${message} messages, ${device} devices, ${user} accounts, ${session} sessions, ` +
      `${pairing} pairing codes.`,
  )
  console.log(
    `Start every node with this DATABASE_URL and AUTH_SECRET_FILE=${dataDir}/auth-secret (or the AUTH_SECRET it had).`,
  )
})
