import { verifyLedger } from '/polls/verify.js'

const input = document.querySelector('#ledger')
const told = document.querySelector('#told')

// Of our own pages only, so that nobody is led to a file of somebody else's.
const published = new URLSearchParams(location.search).get('file') ?? ''
if (/^\/polls\/[0-9a-z-]+\/\d+\/ledger$/.test(published)) {
  verify(async () => {
    const answer = await fetch(published)
    if (!answer.ok) throw new Error(answer.status)
    return answer.arrayBuffer()
  })
}

input.addEventListener('change', () => {
  const [file] = input.files
  if (file) verify(() => file.arrayBuffer())
})

async function verify (read) {
  tell(told.dataset.reading)
  try {
    show(await verifyLedger(new Uint8Array(await read())))
  } catch (refused) {
    const reason = document.querySelector(`[data-reason='${refused.reason}']`)?.textContent ?? ''
    tell(refused.line ? said('refused', refused.line, reason) : said('unable'), 'is-wrong')
  }
}

function show (right) {
  tell(said('right'), 'is-right')
  const list = document.createElement('dl')
  add(list, 'ballots', right.ballots)
  add(list, 'entries', right.entries)
  if (right.voided.length) add(list, 'voided', right.voided.map(it => said('voided.one', it.entry, it.reason)).join('；'))
  add(list, 'heads', right.heads)
  add(list, 'winners', right.winners.join('、') || '—')
  add(list, 'key', right.key)
  told.append(list)
  if (!right.recounted) told.append(paragraph(said(`uncounted.${right.missing}`)))
  if (!right.signed) told.append(paragraph(said('unsigned')))
}

function add (list, name, value) {
  const term = document.createElement('dt')
  term.textContent = said(name)
  const text = document.createElement('dd')
  text.textContent = value
  list.append(term, text)
}

function tell (text, kind = '') {
  told.replaceChildren(paragraph(text))
  told.className = kind
}

function paragraph (text) {
  const it = document.createElement('p')
  it.textContent = text
  return it
}

function said (name, ...values) {
  const text = document.querySelector(`[data-word='${name}']`).textContent
  return values.reduce((all, value, i) => all.replace(`{${i}}`, value), text)
}
