import { useCallback, useEffect, useState } from 'react'
import type { AppErrorShape } from '#shared/contract/errors.ts'
import type { CaseId } from '#shared/model/ids.ts'
import type { ScreenProps } from '#renderer/app/screen.ts'
import { errorTitle } from '#renderer/api/error-words.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useRoute } from '#renderer/state/route-store.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { FailedState } from '#renderer/ui/failed-state.tsx'
import { LoadingSkeleton } from '#renderer/ui/loading-skeleton.tsx'
import { ChartPaperPages } from './chart-paper.tsx'
import { PatientPaperPages } from './patient-paper.tsx'
import { PrintPreview } from './print-preview.tsx'

/** The recovery papers: the timeline for the chart, and "My recovery plan" for the patient. */
export function PrintRecoveryPage({ route }: ScreenProps<'print-timeline'>) {
  const back = useRoute(state => state.back)
  return route.paper === 'chart' ? <ChartPreview key={route.caseId} caseId={route.caseId} onClose={back} /> : <PatientPreview key={route.caseId} caseId={route.caseId} onClose={back} />
}

interface PreviewProps {
  readonly caseId: CaseId
  readonly onClose: () => void
}

function ChartPreview({ caseId, onClose }: PreviewProps) {
  const paper = usePaper(useCommand('recovery.printChart', { errors: 'inline' }), caseId)
  if (paper.data === null) return <NotYet error={paper.error} retry={paper.retry} />
  const { data } = paper
  return (
    <PrintPreview title="Recovery timeline" paper="timeline-chart" caseId={caseId} subject="none" onClose={onClose}>
      {choices => <ChartPaperPages paper={data} {...choices} />}
    </PrintPreview>
  )
}

function PatientPreview({ caseId, onClose }: PreviewProps) {
  const paper = usePaper(useCommand('recovery.printPatient', { errors: 'inline' }), caseId)
  if (paper.data === null) return <NotYet error={paper.error} retry={paper.retry} />
  const { data } = paper
  const empty = data.next.length + data.takeCare.length + data.done.length === 0
  const notice = empty ? (
    <Banner tone="info" title="No entry has reviewed wording for the patient yet.">Open an entry of the timeline, write its words for the patient and mark them reviewed. Only those are printed.</Banner>
  ) : undefined
  return (
    <PrintPreview title="My recovery plan" paper="recovery-plan" caseId={caseId} subject="none" onClose={onClose} notice={notice}>
      {choices => <PatientPaperPages plan={data} {...choices} />}
    </PrintPreview>
  )
}

/** Asks once for the paper: each asking is audited. */
function usePaper<Paper>({ run, error }: { readonly run: (input: { caseId: CaseId }) => Promise<Paper | null>; readonly error: AppErrorShape | null }, caseId: CaseId) {
  const [data, setData] = useState<Paper | null>(null)
  const ask = useCallback(() => {
    void run({ caseId }).then(paper => {
      if (paper !== null) setData(paper)
    })
  }, [run, caseId])
  useEffect(ask, [ask])
  return { data, error, retry: ask }
}

function NotYet({ error, retry }: { readonly error: AppErrorShape | null; readonly retry: () => void }) {
  if (error === null) return <LoadingSkeleton kind="page" label="Preparing the paper" />
  return <FailedState title={errorTitle(error)} sentence={error.message} onRetry={error.code === 'refused' ? undefined : retry} />
}
