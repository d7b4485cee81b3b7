import { Mt as e, Z as t, d as n, fn as r, jt as i, mn as a } from './index-Bq1nh05X.js';
var o = a(r(), 1),
  s = !0,
  c = `uplot`,
  l = `u-hz`,
  u = `u-vt`,
  d = `u-title`,
  f = `u-wrap`,
  p = `u-under`,
  m = `u-over`,
  h = `u-axis`,
  g = `u-off`,
  _ = `u-select`,
  v = `u-cursor-x`,
  y = `u-cursor-y`,
  b = `u-cursor-pt`,
  x = `u-legend`,
  S = `u-live`,
  C = `u-inline`,
  w = `u-series`,
  T = `u-marker`,
  E = `u-label`,
  ee = `u-value`,
  D = `width`,
  te = `height`,
  ne = `top`,
  re = `bottom`,
  ie = `left`,
  ae = `right`,
  oe = `#000`,
  se = `#0000`,
  ce = `mousemove`,
  le = `mousedown`,
  ue = `mouseup`,
  de = `mouseenter`,
  fe = `mouseleave`,
  pe = `dblclick`,
  me = `resize`,
  O = `scroll`,
  k = `change`,
  he = `dppxchange`,
  ge = `--`,
  _e = typeof window < `u`,
  ve = _e ? document : null,
  ye = _e ? window : null,
  be = _e ? navigator : null,
  A,
  j;
function xe() {
  let e = devicePixelRatio;
  A != e &&
    ((A = e),
    j && Ne(k, j, xe),
    (j = matchMedia(`(min-resolution: ${A - 0.001}dppx) and (max-resolution: ${A + 0.001}dppx)`)),
    Me(k, j, xe),
    ye.dispatchEvent(new CustomEvent(he)));
}
function Se(e, t) {
  if (t != null) {
    let n = e.classList;
    !n.contains(t) && n.add(t);
  }
}
function Ce(e, t) {
  let n = e.classList;
  n.contains(t) && n.remove(t);
}
function M(e, t, n) {
  e.style[t] = n + `px`;
}
function we(e, t, n, r) {
  let i = ve.createElement(e);
  return (t != null && Se(i, t), n?.insertBefore(i, r), i);
}
function Te(e, t) {
  return we(`div`, e, t);
}
var Ee = new WeakMap();
function De(e, t, n, r, i) {
  let a = `translate(` + t + `px,` + n + `px)`;
  a != Ee.get(e) && ((e.style.transform = a), Ee.set(e, a), t < 0 || n < 0 || t > r || n > i ? Se(e, g) : Ce(e, g));
}
var Oe = new WeakMap();
function ke(e, t, n) {
  let r = t + n;
  r != Oe.get(e) && (Oe.set(e, r), (e.style.background = t), (e.style.borderColor = n));
}
var N = new WeakMap();
function Ae(e, t, n, r) {
  let i = t + `` + n;
  i != N.get(e) &&
    (N.set(e, i),
    (e.style.height = n + `px`),
    (e.style.width = t + `px`),
    (e.style.marginLeft = r ? -t / 2 + `px` : 0),
    (e.style.marginTop = r ? -n / 2 + `px` : 0));
}
var je = { passive: !0 },
  P = { ...je, capture: !0 };
function Me(e, t, n, r) {
  t.addEventListener(e, n, r ? P : je);
}
function Ne(e, t, n, r) {
  t.removeEventListener(e, n, je);
}
_e && xe();
function Pe(e, t, n, r) {
  let i;
  (n ||= 0), (r ||= t.length - 1);
  let a = r <= 0x7fffffff;
  for (; r - n > 1; ) (i = a ? (n + r) >> 1 : z((n + r) / 2)), t[i] < e ? (n = i) : (r = i);
  return e - t[n] <= t[r] - e ? n : r;
}
function Fe(e) {
  return (t, n, r) => {
    let i = -1,
      a = -1;
    for (let a = n; a <= r; a++)
      if (e(t[a])) {
        i = a;
        break;
      }
    for (let i = r; i >= n; i--)
      if (e(t[i])) {
        a = i;
        break;
      }
    return [i, a];
  };
}
var F = (e) => e != null,
  Ie = (e) => e != null && e > 0,
  Le = Fe(F),
  Re = Fe(Ie);
function ze(e, t, n, r = 0, i = !1) {
  let a = i ? Re : Le,
    o = i ? Ie : F;
  [t, n] = a(e, t, n);
  let s = e[t],
    c = e[t];
  if (t > -1) {
    if (r == 1) (s = e[t]), (c = e[n]);
    else if (r == -1) (s = e[n]), (c = e[t]);
    else
      for (let r = t; r <= n; r++) {
        let t = e[r];
        o(t) && (t < s ? (s = t) : t > c && (c = t));
      }
  }
  return [s ?? B, c ?? -B];
}
function Be(e, t, n, r) {
  let i = rt(e),
    a = rt(t);
  e == t && (i == -1 ? ((e *= n), (t /= n)) : ((e /= n), (t *= n)));
  let o = n == 10 ? it : at,
    s = i == 1 ? z : $e,
    c = a == 1 ? $e : z,
    l = s(o(Ze(e))),
    u = c(o(Ze(t))),
    d = nt(n, l),
    f = nt(n, u);
  return (
    n == 10 && (l < 0 && (d = U(d, -l)), u < 0 && (f = U(f, -u))),
    r || n == 2 ? ((e = d * i), (t = f * a)) : ((e = bt(e, d)), (t = yt(t, f))),
    [e, t]
  );
}
function Ve(e, t, n, r) {
  let i = Be(e, t, n, r);
  return (e == 0 && (i[0] = 0), t == 0 && (i[1] = 0), i);
}
var He = 0.1,
  Ue = { mode: 3, pad: He },
  We = { pad: 0, soft: null, mode: 0 },
  I = { min: We, max: We };
function Ge(e, t, n, r) {
  return At(n) ? qe(e, t, n) : ((We.pad = n), (We.soft = r ? 0 : null), (We.mode = r ? 3 : 0), qe(e, t, I));
}
function L(e, t) {
  return e ?? t;
}
function Ke(e, t, n) {
  for (t = L(t, 0), n = L(n, e.length - 1); t <= n; ) {
    if (e[t] != null) return !0;
    t++;
  }
  return !1;
}
function qe(e, t, n) {
  let r = n.min,
    i = n.max,
    a = L(r.pad, 0),
    o = L(i.pad, 0),
    s = L(r.hard, -B),
    c = L(i.hard, B),
    l = L(r.soft, B),
    u = L(i.soft, -B),
    d = L(r.mode, 0),
    f = L(i.mode, 0),
    p = t - e,
    m = it(p),
    h = tt(Ze(e), Ze(t)),
    g = Ze(it(h) - m);
  (p < 1e-24 || g > 10) &&
    ((p = 0), (e == 0 || t == 0) && ((p = 1e-24), d == 2 && l != B && (a = 0), f == 2 && u != -B && (o = 0)));
  let _ = p || h || 1e3,
    v = nt(10, z(it(_))),
    y = U(bt(e - _ * (p == 0 ? (e == 0 ? 0.1 : 1) : a), v / 10), 24),
    b = e >= l && (d == 1 || (d == 3 && y <= l) || (d == 2 && y >= l)) ? l : B,
    x = tt(s, y < b && e >= b ? b : et(b, y)),
    S = U(yt(t + _ * (p == 0 ? (t == 0 ? 0.1 : 1) : o), v / 10), 24),
    C = t <= u && (f == 1 || (f == 3 && S >= u) || (f == 2 && S <= u)) ? u : -B,
    w = et(c, S > C && t <= C ? C : tt(C, S));
  return (x == w && x == 0 && (w = 100), [x, w]);
}
var Je = new Intl.NumberFormat(_e ? be.language : `en-US`),
  Ye = (e) => Je.format(e),
  R = Math,
  Xe = R.PI,
  Ze = R.abs,
  z = R.floor,
  Qe = R.round,
  $e = R.ceil,
  et = R.min,
  tt = R.max,
  nt = R.pow,
  rt = R.sign,
  it = R.log10,
  at = R.log2,
  ot = (e, t = 1) => R.sinh(e) * t,
  st = (e, t = 1) => R.asinh(e / t),
  B = 1 / 0;
function ct(e) {
  return (it((e ^ (e >> 31)) - (e >> 31)) | 0) + 1;
}
function lt(e, t, n) {
  return et(tt(e, t), n);
}
function ut(e) {
  return typeof e == `function`;
}
function V(e) {
  return ut(e) ? e : () => e;
}
var dt = () => {},
  ft = (e) => e,
  pt = (e, t) => t,
  mt = (e) => null,
  ht = (e) => !0,
  gt = (e, t) => e == t,
  _t = /\.\d*?(?=9{6,}|0{6,})/gm,
  H = (e) => {
    if (Dt(e) || xt.has(e)) return e;
    let t = `${e}`,
      n = t.match(_t);
    if (n == null) return e;
    let r = n[0].length - 1;
    if (t.indexOf(`e-`) != -1) {
      let [e, n] = t.split(`e`);
      return +`${H(e)}e${n}`;
    }
    return U(e, r);
  };
function vt(e, t) {
  return H(U(H(e / t)) * t);
}
function yt(e, t) {
  return H($e(H(e / t)) * t);
}
function bt(e, t) {
  return H(z(H(e / t)) * t);
}
function U(e, t = 0) {
  if (Dt(e)) return e;
  let n = 10 ** t;
  return Qe(e * n * (1 + 2 ** -52)) / n;
}
var xt = new Map();
function St(e) {
  return ((`` + e).split(`.`)[1] || ``).length;
}
function W(e, t, n, r) {
  let i = [],
    a = r.map(St);
  for (let o = t; o < n; o++) {
    let t = Ze(o),
      n = U(nt(e, o), t);
    for (let s = 0; s < r.length; s++) {
      let c = e == 10 ? +`${r[s]}e${o}` : r[s] * n,
        l = (o >= 0 ? 0 : t) + (o >= a[s] ? 0 : a[s]),
        u = e == 10 ? c : U(c, l);
      i.push(u), xt.set(u, l);
    }
  }
  return i;
}
var Ct = {},
  wt = [],
  Tt = [null, null],
  Et = Array.isArray,
  Dt = Number.isInteger,
  Ot = (e) => e === void 0;
function kt(e) {
  return typeof e == `string`;
}
function At(e) {
  let t = !1;
  if (e != null) {
    let n = e.constructor;
    t = n == null || n == Object;
  }
  return t;
}
function jt(e) {
  return typeof e == `object` && !!e;
}
var Mt = Object.getPrototypeOf(Uint8Array),
  Nt = `__proto__`;
function Pt(e, t = At) {
  let n;
  if (Et(e)) {
    let r = e.find((e) => e != null);
    if (Et(r) || t(r)) {
      n = Array(e.length);
      for (let r = 0; r < e.length; r++) n[r] = Pt(e[r], t);
    } else n = e.slice();
  } else if (e instanceof Mt) n = e.slice();
  else if (t(e)) {
    n = {};
    for (let r in e) r != Nt && (n[r] = Pt(e[r], t));
  } else n = e;
  return n;
}
function Ft(e) {
  let t = arguments;
  for (let n = 1; n < t.length; n++) {
    let r = t[n];
    for (let t in r) t != Nt && (At(e[t]) ? Ft(e[t], Pt(r[t])) : (e[t] = Pt(r[t])));
  }
  return e;
}
var It = 0,
  Lt = 1,
  Rt = 2;
function zt(e, t, n) {
  for (let r = 0, i, a = -1; r < t.length; r++) {
    let o = t[r];
    if (o > a) {
      for (i = o - 1; i >= 0 && e[i] == null; ) e[i--] = null;
      for (i = o + 1; i < n && e[i] == null; ) e[(a = i++)] = null;
    }
  }
}
var Bt = typeof queueMicrotask > `u` ? (e) => Promise.resolve().then(e) : queueMicrotask;
function Vt(e) {
  let t = e[0],
    n = t.length,
    r = Array(n);
  for (let e = 0; e < r.length; e++) r[e] = e;
  r.sort((e, n) => t[e] - t[n]);
  let i = [];
  for (let t = 0; t < e.length; t++) {
    let a = e[t],
      o = Array(n);
    for (let e = 0; e < n; e++) o[e] = a[r[e]];
    i.push(o);
  }
  return i;
}
function Ht(e) {
  let t = e[0][0],
    n = t.length;
  for (let r = 1; r < e.length; r++) {
    let i = e[r][0];
    if (i.length != n) return !1;
    if (i != t) {
      for (let e = 0; e < n; e++) if (i[e] != t[e]) return !1;
    }
  }
  return !0;
}
function Ut(e, t = 100) {
  let n = e.length;
  if (n <= 1) return !0;
  let r = 0,
    i = n - 1;
  for (; r <= i && e[r] == null; ) r++;
  for (; i >= r && e[i] == null; ) i--;
  if (i <= r) return !0;
  let a = tt(1, z((i - r + 1) / t));
  for (let t = e[r], n = r + a; n <= i; n += a) {
    let r = e[n];
    if (r != null) {
      if (r <= t) return !1;
      t = r;
    }
  }
  return !0;
}
var Wt = [
    `January`,
    `February`,
    `March`,
    `April`,
    `May`,
    `June`,
    `July`,
    `August`,
    `September`,
    `October`,
    `November`,
    `December`,
  ],
  Gt = [`Sunday`, `Monday`, `Tuesday`, `Wednesday`, `Thursday`, `Friday`, `Saturday`];
function Kt(e) {
  return e.slice(0, 3);
}
var qt = Gt.map(Kt),
  Jt = { MMMM: Wt, MMM: Wt.map(Kt), WWWW: Gt, WWW: qt };
function Yt(e) {
  return (e < 10 ? `0` : ``) + e;
}
function Xt(e) {
  return (e < 10 ? `00` : e < 100 ? `0` : ``) + e;
}
var G = {
  YYYY: (e) => e.getFullYear(),
  YY: (e) => (e.getFullYear() + ``).slice(2),
  MMMM: (e, t) => t.MMMM[e.getMonth()],
  MMM: (e, t) => t.MMM[e.getMonth()],
  MM: (e) => Yt(e.getMonth() + 1),
  M: (e) => e.getMonth() + 1,
  DD: (e) => Yt(e.getDate()),
  D: (e) => e.getDate(),
  WWWW: (e, t) => t.WWWW[e.getDay()],
  WWW: (e, t) => t.WWW[e.getDay()],
  HH: (e) => Yt(e.getHours()),
  H: (e) => e.getHours(),
  h: (e) => {
    let t = e.getHours();
    return t == 0 ? 12 : t > 12 ? t - 12 : t;
  },
  AA: (e) => (e.getHours() >= 12 ? `PM` : `AM`),
  aa: (e) => (e.getHours() >= 12 ? `pm` : `am`),
  a: (e) => (e.getHours() >= 12 ? `p` : `a`),
  mm: (e) => Yt(e.getMinutes()),
  m: (e) => e.getMinutes(),
  ss: (e) => Yt(e.getSeconds()),
  s: (e) => e.getSeconds(),
  fff: (e) => Xt(e.getMilliseconds()),
};
function Zt(e, t) {
  t ||= Jt;
  let n = [],
    r = /\{([a-z]+)\}|[^{]+/gi,
    i;
  for (; (i = r.exec(e)); ) n.push(i[0][0] == `{` ? G[i[1]] : i[0]);
  return (e) => {
    let r = ``;
    for (let i = 0; i < n.length; i++) r += typeof n[i] == `string` ? n[i] : n[i](e, t);
    return r;
  };
}
var K = new Intl.DateTimeFormat().resolvedOptions().timeZone,
  Qt = (e) => e % 1 == 0,
  $t = [1, 2, 2.5, 5],
  en = W(10, -32, 0, $t),
  tn = W(10, 0, 32, $t),
  nn = tn.filter(Qt),
  rn = en.concat(tn),
  an = `
`,
  on = `{YYYY}`,
  sn = an + on,
  cn = `{M}/{D}`,
  ln = an + cn,
  un = ln + `/{YY}`,
  dn = `{aa}`,
  fn = `{h}:{mm}` + dn,
  pn = an + fn,
  mn = `:{ss}`,
  q = null;
function hn(e) {
  let t = e * 1e3,
    n = t * 60,
    r = n * 60,
    i = r * 24,
    a = i * 30,
    o = i * 365,
    s = (e == 1 ? W(10, 0, 3, $t).filter(Qt) : W(10, -3, 0, $t)).concat([
      t,
      t * 5,
      t * 10,
      t * 15,
      t * 30,
      n,
      n * 5,
      n * 10,
      n * 15,
      n * 30,
      r,
      r * 2,
      r * 3,
      r * 4,
      r * 6,
      r * 8,
      r * 12,
      i,
      i * 2,
      i * 3,
      i * 4,
      i * 5,
      i * 6,
      i * 7,
      i * 8,
      i * 9,
      i * 10,
      i * 15,
      a,
      a * 2,
      a * 3,
      a * 4,
      a * 6,
      o,
      o * 2,
      o * 5,
      o * 10,
      o * 25,
      o * 50,
      o * 100,
    ]),
    c = [
      [o, on, q, q, q, q, q, q, 1],
      [i * 28, `{MMM}`, sn, q, q, q, q, q, 1],
      [i, cn, sn, q, q, q, q, q, 1],
      [r, `{h}` + dn, un, q, ln, q, q, q, 1],
      [n, fn, un, q, ln, q, q, q, 1],
      [t, mn, un + ` ` + fn, q, ln + ` ` + fn, q, pn, q, 1],
      [e, mn + `.{fff}`, un + ` ` + fn, q, ln + ` ` + fn, q, pn, q, 1],
    ];
  function l(t) {
    return (s, c, l, u, d, f) => {
      let p = [],
        m = d >= o,
        h = d >= a && d < o,
        g = t(l),
        _ = U(g * e, 3),
        v = Tn(g.getFullYear(), m ? 0 : g.getMonth(), h || m ? 1 : g.getDate()),
        y = U(v * e, 3);
      if (h || m) {
        let n = h ? d / a : 0,
          r = m ? d / o : 0,
          i = _ == y ? _ : U(Tn(v.getFullYear() + r, v.getMonth() + n, 1) * e, 3),
          s = new Date(Qe(i / e)),
          c = s.getFullYear(),
          l = s.getMonth();
        for (let a = 0; i <= u; a++) {
          let o = Tn(c + r * a, l + n * a, 1),
            s = o - t(U(o * e, 3));
          (i = U((+o + s) * e, 3)), i <= u && p.push(i);
        }
      } else {
        let a = d >= i ? i : d,
          o = y + (z(l) - z(_)) + yt(_ - y, a);
        p.push(o);
        let m = t(o),
          h = m.getHours() + m.getMinutes() / n + m.getSeconds() / r,
          g = d / r,
          v = f / s.axes[c]._space;
        for (; (o = U(o + d, e == 1 ? 0 : 3)), !(o > u); )
          if (g > 1) {
            let e = z(U(h + g, 6)) % 24,
              n = t(o).getHours() - e;
            n > 1 && (n = -1), (o -= n * r), (h = (h + g) % 24);
            let i = p[p.length - 1];
            U((o - i) / d, 3) * v >= 0.7 && p.push(o);
          } else p.push(o);
      }
      return p;
    };
  }
  return [s, c, l];
}
var [gn, _n, vn] = hn(1),
  [yn, bn, xn] = hn(0.001);
W(2, -53, 53, [1]);
function Sn(e, t) {
  return e.map((e) => e.map((n, r) => (r == 0 || r == 8 || n == null ? n : t(r == 1 || e[8] == 0 ? n : e[1] + n))));
}
function Cn(e, t) {
  return (n, r, i, a, o) => {
    let s = t.find((e) => o >= e[0]) || t[t.length - 1],
      c,
      l,
      u,
      d,
      f,
      p;
    return r.map((t) => {
      let n = e(t),
        r = n.getFullYear(),
        i = n.getMonth(),
        a = n.getDate(),
        o = n.getHours(),
        m = n.getMinutes(),
        h = n.getSeconds(),
        g =
          (r != c && s[2]) ||
          (i != l && s[3]) ||
          (a != u && s[4]) ||
          (o != d && s[5]) ||
          (m != f && s[6]) ||
          (h != p && s[7]) ||
          s[1];
      return ((c = r), (l = i), (u = a), (d = o), (f = m), (p = h), g(n));
    });
  };
}
function wn(e, t) {
  let n = Zt(t);
  return (t, r, i, a, o) => r.map((t) => n(e(t)));
}
function Tn(e, t, n) {
  return new Date(e, t, n);
}
function En(e, t) {
  return t(e);
}
var Dn = `{YYYY}-{MM}-{DD} {h}:{mm}{aa}`;
function On(e, t) {
  return (n, r, i, a) => (a == null ? ge : t(e(r)));
}
function kn(e, t) {
  let n = e.series[t];
  return n.width ? n.stroke(e, t) : n.points.width ? n.points.stroke(e, t) : null;
}
function An(e, t) {
  return e.series[t].fill(e, t);
}
var jn = {
  show: !0,
  live: !0,
  isolate: !1,
  mount: dt,
  markers: { show: !0, width: 2, stroke: kn, fill: An, dash: `solid` },
  idx: null,
  idxs: null,
  values: [],
};
function Mn(e, t) {
  let n = e.cursor.points,
    r = Te(),
    i = n.size(e, t);
  M(r, D, i), M(r, te, i);
  let a = i / -2;
  M(r, `marginLeft`, a), M(r, `marginTop`, a);
  let o = n.width(e, t, i);
  return (o && M(r, `borderWidth`, o), r);
}
function Nn(e, t) {
  let n = e.series[t].points;
  return n._fill || n._stroke;
}
function Pn(e, t) {
  let n = e.series[t].points;
  return n._stroke || n._fill;
}
function Fn(e, t) {
  return e.series[t].points.size;
}
var In = [0, 0];
function Ln(e, t, n) {
  return ((In[0] = t), (In[1] = n), In);
}
function Rn(e, t, n, r = !0) {
  return (e) => {
    e.button != 0 || (r && e.target != t) || n(e);
  };
}
function zn(e, t, n, r = !0) {
  return (e) => {
    (r && e.target != t) || n(e);
  };
}
var Bn = {
    show: !0,
    x: !0,
    y: !0,
    lock: !1,
    move: Ln,
    points: { one: !1, show: Mn, size: Fn, width: 0, stroke: Pn, fill: Nn },
    bind: { mousedown: Rn, mouseup: Rn, click: Rn, dblclick: Rn, mousemove: zn, mouseleave: zn, mouseenter: zn },
    drag: {
      setScale: !0,
      x: !0,
      y: !1,
      dist: 0,
      uni: null,
      click: (e, t) => {
        t.stopPropagation(), t.stopImmediatePropagation();
      },
      _x: !1,
      _y: !1,
    },
    focus: { dist: (e, t, n, r, i) => r - i, prox: -1, bias: 0 },
    hover: { skip: [void 0], prox: null, bias: 0 },
    left: -10,
    top: -10,
    idx: null,
    dataIdx: null,
    idxs: null,
    event: null,
  },
  Vn = { show: !0, stroke: `rgba(0,0,0,0.07)`, width: 2 },
  Hn = Ft({}, Vn, { filter: pt }),
  Un = Ft({}, Hn, { size: 10 }),
  Wn = Ft({}, Vn, { show: !1 }),
  Gn = `12px system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif, "Apple Color Emoji", "Segoe UI Emoji", "Segoe UI Symbol", "Noto Color Emoji"`,
  Kn = `bold ` + Gn,
  qn = 1.5,
  Jn = {
    show: !0,
    scale: `x`,
    stroke: oe,
    space: 50,
    gap: 5,
    alignTo: 1,
    size: 50,
    labelGap: 0,
    labelSize: 30,
    labelFont: Kn,
    side: 2,
    grid: Hn,
    ticks: Un,
    border: Wn,
    font: Gn,
    lineGap: qn,
    rotate: 0,
  },
  Yn = `Value`,
  Xn = `Time`,
  Zn = { show: !0, scale: `x`, auto: !1, sorted: 1, min: B, max: -1 / 0, idxs: [] };
function Qn(e, t, n, r, i) {
  return t.map((e) => (e == null ? `` : Ye(e)));
}
function $n(e, t, n, r, i, a, o) {
  let s = [],
    c = xt.get(i) || 0;
  n = o ? n : U(yt(n, i), c);
  for (let e = n; e <= r; e = U(e + i, c)) s.push(Object.is(e, -0) ? 0 : e);
  return s;
}
function er(e, t, n, r, i, a, o) {
  let s = [],
    c = e.scales[e.axes[t].scale].log;
  (i = nt(c, z((c == 10 ? it : at)(n)))), c == 10 && (i = rn[Pe(i, rn)]);
  let l = n,
    u = i * c;
  c == 10 && (u = rn[Pe(u, rn)]);
  do
    s.push(l),
      (l += i),
      c == 10 && !xt.has(l) && (l = U(l, xt.get(i))),
      l >= u && ((i = l), (u = i * c), c == 10 && (u = rn[Pe(u, rn)]));
  while (l <= r);
  return s;
}
function tr(e, t, n, r, i, a, o) {
  let s = e.scales[e.axes[t].scale].asinh,
    c = r > s ? er(e, t, tt(s, n), r, i) : [s],
    l = r >= 0 && n <= 0 ? [0] : [];
  return (n < -s ? er(e, t, tt(s, -r), -n, i) : [s])
    .reverse()
    .map((e) => -e)
    .concat(l, c);
}
var nr = /./,
  rr = /[12357]/,
  ir = /[125]/,
  ar = /1/,
  J = (e, t, n, r) =>
    e.map((e, i) => ((t == 4 && e == 0) || (i % r == 0 && n.test(e.toExponential()[+(e < 0)])) ? e : null));
function or(e, t, n, r, i) {
  let a = e.axes[n],
    o = a.scale,
    s = e.scales[o],
    c = e.valToPos,
    l = a._space,
    u = c(10, o),
    d = c(9, o) - u >= l ? nr : c(7, o) - u >= l ? rr : c(5, o) - u >= l ? ir : ar;
  if (d == ar) {
    let e = Ze(c(1, o) - u);
    if (e < l) return J(t.slice().reverse(), s.distr, d, $e(l / e)).reverse();
  }
  return J(t, s.distr, d, 1);
}
function sr(e, t, n, r, i) {
  let a = e.axes[n],
    o = a.scale,
    s = a._space,
    c = e.valToPos,
    l = Ze(c(1, o) - c(2, o));
  return l < s ? J(t.slice().reverse(), 3, nr, $e(s / l)).reverse() : t;
}
function cr(e, t, n, r) {
  return r == null ? ge : t == null ? `` : Ye(t);
}
var lr = {
  show: !0,
  scale: `y`,
  stroke: oe,
  space: 30,
  gap: 5,
  alignTo: 1,
  size: 50,
  labelGap: 0,
  labelSize: 30,
  labelFont: Kn,
  side: 3,
  grid: Hn,
  ticks: Un,
  border: Wn,
  font: Gn,
  lineGap: qn,
  rotate: 0,
};
function ur(e, t) {
  return U((3 + (e || 1) * 2) * t, 3);
}
function dr(e, t) {
  let { scale: n, idxs: r } = e.series[0],
    i = e._data[0],
    a = e.valToPos(i[r[0]], n, !0),
    o = Ze(e.valToPos(i[r[1]], n, !0) - a) / (e.series[t].points.space * A);
  return r[1] - r[0] <= o;
}
var fr = { scale: null, auto: !0, sorted: 0, min: B, max: -1 / 0 },
  pr = (e, t, n, r, i) => i,
  mr = {
    show: !0,
    auto: !0,
    sorted: 0,
    gaps: pr,
    alpha: 1,
    facets: [Ft({}, fr, { scale: `x` }), Ft({}, fr, { scale: `y` })],
  },
  hr = {
    scale: `y`,
    auto: !0,
    sorted: 0,
    show: !0,
    spanGaps: !1,
    gaps: pr,
    alpha: 1,
    points: { show: dr, filter: null },
    values: null,
    min: B,
    max: -1 / 0,
    idxs: [],
    path: null,
    clip: null,
  };
function gr(e, t, n, r, i) {
  return n / 10;
}
var _r = { time: s, auto: !0, distr: 1, log: 10, asinh: 1, min: null, max: null, dir: 1, ori: 0 },
  vr = Ft({}, _r, { time: !1, ori: 1 }),
  yr = {};
function br(e, t) {
  let n = yr[e];
  return (
    n ||
      ((n = {
        key: e,
        plots: [],
        sub(e) {
          n.plots.push(e);
        },
        unsub(e) {
          n.plots = n.plots.filter((t) => t != e);
        },
        pub(e, t, r, i, a, o, s) {
          for (let c = 0; c < n.plots.length; c++) n.plots[c] != t && n.plots[c].pub(e, t, r, i, a, o, s);
        },
      }),
      e != null && (yr[e] = n)),
    n
  );
}
var xr = 1,
  Sr = 2;
function Cr(e, t, n) {
  let r = e.mode,
    i = e.series[t],
    a = r == 2 ? e._data[t] : e._data,
    o = e.scales,
    s = e.bbox,
    c = a[0],
    l = r == 2 ? a[1] : a[t],
    u = r == 2 ? o[i.facets[0].scale] : o[e.series[0].scale],
    d = r == 2 ? o[i.facets[1].scale] : o[i.scale],
    f = s.left,
    p = s.top,
    m = s.width,
    h = s.height,
    g = e.valToPosH,
    _ = e.valToPosV;
  return u.ori == 0
    ? n(i, c, l, u, d, g, _, f, p, m, h, Mr, Pr, Fr, Lr, zr)
    : n(i, c, l, u, d, _, g, p, f, h, m, Nr, Y, Ir, Rr, Br);
}
function wr(e, t) {
  let n = 0,
    r = 0,
    i = L(e.bands, wt);
  for (let e = 0; e < i.length; e++) {
    let a = i[e];
    a.series[0] == t ? (n = a.dir) : a.series[1] == t && (a.dir == 1 ? (r |= 1) : (r |= 2));
  }
  return [n, r == 1 ? -1 : r == 2 ? 1 : r == 3 ? 2 : 0];
}
function Tr(e, t, n, r, i) {
  let a = e.mode,
    o = e.series[t],
    s = a == 2 ? o.facets[1].scale : o.scale,
    c = e.scales[s];
  return i == -1 ? c.min : i == 1 ? c.max : c.distr == 3 ? (c.dir == 1 ? c.min : c.max) : 0;
}
function Er(e, t, n, r, i, a) {
  return Cr(e, t, (e, t, o, s, c, l, u, d, f, p, m) => {
    let h = e.pxRound,
      g = s.dir * (s.ori == 0 ? 1 : -1),
      _ = s.ori == 0 ? Pr : Y,
      v,
      y;
    g == 1 ? ((v = n), (y = r)) : ((v = r), (y = n));
    let b = h(l(t[v], s, p, d)),
      x = h(u(o[v], c, m, f)),
      S = h(l(t[y], s, p, d)),
      C = h(u(a == 1 ? c.max : c.min, c, m, f)),
      w = new Path2D(i);
    return (_(w, S, C), _(w, b, C), _(w, b, x), w);
  });
}
function Dr(e, t, n, r, i, a) {
  let o = null;
  if (e.length > 0) {
    o = new Path2D();
    let s = t == 0 ? Fr : Ir,
      c = n;
    for (let t = 0; t < e.length; t++) {
      let n = e[t];
      if (n[1] > n[0]) {
        let e = n[0] - c;
        e > 0 && s(o, c, r, e, r + a), (c = n[1]);
      }
    }
    let l = n + i - c;
    l > 0 && s(o, c, r - 5, l, r + a + 10);
  }
  return o;
}
function Or(e, t, n) {
  let r = e[e.length - 1];
  r && r[0] == t ? (r[1] = n) : e.push([t, n]);
}
function kr(e, t, n, r, i, a, o) {
  let s = [],
    c = e.length;
  for (let l = i == 1 ? n : r; l >= n && l <= r; l += i)
    if (t[l] === null) {
      let u = l,
        d = l;
      if (i == 1) for (; ++l <= r && t[l] === null; ) d = l;
      else for (; --l >= n && t[l] === null; ) d = l;
      let f = a(e[u]),
        p = d == u ? f : a(e[d]),
        m = u - i;
      f = o <= 0 && m >= 0 && m < c ? a(e[m]) : f;
      let h = d + i;
      (p = o >= 0 && h >= 0 && h < c ? a(e[h]) : p), p >= f && s.push([f, p]);
    }
  return s;
}
function Ar(e) {
  return e == 0 ? ft : e == 1 ? Qe : (t) => vt(t, e);
}
function jr(e) {
  let t = e == 0 ? Mr : Nr,
    n =
      e == 0
        ? (e, t, n, r, i, a) => {
            e.arcTo(t, n, r, i, a);
          }
        : (e, t, n, r, i, a) => {
            e.arcTo(n, t, i, r, a);
          },
    r =
      e == 0
        ? (e, t, n, r, i) => {
            e.rect(t, n, r, i);
          }
        : (e, t, n, r, i) => {
            e.rect(n, t, i, r);
          };
  return (e, i, a, o, s, c = 0, l = 0) => {
    c == 0 && l == 0
      ? r(e, i, a, o, s)
      : ((c = et(c, o / 2, s / 2)),
        (l = et(l, o / 2, s / 2)),
        t(e, i + c, a),
        n(e, i + o, a, i + o, a + s, c),
        n(e, i + o, a + s, i, a + s, l),
        n(e, i, a + s, i, a, l),
        n(e, i, a, i + o, a, c),
        e.closePath());
  };
}
var Mr = (e, t, n) => {
    e.moveTo(t, n);
  },
  Nr = (e, t, n) => {
    e.moveTo(n, t);
  },
  Pr = (e, t, n) => {
    e.lineTo(t, n);
  },
  Y = (e, t, n) => {
    e.lineTo(n, t);
  },
  Fr = jr(0),
  Ir = jr(1),
  Lr = (e, t, n, r, i, a) => {
    e.arc(t, n, r, i, a);
  },
  Rr = (e, t, n, r, i, a) => {
    e.arc(n, t, r, i, a);
  },
  zr = (e, t, n, r, i, a, o) => {
    e.bezierCurveTo(t, n, r, i, a, o);
  },
  Br = (e, t, n, r, i, a, o) => {
    e.bezierCurveTo(n, t, i, r, o, a);
  };
function Vr(e) {
  return (e, t, n, r, i) =>
    Cr(e, t, (t, a, o, s, c, l, u, d, f, p, m) => {
      let { pxRound: h, points: g } = t,
        _,
        v;
      s.ori == 0 ? ((_ = Mr), (v = Lr)) : ((_ = Nr), (v = Rr));
      let y = U(g.width * A, 3),
        b = ((g.size - g.width) / 2) * A,
        x = U(b * 2, 3),
        S = new Path2D(),
        C = new Path2D(),
        { left: w, top: T, width: E, height: ee } = e.bbox;
      Fr(C, w - x, T - x, E + x * 2, ee + x * 2);
      let D = (e) => {
        if (o[e] != null) {
          let t = h(l(a[e], s, p, d)),
            n = h(u(o[e], c, m, f));
          _(S, t + b, n), v(S, t, n, b, 0, Xe * 2);
        }
      };
      if (i) i.forEach(D);
      else for (let e = n; e <= r; e++) D(e);
      return { stroke: y > 0 ? S : null, fill: S, clip: C, flags: 3 };
    });
}
function Hr(e) {
  return (t, n, r, i, a, o) => {
    r != i && (a != r && o != r && e(t, n, r), a != i && o != i && e(t, n, i), e(t, n, o));
  };
}
var Ur = Hr(Pr),
  Wr = Hr(Y);
function Gr(e) {
  let t = L(e?.alignGaps, 0);
  return (e, n, r, i) =>
    Cr(e, n, (a, o, s, c, l, u, d, f, p, m, h) => {
      [r, i] = Le(s, r, i);
      let g = a.pxRound,
        _ = (e) => g(u(e, c, m, f)),
        v = (e) => g(d(e, l, h, p)),
        y,
        b;
      c.ori == 0 ? ((y = Pr), (b = Ur)) : ((y = Y), (b = Wr));
      let x = c.dir * (c.ori == 0 ? 1 : -1),
        S = { stroke: new Path2D(), fill: null, clip: null, band: null, gaps: null, flags: xr },
        C = S.stroke,
        w = !1;
      if (i - r >= m * 4) {
        let t = (t) => e.posToVal(t, c.key, !0),
          n = null,
          a = null,
          l,
          u,
          d,
          f = _(o[x == 1 ? r : i]),
          p = _(o[r]),
          m = _(o[i]),
          h = t(x == 1 ? p + 1 : m - 1);
        for (let e = x == 1 ? r : i; e >= r && e <= i; e += x) {
          let r = o[e],
            i = (x == 1 ? r < h : r > h) ? f : _(r),
            c = s[e];
          i == f
            ? c == null
              ? c === null && (w = !0)
              : ((u = c), n == null ? (y(C, i, v(u)), (l = n = a = u)) : u < n ? (n = u) : u > a && (a = u))
            : (n != null && b(C, f, v(n), v(a), v(l), v(u)),
              c == null ? ((n = a = null), c === null && (w = !0)) : ((u = c), y(C, i, v(u)), (n = a = l = u)),
              (f = i),
              (h = t(f + x)));
        }
        n != null && n != a && d != f && b(C, f, v(n), v(a), v(l), v(u));
      } else
        for (let e = x == 1 ? r : i; e >= r && e <= i; e += x) {
          let t = s[e];
          t === null ? (w = !0) : t != null && y(C, _(o[e]), v(t));
        }
      let [T, E] = wr(e, n);
      if (a.fill != null || T != 0) {
        let t = (S.fill = new Path2D(C)),
          s = v(a.fillTo(e, n, a.min, a.max, T)),
          c = _(o[r]),
          l = _(o[i]);
        x == -1 && ([l, c] = [c, l]), y(t, l, s), y(t, c, s);
      }
      if (!a.spanGaps) {
        let l = [];
        w && l.push(...kr(o, s, r, i, x, _, t)),
          (S.gaps = l = a.gaps(e, n, r, i, l)),
          (S.clip = Dr(l, c.ori, f, p, m, h));
      }
      return (E != 0 && (S.band = E == 2 ? [Er(e, n, r, i, C, -1), Er(e, n, r, i, C, 1)] : Er(e, n, r, i, C, E)), S);
    });
}
function Kr(e) {
  let t = L(e.align, 1),
    n = L(e.ascDesc, !1),
    r = L(e.alignGaps, 0),
    i = L(e.extend, !1);
  return (e, a, o, s) =>
    Cr(e, a, (c, l, u, d, f, p, m, h, g, _, v) => {
      [o, s] = Le(u, o, s);
      let y = c.pxRound,
        { left: b, width: x } = e.bbox,
        S = (e) => y(p(e, d, _, h)),
        C = (e) => y(m(e, f, v, g)),
        w = d.ori == 0 ? Pr : Y,
        T = { stroke: new Path2D(), fill: null, clip: null, band: null, gaps: null, flags: xr },
        E = T.stroke,
        ee = d.dir * (d.ori == 0 ? 1 : -1),
        D = C(u[ee == 1 ? o : s]),
        te = S(l[ee == 1 ? o : s]),
        ne = te,
        re = te;
      i && t == -1 && ((re = b), w(E, re, D)), w(E, te, D);
      for (let e = ee == 1 ? o : s; e >= o && e <= s; e += ee) {
        let n = u[e];
        if (n == null) continue;
        let r = S(l[e]),
          i = C(n);
        t == 1 ? w(E, r, D) : w(E, ne, i), w(E, r, i), (D = i), (ne = r);
      }
      let ie = ne;
      i && t == 1 && ((ie = b + x), w(E, ie, D));
      let [ae, oe] = wr(e, a);
      if (c.fill != null || ae != 0) {
        let t = (T.fill = new Path2D(E)),
          n = C(c.fillTo(e, a, c.min, c.max, ae));
        w(t, ie, n), w(t, re, n);
      }
      if (!c.spanGaps) {
        let i = [];
        i.push(...kr(l, u, o, s, ee, S, r));
        let f = (c.width * A) / 2,
          p = n || t == 1 ? f : -f,
          m = n || t == -1 ? -f : f;
        i.forEach((e) => {
          (e[0] += p), (e[1] += m);
        }),
          (T.gaps = i = c.gaps(e, a, o, s, i)),
          (T.clip = Dr(i, d.ori, h, g, _, v));
      }
      return (oe != 0 && (T.band = oe == 2 ? [Er(e, a, o, s, E, -1), Er(e, a, o, s, E, 1)] : Er(e, a, o, s, E, oe)), T);
    });
}
function qr(e, t, n, r, i, a, o = B) {
  if (e.length > 1) {
    let s = null;
    for (let c = 0, l = 1 / 0; c < e.length; c++)
      if (t[c] !== void 0) {
        if (s != null) {
          let t = Ze(e[c] - e[s]);
          t < l && ((l = t), (o = Ze(n(e[c], r, i, a) - n(e[s], r, i, a))));
        }
        s = c;
      }
  }
  return o;
}
function Jr(e) {
  e ||= Ct;
  let t = L(e.size, [0.6, B, 1]),
    n = e.align || 0,
    r = e.gap || 0,
    i = e.radius;
  i = i == null ? [0, 0] : typeof i == `number` ? [i, 0] : i;
  let a = V(i),
    o = 1 - t[0],
    s = L(t[1], B),
    c = L(t[2], 1),
    l = L(e.disp, Ct),
    u = L(e.each, (e) => {}),
    { fill: d, stroke: f } = l;
  return (e, t, i, p) =>
    Cr(e, t, (m, h, g, _, v, y, b, x, S, C, w) => {
      let T = m.pxRound,
        E = n,
        ee = r * A,
        D = s * A,
        te = c * A,
        ne,
        re;
      _.ori == 0 ? ([ne, re] = a(e, t)) : ([re, ne] = a(e, t));
      let ie = _.dir * (_.ori == 0 ? 1 : -1),
        ae = _.ori == 0 ? Fr : Ir,
        oe =
          _.ori == 0
            ? u
            : (e, t, n, r, i, a, o) => {
                u(e, t, n, i, r, o, a);
              },
        se = L(e.bands, wt).find((e) => e.series[0] == t),
        ce = se == null ? 0 : se.dir,
        le = m.fillTo(e, t, m.min, m.max, ce),
        ue = T(b(le, v, w, S)),
        de,
        fe,
        pe,
        me = C,
        O = T(m.width * A),
        k = !1,
        he = null,
        ge = null,
        _e = null,
        ve = null;
      d != null &&
        (O == 0 || f != null) &&
        ((k = !0),
        (he = d.values(e, t, i, p)),
        (ge = new Map()),
        new Set(he).forEach((e) => {
          e != null && ge.set(e, new Path2D());
        }),
        O > 0 &&
          ((_e = f.values(e, t, i, p)),
          (ve = new Map()),
          new Set(_e).forEach((e) => {
            e != null && ve.set(e, new Path2D());
          })));
      let { x0: ye, size: be } = l;
      if (ye != null && be != null) {
        (E = 1), (h = ye.values(e, t, i, p)), ye.unit == 2 && (h = h.map((t) => e.posToVal(x + t * C, _.key, !0)));
        let n = be.values(e, t, i, p);
        (fe = be.unit == 2 ? n[0] * C : y(n[0], _, C, x) - y(0, _, C, x)),
          (me = qr(h, g, y, _, C, x, me)),
          (pe = me - fe + ee);
      } else (me = qr(h, g, y, _, C, x, me)), (pe = me * o + ee), (fe = me - pe);
      pe < 1 && (pe = 0), O >= fe / 2 && (O = 0), pe < 5 && (T = ft);
      let j = pe > 0,
        xe = me - pe - (j ? O : 0);
      (fe = T(lt(xe, te, D))),
        (de = (E == 0 ? fe / 2 : E == ie ? 0 : fe) - E * ie * ((E == 0 ? ee / 2 : 0) + (j ? O / 2 : 0)));
      let Se = { stroke: null, fill: null, clip: null, band: null, gaps: null, flags: 0 },
        Ce = k ? null : new Path2D(),
        M = null;
      if (se != null) M = e.data[se.series[1]];
      else {
        let { y0: n, y1: r } = l;
        n != null && r != null && ((g = r.values(e, t, i, p)), (M = n.values(e, t, i, p)));
      }
      let we = ne * fe,
        Te = re * fe;
      for (let n = ie == 1 ? i : p; n >= i && n <= p; n += ie) {
        let r = g[n];
        if (r == null) continue;
        if (M != null) {
          let e = M[n] ?? 0;
          if (r - e == 0) continue;
          ue = b(e, v, w, S);
        }
        let i = y(_.distr != 2 || l != null ? h[n] : n, _, C, x),
          a = b(L(r, le), v, w, S),
          o = T(i - de),
          s = T(tt(a, ue)),
          c = T(et(a, ue)),
          u = s - c;
        if (r != null) {
          let i = r < 0 ? Te : we,
            a = r < 0 ? we : Te;
          k
            ? (O > 0 && _e[n] != null && ae(ve.get(_e[n]), o, c + z(O / 2), fe, tt(0, u - O), i, a),
              he[n] != null && ae(ge.get(he[n]), o, c + z(O / 2), fe, tt(0, u - O), i, a))
            : ae(Ce, o, c + z(O / 2), fe, tt(0, u - O), i, a),
            oe(e, t, n, o - O / 2, c, fe + O, u);
        }
      }
      return (
        O > 0
          ? (Se.stroke = k ? ve : Ce)
          : k || ((Se._fill = m.width == 0 ? m._fill : (m._stroke ?? m._fill)), (Se.width = 0)),
        (Se.fill = k ? ge : Ce),
        Se
      );
    });
}
function Yr(e, t) {
  let n = L(t?.alignGaps, 0);
  return (t, r, i, a) =>
    Cr(t, r, (o, s, c, l, u, d, f, p, m, h, g) => {
      [i, a] = Le(c, i, a);
      let _ = o.pxRound,
        v = (e) => _(d(e, l, h, p)),
        y = (e) => _(f(e, u, g, m)),
        b,
        x,
        S;
      l.ori == 0 ? ((b = Mr), (S = Pr), (x = zr)) : ((b = Nr), (S = Y), (x = Br));
      let C = l.dir * (l.ori == 0 ? 1 : -1),
        w = v(s[C == 1 ? i : a]),
        T = w,
        E = [],
        ee = [];
      for (let e = C == 1 ? i : a; e >= i && e <= a; e += C)
        if (c[e] != null) {
          let t = v(s[e]);
          E.push((T = t)), ee.push(y(c[e]));
        }
      let D = { stroke: e(E, ee, b, S, x, _), fill: null, clip: null, band: null, gaps: null, flags: xr },
        te = D.stroke,
        [ne, re] = wr(t, r);
      if (o.fill != null || ne != 0) {
        let e = (D.fill = new Path2D(te)),
          n = y(o.fillTo(t, r, o.min, o.max, ne));
        S(e, T, n), S(e, w, n);
      }
      if (!o.spanGaps) {
        let e = [];
        e.push(...kr(s, c, i, a, C, v, n)), (D.gaps = e = o.gaps(t, r, i, a, e)), (D.clip = Dr(e, l.ori, p, m, h, g));
      }
      return (
        re != 0 && (D.band = re == 2 ? [Er(t, r, i, a, te, -1), Er(t, r, i, a, te, 1)] : Er(t, r, i, a, te, re)), D
      );
    });
}
function Xr(e) {
  return Yr(Zr, e);
}
function Zr(e, t, n, r, i, a) {
  let o = e.length;
  if (o < 2) return null;
  let s = new Path2D();
  if ((n(s, e[0], t[0]), o == 2)) r(s, e[1], t[1]);
  else {
    let n = Array(o),
      r = Array(o - 1),
      a = Array(o - 1),
      c = Array(o - 1);
    for (let n = 0; n < o - 1; n++) (a[n] = t[n + 1] - t[n]), (c[n] = e[n + 1] - e[n]), (r[n] = a[n] / c[n]);
    n[0] = r[0];
    for (let e = 1; e < o - 1; e++)
      r[e] === 0 || r[e - 1] === 0 || r[e - 1] > 0 != r[e] > 0
        ? (n[e] = 0)
        : ((n[e] = (3 * (c[e - 1] + c[e])) / ((2 * c[e] + c[e - 1]) / r[e - 1] + (c[e] + 2 * c[e - 1]) / r[e])),
          isFinite(n[e]) || (n[e] = 0));
    n[o - 1] = r[o - 2];
    for (let r = 0; r < o - 1; r++)
      i(
        s,
        e[r] + c[r] / 3,
        t[r] + (n[r] * c[r]) / 3,
        e[r + 1] - c[r] / 3,
        t[r + 1] - (n[r + 1] * c[r]) / 3,
        e[r + 1],
        t[r + 1],
      );
  }
  return s;
}
var Qr = new Set();
function $r() {
  for (let e of Qr) e.syncRect(!0);
}
_e &&
  (Me(me, ye, $r),
  Me(O, ye, $r, !0),
  Me(he, ye, () => {
    X.pxRatio = A;
  }));
var ei = Gr(),
  ti = Vr();
function ni(e, t, n, r) {
  return (r ? [e[0], e[1]].concat(e.slice(2)) : [e[0]].concat(e.slice(1))).map((e, r) => ii(e, r, t, n));
}
function ri(e, t) {
  return e.map((e, n) => (n == 0 ? {} : Ft({}, t, e)));
}
function ii(e, t, n, r) {
  return Ft({}, t == 0 ? n : r, e);
}
function ai(e, t, n) {
  return t == null ? Tt : [t, n];
}
var oi = ai;
function si(e, t, n) {
  return t == null ? Tt : Ge(t, n, He, !0);
}
function ci(e, t, n, r) {
  return t == null ? Tt : Be(t, n, e.scales[r].log, !1);
}
var li = ci;
function ui(e, t, n, r) {
  return t == null ? Tt : Ve(t, n, e.scales[r].log, !1);
}
var di = ui;
function fi(e, t, n, r, i) {
  let a = tt(ct(e), ct(t)),
    o = t - e,
    s = Pe((i / r) * o, n);
  do {
    let e = n[s],
      t = (r * e) / o;
    if (t >= i && a + (e < 5 ? xt.get(e) : 0) <= 17) return [e, t];
  } while (++s < n.length);
  return [0, 0];
}
function pi(e) {
  let t, n;
  return ((e = e.replace(/(\d+)px/, (e, r) => (t = Qe((n = +r) * A)) + `px`)), [e, t, n]);
}
function mi(e) {
  e.show &&
    [e.font, e.labelFont].forEach((e) => {
      let t = U(e[2] * A, 1);
      (e[0] = e[0].replace(/[0-9.]+px/, t + `px`)), (e[1] = t);
    });
}
function X(e, t, n) {
  let r = { mode: L(e.mode, 1) },
    i = r.mode;
  function a(e, t, n, r) {
    let i = t.valToPct(e);
    return r + n * (t.dir == -1 ? 1 - i : i);
  }
  function o(e, t, n, r) {
    let i = t.valToPct(e);
    return r + n * (t.dir == -1 ? i : 1 - i);
  }
  function s(e, t, n, r) {
    return t.ori == 0 ? a(e, t, n, r) : o(e, t, n, r);
  }
  (r.valToPosH = a), (r.valToPosV = o);
  let oe = !1;
  r.status = 0;
  let me = (r.root = Te(c));
  if ((e.id != null && (me.id = e.id), Se(me, e.class), e.title)) {
    let t = Te(d, me);
    t.textContent = e.title;
  }
  let O = we(`canvas`),
    k = (r.ctx = O.getContext(`2d`)),
    _e = Te(f, me);
  Me(
    `click`,
    _e,
    (e) => {
      e.target === j && (Z != Oi || Q != ki) && Ni.click(r, e);
    },
    !0,
  );
  let be = (r.under = Te(p, _e));
  _e.appendChild(O);
  let j = (r.over = Te(m, _e));
  e = Pt(e);
  let xe = +L(e.pxAlign, 1),
    Ee = Ar(xe);
  (e.plugins || []).forEach((t) => {
    t.opts && (e = t.opts(r, e) || e);
  });
  let Oe = e.ms || 0.001,
    N = (r.series = i == 1 ? ni(e.series || [], Zn, hr, !1) : ri(e.series || [null], mr)),
    je = (r.axes = ni(e.axes || [], Jn, lr, !0)),
    P = (r.scales = {}),
    Fe = (r.bands = e.bands || []);
  Fe.forEach((e) => {
    (e.fill = V(e.fill || null)), (e.dir = L(e.dir, -1));
  });
  let F = i == 2 ? N[1].facets[0].scale : N[0].scale,
    Ie = { axes: $r, series: Vr },
    Le = (e.drawOrder || [`axes`, `series`]).map((e) => Ie[e]);
  function Re(e) {
    let t =
      e.distr == 3
        ? (t) => it(t > 0 ? t : e.clamp(r, t, e.min, e.max, e.key))
        : e.distr == 4
          ? (t) => st(t, e.asinh)
          : e.distr == 100
            ? (t) => e.fwd(t)
            : (e) => e;
    return (n) => {
      let r = t(n),
        { _min: i, _max: a } = e,
        o = a - i;
      return (r - i) / o;
    };
  }
  function We(t) {
    let n = P[t];
    if (n == null) {
      let r = (e.scales || Ct)[t] || Ct;
      if (r.from != null) {
        We(r.from);
        let e = Ft({}, P[r.from], r, { key: t });
        (e.valToPct = Re(e)), (P[t] = e);
      } else {
        (n = P[t] = Ft({}, t == F ? _r : vr, r)), (n.key = t);
        let e = n.time,
          a = n.range,
          o = Et(a);
        if (
          (t != F || (i == 2 && !e)) &&
          (o &&
            (a[0] == null || a[1] == null) &&
            ((a = {
              min: a[0] == null ? Ue : { mode: 1, hard: a[0], soft: a[0] },
              max: a[1] == null ? Ue : { mode: 1, hard: a[1], soft: a[1] },
            }),
            (o = !1)),
          !o && At(a))
        ) {
          let e = a;
          a = (t, n, r) => (n == null ? Tt : Ge(n, r, e));
        }
        (n.range = V(
          a ||
            (e
              ? oi
              : t == F
                ? n.distr == 3
                  ? li
                  : n.distr == 4
                    ? di
                    : ai
                : n.distr == 3
                  ? ci
                  : n.distr == 4
                    ? ui
                    : si),
        )),
          (n.auto = V(!o && n.auto)),
          (n.clamp = V(n.clamp || gr)),
          (n._min = n._max = null),
          (n.valToPct = Re(n));
      }
    }
  }
  We(`x`),
    We(`y`),
    i == 1 &&
      N.forEach((e) => {
        We(e.scale);
      }),
    je.forEach((e) => {
      We(e.scale);
    });
  for (let t in e.scales) We(t);
  let I = P[F],
    qe = I.distr,
    Je,
    Ye;
  I.ori == 0 ? (Se(me, l), (Je = a), (Ye = o)) : (Se(me, u), (Je = o), (Ye = a));
  let R = {};
  for (let e in P) {
    let t = P[e];
    (t.min != null || t.max != null) && ((R[e] = { min: t.min, max: t.max }), (t.min = t.max = null));
  }
  let z = e.tzDate || ((e) => new Date(Qe(e / Oe))),
    rt = e.fmtDate || Zt,
    at = Oe == 1 ? vn(z) : xn(z),
    ct = Cn(z, Sn(Oe == 1 ? _n : bn, rt)),
    dt = On(z, En(Dn, rt)),
    ft = [],
    _t = (r.legend = Ft({}, jn, e.legend)),
    H = (r.cursor = Ft({}, Bn, { drag: { y: i == 2 } }, e.cursor)),
    yt = _t.show,
    bt = H.show,
    W = _t.markers;
  (_t.idxs = ft), (W.width = V(W.width)), (W.dash = V(W.dash)), (W.stroke = V(W.stroke)), (W.fill = V(W.fill));
  let Dt,
    Mt,
    Nt,
    It = [],
    Lt = [],
    Rt,
    zt = !1,
    Vt = {};
  if (_t.live) {
    let e = N[1] ? N[1].values : null;
    (zt = e != null), (Rt = zt ? e(r, 1, 0) : { _: 0 });
    for (let e in Rt) Vt[e] = ge;
  }
  if (yt) {
    if (((Dt = we(`table`, x, me)), (Nt = we(`tbody`, null, Dt)), _t.mount(r, Dt), zt)) {
      Mt = we(`thead`, null, Dt, Nt);
      let e = we(`tr`, null, Mt);
      for (var Ht in (we(`th`, null, e), Rt)) we(`th`, E, e).textContent = Ht;
    } else Se(Dt, C), _t.live && Se(Dt, S);
  }
  let Ut = { show: !0 },
    Wt = { show: !1 };
  function Gt(e, t) {
    if (t == 0 && (zt || !_t.live || i == 2)) return Tt;
    let n = [],
      a = we(`tr`, w, Nt, Nt.childNodes[t]);
    Se(a, e.class), e.show || Se(a, g);
    let o = we(`th`, null, a);
    if (W.show) {
      let e = Te(T, o);
      if (t > 0) {
        let n = W.width(r, t);
        n && (e.style.border = n + `px ` + W.dash(r, t) + ` ` + W.stroke(r, t)), (e.style.background = W.fill(r, t));
      }
    }
    let s = Te(E, o);
    for (var c in (e.label instanceof HTMLElement ? s.appendChild(e.label) : (s.textContent = e.label),
    t > 0 &&
      (W.show || (s.style.color = e.width > 0 ? W.stroke(r, t) : W.fill(r, t)),
      qt(
        `click`,
        o,
        (t) => {
          if (H._lock) return;
          Pn(t);
          let n = N.indexOf(e);
          if ((t.ctrlKey || t.metaKey) != _t.isolate) {
            let e = N.some((e, t) => t > 0 && t != n && e.show);
            N.forEach((t, r) => {
              r > 0 && Bi(r, e ? (r == n ? Ut : Wt) : Ut, !0, xa.setSeries);
            });
          } else Bi(n, { show: !e.show }, !0, xa.setSeries);
        },
        !1,
      ),
      Ln &&
        qt(
          de,
          o,
          (t) => {
            H._lock || (Pn(t), Bi(N.indexOf(e), Gi, !0, xa.setSeries));
          },
          !1,
        )),
    Rt)) {
      let e = we(`td`, ee, a);
      (e.textContent = `--`), n.push(e);
    }
    return [a, n];
  }
  let Kt = new Map();
  function qt(e, t, n, i = !0) {
    let a = Kt.get(t) || {},
      o = H.bind[e](r, t, n, i);
    o && (Me(e, t, (a[e] = o)), Kt.set(t, a));
  }
  function Jt(e, t, n) {
    let r = Kt.get(t) || {};
    for (let n in r) (e == null || n == e) && (Ne(n, t, r[n]), delete r[n]);
    e ?? Kt.delete(t);
  }
  let Yt = 0,
    Xt = 0,
    G = 0,
    K = 0,
    Qt = 0,
    $t = 0,
    en = Qt,
    tn = $t,
    an = G,
    on = K,
    sn = 0,
    cn = 0,
    ln = 0,
    un = 0;
  r.bbox = {};
  let dn = !1,
    fn = !1,
    pn = !1,
    mn = !1,
    q = !1,
    hn = !1;
  function Tn(e, t, n) {
    (n || e != r.width || t != r.height) && kn(e, t), X(!1), (pn = !0), (fn = !0), yi();
  }
  function kn(e, t) {
    (r.width = Yt = G = e), (r.height = Xt = K = t), (Qt = $t = 0), Mn(), Nn();
    let n = r.bbox;
    (sn = n.left = vt(Qt * A, 0.5)),
      (cn = n.top = vt($t * A, 0.5)),
      (ln = n.width = vt(G * A, 0.5)),
      (un = n.height = vt(K * A, 0.5));
  }
  function An() {
    let e = !1,
      t = 0;
    for (; !e; ) {
      t++;
      let n = Xr(t),
        i = Zr(t);
      (e = t == 3 || (n && i)), e || (kn(r.width, r.height), (fn = !0));
    }
  }
  r.setSize = function ({ width: e, height: t }) {
    Tn(e, t);
  };
  function Mn() {
    let e = !1,
      t = !1,
      n = !1,
      r = !1;
    je.forEach((i, a) => {
      if (i.show && i._show) {
        let { side: a, _size: o } = i,
          s = a % 2,
          c = o + (i.label == null ? 0 : i.labelSize);
        c > 0 &&
          (s
            ? ((G -= c), a == 3 ? ((Qt += c), (r = !0)) : (n = !0))
            : ((K -= c), a == 0 ? (($t += c), (e = !0)) : (t = !0)));
      }
    }),
      (Gn[0] = e),
      (Gn[1] = n),
      (Gn[2] = t),
      (Gn[3] = r),
      (G -= rr[1] + rr[3]),
      (Qt += rr[3]),
      (K -= rr[2] + rr[0]),
      ($t += rr[0]);
  }
  function Nn() {
    let e = Qt + G,
      t = $t + K,
      n = Qt,
      r = $t;
    function i(i, a) {
      switch (i) {
        case 1:
          return ((e += a), e - a);
        case 2:
          return ((t += a), t - a);
        case 3:
          return ((n -= a), n + a);
        case 0:
          return ((r -= a), r + a);
      }
    }
    je.forEach((e, t) => {
      if (e.show && e._show) {
        let t = e.side;
        (e._pos = i(t, e._size)), e.label != null && (e._lpos = i(t, e.labelSize));
      }
    });
  }
  if (H.dataIdx == null) {
    let e = H.hover,
      n = (e.skip = new Set(e.skip ?? []));
    n.add(void 0);
    let r = (e.prox = V(e.prox)),
      i = (e.bias ??= 0);
    H.dataIdx = (e, a, o, s) => {
      if (a == 0) return o;
      let c = o,
        l = r(e, a, o, s) ?? B,
        u = l >= 0 && l < B,
        d = I.ori == 0 ? G : K,
        f = H.left,
        p = t[0],
        m = t[a];
      if (n.has(m[o])) {
        c = null;
        let e = null,
          t = null,
          r;
        if (i == 0 || i == -1) for (r = o; e == null && r-- > 0; ) n.has(m[r]) || (e = r);
        if (i == 0 || i == 1) for (r = o; t == null && r++ < m.length; ) n.has(m[r]) || (t = r);
        if (e != null || t != null) {
          if (u) {
            let n = e == null ? -1 / 0 : Je(p[e], I, d, 0),
              r = t == null ? 1 / 0 : Je(p[t], I, d, 0),
              i = f - n,
              a = r - f;
            i <= a ? i <= l && (c = e) : a <= l && (c = t);
          } else c = t == null ? e : e == null ? t : o - e <= t - o ? e : t;
        }
      } else u && Ze(f - Je(p[o], I, d, 0)) > l && (c = null);
      return c;
    };
  }
  let Pn = (e) => {
    H.event = e;
  };
  (H.idxs = ft), (H._lock = !1);
  let Fn = H.points;
  (Fn.show = V(Fn.show)),
    (Fn.size = V(Fn.size)),
    (Fn.stroke = V(Fn.stroke)),
    (Fn.width = V(Fn.width)),
    (Fn.fill = V(Fn.fill));
  let In = (r.focus = Ft({}, e.focus || { alpha: 0.3 }, H.focus)),
    Ln = In.prox >= 0,
    Rn = Ln && Fn.one,
    zn = [],
    Vn = [],
    Hn = [];
  function Un(e, t) {
    let n = Fn.show(r, t);
    if (n instanceof HTMLElement) return (Se(n, b), Se(n, e.class), De(n, -10, -10, G, K), j.insertBefore(n, zn[t]), n);
  }
  function Wn(e, t) {
    if (i == 1 || t > 0) {
      let t = i == 1 && P[e.scale].time,
        n = e.value;
      (e.value = t ? (kt(n) ? On(z, En(n, rt)) : n || dt) : n || cr), (e.label = e.label || (t ? Xn : Yn));
    }
    if (Rn || t > 0) {
      (e.width = e.width == null ? 1 : e.width),
        (e.paths = e.paths || ei || mt),
        (e.fillTo = V(e.fillTo || Tr)),
        (e.pxAlign = +L(e.pxAlign, xe)),
        (e.pxRound = Ar(e.pxAlign)),
        (e.stroke = V(e.stroke || null)),
        (e.fill = V(e.fill || null)),
        (e._stroke = e._fill = e._paths = e._focus = null);
      let t = ur(tt(1, e.width), 1),
        n = (e.points = Ft(
          {},
          { size: t, width: tt(1, t * 0.2), stroke: e.stroke, space: t * 2, paths: ti, _stroke: null, _fill: null },
          e.points,
        ));
      (n.show = V(n.show)),
        (n.filter = V(n.filter)),
        (n.fill = V(n.fill)),
        (n.stroke = V(n.stroke)),
        (n.paths = V(n.paths)),
        (n.pxAlign = e.pxAlign);
    }
    if (yt) {
      let n = Gt(e, t);
      It.splice(t, 0, n[0]), Lt.splice(t, 0, n[1]), _t.values.push(null);
    }
    if (bt) {
      ft.splice(t, 0, null);
      let n = null;
      Rn ? t == 0 && (n = Un(e, t)) : t > 0 && (n = Un(e, t)),
        zn.splice(t, 0, n),
        Vn.splice(t, 0, 0),
        Hn.splice(t, 0, 0);
    }
    ya(`addSeries`, t);
  }
  (r.addSeries = function (e, t) {
    (t ??= N.length), (e = i == 1 ? ii(e, t, Zn, hr) : ii(e, t, {}, mr)), N.splice(t, 0, e), Wn(N[t], t);
  }),
    (r.delSeries = function (e) {
      if ((N.splice(e, 1), yt)) {
        _t.values.splice(e, 1), Lt.splice(e, 1);
        let t = It.splice(e, 1)[0];
        Jt(null, t.firstChild), t.remove();
      }
      bt && (ft.splice(e, 1), zn.splice(e, 1)[0].remove(), Vn.splice(e, 1), Hn.splice(e, 1)), ya(`delSeries`, e);
    });
  let Gn = [!1, !1, !1, !1];
  function Kn(e, t) {
    if (((e._show = e.show), e.show)) {
      let n = e.side % 2,
        i = P[e.scale];
      i ??= ((e.scale = n ? N[1].scale : F), P[e.scale]);
      let a = i.time;
      (e.size = V(e.size)),
        (e.space = V(e.space)),
        (e.rotate = V(e.rotate)),
        Et(e.incrs) &&
          e.incrs.forEach((e) => {
            !xt.has(e) && xt.set(e, St(e));
          }),
        (e.incrs = V(e.incrs || (i.distr == 2 ? nn : a ? (Oe == 1 ? gn : yn) : rn))),
        (e.splits = V(e.splits || (a && i.distr == 1 ? at : i.distr == 3 ? er : i.distr == 4 ? tr : $n))),
        (e.stroke = V(e.stroke)),
        (e.grid.stroke = V(e.grid.stroke)),
        (e.ticks.stroke = V(e.ticks.stroke)),
        (e.border.stroke = V(e.border.stroke));
      let o = e.values;
      (e.values = Et(o) && !Et(o[0]) ? V(o) : a ? (Et(o) ? Cn(z, Sn(o, rt)) : kt(o) ? wn(z, o) : o || ct) : o || Qn),
        (e.filter = V(e.filter || (i.distr >= 3 && i.log == 10 ? or : i.distr == 3 && i.log == 2 ? sr : pt))),
        (e.font = pi(e.font)),
        (e.labelFont = pi(e.labelFont)),
        (e._size = e.size(r, null, t, 0)),
        (e._space = e._rotate = e._incrs = e._found = e._splits = e._values = null),
        e._size > 0 && ((Gn[t] = !0), (e._el = Te(h, _e)));
    }
  }
  function qn(e, t, n, r) {
    let [i, a, o, s] = n,
      c = t % 2,
      l = 0;
    return (
      c == 0 && (s || a) && (l = (t == 0 && !i) || (t == 2 && !o) ? Qe(Jn.size / 3) : 0),
      c == 1 && (i || o) && (l = (t == 1 && !a) || (t == 3 && !s) ? Qe(lr.size / 2) : 0),
      l
    );
  }
  let nr = (r.padding = (e.padding || [qn, qn, qn, qn]).map((e) => V(L(e, qn)))),
    rr = (r._padding = nr.map((e, t) => e(r, t, Gn, 0))),
    ir,
    ar = null,
    J = null,
    dr = i == 1 ? N[0].idxs : null,
    fr = null,
    pr = !1;
  function yr(e, n) {
    if (((t = e ?? []), (r.data = r._data = t), i == 2)) {
      ir = 0;
      for (let e = 1; e < N.length; e++) ir += t[e][0].length;
    } else {
      t.length == 0 && (r.data = r._data = t = [[]]), (fr = t[0]), (ir = fr.length);
      let e = t;
      if (qe == 2) {
        e = t.slice();
        let n = (e[0] = Array(ir));
        for (let e = 0; e < ir; e++) n[e] = e;
      }
      r._data = t = e;
    }
    if ((X(!0), ya(`setData`), qe == 2 && (pn = !0), n !== !1)) {
      let e = I;
      e.auto(r, pr) ? Cr() : zi(F, e.min, e.max), (mn ||= H.left >= 0), (hn = !0), yi();
    }
  }
  r.setData = yr;
  function Cr() {
    pr = !0;
    let e, n;
    i == 1 &&
      (ir > 0
        ? ((ar = dr[0] = 0),
          (J = dr[1] = ir - 1),
          (e = t[0][ar]),
          (n = t[0][J]),
          qe == 2
            ? ((e = ar), (n = J))
            : e == n &&
              (qe == 3
                ? ([e, n] = Be(e, e, I.log, !1))
                : qe == 4
                  ? ([e, n] = Ve(e, e, I.log, !1))
                  : I.time
                    ? (n = e + Qe(86400 / Oe))
                    : ([e, n] = Ge(e, n, He, !0))))
        : ((ar = dr[0] = e = null), (J = dr[1] = n = null))),
      zi(F, e, n);
  }
  let wr, Er, Dr, Or, kr, jr, Mr, Nr, Pr, Y;
  function Fr(e, t, n, r, i, a) {
    (e ??= se),
      (n ??= wt),
      (r ??= `butt`),
      (i ??= se),
      (a ??= `round`),
      e != wr && (k.strokeStyle = wr = e),
      i != Er && (k.fillStyle = Er = i),
      t != Dr && (k.lineWidth = Dr = t),
      a != kr && (k.lineJoin = kr = a),
      r != jr && (k.lineCap = jr = r),
      n != Or && k.setLineDash((Or = n));
  }
  function Ir(e, t, n, r) {
    t != Er && (k.fillStyle = Er = t),
      e != Mr && (k.font = Mr = e),
      n != Nr && (k.textAlign = Nr = n),
      r != Pr && (k.textBaseline = Pr = r);
  }
  function Lr(e, t, n, i, a = 0) {
    if (i.length > 0 && e.auto(r, pr) && (t == null || t.min == null)) {
      let t = L(ar, 0),
        r = L(J, i.length - 1),
        o = n.min == null ? ze(i, t, r, a, e.distr == 3) : [n.min, n.max];
      (e.min = et(e.min, (n.min = o[0]))), (e.max = tt(e.max, (n.max = o[1])));
    }
  }
  let Rr = { min: null, max: null };
  function zr() {
    for (let e in P) {
      let t = P[e];
      R[e] == null && (t.min == null || (R[F] != null && t.auto(r, pr))) && (R[e] = Rr);
    }
    for (let e in P) {
      let t = P[e];
      R[e] == null && t.from != null && R[t.from] != null && (R[e] = Rr);
    }
    R[F] != null && X(!0);
    let e = {};
    for (let t in R) {
      let n = R[t];
      if (n != null) {
        let a = (e[t] = Pt(P[t], jt));
        if (n.min != null) Ft(a, n);
        else if (t != F || i == 2) {
          if (ir == 0 && a.from == null) {
            let e = a.range(r, null, null, t);
            (a.min = e[0]), (a.max = e[1]);
          } else (a.min = B), (a.max = -1 / 0);
        }
      }
    }
    if (ir > 0) {
      N.forEach((n, a) => {
        if (i == 1) {
          let i = n.scale,
            o = R[i];
          if (o == null) return;
          let s = e[i];
          if (a == 0) {
            let e = s.range(r, s.min, s.max, i);
            (s.min = e[0]),
              (s.max = e[1]),
              (ar = Pe(s.min, t[0])),
              (J = Pe(s.max, t[0])),
              J - ar > 1 && (t[0][ar] < s.min && ar++, t[0][J] > s.max && J--),
              (n.min = fr[ar]),
              (n.max = fr[J]);
          } else n.show && n.auto && Lr(s, o, n, t[a], n.sorted);
          (n.idxs[0] = ar), (n.idxs[1] = J);
        } else if (a > 0 && n.show && n.auto) {
          let [r, i] = n.facets,
            o = r.scale,
            s = i.scale,
            [c, l] = t[a],
            u = e[o],
            d = e[s];
          u != null && Lr(u, R[o], r, c, r.sorted),
            d != null && Lr(d, R[s], i, l, i.sorted),
            (n.min = i.min),
            (n.max = i.max);
        }
      });
      for (let t in e) {
        let n = e[t],
          i = R[t];
        if (n.from == null && (i == null || i.min == null)) {
          let e = n.range(r, n.min == B ? null : n.min, n.max == -1 / 0 ? null : n.max, t);
          (n.min = e[0]), (n.max = e[1]);
        }
      }
    }
    for (let t in e) {
      let n = e[t];
      if (n.from != null) {
        let i = e[n.from];
        if (i.min == null) n.min = n.max = null;
        else {
          let e = n.range(r, i.min, i.max, t);
          (n.min = e[0]), (n.max = e[1]);
        }
      }
    }
    let n = {},
      a = !1;
    for (let t in e) {
      let r = e[t],
        i = P[t];
      if (i.min != r.min || i.max != r.max) {
        (i.min = r.min), (i.max = r.max);
        let e = i.distr;
        (i._min = e == 3 ? it(i.min) : e == 4 ? st(i.min, i.asinh) : e == 100 ? i.fwd(i.min) : i.min),
          (i._max = e == 3 ? it(i.max) : e == 4 ? st(i.max, i.asinh) : e == 100 ? i.fwd(i.max) : i.max),
          (n[t] = a = !0);
      }
    }
    if (a) {
      N.forEach((e, t) => {
        i == 2 ? t > 0 && n.y && (e._paths = null) : n[e.scale] && (e._paths = null);
      });
      for (let e in n) (pn = !0), ya(`setScale`, e);
      bt && H.left >= 0 && (mn = hn = !0);
    }
    for (let e in R) R[e] = null;
  }
  function Br(e) {
    let t = lt(ar - 1, 0, ir - 1),
      n = lt(J + 1, 0, ir - 1);
    for (; e[t] == null && t > 0; ) t--;
    for (; e[n] == null && n < ir - 1; ) n++;
    return [t, n];
  }
  function Vr() {
    if (ir > 0) {
      let e = N.some((e) => e._focus) && Y != In.alpha;
      e && (k.globalAlpha = Y = In.alpha),
        N.forEach((e, n) => {
          if (n > 0 && e.show && (Hr(n, !1), Hr(n, !0), e._paths == null)) {
            let a = Y;
            Y != e.alpha && (k.globalAlpha = Y = e.alpha);
            let o = i == 2 ? [0, t[n][0].length - 1] : Br(t[n]);
            (e._paths = e.paths(r, n, o[0], o[1])), Y != a && (k.globalAlpha = Y = a);
          }
        }),
        N.forEach((e, t) => {
          if (t > 0 && e.show) {
            let n = Y;
            Y != e.alpha && (k.globalAlpha = Y = e.alpha), e._paths != null && Ur(t, !1);
            {
              let n = e._paths == null ? null : e._paths.gaps,
                i = e.points.show(r, t, ar, J, n),
                a = e.points.filter(r, t, i, n);
              (i || a) && ((e.points._paths = e.points.paths(r, t, ar, J, a)), Ur(t, !0));
            }
            Y != n && (k.globalAlpha = Y = n), ya(`drawSeries`, t);
          }
        }),
        e && (k.globalAlpha = Y = 1);
    }
  }
  function Hr(e, t) {
    let n = t ? N[e].points : N[e];
    (n._stroke = n.stroke(r, e)), (n._fill = n.fill(r, e));
  }
  function Ur(e, t) {
    let n = t ? N[e].points : N[e],
      {
        stroke: r,
        fill: i,
        clip: a,
        flags: o,
        _stroke: s = n._stroke,
        _fill: c = n._fill,
        _width: l = n.width,
      } = n._paths;
    l = U(l * A, 3);
    let u = null,
      d = (l % 2) / 2;
    t && c == null && (c = l > 0 ? `#fff` : s);
    let f = n.pxAlign == 1 && d > 0;
    if ((f && k.translate(d, d), !t)) {
      let e = sn - l / 2,
        t = cn - l / 2,
        n = ln + l,
        r = un + l;
      (u = new Path2D()), u.rect(e, t, n, r);
    }
    t ? Gr(s, l, n.dash, n.cap, c, r, i, o, a) : Wr(e, s, l, n.dash, n.cap, c, r, i, o, u, a), f && k.translate(-d, -d);
  }
  function Wr(e, n, i, a, o, s, c, l, u, d, f) {
    let p = !1;
    u != 0 &&
      Fe.forEach((m, h) => {
        if (m.series[0] == e) {
          let e = N[m.series[1]],
            g = t[m.series[1]],
            _ = (e._paths || Ct).band;
          Et(_) && (_ = m.dir == 1 ? _[0] : _[1]);
          let v,
            y = null;
          e.show && _ && Ke(g, ar, J) ? ((y = m.fill(r, h) || s), (v = e._paths.clip)) : (_ = null),
            Gr(n, i, a, o, y, c, l, u, d, f, v, _),
            (p = !0);
        }
      }),
      p || Gr(n, i, a, o, s, c, l, u, d, f);
  }
  function Gr(e, t, n, r, i, a, o, s, c, l, u, d) {
    Fr(e, t, n, r, i),
      (c || l || d) && (k.save(), c && k.clip(c), l && k.clip(l)),
      d
        ? (s & 3) == 3
          ? (k.clip(d), u && k.clip(u), qr(i, o), Kr(e, a, t))
          : s & Sr
            ? (qr(i, o), k.clip(d), Kr(e, a, t))
            : s & xr && (k.save(), k.clip(d), u && k.clip(u), qr(i, o), k.restore(), Kr(e, a, t))
        : (qr(i, o), Kr(e, a, t)),
      (c || l || d) && k.restore();
  }
  function Kr(e, t, n) {
    n > 0 &&
      (t instanceof Map
        ? t.forEach((e, t) => {
            (k.strokeStyle = wr = t), k.stroke(e);
          })
        : t != null && e && k.stroke(t));
  }
  function qr(e, t) {
    t instanceof Map
      ? t.forEach((e, t) => {
          (k.fillStyle = Er = t), k.fill(e);
        })
      : t != null && e && k.fill(t);
  }
  function Jr(e, t, n, i) {
    let a = je[e],
      o;
    if (i <= 0) o = [0, 0];
    else {
      let s = (a._space = a.space(r, e, t, n, i));
      o = fi(t, n, (a._incrs = a.incrs(r, e, t, n, i, s)), i, s);
    }
    return (a._found = o);
  }
  function Yr(e, t, n, r, i, a, o, s, c, l) {
    let u = (o % 2) / 2;
    xe == 1 && k.translate(u, u), Fr(s, o, c, l, s), k.beginPath();
    let d,
      f,
      p,
      m,
      h = i + (r == 0 || r == 3 ? -a : a);
    n == 0 ? ((f = i), (m = h)) : ((d = i), (p = h));
    for (let r = 0; r < e.length; r++)
      t[r] != null && (n == 0 ? (d = p = e[r]) : (f = m = e[r]), k.moveTo(d, f), k.lineTo(p, m));
    k.stroke(), xe == 1 && k.translate(-u, -u);
  }
  function Xr(e) {
    let t = !0;
    return (
      je.forEach((n, i) => {
        if (!n.show) return;
        let a = P[n.scale];
        if (a.min == null) {
          n._show && ((t = !1), (n._show = !1), X(!1));
          return;
        }
        n._show || ((t = !1), (n._show = !0), X(!1));
        let o = n.side,
          s = o % 2,
          { min: c, max: l } = a,
          [u, d] = Jr(i, c, l, s == 0 ? G : K);
        if (d == 0) return;
        let f = a.distr == 2,
          p = (n._splits = n.splits(r, i, c, l, u, d, f)),
          m = a.distr == 2 ? p.map((e) => fr[e]) : p,
          h = a.distr == 2 ? fr[p[1]] - fr[p[0]] : u,
          g = (n._values = n.values(r, n.filter(r, m, i, d, h), i, d, h));
        n._rotate = o == 2 ? n.rotate(r, g, i, d) : 0;
        let _ = n._size;
        (n._size = $e(n.size(r, g, i, e))), _ != null && n._size != _ && (t = !1);
      }),
      t
    );
  }
  function Zr(e) {
    let t = !0;
    return (
      nr.forEach((n, i) => {
        let a = n(r, i, Gn, e);
        a != rr[i] && (t = !1), (rr[i] = a);
      }),
      t
    );
  }
  function $r() {
    for (let e = 0; e < je.length; e++) {
      let t = je[e];
      if (!t.show || !t._show) continue;
      let n = t.side,
        i = n % 2,
        a,
        o,
        c = t.stroke(r, e),
        l = n == 0 || n == 3 ? -1 : 1,
        [u, d] = t._found;
      if (t.label != null) {
        let s = t.labelGap * l,
          f = Qe((t._lpos + s) * A);
        Ir(t.labelFont[0], c, `center`, n == 2 ? ne : re),
          k.save(),
          i == 1
            ? ((a = o = 0), k.translate(f, Qe(cn + un / 2)), k.rotate((n == 3 ? -Xe : Xe) / 2))
            : ((a = Qe(sn + ln / 2)), (o = f));
        let p = ut(t.label) ? t.label(r, e, u, d) : t.label;
        k.fillText(p, a, o), k.restore();
      }
      if (d == 0) continue;
      let f = P[t.scale],
        p = i == 0 ? ln : un,
        m = i == 0 ? sn : cn,
        h = t._splits,
        g = f.distr == 2 ? h.map((e) => fr[e]) : h,
        _ = f.distr == 2 ? fr[h[1]] - fr[h[0]] : u,
        v = t.ticks,
        y = t.border,
        b = v.show ? v.size : 0,
        x = Qe(b * A),
        S = Qe((t.alignTo == 2 ? t._size - b - t.gap : t.gap) * A),
        C = (t._rotate * -Xe) / 180,
        w = Ee(t._pos * A),
        T = w + (x + S) * l;
      (o = i == 0 ? T : 0),
        (a = i == 1 ? T : 0),
        Ir(
          t.font[0],
          c,
          t.align == 1 ? ie : t.align == 2 ? ae : C > 0 ? ie : C < 0 ? ae : i == 0 ? `center` : n == 3 ? ae : ie,
          C || i == 1 ? `middle` : n == 2 ? ne : re,
        );
      let E = t.font[1] * t.lineGap,
        ee = h.map((e) => Ee(s(e, f, p, m))),
        D = t._values;
      for (let e = 0; e < D.length; e++) {
        let t = D[e];
        if (t != null) {
          i == 0 ? (a = ee[e]) : (o = ee[e]), (t = `` + t);
          let n =
            t.indexOf(`
`) == -1
              ? [t]
              : t.split(/\n/gm);
          for (let e = 0; e < n.length; e++) {
            let t = n[e];
            C
              ? (k.save(), k.translate(a, o + e * E), k.rotate(C), k.fillText(t, 0, 0), k.restore())
              : k.fillText(t, a, o + e * E);
          }
        }
      }
      v.show && Yr(ee, v.filter(r, g, e, d, _), i, n, w, x, U(v.width * A, 3), v.stroke(r, e), v.dash, v.cap);
      let te = t.grid;
      te.show &&
        Yr(
          ee,
          te.filter(r, g, e, d, _),
          i,
          i == 0 ? 2 : 1,
          i == 0 ? cn : sn,
          i == 0 ? un : ln,
          U(te.width * A, 3),
          te.stroke(r, e),
          te.dash,
          te.cap,
        ),
        y.show &&
          Yr(
            [w],
            [1],
            +(i == 0),
            i == 0 ? 1 : 2,
            i == 1 ? cn : sn,
            i == 1 ? un : ln,
            U(y.width * A, 3),
            y.stroke(r, e),
            y.dash,
            y.cap,
          );
    }
    ya(`drawAxes`);
  }
  function X(e) {
    N.forEach((t, n) => {
      n > 0 &&
        ((t._paths = null),
        e &&
          (i == 1
            ? ((t.min = null), (t.max = null))
            : t.facets.forEach((e) => {
                (e.min = null), (e.max = null);
              })));
    });
  }
  let hi = !1,
    gi = !1,
    _i = [];
  function vi() {
    gi = !1;
    for (let e = 0; e < _i.length; e++) ya(..._i[e]);
    _i.length = 0;
  }
  function yi() {
    hi ||= (Bt(bi), !0);
  }
  r.batch = function (e, t = !1) {
    (hi = !0), (gi = t), e(r), bi(), t && _i.length > 0 && queueMicrotask(vi);
  };
  function bi() {
    if (((dn &&= (zr(), !1)), (pn &&= (An(), !1)), fn)) {
      if (
        (M(be, ie, Qt),
        M(be, ne, $t),
        M(be, D, G),
        M(be, te, K),
        M(j, ie, Qt),
        M(j, ne, $t),
        M(j, D, G),
        M(j, te, K),
        M(_e, D, Yt),
        M(_e, te, Xt),
        (O.width = Qe(Yt * A)),
        (O.height = Qe(Xt * A)),
        je.forEach(({ _el: e, _show: t, _size: n, _pos: r, side: i }) => {
          if (e != null) {
            if (t) {
              let t = i === 3 || i === 0 ? n : 0,
                a = i % 2 == 1;
              M(e, a ? `left` : `top`, r - t),
                M(e, a ? `width` : `height`, n),
                M(e, a ? `top` : `left`, a ? $t : Qt),
                M(e, a ? `height` : `width`, a ? K : G),
                Ce(e, g);
            } else Se(e, g);
          }
        }),
        (wr = Er = Dr = kr = jr = Mr = Nr = Pr = Or = null),
        (Y = 1),
        ra(!0),
        Qt != en || $t != tn || G != an || K != on)
      ) {
        X(!1);
        let e = G / an,
          t = K / on;
        if (bt && !mn && H.left >= 0) {
          (H.left *= e), (H.top *= t), wi && De(wi, Qe(H.left), 0, G, K), Ti && De(Ti, 0, Qe(H.top), G, K);
          for (let n = 0; n < zn.length; n++) {
            let r = zn[n];
            r != null && ((Vn[n] *= e), (Hn[n] *= t), De(r, $e(Vn[n]), $e(Hn[n]), G, K));
          }
        }
        if ($.show && !q && $.left >= 0 && $.width > 0) {
          ($.left *= e), ($.width *= e), ($.top *= t), ($.height *= t);
          for (let e in oa) M(Ii, e, $[e]);
        }
        (en = Qt), (tn = $t), (an = G), (on = K);
      }
      ya(`setSize`), (fn = !1);
    }
    Yt > 0 && Xt > 0 && (k.clearRect(0, 0, O.width, O.height), ya(`drawClear`), Le.forEach((e) => e()), ya(`draw`)),
      $.show && q && (Li($), (q = !1)),
      bt && mn && (ta(null, !0, !1), (mn = !1)),
      _t.show && _t.live && hn && ($i(), (hn = !1)),
      oe || ((oe = !0), (r.status = 1), ya(`ready`)),
      (pr = !1),
      (hi = !1);
  }
  r.redraw = (e, t) => {
    (pn = t || !1), e === !1 ? yi() : zi(F, I.min, I.max);
  };
  function xi(e, n) {
    let i = P[e];
    if (i.from == null) {
      if (ir == 0) {
        let t = i.range(r, n.min, n.max, e);
        (n.min = t[0]), (n.max = t[1]);
      }
      if (n.min > n.max) {
        let e = n.min;
        (n.min = n.max), (n.max = e);
      }
      if (ir > 1 && n.min != null && n.max != null && n.max - n.min < 1e-16) return;
      e == F &&
        i.distr == 2 &&
        ir > 0 &&
        ((n.min = Pe(n.min, t[0])), (n.max = Pe(n.max, t[0])), n.min == n.max && n.max++),
        (R[e] = n),
        (dn = !0),
        yi();
    }
  }
  r.setScale = xi;
  let Si,
    Ci,
    wi,
    Ti,
    Ei,
    Di,
    Oi,
    ki,
    Ai,
    ji,
    Z,
    Q,
    Mi = !1,
    Ni = H.drag,
    Pi = Ni.x,
    Fi = Ni.y;
  bt &&
    (H.x && (Si = Te(v, j)),
    H.y && (Ci = Te(y, j)),
    I.ori == 0 ? ((wi = Si), (Ti = Ci)) : ((wi = Ci), (Ti = Si)),
    (Z = H.left),
    (Q = H.top));
  let $ = (r.select = Ft({ show: !0, over: !0, left: 0, width: 0, top: 0, height: 0 }, e.select)),
    Ii = $.show ? Te(_, $.over ? j : be) : null;
  function Li(e, t) {
    if ($.show) {
      for (let t in e) ($[t] = e[t]), t in oa && M(Ii, t, e[t]);
      t !== !1 && ya(`setSelect`);
    }
  }
  r.setSelect = Li;
  function Ri(e) {
    if (N[e].show) yt && Ce(It[e], g);
    else if ((yt && Se(It[e], g), bt)) {
      let t = Rn ? zn[0] : zn[e];
      t != null && De(t, -10, -10, G, K);
    }
  }
  function zi(e, t, n) {
    xi(e, { min: t, max: n });
  }
  function Bi(e, t, n, a) {
    t.focus != null && Ki(e),
      t.show != null &&
        N.forEach((n, r) => {
          r > 0 &&
            (e == r || e == null) &&
            ((n.show = t.show),
            Ri(r),
            i == 2 ? (zi(n.facets[0].scale, null, null), zi(n.facets[1].scale, null, null)) : zi(n.scale, null, null),
            yi());
        }),
      n !== !1 && ya(`setSeries`, e, t),
      a && wa(`setSeries`, r, e, t);
  }
  (r.setSeries = Bi),
    (r.addBand = function (e, t) {
      (e.fill = V(e.fill || null)), (e.dir = L(e.dir, -1)), (t ??= Fe.length), Fe.splice(t, 0, e);
    }),
    (r.setBand = function (e, t) {
      Ft(Fe[e], t);
    }),
    (r.delBand = function (e) {
      e == null ? (Fe.length = 0) : Fe.splice(e, 1);
    });
  function Vi(e, t) {
    (N[e].alpha = t), bt && zn[e] != null && (zn[e].style.opacity = t), yt && It[e] && (It[e].style.opacity = t);
  }
  let Hi,
    Ui,
    Wi,
    Gi = { focus: !0 };
  function Ki(e) {
    if (e != Wi) {
      let t = e == null,
        n = In.alpha != 1;
      N.forEach((r, a) => {
        if (i == 1 || a > 0) {
          let i = t || a == 0 || a == e;
          (r._focus = t ? null : i), n && Vi(a, i ? 1 : In.alpha);
        }
      }),
        (Wi = e),
        n && yi();
    }
  }
  yt &&
    Ln &&
    qt(fe, Dt, (e) => {
      H._lock || (Pn(e), Wi != null && Bi(null, Gi, !0, xa.setSeries));
    });
  function qi(e, t, n) {
    let r = P[t];
    n && (e = e / A - (r.ori == 1 ? $t : Qt));
    let i = G;
    r.ori == 1 && ((i = K), (e = i - e)), r.dir == -1 && (e = i - e);
    let a = r._min,
      o = r._max,
      s = e / i,
      c = a + (o - a) * s,
      l = r.distr;
    return l == 3 ? nt(10, c) : l == 4 ? ot(c, r.asinh) : l == 100 ? r.bwd(c) : c;
  }
  (r.valToIdx = (e) => Pe(e, t[0])),
    (r.posToIdx = function (e, n) {
      return Pe(qi(e, F, n), t[0], ar, J);
    }),
    (r.posToVal = qi),
    (r.valToPos = (e, t, n) =>
      P[t].ori == 0 ? a(e, P[t], n ? ln : G, n ? sn : 0) : o(e, P[t], n ? un : K, n ? cn : 0)),
    (r.setCursor = (e, t, n) => {
      (Z = e.left), (Q = e.top), ta(null, t, n);
    });
  function Ji(e, t) {
    M(Ii, ie, ($.left = e)), M(Ii, D, ($.width = t));
  }
  function Yi(e, t) {
    M(Ii, ne, ($.top = e)), M(Ii, te, ($.height = t));
  }
  let Xi = I.ori == 0 ? Ji : Yi,
    Zi = I.ori == 1 ? Ji : Yi;
  function Qi() {
    if (yt && _t.live)
      for (let e = +(i == 2); e < N.length; e++) {
        if (e == 0 && zt) continue;
        let t = _t.values[e],
          n = 0;
        for (let r in t) Lt[e][n++].firstChild.nodeValue = t[r];
      }
  }
  function $i(e, t) {
    if (
      (e != null &&
        (e.idxs
          ? e.idxs.forEach((e, t) => {
              ft[t] = e;
            })
          : Ot(e.idx) || ft.fill(e.idx),
        (_t.idx = ft[0])),
      yt && _t.live)
    ) {
      for (let e = 0; e < N.length; e++) (e > 0 || (i == 1 && !zt)) && ea(e, ft[e]);
      Qi();
    }
    (hn = !1), t !== !1 && ya(`setLegend`);
  }
  r.setLegend = $i;
  function ea(e, n) {
    let i = N[e],
      a = e == 0 && qe == 2 ? fr : t[e],
      o;
    zt
      ? (o = i.values(r, e, n) ?? Vt)
      : ((o = i.value(r, n == null ? null : a[n], e, n)), (o = o == null ? Vt : { _: o })),
      (_t.values[e] = o);
  }
  function ta(e, n, a) {
    (Ai = Z),
      (ji = Q),
      ([Z, Q] = H.move(r, Z, Q)),
      (H.left = Z),
      (H.top = Q),
      bt && (wi && De(wi, Qe(Z), 0, G, K), Ti && De(Ti, 0, Qe(Q), G, K));
    let o,
      s = ar > J;
    (Hi = B), (Ui = null);
    let c = I.ori == 0 ? G : K,
      l = I.ori == 1 ? G : K;
    if (Z < 0 || ir == 0 || s) {
      o = H.idx = null;
      for (let e = 0; e < N.length; e++) {
        let t = zn[e];
        t != null && De(t, -10, -10, G, K);
      }
      Ln && Bi(null, Gi, !0, e == null && xa.setSeries), _t.live && (ft.fill(o), (hn = !0));
    } else {
      let e, n, a;
      i == 1 &&
        ((e = I.ori == 0 ? Z : Q), (n = qi(e, F)), (o = H.idx = Pe(n, t[0], ar, J)), (a = Je(t[0][o], I, c, 0)));
      let s = -10,
        u = -10,
        d = 0,
        f = 0,
        p = !0,
        m = ``,
        h = ``;
      for (let e = +(i == 2); e < N.length; e++) {
        let g = N[e],
          _ = ft[e],
          v = _ == null ? null : i == 1 ? t[e][_] : t[e][1][_],
          y = H.dataIdx(r, e, o, n),
          b = y == null ? null : i == 1 ? t[e][y] : t[e][1][y];
        if (((hn = hn || b != v || y != _), (ft[e] = y), e > 0 && g.show)) {
          let n = y == null ? -10 : y == o ? a : Je(i == 1 ? t[0][y] : t[e][0][y], I, c, 0),
            _ = b == null ? -10 : Ye(b, i == 1 ? P[g.scale] : P[g.facets[1].scale], l, 0);
          if (Ln && b != null) {
            let t = I.ori == 1 ? Z : Q,
              n = Ze(In.dist(r, e, y, _, t));
            if (n < Hi) {
              let r = In.bias;
              if (r != 0) {
                let i = qi(t, g.scale),
                  a = b >= 0 ? 1 : -1,
                  o = i >= 0 ? 1 : -1;
                o == a && (o == 1 ? (r == 1 ? b >= i : b <= i) : r == 1 ? b <= i : b >= i) && ((Hi = n), (Ui = e));
              } else (Hi = n), (Ui = e);
            }
          }
          if (hn || Rn) {
            let t, i;
            I.ori == 0 ? ((t = n), (i = _)) : ((t = _), (i = n));
            let a,
              o,
              c,
              l,
              g,
              v,
              y = !0,
              b = Fn.bbox;
            if (b != null) {
              y = !1;
              let t = b(r, e);
              (c = t.left), (l = t.top), (a = t.width), (o = t.height);
            } else (c = t), (l = i), (a = o = Fn.size(r, e));
            if (((v = Fn.fill(r, e)), (g = Fn.stroke(r, e)), Rn))
              e == Ui && Hi <= In.prox && ((s = c), (u = l), (d = a), (f = o), (p = y), (m = v), (h = g));
            else {
              let t = zn[e];
              t != null && ((Vn[e] = c), (Hn[e] = l), Ae(t, a, o, y), ke(t, v, g), De(t, $e(c), $e(l), G, K));
            }
          }
        }
      }
      if (Rn) {
        let e = In.prox;
        if (hn || (Wi == null ? Hi <= e : Hi > e || Ui != Wi)) {
          let e = zn[0];
          e != null && ((Vn[0] = s), (Hn[0] = u), Ae(e, d, f, p), ke(e, m, h), De(e, $e(s), $e(u), G, K));
        }
      }
    }
    if ($.show && Mi) {
      if (e != null) {
        let [t, n] = xa.scales,
          [r, i] = xa.match,
          [a, o] = e.cursor.sync.scales,
          s = e.cursor.drag;
        if (((Pi = s._x), (Fi = s._y), Pi || Fi)) {
          let { left: s, top: u, width: d, height: f } = e.select,
            p = e.scales[a].ori,
            m = e.posToVal,
            h,
            g,
            _,
            v,
            y,
            b = t != null && r(t, a),
            x = n != null && i(n, o);
          b && Pi
            ? (p == 0 ? ((h = s), (g = d)) : ((h = u), (g = f)),
              (_ = P[t]),
              (v = Je(m(h, a), _, c, 0)),
              (y = Je(m(h + g, a), _, c, 0)),
              Xi(et(v, y), Ze(y - v)))
            : Xi(0, c),
            x && Fi
              ? (p == 1 ? ((h = s), (g = d)) : ((h = u), (g = f)),
                (_ = P[n]),
                (v = Ye(m(h, o), _, l, 0)),
                (y = Ye(m(h + g, o), _, l, 0)),
                Zi(et(v, y), Ze(y - v)))
              : Zi(0, l);
        } else sa();
      } else {
        let e = Ze(Ai - Ei),
          t = Ze(ji - Di);
        if (I.ori == 1) {
          let n = e;
          (e = t), (t = n);
        }
        (Pi = Ni.x && e >= Ni.dist), (Fi = Ni.y && t >= Ni.dist);
        let n = Ni.uni;
        n == null
          ? Ni.x && Ni.y && (Pi || Fi) && (Pi = Fi = !0)
          : Pi && Fi && ((Pi = e >= n), (Fi = t >= n), !Pi && !Fi && (t > e ? (Fi = !0) : (Pi = !0)));
        let r, i;
        Pi && (I.ori == 0 ? ((r = Oi), (i = Z)) : ((r = ki), (i = Q)), Xi(et(r, i), Ze(i - r)), Fi || Zi(0, l)),
          Fi && (I.ori == 1 ? ((r = Oi), (i = Z)) : ((r = ki), (i = Q)), Zi(et(r, i), Ze(i - r)), Pi || Xi(0, c)),
          !Pi && !Fi && (Xi(0, 0), Zi(0, 0));
      }
    }
    if (((Ni._x = Pi), (Ni._y = Fi), e == null)) {
      if (a) {
        if (Sa != null) {
          let [e, t] = xa.scales;
          (xa.values[0] = e == null ? null : qi(I.ori == 0 ? Z : Q, e)),
            (xa.values[1] = t == null ? null : qi(I.ori == 1 ? Z : Q, t));
        }
        wa(ce, r, Z, Q, G, K, o);
      }
      if (Ln) {
        let e = a && xa.setSeries,
          t = In.prox;
        Wi == null ? Hi <= t && Bi(Ui, Gi, !0, e) : Hi > t ? Bi(null, Gi, !0, e) : Ui != Wi && Bi(Ui, Gi, !0, e);
      }
    }
    hn && ((_t.idx = o), $i()), n !== !1 && ya(`setCursor`);
  }
  let na = null;
  Object.defineProperty(r, 'rect', {
    get() {
      return (na ?? ra(!1), na);
    },
  });
  function ra(e = !1) {
    e ? (na = null) : ((na = j.getBoundingClientRect()), ya(`syncRect`, na));
  }
  function ia(e, t, n, r, i, a, o) {
    H._lock ||
      (Mi && e != null && e.movementX == 0 && e.movementY == 0) ||
      (aa(e, t, n, r, i, a, o, !1, e != null), e == null ? ta(t, !0, !1) : ta(null, !0, !0));
  }
  function aa(e, t, n, i, a, o, c, l, u) {
    if ((na ?? ra(!1), Pn(e), e != null)) (n = e.clientX - na.left), (i = e.clientY - na.top);
    else {
      if (n < 0 || i < 0) {
        (Z = -10), (Q = -10);
        return;
      }
      let [e, r] = xa.scales,
        c = t.cursor.sync,
        [l, u] = c.values,
        [d, f] = c.scales,
        [p, m] = xa.match,
        h = t.axes[0].side % 2 == 1,
        g = I.ori == 0 ? G : K,
        _ = I.ori == 1 ? G : K,
        v = h ? o : a,
        y = h ? a : o,
        b = h ? i : n,
        x = h ? n : i;
      if (
        ((n = d == null ? (b / v) * g : p(e, d) ? s(l, P[e], g, 0) : -10),
        (i = f == null ? (x / y) * _ : m(r, f) ? s(u, P[r], _, 0) : -10),
        I.ori == 1)
      ) {
        let e = n;
        (n = i), (i = e);
      }
    }
    u &&
      (t == null || t.cursor.event.type == ce) &&
      ((n <= 1 || n >= G - 1) && (n = vt(n, G)), (i <= 1 || i >= K - 1) && (i = vt(i, K))),
      l ? ((Ei = n), (Di = i), ([Oi, ki] = H.move(r, n, i))) : ((Z = n), (Q = i));
  }
  let oa = { width: 0, height: 0, left: 0, top: 0 };
  function sa() {
    Li(oa, !1);
  }
  let ca, la, ua, da;
  function fa(e, t, n, i, a, o, s) {
    (Mi = !0),
      (Pi = Fi = Ni._x = Ni._y = !1),
      aa(e, t, n, i, a, o, s, !0, !1),
      e != null && (qt(ue, ve, pa, !1), wa(le, r, Oi, ki, G, K, null));
    let { left: c, top: l, width: u, height: d } = $;
    (ca = c), (la = l), (ua = u), (da = d);
  }
  function pa(e, t, n, i, a, o, s) {
    (Mi = Ni._x = Ni._y = !1), aa(e, t, n, i, a, o, s, !1, !0);
    let { left: c, top: l, width: u, height: d } = $,
      f = u > 0 || d > 0,
      p = ca != c || la != l || ua != u || da != d;
    if ((f && p && Li($), Ni.setScale && f && p)) {
      let e = c,
        t = u,
        n = l,
        r = d;
      if ((I.ori == 1 && ((e = l), (t = d), (n = c), (r = u)), Pi && zi(F, qi(e, F), qi(e + t, F)), Fi))
        for (let e in P) {
          let t = P[e];
          e != F && t.from == null && t.min != B && zi(e, qi(n + r, e), qi(n, e));
        }
      sa();
    } else H.lock && ((H._lock = !H._lock), ta(t, !0, e != null));
    e != null && (Jt(ue, ve), wa(ue, r, Z, Q, G, K, null));
  }
  function ma(e, t, n, r, i, a, o) {
    if (H._lock) return;
    Pn(e);
    let s = Mi;
    if (Mi) {
      let e = !0,
        t = !0,
        n,
        r;
      I.ori == 0 ? ((n = Pi), (r = Fi)) : ((n = Fi), (r = Pi)),
        n && r && ((e = Z <= 10 || Z >= G - 10), (t = Q <= 10 || Q >= K - 10)),
        n && e && (Z = Z < Oi ? 0 : G),
        r && t && (Q = Q < ki ? 0 : K),
        ta(null, !0, !0),
        (Mi = !1);
    }
    (Z = -10), (Q = -10), ft.fill(null), ta(null, !0, !0), s && (Mi = s);
  }
  function ha(e, t, n, i, a, o, s) {
    H._lock || (Pn(e), Cr(), sa(), e != null && wa(pe, r, Z, Q, G, K, null));
  }
  function ga() {
    je.forEach(mi), Tn(r.width, r.height, !0);
  }
  Me(he, ye, ga);
  let _a = {};
  (_a.mousedown = fa),
    (_a.mousemove = ia),
    (_a.mouseup = pa),
    (_a.dblclick = ha),
    (_a.setSeries = (e, t, n, i) => {
      (n = (0, xa.match[2])(r, t, n)), n != -1 && Bi(n, i, !0, !1);
    }),
    bt &&
      (qt(le, j, fa),
      qt(ce, j, ia),
      qt(de, j, (e) => {
        Pn(e), ra(!1);
      }),
      qt(fe, j, ma),
      qt(pe, j, ha),
      Qr.add(r),
      (r.syncRect = ra));
  let va = (r.hooks = e.hooks || {});
  function ya(e, t, n) {
    gi
      ? _i.push([e, t, n])
      : e in va &&
        va[e].forEach((e) => {
          e.call(null, r, t, n);
        });
  }
  (e.plugins || []).forEach((e) => {
    for (let t in e.hooks) va[t] = (va[t] || []).concat(e.hooks[t]);
  });
  let ba = (e, t, n) => n,
    xa = Ft(
      {
        key: null,
        setSeries: !1,
        filters: { pub: ht, sub: ht },
        scales: [F, N[1] ? N[1].scale : null],
        match: [gt, gt, ba],
        values: [null, null],
      },
      H.sync,
    );
  xa.match.length == 2 && xa.match.push(ba), (H.sync = xa);
  let Sa = xa.key,
    Ca = br(Sa);
  function wa(e, t, n, r, i, a, o) {
    xa.filters.pub(e, t, n, r, i, a, o) && Ca.pub(e, t, n, r, i, a, o);
  }
  Ca.sub(r),
    (r.pub = function (e, t, n, r, i, a, o) {
      xa.filters.sub(e, t, n, r, i, a, o) && _a[e](null, t, n, r, i, a, o);
    }),
    (r.destroy = function () {
      Ca.unsub(r), Qr.delete(r), Kt.clear(), Ne(he, ye, ga), me.remove(), Dt?.remove(), ya(`destroy`);
    });
  function Ta() {
    ya(`init`, e, t),
      yr(t || e.data, !1),
      R[F] ? xi(F, R[F]) : Cr(),
      (q = $.show && ($.width > 0 || $.height > 0)),
      (mn = hn = !0),
      Tn(e.width, e.height);
  }
  return (
    N.forEach(Wn), je.forEach(Kn), n ? (n instanceof HTMLElement ? (n.appendChild(me), Ta()) : n(r, Ta)) : Ta(), r
  );
}
(X.assign = Ft),
  (X.fmtNum = Ye),
  (X.rangeNum = Ge),
  (X.rangeLog = Be),
  (X.rangeAsinh = Ve),
  (X.orient = Cr),
  (X.pxRatio = A),
  (X.join = function (e, t) {
    if (Ht(e)) {
      let t = e[0].slice();
      for (let n = 1; n < e.length; n++) t.push(...e[n].slice(1));
      return (Ut(t[0]) || (t = Vt(t)), t);
    }
    let n = new Set();
    for (let t = 0; t < e.length; t++) {
      let r = e[t][0],
        i = r.length;
      for (let e = 0; e < i; e++) n.add(r[e]);
    }
    let r = [Array.from(n).sort((e, t) => e - t)],
      i = r[0].length,
      a = new Map();
    for (let e = 0; e < i; e++) a.set(r[0][e], e);
    for (let n = 0; n < e.length; n++) {
      let o = e[n],
        s = o[0];
      for (let e = 1; e < o.length; e++) {
        let c = o[e],
          l = Array(i).fill(void 0),
          u = t ? t[n][e] : Lt,
          d = [];
        for (let e = 0; e < c.length; e++) {
          let t = c[e],
            n = a.get(s[e]);
          t === null ? u != It && ((l[n] = t), u == Rt && d.push(n)) : (l[n] = t);
        }
        zt(l, d, i), r.push(l);
      }
    }
    return r;
  }),
  (X.fmtDate = Zt),
  (X.tzDate = function (e, t) {
    let n;
    return (
      t == `UTC` || t == `Etc/UTC`
        ? (n = new Date(+e + e.getTimezoneOffset() * 6e4))
        : t == K
          ? (n = e)
          : ((n = new Date(e.toLocaleString(`en-US`, { timeZone: t }))), n.setMilliseconds(e.getMilliseconds())),
      n
    );
  }),
  (X.sync = br);
{
  (X.addGap = Or), (X.clipGaps = Dr);
  let e = (X.paths = { points: Vr });
  (e.linear = Gr), (e.stepped = Kr), (e.bars = Jr), (e.spline = Xr);
}
var hi = i(),
  gi = 160;
function _i({ minutes: e, hours: r }) {
  let i = (0, o.useMemo)(() => vi(e), [e]);
  if (e.length === 0) return (0, hi.jsx)(n, { title: `No calls in this time` });
  let a = `the last ${r} hours`;
  return (0, hi.jsxs)(hi.Fragment, {
    children: [
      (0, hi.jsx)(yi, {
        label: `Attempts by the minute in ${a}`,
        columns: [i.times, i.calls, i.errors],
        series: [
          { label: `attempts`, stroke: `var(--mantine-primary-color-filled)`, fill: !0 },
          { label: `failed`, stroke: `var(--status-unhealthy)`, fill: !0 },
        ],
      }),
      (0, hi.jsx)(yi, {
        label: `Duration in milliseconds by the minute in ${a}`,
        columns: [i.times, i.p50, i.p95, i.p99],
        series: [
          { label: `p50 ms`, stroke: `var(--status-healthy)` },
          { label: `p95 ms`, stroke: `var(--status-degraded)` },
          { label: `p99 ms`, stroke: `var(--status-unhealthy)` },
        ],
      }),
      (0, hi.jsx)(t, { size: `xs`, c: `dimmed`, children: `Times are yours.` }),
    ],
  });
}
function vi(e) {
  let t = e.toSorted((e, t) => e.at.localeCompare(t.at));
  return {
    times: t.map(({ at: e }) => Date.parse(e) / 1e3),
    calls: t.map(({ calls: e }) => e),
    errors: t.map(({ errors: e }) => e),
    p50: t.map(({ p50Ms: e }) => e),
    p95: t.map(({ p95Ms: e }) => e),
    p99: t.map(({ p99Ms: e }) => e),
  };
}
function yi({ label: t, columns: n, series: r }) {
  let i = (0, o.useRef)(null),
    a = e(`light`);
  return (
    (0, o.useEffect)(() => {
      let e = i.current;
      if (e === null) return;
      let t = new X(bi(e, r), n, e),
        a = new ResizeObserver(() => t.setSize({ width: e.clientWidth, height: gi }));
      return (
        a.observe(e),
        () => {
          a.disconnect(), t.destroy();
        }
      );
    }, [n, r, a]),
    (0, hi.jsx)(`div`, { ref: i, role: `img`, 'aria-label': t })
  );
}
function bi(e, t) {
  let n = getComputedStyle(e),
    r = (e) => n.getPropertyValue(e.slice(4, -1)).trim() || `gray`,
    i = { stroke: n.color, grid: { stroke: `rgba(128,128,128,.2)` }, ticks: { show: !1 } };
  return {
    width: e.clientWidth,
    height: gi,
    axes: [i, { ...i, size: 48 }],
    scales: { y: { range: (e, t, n) => [0, Math.max(1, n * 1.05)] } },
    series: [
      {},
      ...t.map(({ label: t, stroke: n, fill: i }) => ({
        label: t,
        stroke: xi(e, r(n)),
        ...(i === !0 ? { fill: `${xi(e, r(n))}` } : {}),
        width: 1.5,
      })),
    ],
  };
}
function xi(e, t) {
  let n = e.style.color;
  e.style.color = t;
  let r = getComputedStyle(e).color;
  return ((e.style.color = n), r);
}
export { _i as HealthCharts };
