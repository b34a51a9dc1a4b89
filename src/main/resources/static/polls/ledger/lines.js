// The lines of a ledger, the check of each, and the seal over all.

import { base64, decode, encode, hex, sha256 } from './bytes.js'
import { Refused } from './refused.js'
import { Tree } from './tree.js'

const SECTIONS = ['round', 'log', 'heads', 'openings', 'result', 'election']

export function split (file) {
  const lines = []
  let begin = 0
  for (let i = 0; i < file.length; i++) {
    if (file[i] === 10) {
      lines.push(file.subarray(begin, i))
      begin = i + 1
    }
  }
  if (begin < file.length || !lines.length) throw new Refused(lines.length + 1, 'end')
  return lines
}

export async function checkedLines (lines) {
  const written = lines.map(it => String.fromCharCode(...it.subarray(0, 200)))
  const last = lines.length - 1
  if (last < 2 || written[last - 1] !== '[seal]') throw new Refused(near(written, '[seal]', last), 'seal')
  const checks = written.indexOf('[checks]')
  if (checks < 0) throw new Refused(near(written, '[checks]', Math.floor((lines.length - 3) / 2) + 1), 'checks')
  for (let i = 0; i < checks; i++) {
    const place = checks + 1 + i
    const expected = hex(await sha256(lines[i])).slice(0, 8)
    if (place >= last - 1 || written[place] !== expected) throw await changed(lines, written, i, place, expected)
  }
  if (checks + 1 + checks !== last - 1) throw new Refused(checks + 2 + checks, 'checks')
  return lines.slice(0, checks)
}

function near (written, title, expected) {
  const found = written.findIndex(it => it.includes(title))
  return (found < 0 ? Math.max(0, expected - 1) : found) + 1
}

/** Either a line was changed or its check: whichever, put right, makes the sealed root again. */
async function changed (lines, written, line, place, expected) {
  const end = lines.length - 2
  if (place >= end || !/^[0-9a-f]{8}$/.test(written[place])) return new Refused(place + 1, 'check')
  const mended = lines.slice(0, end)
  mended[place] = encode(expected)
  const root = (await Tree.of(mended)).root()
  return written[end + 1].split(';')[1] === base64(await root)
    ? new Refused(place + 1, 'check')
    : new Refused(line + 1, 'changed')
}

export async function checkSeal (lines, poll, check) {
  const last = lines.length - 1
  const [size, root, signature] = decode(lines[last]).split(';')
  const computed = base64(await (await Tree.of(lines.slice(0, last - 1))).root())
  const good = size === String(last - 1) && root === computed && signature !== undefined &&
    decode(lines[last]) === `${size};${root};${signature}` &&
    await check.isBy(signature, `${poll}\n${size}\n${root}\nledger\n`)
  if (!good) throw new Refused(last + 1, 'signature')
}

export function cut (text) {
  const places = SECTIONS.map(it => text.indexOf(`[${it}]`))
  const sections = {}
  SECTIONS.forEach((name, i) => {
    const end = i + 1 < places.length ? places[i + 1] : text.length
    if (places[i] < 0 || end <= places[i]) throw new Refused(Math.max(1, places[i] + 1), 'sections')
    sections[name] = { first: places[i] + 2, lines: text.slice(places[i] + 1, end) }
  })
  return sections
}
