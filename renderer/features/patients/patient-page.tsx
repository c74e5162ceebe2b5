import { Button } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listName } from '#shared/domain/caseload/patient-name.ts'
import { sexLetters } from '#shared/domain/caseload/words.ts'
import type { Output } from '#shared/contract/index.ts'
import type { ScreenProps } from '#renderer/app/screen.ts'
import { useMay } from '#renderer/app/use-signed-in.ts'
import { AbsenceBanner, PatientStays, stayQueries } from '#renderer/features/stays/index.ts'
import { useRoute } from '#renderer/state/route-store.ts'
import { LoadingSkeleton } from '#renderer/ui/loading-skeleton.tsx'
import { MenuButton } from '#renderer/ui/menu.tsx'
import { Num } from '#renderer/ui/num.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { QueryView } from '#renderer/ui/query-view.tsx'
import { useHotkeys } from '#renderer/ui/use-hotkeys.tsx'
import { ClinicalFacts } from './clinical-facts.tsx'
import { ConfirmDeathDialog, DeathBanner } from './confirm-death-dialog.tsx'
import { LikenessBanner, MergesNote } from './likeness-banner.tsx'
import { PatientCases } from './patient-cases.tsx'
import { PatientCoverage, PatientIdentity, PatientReach } from './patient-facts.tsx'
import { patientQueries } from './patient-queries.ts'
import s from './patients.module.css'

/** Everything known of a patient. */
export function PatientPage({ route }: ScreenProps<'patient'>) {
  const query = useQuery(patientQueries.detail(route.patientId))
  return <QueryView query={query} skeleton={<LoadingSkeleton kind="page" />}>{view => <PatientView view={view} />}</QueryView>
}

function PatientView({ view }: { readonly view: Output<'patients.get'> }) {
  const { patient, ageYears } = view
  const [confirmingDeath, setConfirmingDeath] = useState(false)
  const { go, back } = useRoute.getState()
  const mayWrite = useMay('patients.write')
  const mayOpen = useMay('cases.write')
  const open = () => go({ screen: 'case-open', patientId: patient.id })
  useHotkeys('alt+o', open, { enabled: mayOpen })
  const cases = useQuery(patientQueries.cases(patient.id))
  const stays = useQuery(stayQueries.ofPatient(patient.id))
  const sub = <>{ageYears === 'unknown' ? 'Age not known' : ageYears} {sexLetters[patient.sex]} · MRN {patient.mrn === 'unknown' ? 'not known' : <Num>{patient.mrn}</Num>}</>
  return (
    <>
      <PageHead title={listName(patient)} sub={sub} onBack={back}
        actions={
          <>
            {mayWrite && <MenuButton label="More" items={[
              ...(patient.vital.state === 'died' ? [] : [{ id: 'death', label: 'Record a death…', run: () => setConfirmingDeath(true) }]),
              { id: 'stay', label: 'Record a stay', run: () => go({ screen: 'stay-edit', patientId: patient.id }) },
            ]} />}
            {mayWrite && <Button size="small" onClick={() => go({ screen: 'patient-edit', patientId: patient.id })}>Correct</Button>}
            {mayOpen && <Button size="small" appearance="primary" title="Alt+O" onClick={open}>Open case</Button>}
          </>
        } />
      <div className={s['page']}>
        <DeathBanner patientId={patient.id} version={patient.version} vital={patient.vital} confirmedBy={view.deathConfirmedBy} mayWrite={mayWrite} />
        <AbsenceBanner patientId={patient.id} />
        {mayWrite && <LikenessBanner patient={patient} caseCount={cases.data?.length ?? 0} stayCount={stays.data?.length ?? 0} />}
        {mayWrite && <MergesNote merges={view.merges} />}
        <div className={s['columns']}>
          <div className={s['column']}><PatientIdentity patient={patient} ageYears={ageYears} /><PatientCoverage patient={patient} /><PatientReach patient={patient} /></div>
          <div className={s['column']}><PatientCases patientId={patient.id} /><PatientStays patientId={patient.id} /><ClinicalFacts patientId={patient.id} /></div>
        </div>
      </div>
      {confirmingDeath && <ConfirmDeathDialog patientId={patient.id} version={patient.version} vital={patient.vital} onClose={() => setConfirmingDeath(false)} />}
    </>
  )
}
