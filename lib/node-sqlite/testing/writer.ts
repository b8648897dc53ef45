import { batch, SELF } from '../../storage/contract/fixtures.ts'
import { openNodeSqliteStore } from '../open.ts'

/** A program that stores batches without an end, until it is killed. It prints each cursor that the store has confirmed. */
const SIZE = 50
const [directory = ''] = process.argv.slice(2)
const store = await openNodeSqliteStore(directory, SELF)
const { cursor: start, generation } = await store.position()
let cursor = start
console.log(cursor)
for (;;) {
  const next = cursor + SIZE
  await store.apply([batch(cursor, next)], generation)
  cursor = next
  console.log(cursor)
}
