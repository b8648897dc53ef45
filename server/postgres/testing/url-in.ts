import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const fileIn = (folder: string) => join(folder, 'database-url')

/** A store of the contract lives in a folder. Here a file in the folder names the database. */
export const urlIn = (folder: string) => readFileSync(fileIn(folder), 'utf8')
export const keepUrlIn = (folder: string, url: string) => writeFileSync(fileIn(folder), url)
