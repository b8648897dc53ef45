import { later } from '../ui/later.tsx'

export const PageKeys = later(() => import('./page-keys.tsx'))
