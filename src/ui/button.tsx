import type { ButtonHTMLAttributes } from 'react'
import styles from './controls.module.css'
import { cx } from './cx.ts'

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> {
  look?: 'plain' | 'primary' | 'quiet'
  /** Square button that holds one icon; needs an aria-label. */
  iconOnly?: boolean
}

export function Button({ look = 'plain', iconOnly = false, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type === 'submit' ? 'submit' : 'button'}
      className={cx(styles.button, look !== 'plain' && styles[look], iconOnly && styles.icon)}
    />
  )
}
