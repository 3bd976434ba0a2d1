/* Follows the run that this page came from, and sends it orders. */
(() => {
  'use strict';

  const EVERY_MS = { running: 300, paused: 600, finished: 2000, failed: 2000 };
  const AS_PRESET = '';
  const part = (id) => document.getElementById(id);
  let state = null;
  let timer = 0;

  // ---- asking and telling --------------------------------------------------------------------------------------------

  let asked = 0;

  async function ask() {
    clearTimeout(timer);
    const mine = ++asked;
    let next = 2000;
    try {
      const answer = await fetch('state' + (state ? '?after=' + state.version : ''), { cache: 'no-store' });
      if (answer.status === 200) {
        const news = await answer.json();
        if (mine !== asked) return; // a later question is on its way: its answer is newer
        state = news;
        show();
      } else if (answer.status !== 204) {
        throw new Error((await answer.json()).error);
      }
      next = EVERY_MS[state.status];
    } catch (problem) {
      if (mine !== asked) return;
      say('No answer from the run (' + problem.message + '). Has chiralkick serve ended? Asking again.');
    }
    clearTimeout(timer);
    if (!document.hidden) timer = setTimeout(ask, next);
  }

  /** One order after the other: a step that overtook the swap before it would be done with the wrong mechanism. */
  let latest = Promise.resolve();
  function order(what) {
    latest = latest.then(() => send(what));
  }

  async function send(what) {
    let problem = '';
    try {
      const answer = await fetch('order', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(what) });
      if (!answer.ok) problem = (await answer.json()).error;
    } catch (lost) {
      problem = 'the order did not reach the run: ' + lost.message;
    }
    part('trouble').hidden = problem === '';
    part('trouble').textContent = problem;
    ask();
  }

  // ---- showing -------------------------------------------------------------------------------------------------------

  function say(text) {
    if (part('live-status').textContent !== text) part('live-status').textContent = text;
  }

  /** Builds a part anew only when what it is made of has changed: otherwise the focus would be lost with every answer. */
  const made = new Map();
  function renew(id, ingredients, build) {
    const text = JSON.stringify(ingredients);
    if (made.get(id) === text) return;
    made.set(id, text);
    part(id).replaceChildren(...build());
  }

  function el(tag, attributes, ...children) {
    const element = document.createElement(tag);
    Object.assign(element, attributes);
    element.append(...children);
    return element;
  }

  function option(value, text) { return el('option', { value }, text); }

  function status() {
    const acts = state.sources.map((source) => source.name).join(' + ') || 'no mechanism';
    const words = { running: 'Running', paused: 'Paused', finished: 'Finished', failed: 'Failed' }[state.status];
    return words + '; ' + acts + (state.status === 'finished' || state.status === 'failed' ? ' acted last.' : ' acts.') + (state.message ? ' ' + state.message : '');
  }

  function show() {
    document.dispatchEvent(new CustomEvent('chiralkick:content', { detail: state.content }));
    say(status());
    const over = state.status === 'finished' || state.status === 'failed';
    part('go').textContent = state.status === 'running' ? 'Pause' : 'Resume';
    for (const id of ['go', 'one-step', 'pace', 'swap']) part(id).disabled = over;
    part('report-link').textContent = over ? 'Full report' : 'Full report so far';
    if (document.activeElement !== part('pace')) showPace();
    renew('mechanisms', [state.installed, state.next.source], mechanisms);
    choices();
    part('next-step').textContent = state.next.pending ? 'From the next step on: ' + nextInWords() : '';
    renew('bundle-troubles', state.troubles, () => state.troubles.map((line) => el('li', {}, line)));
    part('bundle-troubles').hidden = state.troubles.length === 0;
  }

  function showPace() {
    const pace = part('pace');
    if (![...pace.options].some((one) => one.value === state.pace)) pace.append(option(state.pace, state.pace + ' per second'));
    pace.value = state.pace;
  }

  // ---- the mechanism and its closures --------------------------------------------------------------------------------

  const chosen = () => document.querySelector('input[name=mechanism]:checked')?.value;

  function mechanisms() {
    const wanted = chosen() ?? state.next.source;
    const all = state.installed.map((one) => ({ name: one.name, about: one.version + '. ' + one.summary }));
    if (!all.some((one) => one.name === state.next.source)) all.push({ name: state.next.source, about: state.next.source.includes('+') ? 'together: their fluxes add' : 'not installed now' });
    return all.map((one) => el('label', {},
      el('input', { type: 'radio', name: 'mechanism', value: one.name, checked: one.name === wanted, onchange: choices }),
      el('span', {}, el('strong', {}, one.name), ' ', el('small', {}, one.about))));
  }

  function nextInWords() {
    return state.next.source + state.next.chosen.filter((one) => one.preset).map((one) => ', preset ' + one.preset).join('');
  }

  /** What the chosen mechanisms declare, each closure with its choices; what the next step uses is chosen at first. */
  function choices() {
    const names = (chosen() ?? '').split('+');
    const theirs = names.flatMap((name) => state.installed.filter((one) => one.name === name))
      .filter(({ declared }) => declared.presets.length + declared.closures.length + declared.parameters.length > 0);
    part('closure-box').hidden = theirs.length === 0;
    const now = (name) => state.next.chosen.find((one) => one.name === name) ?? { preset: '', closures: {}, parameters: {} };
    renew('closure-choices', [names, theirs.map((one) => [one.declared, one.preset]), names.map(now)], () =>
      theirs.flatMap((one) => menus(one, now(one.name), theirs.length > 1 ? one.name + ' ' : '')));
  }

  function menus({ name: source, preset, declared }, now, before) {
    const label = (name, control) => {
      control.dataset.source = source;
      return el('label', {}, before + name, control);
    };
    const select = (name, kind, first, values, value) => {
      const menu = el('select', { name }, ...first, ...values.map((one) => el('option', { value: one.name, title: one.meaning }, one.name)));
      menu.value = value;
      menu.dataset.kind = kind;
      return label(name, menu);
    };
    const number = ({ name, unit, meaning, range, default: usual }) => {
      const input = el('input', { type: 'number', step: 'any', name, title: meaning + ' (' + range + ')', value: now.parameters[name] ?? '', placeholder: usual ?? '' });
      input.dataset.kind = 'parameters';
      return label(name + (unit === '1' ? '' : ' [' + unit + ']'), input);
    };
    const asElse = option(AS_PRESET, declared.presets.length > 0 ? 'as the preset' : 'by default');
    return [...(declared.presets.length > 0 ? [select('preset', 'preset', preset ? [] : [option('', 'none')], declared.presets, now.preset || preset)] : []),
      ...declared.closures.map(({ kind, choices }) => select(kind, 'closures', [asElse.cloneNode(true)], choices, now.closures[kind] ?? AS_PRESET)),
      ...declared.parameters.map(number)];
  }

  function use() {
    const sources = Object.fromEntries((chosen() ?? '').split('+').map((name) => [name, {}]));
    for (const { name, value, dataset } of part('closure-choices').querySelectorAll('select, input')) {
      const its = sources[dataset.source];
      const usual = state.installed.find((one) => one.name === dataset.source)?.preset;
      if (dataset.kind === 'preset') {
        if (value !== usual) its.preset = value;
      } else if (value !== AS_PRESET) {
        its[dataset.kind] = { ...its[dataset.kind], [name]: dataset.kind === 'parameters' ? Number(value) : value };
      }
    }
    return { order: 'use', sources };
  }

  part('go').addEventListener('click', () => order({ order: state.status === 'running' ? 'pause' : 'resume' }));
  part('one-step').addEventListener('click', () => order({ order: 'step' }));
  part('pace').addEventListener('change', () => order({ order: 'pace', pace: part('pace').value }));
  part('swap').addEventListener('click', () => order(use()));
  document.addEventListener('visibilitychange', () => document.hidden || ask());
  ask();
})();
