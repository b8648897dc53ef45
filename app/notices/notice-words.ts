import type { PushWords } from '../../lib/core/push/push-choice.ts'
import { notices as english } from '../words/en/settings/notices.ts'
import { subject } from '../words/language/catalog.ts'

const say = subject('notices', english)

/** The worker's sentences, in the language of the screens. */
export function noticeWords(): PushWords {
  const { waiting, nothing, done, reply } = say
  return { waiting, nothing, done, reply }
}
