/** The address of a message: it opens there on any device of its person. */
export const linkTo = (origin: string, id: string): string => `${origin}/#m=${id}`

const ADDRESS = /^#m=([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i

/** The message that an address names; null when it names none. */
export const messageIn = (hash: string): string | null => ADDRESS.exec(hash)?.[1]?.toLowerCase() ?? null
