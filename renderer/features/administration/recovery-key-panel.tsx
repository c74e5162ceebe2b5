import { Button } from '@fluentui/react-components'
import { Key16Regular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Banner } from '#renderer/ui/banner.tsx'
import { Moment } from '#renderer/ui/moment.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { QueryView } from '#renderer/ui/query-view.tsx'
import { NewRecoveryKeyDialog } from './new-recovery-key-dialog.tsx'
import { peopleQueries } from './people-queries.ts'

/** Whether the envelope can be trusted, and the way to a new one. */
export function RecoveryKeyPanel() {
  const key = useQuery(peopleQueries.recoveryKey)
  const [isOpen, setOpen] = useState(false)
  return (
    <Panel title="Recovery key" actions={<Button size="small" icon={<Key16Regular />} onClick={() => setOpen(true)}>Make a new one</Button>}>
      <QueryView query={key}>
        {({ madeAt, confirmedAt }) =>
          confirmedAt === 'never' ? (
            <Banner tone="warn" title="Nobody has shown that the words are on paper.">
              Made <Moment at={madeAt} />. Without them a forgotten passphrase cannot be helped. Make a new key and write it down.
            </Banner>
          ) : (
            <p>Made <Moment at={madeAt} />; its words were asked for and right <Moment at={confirmedAt} />.</p>
          )
        }
      </QueryView>
      {isOpen && <NewRecoveryKeyDialog onClose={() => setOpen(false)} />}
    </Panel>
  )
}
