import type { ReactNode } from 'react'
import { CodeBlock } from '../code/code-block.tsx'
import { Inlines } from './inlines.tsx'
import { ListItem } from './list-item.tsx'
import type { Node } from './tree.ts'

interface BlocksProps {
  nodes: readonly Node[]
  source: string
}

export function Blocks({ nodes, source }: BlocksProps): ReactNode {
  return nodes.map((node) => <Block key={node.key} node={node} source={source} />)
}

function Block({ node: { token, children }, source }: { node: Node; source: string }): ReactNode {
  switch (token.type) {
    case 'heading_open':
      return (
        <p className={`font-semibold ${token.tag === 'h1' ? 'text-[1.0625rem]' : ''}`}>
          <Inlines nodes={children} />
        </p>
      )
    case 'paragraph_open':
      // In a list whose lines follow each other, only the words are there.
      return token.hidden ? (
        <Inlines nodes={children} />
      ) : (
        <p>
          <Inlines nodes={children} />
        </p>
      )
    case 'inline':
      return <Inlines nodes={children} />
    case 'bullet_list_open':
      return (
        <ul>
          <Items nodes={children} source={source} />
        </ul>
      )
    case 'ordered_list_open':
      return (
        <ol start={Number(token.attrGet('start') ?? 1)}>
          <Items nodes={children} source={source} />
        </ol>
      )
    case 'blockquote_open':
      return (
        <blockquote>
          <Blocks nodes={children} source={source} />
        </blockquote>
      )
    case 'fence':
      // Without a line of code, what was written is no block.
      if (token.content === '') return <p>{linesOf(source, token.map)}</p>
      return codeOf(token)
    case 'code_block':
      return codeOf(token)
    default:
      return <p>{linesOf(source, token.map)}</p>
  }
}

function codeOf({ content, info }: Node['token']) {
  const [language = '', note] = info.trim().split(/\s+(.*)/s)
  return <CodeBlock text={content.replace(/\n$/, '')} language={language || null} note={note} />
}

function Items({ nodes, source }: BlocksProps): ReactNode {
  return nodes.map((node) => (
    <ListItem key={node.key} node={node}>
      {(children) => <Blocks nodes={children} source={source} />}
    </ListItem>
  ))
}

/** A line of dashes, and whatever else has no element, stays as it was written. */
function linesOf(source: string, map: [number, number] | null): string {
  return map
    ? source
        .split('\n')
        .slice(...map)
        .join('\n')
        .trim()
    : ''
}
