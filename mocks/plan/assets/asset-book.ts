import type { AssetKind } from '../../../src/contract/asset-kinds.ts'
import { assetIdSchema, tenantIdSchema, type LocalizedText } from '../../../src/contract/primitives.ts'
import type { AssetEntry, FactFile } from '../../park/park-files.ts'
import type { Projector } from '../project.ts'
import type { Vec } from '../types.ts'

/** What the generator says about an asset; the rest follows from its network node. */
export interface AssetDraft {
  kind: AssetKind
  parentId?: string | null
  gatewayId?: string | null
  plotId?: string | null
  siteId?: string | null
  tenantId?: string | null
  at?: Vec
  code?: string
  name?: LocalizedText
  wasteStream?: NonNullable<AssetEntry['wasteStream']>
  facts?: FactFile[]
}

/** Collects the assets of a park; refuses an id twice. */
export class AssetBook {
  readonly entries: AssetEntry[] = []
  private readonly known = new Set<string>()
  private readonly project: Projector

  constructor(project: Projector) {
    this.project = project
  }

  add(id: string, draft: AssetDraft): void {
    if (this.known.has(id)) throw new Error(`assets: id ${id} comes twice`)
    this.known.add(id)
    const { kind, parentId, gatewayId, plotId, siteId, tenantId, at, code, name, wasteStream, facts } = draft
    this.entries.push({
      id: assetIdSchema.parse(id),
      kind,
      ...(code === undefined ? {} : { code }),
      ...(name === undefined ? {} : { name }),
      ...(at === undefined ? {} : { position: this.project.toLngLat(at) }),
      ...(parentId ? { parentId: assetIdSchema.parse(parentId) } : {}),
      ...(plotId ? { plotId } : {}),
      ...(siteId ? { siteId } : {}),
      ...(tenantId ? { tenantId: tenantIdSchema.parse(tenantId) } : {}),
      ...(gatewayId ? { gatewayId: assetIdSchema.parse(gatewayId) } : {}),
      ...(wasteStream === undefined ? {} : { wasteStream }),
      ...(facts === undefined ? {} : { facts }),
    })
  }

  has(id: string): boolean {
    return this.known.has(id)
  }
}
