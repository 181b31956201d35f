import type { Plugin } from 'vite'

export const ariaTexts: Plugin
