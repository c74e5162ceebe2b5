import { Button } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Output } from '#shared/contract/index.ts'
import type { StayView } from '#shared/contract/stays.ts'
import { listName } from '#shared/domain/caseload/patient-name.ts'
import { plainDateOf, type Zone } from '#shared/kernel/instant.ts'
import type { PlainDate } from '#shared/kernel/plain-date.ts'
import type { CaseId, PersonId } from '#shared/model/ids.ts'
import { StayId } from '#shared/model/ids.ts'
import type { Patient } from '#shared/model/patient.ts'
import { DraftBar } from '#renderer/app/draft-bar.tsx'
import type { ScreenProps } from '#renderer/app/screen.ts'
import { useDraft } from '#renderer/app/use-draft.ts'
import { useSignedIn } from '#renderer/app/use-signed-in.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { PlacePlan } from '#renderer/features/recovery/index.ts'
import { patientQueries } from '#renderer/features/patients/index.ts'
import { stayQueries, stayWords } from '#renderer/features/stays/index.ts'
import { useRoute } from '#renderer/state/route-store.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { DateField } from '#renderer/ui/date-field.tsx'
import { useFacility } from '#renderer/ui/facility.tsx'
import { FieldRow } from '#renderer/ui/form-layout.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { QueryView } from '#renderer/ui/query-view.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { useHotkeys } from '#renderer/ui/use-hotkeys.tsx'
import { MainCaseFields, OtherCaseFields } from './case-fields.tsx'
import { CaseForm, fieldsOfCaseForm, type FormProblems } from './case-form-values.ts'
import { caseQueries } from './case-queries.ts'
import s from './case.module.css'

/** Opens a case, sets its EDD and offers the plan that fits: one flow, for the keyboard. */
export function OpenCasePage({ route }: ScreenProps<'case-open'>) {
  const patient = useQuery(patientQueries.detail(route.patientId))
  const stays = useQuery(stayQueries.ofPatient(route.patientId))
  const choices = useQuery(caseQueries.choices())
  const replace = useRoute(state => state.replace)
  // Part of the place: after a lock the plan is still to be chosen, and the case is not opened a second time.
  if (route.opened !== undefined) return <PlanStep caseId={route.opened} />
  const setOpened = (opened: CaseId) => replace({ screen: 'case-open', patientId: route.patientId, opened })
  return (
    <QueryView query={patient}>
      {({ patient: found }) => (
        <QueryView query={stays}>
          {views => <QueryView query={choices}>{all => <OpenCaseForm route={route} patient={found} stays={views} choices={all} onOpened={setOpened} />}</QueryView>}
        </QueryView>
      )}
    </QueryView>
  )
}

interface OpenCaseFormProps extends ScreenProps<'case-open'> {
  readonly patient: Patient
  readonly stays: readonly StayView[]
  readonly choices: Output<'cases.choices'>
  readonly onOpened: (caseId: CaseId) => void
}

function OpenCaseForm({ route, patient, stays, choices, onOpened }: OpenCaseFormProps) {
  const { today, zone } = useFacility()
  const me = useSignedIn()
  const free = stays.filter(view => view.stay.caseId === 'none' && view.stay.status !== 'cancelled')
  const [form, setForm] = useState(() => proposal(route.stayId, free, choices, me.personId, today))
  const [problems, setProblems] = useState<FormProblems>({})
  const back = useRoute(state => state.back)
  const draft = useDraft({
    key: `case-open:${patient.id}`, route, title: `New case, ${listName(patient)}`, values: form,
    restore: kept => { const known = CaseForm.safeParse(kept); if (known.success) setForm(known.data) },
  })
  const setEdd = useCommand('recovery.setEdd')
  const open = useCommand('cases.open', { errors: 'inline' })
  const submit = async () => {
    const result = fieldsOfCaseForm(form)
    const { openedOn } = form
    const opens = openedOn === null || openedOn === 'invalid' || openedOn === 'unknown' ? null : openedOn
    const dayProblem = opens === null ? { openedOn: 'This is not a day of the calendar.' } : {}
    const eddProblem = form.edd === 'invalid' ? { edd: 'This is not a day of the calendar.' } : {}
    const found = { ...('problems' in result ? result.problems : {}), ...dayProblem, ...eddProblem }
    setProblems(found)
    if ('problems' in result || Object.keys(found).length > 0 || opens === null) return
    const stayId = StayId.safeParse(form.stayId)
    const answer = await open.run({ patientId: patient.id, fields: result.fields, openedOn: opens, stayId: stayId.success ? stayId.data : 'none' })
    if (answer === null) return
    // The case stands by now: an EDD that is refused is told by a toast and can be set on the case itself.
    if (form.edd !== null && form.edd !== 'unknown' && form.edd !== 'invalid') await setEdd.run({ caseId: answer.caseId, caseVersion: answer.version, edd: form.edd, reason: 'first', moveEntries: false })
    await draft.finish()
    onOpened(answer.caseId)
  }
  useHotkeys('ctrl+enter', () => void submit())
  const shown = { ...problems, ...(open.error?.code === 'validation' ? Object.fromEntries(Object.entries(open.error.fields).map(([path, words]) => [path.replace(/^fields\./, ''), words])) : {}) }
  const stay = free.find(view => view.stay.id === form.stayId)
  const busy = open.isRunning || setEdd.isRunning
  const fields = { form, onChange: setForm, problems: shown, choices, dischargeOn: dischargeOf(stay, zone) ?? today }
  return (
    <>
      <PageHead title="Open a case" sub={listName(patient)} onBack={back} actions={<Button size="small" appearance="primary" disabled={busy} onClick={() => void submit()}>Open case</Button>} />
      <div className={s['formPage']}>
        <form className={s['form']} autoComplete="off" onSubmit={event => { event.preventDefault(); void submit() }}>
          <DraftBar draft={draft} />
          {open.error !== null && open.error.code !== 'validation' && <Banner tone="bad" title="Nothing was saved">{open.error.message}</Banner>}
          {patient.vital.state === 'died' && <Banner tone="warn" title="A death is recorded for this patient">Open a case only for what remains to be done.</Banner>}
          <MainCaseFields {...fields} edd={<DateField label="Expected discharge (EDD)" value={form.edd} onChange={edd => setForm({ ...form, edd })} hint="t+3, 11/26. Empty: not set." error={shown['edd']} />} />
          <FieldRow columns="1fr 2fr">
            <DateField label="Opened on" value={form.openedOn} onChange={openedOn => setForm({ ...form, openedOn })} max={today} past error={shown['openedOn']} />
            <SelectField label="Stay" value={form.stayId ?? 'none'} options={[{ value: 'none', label: 'No stay' }, ...free.map(view => ({ value: view.stay.id, label: stayWords(view, zone) }))]} onChange={value => setForm({ ...form, stayId: value === 'none' ? null : value })} />
          </FieldRow>
          <OtherCaseFields {...fields} />
          <p className={s['hintLine']}>Ctrl+Enter opens the case; then choose its recovery plan.</p>
          <button type="submit" hidden />
        </form>
      </div>
    </>
  )
}

/** After the case stands: the plan that fits, placed with one key. */
function PlanStep({ caseId }: { readonly caseId: CaseId }) {
  const replace = useRoute(state => state.replace)
  const box = useRef<HTMLDivElement>(null)
  const leave = () => replace({ screen: 'case', caseId })
  usePrimaryFocus(box)
  return (
    <>
      <PageHead title="Choose the recovery plan" sub="The case is open." actions={<Button size="small" onClick={leave}>Without a plan</Button>} />
      <div className={s['formPage']} ref={box}><div className={s['plan']}><h2 className={s['readAloud']}>Plans that fit</h2><PlacePlan caseId={caseId} onPlaced={leave} /></div></div>
    </>
  )
}

/** Puts the focus on the first plan that can be placed as soon as it is there, so that Enter places the best fit. */
function usePrimaryFocus(box: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const within = box.current
    if (within === null) return
    const focus = (): boolean => {
      const button = within.querySelector<HTMLButtonElement>('button[aria-label^="Place with defaults"]:not([aria-disabled="true"])')
      button?.focus()
      return button !== null
    }
    if (focus()) return
    const watcher = new MutationObserver(() => { if (focus()) watcher.disconnect() })
    watcher.observe(within, { childList: true, subtree: true })
    return () => watcher.disconnect()
  }, [box])
}

/** What is most likely right: the ongoing stay that has no case, its reason and unit, me, today. */
function proposal(stayId: StayId | undefined, free: readonly StayView[], choices: Output<'cases.choices'>, me: PersonId, today: PlainDate): CaseForm {
  const view = free.find(each => each.stay.id === stayId) ?? free.find(each => each.stay.endedAt === 'ongoing')
  const lies = view?.stay.unitMoves.at(-1)?.unitId ?? 'unknown'
  const mine = choices.people.find(person => person.id === me)
  const unit = lies !== 'unknown' ? lies : (mine?.unitIds.length === 1 ? (mine.unitIds[0] ?? null) : null)
  const clinic = choices.units.find(each => each.id === unit)?.kind === 'clinic'
  return {
    reason: view === undefined || view.stay.reason === 'unknown' ? '' : view.stay.reason, program: clinic ? 'outpatient' : 'hospital', unitId: unit, caseManagerId: mine?.id ?? null, drg: null, goalLosDays: null, risk: 'unknown',
    sensitivity: 'none', destination: null, openedOn: today, edd: null, stayId: view?.stay.id ?? null,
  }
}

const dischargeOf = (view: StayView | undefined, zone: Zone): PlainDate | null => (view === undefined || view.stay.endedAt === 'ongoing' ? null : plainDateOf(view.stay.endedAt, zone))
