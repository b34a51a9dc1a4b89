// Checks a published ledger (src/docs/ledger.md) with what a browser has: SHA-256 and Ed25519 of WebCrypto. Sends nothing.

import { count } from './count.js'
import { Uncountable } from './counting/numbers.js'

const TITLE = 'linli-ledger 1'
const SECTIONS = ['round', 'log', 'heads', 'openings', 'result', 'election']

/** The file is not what it claims to be: `line` from 1, `reason` one of the words that the page explains. */
export class Refused extends Error {
  constructor (line, reason) {
    super(`line ${line}: ${reason}`)
    this.line = line
    this.reason = reason
  }
}

/**
 * @param {Uint8Array} file
 * @returns {Promise<{poll: string, level: string, rule: string, key: string, entries: number, heads: number, ballots: number,
 *   voided: {entry: number, reason: string}[], winners: string[], signed: boolean, recounted: boolean,
 *   missing: 'rule'|'ballots'|undefined}>} `signed` is false where this browser knows no Ed25519, `recounted` where
 *   something is `missing`: a rule that this program knows, or ballots instead of sums
 */
export async function verifyLedger (file) {
  const lines = split(file)
  const content = await checkedLines(lines)
  const text = content.map(decode)
  if (text[0] !== TITLE) throw new Refused(1, 'title')
  const sections = cut(text)
  const round = new Map(sections.round.lines.map(it => [before(it, ';'), after(it, ';')]))
  const key = round.get('key') ?? ''
  const check = await checker(key)
  const poll = round.get('poll')

  await checkSeal(lines, poll, check)
  const entries = sections.log.lines
  const tree = await Tree.of(entries.map(encode))
  await checkHeads(sections.heads, tree, poll, check)
  const { standing, voided } = await checkEntries(sections.log, sections.round)
  if (standing.size < Number(round.get('fewest') ?? 0)) round.set('level', 'tallies')
  const votes = ballots(sections.election)
  checkBallots(votes, standing.size, round.get('level'), sections.election)
  await checkOpenings(sections.openings, standing, votes, round)
  const winners = sections.result.lines.map(it => after(it, ';'))
  const counted = await recount(votes, round, sections.election)
  if (counted.winners && counted.winners.join() !== winners.join()) throw new Refused(sections.result.first, 'winners')
  return {
    poll,
    level: round.get('level'),
    rule: round.get('rule'),
    key,
    entries: entries.length,
    heads: sections.heads.lines.length,
    ballots: standing.size,
    voided,
    winners,
    signed: check.able,
    recounted: counted.winners !== undefined,
    missing: counted.missing
  }
}

async function recount (votes, round, section) {
  try {
    return await count(votes, round)
  } catch (failed) {
    throw failed instanceof Uncountable ? new Refused(section.first, 'election') : failed
  }
}

// ---- bytes and lines

const utf8 = new TextEncoder()
const encode = text => utf8.encode(text)
const decode = bytes => new TextDecoder('utf-8').decode(bytes)
const before = (text, sign) => text.includes(sign) ? text.slice(0, text.indexOf(sign)) : text
const after = (text, sign) => text.includes(sign) ? text.slice(text.indexOf(sign) + 1) : ''
const hex = bytes => Array.from(bytes, it => it.toString(16).padStart(2, '0')).join('')
const base64 = bytes => btoa(String.fromCharCode(...bytes))
const fromBase64 = text => Uint8Array.from(atob(text), it => it.charCodeAt(0))
const same = (one, other) => hex(one) === hex(other)

function joined (...parts) {
  const all = new Uint8Array(parts.reduce((sum, it) => sum + it.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

async function sha256 (...parts) {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', joined(...parts)))
}

function split (file) {
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

// ---- the checks of lines, and the seal over all

async function checkedLines (lines) {
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

async function checkSeal (lines, poll, check) {
  const last = lines.length - 1
  const [size, root, signature] = decode(lines[last]).split(';')
  const computed = base64(await (await Tree.of(lines.slice(0, last - 1))).root())
  const good = size === String(last - 1) && root === computed && signature !== undefined &&
    decode(lines[last]) === `${size};${root};${signature}` &&
    await check.isBy(signature, `${poll}\n${size}\n${root}\nledger\n`)
  if (!good) throw new Refused(last + 1, 'signature')
}

function cut (text) {
  const places = SECTIONS.map(it => text.indexOf(`[${it}]`))
  const sections = {}
  SECTIONS.forEach((name, i) => {
    const end = i + 1 < places.length ? places[i + 1] : text.length
    if (places[i] < 0 || end <= places[i]) throw new Refused(Math.max(1, places[i] + 1), 'sections')
    sections[name] = { first: places[i] + 2, lines: text.slice(places[i] + 1, end) }
  })
  return sections
}

// ---- signatures: c2sp.org/signed-note

async function checker (written) {
  const parts = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(written)
  if (!parts) throw new Refused(1, 'key')
  const typed = fromBase64(parts[3])
  const id = (await sha256(encode(parts[1] + '\n'), typed)).subarray(0, 4)
  if (hex(id) !== parts[2]) throw new Refused(1, 'key')
  const key = await crypto.subtle.importKey('raw', typed.subarray(1), 'Ed25519', false, ['verify']).catch(() => null)
  return {
    able: key !== null,
    async isBy (signature, text) {
      let bytes
      try {
        bytes = fromBase64(signature)
      } catch {
        return false
      }
      if (base64(bytes) !== signature || !same(bytes.subarray(0, 4), id)) return false
      return key === null || crypto.subtle.verify('Ed25519', key, bytes.subarray(4), encode(text))
    }
  }
}

// ---- the log: RFC 6962

class Tree {
  constructor (leaves) {
    this.rows = [leaves]
  }

  static async of (entries) {
    const tree = new Tree(await Promise.all(entries.map(it => sha256(Uint8Array.of(0), it))))
    for (let row = tree.rows[0]; row.length > 1;) {
      const pairs = Array.from({ length: row.length >> 1 }, (_, i) => [row[2 * i], row[2 * i + 1]])
      row = await Promise.all(pairs.map(([left, right]) => node(left, right)))
      tree.rows.push(row)
    }
    return tree
  }

  get size () {
    return this.rows[0].length
  }

  root (size = this.size) {
    return size === 0 ? sha256() : this.#over(0, size)
  }

  async #over (from, to) {
    const width = to - from
    if ((width & (width - 1)) === 0) return this.rows[31 - Math.clz32(width)][from / width]
    const middle = from + (1 << (31 - Math.clz32(width - 1)))
    return node(await this.#over(from, middle), await this.#over(middle, to))
  }
}

function node (left, right) {
  return sha256(Uint8Array.of(1), left, right)
}

async function checkHeads (section, tree, poll, check) {
  let earlier = 0
  for (const [i, line] of section.lines.entries()) {
    const [size, root, moment, signature] = line.split(';')
    const entries = Number(size)
    if (!await check.isBy(signature ?? '', `${poll}\n${size}\n${root}\n${moment}\n`)) throw new Refused(section.first + i, 'signature')
    const continues = earlier <= entries && entries <= tree.size && base64(await tree.root(entries)) === root
    if (!continues) throw new Refused(section.first + i, 'head')
    earlier = entries
  }
  if (earlier !== tree.size) throw new Refused(section.first - 1, 'head')
}

async function checkEntries (log, round) {
  const rules = hex(await sha256(encode(round.lines.slice(0, -1).join('\n'))))
  if (log.lines[0] !== `rules;${rules}`) throw new Refused(log.first, 'rules')
  const cast = new Set()
  const standing = new Map()
  const voided = []
  log.lines.slice(1).forEach((line, i) => {
    const [kind, what] = line.split(';')
    const reason = line.slice(kind.length + 1 + (what ?? '').length + 1)
    const plain = kind === 'voided' ? line !== `voided;${what};` && isReason(reason) : line === `${kind};${what}`
    if (reason) voided.push({ entry: i + 2, reason })
    const fits = plain && /^[0-9a-f]{64}$/.test(what) && (kind === 'cast'
      ? !cast.has(what) && cast.add(what) && standing.set(what, i + 2)
      : (kind === 'replaced' || kind === 'voided') && standing.delete(what))
    if (!fits) throw new Refused(log.first + i + 1, 'entry')
  })
  return { standing, voided }
}

/** Why a ballot was voided stands in one line, without signs that nobody sees. */
const isReason = text => text.length <= 200 && !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(text)

// ---- the ballots

function ballots (election) {
  const titles = election.lines.map(it => it.trim().toUpperCase())
  const meta = new Map(election.lines.slice(titles.indexOf('META') + 2, titles.indexOf('PROJECTS')).map(cells))
  const projects = table(election.lines.slice(titles.indexOf('PROJECTS') + 1, titles.indexOf('VOTES')))
  const votes = table(election.lines.slice(titles.indexOf('VOTES') + 1))
  return {
    meta,
    projects,
    lines: votes.map(it => it.points ? `${it.vote};${it.points}` : it.vote).sort(byUnits),
    votes
  }
}

/** Java's order of strings, which is also that of JavaScript's `<`. */
const byUnits = (one, other) => one < other ? -1 : one > other ? 1 : 0

function table (lines) {
  const [header, ...rows] = lines.map(cells)
  return rows.map(row => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ''])))
}

function cells (line) {
  const found = []
  for (const [, quoted, plain] of (line + ';').matchAll(/(?:"((?:[^"]|"")*)"|([^;]*));/g)) {
    found.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
  }
  return found
}

function checkBallots (election, standing, level, section) {
  if (election.lines.length !== (level === 'tallies' ? 0 : standing)) throw new Refused(section.first, 'ballots')
  if (level === 'tallies') return
  const sums = new Map()
  for (const { vote } of election.votes) {
    for (const id of vote.split(',').filter(Boolean)) sums.set(id, (sums.get(id) ?? 0) + 1)
  }
  const right = election.projects.every(it => it.votes === undefined || Number(it.votes) === (sums.get(it.project_id) ?? 0))
  if (!right) throw new Refused(section.first, 'sums')
}

async function checkOpenings (section, standing, election, round) {
  const opened = round.get('level') === 'openings'
  if (section.lines.length !== (opened ? standing.size : 0)) throw new Refused(section.first - 1, 'openings')
  const closed = new Map(standing)
  const held = []
  for (const [i, line] of section.lines.entries()) {
    const [, entry, nonce, ballot] = /^(\d+);([0-9a-f]{32});(.*)$/.exec(line) ?? []
    const commitment = hex(await sha256(encode(['linli-ballot-v1', round.get('poll'), ballot, nonce].join('\n'))))
    if (closed.get(commitment) !== Number(entry)) throw new Refused(section.first + i, 'opening')
    closed.delete(commitment)
    held.push(ballot)
  }
  held.sort(byUnits)
  if (opened && held.some((it, i) => it !== election.lines[i])) throw new Refused(section.first, 'openings')
}
