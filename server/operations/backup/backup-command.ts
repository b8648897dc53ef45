import type { Command } from '../command-line/command.ts'

export const backupCommand: Command = {
  name: 'backup',
  summary: 'copies the database and all files, checked, while the server runs or not',
  usages: ['[FILE]'],
  about: `Copies accounts, devices and messages as they are at one moment into a file that only its owner may read. The copy is
checked before it gets its name. The bytes of files lie beside it, in FILE.files. It holds no session, no pairing
code and no secret that lets anyone in.
With PostgreSQL use pg_dump (docs/operations.md, "Back up PostgreSQL").`,
  options: { FILE: 'where to; it must not exist yet (default: DATA_DIR/backups/roost-<time>.db)' },
  examples: [
    ['', 'a new file in data/backups'],
    ['/mnt/safe/roost.db', 'a file of your choice'],
  ],
  async run({ args: [file] }) {
    const { sqliteDataDir } = await import('../command-line/settings.ts')
    const { typedPath } = await import('../command-line/typed-path.ts')
    const { backUp, defaultFile } = await import('./backup.ts')
    const dataDir = sqliteDataDir('Back it up with pg_dump')
    const made = backUp(dataDir, file ? typedPath(file) : defaultFile(dataDir, new Date()))
    console.log(`Backed up to ${made.file}: ${made.contents}, checked.`)
  },
}
