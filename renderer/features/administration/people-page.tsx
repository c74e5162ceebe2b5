import { Button } from '@fluentui/react-components'
import { PersonAdd16Regular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Person } from '#shared/contract/accounts.ts'
import type { ScreenProps } from '#renderer/app/screen.ts'
import { useRoute } from '#renderer/state/route-store.ts'
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

type Asking = { readonly dialog: 'disable' | 'reset'; readonly person: Person } | null

/** Who works on this workstation: add, change, disable, help after a forgotten passphrase. The form that is open is part of the place: it is open again after a lock. */
export function PeoplePage({ route }: ScreenProps<'people'>) {
  const people = useQuery(peopleQueries.list)
  const replace = useRoute(s => s.replace)
  const [asking, setAsking] = useState<Asking>(null)
  const [code, setCode] = useState<OneTimeCode | null>(null)
  const enable = useEnable(setCode)
  const edited = people.data?.find(person => person.personId === route.person)
  const close = (): void => {
    setAsking(null)
    replace({ screen: 'people' })
  }
  const act = (action: PersonAction, person: Person): void => {
    if (action === 'enable') void enable(person)
    else if (action === 'edit') replace({ screen: 'people', person: person.personId })
    else setAsking({ dialog: action, person })
  }
  const shown = (fresh: OneTimeCode): void => {
    close()
    setCode(fresh)
  }
  return (
    <>
      <PageHead
        title="People"
        sub="Each person signs in with their own name and passphrase"
        actions={<Button size="small" appearance="primary" icon={<PersonAdd16Regular />} onClick={() => replace({ screen: 'people', person: 'new' })}>Add a person</Button>}
      />
      <div className={s['page']}>
        <QueryView query={people}>{list => <PeopleTable people={list} onAction={act} />}</QueryView>
        <RecoveryKeyPanel />
      </div>
      {route.person === 'new' && <PersonDialog person={null} onClose={close} onCode={shown} />}
      {edited !== undefined && <PersonDialog key={edited.version} person={edited} onClose={close} onCode={shown} />}
      {asking?.dialog === 'disable' && <DisableDialog person={asking.person} onClose={close} />}
      {asking?.dialog === 'reset' && <ResetDialog person={asking.person} onClose={close} onCode={shown} />}
      {code !== null && <OneTimeCodeDialog code={code} onClose={() => setCode(null)} />}
    </>
  )
}
