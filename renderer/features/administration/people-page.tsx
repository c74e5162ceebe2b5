import { Button } from '@fluentui/react-components'
import { PersonAdd16Regular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Person } from '#shared/contract/accounts.ts'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { QueryView } from '#renderer/ui/query-view.tsx'
import s from './administration.module.css'
import { DisableDialog } from './disable-dialog.tsx'
import { OneTimeCodeDialog, type OneTimeCode } from './one-time-code-dialog.tsx'
import { PeopleTable, type PersonAction } from './people-table.tsx'
import { peopleQueries } from './people-queries.ts'
import { PersonDialog } from './person-dialog.tsx'
import { RecoveryKeyPanel } from './recovery-key-panel.tsx'
import { ResetDialog } from './reset-dialog.tsx'
import { useEnable } from './use-enable.ts'

type Open = { readonly dialog: 'add' } | { readonly dialog: 'edit' | 'disable' | 'reset'; readonly person: Person } | null

/** Who works on this workstation: add, change, disable, help after a forgotten passphrase. */
export function PeoplePage() {
  const people = useQuery(peopleQueries.list)
  const [open, setOpen] = useState<Open>(null)
  const [code, setCode] = useState<OneTimeCode | null>(null)
  const enable = useEnable(setCode)
  const close = (): void => setOpen(null)
  const act = (action: PersonAction, person: Person): void => {
    if (action === 'enable') void enable(person)
    else setOpen({ dialog: action, person })
  }
  const shown = (fresh: OneTimeCode): void => {
    setOpen(null)
    setCode(fresh)
  }
  return (
    <>
      <PageHead
        title="People"
        sub="Each person signs in with their own name and passphrase"
        actions={<Button size="small" appearance="primary" icon={<PersonAdd16Regular />} onClick={() => setOpen({ dialog: 'add' })}>Add a person</Button>}
      />
      <div className={s['page']}>
        <QueryView query={people}>{list => <PeopleTable people={list} onAction={act} />}</QueryView>
        <RecoveryKeyPanel />
      </div>
      {open?.dialog === 'add' && <PersonDialog person={null} onClose={close} onCode={shown} />}
      {open?.dialog === 'edit' && <PersonDialog person={open.person} onClose={close} onCode={shown} />}
      {open?.dialog === 'disable' && <DisableDialog person={open.person} onClose={close} />}
      {open?.dialog === 'reset' && <ResetDialog person={open.person} onClose={close} onCode={shown} />}
      {code !== null && <OneTimeCodeDialog code={code} onClose={() => setCode(null)} />}
    </>
  )
}
