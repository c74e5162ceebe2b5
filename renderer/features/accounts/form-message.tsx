import { ErrorCircle16Filled } from '@fluentui/react-icons'
import type { AppErrorShape } from '#shared/contract/errors.ts'
import s from './accounts.module.css'

/** What the core said to a form without a place at a field. Read aloud when it appears. */
export function FormMessage({ error }: { readonly error: AppErrorShape | null }) {
  return (
    <div role="alert">
      {error !== null && (
        <p className={s['error']}>
          <ErrorCircle16Filled aria-hidden />
          <span>{error.code === 'validation' ? (Object.values(error.fields)[0] ?? error.message) : error.message}</span>
        </p>
      )}
    </div>
  )
}
