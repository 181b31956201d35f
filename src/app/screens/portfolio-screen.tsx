import { PortfolioPage } from '../../features/portfolio/portfolio-page.tsx'
import { useConfig } from '../config-context.ts'

/** The parks that the configuration offers, side by side. */
export function PortfolioScreen() {
  const { config } = useConfig()
  return <PortfolioPage parkIds={config.parks} />
}
