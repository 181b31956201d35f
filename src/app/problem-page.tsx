import { useEffect, useState } from 'react'
import { useText } from '../i18n/use-text.ts'
import { Button } from '../ui/button.tsx'
import type { ConfigProblem } from './config.ts'
import styles from './problem-page.module.css'

export type StartProblem = { kind: 'config'; problem: ConfigProblem } | { kind: 'simulator'; detail: string }

const RETRY_S = 15

function useDetail(start: StartProblem): string {
  const t = useText('problem')
  if (start.kind === 'simulator') return start.detail
  const { problem } = start
  switch (problem.kind) {
    case 'missing':
      return t('config.missing', { detail: problem.detail })
    case 'syntax':
      return t('config.syntax', { detail: problem.detail })
    case 'key':
      return t('config.key', { key: problem.key, detail: problem.detail })
    case 'no-server':
      break
  }
  return t('config.noServer')
}

/** The product could not start: says what is wrong, and tries again by itself. */
export function ProblemPage({ problem }: { problem: StartProblem }) {
  const t = useText('problem')
  const detail = useDetail(problem)
  const [left, setLeft] = useState(RETRY_S)
  useEffect(() => {
    const timer = setInterval(() => setLeft((seconds) => seconds - 1), 1000)
    return () => clearInterval(timer)
  }, [])
  useEffect(() => {
    if (left <= 0) location.reload()
  }, [left])
  return (
    <main className={styles.page}>
      <h1 className={styles.title}>{t(problem.kind === 'config' ? 'config.title' : 'simulator.title')}</h1>
      <p className={styles.detail}>{detail}</p>
      <div className={styles.actions}>
        <Button look="primary" onClick={() => location.reload()}>
          {t('retry')}
        </Button>
        <span className={styles.meta}>{t('retrying', { seconds: Math.max(0, left) })}</span>
      </div>
    </main>
  )
}
