import { plural } from '../../plural.ts'

export const content = {
  empty: 'Empty',
  showLess: 'Show less',
  showAll: (size: string) => `Show all (${size})`,
  lines: (count: number) => plural(count, { one: '# line', other: '# lines' }),
  copy: 'Copy',
  copyCode: 'Copy code',
  copied: 'Copied',
  copyRefused: 'Not copied',
  /** Above code whose language is unknown. */
  code: 'Code',
  codeIn: (language: string) => (language === 'Code' ? language : `${language} code`),
  fold: 'Fold',
  unfold: 'Unfold',
  more: (count: number) => plural(count, { one: '# more', other: '# more' }),
  done: 'Done',
  toDo: 'To do',
  showAsWritten: 'Show as written',
  showFormatted: 'Show formatted',
}
