import { useEffect, useRef, useState, type RefObject } from 'react'
import { init, type EChartsCoreOption, type EChartsType } from './echarts-parts.ts'

export interface ChartHandle {
  hostRef: RefObject<HTMLDivElement | null>
  chart: EChartsType | null
}

/** One chart in an element: made once, fed with options, resized with its box, disposed with it. */
export function useChart(build: (host: HTMLElement) => EChartsCoreOption): ChartHandle {
  const hostRef = useRef<HTMLDivElement>(null)
  const [chart, setChart] = useState<EChartsType | null>(null)

  useEffect(() => {
    const host = hostRef.current
    if (!host) return undefined
    const made = init(host, null, { renderer: 'canvas' })
    const observer = new ResizeObserver(() => {
      made.resize()
    })
    observer.observe(host)
    // The chart exists only once its element does; the options follow in the next pass.
    queueMicrotask(() => setChart(made))
    return () => {
      observer.disconnect()
      made.dispose()
    }
  }, [])

  useEffect(() => {
    const host = hostRef.current
    if (chart && !chart.isDisposed() && host) chart.setOption(build(host), { notMerge: true })
  }, [chart, build])

  return { hostRef, chart }
}
