import { Button } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import type { CaseView } from '#shared/contract/cases.ts'
import type { CaseAction } from '#shared/model/case-event.ts'
import type { ScreenProps } from '#renderer/app/screen.ts'
import { usePreference } from '#renderer/app/use-preference.ts'
import { useMay } from '#renderer/app/use-signed-in.ts'
import { CaseActivity } from '#renderer/features/capture/index.ts'
import { ClinicalFacts, ConfirmDeathDialog, DeathBanner } from '#renderer/features/patients/index.ts'
import { RecoveryTimeline } from '#renderer/features/recovery/index.ts'
import { AbsenceBanner, StayPanel } from '#renderer/features/stays/index.ts'
import { useRoute } from '#renderer/state/route-store.ts'
import { LoadingSkeleton } from '#renderer/ui/loading-skeleton.tsx'
import { MenuButton } from '#renderer/ui/menu.tsx'
import { QueryView } from '#renderer/ui/query-view.tsx'
import { SplitPane } from '#renderer/ui/split-pane.tsx'
import { TabPanel, Tabs } from '#renderer/ui/tabs.tsx'
import { CaseBanner } from './case-banner.tsx'
import { CaseFactsPanel } from './case-facts-panel.tsx'
import { caseQueries } from './case-queries.ts'
import { CaseStepDialog, type CaseStepKind } from './case-step-dialog.tsx'
import s from './case.module.css'

/** One case: who, where things stand, the timeline, and below it stay, facts, activity. */
export function CasePage({ route }: ScreenProps<'case'>) {
  const query = useQuery(caseQueries.detail(route.caseId))
  return <QueryView query={query} skeleton={<LoadingSkeleton kind="page" />}>{view => <CaseScreen key={view.case.id} view={view} />}</QueryView>
}

const paneSize = z.number().int().min(96).max(1200)
const lowerTabs = [{ id: 'activity', label: 'Notes, tasks, contacts' }, { id: 'clinical', label: 'Clinical facts' }] as const

function CaseScreen({ view }: { readonly view: CaseView }) {
  const { case: found, patient } = view
  const [step, setStep] = useState<CaseStepKind | null>(null)
  const [confirmingDeath, setConfirmingDeath] = useState(false)
  const [shown, setShown] = useState('activity')
  const [size, setSize] = usePreference('case-lower-pane', paneSize, 250)
  const mayCorrect = useMay('patients.write')
  const { back } = useRoute.getState()
  return (
    <>
      <CaseBanner view={view} onBack={back} actions={<CaseActions view={view} onStep={setStep} />} />
      <DeathBanner patientId={patient.patientId} version={patient.version} vital={patient.vital} confirmedBy="nobody" mayWrite={mayCorrect} />
      {view.censusMissingSince !== 'on-census' && <AbsenceBanner patientId={patient.patientId} />}
      <div className={s['body']}>
        <SplitPane ariaLabel="Resize the lower panels" orientation="rows" size={size} onSize={setSize}
          first={<div className={s['timeline']}><h2 className={s['readAloud']}>Recovery</h2><RecoveryTimeline caseId={found.id} /></div>}
          second={
            <div className={s['lower']}>
              <StayPanel patientId={patient.patientId} caseId={found.id} view={view.stay} onDied={() => setConfirmingDeath(true)} />
              <CaseFactsPanel view={view} />
              <div className={s['tabbed']}>
                <Tabs ariaLabel="About the patient" idBase="case-lower" tabs={lowerTabs} selected={shown} onSelect={setShown} />
                <TabPanel idBase="case-lower" id={shown}>
                  {shown === 'activity' ? <div className={s['tabBody']}><CaseActivity patientId={patient.patientId} caseId={found.id} /></div> : <ClinicalFacts patientId={patient.patientId} fill />}
                </TabPanel>
              </div>
            </div>
          } />
      </div>
      {step !== null && <CaseStepDialog kind={step} found={found} onClose={() => setStep(null)} />}
      {confirmingDeath && <ConfirmDeathDialog patientId={patient.patientId} version={patient.version} vital={patient.vital} onClose={() => setConfirmingDeath(false)} />}
    </>
  )
}

const steps: readonly { readonly kind: CaseStepKind & CaseAction; readonly label: string }[] = [
  { kind: 'reassign', label: 'Reassign…' }, { kind: 'hold', label: 'Put on hold…' }, { kind: 'resume', label: 'Resume…' }, { kind: 'close', label: 'Close case…' }, { kind: 'reopen', label: 'Reopen…' },
]

function CaseActions({ view, onStep }: { readonly view: CaseView; readonly onStep: (step: CaseStepKind) => void }) {
  const { go } = useRoute.getState()
  const offered = steps.filter(({ kind }) => view.actions.includes(kind))
  const toPatient = { id: 'patient', label: 'Patient record', run: () => go({ screen: 'patient', patientId: view.patient.patientId }) }
  return (
    <>
      <MenuButton label="Case" items={[toPatient, ...(offered.length === 0 ? [] : [{ divider: 'steps' }]), ...offered.map(({ kind, label }) => ({ id: kind, label, run: () => onStep(kind) }))]} />
      {view.actions.includes('edit') && <Button size="small" onClick={() => go({ screen: 'case-edit', caseId: view.case.id })}>Edit case</Button>}
    </>
  )
}
