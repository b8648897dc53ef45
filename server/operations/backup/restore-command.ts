import { refuseMoved } from '../../config/moved.ts'
import { command, requireDataDir, typedPath } from '../command.ts'
import { type Restored, restore } from './restore.ts'
import type { NamedDevice } from './revoke-again.ts'

await command((dataDir, args) => {
  requireDataDir('Restore it with pg_restore')
  refuseMoved(dataDir)
  const [backup] = args
  if (!backup || args.length > 1) throw new Error('Usage: npm run restore -- FILE')
  const restored = restore(dataDir, typedPath(backup), new Date())
  console.log(`Restored: ${restored.contents}.`)
  if (restored.aside) console.log(`The database that was in use is now ${restored.aside}.`)
  console.log(
    'Everybody signs in again with their password; devices stay what they are. Open pairing codes have ended.',
  )
  for (const line of revocations(restored)) console.log(line)
})

function revocations({ revokedSince: { again, unknown }, unsure }: Restored): string[] {
  const lines: string[] = []
  if (again.length > 0) lines.push(`Removed again, because they were removed after the backup: ${named(again)}.`)
  else if (!unsure) lines.push('No device was removed since the backup.')
  if (unknown.length > 0) lines.push(`Live, and unknown to the database that was in use: ${named(unknown)}.`)
  if (unsure)
    lines.push(`More devices may have been removed since the backup: ${unsure}. Look through the list of devices.`)
  return lines
}

function named(devices: readonly NamedDevice[]): string {
  return devices.map(({ name, deviceId }) => `${JSON.stringify(name)} (${deviceId})`).join(', ')
}
