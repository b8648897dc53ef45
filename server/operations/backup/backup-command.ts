import { refuseMoved } from '../../config/moved.ts'
import { command, requireDataDir, typedPath } from '../command.ts'
import { backUp, defaultFile } from './backup.ts'

await command((dataDir, args) => {
  requireDataDir('Back it up with pg_dump')
  refuseMoved(dataDir)
  if (args.length > 1) throw new Error('Usage: npm run backup -- [FILE]')
  const { file, contents } = backUp(dataDir, args[0] ? typedPath(args[0]) : defaultFile(dataDir, new Date()))
  console.log(`Backed up to ${file}: ${contents}, checked.`)
})
