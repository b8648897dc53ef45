/** The languages that screens speak, each under its own name. */
export const languages = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  ja: '日本語',
  ar: 'العربية',
} as const
export type Language = keyof typeof languages

const KEY = 'roost.language'

let spoken: Language = 'en'

/** The language of the screens. It stays the same until the page is loaded again. */
export const language = (): Language => spoken

export function speak(next: Language): void {
  spoken = next
}

/** The person's own choice in this browser; null follows the browser. */
export function chosenLanguage(): Language | null {
  const chosen = storage()?.getItem(KEY)
  return isLanguage(chosen) ? chosen : null
}

/** Keeps the choice. The page shows it once it is loaded again. */
export function chooseLanguage(choice: Language | null): void {
  if (choice === null) storage()?.removeItem(KEY)
  else storage()?.setItem(KEY, choice)
}

/** The choice, else the first language of the browser that screens speak, else English. */
export const wantedLanguage = (): Language =>
  chosenLanguage() ?? navigator.languages.map(baseOf).find(isLanguage) ?? 'en'

/** "de-AT" → "de". */
export const baseOf = (tag: string): string => tag.split('-')[0]?.toLowerCase() ?? ''

const isLanguage = (value: unknown): value is Language => typeof value === 'string' && Object.hasOwn(languages, value)

/** A browser may refuse every storage. */
function storage(): Storage | undefined {
  try {
    return localStorage
  } catch {
    return undefined
  }
}
