import type { NoteHit, PatientHit } from '#shared/contract/search.ts'
import { formatDay } from '#shared/kernel/plain-date.ts'
import { useFacility } from '#renderer/ui/facility.tsx'
import { usePalette } from '#renderer/state/palette-store.ts'
import { useRoute } from '#renderer/state/route-store.ts'
import type { PaletteItem } from '#renderer/ui/command-palette.tsx'

interface Found {
  readonly patients: readonly PatientHit[]
  readonly notes: readonly NoteHit[]
}

/** What was found, as lines of the palette: a patient with one line for each case below. */
export function usePatientItems({ patients, notes }: Found): { readonly patients: PaletteItem[]; readonly notes: PaletteItem[] } {
  const go = useRoute(s => s.go)
  const { today } = useFacility()
  const hide = usePalette(s => s.hide)
  const leadTo = (route: Parameters<typeof go>[0]) => () => { hide(); go(route) }
  return {
    patients: patients.flatMap(hit => [
      { id: hit.patientId, title: hit.name, detail: identity(hit), ...(hit.died ? { aside: 'Died' } : {}), run: leadTo({ screen: 'patient', patientId: hit.patientId }) },
      ...hit.cases.map(each => ({
        id: each.caseId, title: `${hit.name}: ${each.reason === 'hidden' ? 'sensitive case' : each.reason}`, detail: each.unitName === 'unknown' ? '' : each.unitName, aside: `Case, ${statusWord[each.status]}`,
        run: leadTo({ screen: 'case', caseId: each.caseId }),
      })),
    ]),
    notes: notes.slice(0, 10).map(note => ({
      id: note.noteId, title: note.excerpt, detail: note.patientName, aside: formatDay(note.on, today),
      run: leadTo(note.caseId === 'none' ? { screen: 'patient', patientId: note.patientId } : { screen: 'case', caseId: note.caseId }),
    })),
  }
}

const statusWord = { open: 'open', 'on-hold': 'on hold', closed: 'closed' } as const

const identity = (hit: PatientHit): string =>
  [hit.mrn === 'unknown' ? '' : `MRN ${hit.mrn}`, hit.birthDate === 'unknown' ? '' : `born ${formatDay(hit.birthDate)}`].filter(part => part !== '').join(' · ')
