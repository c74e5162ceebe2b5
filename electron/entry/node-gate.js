// Syntax of Node 12: this file must be readable by whatever Node the machine has, so that a wrong version gets a sentence
// and not a crash. (The database driver needs Node-API 10 and ends older ones with a segmentation fault.)
import { spawn } from 'child_process'
import { existsSync } from 'fs'
import { constants } from 'os'
import { fileURLToPath, pathToFileURL } from 'url'

/** True when this Node can load the database driver and run TypeScript source. */
export function isCapable(versions, features) {
  return Number(versions.napi || 0) >= 10 && Boolean(features && features.typescript)
}

/** The one sentence for a Node that is too old and has no newer one beside it. */
export function refusal(version) {
  return 'Caseboard needs Node 24 (this is ' + version + '): run "npm ci" in the project folder, then "npm start" there.'
}

/** Where npm put the project's own Node 24, or null. */
export function bundledNode(rootUrl, platform, arch) {
  const name = 'node-' + (platform === 'win32' ? 'win' : platform) + '-' + arch
  const binary = platform === 'win32' ? 'bin/node.exe' : 'bin/node'
  const file = fileURLToPath(new URL('node_modules/' + name + '/' + binary, rootUrl))
  return existsSync(file) ? file : null
}

/** Runs the program beside this file under a capable Node: this one, else the project's own, else says one sentence and ends with 1. */
export function enter(program) {
  const target = new URL(program, import.meta.url)
  if (isCapable(process.versions, process.features)) {
    import(target.href).then(null, function (error) {
      process.stderr.write(String((error && error.stack) || error) + '\n')
      process.exit(1)
    })
    return
  }
  const node = process.env.CASEBOARD_REENTERED ? null : bundledNode(new URL('../../', import.meta.url), process.platform, process.arch)
  if (!node) {
    process.stderr.write(refusal(process.version) + '\n')
    process.exitCode = 1
    return
  }
  reenter(node)
}

function reenter(node) {
  const entry = fileURLToPath(pathToFileURL(process.argv[1]).href)
  const options = { stdio: inheritedStreams(process.argv), env: Object.assign({}, process.env, { CASEBOARD_REENTERED: '1' }) }
  const child = spawn(node, [entry].concat(process.argv.slice(2)), options)
  // The terminal sends Ctrl+C to both; the child decides when it is over.
  process.on('SIGINT', function () {})
  process.on('SIGTERM', function () {
    child.kill('SIGTERM')
  })
  child.on('exit', function (code, signal) {
    process.exit(signal ? 128 + (constants.signals[signal] || 0) : code || 0)
  })
}

/** Standard streams, and the file descriptor of `--passphrase-fd N`, which Node would otherwise close. */
export function inheritedStreams(argv) {
  const streams = ['inherit', 'inherit', 'inherit']
  argv.forEach(function (word, index) {
    const match = /^--passphrase-fd(?:=(\d+))?$/.exec(word)
    const fd = match ? Number(match[1] || argv[index + 1]) : 0
    if (!(fd > 2 && fd < 64)) return
    while (streams.length < fd) streams.push('ignore')
    streams[fd] = fd
  })
  return streams
}
