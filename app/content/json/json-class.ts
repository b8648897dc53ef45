import type { Look } from '../code/span.ts'
import type { JsonTokenType } from './scan.ts'

const looks: Partial<Record<JsonTokenType, Look>> = { name: 'name', string: 'text', number: 'number', word: 'word' }

export const classOf = (type: JsonTokenType): Look | undefined => looks[type]
