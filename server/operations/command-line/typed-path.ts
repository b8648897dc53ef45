import { resolve } from 'node:path'

/** A path as the operator typed it: npm runs scripts in the project's folder, wherever the operator stands. */
export const typedPath = (path: string) => resolve(process.env.INIT_CWD ?? '.', path)
