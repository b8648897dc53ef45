import { pictureSize } from './picture-size.ts'

export interface Preview {
  width: number
  height: number
  /** A WebP data URL; absent when none fits. */
  preview?: string
}

/** A browser holds four bytes a pixel while it decodes, so larger pictures get no preview. */
const MOST_PIXELS = 80_000_000
const HEAD_BYTES = 256 * 1024
/** Tried in this order until one fits: longest side in pixels, and quality. */
const TRIES = [
  [320, 0.7],
  [240, 0.6],
  [160, 0.5],
  [96, 0.4],
  [48, 0.3],
] as const

/** SVG is a document, which could run scripts and load things. */
export const isPicture = (type: string) => /^image\/(?!svg)/.test(type)

/**
 * The size of a picture as people see it (turned as its camera says), and a small copy of at most `bytes` characters
 * without the camera's notes. Null for everything that this browser cannot draw.
 */
export async function previewOf(file: Blob, bytes: number): Promise<Preview | null> {
  if (!isPicture(file.type)) return null
  try {
    const size = pictureSize(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()))
    if (!size || size.width * size.height > MOST_PIXELS) return size
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    try {
      const { width, height } = picture
      const preview = await smallCopy(picture, bytes)
      return { width, height, ...(preview && { preview }) }
    } finally {
      picture.close()
    }
  } catch {
    // Damaged, or a format that this browser does not know.
    return null
  }
}

async function smallCopy(picture: ImageBitmap, bytes: number): Promise<string | null> {
  for (const [side, quality] of TRIES) {
    const scale = Math.min(1, side / Math.max(picture.width, picture.height))
    const canvas = new OffscreenCanvas(
      Math.max(1, Math.round(picture.width * scale)),
      Math.max(1, Math.round(picture.height * scale)),
    )
    const context = canvas.getContext('2d')
    if (!context) return null
    context.imageSmoothingQuality = 'high'
    context.drawImage(picture, 0, 0, canvas.width, canvas.height)
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality })
    // A browser that cannot write WebP gives PNG.
    if (blob.type !== 'image/webp') return null
    const url = `data:image/webp;base64,${base64(new Uint8Array(await blob.arrayBuffer()))}`
    if (url.length <= bytes) return url
  }
  return null
}

const base64 = (bytes: Uint8Array) => btoa(Array.from(bytes, (it) => String.fromCharCode(it)).join(''))
