import type { Token } from 'markdown-it'

/** A token with the tokens inside it. */
export interface Node {
  /** Its place among its siblings: a text that changes is drawn from its start. */
  key: number
  token: Token
  children: Node[]
}

/** Makes a tree of the flat list, in which `li_open` and `li_close` stand around what is inside. */
export function treeOf(tokens: readonly Token[]): Node[] {
  const root: Node[] = []
  const open: Node[][] = [root]
  for (const token of tokens) {
    const inside = open.at(-1) ?? root
    if (token.nesting === -1) {
      if (open.length > 1) open.pop()
      continue
    }
    const node: Node = { key: inside.length, token, children: token.children ? treeOf(token.children) : [] }
    inside.push(node)
    if (token.nesting === 1) open.push(node.children)
  }
  return root
}
