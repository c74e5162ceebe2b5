import { Button } from '@fluentui/react-components'
import { DatabaseArrowDown20Regular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import type { Output } from '#shared/contract/index.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useJobProgress } from '#renderer/api/use-job-progress.ts'
import { useMay } from '#renderer/app/use-signed-in.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Moment } from '#renderer/ui/moment.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { ProgressBar } from '#renderer/ui/progress-bar.tsx'
import { QueryView } from '#renderer/ui/query-view.tsx'
import { useToasts } from '#renderer/ui/toasts.tsx'
import { BackupTable } from './backup-table.tsx'
import s from './workstation.module.css'
import { workstationQueries } from './workstation-queries.ts'

/** How old the newest backup is, where they go, and one more now. */
export function BackupPage() {
  const toasts = useToasts()
  const backups = useQuery(workstationQueries.backups)
  const mayRun = useMay('backup.run')
  const make = useCommand('workstation.backUpNow', { onDone: () => toasts.show({ title: 'Backup made, opened again and found whole' }) })
  const { cancel } = useJobProgress(make.commandId)
  return (
    <>
      <PageHead
        title="Backup"
        sub={backups.data === undefined ? undefined : backups.data.newestAt === 'never' ? 'None yet' : <>Newest <Moment at={backups.data.newestAt} format="ago" /></>}
        actions={mayRun && <Button size="small" appearance="primary" icon={<DatabaseArrowDown20Regular />} disabledFocusable={make.isRunning} onClick={() => void make.run({})}>Back up now</Button>}
      />
      <div className={s['page']}>
        {make.isRunning && <div className={s['pad']}><ProgressBar label="Making a backup and opening it again" done={0} total={null} onCancel={cancel} /></div>}
        <QueryView query={backups}>
          {data => (
            <>
              <FolderWarning {...data} />
              <Panel title="Backups on this workstation" sub="The newest 14 are kept" pad={false}>
                {data.backups.length === 0 ? <EmptyState title="No backup yet">The first one is made by itself after the next sign-in; “Back up now” makes one at once.</EmptyState> : <BackupTable backups={data.backups} />}
              </Panel>
              <Panel title="How to restore">
                <p>Lock the workstation and choose “Restore a backup” on the sign-in screen. It opens with a passphrase or the recovery key of its day. What stands here is set aside, never deleted. Try it once a year on another computer: a backup nobody has restored is a hope.</p>
              </Panel>
            </>
          )}
        </QueryView>
      </div>
    </>
  )
}

function FolderWarning({ folder, sameDisk, reachable }: Output<'workstation.backups'>) {
  if (!reachable) return <Banner tone="bad" title="The backup folder is not there.">Is its disk plugged in? Folder: {folder}</Banner>
  if (sameDisk) return <Banner tone="warn" title="Same disk.">The backups lie on the disk of the data: when it fails, both are gone. An administrator can choose another folder under Facility. Folder: {folder}</Banner>
  return <Banner tone="ok">Folder: {folder}</Banner>
}
