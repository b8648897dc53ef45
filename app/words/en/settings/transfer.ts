import { formatCount } from '../../count.ts'
import { listed } from '../../listed.ts'
import { plural } from '../../plural.ts'

const messages = (count: number) => plural(count, { one: '# message', other: '# messages' })

/** Export and import. */
export const transfer = {
  exportTitle: 'Export',
  exportLead:
    'Everything this device holds, as one archive: the messages for programs, and a page to read them. It works offline.',
  export: 'Export',
  exportAgain: 'Export again',
  exportNote: (count: number | null) =>
    count === null ? 'Counting' : plural(count, { one: '# message is here', other: '# messages are here' }),
  exporting: 'Writing the archive',
  exportingNote: (percent: number) => `${formatCount(percent)} %. You can leave the settings meanwhile`,
  cancel: 'Cancel',
  exported: 'The archive is written',
  exportedNote: (name: string, size: string) => `${name}, ${size}. The browser saves it where it saves downloads`,
  saveAgain: 'Save it again',

  importTitle: 'Import',
  importLead:
    'From an export of Roost, from Telegram (result.json) or from Signal. What comes in is sent by this device, with the time at which it was written.',
  choose: 'Choose a file',
  file: 'File to bring in',
  fileNote: 'Nothing comes in before you have seen what it would be',
  reading: (file: string) => `Reading ${file}`,
  askTitle: (count: number) => `Bring in ${messages(count)}?`,
  askNone: 'Nothing to bring in',
  formats: {
    roost: 'An export of Roost',
    telegram: 'An export of Telegram',
    signalExport: 'A chat from Signal, by signal-export',
    signalDesktop: 'Chats from Signal',
  },
  from: (format: string, first: string, last: string) =>
    first === last ? `${format}, of ${first}.` : `${format}, from ${first} to ${last}.`,
  without: (parts: readonly string[]) => `Left out: ${listed(parts)}.`,
  leftOut: {
    deleted: (count: number) => plural(count, { one: '# deleted', other: '# deleted' }),
    noText: (count: number) => plural(count, { one: '# without text', other: '# without text' }),
    tooLong: (count: number) => plural(count, { one: '# too long', other: '# too long' }),
    notStorable: (count: number) =>
      plural(count, { one: '# with signs that cannot be sent', other: '# with signs that cannot be sent' }),
    here: (count: number) => plural(count, { one: '# that is here already', other: '# that are here already' }),
    double: (count: number) =>
      plural(count, { one: '# that is twice in the file', other: '# that are twice in the file' }),
  },
  toAll: 'All of your devices get them.',
  bringIn: 'Bring them in',
  notNow: 'Not now',
  close: 'Close',
  running: 'Bringing them in',
  runningNote: (done: number, total: number) =>
    `${formatCount(done)} of ${formatCount(total)}. You can leave the settings meanwhile`,
  waiting: 'Waits for the connection',
  stop: 'Stop',
  stopped: 'Stopped',
  stoppedNote: (done: number, total: number) =>
    `${formatCount(done)} of ${formatCount(total)} went in. Choose the same file again for the rest: none comes twice`,
  done: 'All of it is in your inbox',
  doneNote: (count: number) => messages(count),
  refused: (count: number) => `The server refused ${messages(count)}. They wait in your inbox with their reason`,
  broken: 'Stopped by a problem',

  /** A file, or an export, that did not work. */
  problems: {
    unknown_format:
      'Roost does not know this kind of file. Choose an export of Roost, the result.json of Telegram, or a data.json or main.jsonl of Signal.',
    bad_archive: 'This archive is damaged. Save or copy it again, and choose the new one.',
    no_messages_file: 'This archive holds no messages that Roost knows.',
    bad_json: 'This file is cut off or damaged.',
    bad_line: 'This file is damaged.',
    not_text: 'This file holds no text.',
    storage: 'The messages of this device cannot be read now. Reload the page and try again.',
    failed: 'That did not work. Try again; nothing is lost.',
  },
  inLine: (problem: string, line: number) => `${problem} The fault is in line ${formatCount(line)}.`,

  /** Inside the archive. */
  archive: {
    title: (account: string) => `Roost, ${account}`,
    unknownAccount: 'your inbox',
    lead: (count: number, device: string, when: string) => `${messages(count)} on ${device}, ${when}`,
    edited: 'edited',
    deleted: 'Deleted',
    onlyFor: (name: string) => `only for ${name}`,
    onlyHere: 'Only on this device: the server lost these when it was restored',
    unsent: 'Not sent yet',
    empty: 'There are no messages.',
    readMe: (
      account: string,
      device: string,
      when: string,
    ) => `Roost: everything that the device “${device}” of ${account} held on ${when}.

index.html        the messages to read. Open it in a browser; it needs no network.
messages.ndjson   every message as the wire has it, one JSON object to a line, in the order of the inbox:
                  posts, and the edits, deletes and marks that belong to them.
devices.json      the devices of the account, so that each message has a sender with a name.
unsent.ndjson     messages that were written here and not sent yet, if there are any.
only-here.ndjson  messages that the server has lost in a restore, if there are any.

To bring it back: Settings, Export and import, Choose a file. Nothing comes in twice.
The archive is not encrypted. Keep it where nobody else reads it.
`,
  },
}
