/** The fields of the address under which the browser passes on what another app shares. */
export const shareFields = { title: 'share-title', text: 'share-text', url: 'share-url' }
