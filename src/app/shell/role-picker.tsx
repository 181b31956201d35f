import { ROLES } from '../../contract/session.ts'
import { useText } from '../../i18n/use-text.ts'
import { useSession } from '../../session/session-store.ts'
import { useSignIn } from '../../session/sign-in-store.ts'
import { cx } from '../../ui/cx.ts'
import styles from './health-strip.module.css'

function DemoRole() {
  const t = useText('shell')
  const role = useSession((state) => state.role)
  const setRole = useSession((state) => state.setRole)
  return (
    <>
      <label>
        {t('role.label')}{' '}
        <select
          className={styles.role}
          value={role}
          onChange={(event) => {
            const picked = ROLES.find((known) => known === event.target.value)
            if (picked) setRole(picked)
          }}
        >
          {ROLES.map((id) => (
            <option key={id} value={id}>
              {t(`role.${id}`)}
            </option>
          ))}
        </select>
      </label>{' '}
      {t('role.note')}
    </>
  )
}

/** Who is at the desk: a role from the menu in the demo, or the session at the park's issuer. */
export function RolePicker() {
  const t = useText('shell')
  const role = useSession((state) => state.role)
  const state = useSignIn((store) => store.state)
  const actions = useSignIn((store) => store.actions)
  if (state === 'demo' || actions === null) {
    return (
      <span className={cx(styles.part, styles.later)}>
        <DemoRole />
      </span>
    )
  }
  return (
    <span className={cx(styles.part, styles.later)}>
      {t('role.label')} <b>{t(`role.${role}`)}</b>{' '}
      {state === 'signed-in' ? (
        <button type="button" className={styles.sign} onClick={actions.signOut}>
          {t('signIn.out')}
        </button>
      ) : (
        <>
          {t(`signIn.${state}`)}{' '}
          <button type="button" className={styles.sign} disabled={state === 'checking'} onClick={actions.signIn}>
            {t('signIn.in')}
          </button>
        </>
      )}
    </span>
  )
}
