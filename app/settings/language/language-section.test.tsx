import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, expect, test, vi } from 'vitest'
import { languages } from '../../words/language/language.ts'
import LanguageSection from './language-section.tsx'

afterEach(() => vi.unstubAllGlobals())

test('the settings offer every language under its own name, after that of the browser', () => {
  vi.stubGlobal('navigator', { language: 'en', languages: ['en'] })
  vi.stubGlobal('localStorage', undefined)
  const offered = renderToStaticMarkup(<LanguageSection />).matchAll(/<option value="([^"]*)"[^>]*>([^<]*)</g)
  expect([...offered].map(([, id, name]) => [id, name])).toEqual([
    ['', 'As the browser (English)'],
    ...Object.entries(languages),
  ])
})
