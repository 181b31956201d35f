import { parsePlanParams, type PlanParams } from '../../mocks/plan/params.ts'

/** A park of one frame without stream, national road, corridor, ponds and surroundings. */
export function smallParkParams(): PlanParams {
  return parsePlanParams({
    seed: 7,
    origin: [106.9, 10.8],
    frames: [{ id: 'main', angleDeg: 20 }],
    frameOrigin: [0, 0],
    boundary: {
      areaHa: 60,
      outline: [
        ['main', -500, -300],
        ['main', 500, -300],
        ['main', 500, 250, 'grow'],
        ['main', -500, 250, 'grow'],
      ],
    },
    roadClasses: {
      axis: { carriagewayHalfM: 16, medianHalfM: 5 },
      arterial: { carriagewayHalfM: 10, medianHalfM: 2 },
      collector: { carriagewayHalfM: 7, medianHalfM: 0 },
      service: { carriagewayHalfM: 5, medianHalfM: 0 },
    },
    roads: [
      {
        id: 'R1',
        name: 'Road 1',
        class: 'arterial',
        widthM: 40,
        points: [
          ['main', -500, 0],
          ['main', 500, 0],
        ],
      },
      {
        id: 'R2',
        name: 'Road 2',
        class: 'collector',
        widthM: 28,
        points: [
          ['main', 0, -270],
          ['main', 0, 270, 'grow'],
        ],
      },
    ],
    green: { beltM: 15, axisStripM: 0 },
    sites: [
      {
        id: 'site-wwtp',
        kind: 'wastewater-plant',
        name: { vi: 'Trạm', en: 'Plant', ja: '処理場' },
        rect: ['main', -500, -300, -330, -150],
      },
    ],
    plots: {
      minHa: 0.5,
      minWidthM: 50,
      spread: 0.4,
      blocks: [{ at: ['main', 0, 0], rows: 2, targetHa: 1.5 }],
      zones: [{ code: 'K', frame: 'main' }],
    },
    occupancy: {
      vacant: 2,
      construction: 1,
      maxVacantHa: 3,
      largest: ['metal'],
      mix: { metal: 1, plastics: 2, food: 1 },
      solarShare: 0.3,
      maxCoverage: 0.6,
    },
    elevation: { baseM: 12, at: [0, 0], rise: [0, 0] },
  })
}
