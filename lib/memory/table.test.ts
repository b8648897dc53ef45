import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Pair } from '../storage/tables.ts'
import { createMemoryTable } from './table.ts'

interface Row {
  key: Pair
  id: string
}

const pair = fc.tuple(fc.nat(4), fc.nat(4)) as fc.Arbitrary<Pair>
const operation = fc.oneof(
  fc.record({ do: fc.constant('put' as const), key: pair, n: fc.nat() }),
  fc.record({ do: fc.constant('delete' as const), from: pair, to: pair }),
  fc.record({ do: fc.constant('clear' as const) }),
)
const below = (a: Pair, b: Pair) => a[0] < b[0] || (a[0] === b[0] && a[1] < b[1])
const within = (from: Pair, to: Pair) => (row: Row) => !below(row.key, from) && !below(to, row.key)

test('reads like a sorted list, and a failed transaction leaves it as it was', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.array(operation, { maxLength: 12 }), fc.boolean()), { maxLength: 5 }),
      fc.tuple(pair, pair, fc.nat(6)),
      async (transactions, [from, to, limit]) => {
        const table = createMemoryTable(
          (row: Row) => row.key,
          (row) => row.id,
        )
        let model: Row[] = []
        for (const [operations, fails] of transactions) {
          const undo = table.savepoint()
          const before = model
          for (const it of operations) {
            if (it.do === 'clear') {
              table.clear()
              model = []
            } else if (it.do === 'delete') {
              table.delete(it.from, it.to)
              model = model.filter((row) => !within(it.from, it.to)(row))
            } else {
              const row = { key: it.key, id: `${it.key} ${it.n}` }
              table.put(row)
              model = [...model.filter(({ key }) => `${key}` !== `${it.key}`), row]
            }
          }
          if (!fails) continue
          undo()
          model = before
        }
        const rows = model.toSorted((a, b) => (below(a.key, b.key) ? -1 : 1))
        const range = rows.filter(within(from, to))
        expect(await table.count()).toBe(rows.length)
        expect(await table.first([0, 0], [9, 9])).toEqual(rows)
        expect(await table.keys(from, to)).toEqual(range.map((row) => row.key))
        expect(await table.first(from, to, limit)).toEqual(range.slice(0, limit))
        expect(await table.last(from, to, limit)).toEqual(limit === 0 ? [] : range.slice(-limit))
        for (const row of rows) expect([await table.get(row.key), await table.byId(row.id)]).toEqual([row, row])
      },
    ),
  )
})
