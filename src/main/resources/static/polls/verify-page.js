import { verifyLedger } from '/polls/verify.js'

const input = document.querySelector('#ledger')
const told = document.querySelector('#told')

input.addEventListener('change', async () => {
  const [file] = input.files
  if (!file) return
  tell(told.dataset.reading)
  try {
    show(await verifyLedger(new Uint8Array(await file.arrayBuffer())))
  } catch (refused) {
    tell(refused.line ? said('refused', refused.line, document.querySelector(`[data-reason='${refused.reason}']`)?.textContent ?? '') : said('unable'), 'is-wrong')
  }
})

function show (right) {
  tell(said('right'), 'is-right')
  const list = document.createElement('dl')
  add(list, 'ballots', right.ballots)
  add(list, 'entries', right.entries)
  add(list, 'heads', right.heads)
  add(list, 'winners', right.winners.join('、') || '—')
  add(list, 'key', right.key)
  told.append(list)
  if (!right.recounted) told.append(paragraph(said('uncounted')))
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
