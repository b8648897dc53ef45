import type { Look } from './span.ts'

export const lookClasses: Record<Look, string> = {
  word: 'text-(--code-word)',
  text: 'text-(--code-text)',
  number: 'text-(--code-number)',
  name: 'text-(--code-name)',
  remark: 'text-faint',
  added: 'text-(--code-text)',
  removed: 'text-danger',
}
