import { useCallback, useEffect, useRef, useState } from 'react'
import { sentenceCase } from '#shared/domain/utilization/drg-title.ts'
import { noTableSentence } from '#shared/domain/utilization/drg-tables.ts'
import type { PlainDate } from '#shared/kernel/plain-date.ts'
import { call } from '#renderer/api/client.ts'
import { ComboField, type ComboOption } from '#renderer/ui/combo-field.tsx'

export interface ChosenDrg {
  readonly code: string
  readonly label: string
}

interface DrgFieldProps {
  readonly value: ChosenDrg | null
  readonly onChange: (value: ChosenDrg | null) => void
  /** The day of discharge, or today while the stay goes on: it picks the table. */
  readonly on: PlainDate
  readonly error?: string | undefined
  readonly autoFocus?: boolean | undefined
}

/** The working MS-DRG, found by number or words in the table of that day. Empty: not assigned yet. */
export function DrgField({ value, onChange, on, error, autoFocus }: DrgFieldProps) {
  const [noTable, setNoTable] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)
  // Fluent's combobox does not hand `autoFocus` on to its input.
  useEffect(() => { if (autoFocus === true) input.current?.focus() }, [autoFocus])
  const search = useCallback(async (text: string): Promise<ComboOption<ChosenDrg>[]> => {
    const found = await call('reference.searchDrg', { text, on })
    if (found.kind === 'no-table') {
      setNoTable(`${noTableSentence(found.fiscalYear)} Load it under Reference data.`)
      return []
    }
    setNoTable(null)
    return found.drgs.map(drg => {
      const label = `${drg.code} ${sentenceCase(drg.title)}`
      return { id: drg.code, label, hint: drg.gmlosDays === 'unknown' ? 'no GMLOS' : `GMLOS ${drg.gmlosDays} d · FY${found.table.fiscalYear}`, data: { code: drg.code, label } }
    })
  }, [on])
  return (
    <ComboField label="Working MS-DRG" hint="Number or words. Empty: not assigned yet." value={value === null ? null : { id: value.code, label: value.label, data: value }} onChange={option => onChange(option?.data ?? null)}
      search={search} minChars={2} emptyText={noTable ?? 'No such DRG in this table'} error={error} ref={input} />
  )
}
