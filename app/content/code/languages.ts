interface Language {
  /** Its own name, the same in all languages. */
  label: string
  /** How writers of Markdown call it, its grammar's name first. */
  names: readonly string[]
}

/** The grammars that the highlighter loads, and how people call them. */
export const languages: readonly Language[] = [
  { label: 'JavaScript', names: ['javascript', 'js', 'jsx', 'mjs', 'cjs', 'ecmascript', 'node'] },
  { label: 'TypeScript', names: ['typescript', 'ts', 'tsx', 'mts'] },
  { label: 'JSON', names: ['json', 'jsonc', 'json5', 'ndjson'] },
  { label: 'Shell', names: ['bash', 'sh', 'shell', 'zsh', 'shellscript', 'console', 'terminal'] },
  { label: 'Python', names: ['python', 'py', 'python3'] },
  { label: 'HTML', names: ['xml', 'html', 'xhtml', 'svg', 'rss', 'vue'] },
  { label: 'CSS', names: ['css', 'scss', 'less'] },
  { label: 'SQL', names: ['sql', 'pgsql', 'postgresql', 'mysql', 'sqlite'] },
  { label: 'Go', names: ['go', 'golang'] },
  { label: 'Rust', names: ['rust', 'rs'] },
  { label: 'YAML', names: ['yaml', 'yml'] },
  { label: 'Diff', names: ['diff', 'patch'] },
  { label: 'Java', names: ['java'] },
  { label: 'C', names: ['c', 'h'] },
  { label: 'C++', names: ['cpp', 'c++', 'hpp', 'cc'] },
  { label: 'INI', names: ['ini', 'toml', 'conf', 'properties'] },
  { label: 'Dockerfile', names: ['dockerfile', 'docker'] },
]

const byName = new Map(languages.flatMap((it) => it.names.map((name) => [name, it])))
const LABELS: Readonly<Record<string, string>> = { xml: 'XML', svg: 'SVG', toml: 'TOML', scss: 'SCSS', less: 'Less' }

/** The grammar of a language by any of its names; null for one that is not coloured. */
export const grammarOf = (name: string): string | null => byName.get(name.toLowerCase())?.names[0] ?? null

/** A language as people write it; a name that we do not know stays as the sender wrote it. */
export const labelOf = (name: string): string =>
  LABELS[name.toLowerCase()] ?? byName.get(name.toLowerCase())?.label ?? name

/** The language of a MIME type; null for code of an unknown one, undefined when the type says nothing of code. */
export function languageOfType(type: string): string | null | undefined {
  const [group, subtype = ''] = type.split('/')
  const name = subtype.replace(/^x-/, '')
  if (subtype.endsWith('+xml')) return 'xml'
  if (byName.has(name)) return name
  if (group === 'text' && subtype.startsWith('x-')) return null
  return undefined
}
