/** The invitation to make an account in the fragment of a link. */
export const invitationIn = (hash: string): string | undefined => /^#invitation=([\w-]+)$/.exec(hash)?.[1]
