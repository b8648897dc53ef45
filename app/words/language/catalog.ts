import type { en } from '../en/en.ts'

/** Every sentence that screens show, by subject. Each language has the same shape. */
export type Catalog = typeof en

let translation: Partial<Catalog> = {}

/** From here on the screens speak another language. */
export function translate(catalog: Partial<Catalog>): void {
  translation = catalog
}

/**
 * The sentences of one subject in the language of the screens. English comes with the script that uses it, so that a
 * first visit loads only what it shows. Read a sentence while drawing: a constant of a module would stay English.
 */
export function subject<Name extends keyof Catalog>(name: Name, english: Catalog[Name]): Catalog[Name] {
  return new Proxy(english, { get: (_, key) => Reflect.get(translation[name] ?? english, key) })
}
