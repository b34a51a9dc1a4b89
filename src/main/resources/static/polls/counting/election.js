// An election out of the rows of a Pabulib file: projects, money, ballots and what else was declared.

import { groupsOf, groupsOfSums, list } from './ballots.js'
import { decimal, decimalsOf, whole } from './numbers.js'
import { tieOrder } from './ties.js'

/** What a project "costs" in Pabulib that was withdrawn. */
const WITHDRAWN = 999999999n
const CAPS = [
  ['categories', 'budget_per_category', 'category'],
  ['neighborhoods', 'budget_per_neighborhood', 'neighborhood']
]

/** @param {boolean} sums whether the published sums stand for the ballots, of which there are none */
export async function readElection ({ meta, projects, votes }, declared, sums) {
  const capped = CAPS.flatMap(([, key]) => list(meta.get(key)))
  const money = decimalsOf([meta.get('budget'), ...projects.map(it => it.cost), ...capped].map(decimal))
  const places = new Map(projects.map((it, i) => [it.project_id, i]))
  const { decimals, groups } = sums
    ? { decimals: 0, groups: groupsOfSums(projects.map(it => Number(it.votes))) }
    : groupsOf(meta.get('vote_type'), votes, places)
  const unit = 10n ** BigInt(money)
  const costs = projects.map(it => whole(decimal(it.cost), money))
  const stands = costs.map(it => it !== WITHDRAWN * unit)
  const election = {
    ids: projects.map(it => it.project_id),
    stands,
    costs: costs.map((it, i) => stands[i] ? it : 0n),
    budget: whole(decimal(meta.get('budget')), money),
    unit,
    decimals,
    groups,
    voters: BigInt(groups.reduce((sum, it) => sum + it.size, 0)),
    votes: votesOf(projects, groups),
    caps: caps(meta, projects, money),
    exclusive: projects.map(it => new Set(list(it.exclusion_group))),
    threshold: decimal(declared.get('threshold') ?? (meta.get('min_project_score_threshold') || '0')),
    seats: Number(declared.get('seats') ?? 0) || 1
  }
  election.before = await tieOrder(declared.get('tie'), election)
  return election
}

export const places = election => election.ids.map((_, i) => i)

/** By how many voters each is named. */
function votesOf (projects, groups) {
  const votes = projects.map(() => 0)
  for (const { named, size } of groups) named.forEach(it => { votes[it] += size })
  return votes
}

function caps (meta, projects, money) {
  return CAPS.flatMap(([names, amounts, column]) => {
    const most = list(meta.get(amounts))
    return list(meta.get(names)).slice(0, most.length).map((name, i) => ({
      most: whole(decimal(most[i]), money),
      has: projects.map(it => list(it[column]).includes(name))
    }))
  })
}
