import { Button } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { dispositionNames, stayKindNames } from '#shared/domain/caseload/words.ts'
import { CaseId } from '#shared/model/ids.ts'
import type { Stay } from '#shared/model/stay.ts'
import { Disposition, StayKind } from '#shared/model/stay.ts'
import { DraftBar } from '#renderer/app/draft-bar.tsx'
import type { ScreenProps } from '#renderer/app/screen.ts'
import { useDraft } from '#renderer/app/use-draft.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useRoute } from '#renderer/state/route-store.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { useFacility } from '#renderer/ui/facility.tsx'
import { FieldRow, FormSection } from '#renderer/ui/form-layout.tsx'
import { FormErrors } from '#renderer/ui/form-errors.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { QueryView } from '#renderer/ui/query-view.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useFormProblems } from '#renderer/ui/use-form-problems.ts'
import { useHotkeys } from '#renderer/ui/use-hotkeys.tsx'
import { MoveRows, StatusRows } from './stay-form-rows.tsx'
import { fieldsOfForm, formOfStay, newStayForm, stayFieldLabel, StayForm, type FormProblems } from './stay-form-values.ts'
import { stayQueries } from './stay-queries.ts'
import { caseOptions } from './stay-words.ts'
import s from './stays.module.css'

/** Records a stay, or corrects one. */
export function StayEditPage({ route }: ScreenProps<'stay-edit'>) {
  const stays = useQuery(stayQueries.ofPatient(route.patientId))
  if (route.stayId === undefined) return <StayFormPage route={route} stay={null} />
  return (
    <QueryView query={stays}>
      {views => {
        const found = views.find(view => view.stay.id === route.stayId)
        return found === undefined ? <PageHead title="This stay is not in the store" /> : <StayFormPage key={found.stay.version} route={route} stay={found.stay} />
      }}
    </QueryView>
  )
}

function StayFormPage({ route, stay }: ScreenProps<'stay-edit'> & { readonly stay: Stay | null }) {
  const { now, today, zone } = useFacility()
  const cases = useQuery(stayQueries.casesOfPatient(route.patientId))
  const [form, setForm] = useState(() => (stay === null ? newStayForm(now(), zone, route.caseId ?? null) : formOfStay(stay, zone, route.caseId ?? null)))
  const [problems, setProblems] = useState<FormProblems>({})
  const back = useRoute(state => state.back)
  const draft = useDraft({
    key: `stay:${stay?.id ?? `new-${route.patientId}`}`, route, title: stay === null ? 'Stay' : 'Correction of a stay', values: form, basedOn: stay?.version,
    restore: kept => { const known = StayForm.safeParse(kept); if (known.success) setForm(known.data) },
  })
  const done = async () => { await draft.finish(); back() }
  const record = useCommand('stays.record', { onDone: () => void done(), errors: 'inline' })
  const correct = useCommand('stays.correct', { onDone: () => void done(), errors: 'inline' })
  const caseId = form.caseId ?? 'none'
  const submit = () => {
    const result = fieldsOfForm(form, zone)
    setProblems('problems' in result ? result.problems : {})
    if ('problems' in result) return
    if (stay === null) void record.run({ patientId: route.patientId, caseId, fields: result.fields })
    else void correct.run({ stayId: stay.id, expectedVersion: draft.basedOn, caseId, fields: result.fields })
  }
  useHotkeys('ctrl+enter', submit)
  const error = stay === null ? record.error : correct.error
  const { at, list } = useFormProblems({ problems, said: error?.code === 'validation' ? error.fields : undefined, labelOf: stayFieldLabel })
  const patch = (change: Partial<StayForm>) => setForm({ ...form, ...change })
  const busy = record.isRunning || correct.isRunning
  return (
    <>
      <PageHead
        title={stay === null ? 'Record a stay' : 'Correct the stay'} onBack={back}
        actions={<Button size="small" appearance="primary" onClick={submit} disabled={busy}>{stay === null ? 'Save stay' : 'Save corrections'}</Button>}
      />
      <div className={s['page']}>
        <form className={s['form']} onSubmit={event => { event.preventDefault(); submit() }} autoComplete="off">
          <DraftBar draft={draft} />
          {error !== null && error.code !== 'validation' && <Banner tone="bad" title="Nothing was saved">{error.message}</Banner>}
          <FormErrors errors={list} />
          <StatusRows form={form} onChange={setForm} at={at} />
          {form.statuses.at(-1)?.status === 'discharged' && (
            <SelectField label="Went to" {...at('disposition')} value={form.disposition ?? 'unknown'} width={260} options={[{ value: 'unknown', label: 'Not known' }, ...[...Disposition.values].map(value => ({ value, label: dispositionNames[value] }))]}
              onChange={value => { const chosen = Disposition.safeParse(value); patch({ disposition: chosen.success ? chosen.data : null }) }} />
          )}
          <MoveRows form={form} onChange={setForm} at={at} />
          <FormSection level={2} title="About the stay" hint="Leave empty what is not known.">
            <FieldRow columns="1fr 1fr 1fr">
              <SelectField label="Kind" {...at('kind')} value={form.kind} options={[...StayKind.values].map(value => ({ value, label: stayKindNames[value] }))}
                onChange={value => { const kind = StayKind.safeParse(value); if (kind.success) patch({ kind: kind.data }) }} />
              <TextField label="Visit number" {...at('visitNumber')} value={form.visitNumber} onChange={visitNumber => patch({ visitNumber })} num />
              <TextField label="Attending" {...at('attending')} value={form.attending} onChange={attending => patch({ attending })} />
            </FieldRow>
            <FieldRow columns="2fr 1fr">
              <TextField label="Reason" {...at('reason')} value={form.reason} onChange={reason => patch({ reason })} />
              <TextField label="Facility, if elsewhere" {...at('facilityName')} value={form.facilityName} onChange={facilityName => patch({ facilityName })} />
            </FieldRow>
            <SelectField label="Case" value={form.caseId ?? 'none'} options={[...caseOptions(cases.data ?? [], form.caseId, today)]} hint="Lists, length of stay and the timeline count from the stay of the case."
              onChange={value => { const chosen = CaseId.safeParse(value); patch({ caseId: chosen.success ? chosen.data : null }) }} />
          </FormSection>
          <button type="submit" hidden />
        </form>
      </div>
    </>
  )
}
