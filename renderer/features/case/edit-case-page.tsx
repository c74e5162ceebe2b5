import { Button } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CaseView } from '#shared/contract/cases.ts'
import type { Output } from '#shared/contract/index.ts'
import { listName } from '#shared/domain/caseload/patient-name.ts'
import { sentenceCase } from '#shared/domain/utilization/drg-title.ts'
import { plainDateOf } from '#shared/kernel/instant.ts'
import { DraftBar } from '#renderer/app/draft-bar.tsx'
import type { ScreenProps } from '#renderer/app/screen.ts'
import { useDraft } from '#renderer/app/use-draft.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useRoute } from '#renderer/state/route-store.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { useFacility } from '#renderer/ui/facility.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { QueryView } from '#renderer/ui/query-view.tsx'
import { useHotkeys } from '#renderer/ui/use-hotkeys.tsx'
import { MainCaseFields, OtherCaseFields } from './case-fields.tsx'
import { CaseForm, fieldsOfCaseForm, formOfCase, type FormProblems } from './case-form-values.ts'
import { caseQueries } from './case-queries.ts'
import s from './case.module.css'

/** Changes the facts of a case. */
export function EditCasePage({ route }: ScreenProps<'case-edit'>) {
  const view = useQuery(caseQueries.detail(route.caseId))
  const choices = useQuery(caseQueries.choices())
  return <QueryView query={view}>{found => <QueryView query={choices}>{all => <EditCaseForm key={found.case.version} route={route} view={found} choices={all} />}</QueryView>}</QueryView>
}

function EditCaseForm({ route, view, choices }: ScreenProps<'case-edit'> & { readonly view: CaseView; readonly choices: Output<'cases.choices'> }) {
  const { today, zone } = useFacility()
  const { case: found, drg, stay } = view
  const [form, setForm] = useState(() => formOfCase(found, drg !== 'not-assigned' && drg.kind === 'found' ? `${found.drgCode} ${sentenceCase(drg.drg.title)}` : String(found.drgCode)))
  const [problems, setProblems] = useState<FormProblems>({})
  const back = useRoute(state => state.back)
  const draft = useDraft({
    key: `case-edit:${found.id}`, route, title: `Case, ${listName(view.patient)}`, values: form, basedOn: found.version,
    restore: kept => { const known = CaseForm.safeParse(kept); if (known.success) setForm(known.data) },
  })
  const save = useCommand('cases.edit', { errors: 'inline', onDone: () => void draft.finish().then(back) })
  const submit = () => {
    const result = fieldsOfCaseForm(form)
    setProblems('problems' in result ? result.problems : {})
    if ('fields' in result) void save.run({ caseId: found.id, expectedVersion: draft.basedOn, fields: result.fields })
  }
  useHotkeys('ctrl+enter', submit)
  const shown = { ...problems, ...(save.error?.code === 'validation' ? Object.fromEntries(Object.entries(save.error.fields).map(([path, words]) => [path.replace(/^fields\./, ''), words])) : {}) }
  const dischargeOn = stay !== 'none' && stay.stay.endedAt !== 'ongoing' ? plainDateOf(stay.stay.endedAt, zone) : found.closedOn === 'open' ? today : found.closedOn
  const fields = { form, onChange: setForm, problems: shown, choices, dischargeOn }
  return (
    <>
      <PageHead title="Edit the case" sub={listName(view.patient)} onBack={back} actions={<Button size="small" appearance="primary" disabled={save.isRunning} onClick={submit}>Save changes</Button>} />
      <div className={s['formPage']}>
        <form className={s['form']} autoComplete="off" onSubmit={event => { event.preventDefault(); submit() }}>
          <DraftBar draft={draft} />
          {save.error !== null && save.error.code !== 'validation' && <Banner tone="bad" title="Nothing was saved">{save.error.message}</Banner>}
          <MainCaseFields {...fields} />
          <OtherCaseFields {...fields} />
          <button type="submit" hidden />
        </form>
      </div>
    </>
  )
}
