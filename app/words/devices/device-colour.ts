/** The colour in which a device's name and sign are drawn. */
export const deviceColour = (colour: number | undefined): string =>
  colour === undefined ? 'var(--soft)' : `var(--device-${colour + 1})`
