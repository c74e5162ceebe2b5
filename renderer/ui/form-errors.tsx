import { ErrorCircle16Filled } from '@fluentui/react-icons'
import s from './form-errors.module.css'

export interface FormError {
  /** The field's `name`. */
  readonly name: string
  readonly label: string
  readonly message: string
}

/**
 * What stands in the way of saving, at the top of a form: read aloud when it appears; each line leads to its field.
 * (react-hook-form itself moves focus to the first of them.)
 */
export function FormErrors({ errors }: { errors: readonly FormError[] }) {
  if (errors.length === 0) return null
  return (
    <div className={s['box']} role="alert">
      <ErrorCircle16Filled aria-hidden className={s['icon'] ?? ''} />
      <div>
        <b>{errors.length === 1 ? 'One field needs attention' : `${errors.length} fields need attention`}</b>
        <ul>
          {errors.map(({ name, label, message }) => (
            <li key={name}>
              <button type="button" onClick={() => focusField(name)}>
                {label}
              </button>
              : {message}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

/** react-hook-form's errors in the order of `labels`, nested ones by their dotted name. */
export function formErrorList(errors: object, labels: Readonly<Record<string, string>>): FormError[] {
  return Object.entries(labels).flatMap(([name, label]) => {
    const message = messageAt(errors, name.split('.'))
    return message === null ? [] : [{ name, label, message }]
  })
}

function messageAt(errors: unknown, path: readonly string[]): string | null {
  const end = path.reduce<unknown>((at, part) => (isRecord(at) ? at[part] : undefined), errors)
  if (!isRecord(end)) return null
  const message = end['message']
  return typeof message === 'string' && message !== '' ? message : null
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function focusField(name: string) {
  const field = document.getElementsByName(name)[0]
  field?.scrollIntoView({ block: 'center' })
  field?.focus()
}
