import type { Plugin } from 'vite'
export function shellFiles(folder: string): string[]
export function shellCache(): Plugin
