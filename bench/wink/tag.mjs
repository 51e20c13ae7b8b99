// What wink-nlp does with the texts that OnRecord reads.
//   node tag.mjs speed FOLDER      tokens/s and sentences/s over the .txt files: tokens, sentences and universal parts of speech
//   node tag.mjs accuracy CONLLU   share of gold words that it finds, and of those, share with the right part of speech
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import winkNLP from 'wink-nlp';
import model from 'wink-eng-lite-web-model';

const nlp = winkNLP(model, ['sbd', 'pos']);
const [mode, path] = process.argv.slice(2);

if (mode === 'speed') {
  const texts = readdirSync(path).filter(name => name.endsWith('.txt')).sort().map(name => readFileSync(join(path, name), 'utf8'));
  texts.slice(0, 20).forEach(text => nlp.readDoc(text).tokens().out(nlp.its.pos));
  const start = process.hrtime.bigint();
  let tokens = 0, sentences = 0;
  for (const text of texts) {
    const doc = nlp.readDoc(text);
    tokens += doc.tokens().out(nlp.its.pos).length;
    sentences += doc.sentences().length();
  }

  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  console.log(`${Math.round(tokens / seconds)} ${Math.round(sentences / seconds)}`);
} else if (mode === 'accuracy') {
  let gold = 0, found = 0, right = 0;
  for (const block of readFileSync(path, 'utf8').split('\n\n')) {
    const text = /^# text = (.*)$/m.exec(block)?.[1];
    if (text === undefined) {
      continue;
    }

    // Words are compared by their place among the characters that are not white space.
    const places = new Map();
    let at = 0, skipUntil = 0;
    for (const line of block.split('\n').filter(line => /^\d/.test(line))) {
      const [id, form, , upos] = line.split('\t');
      if (id.includes('.')) {
        continue;
      }

      const isRange = id.includes('-');
      if (isRange) {
        skipUntil = Number(id.split('-')[1]);
      } else if (Number(id) > skipUntil || skipUntil === 0) {
        places.set(`${at} ${at + form.length}`, upos);
      }

      if (isRange || Number(id) > skipUntil) {
        at += form.replace(/\s/g, '').length;
      }

      gold += isRange ? 0 : 1;
    }

    at = 0;
    const doc = nlp.readDoc(text);
    const tags = doc.tokens().out(nlp.its.pos);
    doc.tokens().out().forEach((token, i) => {
      const length = token.replace(/\s/g, '').length;
      const upos = places.get(`${at} ${at + length}`);
      found += upos === undefined ? 0 : 1;
      right += upos !== undefined && upos === tags[i] ? 1 : 0;
      at += length;
    });
  }

  console.log(`${found} of ${gold} words found as one token, ${(100 * right / found).toFixed(1)} % of them with the right part of speech`);
} else {
  console.error('usage: node tag.mjs speed FOLDER | accuracy CONLLU');
  process.exit(2);
}
