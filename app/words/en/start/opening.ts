/** Every visit loads it with the first screen, so it stays this small. */
export const opening = {
  opening: 'Roost is opening',
  fetching: 'Fetching your messages',
  noAnswer: 'The server did not answer.',
}
