import { create } from 'zustand'

/** How this client is known to the server. Tokens themselves never enter the store. */
export type SignInState =
  /** Roles are picked from a menu: the simulated park. */
  | 'demo'
  /** Looking for a session at the issuer. */
  | 'checking'
  | 'signed-out'
  | 'signed-in'
  /** Was signed in; the session ended and could not be renewed. What is on screen stays, read-only. */
  | 'expired'

interface SignInStore {
  state: SignInState
  /** Starts and ends a session at the issuer; null in the demo. */
  actions: { signIn: () => void; signOut: () => void } | null
  set: (state: SignInState) => void
}

export const useSignIn = create<SignInStore>((set) => ({
  state: 'demo',
  actions: null,
  set: (state) => set({ state }),
}))
