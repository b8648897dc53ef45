import type { Command } from '../command-line/command.ts'

export const userCommand: Command = {
  name: 'user',
  summary: 'lists accounts, sets a new password, deletes an account',
  usages: ['list', 'reset-password EMAIL [--stdin]', 'delete EMAIL'],
  about: `May run beside the server, on SQLite and on PostgreSQL; it counts there at once. A new password ends all sign-ins of the
account, and its devices stay. A deletion removes the account with its messages and cannot be undone; its devices are told to
wipe what they hold.`,
  options: {
    EMAIL: 'the address of the account',
    '--stdin': 'reads the new password from the first line of the standard input (default: makes one and prints it)',
  },
  examples: [
    ['list', 'every account, with its devices'],
    ['reset-password robin@example.org', 'prints a new password'],
    ['delete robin@example.org', 'for good'],
  ],
  async run({ args: [action = '', email = ''], options }) {
    const { settings } = await import('../command-line/settings.ts')
    const { withUsers } = await import('./with-users.ts')
    const { deleteUser, listUsers, resetPassword } = await import('./user-actions.ts')
    await withUsers(settings(), (deps) => {
      if (action === 'list') return listUsers(deps)
      if (action === 'delete') return deleteUser(deps, email)
      return resetPassword(deps, email, options.has('--stdin'))
    })
  },
}
