import { type Catalog, translate } from './catalog.ts'
import { type Language, speak, wantedLanguage } from './language.ts'

/** Each catalog loads on demand. English is always there. */
export const catalogs: Partial<Record<Language, () => Promise<Catalog>>> = {
  de: async () => (await import('../de/de.ts')).de,
  ar: async () => (await import('../ar/ar.ts')).ar,
  es: async () => (await import('../es/es.ts')).es,
  fr: async () => (await import('../fr/fr.ts')).fr,
  ja: async () => (await import('../ja/ja.ts')).ja,
}

const rightToLeft: readonly string[] = ['ar']

/** Makes the screens speak the person's language. English stays where another one cannot be loaded. */
export async function loadLanguage(): Promise<void> {
  const wanted = wantedLanguage()
  try {
    const catalog = await catalogs[wanted]?.()
    if (catalog) translate(catalog)
  } catch {
    return
  }
  speak(wanted)
  document.documentElement.lang = wanted
  document.documentElement.dir = rightToLeft.includes(wanted) ? 'rtl' : 'ltr'
}
