import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createRef } from 'react'
import { expect, it, vi } from 'vitest'
import type { MapMark } from '../../src/map/map-types.ts'
import { Marks } from '../../src/map/ui/marks.tsx'

const ALARM: MapMark = {
  id: 'low-flow.pu-3',
  alarmId: 'low-flow.pu-3',
  assetId: 'pu-3',
  plotId: null,
  priority: 4,
  state: 'active-acknowledged',
  title: 'Pump flow low',
  detail: '22:05',
}
const FULL: MapMark = {
  id: 'wd-a26.fill-level',
  assetId: 'wd-a26',
  plotId: 'plot-a26',
  priority: 4,
  state: 'active-acknowledged',
  exception: 'high',
  title: 'Level WD-A26',
  detail: '94 %',
}

it('never shows what is beyond a limit without being an alarm as an alarm', async () => {
  const onSelect = vi.fn<(selection: unknown) => void>()
  const onMark = vi.fn<(alarmId: string) => void>()
  render(
    <Marks
      marks={[ALARM, FULL]}
      layer={createRef()}
      t={(key) => key}
      chosen={false}
      onSelect={onSelect}
      onMark={onMark}
    />,
  )
  const buttons = [...document.querySelectorAll('button')]
  expect(buttons.map((button) => button.getAttribute('aria-label'))).toEqual([
    'priority.4, mark.active-acknowledged: Pump flow low',
    'exception.high: Level WD-A26',
  ])
  expect(buttons.map((button) => button.querySelector('[data-priority]') !== null)).toEqual([true, false])
  expect(screen.getByText('94 %')).toBeInTheDocument()
  for (const button of buttons) await userEvent.click(button, { pointerEventsCheck: 0 })
  expect(onMark.mock.calls).toEqual([['low-flow.pu-3']])
  expect(onSelect.mock.calls).toEqual([[{ type: 'asset', id: 'wd-a26' }]])
})
