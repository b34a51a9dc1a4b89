// Draws pictures of a result from the table or list that says the same in words, which stays for screen readers, for
// printing without scripts and for slow lines. ECharts is fetched only where there is something to draw.
(function () {
  'use strict';
  var WON = '#055f36', LOST = '#6aa88a', LEFT = '#c6d0ca', INK = '#1b2420';
  var figures = document.querySelectorAll('[data-chart]');
  if (!figures.length) return;

  function rows(figure) {
    return Array.from(document.querySelectorAll('#' + figure.dataset.of + ' [data-value]')).map(function (row) {
      return {
        name: row.dataset.name, value: Number(row.dataset.value), of: Number(row.dataset.outOf || 0),
        won: row.dataset.won === 'true', at: [Number(row.dataset.east), Number(row.dataset.north)],
        placed: row.hasAttribute('data-east')
      };
    });
  }

  function short(name) { return name.length > 9 ? name.slice(0, 8) + '…' : name; }

  var draw = {
    bars: function (all) {
      var lines = all.slice().reverse();
      return {
        height: 40 + 34 * lines.length,
        grid: { left: 8, right: 48, top: 4, bottom: 24, containLabel: true },
        xAxis: { type: 'value', minInterval: 1 },
        yAxis: { type: 'category', data: lines.map(function (it) { return short(it.name); }), axisLabel: { color: INK } },
        series: [{
          type: 'bar', barMaxWidth: 24, label: { show: true, position: 'right', color: INK },
          data: lines.map(function (it) {
            return { value: it.value, itemStyle: { color: it.won ? WON : LOST, decal: it.won ? null : { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: -Math.PI / 4, color: 'rgba(255,255,255,.55)' } } };
          })
        }]
      };
    },
    budget: function (all) {
      return {
        height: 260,
        series: [{
          type: 'pie', radius: ['38%', '66%'], itemStyle: { borderColor: '#fff', borderWidth: 2 },
          label: { color: INK, lineHeight: 18, formatter: function (it) { return short(it.name) + '\n' + it.percent + '%'; } },
          data: all.map(function (it, i) {
            return { name: it.name, value: it.value, itemStyle: { color: it.won ? [WON, LOST, '#2f7d5b', '#8fc3a8'][i % 4] : LEFT } };
          })
        }]
      };
    },
    map: function (all) {
      var placed = all.filter(function (it) { return it.placed; });
      if (placed.length < 2) return null;
      return {
        height: 300,
        grid: { left: 40, right: 40, top: 40, bottom: 64 },
        xAxis: { type: 'value', scale: true, show: false }, yAxis: { type: 'value', scale: true, show: false },
        series: [{
          type: 'scatter',
          symbolSize: function (it) { return 18 + 34 * (it[3] > 0 ? it[2] / it[3] : 0); },
          itemStyle: { color: LOST, borderColor: WON, borderWidth: 2 },
          label: { show: true, position: 'bottom', color: INK, lineHeight: 18, formatter: function (it) { return it.data.name + '\n' + it.value[2] + ' / ' + it.value[3]; } },
          data: placed.map(function (it) { return { name: it.name, value: it.at.concat([it.value, it.of]) }; })
        }]
      };
    }
  };

  function show(figure) {
    var option = draw[figure.dataset.chart](rows(figure));
    if (!option) return;
    figure.hidden = false;
    figure.style.height = option.height + 'px';
    delete option.height;
    option.animation = false;
    // as pictures: drawn as SVG, each word would carry a style of its own, which the Content-Security-Policy refuses
    var sharp = Math.max(2, window.devicePixelRatio || 1);
    var chart = window.echarts.init(figure, null, { renderer: 'canvas', devicePixelRatio: sharp });
    chart.setOption(option);
    window.addEventListener('resize', function () { chart.resize(); });
    window.addEventListener('beforeprint', function () { chart.resize({ width: Math.min(figure.clientWidth, 680) }); });
    figure.dataset.drawn = 'true';
  }

  var library = document.createElement('script');
  library.src = '/webjars/echarts/dist/echarts.common.min.js';
  library.onload = function () { figures.forEach(show); };
  document.head.appendChild(library);
}());
