// The ballots of a ledger, and what opens their entries in the log.

import { encode, hex, sha256 } from './bytes.js'
import { Refused } from './refused.js'

export function ballots (election) {
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

export function checkBallots (election, standing, level, section) {
  if (election.lines.length !== (level === 'tallies' ? 0 : standing)) throw new Refused(section.first, 'ballots')
  if (level === 'tallies') return
  const sums = new Map()
  for (const { vote } of election.votes) {
    for (const id of vote.split(',').filter(Boolean)) sums.set(id, (sums.get(id) ?? 0) + 1)
  }
  const right = election.projects.every(it => it.votes === undefined || Number(it.votes) === (sums.get(it.project_id) ?? 0))
  if (!right) throw new Refused(section.first, 'sums')
}

export async function checkOpenings (section, standing, election, round) {
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
