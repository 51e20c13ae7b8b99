// A claim at which you point, or which has the focus, lights up its source, cue, times and figures in the text; a chosen one stays lit and goes into the address.
'use strict';

const parts = { c: 'lit-claim', s: 'lit-source', u: 'lit-cue', t: 'lit-time', f: 'lit-figure', o: 'lit-open' };
const cards = [...document.querySelectorAll('[data-keys]')];
const text = document.getElementById('text');
const pieces = new Map();
for (const piece of text.querySelectorAll('[data-k]')) {
  for (const key of piece.dataset.k.split(' ')) {
    if (!pieces.has(key)) pieces.set(key, []);
    pieces.get(key).push(piece);
  }
}
const cardOf = new Map(cards.filter(card => card.matches('.card, .word')).map(card => [card.dataset.keys.split(' ')[0], card]));
let chosen = cards.find(card => card.getAttribute('aria-current') === 'true') ?? null;
let lit = null;

function light(card) {
  if (lit === card && card !== null) return;
  lit = card;
  for (const piece of text.querySelectorAll('[class*="lit-"]')) piece.classList.remove(...Object.values(parts));
  for (const other of cards) other.classList.toggle('on', other === card && other !== chosen);
  if (card === null) return;
  for (const key of card.dataset.keys.split(' ')) {
    for (const piece of pieces.get(key) ?? []) piece.classList.add(parts[key[0]]);
  }
}

function show(element) {
  for (let around = element?.parentElement?.closest('details'); around; around = around.parentElement?.closest('details')) around.open = true;
  element?.scrollIntoView({ block: 'nearest' });
}

function choose(card) {
  chosen?.removeAttribute('aria-current');
  chosen = card;
  card.setAttribute('aria-current', 'true');
  light(null);
  light(card);
  history.replaceState(null, '', card.querySelector('.claim').href);
}

const innermost = target => {
  const key = target.closest?.('[data-k]')?.dataset.k.split(' ').find(one => one[0] === 'c');
  return key ? cardOf.get(key) ?? null : null;
};

for (const card of cards) {
  card.addEventListener('mouseenter', () => light(card));
  card.addEventListener('mouseleave', () => light(chosen));
  card.addEventListener('focusin', () => { light(card); show(pieces.get(card.dataset.keys.split(' ')[0])?.[0]); });
  card.addEventListener('focusout', () => light(chosen));
  card.querySelector('.claim')?.addEventListener('click', event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    choose(card);
    show(pieces.get(card.dataset.keys.split(' ')[0])?.[0]);
  });
}
text.addEventListener('mouseover', event => light(innermost(event.target) ?? chosen));
text.addEventListener('mouseleave', () => light(chosen));
text.addEventListener('click', event => {
  const card = innermost(event.target);
  if (card?.matches('.card')) {
    choose(card);
    show(card);
  }
});
if (chosen) {
  show(chosen);
  show(pieces.get(chosen.dataset.keys.split(' ')[0])?.[0]);
}

// A block of the document and its place on the page as it came show each other.
for (const mark of document.querySelectorAll('.raw .mark')) {
  const block = document.getElementById(mark.id.replace('raw', 'block'));
  for (const [one, other] of [[mark, block], [block, mark]]) {
    one.addEventListener('mouseenter', () => other.classList.add('near'));
    one.addEventListener('mouseleave', () => other.classList.remove('near'));
    one.addEventListener('focusin', () => other.classList.add('near'));
    one.addEventListener('focusout', () => other.classList.remove('near'));
  }
}
