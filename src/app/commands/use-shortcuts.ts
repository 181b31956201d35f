import { useEffect } from 'react'
import type { Command } from './command.ts'

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input:not([type="range"]), textarea, select, [contenteditable]') !== null
  )
}

/** Keys of the registry: Ctrl or ⌘ K, Alt A, Esc, single keys such as ?, and two-key paths such as G then O. */
export function useShortcuts(commands: readonly Command[], paletteOpen: boolean): void {
  useEffect(() => {
    let first = ''
    let firstAt = 0
    const run = (shortcut: string): boolean => {
      // Several commands may share a key (Esc): the first that is possible has it.
      const command = commands.find((candidate) => candidate.shortcut === shortcut && candidate.enabled)
      if (!command) return false
      command.run()
      return true
    }
    const onKey = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        run('Ctrl K')
        return
      }
      // By its place on the keyboard: with Alt held, many layouts type another letter.
      if (event.altKey && !event.ctrlKey && !event.metaKey && event.code === 'KeyA') {
        event.preventDefault()
        run('Alt A')
        return
      }
      if (paletteOpen || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === 'Escape') {
        run('Esc')
        return
      }
      if (isTyping(event.target) || event.key.length !== 1) return
      const key = event.key.toUpperCase()
      if (run(key)) return
      if (event.timeStamp - firstAt < 1200 && run(`${first} ${key}`)) first = ''
      else first = key
      firstAt = event.timeStamp
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [commands, paletteOpen])
}
