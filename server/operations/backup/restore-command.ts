import type { Command } from '../command-line/command.ts'
import type { Restored } from './restore.ts'
import type { NamedDevice } from './revoke-again.ts'

export const restoreCommand: Command = {
  name: 'restore',
  summary: 'puts a backup in the place of the database; stop the server first',
  usages: ['FILE'],
  about: `Checks the backup first and changes nothing unless it is whole. Keeps the database that was in use, as
DATA_DIR/replaced-<time>/roost.db, with its files beside it. Ends all sessions and pairing
codes, and removes again the devices that were removed after the backup. With PostgreSQL use pg_restore
(docs/operations.md, "Restore PostgreSQL").`,
  options: { FILE: 'the backup' },
  examples: [['/mnt/safe/roost.db', 'with the server stopped; start it afterwards']],
  async run({ args: [backup = ''] }) {
    const { sqliteDataDir } = await import('../command-line/settings.ts')
    const { typedPath } = await import('../command-line/typed-path.ts')
    const { restore } = await import('./restore.ts')
    const restored = restore(sqliteDataDir('Restore it with pg_restore'), typedPath(backup), new Date())
    console.log(`Restored: ${restored.contents}.`)
    if (restored.replaced) console.log(`The database that was in use is now ${restored.replaced}.`)
    console.log(
      'Everybody signs in again with their password; devices go on as they are. Open pairing codes have ended.',
    )
    if (restored.filesMissing > 0)
      console.log(`Missing: the bytes of ${restored.filesMissing} files. A device that has them can send them again.`)
    for (const line of revocations(restored)) console.log(line)
  },
}

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
