const SIGNS: readonly (readonly [grammar: string, sign: RegExp])[] = [
  ['diff', /^(?:diff --git |@@ .* @@|\+\+\+ |--- )/m],
  ['xml', /^\s*<(?:!doctype|\?xml|[a-z][\w-]*[\s>])/i],
  ['bash', /^(?:#!\/(?:usr\/)?bin\/|\$ )/m],
  ['sql', /^\s*(?:select|insert into|update|create table|delete from|with \w+ as)\b/i],
  ['go', /^(?:package \w+$|func .*\{$)/m],
  ['rust', /^\s*(?:pub )?fn \w+.*\{$|\blet mut\b/m],
  ['python', /^(?:\s*def \w+\(.*\).*:|class \w+.*:|from \S+ import |import \w+$)/m],
  ['typescript', /\b(?:interface|type) \w+.*[={]$|: (?:string|number|boolean)\b/m],
  ['javascript', /\b(?:const|let|var|function|=>|import .* from)\b/],
  ['css', /^[.#]?[\w-]+\s*\{$|^\s+[\w-]+: .*;$/m],
]

/** The grammar that colours code whose writer named no language. A wrong guess costs a few colours. */
export const guessGrammar = (text: string): string | null =>
  SIGNS.find(([, sign]) => sign.test(text.slice(0, 2_000)))?.[0] ?? null
