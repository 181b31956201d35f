import type { Map as MapLibreMap } from 'maplibre-gl'

/** What the controller needs of the overlay, so that the overlay's library loads after the ground is drawn. */
export interface Overlay {
  attach(map: MapLibreMap): void
  detach(): void
  /** Called after style layers were replaced. */
  restack(): void
}
