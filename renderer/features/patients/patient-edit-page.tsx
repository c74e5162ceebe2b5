import { Button } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DuplicateCandidate } from '#shared/contract/patients.ts'
import { listName } from '#shared/domain/caseload/patient-name.ts'
import type { PatientId } from '#shared/model/ids.ts'
import type { Patient, PatientFields } from '#shared/model/patient.ts'
import { DraftBar } from '#renderer/app/draft-bar.tsx'
import type { ScreenProps } from '#renderer/app/screen.ts'
import { useDraft } from '#renderer/app/use-draft.ts'
import { call, errorShape } from '#renderer/api/client.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import type { Route } from '#renderer/state/route.ts'
import { useRoute } from '#renderer/state/route-store.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { FormErrors } from '#renderer/ui/form-errors.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { QueryView } from '#renderer/ui/query-view.tsx'
import { useToasts } from '#renderer/ui/toasts.tsx'
import { useFormProblems } from '#renderer/ui/use-form-problems.ts'
import { useHotkeys } from '#renderer/ui/use-hotkeys.tsx'
import { DuplicateCheckDialog } from './duplicate-check-dialog.tsx'
import { patientFieldLabel } from './patient-form-labels.ts'
import { emptyPatientForm, fieldsOfPatientForm, formOfPatient, PatientForm, type FormProblems } from './patient-form-values.ts'
import { PatientFormFields } from './patient-form.tsx'
import { patientQueries } from './patient-queries.ts'
import s from './patients.module.css'

/** Adds a patient by hand. */
export function NewPatientPage({ route }: ScreenProps<'patient-new'>) {
  return <PatientFormPage route={route} patient={null} />
}

/** Corrects what is known of a patient. */
export function EditPatientPage({ route }: ScreenProps<'patient-edit'>) {
  const query = useQuery(patientQueries.detail(route.patientId))
  return <QueryView query={query}>{({ patient }) => <PatientFormPage key={patient.version} route={route} patient={patient} />}</QueryView>
}

function PatientFormPage({ route, patient }: { readonly route: Route; readonly patient: Patient | null }) {
  const [form, setForm] = useState(() => (patient === null ? emptyPatientForm : formOfPatient(patient)))
  const [problems, setProblems] = useState<FormProblems>({})
  const [alike, setAlike] = useState<{ readonly typed: PatientFields; readonly candidates: readonly DuplicateCandidate[] } | null>(null)
  const [isChecking, setChecking] = useState(false)
  const { replace, back } = useRoute.getState()
  const toasts = useToasts()
  const draft = useDraft({
    key: patient === null ? 'patient-new' : `patient-edit:${patient.id}`, route, title: patient === null ? 'New patient' : `Correction: ${listName(patient)}`, values: form, basedOn: patient?.version,
    restore: kept => { const known = PatientForm.safeParse(kept); if (known.success) setForm(known.data) },
  })
  const leave = async (patientId: PatientId) => {
    await draft.finish()
    if (patient === null) replace({ screen: 'patient', patientId })
    else back()
  }
  const create = useCommand('patients.create', { errors: 'inline', onDone: ({ patientId }) => void leave(patientId) })
  const correct = useCommand('patients.correct', { errors: 'inline', onDone: ({ patientId }) => void leave(patientId) })
  const { error, isRunning } = patient === null ? create : correct
  const save = (fields: PatientFields, keepApartFrom: PatientId[]) => {
    setAlike(null)
    if (patient === null) void create.run({ fields, keepApartFrom })
    else void correct.run({ patientId: patient.id, expectedVersion: draft.basedOn, fields, keepApartFrom })
  }
  const submit = async () => {
    const result = fieldsOfPatientForm(form)
    setProblems('problems' in result ? result.problems : {})
    if ('problems' in result || isRunning || isChecking) return
    setChecking(true)
    try {
      const { mrn, familyName, givenNames, birthDate } = result.fields
      const candidates = await call('patients.findDuplicates', { mrn, familyName, givenNames, birthDate, except: patient?.id ?? 'none' })
      if (candidates.length === 0) save(result.fields, [])
      else setAlike({ typed: result.fields, candidates })
    } catch (thrown) {
      toasts.failed('The duplicate check did not run', errorShape(thrown).message)
    } finally {
      setChecking(false)
    }
  }
  useHotkeys('ctrl+enter', () => void submit())
  const { at, list } = useFormProblems({ problems, said: error?.code === 'validation' ? error.fields : undefined, labelOf: patientFieldLabel })
  return (
    <>
      <PageHead title={patient === null ? 'Add a patient' : 'Correct the patient'} onBack={back}
        actions={<Button size="small" appearance="primary" disabled={isRunning || isChecking} onClick={() => void submit()}>{patient === null ? 'Save patient' : 'Save corrections'}</Button>} />
      <div className={s['formPage']}>
        <form className={s['form']} autoComplete="off" onSubmit={event => { event.preventDefault(); void submit() }}>
          <DraftBar draft={draft} />
          {error !== null && error.code !== 'validation' && <Banner tone="bad" title="Nothing was saved">{error.message}</Banner>}
          <FormErrors errors={list} />
          <PatientFormFields form={form} onChange={setForm} at={at} />
          <button type="submit" hidden />
        </form>
      </div>
      {alike !== null && (
        <DuplicateCheckDialog typed={alike.typed} candidates={alike.candidates} onClose={() => setAlike(null)}
          onUse={patientId => { setAlike(null); replace({ screen: 'patient', patientId }) }}
          onKeepApart={() => save(alike.typed, alike.candidates.map(candidate => candidate.other.patient.id))} />
      )}
    </>
  )
}
