import type { PageReader, PageSignature } from '../core/timeline/page-reader.ts'

export interface OutlineView {
  generation: number
  cursor: number
  firsts: readonly number[]
  /** By the first version of their page. */
  signatures: Map<number, PageSignature>
}

/** The outline of the storage, kept from one search to the next while the inbox stays as it is. */
export interface Outline {
  read(): Promise<OutlineView>
  /** Signatures that were just stored. */
  add(signatures: readonly PageSignature[]): void
}

export function createOutline(
  reader: Pick<PageReader, 'outline'> & { position(): Promise<{ generation: number; cursor: number }> },
): Outline {
  let view: OutlineView | null = null
  return {
    async read() {
      const { generation, cursor } = await reader.position()
      if (view && view.generation === generation && view.cursor === cursor) return view
      const outline = await reader.outline()
      view = { ...outline, signatures: new Map(outline.signatures.map((it) => [it.first, it])) }
      return view
    },
    add(signatures) {
      for (const it of signatures) view?.signatures.set(it.first, it)
    },
  }
}
