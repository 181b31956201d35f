import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { CheckField, SelectField, TextArea, TextField } from '../../src/ui/fields.tsx'
import { FormDialog } from '../../src/ui/form-dialog.tsx'
import { renderIn } from './render.tsx'

function Form({ onSubmit, onClose }: { onSubmit: (sent: object) => void; onClose: () => void }) {
  const [text, setText] = useState('')
  const [note, setNote] = useState('')
  const [kind, setKind] = useState<'a' | 'b'>('a')
  const [carry, setCarry] = useState(false)
  return (
    <FormDialog
      title="Entry"
      submit="Save"
      blocked={text === '' ? 'says nothing' : undefined}
      onSubmit={() => onSubmit({ text, note, kind, carry })}
      onClose={onClose}
    >
      <TextField label="Text" value={text} onChange={setText} error={text === '' ? 'needed' : undefined} />
      <TextArea label="Note" value={note} onChange={setNote} hint="optional" maxLength={10} />
      <SelectField
        label="Kind"
        value={kind}
        options={[
          { id: 'a', label: 'A' },
          { id: 'b', label: 'B' },
        ]}
        onChange={setKind}
      />
      <CheckField label="Carry" checked={carry} onChange={setCarry} />
    </FormDialog>
  )
}

afterEach(cleanup)

describe('form dialog', () => {
  it('sends what was entered, by Enter, once nothing blocks it', async () => {
    const onSubmit = vi.fn<(sent: object) => void>()
    await renderIn('en', <Form onSubmit={onSubmit} onClose={() => undefined} />)
    const text = screen.getByRole('textbox', { name: 'Text' })
    expect(text).toBeInvalid()
    expect(text).toHaveAccessibleDescription('needed')
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled()
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Kind' }), 'b')
    await userEvent.click(screen.getByRole('checkbox', { name: 'Carry' }))
    await userEvent.type(text, 'done{Enter}')
    expect(onSubmit).toHaveBeenCalledExactlyOnceWith({ text: 'done', note: '', kind: 'b', carry: true })
  })

  it('keeps a text that is too long, says by how much, and sends nothing until it fits', async () => {
    const onSubmit = vi.fn<(sent: object) => void>()
    await renderIn('en', <Form onSubmit={onSubmit} onClose={() => undefined} />)
    await userEvent.type(screen.getByRole('textbox', { name: 'Text' }), 'done')
    const note = screen.getByRole('textbox', { name: 'Note' })
    await userEvent.click(note)
    await userEvent.paste('twelve chars')
    expect(note).toHaveValue('twelve chars')
    expect(note).toHaveAccessibleDescription('2 characters too many')
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    expect(onSubmit).not.toHaveBeenCalled()
    await userEvent.type(note, '{Backspace}{Backspace}')
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    expect(onSubmit).toHaveBeenCalledExactlyOnceWith({ text: 'done', note: 'twelve cha', kind: 'a', carry: false })
  })

  it('keeps the focus on its button while it waits, and sends nothing twice', async () => {
    const onSubmit = vi.fn<() => void>()
    const onClose = vi.fn<() => void>()
    await renderIn(
      'en',
      <FormDialog title="Entry" submit="Save" busy onSubmit={onSubmit} onClose={onClose}>
        <p>waits</p>
      </FormDialog>,
    )
    const save = screen.getByRole('button', { name: 'Save' })
    await userEvent.click(save)
    expect(save).toHaveFocus()
    expect(onSubmit).not.toHaveBeenCalled()
  })

  it('closes by Esc and by its button', async () => {
    const onClose = vi.fn<() => void>()
    await renderIn('en', <Form onSubmit={() => undefined} onClose={onClose} />)
    await userEvent.keyboard('{Escape}')
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }))
    expect(onClose).toHaveBeenCalledTimes(2)
  })
})
