// Boxes are drawn by dragging; what is handed in are fractions of the picture, so that its size does not matter.
document.querySelectorAll('.open-picture').forEach(part => {
  const frame = part.querySelector('.black-out');
  const field = part.querySelector('input[name=boxes]');
  const boxes = [];
  let from = null;
  let drawn = null;

  const at = event => {
    const edge = frame.getBoundingClientRect();
    const within = (value, size) => Math.min(1, Math.max(0, value / size));
    return { x: within(event.clientX - edge.left, edge.width), y: within(event.clientY - edge.top, edge.height) };
  };
  const span = (one, other) => ({
    left: Math.min(one.x, other.x), top: Math.min(one.y, other.y),
    width: Math.abs(one.x - other.x), height: Math.abs(one.y - other.y) });
  const place = (element, box) => ['left', 'top', 'width', 'height']
    .forEach(side => { element.style[side] = `${box[side] * 100}%`; });
  const hand = () => {
    field.value = boxes.map(it => [it.box.left, it.box.top, it.box.width, it.box.height].map(n => n.toFixed(4)).join(',')).join(';');
  };

  frame.addEventListener('pointerdown', event => {
    from = at(event);
    drawn = frame.appendChild(document.createElement('i'));
    frame.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  frame.addEventListener('pointermove', event => { if (from) place(drawn, span(from, at(event))); });
  frame.addEventListener('pointerup', event => {
    if (!from) return;
    const box = span(from, at(event));
    from = null;
    if (box.width < 0.01 || box.height < 0.01) return drawn.remove();
    boxes.push({ box, element: drawn });
    hand();
  });
  frame.addEventListener('pointercancel', () => { from = null; drawn?.remove(); });
  part.querySelector('.black-out-undo').addEventListener('click', () => { boxes.pop()?.element.remove(); hand(); });
});
