import '@testing-library/jest-dom/vitest'
import { configure } from '@testing-library/react'

// A machine that does other things too is slower; only what never comes takes this long.
configure({ asyncUtilTimeout: 10_000 })
