import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where devices of this user keep their data by default: as the XDG Base Directory Specification asks. */
export function defaultDirectory(env: NodeJS.ProcessEnv = process.env): string {
  const data = env.XDG_DATA_HOME || join(homedir(), '.local', 'share')
  return join(data, 'roost-devices')
}
