import { RecoveryTemplate, TemplateLibrary } from '#shared/model/recovery-template.ts'
import type { AppliesWhen, TemplateEntry, Timing } from '#shared/model/recovery-template.ts'
import { TemplateFile, WordFile, type RawEntry } from './template-file.ts'

/**
 * The template library of the two delivered files. Throws a ZodError that names the place when a file is not whole, or a RangeError when a
 * row names a source, an order of days or a code that cannot be: a plan is never made from half a file.
 */
export function parseTemplates(templateFile: unknown, wordFile: unknown): TemplateLibrary {
  const file = TemplateFile.parse(templateFile)
  const words = WordFile.parse(wordFile)
  const entry = (raw: RawEntry) => templateEntry(raw, file)
  const conditions = file.conditions.map(raw => ({
    id: raw.id,
    label: raw.label,
    category: raw.category,
    anchorKind: anchorKind(raw.anchor),
    needsProcedure: raw.anchor === 'surgery' || raw.anchor === 'delivery',
    icd10cm: raw.icd10cm_prefixes,
    icd10pcs: raw.icd10pcs_prefixes,
    drgs: raw.msdrgs.map(({ code, title }) => ({ code, title })),
    diagnosisWords: groups(words.templates[raw.id]?.diagnosis),
    procedureWords: groups(words.templates[raw.id]?.procedure),
    notes: raw.notes,
    entries: raw.milestones.map(entry),
  }))
  const general = file.templates.flatMap(raw =>
    'milestones' in raw
      ? [generalTemplate(raw.id, raw.label, raw.category, raw.milestones.map(entry))]
      : Object.entries(raw.destinations).map(([destination, rows]) =>
          generalTemplate(`${raw.id}.${destination}`, `${raw.label}: ${destinationNames[destination] ?? destination}`, raw.category, rows.map(entry)),
        ),
  )
  const library = TemplateLibrary.parse({
    asOf: file.as_of,
    status: file.status,
    templates: [...conditions, ...general].map(template => RecoveryTemplate.parse(template)),
    common: file.common_milestones.map(entry),
    sources: Object.entries(file.sources).map(([id, source]) => ({ id, title: source.title, url: source.url ?? 'unknown', country: source.country ?? 'US' })),
    historyWords: words.history,
    notDoneWords: words.not_done,
  })
  refuseRepeatedCodes(library)
  return library
}

const destinationNames: Readonly<Record<string, string>> = {
  home: 'home', home_health: 'home with home health', snf: 'skilled nursing facility', irf: 'inpatient rehabilitation', hospice: 'hospice',
}

const groups = (lines: readonly string[] = []): string[][] => lines.map(line => line.split(' '))

function generalTemplate(id: string, label: string, category: string, entries: TemplateEntry[]) {
  return { id, label, category, anchorKind: 'edd', needsProcedure: false, icd10cm: [], icd10pcs: [], drgs: [], diagnosisWords: [], procedureWords: [], notes: [], entries } as const
}

function templateEntry(raw: RawEntry, file: TemplateFile): TemplateEntry {
  const source = file.sources[raw.source]
  if (source === undefined) throw new RangeError(`Recovery row ${raw.code} names a source that is not in the file.`)
  return {
    code: raw.code,
    label: raw.label,
    kind: raw.kind === 'watch_window' ? 'watch-window' : raw.kind,
    domain: raw.domain,
    anchorKind: anchorKind(raw.anchor),
    timing: timing(raw),
    appliesWhen: appliesWhen(raw),
    sourceId: raw.source,
    sourceTitle: source.title,
    sourceUrl: source.url ?? 'unknown',
    confidence: raw.confidence === 'stated_in_source' ? 'stated-in-source' : 'unverified',
    country: raw.country ?? source.country ?? 'US',
    reference: raw.reference ?? 'none',
    note: raw.note ?? 'none',
    patientText: raw.patient_text ?? 'unknown',
    patientTextReviewed: raw.patient_print && raw.patient_text !== null,
    neverPatientPrint: raw.never_patient_print ?? false,
  }
}

const kebab = { admission: 'admission', surgery: 'surgery', delivery: 'delivery', event: 'event', last_use: 'last-use', first_dose: 'first-dose', discharge: 'discharge', edd: 'edd' } as const
const anchorKind = (raw: RawEntry['anchor']) => kebab[raw]

function timing(raw: RawEntry): Timing {
  if (raw.rule !== undefined) return { kind: 'rule', rules: raw.rules ?? [raw.rule] }
  if (raw.before_edd_days !== undefined) return { kind: 'before-edd', days: raw.before_edd_days }
  const [from, typical, to] = [raw.day_min ?? null, raw.day_typical ?? null, raw.day_max ?? null]
  if (from === null && typical === null && to === null) return { kind: 'set-by-hand' }
  if (from === null || to === null || from > to || (typical !== null && (typical < from || typical > to))) {
    throw new RangeError(`Recovery row ${raw.code} has days that are not in order.`)
  }
  return { kind: 'days', from, typical: typical ?? 'gmlos', to }
}

function appliesWhen(raw: RawEntry): AppliesWhen {
  const facts = raw.applies_when ?? {}
  const payers = facts.payer === undefined || facts.payer === 'all' ? [] : facts.payer
  return {
    payers: payers.map(payer => (payer === 'medicare_ffs' ? 'medicare' : 'medicare-advantage')),
    inpatientOnly: facts.stay_class === 'inpatient',
    conditions: facts.condition ?? [],
    communityOnly: facts.destination === 'community',
    drug: facts.drug_on_list ?? 'any',
    askPerson: [
      ...(facts.employed === undefined ? [] : [`Employed: ${facts.employed}`]),
      ...(facts.practice_takes_on_transitional_care === true ? ['The practice takes on transitional care'] : []),
      ...(facts.not ?? []).map(reason => `Not after: ${reason}`),
    ],
    icd10cm: raw.icd10cm_only ?? [],
  }
}

function refuseRepeatedCodes(library: TemplateLibrary): void {
  const seen = new Set<string>()
  for (const entry of [...library.common, ...library.templates.flatMap(template => template.entries)]) {
    if (seen.has(entry.code)) throw new RangeError(`Recovery row ${entry.code} stands twice in the file.`)
    seen.add(entry.code)
  }
}
