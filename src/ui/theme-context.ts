import { createContext, useContext } from 'react'

/** Name of the theme on screen; drawings that read token values redraw when it changes. */
export const ThemeContext = createContext('room-dark')

export function useThemeName(): string {
  return useContext(ThemeContext)
}
