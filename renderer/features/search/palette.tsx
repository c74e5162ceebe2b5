import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { CommandPalette } from '#renderer/ui/command-palette.tsx'
import { usePalette } from '#renderer/state/palette-store.ts'
import { searchQueries } from './palette-queries.ts'
import { usePaletteCommands } from './use-palette-commands.ts'
import { usePatientItems } from './use-patient-items.ts'

const SETTLED_MS = 120

/** Ctrl+K: patients by name parts, MRN or birth date, their cases, words in notes, and every command. What is typed is searched, never kept. */
export function Palette() {
  const { open, words, hide, type } = usePalette()
  const settled = useSettled(words)
  const patients = useQuery({ ...searchQueries.patients(settled), placeholderData: keepPreviousData })
  const notes = useQuery({ ...searchQueries.notes(settled), placeholderData: keepPreviousData })
  const found = settled.trim() === '' ? { patients: [], notes: [] } : { patients: patients.data ?? [], notes: notes.data ?? [] }
  const items = usePatientItems(found)
  // What is shown belongs to earlier words until typing rests and the core has answered.
  const isBehind = words !== settled || (settled.trim() !== '' && (patients.isPending || patients.isPlaceholderData))
  const commands = usePaletteCommands(words)
  return (
    <CommandPalette
      open={open}
      onClose={hide}
      label="Find patients, cases and commands"
      placeholder="Name, MRN, birth date, reason of a case, unit, or a command"
      query={words}
      onQuery={type}
      groups={[{ heading: 'Patients and cases', items: items.patients }, { heading: 'Commands', items: commands }, { heading: 'Notes', items: items.notes }].filter(group => group.items.length > 0)}
      emptyText={'Nobody and nothing by those words. Try a part of the name, the last digits of the MRN, or the birth date as 3/7/1948.'}
      busy={isBehind}
    />
  )
}

/** The words once typing rests for a moment: a search a keystroke would write a line of history each. */
function useSettled(words: string): string {
  const [settled, setSettled] = useState(words)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(words), SETTLED_MS)
    return () => clearTimeout(timer)
  }, [words])
  return settled
}
