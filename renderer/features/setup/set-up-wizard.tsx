import { Button } from '@fluentui/react-components'
import { lazy, Suspense, useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { FormMessage, GateCard } from '#renderer/features/accounts/index.ts'
import { useSession } from '#renderer/state/session-store.ts'
import { FormActions } from '#renderer/ui/form-layout.tsx'
import { Stepper } from '#renderer/ui/stepper.tsx'
import { BackupStep } from './backup-step.tsx'
import { FacilityStep } from './facility-step.tsx'
import { PersonStep } from './person-step.tsx'
import { RecoveryStep } from './recovery-step.tsx'
import { emptySetUp, problemsOf, setUpInput, stepIds, stepOfField, type SetUpValues, type StepId } from './set-up-form.ts'
import { UnitsStep } from './units-step.tsx'
import s from './setup.module.css'

const RestorePanel = lazy(async () => ({ default: (await import('#renderer/features/workstation/index.ts')).RestorePanel }))

const steps = [
  { id: 'facility', label: 'Facility' },
  { id: 'units', label: 'Units' },
  { id: 'administrator', label: 'Administrator' },
  { id: 'case-manager', label: 'Case manager' },
  { id: 'backup', label: 'Backup' },
  { id: 'recovery', label: 'Recovery key' },
] as const

/** First start: from nothing to an encrypted store, two sign-ins and a recovery key on paper. Nothing is written before the last question. */
export function SetUpWizard() {
  const [values, setValues] = useState<SetUpValues>(emptySetUp)
  const [step, setStep] = useState<StepId>('facility')
  const [isChecked, setChecked] = useState(false)
  const [isRestoring, setRestoring] = useState(false)
  const [recoveryWords, setRecoveryWords] = useState<readonly string[] | null>(null)
  const settingUp = useSession(s => s.settingUp)
  const signedInAs = useSession(s => s.signedInAs)
  const setUp = useCommand('session.setUp', {
    errors: 'inline',
    onDone: output => {
      setRecoveryWords(output.recoveryWords)
      signedInAs(values.administrator.signInName.trim())
    },
  })
  const problems = problemsOf(step, values)
  const at = stepIds.indexOf(step)

  const go = (to: StepId): void => {
    setStep(to)
    setChecked(false)
  }
  const finish = async (): Promise<void> => {
    // From here on the core says "unlocked": the wizard stays until the words are on paper.
    settingUp(true)
    const done = await setUp.run(setUpInput(values))
    if (done === null) settingUp(false)
  }
  const next = (): void => {
    if (Object.keys(problems).length > 0) return setChecked(true)
    const following = stepIds[at + 1]
    if (following === undefined) void finish()
    else go(following)
  }

  if (isRestoring) {
    return (
      <GateCard wide title="Restore a backup" sub="For a new or repaired computer: a backup of this facility becomes the data of this workstation.">
        <Suspense fallback={null}>
          <RestorePanel onBack={() => setRestoring(false)} />
        </Suspense>
      </GateCard>
    )
  }
  const field = setUp.error?.code === 'validation' ? Object.keys(setUp.error.fields)[0] : undefined
  return (
    <GateCard wide title="Set up this workstation" sub="It takes about five minutes. Have paper or a printer at hand for the recovery key.">
      <Stepper ariaLabel="Set-up" steps={steps} current={recoveryWords === null ? step : 'recovery'} done={recoveryWords === null ? stepIds.slice(0, at) : stepIds} onGo={recoveryWords === null ? id => go(stepIds.find(known => known === id) ?? 'facility') : undefined} />
      {recoveryWords !== null ? (
        <RecoveryStep words={recoveryWords} facilityName={values.facilityName} onDone={() => settingUp(false)} />
      ) : (
        <form
          key={step}
          className={s['step']}
          noValidate
          onSubmit={event => {
            event.preventDefault()
            next()
          }}
        >
          <StepFields step={step} values={values} onChange={setValues} problems={isChecked ? problems : {}} />
          <FormMessage error={setUp.error} />
          {field !== undefined && stepOfField(field) !== step && (
            <Button size="small" type="button" onClick={() => go(stepOfField(field))}>Go to that step</Button>
          )}
          <FormActions>
            {at === 0 ? (
              <Button type="button" onClick={() => setRestoring(true)}>Restore a backup instead</Button>
            ) : (
              <Button type="button" onClick={() => go(stepIds[at - 1] ?? 'facility')} disabled={setUp.isRunning}>Back</Button>
            )}
            <Button appearance="primary" type="submit" disabledFocusable={setUp.isRunning}>
              {setUp.isRunning ? 'Making the keys…' : step === 'backup' ? 'Make the encrypted store' : 'Next'}
            </Button>
          </FormActions>
        </form>
      )}
    </GateCard>
  )
}

interface StepProps {
  readonly step: StepId
  readonly values: SetUpValues
  readonly onChange: (values: SetUpValues) => void
  readonly problems: Readonly<Record<string, string>>
}

function StepFields({ step, values, onChange, problems }: StepProps) {
  switch (step) {
    case 'facility':
      return <FacilityStep values={values} onChange={onChange} problems={problems} />
    case 'units':
      return <UnitsStep units={values.units} onChange={units => onChange({ ...values, units })} problem={problems['units']} />
    case 'administrator':
      return (
        <PersonStep
          intro="Adds people, names units, keeps the recovery key and backups. An administrator sees no patient: that is why the case manager is a sign-in of its own, even when you are both."
          person={values.administrator} facilityName={values.facilityName} problems={problems} onChange={administrator => onChange({ ...values, administrator })}
        />
      )
    case 'case-manager':
      return (
        <PersonStep
          intro="Works with patients. More people follow later, each with a sign-in of their own."
          person={values.caseManager} facilityName={values.facilityName} problems={problems} onChange={caseManager => onChange({ ...values, caseManager })}
        />
      )
    case 'backup':
      return <BackupStep values={values} onChange={onChange} problems={problems} />
  }
}
