const AUTHOR = /;\s*written-by\*=UTF-8''([^;\s]+)/

/** The author that an imported message names in its content type; null for every other message. */
export function writtenBy(contentType: string): string | null {
  const name = AUTHOR.exec(contentType)?.[1]
  if (name === undefined) return null
  try {
    return decodeURIComponent(name)
  } catch {
    return null
  }
}
