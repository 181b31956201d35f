import { act, cleanup, screen } from '@testing-library/react'
import { useEffect, useState } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { DetailPane } from '../../src/features/alarms/detail-pane.tsx'
import { renderIn } from '../ui/render.tsx'

vi.mock('../../src/features/alarms/alarm-detail.tsx', () => ({
  AlarmDetail: ({ alarmId }: { alarmId: string }) => <p data-alarm-detail={alarmId}>{alarmId}</p>,
}))

afterEach(cleanup)

let choose: (alarmId: string) => void = () => undefined

function Chosen() {
  const [alarmId, setAlarmId] = useState('a')
  useEffect(() => {
    choose = setAlarmId
  }, [])
  return <DetailPane alarmId={alarmId} />
}

it('takes no press for the alarm before while the chosen one is on its way', async () => {
  await renderIn('en', <Chosen />)
  const pane = screen.getByRole('complementary')
  expect(pane.textContent).toBe('a')
  const changes: string[] = []
  const observer = new MutationObserver((records) => {
    for (const { attributeName, type } of records) changes.push(attributeName ?? type)
  })
  observer.observe(pane, { attributes: true, childList: true, subtree: true })
  await act(async () => choose('b'))
  observer.disconnect()
  expect(changes[0]).toBe('inert')
  expect(changes.filter((name) => name === 'inert')).toHaveLength(2)
  expect(pane.textContent).toBe('b')
  expect(pane.hasAttribute('inert')).toBe(false)
})
