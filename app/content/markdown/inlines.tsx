import type { ReactNode } from 'react'
import { linkClass } from '../text/link-class.ts'
import { LinkedText } from '../text/linked-text.tsx'
import { linkTo, shownHost } from './safe-address.ts'
import type { Node } from './tree.ts'

const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/

interface InlinesProps {
  nodes: readonly Node[]
  /** Inside a link there are no further ones. */
  inLink?: boolean
}

export function Inlines({ nodes, inLink = false }: InlinesProps): ReactNode {
  return nodes.map((node) => <Inline key={node.key} node={node} inLink={inLink} />)
}

function Inline({ node: { token, children }, inLink }: { node: Node; inLink: boolean }): ReactNode {
  const inside = () => <Inlines nodes={children} inLink={inLink} />
  switch (token.type) {
    case 'text':
      return inLink ? token.content : <LinkedText text={token.content} />
    case 'softbreak':
    case 'hardbreak':
      return '\n'
    case 'code_inline':
      return <code>{token.content}</code>
    case 'strong_open':
      return <strong>{inside()}</strong>
    case 'em_open':
      return <em>{inside()}</em>
    case 's_open':
      return <s>{inside()}</s>
    case 'link_open':
      return <MarkdownLink address={String(token.attrGet('href') ?? '')} nodes={children} />
    case 'image':
      // Nothing is fetched: a picture is a link to it.
      return <MarkdownLink address={String(token.attrGet('src') ?? '')} nodes={children} />
    case 'inline':
      return <Inlines nodes={children} inLink={inLink} />
    default:
      return token.content
  }
}

/** The words as a link, and after them the host that it leads to, unless the words are that address. */
function MarkdownLink({ address, nodes }: { address: string; nodes: readonly Node[] }): ReactNode {
  const link = linkTo(address)
  const text = textOf(nodes)
  if (!link || BIDI.test(text) || text.trim() === '') {
    return (
      <>
        [<Inlines nodes={nodes} inLink />
        ]({address})
      </>
    )
  }
  const host = shownHost(link, address)
  const says = text === address && link.text === undefined
  return (
    <>
      <a href={link.href} target="_blank" rel="noopener noreferrer nofollow" className={linkClass}>
        <Inlines nodes={nodes} inLink />
      </a>
      {says ? null : <bdi className="text-[0.8125rem] text-faint"> ({host})</bdi>}
    </>
  )
}

const textOf = (nodes: readonly Node[]): string => nodes.map((it) => it.token.content + textOf(it.children)).join('')
