// Counts approvals exactly, in whole numbers of any length, by the rules that org.linli.polls.counting documents.

/**
 * @param {{meta: Map<string, string>, projects: Object[], votes: {vote: string}[]}} file rows of a Pabulib file
 * @param {Map<string, string>} declared what the ledger says of the rule
 * @returns {Promise<string[]|null>} ids in order of choice; `null` where this program cannot count such an election
 */
export async function count (file, declared) {
  if (!['approval', 'choose-1'].includes(file.meta.get('vote_type'))) return null
  if (!['cost', 'cardinality'].includes(declared.get('utility'))) return null
  const sums = declared.get('level') === 'tallies'
  const rule = RULES[declared.get('rule')]
  if (!rule || (sums && !declared.get('rule').startsWith('greedy'))) return null
  const election = await read(file, declared, sums)
  return rule(election, declared).map(it => election.ids[it])
}

const RULES = {
  greedy: it => greedy(it, it.perCost),
  'greedy-threshold': it => greedy(it, it.perCost, { least: it.threshold }),
  'greedy-no-skip': it => greedy(it, it.perCost, { skip: false }),
  'equal-shares': completeShares,
  phragmen
}

// ---- the election

async function read ({ meta, projects, votes }, declared, sums) {
  const budgetText = meta.get('budget')
  const decimals = Math.max(0, ...[budgetText, ...projects.map(it => it.cost)].map(decimalsOf))
  const places = new Map(projects.map((it, i) => [it.project_id, i]))
  const groups = sums ? [] : grouped(votes, places)
  const election = {
    ids: projects.map(it => it.project_id),
    stands: projects.map(it => Number(it.cost) !== 999999999),
    costs: projects.map(it => whole(it.cost, decimals)),
    budget: whole(budgetText, decimals),
    unit: 10n ** BigInt(decimals),
    threshold: Math.ceil(Number(declared.get('threshold') ?? meta.get('min_project_score_threshold') ?? 0)),
    perCost: declared.get('utility') === 'cardinality',
    groups,
    voters: BigInt(votes.length),
    backers: projects.map((_, i) => groups.flatMap((it, g) => it.named.has(i) ? [g] : [])),
    caps: caps(meta, projects, decimals),
    exclusive: projects.map(it => new Set(list(it.exclusion_group)))
  }
  election.votes = projects.map((it, i) =>
    sums ? Number(it.votes) : election.backers[i].reduce((sum, g) => sum + groups[g].size, 0))
  election.before = await tieOrder(declared.get('tie'), election)
  return election
}

const list = cell => (cell ?? '').split(',').map(it => it.trim()).filter(Boolean)

function decimalsOf (number) {
  const [, fraction = ''] = number.split('.')
  return fraction.replace(/0+$/, '').length
}

function whole (number, decimals) {
  const [integral, fraction = ''] = number.split('.')
  return BigInt(integral + fraction.replace(/0+$/, '').padEnd(decimals, '0'))
}

function grouped (votes, places) {
  const groups = new Map()
  for (const { vote } of votes) {
    const named = new Set(list(vote).map(it => places.get(it)))
    const key = [...named].sort((a, b) => a - b).join()
    const known = groups.get(key)
    if (known) known.size++
    else groups.set(key, { named, size: 1 })
  }
  return [...groups.values()]
}

function caps (meta, projects, decimals) {
  return [['categories', 'budget_per_category', 'category'], ['neighborhoods', 'budget_per_neighborhood', 'neighborhood']]
    .flatMap(([names, amounts, column]) => {
      const most = list(meta.get(amounts))
      return list(meta.get(names)).slice(0, most.length).map((name, i) => ({
        most: whole(most[i], decimals),
        has: projects.map(it => list(it[column]).includes(name))
      }))
    })
}

async function tieOrder (written, { ids, costs, votes }) {
  const by = {
    cost: i => costs[i],
    votes: i => -votes[i],
    name: i => ids[i],
    list: i => i
  }
  const orders = []
  for (const word of [...written.split(','), 'name', 'list']) {
    const lots = word.startsWith('lot=') ? await Promise.all(ids.map(it => drawn(word.slice(4), it))) : null
    orders.push(lots ? i => lots[i] : by[word])
  }
  return (one, other) => {
    for (const order of orders) {
      const [a, b] = [order(one), order(other)]
      if (a !== b) return a < b ? -1 : 1
    }
    return 0
  }
}

async function drawn (seed, id) {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${seed}\0${id}`))
  return Array.from(new Uint8Array(hash), it => it.toString(16).padStart(2, '0')).join('')
}

/** What may still be chosen. */
class Room {
  constructor (election, budget = election.budget) {
    this.election = election
    this.left = budget
    this.capped = election.caps.map(it => it.most)
    this.taken = []
    this.excluded = new Set()
  }

  fits (project) {
    const { costs, stands, caps, exclusive } = this.election
    return stands[project] && !this.taken.includes(project) && (this.left === null || costs[project] <= this.left) &&
      caps.every((it, i) => !it.has[project] || costs[project] <= this.capped[i]) &&
      ![...exclusive[project]].some(it => this.excluded.has(it))
  }

  take (project) {
    const { costs, caps, exclusive } = this.election
    if (this.left !== null) this.left -= costs[project]
    caps.forEach((it, i) => { if (it.has[project]) this.capped[i] -= costs[project] })
    exclusive[project].forEach(it => this.excluded.add(it))
    this.taken.push(project)
  }
}

function roomAfter (election, winners, budget) {
  const room = new Room(election, budget)
  winners.forEach(it => room.take(it))
  return room
}

const cost = (election, winners) => winners.reduce((sum, it) => sum + election.costs[it], 0n)
const places = election => election.ids.map((_, i) => i)

// ---- greedy

function greedy (election, perCost, { least = 0, skip = true, room = new Room(election) } = {}) {
  const { votes, costs, before } = election
  const weight = it => costs[it] === 0n && votes[it] === 0 ? 1n : costs[it]
  const score = (one, other) => perCost
    ? compare(BigInt(votes[other]) * weight(one), BigInt(votes[one]) * weight(other))
    : votes[other] - votes[one]
  for (const project of places(election).sort((a, b) => score(a, b) || before(a, b))) {
    if (votes[project] < least || !election.stands[project]) continue
    if (room.fits(project)) room.take(project)
    else if (!skip) break
  }
  return room.taken
}

const compare = (one, other) => one < other ? -1 : one > other ? 1 : 0

// ---- equal shares

function completeShares (election, declared) {
  const completion = declared.get('completion')
  const start = fairShare(election, declared.get('start') === 'floor')
  let winners = completion.startsWith('add1') ? raised(election, start, declared) : shares(election, start)
  if (['utilitarian', 'add1u'].includes(completion)) {
    winners = greedy(election, election.perCost, { room: roomAfter(election, winners) })
  }
  return declared.get('comparison') === 'true' ? preferred(election, winners) : winners
}

function fairShare ({ budget, voters, unit }, floor) {
  if (voters === 0n) return { over: 0n, under: 1n }
  return floor ? { over: budget / voters / unit * unit, under: 1n } : { over: budget, under: voters }
}

function raised (election, start, declared) {
  const step = election.unit * BigInt(declared.get('increment'))
  let endowment = start
  let last = shares(election, start)
  while (!isLast(election, last, declared.get('exhaustive') === 'true')) {
    endowment = { over: endowment.over + step * endowment.under, under: endowment.under }
    const next = shares(election, endowment)
    if (cost(election, next) > election.budget) return last
    last = next
  }
  return last
}

function isLast (election, winners, exhaustive) {
  const all = roomAfter(election, winners, null)
  const room = roomAfter(election, winners)
  return !places(election).some(it => all.fits(it) && election.votes[it] > 0) ||
    (exhaustive && !places(election).some(it => room.fits(it)))
}

function preferred (election, byShares) {
  const byVotes = greedy(election, false)
  const mine = (group, winners) => winners.filter(it => group.named.has(it)).length
  let more = 0
  for (const group of election.groups) more += group.size * Math.sign(mine(group, byVotes) - mine(group, byShares))
  return more > 0 ? byVotes : byShares
}

/** Money of each group of equal ballots, as whole numbers over one denominator. */
function shares (election, endowment) {
  const { groups, backers, costs, votes, before } = election
  const money = groups.map(() => endowment.over)
  let denominator = endowment.under
  const room = new Room(election, null)
  const wanted = places(election).filter(it => election.stands[it] && votes[it] > 0)
  wanted.filter(it => costs[it] === 0n).sort(before).filter(it => room.fits(it)).forEach(it => room.take(it))
  const worth = project => election.perCost ? 1n : costs[project]

  const price = project => {
    const purses = new Map()
    for (const g of backers[project]) purses.set(money[g], (purses.get(money[g]) ?? 0) + groups[g].size)
    let missing = costs[project] * denominator
    let payers = BigInt(votes[project])
    for (const [each, size] of [...purses].sort(([one], [other]) => compare(one, other))) {
      if (each * payers >= missing) return { over: missing, under: payers * denominator * worth(project) }
      missing -= each * BigInt(size)
      payers -= BigInt(size)
    }
    return null
  }

  const pay = (project, { over, under }) => {
    const due = reduced(over * worth(project), under)
    const common = denominator / gcd(denominator, due.under) * due.under
    const factor = common / denominator
    if (factor !== 1n) money.forEach((it, g) => { money[g] = it * factor })
    denominator = common
    const each = due.over * (common / due.under)
    for (const g of backers[project]) money[g] = money[g] > each ? money[g] - each : 0n
  }

  let open = wanted.filter(it => costs[it] > 0n)
    .map(project => ({ project, price: { over: costs[project], under: BigInt(votes[project]) * worth(project) } }))
  for (;;) {
    open = open.filter(it => room.fits(it.project)).sort((one, other) => less(one.price, other.price))
    let best = null
    let equal = []
    const gone = new Set()
    for (const it of open) {
      if (best && less(best, it.price) < 0) break
      const found = price(it.project)
      if (!found) {
        gone.add(it)
        continue
      }
      it.price = found
      const against = best ? less(found, best) : -1
      if (against < 0) [best, equal] = [found, []]
      if (against <= 0) equal.push(it.project)
    }
    if (!best) return room.taken
    const chosen = equal.sort(before)[0]
    room.take(chosen)
    pay(chosen, best)
    open = open.filter(it => !gone.has(it) && it.project !== chosen)
  }
}

const less = (one, other) => compare(one.over * other.under, other.over * one.under)

function gcd (one, other) {
  while (other) [one, other] = [other, one % other]
  return one
}

function reduced (over, under) {
  const common = gcd(over, under)
  return { over: over / common, under: under / common }
}

// ---- Phragmén

function phragmen (election) {
  const { groups, backers, costs, votes, before } = election
  const loads = groups.map(() => 0n)
  let denominator = 1n
  const room = new Room(election)
  let left = places(election).filter(it => room.fits(it) && votes[it] > 0)
  while (left.length) {
    const moments = left.map(project => ({
      project,
      over: backers[project].reduce((sum, g) => sum + loads[g] * BigInt(groups[g].size), costs[project] * denominator),
      under: denominator * BigInt(votes[project])
    })).sort((one, other) => less(one, other) || before(one.project, other.project))
    const equal = moments.filter(it => less(it, moments[0]) === 0)
    if (!equal.every(it => room.fits(it.project))) break
    const [{ project, over, under }] = equal
    room.take(project)
    const exact = reduced(over, under)
    const common = denominator / gcd(denominator, exact.under) * exact.under
    loads.forEach((it, g) => { loads[g] = it * (common / denominator) })
    denominator = common
    for (const g of backers[project]) loads[g] = exact.over * (common / exact.under)
    left = left.filter(it => it !== project)
  }
  return room.taken
}
