/** Tools of this project need Node 24, which the `node` package brings; npm puts it first on PATH. */
export function requireNode24() {
  const major = Number(process.versions.node.split('.')[0])
  if (major >= 24) return
  console.error(
    `Parkscope's tools run on Node 24, but this process is Node ${process.versions.node}.\n` +
      'The dependency "node" brings it: run "npm ci" with install scripts allowed for that package\n' +
      '(npm config get ignore-scripts must print false), and start everything through npm (npm start, npm test).',
  )
  process.exit(1)
}
