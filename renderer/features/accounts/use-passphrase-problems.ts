import { useEffect, useState } from 'react'
import { call } from '#renderer/api/client.ts'

/** What the core says about a passphrase while it is typed; `null` while asking. Not a query: no cache may hold passphrases. */
export function usePassphraseProblems(passphrase: string, names: readonly string[]): readonly string[] | null {
  const [problems, setProblems] = useState<readonly string[] | null>(null)
  const known = names.join('\n')
  useEffect(() => {
    let isCurrent = true
    setProblems(null)
    const timer = setTimeout(() => {
      call('session.judgePassphrase', { passphrase, names: known.split('\n').filter(name => name !== '').slice(0, 5) }).then(
        answer => isCurrent && setProblems(answer.problems),
        () => isCurrent && setProblems(null),
      )
    }, 150)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [passphrase, known])
  return problems
}
