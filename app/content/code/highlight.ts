import hljs from 'highlight.js/lib/core'
import bash from 'highlight.js/lib/languages/bash'
import c from 'highlight.js/lib/languages/c'
import cpp from 'highlight.js/lib/languages/cpp'
import css from 'highlight.js/lib/languages/css'
import diff from 'highlight.js/lib/languages/diff'
import dockerfile from 'highlight.js/lib/languages/dockerfile'
import go from 'highlight.js/lib/languages/go'
import ini from 'highlight.js/lib/languages/ini'
import java from 'highlight.js/lib/languages/java'
import javascript from 'highlight.js/lib/languages/javascript'
import json from 'highlight.js/lib/languages/json'
import python from 'highlight.js/lib/languages/python'
import rust from 'highlight.js/lib/languages/rust'
import sql from 'highlight.js/lib/languages/sql'
import typescript from 'highlight.js/lib/languages/typescript'
import xml from 'highlight.js/lib/languages/xml'
import yaml from 'highlight.js/lib/languages/yaml'
import type { Look, Span } from './span.ts'

const grammars = {
  bash,
  c,
  cpp,
  css,
  diff,
  dockerfile,
  go,
  ini,
  java,
  javascript,
  json,
  python,
  rust,
  sql,
  typescript,
  xml,
  yaml,
}

for (const [name, grammar] of Object.entries(grammars)) hljs.registerLanguage(name, grammar)

/** A grammar takes some ms for this much; more stays in one colour. */
const MOST = 20_000

/** Our few colours for the many scopes of highlight.js. A scope may have a second part after a dot. */
const looks: Readonly<Record<string, Look>> = {
  ...{ keyword: 'word', built_in: 'word', literal: 'word', type: 'word', 'selector-tag': 'word', section: 'word' },
  ...{ string: 'text', regexp: 'text', 'meta-string': 'text', link: 'text', code: 'text' },
  ...{ number: 'number', symbol: 'number', bullet: 'number', meta: 'remark', comment: 'remark', doctag: 'remark' },
  ...{
    quote: 'remark',
    title: 'name',
    name: 'name',
    attr: 'name',
    attribute: 'name',
    variable: 'name',
    property: 'name',
  },
  ...{ 'selector-class': 'name', 'selector-id': 'name', addition: 'added', deletion: 'removed' },
}

/** The text in parts of one colour each. Null when it stays as it is. */
export function highlight(text: string, grammar: string): Span[] | null {
  if (text.length > MOST || !hljs.getLanguage(grammar)) return null
  const spans: Span[] = []
  walk(rootOf(hljs.highlight(text, { language: grammar, ignoreIllegals: true })), undefined, spans)
  // A grammar that lost a character would change what is copied.
  return spans.map((it) => it.text).join('') === text ? spans : null
}

type Node = string | { scope?: string; children: Node[] }

/** The tree that highlight.js would turn into HTML. We make elements of it instead. */
function rootOf(result: object): Node {
  return (result as { _emitter: { rootNode: Node } })._emitter.rootNode
}

function walk(node: Node, look: Look | undefined, spans: Span[]): void {
  if (typeof node === 'string') {
    const last = spans.at(-1)
    if (last && last.look === look) last.text += node
    else spans.push({ text: node, look })
    return
  }
  const own = looks[node.scope?.split('.')[0] ?? ''] ?? look
  for (const child of node.children) walk(child, own, spans)
}
