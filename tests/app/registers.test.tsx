import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { RegisterId } from '../../src/contract/registers.ts'
import { sheetHead } from '../../src/domain/registers/sheet.ts'
import { csvText } from '../../src/lib/csv.ts'
import { type SheetFile, readSheet } from '../../src/features/scorecard/read-sheet.ts'
import { getSession } from '../../src/session/session-store.ts'
import { type OpenedApp, openApp } from './open-app.tsx'

const PATIENCE = { timeout: 40_000 }
let app: OpenedApp | null = null

/** jsdom has no workers: this one does the same work in the page. */
class PageWorker extends EventTarget {
  postMessage(file: SheetFile): void {
    const answer = (data: object): boolean => this.dispatchEvent(new MessageEvent('message', { data }))
    readSheet(file).then(
      (rows) => answer({ rows, problem: null }),
      (error: unknown) => answer({ rows: null, problem: String(error) }),
    )
  }
  terminate(): void {}
}

beforeEach(() => vi.stubGlobal('Worker', PageWorker))
afterEach(() => {
  app?.close()
  app = null
  getSession().setRole('operator')
  vi.unstubAllGlobals()
})

async function open(role: 'operator' | 'manager', register: RegisterId): Promise<void> {
  getSession().setRole(role)
  app = await openApp(`/bau-bang/scorecard?tab=registers&item=${register}`)
}

describe('registers on the shipped park', () => {
  it('lets only a manager write, and says so', async () => {
    await open('operator', 'actions')
    const add = await screen.findByRole('button', { name: 'New row' }, PATIENCE)
    expect(add).toBeDisabled()
    expect(add).toHaveAttribute('title', 'Takes the role Manager')
  })

  it('names what is wrong field by field, and adds the row when it is right', async () => {
    await open('manager', 'actions')
    await userEvent.click(await screen.findByRole('button', { name: 'New row' }, PATIENCE))
    const dialog = await screen.findByRole('dialog', { name: 'New row' })
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }))
    const title = within(dialog).getByLabelText('Title')
    expect(title).toHaveAccessibleDescription('is missing')
    await userEvent.type(title, 'Condensate meter')
    await userEvent.type(within(dialog).getByLabelText('Owner (role)'), 'manager')
    const [day] = within(within(dialog).getByRole('group', { name: 'Due' })).getAllByRole('spinbutton')
    if (!day) throw new Error('no date')
    await userEvent.click(day)
    await userEvent.keyboard('31012027')
    await userEvent.selectOptions(within(dialog).getByLabelText('State'), 'open')
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull(), PATIENCE)
    expect(await screen.findByText('Condensate meter', {}, PATIENCE)).toBeVisible()
  })

  it('imports a sheet: good rows are kept, bad ones named by line and field', async () => {
    await open('manager', 'actions')
    await userEvent.click(await screen.findByRole('button', { name: 'Import' }, PATIENCE))
    const dialog = await screen.findByRole('dialog', { name: 'Import' })
    const head = sheetHead('actions')
    const line = (more: Record<string, string>): string[] => {
      const row: Record<string, string> = {
        title: 'Meter',
        ownerRole: 'manager',
        due: '2027-01-15',
        state: 'open',
        ...more,
      }
      return head.map((key) => row[key] ?? '')
    }
    const csv = csvText([
      head,
      line({ title: 'Taken from a sheet' }),
      line({ state: 'maybe' }),
      line({ title: 'Second' }),
    ])
    const picker = dialog.querySelector('input[type="file"]')
    if (!(picker instanceof HTMLInputElement)) throw new Error('no file field')
    // Slow to answer: an import that does not wait for the register would be over before it has the rows.
    app?.network.backend.setFaults([{ kind: 'delay', endpoint: 'registerRows', delayMs: 1500 }])
    await userEvent.upload(picker, new File([csv], 'actions.csv', { type: 'text/csv' }))
    await userEvent.click(within(dialog).getByRole('button', { name: 'Import' }))
    await within(dialog).findByText('2 of 3 rows taken, lines refused: 1', {}, PATIENCE)
    expect(within(dialog).getByRole('listitem')).toHaveTextContent('Line 3 State is none of the choices')
    const close = await within(dialog).findByRole('button', { name: 'Close' }, PATIENCE)
    // An export may follow at once: by now the register has the rows.
    expect(screen.getByText('Taken from a sheet')).toBeTruthy()
    await userEvent.click(close)
    expect(await screen.findByText('Taken from a sheet', {}, PATIENCE)).toBeVisible()
  })
})
