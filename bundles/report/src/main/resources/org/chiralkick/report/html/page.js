/* Turns the page's data into headings, tables and charts. */
(() => {
  'use strict';

  const data = JSON.parse(document.getElementById('data').textContent);
  const drawn = [];

  // ---- words and numbers -------------------------------------------------------------------------------------------

  const SUPERSCRIPT = { '-': '\u207b', 0: '\u2070', 1: '\u00b9', 2: '\u00b2', 3: '\u00b3', 4: '\u2074', 5: '\u2075', 6: '\u2076', 7: '\u2077', 8: '\u2078', 9: '\u2079' };
  const raised = (text) => [...text].map((c) => SUPERSCRIPT[c]).join('');

  /** A unit or number as it is printed: cm^-2 becomes cm with a raised -2, 3e12 becomes 3 times 10 with a raised 12. */
  const unit = (text) => text.replace(/\^(-?\d+)/g, (_, power) => raised(power))
    .replace(/(^|[^\w.])1e(-?\d+)\b/g, (_, before, power) => before + '10' + raised(power))
    .replace(/(\d)e(-?\d+)\b/g, (_, digit, power) => digit + '\u00d710' + raised(power))
    .replace(/(^|[\s(])-(?=\d)/g, '$1\u2212');
  const title = (axis) => unit(axis.title);

  /** A number with so many significant digits: 10.69, 1.3\u00d710\u2075\u00b3. */
  function number(value, digits = 4) {
    if (value === null || value === undefined || !Number.isFinite(value)) return '';
    if (value === 0) return '0';
    const size = Math.abs(value);
    if (size >= 1e-3 && size < 1e5) return minus(Number(value.toPrecision(digits)).toString());
    const [mantissa, power] = value.toExponential(digits - 1).split('e');
    const short = Number(mantissa).toString();
    const exponent = '10' + raised(Number(power).toString());
    return minus(short === '1' ? exponent : short === '-1' ? '-' + exponent : short + '\u00d7' + exponent);
  }
  const minus = (text) => text.replace(/^-/, '\u2212');
  const withUnit = (value, axis) => (number(value) + ' ' + unit(axis.unit)).trim();
  const escape = (text) => text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);

  // ---- elements ----------------------------------------------------------------------------------------------------

  function el(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  }

  function table(caption, headings, rows, chosen = () => false) {
    const cell = (tag, heading, ...content) => el(tag, heading.number ? { class: 'number' } : {}, ...content);
    const head = headings.map((h) => {
      const th = cell('th', h, h.name, ...(h.unit ? [' ', el('span', { class: 'unit' }, '[' + unit(h.unit) + ']')] : []));
      th.setAttribute('scope', 'col');
      return th;
    });
    const body = rows.map((row, i) =>
      el('tr', chosen(i) ? { class: 'chosen' } : {}, ...row.map((text, j) => cell('td', headings[j], headings[j].number ? unit(text) : text))));
    return el('table', {}, ...(caption ? [el('caption', {}, caption)] : []),
      el('thead', {}, el('tr', {}, ...head)), el('tbody', {}, ...body));
  }

  const scrolling = (content, label) => el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': label }, content);

  /** The numbers behind a chart, made when they are asked for. */
  function values(label, make) {
    const details = el('details', {}, el('summary', {}, 'Table of the values'));
    details.addEventListener('toggle', () => {
      if (details.children.length === 1) details.append(scrolling(make(), label));
    }, { once: true });
    return details;
  }

  // ---- charts ------------------------------------------------------------------------------------------------------

  let forPaper = false;
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const look = () => ({
    ink: forPaper ? '#000' : colour('--ink'),
    muted: forPaper ? '#333' : colour('--muted'),
    line: forPaper ? '#bbb' : colour('--line'),
    paper: forPaper ? '#fff' : colour('--paper'),
    size: 0.8 * parseFloat(getComputedStyle(document.documentElement).fontSize) * (forPaper ? 1.05 : 1),
  });

  function common(look) {
    const narrow = innerWidth < 600;
    return {
      animation: false,
      backgroundColor: 'transparent',
      textStyle: { color: look.ink, fontSize: look.size, fontFamily: getComputedStyle(document.body).fontFamily },
      tooltip: { confine: true, backgroundColor: look.paper, borderColor: look.line, textStyle: { color: look.ink, fontSize: look.size } },
      toolbox: {
        show: !forPaper && !narrow, right: 0, top: 0, itemSize: look.size, iconStyle: { borderColor: look.muted },
        feature: { dataZoom: { title: { zoom: 'zoom into a box', back: 'zoom back' } }, restore: { title: 'whole chart' }, saveAsImage: { title: 'save as SVG' } },
      },
    };
  }

  function axisLook(look, axis, more) {
    return {
      type: axis.logarithmic ? 'log' : 'value',
      scale: axis.logarithmic,
      nameTextStyle: { color: look.muted, fontSize: look.size },
      axisLine: { show: true, lineStyle: { color: look.muted } },
      axisLabel: { color: look.muted, fontSize: look.size, hideOverlap: true, formatter: (value) => number(value, 3) },
      splitLine: { lineStyle: { color: look.line, opacity: 0.6 } },
      ...more,
    };
  }

  const drawable = (value, axis) => (value === null || (axis.logarithmic && value <= 0) ? null : value);

  function lineOption(block, look) {
    const styles = block.lines.map((_, i) => ({ color: data.palette.colours[i], dash: data.palette.dashes[i] }));
    const named = block.lines.length + block.clouds.length > 1;
    const legend = named ? 2 * look.size : 0;
    const along = (x) => (block.x.logarithmic ? Math.log(Math.max(x, 1e-300)) : x);
    const first = along(block.at.find((x) => !block.x.logarithmic || x > 0)), last = along(block.at[block.at.length - 1]);
    const onTheLeft = (mark, i) => (i === 0 && block.marks.length > 1) || along(mark.at) - first > 0.7 * (last - first);
    const marks = block.marks.map((mark, i) => ({ xAxis: mark.at, name: mark.label, label: { formatter: mark.label, align: onTheLeft(mark, i) ? 'right' : 'left' } }));
    return {
      ...common(look),
      toolbox: { ...common(look).toolbox, top: legend }, // beside the title, where no legend is
      title: { text: title(block.y), left: 0, top: legend + 2, padding: 0, textStyle: { color: look.muted, fontSize: look.size, fontWeight: 'normal' } },
      grid: { left: 10, right: 18, top: legend + (marks.length ? 4 : 2.2) * look.size, bottom: 2.4 * look.size, containLabel: true },
      legend: {
        show: named, type: 'scroll', top: 0, left: 0, right: 0, itemWidth: 3 * look.size, itemHeight: look.size * 0.7,
        data: [...block.lines.map((line) => ({ name: line.name, itemStyle: { opacity: 0 } })), ...block.clouds.map((cloud) => ({ name: cloud.name }))], textStyle: { color: look.ink, fontSize: look.size }, pageTextStyle: { color: look.muted },
      },
      tooltip: { ...common(look).tooltip, trigger: 'axis', axisPointer: { type: 'line', lineStyle: { color: look.muted } },
        formatter: (items) => escape(withUnit(items[0].value[0], block.x)) + items.map((item) =>
          '<br>' + item.marker + escape(item.seriesName) + ' <b>' + escape(withUnit(item.value[1], block.y)) + '</b>').join('') },
      xAxis: axisLook(look, block.x, { name: title(block.x), nameLocation: 'middle', nameGap: 2.1 * look.size, min: 'dataMin', max: 'dataMax', splitLine: { show: false } }),
      yAxis: axisLook(look, block.y, {}),
      series: [...block.lines.map((line, i) => ({
        type: 'line', name: line.name, symbol: block.at.length === 1 ? 'circle' : 'none', z: 10 - i,
        data: block.at.map((x, j) => [x, drawable(line.values[j], block.y)]),
        lineStyle: { color: styles[i].color, width: 0.19 * look.size, type: styles[i].dash.length ? styles[i].dash.map((d) => 0.13 * d * look.size) : 'solid' },
        itemStyle: { color: styles[i].color },
        markLine: i > 0 || marks.length === 0 ? undefined : {
          // Otherwise a mark stands at its abscissa rounded to two decimals.
          precision: 15,
          silent: true, symbol: 'none', data: marks, lineStyle: { color: look.ink, type: 'dashed', width: 1.2 },
          label: { color: look.ink, fontSize: look.size * 0.92, position: 'end', distance: 0.7 * look.size },
        },
      })), ...block.clouds.map((cloud, i) => ({
        type: 'scatter', name: cloud.name, z: 1, symbol: ['circle', 'diamond'][i % 2], symbolSize: 0.6 * look.size,
        data: cloud.at.map((x, j) => [x, drawable(cloud.values[j], block.y)]),
        itemStyle: { color: data.palette.colours[block.lines.length + i], opacity: 0.75 },
      }))],
    };
  }

  function lineTable(block) {
    const every = Math.max(1, Math.ceil(block.at.length / 40));
    const rows = block.at.map((x, i) => [number(x), ...block.lines.map((line) => number(line.values[i]))])
      .filter((_, i, all) => i % every === 0 || i === all.length - 1);
    const headings = [{ name: block.x.label, unit: block.x.unit, number: true }, ...block.lines.map((line) => ({ name: line.name, unit: block.y.unit, number: true }))];
    return table(every > 1 ? 'every ' + every + 'th of ' + block.at.length + ' rows; all are in the attached files' : '', headings, rows);
  }

  function lineSummary(block) {
    return block.lines.map((line) => {
      const known = line.values.filter((v) => v !== null);
      return known.length === 0 ? line.name + ': no values'
        : line.name + ' from ' + withUnit(known[0], block.y) + ' to ' + withUnit(known[known.length - 1], block.y);
    }).concat(block.clouds.map((cloud) => cloud.name + ': ' + cloud.at.length + ' points')).join('; ');
  }

  // Choices in rows, each group under its own heading; 0 sits at the left end of the logarithmic scale.
  function dotRows(block) {
    const rows = [];
    for (const dot of block.dots) {
      if (rows.length === 0 || rows[rows.length - 1].dot.group !== dot.group) rows.push({ heading: dot.group, dot });
      rows.push({ dot });
    }
    return rows;
  }

  function dotOption(block, look) {
    const rows = dotRows(block);
    const positive = block.dots.map((dot) => dot.value).filter((value) => value > 0);
    const most = positive.length ? Math.ceil(Math.log10(Math.max(...positive)) + 1e-9) : 1;
    const least = Math.floor(Math.log10(Math.min(...positive.filter((value) => value > Math.pow(10, most - block.decades)), Math.pow(10, most - 1))));
    const offScale = (value) => value < Math.pow(10, least);
    const anyOff = block.dots.some((dot) => offScale(dot.value));
    const lowest = Math.pow(10, least - (anyOff ? 1 : 0));
    const ruler = document.createElement('canvas').getContext('2d');
    ruler.font = 'bold ' + look.size + 'px ' + getComputedStyle(document.body).fontFamily;
    const widest = Math.max(...rows.map((row) => ruler.measureText(row.heading || row.dot.name).width));
    const inForce = block.dots.find((dot) => dot.inForce);
    const point = (row, i) => ({
      value: [Math.max(row.dot.value, lowest), i], dot: row.dot,
      symbol: row.dot.inForce ? 'diamond' : offScale(row.dot.value) ? 'emptyCircle' : 'circle',
      symbolSize: (row.dot.inForce ? 1.35 : 0.85) * look.size,
      itemStyle: { color: row.dot.inForce ? data.palette.colours[1] : data.palette.colours[0] },
      label: { formatter: number(row.dot.value), fontWeight: row.dot.inForce ? 'bold' : 'normal' },
    });
    return {
      ...common(look),
      toolbox: { show: false },
      grid: { left: widest + 1.8 * look.size, right: 4.6 * look.size, top: 4, bottom: 4 * look.size },
      tooltip: { ...common(look).tooltip, trigger: 'item', formatter: ({ data: item }) =>
        escape(item.dot.group + ': ' + item.dot.name) + ' <b>' + escape(withUnit(item.dot.value, block.value)) + '</b>'
        + (item.dot.inForce ? ' (in force)' : '') + '<br>' + escape(item.dot.meaning), extraCssText: 'max-width: 22rem; white-space: normal' },
      xAxis: axisLook(look, block.value, {
        type: 'log', min: lowest, max: Math.pow(10, most), name: title(block.value), nameLocation: 'middle', nameGap: 2.2 * look.size,
        axisLabel: { color: look.muted, fontSize: look.size, hideOverlap: true, formatter: (value) => (anyOff && value <= lowest ? '0' : number(value, 3)) },
      }),
      yAxis: {
        type: 'category', inverse: true, data: rows.map((row, i) => String(i)), axisTick: { show: false }, axisLine: { show: false },
        splitLine: { show: true, interval: (i) => Boolean(rows[i] && !rows[i].heading), lineStyle: { color: look.line, opacity: 0.5, type: 'dotted' } },
        axisLabel: {
          interval: 0, margin: 14, color: look.ink, fontSize: look.size,
          formatter: (i) => (rows[i].heading ? '{heading|' + rows[i].heading + '}' : rows[i].dot.inForce ? '{chosen|' + rows[i].dot.name + '}' : rows[i].dot.name),
          rich: { heading: { color: look.muted, fontSize: look.size, fontStyle: 'italic' }, chosen: { color: look.ink, fontSize: look.size, fontWeight: 'bold' } },
        },
      },
      series: [{
        type: 'scatter', name: block.title, data: rows.map((row, i) => (row.heading ? null : point(row, i))).filter(Boolean),
        label: { show: true, position: 'right', color: look.ink, fontSize: look.size },
        markLine: !inForce || inForce.value === 0 ? undefined : {
          silent: true, symbol: 'none', label: { show: false }, data: [{ xAxis: inForce.value }],
          lineStyle: { color: data.palette.colours[1], type: 'dashed', width: 1.4 },
        },
      }],
    };
  }

  function dotTable(block) {
    return table('', [{ name: 'Choice of' }, { name: 'Choice' }, { name: block.value.label, unit: block.value.unit, number: true }, { name: 'In force' }, { name: 'Assumes' }],
      block.dots.map((dot) => [dot.group, dot.name, number(dot.value), dot.inForce ? 'yes' : '', dot.meaning]), (i) => block.dots[i].inForce);
  }

  const dotSummary = (block) => block.dots.map((dot) =>
    dot.group + ' ' + dot.name + (dot.inForce ? ' (in force)' : '') + ': ' + withUnit(dot.value, block.value)).join('; ');

  /** Hammer's equal-area projection: x in [-2 sqrt 2, 2 sqrt 2], y in [-sqrt 2, sqrt 2]. */
  function hammer(colatitude, azimuth) {
    const latitude = (90 - colatitude) * Math.PI / 180;
    const half = azimuth * Math.PI / 360;
    const scale = Math.SQRT2 / Math.sqrt(1 + Math.cos(latitude) * Math.cos(half));
    return [2 * scale * Math.cos(latitude) * Math.sin(half), scale * Math.sin(latitude)];
  }

  /** The grid of a map: a line every 30 degrees, and its rim. */
  function graticule() {
    const path = [];
    const line = (at) => { for (let t = 0; t <= 60; t++) path.push(at(t / 60)); path.push([null, null]); };
    for (let azimuth = -180; azimuth <= 180; azimuth += 30) line((t) => hammer(180 * t, azimuth));
    for (let colatitude = 30; colatitude < 180; colatitude += 30) line((t) => hammer(colatitude, -180 + 360 * t));
    return path;
  }

  /** Where the value changes its sign, along every meridian and parallel of the cells' centres. */
  function zeroLine(block) {
    const points = [];
    const at = (band, sector) => block.values[band * block.sectors + (sector + block.sectors) % block.sectors];
    const colatitude = (band) => (band + 0.5) * 180 / block.bands;
    const azimuth = (sector) => -180 + (sector + 0.5) * 360 / block.sectors;
    const crossing = (a, b) => (a !== null && b !== null && a * b < 0 ? a / (a - b) : null);
    for (let band = 0; band < block.bands; band++) {
      for (let sector = 0; sector < block.sectors; sector++) {
        const down = band + 1 < block.bands ? crossing(at(band, sector), at(band + 1, sector)) : null;
        if (down !== null) points.push(hammer(colatitude(band + down), azimuth(sector)));
        const right = sector + 1 < block.sectors ? crossing(at(band, sector), at(band, sector + 1)) : null;
        if (right !== null) points.push(hammer(colatitude(band), azimuth(sector + right)));
      }
    }
    return points;
  }

  function cellOutline(block, band, sector) {
    const high = 180 / block.bands, wide = 360 / block.sectors;
    const north = band * high, west = -180 + sector * wide;
    return [[0, 0], [0, 0.5], [0, 1], [0.5, 1], [1, 1], [1, 0.5], [1, 0], [0.5, 0]].map(([down, right]) => hammer(north + down * high, west + right * wide));
  }

  function sphereOption(block, look, width) {
    const cells = block.values.map((value, i) => {
      const band = Math.floor(i / block.sectors), sector = i % block.sectors;
      return { value: [...hammer((band + 0.5) * 180 / block.bands, -180 + (sector + 0.5) * 360 / block.sectors), value], outline: cellOutline(block, band, sector), band, sector };
    });
    const largest = block.values.reduce((most, value) => Math.max(most, Math.abs(value || 0)), 0);
    const extreme = largest || 1;
    const calculable = !forPaper && innerWidth >= 600;
    // Elsewhere the handles of the scale show its numbers.
    const end = (words, value) => (calculable ? words : (forPaper ? words + ' ' : '') + number(value, 2));
    const overlay = (more) => ({ type: 'line', silent: true, tooltip: { show: false }, showSymbol: false, z: 5, ...more });
    return {
      ...common(look),
      toolbox: { show: false },
      title: { text: title(block.value), left: 0, top: 2, padding: 0, textStyle: { color: look.muted, fontSize: look.size, fontWeight: 'normal' } },
      grid: { left: 0, top: 2.6 * look.size, width, height: width / 2 },
      xAxis: { type: 'value', min: -3, max: 3, show: false },
      yAxis: { type: 'value', min: -1.5, max: 1.5, show: false },
      tooltip: { ...common(look).tooltip, trigger: 'item', formatter: ({ data: cell }) =>
        escape((cell.value[2] > 0 ? block.positive : cell.value[2] < 0 ? block.negative : 'nothing') + ': ') + '<b>' + escape(withUnit(cell.value[2], block.value)) + '</b><br>'
        + number((cell.band + 0.5) * 180 / block.bands) + '\u00b0 from +z, azimuth ' + number(-180 + (cell.sector + 0.5) * 360 / block.sectors) + '\u00b0' },
      visualMap: {
        type: 'continuous', show: largest > 0, seriesIndex: 0, dimension: 2, min: -extreme, max: extreme, calculable, orient: 'horizontal', left: 'center', bottom: 2,
        itemHeight: Math.min(14 * look.size, width * 0.4), itemWidth: look.size, text: [end(block.positive, extreme), end(block.negative, -extreme)], textStyle: { color: look.ink, fontSize: look.size },
        formatter: (value) => number(value, 2), inRange: { color: [data.palette.negative, data.palette.zero, data.palette.positive] },
      },
      series: [
        {
          type: 'custom', name: block.title, data: cells, encode: { x: 0, y: 1, tooltip: 2 },
          renderItem: (params, api) => ({
            type: 'polygon', shape: { points: cells[params.dataIndex].outline.map((p) => api.coord(p)) },
            style: { fill: api.visual('color'), stroke: api.visual('color'), lineWidth: 0.7 },
          }),
        },
        overlay({ data: graticule(), lineStyle: { color: '#000', opacity: 0.16, width: 0.8 } }),
        { type: 'scatter', silent: true, z: 6, data: zeroLine(block), symbolSize: 0.25 * look.size, itemStyle: { color: '#000' } },
        {
          type: 'scatter', silent: true, z: 7, symbol: 'circle', symbolSize: 0.75 * look.size, itemStyle: { color: '#fff', borderColor: '#000', borderWidth: 2 },
          data: block.points.map((p) => ({ value: hammer(p.colatitude, p.azimuth), name: p.label, label: { position: p.colatitude > 90 ? 'bottom' : 'top' } })),
          label: { show: true, formatter: '{b}', color: '#000', backgroundColor: 'rgba(255,255,255,0.85)', padding: [2, 5], borderRadius: 3, fontSize: look.size },
        },
      ],
    };
  }

  function sphereTable(block) {
    const rows = [];
    for (let band = 0; band < block.bands; band++) {
      const row = block.values.slice(band * block.sectors, (band + 1) * block.sectors);
      rows.push([number((band + 0.5) * 180 / block.bands, 3), number(Math.min(...row)), number(row.reduce((a, b) => a + b, 0) / row.length), number(Math.max(...row))]);
    }
    const column = (name) => ({ name, unit: block.value.unit, number: true });
    return table('by angle from +z, over all azimuths', [{ name: 'angle', unit: 'deg', number: true }, column('least'), column('mean'), column('most')], rows);
  }

  const sphereSummary = (block) => block.value.label + ' over the sphere, from ' + withUnit(Math.min(...block.values), block.value)
    + ' to ' + withUnit(Math.max(...block.values), block.value) + '; ' + block.points.map((p) => p.label + ' ' + number(p.colatitude, 3) + ' degrees from +z').join('; ');

  const KINDS = {
    line: { option: lineOption, table: lineTable, summary: lineSummary, height: () => null },
    dot: { option: dotOption, table: dotTable, summary: dotSummary, height: (block, look) => (dotRows(block).length * 1.75 + 4.5) * look.size },
    sphere: { option: sphereOption, table: sphereTable, summary: sphereSummary, height: (_, look, width) => width / 2 + 6.8 * look.size },
  };

  function draw(entry) {
    const { block, div, kind } = entry;
    const style = look();
    const width = forPaper ? 680 : div.clientWidth;
    const height = kind.height(block, style, width) || (forPaper ? 280 : div.clientHeight);
    if (kind.height(block, style, width)) div.style.height = height + 'px';
    entry.chart ??= echarts.init(div, null, { renderer: 'svg', width, height });
    entry.chart.resize({ width, height, silent: true });
    entry.chart.setOption(kind.option(block, style, width), { notMerge: true });
    const svg = div.querySelector('svg');
    if (forPaper) svg.setAttribute('viewBox', '0 0 ' + width + ' ' + height); else svg.removeAttribute('viewBox');
  }

  /** Left and right arrows walk through the values of a focused chart and say them. */
  function walkByKeys(entry, heard) {
    let at = -1;
    entry.div.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (event.key === 'Escape') entry.chart.dispatchAction({ type: 'hideTip' });
      if (!step) return;
      event.preventDefault();
      const items = entry.chart.getOption().series[0].data;
      const stride = entry.block.type === 'line' ? Math.max(1, Math.floor(items.length / 50)) : 1;
      at = Math.min(items.length - 1, Math.max(0, at + step * stride));
      entry.chart.dispatchAction({ type: 'showTip', seriesIndex: 0, dataIndex: at });
      const item = items[at];
      heard.textContent = entry.block.type === 'line'
        ? withUnit(entry.block.at[at], entry.block.x) + ': ' + entry.block.lines.map((line) => line.name + ' ' + withUnit(line.values[at], entry.block.y)).join(', ')
        : entry.block.type === 'dot' ? item.dot.group + ' ' + item.dot.name + ' ' + withUnit(item.dot.value, entry.block.value)
        : withUnit(item.value[2], entry.block.value);
    });
  }

  function chart(block, alone) {
    const kind = KINDS[block.type];
    const heard = el('p', { class: 'heard', 'aria-live': 'polite' });
    const div = el('div', { class: 'chart ' + block.type, role: 'img', tabindex: '0', 'aria-label': block.title + '. ' + kind.summary(block) });
    const figure = el('figure', { id: block.id, class: 'block' + (block.type === 'line' && !alone ? '' : ' wide') },
      el('h3', {}, block.title), div, el('figcaption', {}, unit(block.caption)), heard, values(block.title, () => kind.table(block)));
    const entry = { block, div, kind };
    drawn.push(entry);
    walkByKeys(entry, heard);
    return figure;
  }

  // ---- the page ----------------------------------------------------------------------------------------------------

  function facts(block) {
    return el('dl', { class: 'facts block wide', id: block.id }, ...block.facts.map((fact) => el('div', { class: 'fact' },
      el('dt', {}, fact.name),
      el('dd', { class: 'value' }, unit(fact.value), ...(fact.unit ? [' ', el('span', { class: 'unit' }, unit(fact.unit))] : [])),
      ...(fact.remark ? [el('dd', { class: 'remark' }, unit(fact.remark))] : []))));
  }

  const BLOCKS = {
    line: chart, dot: chart, sphere: chart, facts,
    table: (block) => el('div', { id: block.id, class: 'block wide' }, scrolling(table(block.title, block.headings, block.rows), block.title)),
    listing: (block) => el('div', { id: block.id, class: 'block wide' }, el('h3', {}, block.title), el('pre', {}, block.text)),
    notes: (block) => el('div', { id: block.id, class: 'block wide' }, el('h3', {}, block.title),
      el('ul', { class: 'notes' }, ...block.sentences.map((sentence) => el('li', {}, unit(sentence))))),
  };

  function section(part) {
    const charts = part.blocks.filter((block) => block.type === 'line').length;
    return el('section', { id: part.id, 'aria-labelledby': part.id + '-title' },
      el('h2', { id: part.id + '-title' }, part.title), ...(part.lead ? [el('p', { class: 'lead' }, unit(part.lead))] : []),
      el('div', { class: 'blocks' }, ...part.blocks.map((block) => BLOCKS[block.type](block, charts === 1))));
  }

  function files() {
    const links = data.attachments.map((file) => {
      const blob = new Blob([file.text], { type: file.mediaType });
      return el('li', {}, el('a', { download: file.name, href: URL.createObjectURL(blob) },
        file.name, el('small', {}, file.describes + ', ' + number(blob.size / 1e3, 3) + ' kB')));
    });
    return el('section', { id: 'files', 'aria-labelledby': 'files-title' }, el('h2', { id: 'files-title' }, 'Files in this page'), el('ul', { class: 'files' }, ...links));
  }

  function build() {
    const main = document.getElementById('content');
    main.append(...data.sections.map(section), ...(data.attachments.length ? [files()] : []));
    const links = [...main.querySelectorAll('section')].map((s) => el('li', {}, el('a', { href: '#' + s.id }, s.querySelector('h2').textContent)));
    document.querySelector('nav').append(el('ul', {}, ...links));
    document.querySelectorAll('h1, .because').forEach((words) => { words.textContent = unit(words.textContent); });
    document.querySelector('footer').append(data.madeBy + '. Charts: Apache ECharts ' + echarts.version + ', Apache License 2.0, \u00a9 The Apache Software Foundation.');
    drawn.forEach(draw);
  }

  // ---- a page whose numbers still change ---------------------------------------------------------------------------

  const seen = new WeakSet();
  const stale = new WeakSet();
  const shown = new Map();
  const byTarget = (target) => drawn.find((entry) => entry.div === target);
  const inspected = (div) => matchMedia('(hover: hover)').matches && div.matches(':hover');

  /** Draws the charts that are in sight and that nobody points at; the others when that changes. */
  function refresh(entry) {
    if (!seen.has(entry.div) || inspected(entry.div)) return;
    stale.delete(entry.div);
    draw(entry);
  }

  function renewChart(entry, block) {
    entry.block = block;
    entry.div.setAttribute('aria-label', block.title + '. ' + entry.kind.summary(block));
    entry.div.parentElement.querySelector('figcaption').textContent = unit(block.caption);
    const details = entry.div.parentElement.querySelector('details');
    if (!details.open) details.replaceWith(values(block.title, () => entry.kind.table(entry.block)));
    stale.add(entry.div);
    refresh(entry);
  }

  /** Whoever follows a run (HtmlPage.live) hands new content to the page by an event; blocks are known by their ids. */
  function renew(content) {
    document.getElementById('answer').textContent = unit(content.answer);
    document.querySelector('.because').textContent = unit(content.because);
    for (const block of content.sections.flatMap((part) => part.blocks)) {
      const text = JSON.stringify(block);
      if (shown.get(block.id) === text) continue;
      shown.set(block.id, text);
      const entry = drawn.find((one) => one.block.id === block.id);
      const old = document.getElementById(block.id);
      if (entry) renewChart(entry, block);
      else if (old) old.replaceWith(BLOCKS[block.type](block));
    }
  }

  function followChanges() {
    const sight = new IntersectionObserver((entries) => entries.forEach(({ target, isIntersecting }) => {
      if (!isIntersecting) { seen.delete(target); return; }
      seen.add(target);
      if (stale.has(target)) refresh(byTarget(target));
    }), { rootMargin: '200px' });
    for (const { div } of drawn) {
      sight.observe(div);
      div.addEventListener('pointerleave', () => stale.has(div) && requestAnimationFrame(() => refresh(byTarget(div))));
    }
    document.addEventListener('chiralkick:content', (event) => renew(event.detail));
  }

  build();
  if (data.live) followChanges();
  const widths = new WeakMap();
  const watcher = new ResizeObserver((entries) => entries.forEach(({ target }) => {
    if (forPaper || widths.get(target) === target.clientWidth) return;
    const first = !widths.has(target);
    widths.set(target, target.clientWidth);
    if (!first) draw(byTarget(target));
  }));
  drawn.forEach((entry) => watcher.observe(entry.div));
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => drawn.forEach(draw));
  addEventListener('beforeprint', () => { forPaper = true; drawn.forEach(draw); });
  addEventListener('afterprint', () => { forPaper = false; drawn.forEach(draw); });
})();
