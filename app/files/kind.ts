/** How a file is shown. */
export type FileKind = 'picture' | 'video' | 'sound' | 'other'

/** Browsers show these in place. SVG is a document that could run scripts, so it is a file like any other. */
const PICTURE = /^image\/(?:avif|bmp|gif|jpeg|png|webp|x-icon)$/

export function fileKind(type: string): FileKind {
  if (PICTURE.test(type)) return 'picture'
  if (/^video\/(?:mp4|webm|ogg|quicktime)$/.test(type)) return 'video'
  if (/^audio\//.test(type)) return 'sound'
  return 'other'
}
