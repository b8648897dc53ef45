import fc from 'fast-check'
import { expect, test } from 'vitest'
import { texts } from '../../e2e/fixtures/texts.ts'
import type { Message } from '../../lib/protocol/message.ts'
import { isStorableText } from '../../lib/protocol/values/text.ts'
import { edit, everything, idOf, OTHER, post, remove, request, SELF } from '../../lib/storage/contract/fixtures.ts'
import { writeArchive } from './export/write-archive.ts'
import { planImport } from './import/plan-import.ts'
import { readFile } from './import/read-file.ts'
import { facts, heldOf, storeWith } from './testing/held-of.ts'
import { BlobReader, TextWriter, ZipReader } from './zip.ts'

const quiet = { progress() {} }
const into = { deviceId: SELF, receivers: new Set<string>(), known: new Set<string>(), now: 1 }

async function archiveOf(messages: readonly Message[]) {
  return writeArchive(heldOf(await storeWith(messages)), facts, quiet)
}

async function filesIn(archive: Blob): Promise<Record<string, string>> {
  const zip = new ZipReader(new BlobReader(archive), { checkSignature: true })
  const entries = await zip.getEntries()
  const read = entries.map(async (it) => [it.filename, it.directory ? '' : await it.getData(new TextWriter())] as const)
  return Object.fromEntries(await Promise.all(read))
}

test('an archive holds every message as it is stored, what is not sent yet, and a page to read', async () => {
  const messages = [
    post(1, 'one'),
    post(2, 'two', { receiverDeviceId: SELF }),
    edit(3, 1, 'one, again'),
    post(4),
    remove(5, 4),
  ]
  const store = await storeWith(messages)
  await store.compose(request(9, 'later'), 1_000)
  const files = await filesIn(await writeArchive(heldOf(store), facts, quiet))
  expect(Object.keys(files)).toEqual(['README.txt', 'devices.json', 'messages.ndjson', 'unsent.ndjson', 'index.html'])
  const lines = (files['messages.ndjson'] ?? '').trimEnd().split('\n')
  expect(lines.map((it) => JSON.parse(it))).toEqual(await everything(store))
  expect(JSON.parse(files['unsent.ndjson'] ?? '')).toMatchObject({ request: request(9, 'later'), state: 'waiting' })
  const page = files['index.html'] ?? ''
  expect(page).toContain('<h1>Roost &lt;of Ada&gt;</h1>')
  expect(page).toMatch(/one, again.*two.*Deleted.*later/s)
  expect(page).toContain('<span>only for Desk</span>')
  expect(page).not.toContain('>one<')
  expect(page).not.toMatch(/<script|src=|https?:/)
})

test('progress goes from nothing to all, and an empty device has an archive, too', async () => {
  const seen: number[] = []
  const messages = Array.from({ length: 1_200 }, (_, n) => post(n + 1))
  const held = heldOf(await storeWith(messages))
  await writeArchive(held, facts, { progress: (done, total) => seen.push(done / total) })
  expect(seen).toEqual(seen.toSorted((a, b) => a - b))
  expect(seen.length).toBeGreaterThan(5)
  expect(seen.at(-1)).toBe(1)
  expect((await filesIn(await archiveOf([])))['index.html']).toContain('There are no messages.')
})

test('a message that markup would be stays text, also one with a time that no calendar has', async () => {
  const evil = '<img src=x onerror=alert(1)>\r\n&amp; "quoted" \'too\''
  const files = await filesIn(await archiveOf([post(1, evil, { timestamp: 9e15 })]))
  expect(files['index.html']).toContain(
    '&lt;img src=x onerror=alert(1)&gt;&#13;\n&amp;amp; &quot;quoted&quot; &#39;too&#39;',
  )
})

test('an export comes into an empty account as it was: the same texts in the same order', async () => {
  const messages = texts(600).map((content, n) => post(n + 1, content, { timestamp: n + 1, composedAt: 1_000 + n }))
  const read = await readFile(await archiveOf(messages))
  const { items, summary } = planImport(read, into)
  expect(items.map((it) => it.request.content)).toEqual(messages.map((it) => it.content))
  expect(items.map((it) => it.composedAt)).toEqual(messages.map((it) => it.composedAt))
  expect(summary).toEqual({ format: 'roost', count: 600, first: 1_000, last: 1_599, leftOut: {} })
})

test('edits are folded in, deleted ones left out, and nothing is brought in that is here', async () => {
  const archive = await archiveOf([
    post(1),
    edit(2, 1, 'new'),
    post(3),
    remove(4, 3),
    post(5),
    edit(6, 5, 'x'),
    remove(7, 5),
  ])
  const plan = planImport(await readFile(archive), into)
  expect(plan.items.map((it) => it.request.content)).toEqual(['new'])
  expect(plan.summary.leftOut).toEqual({ deleted: 2 })
  const ids = new Set(plan.items.map((it) => it.request.messageId))
  for (const known of [ids, new Set([idOf(1)])]) {
    const again = planImport(await readFile(archive), { ...into, known })
    expect([again.items, again.summary.leftOut]).toEqual([[], { deleted: 2, here: 1 }])
  }
  // The ids follow from the file alone, so the server knows a message that this device does not.
  expect(new Set(planImport(await readFile(archive), into).items.map((it) => it.request.messageId))).toEqual(ids)
})

test('a message keeps its receiver where that device is there, and goes to all otherwise', async () => {
  const archive = await archiveOf([post(1, 'a', { receiverDeviceId: SELF })])
  const receivers = async (of: ReadonlySet<string>) =>
    planImport(await readFile(archive), { ...into, receivers: of }).items.map((it) => it.request.receiverDeviceId)
  expect([await receivers(new Set()), await receivers(new Set([SELF, OTHER]))]).toEqual([['all'], [SELF]])
})

test('any text survives the way out and back', async () => {
  const text = fc.string({ unit: 'binary', maxLength: 200 }).filter(isStorableText)
  await fc.assert(
    fc.asyncProperty(fc.array(text, { maxLength: 20 }), async (contents) => {
      const archive = await archiveOf(contents.map((content, n) => post(n + 1, content)))
      const { items } = planImport(await readFile(archive), into)
      expect(items.map((it) => it.request.content)).toEqual(contents)
    }),
    { numRuns: 40 },
  )
})
