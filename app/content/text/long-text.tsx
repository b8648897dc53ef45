import { useEffect, useMemo, useRef, useState } from 'react'
import { LinkedText } from './linked-text.tsx'
import { type Piece, piecesOf } from './pieces.ts'

/** How far outside the screen a piece gets its links, in pixels. */
const NEAR = 600
const LINE_PX = 22.5
const LINE_CHARS = 70

/**
 * A text of any length and content. The browser lays out only the pieces in sight: a single word of 65,000 letters would
 * take it half a minute. The pieces are inline, so a copy of the text has nothing between them.
 */
export default function LongText({ text }: { text: string }) {
  const pieces = useMemo(() => piecesOf(text), [text])
  return pieces.map((it) => <PieceView key={it.start} piece={it} />)
}

function PieceView({ piece: { text, torn } }: { piece: Piece }) {
  const element = useRef<HTMLSpanElement>(null)
  const [near, setNear] = useState(false)

  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((it) => it.isIntersecting)) return
        setNear(true)
        observer.disconnect()
      },
      { rootMargin: `${NEAR}px` },
    )
    if (element.current) observer.observe(element.current)
    return () => observer.disconnect()
  }, [])

  return (
    <span
      ref={element}
      className="piece inline-block w-full align-top"
      style={{ containIntrinsicBlockSize: `auto ${linesOf(text) * LINE_PX}px` }}
    >
      {near && !torn ? <LinkedText text={text} /> : text}
    </span>
  )
}

const linesOf = (text: string) =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LINE_CHARS)), 0)
