import { afterEach, expect, test, vi } from 'vitest'
import { chooseLanguage, chosenLanguage, wantedLanguage } from './language.ts'

afterEach(() => vi.unstubAllGlobals())

function browser(languages: string[], stored: Record<string, string> = {}): void {
  vi.stubGlobal('navigator', { languages })
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored[key] ?? null,
    setItem: (key: string, value: string) => {
      stored[key] = value
    },
    removeItem: (key: string) => {
      delete stored[key]
    },
  })
}

test('screens speak English where they know none of the languages of the browser', () => {
  browser(['tlh', 'x'])
  expect(wantedLanguage()).toBe('en')
})

test('a choice is kept until the person follows the browser again', () => {
  browser(['en-GB'])
  chooseLanguage('en')
  expect(chosenLanguage()).toBe('en')
  chooseLanguage(null)
  expect(chosenLanguage()).toBeNull()
})

test('a choice that this version does not know counts as none', () => {
  browser(['en-GB'], { 'roost.language': 'constructor' })
  expect(chosenLanguage()).toBeNull()
  expect(wantedLanguage()).toBe('en')
})

test('a browser that refuses its storage keeps no choice', () => {
  vi.stubGlobal('navigator', { languages: ['en'] })
  vi.stubGlobal('localStorage', undefined)
  expect(chosenLanguage()).toBeNull()
  expect(() => chooseLanguage('en')).not.toThrow()
})
