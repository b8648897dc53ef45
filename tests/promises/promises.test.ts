import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { proofs } from './promises.ts'
import { renderPromises } from './render.ts'

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')

it('there are fifteen, each with a break that a test has to catch', () => {
  expect(proofs.map((it) => it.promise)).toEqual(Array.from({ length: 15 }, (_, index) => index + 1))
  for (const { breaks } of proofs) expect(breaks.length).toBeGreaterThan(0)
})

it.each(proofs.map((it) => [it.promise, it] as const))(
  '%i: the tests that it names are there',
  (_, { tests, breaks }) => {
    for (const { file, name } of [...tests, ...breaks.map((it) => it.caughtBy)]) expect(read(file)).toContain(name)
  },
)

it.each(proofs.map((it) => [it.promise, it] as const))(
  '%i: what is broken stands once where it is looked for',
  (_, { breaks }) => {
    for (const { file, find } of breaks) expect(read(file).split(find)).toHaveLength(2)
  },
)

it('docs/protocol.md says them as they are (node tests/promises/render.ts prints that part)', () => {
  expect(read('docs/protocol.md')).toContain(renderPromises())
})
