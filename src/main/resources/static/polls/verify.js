// Checks a published ledger (src/docs/ledger.md) with what a browser has: SHA-256 and Ed25519 of WebCrypto. Sends nothing.

import { count } from './count.js'
import { Uncountable } from './counting/numbers.js'
import { ballots, checkBallots, checkOpenings } from './ledger/ballots.js'
import { after, before, decode, encode } from './ledger/bytes.js'
import { checkedLines, checkSeal, cut, split } from './ledger/lines.js'
import { checkEntries, checkHeads } from './ledger/log.js'
import { Refused } from './ledger/refused.js'
import { checker } from './ledger/signatures.js'
import { Tree } from './ledger/tree.js'

const TITLE = 'linli-ledger 1'

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
