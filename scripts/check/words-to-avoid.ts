export interface WordToAvoid {
  pattern: RegExp
  /** Printed beside the sentence. */
  instead: string
  /** In comments only: a page may ask a question, or count. */
  commentsOnly?: true
}

/** A short list of turns that made our prose hard to read. `npm run check` refuses them in comments and pages. */
export const wordsToAvoid: readonly WordToAvoid[] = [
  {
    pattern: /^(What|Who|Whoever|Whatever|Nobody|One|Of)\b(?!.*\?$)/,
    instead: 'begin with who acts',
    commentsOnly: true,
  },
  { pattern: /\bwho(so)?ever\b/i, instead: 'name who acts, instead of “whoever”' },
  { pattern: /\bthat which\b|\bthose who\b/i, instead: 'name the thing, or who acts' },
  { pattern: /\bbehind (of|what|those|all)\b/i, instead: 'write “after” for order' },
  { pattern: /\bmend(s|ed|ing)?\b/i, instead: 'write “fix”' },
  { pattern: /\banew\b/i, instead: 'write “again”' },
  { pattern: /\bis dear\b|\bdearer\b/i, instead: 'write “expensive”' },
  { pattern: /\bof (its|their|his) own accord\b/i, instead: 'write “unasked” or “by itself”' },
  { pattern: /\bin all but name\b|\bbefore long\b|\bas it were\b/i, instead: 'say it directly' },
  { pattern: /\bunder way\b/i, instead: 'write “running”, “in flight” or “started”' },
  { pattern: /\bput aside\b|\bmoving up\b/i, instead: 'write “set aside”, “move to PostgreSQL”' },
]
