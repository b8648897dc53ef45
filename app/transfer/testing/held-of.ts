import type { Held } from '../../../lib/browser/open-held.ts'
import { openMemoryStore } from '../../../lib/memory/memory.ts'
import type { Message } from '../../../lib/protocol/message.ts'
import { applyAll, batch, SELF } from '../../../lib/storage/contract/fixtures.ts'
import type { LocalStore } from '../../../lib/storage/local-store.ts'
import type { ExportFacts } from '../export/facts.ts'

/** A device's real store, in memory, with these messages in it. */
export async function storeWith(messages: readonly Message[]): Promise<LocalStore> {
  const store = openMemoryStore(SELF)
  if (messages.length > 0) await applyAll(store, batch(0, messages.at(-1)?.version ?? 0, [...messages]))
  return store
}

export const heldOf = ({ count, history, outbox, orphans }: LocalStore): Held => ({
  ...{ count, history, outbox },
  onlyHere: async () => (await orphans()).map((it) => it.entry.message),
  close() {},
})

export const facts: ExportFacts = {
  deviceId: SELF,
  account: 'ada@example.test',
  server: 'https://roost.test',
  exportedAt: 1_700_000_000_000,
  devices: [],
  former: [],
  names: { [SELF]: { name: 'Desk', onlyFor: 'only for Desk' } },
  unknownDevice: { name: 'A removed device', onlyFor: 'only for a removed device' },
  locale: 'en-GB',
  direction: 'ltr',
  timeZone: 'UTC',
  hourCycle: 'h23',
  words: {
    readMe: 'read me\n',
    title: 'Roost <of Ada>',
    lead: 'lead',
    edited: 'edited',
    deleted: 'Deleted',
    onlyHere: 'Only here',
    unsent: 'Not sent yet',
    empty: 'There are no messages.',
  },
}
