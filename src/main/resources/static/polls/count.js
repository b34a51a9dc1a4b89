// Counts an election once more, exactly, by the rules that org.linli.polls.counting documents. Shares no line with it.

import { borda } from './counting/borda.js'
import { completeShares } from './counting/complete-shares.js'
import { copeland, minimax, rankedPairs, schulze } from './counting/duels.js'
import { readElection } from './counting/election.js'
import { greedy, threshold } from './counting/greedy.js'
import { elect, standing } from './counting/orders.js'
import { phragmen } from './counting/phragmen.js'
import { runOff } from './counting/run-off.js'
import { transferable } from './counting/transferable.js'
import { backersOf, isKnownUtility } from './counting/worth.js'

/**
 * @param {{meta: Map<string, string>, projects: Object[], votes: {vote: string}[]}} file rows of a Pabulib file
 * @param {Map<string, string>} declared what the ledger says of the rule
 * @returns {Promise<{winners: string[]}|{missing: 'rule'|'ballots'}>} ids in order of choice; or what is missing: this
 *   program knows no such rule, or sums alone were published and the rule needs ballots. Throws `Uncountable`.
 */
export async function count (file, declared) {
  const rule = RULES[declared.get('rule')]
  if (!rule || !isKnownUtility(declared.get('utility'))) return { missing: 'rule' }
  const sums = declared.get('level') === 'tallies'
  if (sums && !isBySums(file, declared)) return { missing: 'ballots' }
  const election = await readElection(file, declared, sums)
  return { winners: rule(election, declared).map(it => election.ids[it]) }
}

function isBySums ({ projects }, declared) {
  return declared.get('rule').startsWith('greedy') && ['cost', 'cardinality'].includes(declared.get('utility')) &&
    projects.every(it => it.votes)
}

const byWorth = rule => (election, declared) => rule(election, backersOf(election, declared.get('utility')), declared)
const byOrder = rule => election => elect(election, rule(standing(election)))

const RULES = {
  greedy: byWorth((election, backers) => greedy(election, backers)),
  'greedy-threshold': byWorth((election, backers) =>
    greedy(election, backers, { least: threshold(election, backers) })),
  'greedy-no-skip': byWorth((election, backers) => greedy(election, backers, { skip: false })),
  'equal-shares': byWorth(completeShares),
  phragmen,
  borda: byOrder(borda),
  copeland: byOrder(copeland),
  minimax: byOrder(it => minimax(it)),
  'minimax-margin': byOrder(it => minimax(it, true)),
  schulze: byOrder(it => schulze(it)),
  'schulze-margin': byOrder(it => schulze(it, true)),
  'ranked-pairs': byOrder(it => rankedPairs(it)),
  'ranked-pairs-margin': byOrder(it => rankedPairs(it, true)),
  irv: byOrder(runOff),
  stv: transferable
}
