// Shows of the form for a new round what fits the ballot and the rule. What is hidden is not sent, and counts as usual;
// without this script everything is there, and the server refuses what does not fit.

{
  const form = document.querySelector('#round-form')
  const words = text => (text ?? '').split(' ')

  function offer (select) {
    for (const option of select.options) {
      const fits = !option.dataset.kinds || words(option.dataset.kinds).includes(form.kind.value)
      option.hidden = option.disabled = !fits
    }
    if (select.selectedOptions[0]?.disabled !== false) select.value = [...select.options].find(it => !it.disabled).value
  }

  function show (label) {
    const isOf = (those, chosen) => !those || words(those).includes(chosen.value)
    const { rules, completions, kinds } = label.dataset
    const hidden = !isOf(rules, form.rule) || !isOf(completions, form.completion) || !isOf(kinds, form.kind)
    label.hidden = hidden
    label.querySelectorAll('input, select').forEach(it => { it.disabled = hidden })
  }

  function fit () {
    offer(form.rule)
    offer(form.utility)
    form.querySelectorAll('label[data-rules], label[data-kinds]').forEach(show)
  }

  if (form) {
    form.addEventListener('change', fit)
    fit()
  }
}
