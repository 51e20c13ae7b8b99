// Draws the figures of the table as a chart: the figure named as a dot, its bounds as a line, an open end as an arrow, the time it may hold for as a bar.
'use strict';

// The chart's library empties its box by innerHTML; nothing else may be made HTML here.
window.trustedTypes?.createPolicy('default', { createHTML: html => html === '' ? '' : null });

const box = document.getElementById('chart');
if (box) draw();

async function draw() {
  const view = await (await fetch(box.dataset.twin)).json();
  // The words for a status are the table's: its rows are these points.
  const told = [...document.querySelectorAll('table.sheet tbody tr')].map(row => row.querySelector('.status')?.textContent ?? '');
  const points = view.points.map((point, place) => ({ ...point, told: told[place], day: point.earliest ?? point.latest ?? point.published })).filter(point => point.day);
  if (points.length === 0) return;
  box.hidden = false;
  document.getElementById('chart-note').hidden = false;
  const chart = echarts.init(box, null, { renderer: 'canvas' });
  const paint = () => chart.setOption(options(points), true);
  paint();
  chart.on('click', event => { if (event.data?.point) location.href = address(event.data.point); });
  new ResizeObserver(() => chart.resize()).observe(box);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', paint);
}

function address(point) {
  return `/documents/${point.recordId}${point.claimId ? `?claim=${encodeURIComponent(point.claimId)}#lit` : ''}`;
}

function value(point) { return point.best ?? (point.low !== null && point.high !== null ? (point.low + point.high) / 2 : point.low ?? point.high); }

// A colour as the page has it now: light-dark() is worked out by giving it to an element.
function colour(name) {
  const probe = document.createElement('i');
  box.parentElement.append(probe);
  probe.style.color = `var(${name})`;
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
}

function options(points) {
  const [ink, dim, rule, raised] = ['--ink', '--dim', '--rule', '--raised'].map(colour);
  const status = point => colour(`--${{ notStated: 'not-stated' }[point.status] ?? point.status ?? 'not-stated'}`);
  const colours = new Map([...new Set(points.map(point => point.status))].map(name => [name, status({ status: name })]));
  const data = points.map(point => ({ value: [point.day, value(point)], point, itemStyle: { color: colours.get(point.status) } }));
  const values = points.map(value);
  const isLong = Math.min(...values) > 0 && Math.max(...values) > 1000 * Math.min(...values);
  const axis = { axisLine: { lineStyle: { color: rule } }, axisLabel: { color: dim }, splitLine: { lineStyle: { color: rule } } };
  return {
    animation: false,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
    grid: { left: 8, right: 24, top: 16, bottom: 8, containLabel: true },
    xAxis: { type: 'time', ...axis, splitLine: { show: false } },
    yAxis: { type: isLong ? 'log' : 'value', scale: false, ...axis },
    dataZoom: [{ type: 'inside', zoomOnMouseWheel: 'ctrl', moveOnMouseWheel: false, filterMode: 'none' }],
    tooltip: {
      trigger: 'item', renderMode: 'richText', confine: true, backgroundColor: raised, borderColor: rule, textStyle: { color: ink, width: 360, overflow: 'break' },
      formatter: event => words(event.data.point),
    },
    series: [
      { type: 'custom', data, encode: { x: 0, y: 1 }, renderItem: (parameters, api) => bounds(points[parameters.dataIndex], parameters.coordSys, api), silent: true, clip: true, z: 1 },
      { type: 'scatter', data, symbolSize: 11, z: 2, itemStyle: { borderColor: raised, borderWidth: 1.5 } },
    ],
  };

  function bounds(point, plot, api) {
    const stroke = colours.get(point.status);
    const [x, y] = api.coord([point.day, value(point)]);
    const [left, right] = [point.earliest, point.latest].map(day => day ? api.coord([day, value(point)])[0] : null);
    const top = point.high === null ? Math.max(plot.y, y - 28) : api.coord([point.day, point.high])[1];
    const bottom = point.low === null ? Math.min(plot.y + plot.height, y + 28) : api.coord([point.day, point.low])[1];
    const line = (x1, y1, x2, y2, width = 1.5) => ({ type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke, lineWidth: width } });
    const arrow = (at, way) => ({ type: 'polygon', shape: { points: [[x - 4, at + way * 6], [x + 4, at + way * 6], [x, at]] }, style: { fill: stroke } });
    const children = [];
    if (bottom - top > 1) children.push(line(x, top, x, bottom));
    if (point.high === null) children.push(arrow(top, 1)); else if (bottom - top > 1) children.push(line(x - 4, top, x + 4, top));
    if (point.low === null) children.push(arrow(bottom, -1)); else if (bottom - top > 1) children.push(line(x - 4, bottom, x + 4, bottom));
    if (left !== null && right !== null && right - left > 2) children.push({ ...line(left, y, right, y, 4), style: { stroke, lineWidth: 4, opacity: 0.35 } });
    return { type: 'group', children };
  }
}

function words(point) {
  const lines = [`${point.text}${point.counted ? ` … ${point.counted}` : ''}`, point.claim, `${point.told}${point.source ? `, on the word of ${point.source}` : ''}`, point.title];
  return lines.filter(Boolean).map(line => line.length > 140 ? `${line.slice(0, 140)}…` : line).join('\n');
}
