import { afterEach, describe, expect, test, vi } from 'vitest'
import { en } from '../en/en.ts'
import { lookAround } from '../time/surroundings.ts'
import { type Language, languages, speak } from './language.ts'
import { catalogs } from './load-language.ts'

type Say = (...given: unknown[]) => unknown
type Kind = 'name' | 'names' | 'number'

const NUMBERS = [0, 1, 2, 5, 11, 100]
/** Names that people give. A sentence that counts must not take their `#` for the number's place. */
const NAMES = ['Desk #1', 'Zoë #2', 'Lab #3', 'Tab #4']

/** Numbers that English writes as they are, which look like names. Others may count with them. */
const PLAIN_NUMBERS = [
  'connection.tryingInSeconds.0',
  'connection.tryingInMinutes.0',
  'account.newPasswordHint.0',
  'welcome.passwordHint.0',
]
/** These may also be null: the fact is not known. */
const NULLABLE = ['settings.storage.heldNote.1', 'settings.storage.freeNote.0', 'transfer.exportNote.0']
/** English does not show these, or shows them in one of two cases. Only a choice hangs on them. */
const CHOICES = ['delivery.storedSince.1']

const english = leaves(en)
const kinds = new Map(
  [...english].flatMap(([key, said]) =>
    typeof said === 'function' ? [[key, kindsOf(key, said as Say)] as const] : [],
  ),
)

afterEach(() => {
  vi.unstubAllGlobals()
  speak('en')
  lookAround()
})

test('every language has a catalog, and none has one without a name', () => {
  expect(['en', ...Object.keys(catalogs)].sort()).toEqual(Object.keys(languages).sort())
})

describe.each(Object.keys(languages) as Language[])('%s', (id) => {
  test('has the sentences of English, each of the same kind', async () => {
    const shape = (all: ReadonlyMap<string, unknown>) =>
      Object.fromEntries([...all].map(([key, said]) => [key, kindOf(said)]))
    expect(shape(leaves(await catalogOf(id)))).toEqual(shape(english))
  })

  test('leaves no sentence empty', async () => {
    const empty = [...leaves(await catalogOf(id))].filter(([, said]) => typeof said === 'string' && said.trim() === '')
    expect(empty).toEqual([])
  })

  test('says every name, and puts a number in its place', async () => {
    const catalog = leaves(await catalogOf(id))
    vi.stubGlobal('navigator', { language: id })
    speak(id)
    lookAround()
    const wrong: string[] = []
    for (const [key, wanted] of kinds)
      for (const given of samplesOf(key, wanted)) {
        const said = attempt(catalog.get(key) as Say, given)
        const fault = faultOf(said, given)
        if (fault) wrong.push(`${key}(${JSON.stringify(given).slice(1, -1)}) ${fault}: ${said}`)
      }
    expect(wrong).toEqual([])
  })
})

test('the lists of exceptions name arguments that there are', () => {
  for (const place of [...PLAIN_NUMBERS, ...NULLABLE, ...CHOICES]) {
    const [, key = '', index] = /^(.*)\.(\d+)$/.exec(place) ?? []
    expect(kinds.get(key)?.[Number(index)], place).toBeDefined()
  }
})

const catalogOf = async (id: Language): Promise<object> => (await catalogs[id]?.()) ?? en

/** Every text and function of a catalog by its path: "actions.copy". A list counts its places. */
function leaves(of: object, path: readonly string[] = []): Map<string, unknown> {
  return new Map(
    Object.entries(of).flatMap(([key, value]) => {
      const here = [...path, key]
      return typeof value === 'object' && value !== null ? [...leaves(value, here)] : [[here.join('.'), value] as const]
    }),
  )
}

const kindOf = (said: unknown) => (typeof said === 'function' ? `function of ${said.length}` : typeof said)

/** Finds out how English uses each argument: it shows names as they are, lists names, and counts with numbers. */
function kindsOf(key: string, say: Say): readonly Kind[] {
  const places = Array.from({ length: say.length }, (_, index) => `${key}.${index}`)
  const fits = combinations(places.map(allowed)).find((wanted) => {
    const given = wanted.map((kind, index) => clue(kind, index))
    const said = attempt(say, given)
    const shown = given.filter((_, index) => !CHOICES.includes(places[index] ?? '')).flat()
    return faultOf(said, given) === null && shown.every((it) => String(said).includes(String(it)))
  })
  if (!fits) throw new Error(`English does not show every argument of ${key}. Add the one that it hides to CHOICES.`)
  return fits
}

function allowed(place: string): readonly Kind[] {
  return PLAIN_NUMBERS.includes(place) || CHOICES.includes(place) ? ['number'] : ['name', 'names', 'number']
}

function clue(kind: Kind, index: number): unknown {
  if (kind === 'number') return 71 + index
  return kind === 'names' ? ['Kitchen', `Garden ${index}`] : `Attic ${index}`
}

function samplesOf(key: string, wanted: readonly Kind[]): readonly (readonly unknown[])[] {
  return combinations(
    wanted.map((kind, index) => [
      ...(CHOICES.includes(`${key}.${index}`)
        ? [true, false]
        : kind === 'number'
          ? NUMBERS
          : [kind === 'names' ? NAMES : NAMES[index]]),
      ...(NULLABLE.includes(`${key}.${index}`) ? [null] : []),
    ]),
  )
}

function combinations<T>(choices: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return choices.reduce<readonly (readonly T[])[]>(
    (all, next) => all.flatMap((one) => next.map((it) => [...one, it])),
    [[]],
  )
}

function attempt(say: Say, given: readonly unknown[]): unknown {
  try {
    return say(...given)
  } catch (error) {
    return error
  }
}

/** Null: this is a text that holds every name, and no number or place that went wrong. */
function faultOf(said: unknown, given: readonly unknown[]): string | null {
  if (typeof said !== 'string') return 'is no text'
  if (said.trim() === '') return 'is empty'
  const names = given.flat().filter((it) => typeof it === 'string')
  const missing = names.find((it) => !said.includes(it))
  if (missing) return `does not say ${missing}`
  const rest = names.reduce((text, it) => text.replaceAll(it, ''), said)
  return /#|NaN|undefined|null|\[object/.test(rest) ? 'shows what is not for people' : null
}
