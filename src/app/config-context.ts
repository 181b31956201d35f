import { createContext, useContext } from 'react'
import type { Config } from './config.ts'

export interface AppConfig {
  config: Config
  /** Address that the live channel is reached under. */
  liveBaseUrl: string
}

export const ConfigContext = createContext<AppConfig | null>(null)

export function useConfig(): AppConfig {
  const config = useContext(ConfigContext)
  if (!config) throw new Error('useConfig needs the app around it')
  return config
}
