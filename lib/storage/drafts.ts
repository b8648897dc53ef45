import { type Drafts, noDrafts } from '../core/outbox/drafts.ts'
import type { DraftName, Tables } from './tables.ts'

const nameOf = (receiver: string): DraftName => `draft:${receiver}`

export async function draftsOf(tables: Tables): Promise<Drafts> {
  const [aim, records] = await Promise.all([tables.meta.get('aim'), tables.meta.first(nameOf(''), nameOf('\uffff'))])
  const texts: Record<string, string> = {}
  for (const record of records) if ('text' in record) texts[record.receiver] = record.text
  return { receiver: aim?.name === 'aim' ? aim.receiver : noDrafts.receiver, texts }
}

/** Reads nothing, so that a page that is closing can still write it. */
export function saveDraft(tables: Tables, receiver: string, text: string): void {
  tables.meta.put({ name: 'aim', receiver })
  if (text === '') tables.meta.delete(nameOf(receiver))
  else tables.meta.put({ name: nameOf(receiver), receiver, text })
}

/** The last write aims the composer. */
export async function copyDrafts(
  { receiver: aim, texts }: Drafts,
  to: { saveDraft(receiver: string, text: string): Promise<void> },
): Promise<void> {
  for (const [receiver, text] of Object.entries(texts)) await to.saveDraft(receiver, text)
  await to.saveDraft(aim, texts[aim] ?? '')
}
