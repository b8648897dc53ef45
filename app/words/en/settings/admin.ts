import { plural } from '../../plural.ts'

/** The whole server, for the person with the first account. */
export const admin = {
  confirmLead: 'Looking after this server takes your password. The sign-in ends when you leave the settings.',
  notFirst: 'Only the person with the first account of this server can look after it.',
  unknown: 'Not known without the server.',

  accounts: 'Accounts',
  accountsLead: 'How much each one has. What they write is for nobody else.',
  you: 'you',
  holds: (devices: number, messages: number, size: string) =>
    `${plural(devices, { one: '# device', other: '# devices' })}, ${plural(messages, { one: '# message', other: '# messages' })}, ${size}`,
  lastSeen: (when: string) => `last seen ${when}`,
  neverSeen: 'no device yet',
  remove: 'Remove',
  removeIt: (email: string) => `Remove ${email}`,
  removeTitle: (email: string) => `Remove ${email}?`,
  removeFacts:
    'The account and all of its messages are gone for good. Its devices delete what they keep, the next time they connect.',
  keep: 'Keep it',
  removeForGood: 'Remove for good',

  invitations: 'Invitations',
  invitationsLead:
    'A link lets one person make an account, within 7 days. Send it only to them: whoever opens it first has it.',
  invite: 'Make a link',
  link: 'Link for one person',
  linkNote: 'Copy it now. Nobody can see it again.',
  copy: 'Copy the link',
  copied: 'Copied',
  open: (when: string) => `Made ${when}, not used yet`,
  until: (when: string) => `Works until ${when}`,
  cancel: 'Cancel',
  cancelIt: (when: string) => `Cancel the invitation made ${when}`,
  noInvitations: 'No invitation is open.',

  health: 'Health',
  healthLead: 'As the command doctor sees it, in its words. A large database takes a minute.',
  examine: 'Look now',
  examining: 'Looking',
  states: { ok: 'Fine', warn: 'Look at this', bad: 'Broken' },

  backup: 'Backup',
  backupLead:
    'A checked copy on the disk of the server. The newest three of these stay. Take a copy to another machine, too.',
  noBackup: 'This server keeps its messages in PostgreSQL, which is backed up with its own tools.',
  backUp: 'Back up now',
  backingUp: 'Backing up',
  backedUp: (file: string) => `Backed up to ${file}`,

  version: 'Version',
  versionNote: (host: string, version: string) => `${host} runs Roost ${version}`,
}
