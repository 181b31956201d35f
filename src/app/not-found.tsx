import { useText } from '../i18n/use-text.ts'
import styles from './problem-page.module.css'

export function NotFound() {
  const t = useText('shell')
  return (
    <main className={styles.page}>
      <h1 className={styles.title}>{t('notFound.title')}</h1>
      <p>{t('notFound.text')}</p>
      <a href="#/" className={styles.link}>
        {t('notFound.home')}
      </a>
    </main>
  )
}
