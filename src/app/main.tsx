import '@fontsource-variable/inter/opsz.css'
import '../ui/tokens.css'
import '../ui/base.css'
import '../ui/print.css'
import { boot } from './boot.tsx'
import { guardSinks } from './trusted-types.ts'

guardSinks()

const host = document.getElementById('root')
if (host) void boot(host)
