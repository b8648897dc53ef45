export type Look = 'word' | 'text' | 'number' | 'name' | 'remark' | 'added' | 'removed'

/** A part of a code's text in one colour. All parts together are the text. */
export interface Span {
  text: string
  look?: Look | undefined
}
