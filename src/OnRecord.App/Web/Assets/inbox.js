// Files can be dropped anywhere on the page; what was handed in is followed until all of it is read.
'use strict';

const form = document.querySelector('form.inbox');
const drop = form.querySelector('.drop');
const files = document.getElementById('files');
const items = document.getElementById('items');
const progress = document.getElementById('progress');
const bar = document.getElementById('bar');

for (const name of ['dragenter', 'dragover']) {
  document.addEventListener(name, event => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    drop.classList.add('over');
  });
}
document.addEventListener('dragleave', event => { if (event.relatedTarget === null) drop.classList.remove('over'); });
document.addEventListener('drop', event => {
  if (!event.dataTransfer?.files.length) return;
  event.preventDefault();
  drop.classList.remove('over');
  files.files = event.dataTransfer.files;
  form.requestSubmit();
});

form.addEventListener('submit', async event => {
  event.preventDefault();
  const fields = new FormData(form);
  const chosen = [...files.files];
  if (chosen.length === 0 && !fields.get('text').trim()) {
    say('Choose files or paste text first.');
    return;
  }
  // One request a file, so that each is limited by itself and the first is read while the others are on their way.
  const bodies = chosen.map(file => { const body = copy(fields, false); body.append('files', file); return [file.name, body]; });
  if (fields.get('text').trim()) bodies.push(['the pasted text', copy(fields, true)]);
  let refused = [];
  for (const [place, [name, body]] of bodies.entries()) {
    say(`Sending ${place + 1} of ${bodies.length}: ${name}`);
    try {
      let answer = await fetch('/api/inbox', { method: 'POST', body });
      // There is no room while much waits to be read; what waits is drawn meanwhile.
      while (answer.status === 503) {
        say(`Waiting for room: ${name}`);
        follow(true);
        await new Promise(resolve => setTimeout(resolve, 1000 * (Number(answer.headers.get('Retry-After')) || 10)));
        answer = await fetch('/api/inbox', { method: 'POST', body });
      }
      if (answer.ok) draw(await answer.json());
      else refused.push(`${name}: ${answer.status === 413 ? 'is too large' : (await answer.json().catch(() => ({}))).detail ?? answer.statusText}`);
    } catch {
      refused.push(`${name}: could not be sent; the desk does not answer, or the file is too large`);
    }
  }
  files.value = '';
  form.querySelector('textarea').value = '';
  if (refused.length) say(refused.join('; '));
  follow(refused.length > 0);
});

function copy(fields, withText) {
  const body = new FormData();
  for (const [name, value] of fields) if (name !== 'files' && (withText || name !== 'text')) body.append(name, value);
  return body;
}

function say(text) { progress.textContent = text; }

function draw(view) {
  const done = view.items.length - view.open;
  bar.hidden = view.open === 0;
  bar.max = Math.max(1, view.items.length);
  bar.value = done;
  items.replaceChildren(...view.items.map(item => {
    const line = element('li', `item ${item.state}`);
    line.dataset.id = item.id;
    line.append(element('span', 'state', item.state), element('span', 'name', item.name), element('span', 'what', [
      item.stored && `${item.stored} ${item.stored === 1 ? 'page' : 'pages'} stored`,
      item.known && `${item.known} ${item.known === 1 ? 'page was' : 'pages were'} there already`,
    ].filter(Boolean).join(', ')));
    if (item.state === 'waiting' || item.state === 'reading' || item.isKept) line.append(act(item, 'cancel', item.isKept ? 'Take out' : 'Cancel'));
    if (item.isKept) line.append(act(item, 'again', 'Try again'));
    for (const record of item.records) {
      const link = element('a', '', item.records.length === 1 ? 'See the record' : `Document ${record.split('-')[1]}`);
      link.href = `/documents/${record}`;
      line.append(link);
    }
    for (const problem of item.problems) line.append(element('span', 'problem', problem));
    return line;
  }));
  return done;
}

// The forms of the page itself, so that they work as they do without scripts.
function act(item, what, title) {
  const made = element('form', '');
  made.method = 'post';
  made.action = `/inbox/${item.id}/${what}`;
  made.append(element('button', '', title));
  return made;
}

function element(name, className, text = '') {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

let isFollowing = false;
async function follow(isQuiet) {
  if (isFollowing) return;
  isFollowing = true;
  for (let open = 1; open > 0;) {
    try {
      const view = await (await fetch('/api/inbox')).json();
      const done = draw(view);
      open = view.open;
      if (!isQuiet && view.items.length) say(open ? `${done} of ${view.items.length} read` : `All ${view.items.length} read`);
    } catch {
      say('The desk does not answer.');
    }
    if (open > 0) await new Promise(resolve => setTimeout(resolve, 600));
  }
  isFollowing = false;
}
if (!bar.hidden) follow(false);
