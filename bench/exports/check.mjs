// Opens exports with other people's readers and compares what these find with the records: node check.mjs FOLDER
// The folder holds out.jsonl and out.FORMAT for each other format, all written by 'onrecord export' from one archive.
import { execFileSync, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Model, defaultModel } from '@alephdata/followthemoney';
import { DuckDBInstance } from '@duckdb/node-api';
import { check } from '@placemarkio/check-geojson';
import { parse } from 'csv-parse/sync';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import jsonld from 'jsonld';

const folder = path.resolve(process.argv[2] ?? '.');
const file = format => path.join(folder, 'out.' + format);
const read = format => fs.readFileSync(file(format), 'utf8');
const records = read('jsonl').trimEnd().split('\n').map(line => JSON.parse(line));
// Records hold fragments, claims that do not read alone; the other forms leave them out.
const claims = records.flatMap(record => record.claims.filter(claim => claim.level !== 'fragment').map(claim => ({ record, claim })));
const byUrn = new Map(claims.map(({ record, claim }) => [`urn:onrecord:${record.id}:${claim.id}`, { record, claim }]));
const points = new Map(records.map(record => [record.id, Array.from(record.text)]));
const slice = (record, start, end) => points.get(record.id).slice(start, end).join('');
let broken = 0;

async function of(name, run) {
    try {
        console.log(`${name}: ${await run()}`);
    } catch (error) {
        broken++;
        console.log(`${name}: BROKEN ${error.message}`);
    }
}

function must(holds, message) {
    if (!holds) {
        throw new Error(message);
    }
}

function proves(rows) {
    must(rows.length === claims.length, `${rows.length} rows, ${claims.length} claims`);
    for (const row of rows) {
        const { record } = byUrn.get(row.onrecord_id);
        must(slice(record, Number(row.span_start), Number(row.span_end)) === row.text, `${row.onrecord_id}: the offsets give another text`);
    }

    return `${rows.length} claims, each with its text at its offsets`;
}

await of('csv (csv-parse)', () => proves(parse(read('csv'), { columns: true, bom: true })));
await of('parquet (hyparquet)', async () => proves(await parquetReadObjects({ file: await asyncBufferFromFile(file('parquet')) })));
await of('csv and parquet (DuckDB)', async () => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const count = async sql => Number((await connection.runAndReadAll(sql)).getRows()[0][0]);
    const [csv, parquet] = [await count(`select count(*) from read_csv('${file('csv')}')`), await count(`select count(*) from '${file('parquet')}'`)];
    must(csv === claims.length && parquet === claims.length, `${csv} and ${parquet} rows, ${claims.length} claims`);
    const same = await count(`select count(*) from read_csv('${file('csv')}', all_varchar = true) c join '${file('parquet')}' p using (onrecord_id) where c.text = p.text and c.statement = p.statement and c.status = p.status and c.negated = p.negated`);
    must(same === claims.length, `${same} rows are the same`);
    return `${csv} rows in both, the same`;
});
await of('geojson (check-geojson)', () => {
    const features = check(read('geojson')).features;
    for (const { geometry, properties } of features) {
        must(Math.abs(geometry.coordinates[0]) <= 180 && Math.abs(geometry.coordinates[1]) <= 90, 'a point beside the globe');
        must(slice(byUrn.get(properties.onrecord_id).record, properties.span_start, properties.span_end) === properties.claim, properties.onrecord_id);
    }

    return `${features.length} features, each with its claim at its offsets`;
});
await of('annotations (jsonld)', async () => {
    const page = JSON.parse(read('annotations'));
    must(page.items.length === claims.length, `${page.items.length} annotations, ${claims.length} claims`);
    for (const item of page.items) {
        const { record } = byUrn.get(item.id);
        const [quote, position] = item.target.selector;
        must(slice(record, position.start, position.end) === quote.exact, `${item.id}: the two selectors differ`);
        must(record.text.includes(quote.prefix + quote.exact + quote.suffix), `${item.id}: the quotation is not in the text`);
    }

    return `${(await triples(page)).length} triples of ${page.items.length} annotations, whose two selectors find the same`;
});
await of('schemaorg (jsonld)', async () => {
    const graph = JSON.parse(read('schemaorg'));
    must(!JSON.stringify(graph).includes('Rating'), 'a rating');
    return `${(await triples(graph)).length} triples of ${graph['@graph'].length} things`;
});
await of('schemaorg (schema-dts)', () => {
    // These typings are made of the vocabulary: a property that a type does not have, or a value of a type that it cannot take, is an error of TypeScript.
    const things = JSON.parse(read('schemaorg'))['@graph'];
    const typed = path.join(path.dirname(fileURLToPath(import.meta.url)), 'schemaorg.ts');
    fs.writeFileSync(typed, `import type { Claim, NewsArticle, Quotation } from 'schema-dts';\nexport const graph: (NewsArticle | Claim | Quotation)[] = ${JSON.stringify(things, null, 1)};\n`);
    const compiler = createRequire(import.meta.url).resolve('typescript/package.json').replace('package.json', 'bin/tsc');
    const run = spawnSync(process.execPath, [compiler, '--noEmit', '--strict', '--skipLibCheck', '--moduleResolution', 'bundler', '--module', 'esnext', typed], { encoding: 'utf8', maxBuffer: 1 << 28 });
    fs.rmSync(typed);
    must(run.status === 0, `${run.stdout.split('error TS').length - 1} errors, such as ${run.stdout.slice(0, 300)}`);
    return `${things.length} things, each property and value one that its type may have`;
});
await of('ftm (followthemoney)', () => {
    const model = new Model(defaultModel);
    const entities = read('ftm').trimEnd().split('\n').map(line => JSON.parse(line));
    const ids = new Set(entities.map(entity => entity.id));
    for (const { id, schema, properties } of entities) {
        const known = model.getSchema(schema);
        for (const name of Object.keys(properties)) {
            must(known.hasProperty ? known.hasProperty(name) : known.getProperty(name), `${id}: ${schema} has no ${name}`);
        }

        const entity = model.getEntity({ id, schema, properties });
        must(entity.getProperties().length === Object.keys(properties).length, `${id}: properties were lost`);
        for (const [name, values] of Object.entries(properties)) {
            const type = known.getProperty(name).type.name;
            const listed = defaultModel.types[type]?.values;
            for (const value of values) {
                must(!listed || value in listed, `${id}: ${name} ${value} is no ${type} of the model`);
                must(type !== 'entity' || ids.has(value), `${id}: ${name} ${value} is not here`);
                must(type !== 'date' || /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?Z?)?)?)?$/.test(value), `${id}: ${name} ${value}`);
            }
        }
    }

    return `${entities.length} entities of the model's schemata, with its codes of countries and languages`;
});
await of('labelstudio', () => {
    const tasks = JSON.parse(read('labelstudio'));
    let regions = 0;
    for (const { data, predictions } of tasks) {
        for (const { value } of predictions.flatMap(prediction => prediction.result).filter(result => result.value)) {
            must(data.text.slice(value.start, value.end) === value.text, `'${value.text}' is not at ${value.start}`);
            regions++;
        }
    }

    return `${tasks.length} tasks, ${regions} regions with their text at their offsets`;
});
await of('brat', () => {
    const unpacked = fs.mkdtempSync(path.join(os.tmpdir(), 'brat-'));
    execFileSync('unzip', ['-q', file('brat'), '-d', unpacked]);
    let bounds = 0;
    for (const name of fs.readdirSync(unpacked).filter(name => name.endsWith('.ann'))) {
        const text = Array.from(fs.readFileSync(path.join(unpacked, name.replace('.ann', '.txt')), 'utf8'));
        for (const line of fs.readFileSync(path.join(unpacked, name), 'utf8').split('\n').filter(line => line.startsWith('T'))) {
            const [, where, words] = line.split('\t');
            const parts = where.slice(where.indexOf(' ') + 1).split(';').map(part => part.split(' ').map(Number));
            must(parts.map(([start, end]) => text.slice(start, end).join('')).join(' ').replaceAll('\n', ' ') === words, `${name}: ${line}`);
            bounds++;
        }
    }

    fs.rmSync(unpacked, { recursive: true });
    return `${bounds} text-bound annotations with their text at their offsets`;
});
await of('timelinejs (TimelineJS in Chromium)', () => {
    const events = JSON.parse(read('timelinejs')).events.length;
    const library = path.dirname(createRequire(import.meta.url).resolve('@knight-lab/timelinejs/package.json'));
    const page = path.join(folder, 'timeline.html');
    fs.writeFileSync(page, `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="file://${library}/dist/css/timeline.css"><div id="t" style="width:1200px;height:700px"></div>
<script src="file://${library}/dist/js/timeline.js"></script><script>new TL.Timeline('t', ${read('timelinejs').replaceAll('</', '<\\/')}, { font: null });</script>`);
    const dom = execFileSync('chromium', ['--headless', '--no-sandbox', '--disable-gpu', '--virtual-time-budget=20000', '--dump-dom', 'file://' + page], { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] });
    const markers = dom.match(/class="tl-timemarker[ "]/g)?.length ?? 0;
    must(markers === events, `${markers} markers, ${events} events`);
    return `${events} events, a marker each`;
});
await of('markdown', () => `${read('markdown').split('\n').filter(line => line === '---').length / 2} notes with front matter for ${records.length} documents`);
process.exit(broken ? 1 : 0);

/** N-Quads of a document. Contexts of the web are not fetched: a term without one is taken for a term of schema.org or of the annotation vocabulary. */
async function triples(document) {
    const contexts = {
        'http://www.w3.org/ns/anno.jsonld': { id: '@id', type: '@type', '@vocab': 'http://www.w3.org/ns/oa#' },
        'https://schema.org': { '@vocab': 'https://schema.org/' },
    };
    const documentLoader = url => ({ documentUrl: url, document: { '@context': contexts[url] } });
    return (await jsonld.toRDF(document, { documentLoader, format: 'application/n-quads' })).trimEnd().split('\n');
}
