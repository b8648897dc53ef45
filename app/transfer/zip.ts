import { configure } from '@zip.js/zip.js/lib/zip-core-native.js'

// The pages' policy allows no workers from memory, and a transfer has a worker of its own.
configure({ useWebWorkers: false, useCompressionStream: true })

export { BlobReader, BlobWriter, TextWriter, ZipReader, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js'
