import { opening as english } from './en/start/opening.ts'
import { subject } from './language/catalog.ts'

const say = subject('opening', english)

const load = () => import('./sentence.ts')

/** Loads the words before an error needs them. */
export const preloadSentences = () => void load().catch(() => {})

/** As `sentenceOf`, whose many words load after the first paint. Without a network they may not be there. */
export async function sentenceLater(error: unknown): Promise<string> {
  try {
    return (await load()).sentenceOf(error)
  } catch {
    return say.noAnswer
  }
}
