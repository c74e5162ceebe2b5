import s from './setup.module.css'

/** The words with their numbers, in three columns read downwards. */
export function RecoveryWordList({ words }: { readonly words: readonly string[] }) {
  return (
    <ol className={s['words']} aria-label="Recovery key">
      {words.map((word, i) => (
        <li key={i}>
          <span className="num" aria-hidden>{i + 1}</span>
          {word}
        </li>
      ))}
    </ol>
  )
}
