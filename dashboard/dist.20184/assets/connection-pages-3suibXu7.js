const __vite__mapDeps = (
  i,
  m = __vite__mapDeps,
  d = m.f ||
    (m.f = [
      'assets/health-charts-f7hl8mtt.js',
      'assets/index-Bq1nh05X.js',
      'assets/index-B40_SJ6q.css',
      'assets/health-charts-CnsZ1jie.css',
    ]),
) => i.map((i) => d[i]);
import {
  $ as e,
  $t as t,
  A as n,
  At as r,
  B as i,
  Bt as a,
  C as o,
  Ct as s,
  D as c,
  Dt as l,
  E as u,
  Et as d,
  F as f,
  Ft as p,
  G as m,
  Gt as h,
  H as g,
  Ht as _,
  I as v,
  It as y,
  J as b,
  Jt as x,
  K as S,
  Kt as C,
  L as w,
  Lt as T,
  M as E,
  N as D,
  Nt as O,
  O as k,
  Ot as A,
  P as j,
  Pt as M,
  Q as N,
  Qt as P,
  R as F,
  Rt as I,
  S as L,
  St as R,
  T as z,
  Tt as B,
  U as V,
  Ut as ee,
  V as te,
  Vt as ne,
  W as H,
  Wt as re,
  X as ie,
  Xt as ae,
  Y as oe,
  Yt as se,
  Z as ce,
  Zt as le,
  _ as ue,
  _t as de,
  a as fe,
  an as U,
  at as pe,
  b as me,
  bt as W,
  c as he,
  cn as ge,
  ct as _e,
  d as ve,
  dn as ye,
  dt as be,
  en as xe,
  et as Se,
  f as Ce,
  fn as we,
  ft as Te,
  g as Ee,
  gt as De,
  h as Oe,
  ht as ke,
  i as Ae,
  in as je,
  it as Me,
  j as Ne,
  jt as Pe,
  k as Fe,
  kt as G,
  l as Ie,
  ln as Le,
  lt as Re,
  m as ze,
  mn as Be,
  mt as Ve,
  n as He,
  nn as Ue,
  nt as We,
  o as Ge,
  on as Ke,
  ot as qe,
  p as Je,
  pn as Ye,
  pt as Xe,
  q as Ze,
  qt as Qe,
  r as $e,
  rn as et,
  rt as tt,
  s as nt,
  sn as rt,
  st as it,
  t as at,
  tn as ot,
  tt as st,
  u as ct,
  un as lt,
  ut,
  v as dt,
  vt as K,
  w as ft,
  wt as pt,
  x as mt,
  xt as ht,
  y as gt,
  yt as _t,
  z as vt,
  zt as yt,
} from './index-Bq1nh05X.js';
function bt(e, t) {
  return (n) => {
    if (typeof n != `string` || n.trim().length === 0) throw Error(t);
    return `${e}-${n}`;
  };
}
function xt(e, t, n) {
  return t === void 0 && n === void 0
    ? e
    : t !== void 0 && n === void 0
      ? Math.max(e, t)
      : Math.min(t === void 0 && n !== void 0 ? e : Math.max(e, t), n);
}
function St(e, t) {
  if (e === t || (Number.isNaN(e) && Number.isNaN(t))) return !0;
  if (!(e instanceof Object) || !(t instanceof Object)) return !1;
  let n = Object.keys(e),
    { length: r } = n;
  if (r !== Object.keys(t).length) return !1;
  for (let i = 0; i < r; i += 1) {
    let r = n[i];
    if (!(r in t) || (e[r] !== t[r] && !(Number.isNaN(e[r]) && Number.isNaN(t[r])))) return !1;
  }
  return !0;
}
var q = Be(we(), 1);
function Ct(e = {}) {
  let t = e.timeout ?? 2e3,
    [n, r] = (0, q.useState)(null),
    [i, a] = (0, q.useState)(!1),
    o = (0, q.useRef)(null);
  (0, q.useEffect)(
    () => () => {
      window.clearTimeout(o.current);
    },
    [],
  );
  let s = (e) => {
    window.clearTimeout(o.current), (o.current = window.setTimeout(() => a(!1), t)), a(e);
  };
  return {
    copy: (e) => {
      `clipboard` in navigator
        ? navigator.clipboard
            .writeText(e)
            .then(() => {
              r(null), s(!0);
            })
            .catch((e) => {
              r(e), a(!1);
            })
        : r(Error(`useClipboard: navigator.clipboard is not supported`));
    },
    reset: () => {
      a(!1), r(null), window.clearTimeout(o.current);
    },
    error: n,
    copied: i,
  };
}
function wt(e, t, n = { leading: !1 }) {
  let [r, i] = (0, q.useState)(e),
    a = (0, q.useRef)(!1),
    o = (0, q.useRef)(null),
    s = (0, q.useRef)(!1),
    c = (0, q.useRef)(e);
  c.current = e;
  let l = (0, q.useCallback)(() => {
      window.clearTimeout(o.current), (o.current = null);
    }, []),
    u = (0, q.useCallback)(() => {
      l(), (s.current = !1);
    }, []),
    d = (0, q.useCallback)(() => {
      o.current && (u(), (s.current = !1), i(c.current));
    }, []);
  return (
    (0, q.useEffect)(() => {
      a.current &&
        (l(),
        !s.current && n.leading
          ? ((s.current = !0),
            i(e),
            (o.current = window.setTimeout(() => {
              s.current = !1;
            }, t)))
          : (o.current = window.setTimeout(() => {
              (s.current = !1), i(e);
            }, t)));
    }, [e, n.leading, t]),
    (0, q.useEffect)(() => ((a.current = !0), u), []),
    [r, u, { cancel: u, flush: d }]
  );
}
var Tt = (e) => (e + 1) % 1e6;
function Et() {
  let [, e] = (0, q.useReducer)(Tt, 0);
  return e;
}
function Dt(e) {
  return { x: xt(e.x, 0, 1), y: xt(e.y, 0, 1) };
}
function Ot(e, t, n = `ltr`) {
  let r = (0, q.useRef)(!1),
    i = (0, q.useRef)(!1),
    a = (0, q.useRef)(0),
    o = (0, q.useRef)(null),
    [s, c] = (0, q.useState)(!1);
  return (
    (0, q.useEffect)(
      () => (
        (r.current = !0),
        () => {
          o.current?.();
        }
      ),
      [],
    ),
    {
      ref: (0, q.useCallback)(
        (s) => {
          let l = ({ x: t, y: i }) => {
              cancelAnimationFrame(a.current),
                (a.current = requestAnimationFrame(() => {
                  if (r.current && s) {
                    s.style.userSelect = `none`;
                    let r = s.getBoundingClientRect();
                    if (r.width && r.height) {
                      let a = xt((t - r.left) / r.width, 0, 1);
                      e({ x: n === `ltr` ? a : 1 - a, y: xt((i - r.top) / r.height, 0, 1) });
                    }
                  }
                }));
            },
            u = () => {
              document.addEventListener(`mousemove`, h),
                document.addEventListener(`mouseup`, p),
                document.addEventListener(`touchmove`, _, { passive: !1 }),
                document.addEventListener(`touchend`, p),
                document.addEventListener(`touchcancel`, p);
            },
            d = () => {
              document.removeEventListener(`mousemove`, h),
                document.removeEventListener(`mouseup`, p),
                document.removeEventListener(`touchmove`, _),
                document.removeEventListener(`touchend`, p),
                document.removeEventListener(`touchcancel`, p);
            },
            f = () => {
              !i.current &&
                r.current &&
                ((i.current = !0), typeof t?.onScrubStart == `function` && t.onScrubStart(), c(!0), u());
            },
            p = () => {
              i.current &&
                r.current &&
                ((i.current = !1),
                c(!1),
                d(),
                setTimeout(() => {
                  typeof t?.onScrubEnd == `function` && t.onScrubEnd();
                }, 0));
            },
            m = (e) => {
              f(), e.preventDefault(), h(e);
            },
            h = (e) => l({ x: e.clientX, y: e.clientY }),
            g = (e) => {
              e.cancelable && e.preventDefault(), f(), _(e);
            },
            _ = (e) => {
              e.cancelable && e.preventDefault(), l({ x: e.changedTouches[0].clientX, y: e.changedTouches[0].clientY });
            };
          return (
            s?.addEventListener(`mousedown`, m),
            s?.addEventListener(`touchstart`, g, { passive: !1 }),
            (o.current = () => {
              d(), cancelAnimationFrame(a.current);
            }),
            () => {
              s && (s.removeEventListener(`mousedown`, m), s.removeEventListener(`touchstart`, g));
            }
          );
        },
        [n, e],
      ),
      active: s,
    }
  );
}
function kt(e, t) {
  if (!e || !t) return !1;
  if (e === t) return !0;
  if (e.length !== t.length) return !1;
  for (let n = 0; n < e.length; n += 1) if (!St(e[n], t[n])) return !1;
  return !0;
}
function At(e) {
  let t = (0, q.useRef)([]),
    n = (0, q.useRef)(0);
  return (kt(t.current, e) || ((t.current = e), (n.current += 1)), [n.current]);
}
function jt(e, t) {
  (0, q.useEffect)(e, At(t));
}
function Mt(e, n, r = { autoInvoke: !1 }) {
  let i = (0, q.useRef)(null),
    a = t(e),
    o = (0, q.useCallback)(
      (...e) => {
        i.current ||= window.setTimeout(() => {
          (i.current = null), a(...e);
        }, n);
      },
      [n],
    ),
    s = (0, q.useCallback)(() => {
      i.current &&= (window.clearTimeout(i.current), null);
    }, []);
  return ((0, q.useEffect)(() => (r.autoInvoke && o(), s), [s, o]), { start: o, clear: s });
}
function Nt(e) {
  let t = (0, q.useRef)(void 0);
  return (
    (0, q.useEffect)(() => {
      t.current = e;
    }, [e]),
    t.current
  );
}
function Pt() {
  let [e, t] = (0, q.useState)(!1);
  return (
    le(() => {
      t(typeof window < `u` && !Ft() && `EyeDropper` in window);
    }, []),
    {
      supported: e,
      open: (0, q.useCallback)((t = {}) => (e ? new window.EyeDropper().open(t) : Promise.resolve(void 0)), [e]),
    }
  );
}
function Ft() {
  return navigator.userAgent.includes(`OPR`);
}
function It(e, t, n) {
  let r = (0, q.useRef)(null);
  (0, q.useEffect)(() => {
    r.current &&= (r.current.disconnect(), null);
    let i = typeof n == `function` ? n() : n;
    return (
      i && ((r.current = new MutationObserver(e)), r.current.observe(i, t)),
      () => {
        r.current &&= (r.current.disconnect(), null);
      }
    );
  }, [e, t, n]);
}
function Lt() {
  let [e, t] = (0, q.useState)(!1);
  return ((0, q.useEffect)(() => t(!0), []), e);
}
function Rt() {
  return `development`;
}
function zt(e, t) {
  return t.length === 0 ? e : t.reduce((t, n) => (Math.abs(n - e) < Math.abs(t - e) ? n : t));
}
function Bt(e) {
  return typeof e == `string` || typeof e == `number` || typeof e == `boolean` || typeof e == `bigint`;
}
function Vt(e, t = document) {
  let n = t.querySelector(e);
  if (n) return n;
  let r = t.querySelectorAll(`*`);
  for (let t = 0; t < r.length; t += 1) {
    let n = r[t];
    if (n.shadowRoot) {
      let t = Vt(e, n.shadowRoot);
      if (t) return t;
    }
  }
  return null;
}
function Ht(e, t = document) {
  let n = [],
    r = t.querySelectorAll(e);
  n.push(...Array.from(r));
  let i = t.querySelectorAll(`*`);
  for (let t = 0; t < i.length; t += 1) {
    let r = i[t];
    if (r.shadowRoot) {
      let t = Ht(e, r.shadowRoot);
      n.push(...t);
    }
  }
  return n;
}
function Ut(e) {
  if (!e) return document;
  let t = e.getRootNode(),
    n = t.nodeType === Node.DOCUMENT_NODE,
    r = t.nodeType === Node.DOCUMENT_FRAGMENT_NODE && `host` in t;
  return n || r ? t : document;
}
function Wt(e, t) {
  return typeof e == `boolean` ? e : t.autoContrast;
}
var [Gt, Kt] = ge(`ModalBase component was not found in tree`);
function qt({ opened: e, transitionDuration: t }) {
  let [n, r] = (0, q.useState)(e),
    i = (0, q.useRef)(-1),
    a = ee() ? 0 : t;
  return (
    (0, q.useEffect)(
      () => (
        e ? (r(!0), window.clearTimeout(i.current)) : a === 0 ? r(!1) : (i.current = window.setTimeout(() => r(!1), a)),
        () => window.clearTimeout(i.current)
      ),
      [e, a],
    ),
    n
  );
}
function Jt({
  id: e,
  transitionProps: t,
  opened: n,
  trapFocus: r,
  closeOnEscape: i,
  onClose: a,
  returnFocus: o,
  handledEscapeEvents: s,
}) {
  let c = x(e),
    [l, u] = (0, q.useState)(!1),
    [d, f] = (0, q.useState)(!1),
    p = qt({ opened: n, transitionDuration: typeof t?.duration == `number` ? t?.duration : 200 });
  return (
    Qe(
      `keydown`,
      (e) => {
        e.key === `Escape` &&
          i &&
          !e.isComposing &&
          n &&
          !s?.has(e) &&
          e.target?.getAttribute(`data-mantine-stop-propagation`) !== `true` &&
          (s?.add(e), a());
      },
      { capture: !0 },
    ),
    se({ opened: n, shouldReturnFocus: r && o }),
    { _id: c, titleMounted: l, bodyMounted: d, shouldLockScroll: p, setTitleMounted: u, setBodyMounted: f }
  );
}
var J = Pe();
function Yt({
  keepMounted: e,
  keepMountedMode: t = `activity`,
  opened: n,
  onClose: r,
  id: i,
  transitionProps: a,
  onExitTransitionEnd: o,
  onEnterTransitionEnd: s,
  trapFocus: c,
  closeOnEscape: l,
  returnFocus: u,
  closeOnClickOutside: d,
  withinPortal: f,
  portalProps: p,
  lockScroll: m,
  children: h,
  zIndex: g,
  shadow: _,
  padding: v,
  __vars: y,
  unstyled: b,
  removeScrollProps: x,
  __handledEscapeEvents: S,
  ...C
}) {
  let {
      _id: w,
      titleMounted: T,
      bodyMounted: E,
      shouldLockScroll: D,
      setTitleMounted: O,
      setBodyMounted: k,
    } = Jt({
      id: i,
      transitionProps: a,
      opened: n,
      trapFocus: c,
      closeOnEscape: l,
      onClose: r,
      returnFocus: u,
      handledEscapeEvents: S,
    }),
    { key: A, ...j } = x || {};
  return (0, J.jsx)(be, {
    ...p,
    withinPortal: f,
    children: (0, J.jsx)(Gt, {
      value: {
        opened: n,
        onClose: r,
        closeOnClickOutside: d,
        onExitTransitionEnd: o,
        onEnterTransitionEnd: s,
        transitionProps: { ...a, keepMounted: e, keepMountedMode: t },
        getTitleId: () => `${w}-title`,
        getBodyId: () => `${w}-body`,
        titleMounted: T,
        bodyMounted: E,
        setTitleMounted: O,
        setBodyMounted: k,
        trapFocus: c,
        closeOnEscape: l,
        zIndex: g,
        unstyled: b,
      },
      children: (0, J.jsx)(
        Me,
        {
          enabled: D && m,
          ...j,
          children: (0, J.jsx)(K, {
            ...C,
            id: w,
            __vars: {
              ...y,
              '--mb-z-index': (g || Ke(`modal`)).toString(),
              '--mb-shadow': Ue(_),
              '--mb-padding': je(v),
            },
            children: h,
          }),
        },
        A,
      ),
    }),
  });
}
Yt.displayName = `@mantine/core/ModalBase`;
function Xt() {
  let e = Kt();
  return ((0, q.useEffect)(() => (e.setBodyMounted(!0), () => e.setBodyMounted(!1)), []), e.getBodyId());
}
var Zt = {
  title: `m_615af6c9`,
  header: `m_b5489c3c`,
  inner: `m_60c222c7`,
  content: `m_fd1ab0aa`,
  close: `m_606cb269`,
  body: `m_5df29311`,
};
function Qt({ className: e, ...t }) {
  let n = Xt(),
    r = Kt();
  return (0, J.jsx)(K, { id: n, className: yt({ [Zt.body]: !r.unstyled }, e), ...t });
}
Qt.displayName = `@mantine/core/ModalBaseBody`;
function $t({ className: e, onClick: t, ...n }) {
  let r = Kt();
  return (0, J.jsx)(qe, {
    ...n,
    onClick: (e) => {
      r.onClose(), t?.(e);
    },
    className: yt({ [Zt.close]: !r.unstyled }, e),
    unstyled: r.unstyled,
  });
}
$t.displayName = `@mantine/core/ModalBaseCloseButton`;
function en({ transitionProps: e, className: t, innerProps: n, onKeyDown: r, style: i, ref: a, ...o }) {
  let s = Kt();
  return (0, J.jsx)(ut, {
    mounted: s.opened,
    transition: `pop`,
    ...s.transitionProps,
    onExited: () => {
      s.onExitTransitionEnd?.(), s.transitionProps?.onExited?.();
    },
    onEntered: () => {
      s.onEnterTransitionEnd?.(), s.transitionProps?.onEntered?.();
    },
    ...e,
    children: (e) =>
      (0, J.jsx)(`div`, {
        ...n,
        className: yt({ [Zt.inner]: !s.unstyled }, n.className),
        children: (0, J.jsx)(Re, {
          active: s.opened && s.trapFocus,
          innerRef: a,
          children: (0, J.jsx)(Xe, {
            ...o,
            component: `section`,
            role: `dialog`,
            tabIndex: -1,
            'aria-modal': !0,
            'aria-describedby': s.bodyMounted ? s.getBodyId() : void 0,
            'aria-labelledby': s.titleMounted ? s.getTitleId() : void 0,
            style: [i, e],
            className: yt({ [Zt.content]: !s.unstyled }, t),
            unstyled: s.unstyled,
            children: o.children,
          }),
        }),
      }),
  });
}
en.displayName = `@mantine/core/ModalBaseContent`;
function tn({ className: e, ...t }) {
  let n = Kt();
  return (0, J.jsx)(K, { component: `header`, className: yt({ [Zt.header]: !n.unstyled }, e), ...t });
}
tn.displayName = `@mantine/core/ModalBaseHeader`;
var nn = { duration: 200, timingFunction: `ease`, transition: `fade` };
function rn(e) {
  let t = Kt();
  return { ...nn, ...t.transitionProps, ...e };
}
function an({ onClick: e, transitionProps: t, style: n, visible: r, ...i }) {
  let a = Kt(),
    o = rn(t),
    s = r === void 0 ? a.opened : r;
  return (0, J.jsx)(ut, {
    mounted: s,
    ...o,
    transition: `fade`,
    children: (t) =>
      (0, J.jsx)(Te, {
        fixed: !0,
        style: [n, t, s ? void 0 : { pointerEvents: `none` }],
        zIndex: a.zIndex,
        unstyled: a.unstyled,
        onClick: (t) => {
          e?.(t), a.closeOnClickOutside && a.onClose();
        },
        ...i,
      }),
  });
}
an.displayName = `@mantine/core/ModalBaseOverlay`;
function on() {
  let e = Kt();
  return ((0, q.useEffect)(() => (e.setTitleMounted(!0), () => e.setTitleMounted(!1)), []), e.getTitleId());
}
function sn({ className: e, ...t }) {
  let n = on(),
    r = Kt();
  return (0, J.jsx)(K, { component: `h2`, className: yt({ [Zt.title]: !r.unstyled }, e), id: n, ...t });
}
sn.displayName = `@mantine/core/ModalBaseTitle`;
function cn({ children: e }) {
  return (0, J.jsx)(J.Fragment, { children: e });
}
var ln = {
    gap: { type: `spacing`, property: `gap` },
    rowGap: { type: `spacing`, property: `rowGap` },
    columnGap: { type: `spacing`, property: `columnGap` },
    align: { type: `identity`, property: `alignItems` },
    justify: { type: `identity`, property: `justifyContent` },
    wrap: { type: `identity`, property: `flexWrap` },
    direction: { type: `identity`, property: `flexDirection` },
  },
  un = { root: `m_8bffd616` },
  dn = _t((e) => {
    let t = G(`Flex`, null, e),
      {
        classNames: n,
        className: i,
        style: a,
        styles: o,
        unstyled: c,
        vars: u,
        gap: f,
        rowGap: p,
        columnGap: m,
        align: h,
        justify: g,
        wrap: _,
        direction: v,
        attributes: y,
        ...b
      } = t,
      x = l({
        name: `Flex`,
        classes: un,
        props: t,
        className: i,
        style: a,
        classNames: n,
        styles: o,
        unstyled: c,
        attributes: y,
        vars: u,
      }),
      S = r(),
      C = R(),
      w = s({
        styleProps: { gap: f, rowGap: p, columnGap: m, align: h, justify: g, wrap: _, direction: v },
        theme: S,
        data: ln,
      }),
      T = O(),
      E = T && w.hasResponsiveStyles ? B(w.styles, w.media) : C;
    return (0, J.jsxs)(J.Fragment, {
      children: [
        w.hasResponsiveStyles && (0, J.jsx)(d, { selector: `.${E}`, styles: w.styles, media: w.media, deduplicate: T }),
        (0, J.jsx)(K, { ...x(`root`, { className: E, style: lt(w.inlineStyles) }), ...b }),
      ],
    });
  });
(dn.classes = un), (dn.displayName = `@mantine/core/Flex`);
function fn(e, t) {
  if (!t || !e) return !1;
  let n = t.parentNode;
  for (; n != null; ) {
    if (n === e) return !0;
    n = n.parentNode;
  }
  return !1;
}
function pn({ target: e, parent: t, ref: n, displayAfterTransitionEnd: r, onTransitionStart: i, onTransitionEnd: a }) {
  let o = (0, q.useRef)(-1),
    s = (0, q.useRef)(e),
    [c, l] = (0, q.useState)(!1),
    [u, d] = (0, q.useState)(typeof r == `boolean` && r),
    f = () => {
      if (!e || !t || !n.current) return;
      let r = e.getBoundingClientRect(),
        i = t.getBoundingClientRect(),
        a = t.offsetWidth === 0 ? 1 : i.width / t.offsetWidth,
        o = t.offsetHeight === 0 ? 1 : i.height / t.offsetHeight,
        s = window.getComputedStyle(e),
        c = window.getComputedStyle(t),
        l = De(s.borderTopWidth) + De(c.borderTopWidth),
        u = De(s.borderLeftWidth) + De(c.borderLeftWidth),
        d = { top: (r.top - i.top) / o - l, left: (r.left - i.left) / a - u, width: r.width / a, height: r.height / o };
      (n.current.style.transform = `translateY(${d.top}px) translateX(${d.left}px)`),
        (n.current.style.width = `${d.width}px`),
        (n.current.style.height = `${d.height}px`);
    },
    p = () => {
      window.clearTimeout(o.current),
        n.current && (n.current.style.transitionDuration = `0ms`),
        f(),
        (o.current = window.setTimeout(() => {
          n.current && (n.current.style.transitionDuration = ``);
        }, 30));
    },
    m = (0, q.useRef)(null),
    h = (0, q.useRef)(null),
    g = (0, q.useRef)(null);
  return (
    (0, q.useEffect)(() => {
      if ((c && s.current !== e && i && i(), (s.current = e), f(), e))
        return (
          (m.current = new ResizeObserver(p)),
          m.current.observe(e),
          t &&
            ((h.current = new ResizeObserver(p)),
            h.current.observe(t),
            (g.current = new MutationObserver(() => {
              t.contains(e) && f();
            })),
            g.current.observe(t, { childList: !0, subtree: !0 })),
          () => {
            m.current?.disconnect(), h.current?.disconnect(), g.current?.disconnect();
          }
        );
    }, [t, e]),
    (0, q.useEffect)(() => {
      if (t) {
        let e = (e) => {
          fn(e.target, t) && (p(), d(!1));
        };
        return (
          t.addEventListener(`transitionend`, e),
          () => {
            t.removeEventListener(`transitionend`, e);
          }
        );
      }
    }, [t]),
    (0, q.useEffect)(() => {
      if (n.current && a) {
        let e = (e) => {
          e.propertyName === `transform` && a();
        };
        return (
          n.current.addEventListener(`transitionend`, e),
          () => {
            n.current?.removeEventListener(`transitionend`, e);
          }
        );
      }
    }, [a]),
    Mt(
      () => {
        Rt() !== `test` && l(!0);
      },
      20,
      { autoInvoke: !0 },
    ),
    It(
      (e) => {
        e.forEach((e) => {
          e.type === `attributes` && e.attributeName === `dir` && p();
        });
      },
      { attributes: !0, attributeFilter: [`dir`] },
      () => document.documentElement,
    ),
    { initialized: c, hidden: u }
  );
}
var mn = { root: `m_96b553a6` },
  hn = a((e, { transitionDuration: t }, { shouldReduceMotion: n }) => ({
    root: {
      '--transition-duration': e.respectReducedMotion && n ? `0ms` : typeof t == `number` ? `${t}ms` : t || `150ms`,
    },
  })),
  gn = W((e) => {
    let t = G(`FloatingIndicator`, null, e),
      {
        classNames: n,
        className: r,
        style: i,
        styles: a,
        unstyled: o,
        vars: s,
        target: c,
        parent: u,
        transitionDuration: d,
        mod: f,
        displayAfterTransitionEnd: p,
        onTransitionStart: m,
        onTransitionEnd: h,
        attributes: g,
        ref: _,
        ...v
      } = t,
      y = ee(),
      b = l({
        name: `FloatingIndicator`,
        classes: mn,
        props: t,
        className: r,
        style: i,
        classNames: n,
        styles: a,
        unstyled: o,
        attributes: g,
        vars: s,
        varsResolver: hn,
        stylesCtx: { shouldReduceMotion: y },
      }),
      x = (0, q.useRef)(null),
      { initialized: S, hidden: w } = pn({
        target: c,
        parent: u,
        ref: x,
        displayAfterTransitionEnd: p,
        onTransitionStart: m,
        onTransitionEnd: h,
      }),
      T = C(_, x);
    return !c || !u ? null : (0, J.jsx)(K, { ref: T, mod: [{ initialized: S, hidden: w }, f], ...b(`root`), ...v });
  });
(gn.displayName = `@mantine/core/FloatingIndicator`), (gn.classes = mn), (gn.varsResolver = hn);
function _n(e) {
  return typeof e == `string`
    ? { value: e, label: e }
    : typeof e == `object` && `value` in e && !(`label` in e)
      ? { value: e.value, label: `${e.value}`, disabled: e.disabled }
      : typeof e == `object` && `group` in e
        ? { group: e.group, items: e.items.map((e) => _n(e)) }
        : typeof e == `number` || typeof e == `bigint` || typeof e == `boolean`
          ? { value: e, label: `${e}` }
          : e;
}
function vn(e) {
  return e ? e.map((e) => _n(e)) : [];
}
function yn(e) {
  return e.reduce((e, t) => (`group` in t ? { ...e, ...yn(t.items) } : ((e[`${t.value}`] = t), e)), {});
}
var bn = {
    dropdown: `m_88b62a41`,
    search: `m_985517d8`,
    options: `m_b2821a6e`,
    option: `m_92253aa5`,
    empty: `m_2530cd1d`,
    header: `m_858f94bd`,
    footer: `m_82b967cb`,
    group: `m_254f3e4f`,
    groupLabel: `m_2bb2e9e5`,
    chevron: `m_2943220b`,
    optionsDropdownOption: `m_390b5f4`,
    optionsDropdownCheckIcon: `m_8ee53fc2`,
    optionsDropdownCheckPlaceholder: `m_a530ee0a`,
  },
  xn = { error: null },
  Sn = a((e, { size: t, color: n }) => ({
    chevron: {
      '--combobox-chevron-size': et(t, `combobox-chevron-size`),
      '--combobox-chevron-color': n ? y(n, e) : void 0,
    },
  })),
  Cn = W((e) => {
    let t = G(`ComboboxChevron`, xn, e),
      {
        size: n,
        error: r,
        style: i,
        className: a,
        classNames: o,
        styles: s,
        unstyled: c,
        vars: u,
        attributes: d,
        mod: f,
        ...p
      } = t,
      m = l({
        name: `ComboboxChevron`,
        classes: bn,
        props: t,
        style: i,
        className: a,
        classNames: o,
        styles: s,
        unstyled: c,
        vars: u,
        varsResolver: Sn,
        attributes: d,
        rootSelector: `chevron`,
      });
    return (0, J.jsx)(K, {
      component: `svg`,
      ...p,
      ...m(`chevron`),
      size: n,
      viewBox: `0 0 15 15`,
      fill: `none`,
      xmlns: `http://www.w3.org/2000/svg`,
      mod: [`combobox-chevron`, { error: r }, f],
      children: (0, J.jsx)(`path`, {
        d: `M4.93179 5.43179C4.75605 5.60753 4.75605 5.89245 4.93179 6.06819C5.10753 6.24392 5.39245 6.24392 5.56819 6.06819L7.49999 4.13638L9.43179 6.06819C9.60753 6.24392 9.89245 6.24392 10.0682 6.06819C10.2439 5.89245 10.2439 5.60753 10.0682 5.43179L7.81819 3.18179C7.73379 3.0974 7.61933 3.04999 7.49999 3.04999C7.38064 3.04999 7.26618 3.0974 7.18179 3.18179L4.93179 5.43179ZM10.0682 9.56819C10.2439 9.39245 10.2439 9.10753 10.0682 8.93179C9.89245 8.75606 9.60753 8.75606 9.43179 8.93179L7.49999 10.8636L5.56819 8.93179C5.39245 8.75606 5.10753 8.75606 4.93179 8.93179C4.75605 9.10753 4.75605 9.39245 4.93179 9.56819L7.18179 11.8182C7.35753 11.9939 7.64245 11.9939 7.81819 11.8182L10.0682 9.56819Z`,
        fill: `currentColor`,
        fillRule: `evenodd`,
        clipRule: `evenodd`,
      }),
    });
  });
(Cn.classes = bn), (Cn.varsResolver = Sn), (Cn.displayName = `@mantine/core/ComboboxChevron`);
var [wn, Tn] = ge(`Combobox component was not found in tree`);
function En({ onMouseDown: e, onClick: t, onClear: n, ...r }) {
  return (0, J.jsx)(We.ClearButton, {
    tabIndex: -1,
    'aria-hidden': !0,
    ...r,
    onMouseDown: (t) => {
      t.preventDefault(), e?.(t);
    },
    onClick: (e) => {
      n(), t?.(e);
    },
  });
}
En.displayName = `@mantine/core/ComboboxClearButton`;
var Dn = W((e) => {
  let { classNames: t, styles: n, className: r, style: i, hidden: a, ...o } = G(`ComboboxDropdown`, null, e),
    s = Tn();
  return (0, J.jsx)(_e.Dropdown, {
    ...o,
    role: `presentation`,
    'data-hidden': a || void 0,
    'data-floating-height': s.floatingHeight || void 0,
    ...s.getStyles(`dropdown`, { className: r, style: i, classNames: t, styles: n }),
  });
});
(Dn.classes = bn), (Dn.displayName = `@mantine/core/ComboboxDropdown`);
var On = { refProp: `ref` },
  kn = W((e) => {
    let { children: t, refProp: n, ref: r } = G(`ComboboxDropdownTarget`, On, e);
    if ((Tn(), !Le(t)))
      throw Error(
        `Combobox.DropdownTarget component children should be an element or a component that accepts ref. Fragments, strings, numbers and other primitive values are not supported`,
      );
    return (0, J.jsx)(_e.Target, { ref: r, refProp: n, children: t });
  });
kn.displayName = `@mantine/core/ComboboxDropdownTarget`;
var An = W((e) => {
  let { classNames: t, className: n, style: r, styles: i, vars: a, ...o } = G(`ComboboxEmpty`, null, e),
    s = Tn();
  return (0, J.jsx)(K, { ...s.getStyles(`empty`, { className: n, classNames: t, styles: i, style: r }), ...o });
});
(An.classes = bn), (An.displayName = `@mantine/core/ComboboxEmpty`);
function jn({
  onKeyDown: e,
  onClick: t,
  withKeyboardNavigation: n,
  withAriaAttributes: r,
  withExpandedAttribute: i,
  targetType: a,
  autoComplete: o,
}) {
  let s = Tn(),
    [c, l] = (0, q.useState)(null),
    u = (t) => {
      if ((e?.(t), !s.readOnly && n)) {
        if (t.nativeEvent.isComposing) return;
        if (
          (t.nativeEvent.code === `ArrowDown` &&
            (t.preventDefault(),
            s.store.dropdownOpened
              ? l(s.store.selectNextOption())
              : (s.store.openDropdown(`keyboard`),
                l(s.store.selectActiveOption()),
                s.store.updateSelectedOptionIndex(`selected`, { scrollIntoView: !0 }))),
          t.nativeEvent.code === `ArrowUp` &&
            (t.preventDefault(),
            s.store.dropdownOpened
              ? l(s.store.selectPreviousOption())
              : (s.store.openDropdown(`keyboard`),
                l(s.store.selectActiveOption()),
                s.store.updateSelectedOptionIndex(`selected`, { scrollIntoView: !0 }))),
          t.nativeEvent.code === `Enter` || t.nativeEvent.code === `NumpadEnter`)
        ) {
          if (t.nativeEvent.keyCode === 229) return;
          let e = s.store.getSelectedOptionIndex();
          s.store.dropdownOpened && e !== -1
            ? (t.preventDefault(), s.store.clickSelectedOption())
            : a === `button` && (t.preventDefault(), s.store.openDropdown(`keyboard`));
        }
        t.key === `Escape` && s.store.closeDropdown(`keyboard`),
          t.nativeEvent.code === `Space` && a === `button` && (t.preventDefault(), s.store.toggleDropdown(`keyboard`));
      }
    },
    d = r
      ? {
          ...(i ? { role: `combobox` } : {}),
          'aria-haspopup': `listbox`,
          'aria-expanded': i ? !!(s.store.listId && s.store.dropdownOpened) : void 0,
          'aria-controls': s.store.dropdownOpened && s.store.listId ? s.store.listId : void 0,
          'aria-activedescendant': (s.store.dropdownOpened && c) || void 0,
          autoComplete: o,
          'data-expanded': s.store.dropdownOpened || void 0,
          'data-mantine-stop-propagation': s.store.dropdownOpened || void 0,
        }
      : {},
    f = (e) => {
      a === `button` && e.currentTarget.focus(), t?.(e);
    };
  return { ...d, onKeyDown: u, onClick: f };
}
var Mn = {
    refProp: `ref`,
    targetType: `input`,
    withKeyboardNavigation: !0,
    withAriaAttributes: !0,
    withExpandedAttribute: !1,
    autoComplete: `off`,
  },
  Nn = W((e) => {
    let {
        children: t,
        refProp: n,
        withKeyboardNavigation: r,
        withAriaAttributes: i,
        withExpandedAttribute: a,
        targetType: o,
        autoComplete: s,
        ref: c,
        ...l
      } = G(`ComboboxEventsTarget`, Mn, e),
      u = ne(t);
    if (!u)
      throw Error(
        `Combobox.EventsTarget component children should be an element or a component that accepts ref. Fragments, strings, numbers and other primitive values are not supported`,
      );
    let d = Tn(),
      f = jn({
        targetType: o,
        withAriaAttributes: i,
        withKeyboardNavigation: r,
        withExpandedAttribute: a,
        onKeyDown: u.props.onKeyDown,
        onClick: u.props.onClick,
        autoComplete: s,
      });
    return (0, q.cloneElement)(u, { ...f, ...l, [n]: C(c, d.store.targetRef, _(u)) });
  });
Nn.displayName = `@mantine/core/ComboboxEventsTarget`;
var Pn = W((e) => {
  let { classNames: t, className: n, style: r, styles: i, vars: a, ...o } = G(`ComboboxFooter`, null, e),
    s = Tn();
  return (0, J.jsx)(K, {
    ...s.getStyles(`footer`, { className: n, classNames: t, style: r, styles: i }),
    ...o,
    onMouseDown: (e) => {
      e.preventDefault();
    },
  });
});
(Pn.classes = bn), (Pn.displayName = `@mantine/core/ComboboxFooter`);
var Fn = W((e) => {
  let {
      classNames: t,
      className: n,
      style: r,
      styles: i,
      vars: a,
      children: o,
      label: s,
      id: c,
      ...l
    } = G(`ComboboxGroup`, null, e),
    u = Tn(),
    d = x(c),
    f = s != null && s !== !1 && s !== ``;
  return (0, J.jsxs)(K, {
    role: `group`,
    'aria-labelledby': f ? d : void 0,
    ...u.getStyles(`group`, { className: n, classNames: t, style: r, styles: i }),
    ...l,
    children: [
      f && (0, J.jsx)(`div`, { id: d, ...u.getStyles(`groupLabel`, { classNames: t, styles: i }), children: s }),
      o,
    ],
  });
});
(Fn.classes = bn), (Fn.displayName = `@mantine/core/ComboboxGroup`);
var In = W((e) => {
  let { classNames: t, className: n, style: r, styles: i, vars: a, ...o } = G(`ComboboxHeader`, null, e),
    s = Tn();
  return (0, J.jsx)(K, {
    ...s.getStyles(`header`, { className: n, classNames: t, style: r, styles: i }),
    ...o,
    onMouseDown: (e) => {
      e.preventDefault();
    },
  });
});
(In.classes = bn), (In.displayName = `@mantine/core/ComboboxHeader`);
function Ln({ value: e, valuesDivider: t = `,`, ...n }) {
  return (0, J.jsx)(`input`, { type: `hidden`, value: Array.isArray(e) ? e.join(t) : e == null ? `` : `${e}`, ...n });
}
Ln.displayName = `@mantine/core/ComboboxHiddenInput`;
var Rn = W((e) => {
  let t = G(`ComboboxOption`, null, e),
    {
      classNames: n,
      className: r,
      style: i,
      styles: a,
      vars: o,
      onClick: s,
      id: c,
      active: l,
      onMouseDown: u,
      onMouseOver: d,
      disabled: f,
      selected: p,
      mod: m,
      ...h
    } = t,
    g = Tn(),
    _ = (0, q.useId)(),
    v = c || _;
  return (0, J.jsx)(K, {
    ...g.getStyles(`option`, { className: r, classNames: n, styles: a, style: i }),
    'aria-disabled': f || void 0,
    ...h,
    id: v,
    mod: [`combobox-option`, { 'combobox-active': l, 'combobox-disabled': f, 'combobox-selected': p }, m],
    role: `option`,
    onClick: (e) => {
      f ? e.preventDefault() : (g.onOptionSubmit?.(t.value, t), s?.(e));
    },
    onMouseDown: (e) => {
      e.preventDefault(), u?.(e);
    },
    onMouseOver: (e) => {
      g.resetSelectionOnOptionHover && g.store.resetSelectedOption(), d?.(e);
    },
  });
});
(Rn.classes = bn), (Rn.displayName = `@mantine/core/ComboboxOption`);
var zn = W((e) => {
  let {
      classNames: t,
      className: n,
      style: r,
      styles: i,
      id: a,
      onMouseDown: o,
      labelledBy: s,
      ...c
    } = G(`ComboboxOptions`, null, e),
    l = Tn(),
    u = x(a);
  return (
    (0, q.useEffect)(() => {
      l.store.setListId(u);
    }, [u]),
    (0, J.jsx)(K, {
      ...l.getStyles(`options`, { className: n, style: r, classNames: t, styles: i }),
      ...c,
      id: u,
      role: `listbox`,
      'aria-labelledby': s,
      onMouseDown: (e) => {
        e.preventDefault(), o?.(e);
      },
    })
  );
});
(zn.classes = bn), (zn.displayName = `@mantine/core/ComboboxOptions`);
var Bn = { withAriaAttributes: !0, withKeyboardNavigation: !0 },
  Vn = W((e) => {
    let {
        classNames: t,
        styles: n,
        unstyled: r,
        vars: i,
        withAriaAttributes: a,
        onKeyDown: o,
        onClick: s,
        withKeyboardNavigation: c,
        size: l,
        ref: u,
        ...d
      } = G(`ComboboxSearch`, Bn, e),
      f = Tn(),
      p = f.getStyles(`search`),
      m = jn({
        targetType: `input`,
        withAriaAttributes: a,
        withKeyboardNavigation: c,
        withExpandedAttribute: !1,
        onKeyDown: o,
        onClick: s,
        autoComplete: `off`,
      });
    return (0, J.jsx)(We, {
      ref: C(u, f.store.searchRef),
      classNames: [{ input: p.className }, t],
      styles: [{ input: p.style }, n],
      size: l || f.size,
      ...m,
      ...d,
      __staticSelector: `Combobox`,
    });
  });
(Vn.classes = bn), (Vn.displayName = `@mantine/core/ComboboxSearch`);
var Hn = {
    refProp: `ref`,
    targetType: `input`,
    withKeyboardNavigation: !0,
    withAriaAttributes: !0,
    withExpandedAttribute: !1,
    autoComplete: `off`,
  },
  Un = W((e) => {
    let {
        children: t,
        refProp: n,
        withKeyboardNavigation: r,
        withAriaAttributes: i,
        withExpandedAttribute: a,
        targetType: o,
        autoComplete: s,
        ref: c,
        ...l
      } = G(`ComboboxTarget`, Hn, e),
      u = ne(t);
    if (!u)
      throw Error(
        `Combobox.Target component children should be an element or a component that accepts ref. Fragments, strings, numbers and other primitive values are not supported`,
      );
    let d = Tn(),
      f = jn({
        targetType: o,
        withAriaAttributes: i,
        withKeyboardNavigation: r,
        withExpandedAttribute: a,
        onKeyDown: u.props.onKeyDown,
        onClick: u.props.onClick,
        autoComplete: s,
      }),
      p = (0, q.cloneElement)(u, { ...f, ...l });
    return (0, J.jsx)(_e.Target, { refProp: n, ref: C(c, d.store.targetRef), children: p });
  });
Un.displayName = `@mantine/core/ComboboxTarget`;
function Wn(e, t, n) {
  for (let n = e - 1; n >= 0; --n) if (!t[n].hasAttribute(`data-combobox-disabled`)) return n;
  if (n) {
    for (let e = t.length - 1; e > -1; --e) if (!t[e].hasAttribute(`data-combobox-disabled`)) return e;
  }
  return e;
}
function Gn(e, t, n) {
  for (let n = e + 1; n < t.length; n += 1) if (!t[n].hasAttribute(`data-combobox-disabled`)) return n;
  if (n) {
    for (let e = 0; e < t.length; e += 1) if (!t[e].hasAttribute(`data-combobox-disabled`)) return e;
  }
  return e;
}
function Kn(e) {
  for (let t = 0; t < e.length; t += 1) if (!e[t].hasAttribute(`data-combobox-disabled`)) return t;
  return -1;
}
function qn({
  defaultOpened: e,
  opened: t,
  onOpenedChange: n,
  onDropdownClose: r,
  onDropdownOpen: i,
  loop: a = !0,
  scrollBehavior: o = `instant`,
} = {}) {
  let [s, c] = re({ value: t, defaultValue: e, finalValue: !1, onChange: n }),
    l = (0, q.useRef)(null),
    u = (0, q.useRef)(-1),
    d = (0, q.useRef)(null),
    f = (0, q.useRef)(null),
    p = (0, q.useRef)(-1),
    m = (0, q.useRef)(-1),
    h = (0, q.useRef)(-1),
    g = (0, q.useCallback)(
      (e = `unknown`) => {
        s || (c(!0), i?.(e));
      },
      [c, i, s],
    ),
    _ = (0, q.useCallback)(
      (e = `unknown`) => {
        s && (c(!1), r?.(e));
      },
      [c, r, s],
    ),
    v = (0, q.useCallback)(
      (e = `unknown`) => {
        s ? _(e) : g(e);
      },
      [_, g, s],
    ),
    y = (0, q.useCallback)(() => {
      let e = Ut(f.current);
      Vt(`#${l.current} [data-combobox-selected]`, e)?.removeAttribute(`data-combobox-selected`);
    }, []),
    b = (0, q.useCallback)(
      (e) => {
        let t = Ut(f.current),
          n = Vt(`#${l.current}`, t),
          r = n ? Ht(`[data-combobox-option]`, n) : null;
        if (!r) return null;
        let i = e >= r.length ? 0 : e < 0 ? r.length - 1 : e;
        return (
          (u.current = i),
          r?.[i] && !r[i].hasAttribute(`data-combobox-disabled`)
            ? (y(),
              r[i].setAttribute(`data-combobox-selected`, `true`),
              r[i].scrollIntoView({ block: `nearest`, behavior: o }),
              r[i].id)
            : null
        );
      },
      [o, y],
    ),
    x = (0, q.useCallback)(() => {
      let e = Ut(f.current),
        t = Vt(`#${l.current} [data-combobox-active]`, e);
      if (t) {
        let n = Ht(`#${l.current} [data-combobox-option]`, e).findIndex((e) => e === t);
        return b(n);
      }
      return b(0);
    }, [b]),
    S = (0, q.useCallback)(() => {
      let e = Ut(f.current),
        t = Ht(`#${l.current} [data-combobox-option]`, e);
      return b(Gn(u.current, t, a));
    }, [b, a]),
    C = (0, q.useCallback)(() => {
      let e = Ut(f.current),
        t = Ht(`#${l.current} [data-combobox-option]`, e);
      return b(Wn(u.current, t, a));
    }, [b, a]),
    w = (0, q.useCallback)(() => {
      let e = Ut(f.current),
        t = Ht(`#${l.current} [data-combobox-option]`, e);
      return b(Kn(t));
    }, [b]),
    T = (0, q.useCallback)((e = `selected`, t) => {
      if (typeof e == `number`) {
        u.current = e;
        let n = Ut(f.current),
          r = Ht(`#${l.current} [data-combobox-option]`, n);
        t?.scrollIntoView && r[e]?.scrollIntoView({ block: `nearest`, behavior: o });
      } else
        h.current = window.setTimeout(() => {
          let n = Ut(f.current),
            r = Ht(`#${l.current} [data-combobox-option]`, n),
            i = r.findIndex((t) => t.hasAttribute(`data-combobox-${e}`));
          (u.current = i), t?.scrollIntoView && r[i]?.scrollIntoView({ block: `nearest`, behavior: o });
        }, 0);
    }, []),
    E = (0, q.useCallback)(() => {
      (u.current = -1), y();
    }, [y]),
    D = (0, q.useCallback)(() => {
      let e = Ut(f.current);
      Ht(`#${l.current} [data-combobox-option]`, e)?.[u.current]?.click();
    }, []),
    O = (0, q.useCallback)((e) => {
      l.current = e;
    }, []),
    k = (0, q.useCallback)(() => {
      p.current = window.setTimeout(() => d.current?.focus(), 0);
    }, []),
    A = (0, q.useCallback)(() => {
      m.current = window.setTimeout(() => f.current?.focus(), 0);
    }, []),
    j = (0, q.useCallback)(() => u.current, []);
  return (
    (0, q.useEffect)(
      () => () => {
        window.clearTimeout(p.current), window.clearTimeout(m.current), window.clearTimeout(h.current);
      },
      [],
    ),
    {
      dropdownOpened: s,
      openDropdown: g,
      closeDropdown: _,
      toggleDropdown: v,
      selectedOptionIndex: u.current,
      getSelectedOptionIndex: j,
      selectOption: b,
      selectFirstOption: w,
      selectActiveOption: x,
      selectNextOption: S,
      selectPreviousOption: C,
      resetSelectedOption: E,
      updateSelectedOptionIndex: T,
      listId: l.current,
      setListId: O,
      clickSelectedOption: D,
      searchRef: d,
      focusSearchInput: k,
      targetRef: f,
      focusTarget: A,
    }
  );
}
var Jn = {
    keepMounted: !0,
    keepMountedMode: `display-none`,
    withinPortal: !0,
    resetSelectionOnOptionHover: !1,
    width: `target`,
    transitionProps: { transition: `fade`, duration: 0 },
    size: `sm`,
  },
  Yn = a((e, { size: t, dropdownPadding: n }) => ({
    options: { '--combobox-option-fz': xe(t), '--combobox-option-padding': et(t, `combobox-option-padding`) },
    dropdown: {
      '--combobox-padding': n === void 0 ? void 0 : ye(n),
      '--combobox-option-fz': xe(t),
      '--combobox-option-padding': et(t, `combobox-option-padding`),
    },
  })),
  Xn = (e) => {
    let t = G(`Combobox`, Jn, e),
      {
        classNames: n,
        styles: r,
        unstyled: i,
        children: a,
        store: o,
        vars: s,
        onOptionSubmit: c,
        onClose: u,
        size: d,
        dropdownPadding: f,
        resetSelectionOnOptionHover: p,
        __staticSelector: m,
        readOnly: h,
        attributes: g,
        floatingHeight: _,
        middlewares: v,
        ...y
      } = t,
      b =
        _ === `viewport`
          ? {
              ...v,
              flip: !1,
              size: {
                ...(typeof v?.size == `object` ? v.size : {}),
                padding: typeof v?.size == `object` && v.size.padding !== void 0 ? v.size.padding : 10,
                apply: ({ availableHeight: e, availableWidth: t, elements: n, ...r }) => {
                  n.floating.style.setProperty(`--combobox-floating-max-height`, `${e}px`);
                  let i = v?.size;
                  typeof i == `object` && i.apply
                    ? i.apply({ availableHeight: e, availableWidth: t, elements: n, ...r })
                    : i && Object.assign(n.floating.style, { maxWidth: `${t}px`, maxHeight: `${e}px` });
                },
              },
            }
          : v,
      x = qn(),
      S = o || x,
      C = l({
        name: m || `Combobox`,
        classes: bn,
        props: t,
        classNames: n,
        styles: r,
        unstyled: i,
        attributes: g,
        vars: s,
        varsResolver: Yn,
      }),
      w = () => {
        u?.(), S.closeDropdown();
      };
    return (0, J.jsx)(wn, {
      value: {
        getStyles: C,
        store: S,
        onOptionSubmit: c,
        size: d,
        resetSelectionOnOptionHover: p,
        readOnly: h,
        floatingHeight: _,
      },
      children: (0, J.jsx)(_e, {
        opened: S.dropdownOpened,
        ...y,
        middlewares: b,
        onChange: (e) => !e && w(),
        withRoles: !1,
        unstyled: i,
        children: a,
      }),
    });
  };
(Xn.extend = (e) => e),
  (Xn.classes = bn),
  (Xn.varsResolver = Yn),
  (Xn.displayName = `@mantine/core/Combobox`),
  (Xn.Target = Un),
  (Xn.Dropdown = Dn),
  (Xn.Options = zn),
  (Xn.Option = Rn),
  (Xn.Search = Vn),
  (Xn.Empty = An),
  (Xn.Chevron = Cn),
  (Xn.Footer = Pn),
  (Xn.Header = In),
  (Xn.EventsTarget = Nn),
  (Xn.DropdownTarget = kn),
  (Xn.Group = Fn),
  (Xn.ClearButton = En),
  (Xn.HiddenInput = Ln);
function Zn({ children: e, role: t }) {
  let n = (0, q.use)(tt);
  return n
    ? (0, J.jsx)(`div`, { role: t, 'aria-labelledby': n.labelId, 'aria-describedby': n.describedBy, children: e })
    : (0, J.jsx)(J.Fragment, { children: e });
}
var Qn = (0, q.createContext)(null),
  $n = { hiddenInputValuesSeparator: `,` },
  er = ht((e) => {
    let {
        value: t,
        defaultValue: n,
        onChange: r,
        size: i,
        wrapperProps: a,
        children: o,
        readOnly: s,
        name: c,
        hiddenInputValuesSeparator: l,
        hiddenInputProps: u,
        maxSelectedValues: d,
        disabled: f,
        ...p
      } = G(`CheckboxGroup`, $n, e),
      [m, h] = re({ value: t, defaultValue: n, finalValue: [], onChange: r }),
      g = (e) => {
        let t = typeof e == `string` ? e : e.currentTarget.value;
        if (s) return;
        let n = m.includes(t);
        (!n && d && m.length >= d) || h(n ? m.filter((e) => e !== t) : [...m, t]);
      },
      _ = (e) => {
        if (f) return !0;
        if (!d) return !1;
        let t = m.includes(e),
          n = m.length >= d;
        return !t && n;
      },
      v = m.join(l);
    return (0, J.jsx)(Qn, {
      value: { value: m, onChange: g, size: i, isDisabled: _ },
      children: (0, J.jsxs)(We.Wrapper, {
        size: i,
        ...a,
        ...p,
        labelElement: `div`,
        __staticSelector: `CheckboxGroup`,
        children: [
          (0, J.jsx)(Zn, { role: `group`, children: o }),
          (0, J.jsx)(`input`, { type: `hidden`, name: c, value: v, ...u }),
        ],
      }),
    });
  });
(er.classes = We.Wrapper.classes), (er.displayName = `@mantine/core/CheckboxGroup`);
var tr = { card: `m_26775b0a` },
  nr = (0, q.createContext)(null),
  rr = { withBorder: !0 },
  ir = a((e, { radius: t }) => ({ card: { '--card-radius': ot(t) } })),
  ar = W((e) => {
    let t = G(`CheckboxCard`, rr, e),
      {
        classNames: n,
        className: r,
        style: i,
        styles: a,
        unstyled: o,
        vars: s,
        checked: c,
        mod: u,
        withBorder: d,
        value: f,
        onClick: p,
        defaultChecked: m,
        onChange: h,
        indeterminate: g,
        attributes: _,
        ...v
      } = t,
      y = l({
        name: `CheckboxCard`,
        classes: tr,
        props: t,
        className: r,
        style: i,
        classNames: n,
        styles: a,
        unstyled: o,
        attributes: _,
        vars: s,
        varsResolver: ir,
        rootSelector: `card`,
      }),
      b = (0, q.use)(Qn),
      x = typeof c == `boolean` ? c : b ? b.value.includes(f || ``) : void 0,
      [S, C] = re({ value: x, defaultValue: m, finalValue: !1, onChange: h });
    return (0, J.jsx)(nr, {
      value: { checked: S, indeterminate: g },
      children: (0, J.jsx)(Ve, {
        mod: [{ 'with-border': d, checked: S, indeterminate: g }, u],
        ...y(`card`),
        ...v,
        role: `checkbox`,
        'aria-checked': g ? `mixed` : S,
        onClick: (e) => {
          p?.(e), b?.onChange(f || ``), C(!S);
        },
      }),
    });
  });
(ar.displayName = `@mantine/core/CheckboxCard`), (ar.classes = tr), (ar.varsResolver = ir);
var or = {
    indicator: `m_5e5256ee`,
    icon: `m_1b1c543a`,
    'indicator--light': `m_193e54c8`,
    'indicator--outline': `m_76e20374`,
  },
  sr = { icon: ie, variant: `filled`, radius: `sm` },
  cr = a((e, { radius: t, color: n, size: r, iconColor: i, variant: a, autoContrast: o }) => {
    let s = T({ color: n || e.primaryColor, theme: e }),
      c = s.isThemeColor && s.shade === void 0 ? `var(--mantine-color-${s.color}-outline)` : s.color,
      l =
        a === `light`
          ? e.variantColorResolver({ color: n || e.primaryColor, theme: e, variant: `light`, autoContrast: o })
          : void 0,
      u = a === `outline` ? c : l ? l.color : y(n, e);
    return {
      indicator: {
        '--checkbox-size': et(r, `checkbox-size`),
        '--checkbox-radius': t === void 0 ? void 0 : ot(t),
        '--checkbox-color': u,
        '--checkbox-bg': l?.background,
        '--checkbox-icon-color': i
          ? y(i, e)
          : l
            ? l.color
            : Wt(o, e)
              ? p({ color: n, theme: e, autoContrast: o })
              : void 0,
      },
    };
  }),
  lr = W((e) => {
    let t = G(`CheckboxIndicator`, sr, e),
      {
        classNames: n,
        className: r,
        style: i,
        styles: a,
        unstyled: o,
        vars: s,
        icon: c,
        indeterminate: u,
        radius: d,
        color: f,
        iconColor: p,
        autoContrast: m,
        checked: h,
        mod: g,
        variant: _,
        disabled: v,
        attributes: y,
        ...b
      } = t,
      x = l({
        name: `CheckboxIndicator`,
        classes: or,
        props: t,
        className: r,
        style: i,
        classNames: n,
        styles: a,
        unstyled: o,
        attributes: y,
        vars: s,
        varsResolver: cr,
        rootSelector: `indicator`,
      }),
      S = (0, q.use)(nr),
      C = typeof u == `boolean` ? u : S?.indeterminate,
      w = typeof h == `boolean` || typeof u == `boolean` ? h || u : S?.checked || S?.indeterminate || !1;
    return (0, J.jsx)(K, {
      ...x(`indicator`, { variant: _ }),
      variant: _,
      mod: [{ checked: w, disabled: v }, g],
      ...b,
      children: (0, J.jsx)(c, { indeterminate: C, ...x(`icon`) }),
    });
  });
(lr.displayName = `@mantine/core/CheckboxIndicator`), (lr.classes = or), (lr.varsResolver = cr);
var ur = {
    root: `m_5f75b09e`,
    body: `m_5f6e695e`,
    labelWrapper: `m_d3ea56bb`,
    label: `m_8ee546b8`,
    description: `m_328f68c0`,
    error: `m_8e8a99cc`,
  },
  dr = ur;
function fr({
  __staticSelector: e,
  __stylesApiProps: t,
  className: n,
  classNames: r,
  styles: i,
  unstyled: a,
  children: o,
  label: s,
  description: c,
  id: u,
  disabled: d,
  error: f,
  size: p,
  labelPosition: m = `left`,
  bodyElement: h = `div`,
  labelElement: g = `label`,
  variant: _,
  style: v,
  vars: y,
  mod: b,
  attributes: x,
  ...S
}) {
  let C = l({
      name: e,
      props: t,
      className: n,
      style: v,
      classes: ur,
      classNames: r,
      styles: i,
      unstyled: a,
      attributes: x,
    }),
    w = c ? `${u}-description` : void 0,
    T = f && typeof f != `boolean` ? `${u}-error` : void 0;
  return (0, J.jsx)(K, {
    ...C(`root`),
    __vars: { '--label-fz': xe(p), '--label-lh': et(p, `label-lh`) },
    mod: [{ 'label-position': m }, b],
    variant: _,
    size: p,
    ...S,
    children: (0, J.jsxs)(K, {
      component: h,
      htmlFor: h === `label` ? u : void 0,
      ...C(`body`),
      children: [
        o,
        (0, J.jsxs)(`div`, {
          ...C(`labelWrapper`),
          'data-disabled': d || void 0,
          children: [
            s &&
              (0, J.jsx)(K, {
                component: g,
                htmlFor: g === `label` ? u : void 0,
                ...C(`label`),
                'data-disabled': d || void 0,
                children: s,
              }),
            c && (0, J.jsx)(We.Description, { id: w, size: p, __inheritStyles: !1, ...C(`description`), children: c }),
            f &&
              typeof f != `boolean` &&
              (0, J.jsx)(We.Error, { id: T, size: p, __inheritStyles: !1, ...C(`error`), children: f }),
          ],
        }),
      ],
    }),
  });
}
fr.displayName = `@mantine/core/InlineInput`;
var pr = {
    root: `m_bf2d988c`,
    inner: `m_26062bec`,
    input: `m_26063560`,
    icon: `m_bf295423`,
    'input--light': `m_595ab216`,
    'input--outline': `m_215c4542`,
  },
  mr = { labelPosition: `right`, icon: ie, withErrorStyles: !0, variant: `filled`, radius: `sm` },
  hr = a((e, { radius: t, color: n, size: r, iconColor: i, variant: a, autoContrast: o }) => {
    let s = T({ color: n || e.primaryColor, theme: e }),
      c = s.isThemeColor && s.shade === void 0 ? `var(--mantine-color-${s.color}-outline)` : s.color,
      l =
        a === `light`
          ? e.variantColorResolver({ color: n || e.primaryColor, theme: e, variant: `light`, autoContrast: o })
          : void 0,
      u = a === `outline` ? c : l ? l.color : y(n, e);
    return {
      root: {
        '--checkbox-size': et(r, `checkbox-size`),
        '--checkbox-radius': t === void 0 ? void 0 : ot(t),
        '--checkbox-color': u,
        '--checkbox-bg': l?.background,
        '--checkbox-icon-color': i
          ? y(i, e)
          : l
            ? l.color
            : Wt(o, e)
              ? p({ color: n, theme: e, autoContrast: o })
              : void 0,
      },
    };
  }),
  gr = W((e) => {
    let t = G(`Checkbox`, mr, e),
      {
        classNames: n,
        className: r,
        style: i,
        styles: a,
        unstyled: o,
        vars: s,
        color: c,
        label: u,
        id: d,
        size: f,
        radius: p,
        wrapperProps: m,
        checked: h,
        labelPosition: g,
        description: _,
        error: v,
        disabled: y,
        variant: b,
        indeterminate: S,
        icon: w,
        rootRef: T,
        iconColor: E,
        onChange: D,
        autoContrast: O,
        mod: k,
        attributes: A,
        readOnly: j,
        onClick: M,
        withErrorStyles: N,
        ref: P,
        ...F
      } = t,
      I = (0, q.useRef)(null),
      L = (0, q.use)(Qn),
      R = f || L?.size,
      z = l({
        name: `Checkbox`,
        props: t,
        classes: pr,
        className: r,
        style: i,
        classNames: n,
        styles: a,
        unstyled: o,
        attributes: A,
        vars: s,
        varsResolver: hr,
      }),
      { styleProps: B, rest: V } = pt(F),
      ee = x(d),
      te =
        [_ ? `${ee}-description` : void 0, v && typeof v != `boolean` ? `${ee}-error` : void 0, V[`aria-describedby`]]
          .filter(Boolean)
          .join(` `) || void 0,
      ne = {
        checked: L?.value.includes(V.value) ?? h,
        onChange: (e) => {
          j || (L?.onChange(e), D?.(e));
        },
      },
      H = L?.isDisabled?.(V.value) ?? !1,
      re = y || H;
    return (
      (0, q.useEffect)(() => {
        I.current &&
          ((I.current.indeterminate = S || !1),
          S ? I.current.setAttribute(`data-indeterminate`, `true`) : I.current.removeAttribute(`data-indeterminate`));
      }, [S]),
      (0, J.jsx)(fr, {
        ...z(`root`),
        __staticSelector: `Checkbox`,
        __stylesApiProps: t,
        id: ee,
        size: R,
        labelPosition: g,
        label: u,
        description: _,
        error: v,
        disabled: re,
        classNames: n,
        styles: a,
        unstyled: o,
        'data-checked': ne.checked || h || void 0,
        variant: b,
        ref: T,
        mod: k,
        attributes: A,
        inert: V.inert,
        ...B,
        ...m,
        children: (0, J.jsxs)(K, {
          ...z(`inner`),
          mod: { labelPosition: g },
          children: [
            (0, J.jsx)(K, {
              component: `input`,
              id: ee,
              ref: C(I, P),
              mod: { error: !!v, 'with-error-styles': N },
              ...z(`input`, { focusable: !0, variant: b }),
              ...V,
              ...ne,
              'aria-describedby': te,
              disabled: re,
              inert: V.inert,
              type: `checkbox`,
              readOnly: j,
              onClick: (e) => {
                j && ne.checked === void 0 && e.preventDefault(), M?.(e);
              },
            }),
            (0, J.jsx)(w, { indeterminate: S, ...z(`icon`) }),
          ],
        }),
      })
    );
  });
(gr.classes = { ...pr, ...dr }),
  (gr.varsResolver = hr),
  (gr.displayName = `@mantine/core/Checkbox`),
  (gr.Group = er),
  (gr.Indicator = lr),
  (gr.Card = ar);
function _r(e) {
  return `group` in e;
}
function vr({ options: e, search: t, limit: n }) {
  let r = t.trim().toLowerCase(),
    i = [];
  for (let a = 0; a < e.length; a += 1) {
    let o = e[a];
    if (i.length === n) return i;
    if (_r(o)) {
      let e = vr({ options: o.items, search: t, limit: n - i.length });
      e.length > 0 && i.push({ group: o.group, items: e });
    }
    _r(o) || (o.label.toLowerCase().includes(r) && i.push(o));
  }
  return i;
}
function yr(e) {
  if (e.length === 0) return !0;
  for (let t of e) if (!(`group` in t) || t.items.length > 0) return !1;
  return !0;
}
function br(e, t = new Set()) {
  if (Array.isArray(e))
    for (let n of e)
      if (_r(n)) br(n.items, t);
      else {
        if (n.value === void 0) throw Error(`[@mantine/core] Each option must have value property`);
        if (t.has(n.value))
          throw Error(
            `[@mantine/core] Duplicate options are not supported. Option with value "${n.value}" was provided more than once`,
          );
        t.add(n.value);
      }
}
function xr(e, t) {
  return Array.isArray(e) ? e.includes(t) : e === t;
}
function Sr({
  data: e,
  withCheckIcon: t,
  withAlignedLabels: n,
  value: r,
  checkIconPosition: i,
  unstyled: a,
  renderOption: o,
}) {
  if (!_r(e)) {
    let s = xr(r, e.value),
      c =
        t &&
        (s
          ? (0, J.jsx)(oe, { className: bn.optionsDropdownCheckIcon })
          : n
            ? (0, J.jsx)(`div`, { className: bn.optionsDropdownCheckPlaceholder })
            : null),
      l = (0, J.jsxs)(J.Fragment, {
        children: [i === `left` && c, (0, J.jsx)(`span`, { children: e.label }), i === `right` && c],
      });
    return (0, J.jsx)(Xn.Option, {
      value: e.value,
      disabled: e.disabled,
      className: yt({ [bn.optionsDropdownOption]: !a }),
      'data-reverse': i === `right` || void 0,
      'data-checked': s || void 0,
      'aria-selected': s,
      active: s,
      children: typeof o == `function` ? o({ option: e, checked: s }) : l,
    });
  }
  let s = e.items.map((e) =>
    (0, J.jsx)(
      Sr,
      { data: e, value: r, unstyled: a, withCheckIcon: t, withAlignedLabels: n, checkIconPosition: i, renderOption: o },
      `${e.value}`,
    ),
  );
  return (0, J.jsx)(Xn.Group, { label: e.group, children: s });
}
function Cr({
  data: e,
  hidden: t,
  hiddenWhenEmpty: n,
  filter: r,
  search: i,
  limit: a,
  maxDropdownHeight: o,
  floatingHeight: s,
  withScrollArea: c = !0,
  filterOptions: l = !0,
  withCheckIcon: u = !1,
  withAlignedLabels: d = !1,
  value: f,
  checkIconPosition: p,
  nothingFoundMessage: m,
  unstyled: h,
  labelId: g,
  renderOption: _,
  scrollAreaProps: v,
  'aria-label': y,
}) {
  let b = Tn();
  br(e);
  let x = typeof i == `string` ? (r || vr)({ options: e, search: l ? i : ``, limit: a ?? 1 / 0 }) : e,
    S = yr(x),
    C = x.map((e, t) =>
      (0, J.jsx)(
        Sr,
        {
          data: e,
          withCheckIcon: u,
          withAlignedLabels: d,
          value: f,
          checkIconPosition: p,
          unstyled: h,
          renderOption: _,
        },
        _r(e) ? `group-${typeof e.group == `string` ? e.group : t}` : `${e.value}`,
      ),
    );
  return (0, J.jsx)(Xn.Dropdown, {
    hidden: t || (n && S),
    'data-composed': !0,
    children: (0, J.jsxs)(Xn.Options, {
      labelledBy: g,
      'aria-label': y,
      children: [
        c
          ? (0, J.jsx)(ke.Autosize, {
              mah: (s ?? b.floatingHeight) === `viewport` ? `var(--combobox-floating-options-max-height)` : (o ?? 220),
              type: `scroll`,
              scrollbarSize: `var(--combobox-padding)`,
              offsetScrollbars: `y`,
              ...v,
              children: C,
            })
          : C,
        S && m && (0, J.jsx)(Xn.Empty, { children: m }),
      ],
    }),
  });
}
function wr(e, t, n, r) {
  if (t === n || (r === `before` && n === t + 1) || (r === `after` && n === t - 1)) return e;
  let i = e.slice(),
    [a] = i.splice(t, 1),
    o = t < n ? n - 1 : n;
  return (r === `after` && (o += 1), i.splice(o, 0, a), i);
}
var Tr = (e) => {
    let t = e.lastElementChild;
    return t ? (t instanceof HTMLInputElement ? t : t.querySelector(`input`)) : null;
  },
  Er = (e, t) => {
    if (e === t) return !0;
    if (e.length !== t.length) return !1;
    for (let n = 0; n < e.length; n += 1) if (e[n] !== t[n]) return !1;
    return !0;
  };
function Dr({ value: e, onChange: t, enabled: n }) {
  let r = (0, q.useRef)({ draggedIndex: null, currentDropTarget: null }),
    i = (0, q.useRef)(null),
    a = (0, q.useRef)(null),
    o = (0, q.useRef)(e);
  (o.current = e),
    (0, q.useEffect)(() => {
      let e = i.current;
      e &&
        ((i.current = null),
        Er(o.current, e.expectedValue) &&
          e.container?.querySelector(`[data-mantine-pill-index="${e.index}"]`)?.focus());
    });
  let s = (0, q.useCallback)((e) => {
    a.current = e;
  }, []);
  return {
    getPillProps: (e) => {
      if (n)
        return {
          draggable: !0,
          tabIndex: -1,
          'data-mantine-pill-index': e,
          'aria-keyshortcuts': `Alt+ArrowLeft Alt+ArrowRight`,
          onMouseDown: (e) => {
            e.button === 0 && e.stopPropagation();
          },
          onDragStart: (t) => {
            t.stopPropagation(),
              (t.dataTransfer.effectAllowed = `move`),
              t.dataTransfer.setData(`text/plain`, String(e)),
              (r.current.draggedIndex = e);
            let n = t.currentTarget,
              i = n.getBoundingClientRect(),
              a = n.cloneNode(!0);
            a.removeAttribute(`data-dragging`),
              a.removeAttribute(`data-drag-over`),
              (a.style.position = `fixed`),
              (a.style.top = `-9999px`),
              (a.style.left = `-9999px`),
              (a.style.width = `${i.width}px`),
              (a.style.height = `${i.height}px`),
              (a.style.pointerEvents = `none`),
              document.body.appendChild(a),
              t.dataTransfer.setDragImage(a, t.clientX - i.left, t.clientY - i.top),
              setTimeout(() => a.parentNode?.removeChild(a), 0),
              requestAnimationFrame(() => {
                n.setAttribute(`data-dragging`, `true`);
              });
          },
          onDragOver: (t) => {
            let { draggedIndex: n } = r.current;
            if (n === null || n === e) return;
            let i = t.currentTarget,
              a = i.getBoundingClientRect(),
              o = t.clientX - a.left,
              s = (getComputedStyle(i).direction === `rtl` ? o > a.width / 2 : o < a.width / 2) ? `before` : `after`;
            t.preventDefault(), t.stopPropagation(), (t.dataTransfer.dropEffect = `move`);
            let c = r.current.currentDropTarget;
            c && c !== i && c.removeAttribute(`data-drag-over`),
              i.setAttribute(`data-drag-over`, s),
              (r.current.currentDropTarget = i);
          },
          onDragLeave: (e) => {
            let t = e.currentTarget,
              n = e.relatedTarget;
            (n && t.contains(n)) ||
              (t.removeAttribute(`data-drag-over`),
              r.current.currentDropTarget === t && (r.current.currentDropTarget = null));
          },
          onDrop: (n) => {
            n.preventDefault(), n.stopPropagation();
            let i = n.currentTarget,
              a = i.getAttribute(`data-drag-over`);
            i.removeAttribute(`data-drag-over`);
            let { draggedIndex: s } = r.current;
            if (s !== null && a && s !== e) {
              let n = wr(o.current, s, e, a);
              n !== o.current && t(n);
            }
            (r.current.draggedIndex = null), (r.current.currentDropTarget = null);
          },
          onDragEnd: (e) => {
            e.currentTarget.removeAttribute(`data-dragging`);
            let t = r.current.currentDropTarget;
            t && t.removeAttribute(`data-drag-over`),
              (r.current.draggedIndex = null),
              (r.current.currentDropTarget = null);
          },
          onKeyDown: (n) => {
            if (n.key !== `ArrowLeft` && n.key !== `ArrowRight`) return;
            let r = n.currentTarget,
              a = getComputedStyle(r).direction === `rtl` ? n.key === `ArrowLeft` : n.key === `ArrowRight`,
              s = a ? e + 1 : e - 1;
            if (n.altKey) {
              if (s < 0 || s >= o.current.length) return;
              n.preventDefault(), n.stopPropagation();
              let c = a ? `after` : `before`,
                l = wr(o.current, e, s, c);
              if (l === o.current) return;
              (i.current = { container: r.parentElement, index: s, expectedValue: l }), t(l);
              return;
            }
            if (s < 0) return;
            let c = r.parentElement;
            c &&
              (n.preventDefault(),
              n.stopPropagation(),
              s >= o.current.length ? Tr(c)?.focus() : c.querySelector(`[data-mantine-pill-index="${s}"]`)?.focus());
          },
        };
    },
    getListProps: () => (n ? { ref: s } : {}),
    handleInputKeyDown: (e) => {
      if (!n || e.key !== `ArrowLeft`) return;
      let t = e.currentTarget;
      if (!(t.value.length === 0 || (t.selectionStart === 0 && t.selectionEnd === 0))) return;
      let r = a.current;
      if (!r) return;
      let i = r.querySelectorAll(`[data-mantine-pill-index]`);
      i.length !== 0 && (e.preventDefault(), i[i.length - 1].focus());
    },
  };
}
function Or({ id: e, label: t, labelProps: n, inputWrapperOrder: r }) {
  if (t && (!r || r.includes(`label`))) return n?.id || `${e}-label`;
}
function kr(e) {
  let t = e.currentTarget;
  return Ut(t).activeElement !== t;
}
var Ar = {
    root: `m_de3d2490`,
    colorOverlay: `m_862f3d1b`,
    shadowOverlay: `m_98ae7f22`,
    alphaOverlay: `m_95709ac0`,
    childrenOverlay: `m_93e74e3`,
  },
  jr = { withShadow: !0 },
  Mr = a((e, { radius: t, size: n }) => ({
    root: { '--cs-radius': t === void 0 ? void 0 : ot(t), '--cs-size': ye(n) },
  })),
  Nr = _t((e) => {
    let t = G(`ColorSwatch`, jr, e),
      {
        classNames: n,
        className: r,
        style: i,
        styles: a,
        unstyled: o,
        vars: s,
        color: c,
        radius: u,
        withShadow: d,
        children: f,
        attributes: p,
        ...m
      } = G(`ColorSwatch`, jr, t),
      h = l({
        name: `ColorSwatch`,
        props: t,
        classes: Ar,
        className: r,
        style: i,
        classNames: n,
        styles: a,
        unstyled: o,
        attributes: p,
        vars: s,
        varsResolver: Mr,
      });
    return (0, J.jsxs)(K, {
      ...h(`root`, { focusable: !0 }),
      ...m,
      children: [
        (0, J.jsx)(`span`, { ...h(`alphaOverlay`) }),
        d && (0, J.jsx)(`span`, { ...h(`shadowOverlay`) }),
        (0, J.jsx)(`span`, { ...h(`colorOverlay`, { style: { backgroundColor: c } }) }),
        (0, J.jsx)(`span`, { ...h(`childrenOverlay`), children: f }),
      ],
    });
  });
(Nr.classes = Ar), (Nr.varsResolver = Mr), (Nr.displayName = `@mantine/core/ColorSwatch`);
function Pr(e, t = 0, n = 10 ** t) {
  return Math.round(n * e) / n;
}
function Fr({ h: e, s: t, l: n, a: r }) {
  let i = t * ((n < 50 ? n : 100 - n) / 100);
  return { h: e, s: i > 0 ? ((2 * i) / (n + i)) * 100 : 0, v: n + i, a: r };
}
var Ir = { grad: 360 / 400, turn: 360, rad: 360 / (Math.PI * 2) };
function Lr(e, t = `deg`) {
  return Number(e) * (Ir[t] || 1);
}
var Rr =
  /hsla?\(?\s*(-?\d*\.?\d+)(deg|rad|grad|turn)?[,\s]+(-?\d*\.?\d+)%?[,\s]+(-?\d*\.?\d+)%?,?\s*[/\s]*(-?\d*\.?\d+)?(%)?\s*\)?/i;
function zr(e) {
  let t = Rr.exec(e);
  return t
    ? Fr({
        h: Lr(t[1], t[2]),
        s: Number(t[3]),
        l: Number(t[4]),
        a: t[5] === void 0 ? 1 : Number(t[5]) / (t[6] ? 100 : 1),
      })
    : { h: 0, s: 0, v: 0, a: 1 };
}
function Br({ r: e, g: t, b: n, a: r }) {
  let i = Math.max(e, t, n),
    a = i - Math.min(e, t, n),
    o = a ? (i === e ? (t - n) / a : i === t ? 2 + (n - e) / a : 4 + (e - t) / a) : 0;
  return { h: Pr(60 * (o < 0 ? o + 6 : o), 3), s: Pr(i ? (a / i) * 100 : 0, 3), v: Pr((i / 255) * 100, 3), a: r };
}
function Vr(e) {
  let t = e[0] === `#` ? e.slice(1) : e;
  return t.length === 3
    ? Br({ r: parseInt(t[0] + t[0], 16), g: parseInt(t[1] + t[1], 16), b: parseInt(t[2] + t[2], 16), a: 1 })
    : Br({ r: parseInt(t.slice(0, 2), 16), g: parseInt(t.slice(2, 4), 16), b: parseInt(t.slice(4, 6), 16), a: 1 });
}
function Hr(e) {
  let t = e[0] === `#` ? e.slice(1) : e,
    n = (e) => Pr(parseInt(e, 16) / 255, 3);
  if (t.length === 4) {
    let e = t.slice(0, 3),
      r = n(t[3] + t[3]);
    return { ...Vr(e), a: r };
  }
  let r = t.slice(0, 6),
    i = n(t.slice(6, 8));
  return { ...Vr(r), a: i };
}
var Ur =
  /rgba?\(?\s*(-?\d*\.?\d+)(%)?[,\s]+(-?\d*\.?\d+)(%)?[,\s]+(-?\d*\.?\d+)(%)?,?\s*[/\s]*(-?\d*\.?\d+)?(%)?\s*\)?/i;
function Wr(e) {
  let t = Ur.exec(e);
  return t
    ? Br({
        r: Number(t[1]) / (t[2] ? 100 / 255 : 1),
        g: Number(t[3]) / (t[4] ? 100 / 255 : 1),
        b: Number(t[5]) / (t[6] ? 100 / 255 : 1),
        a: t[7] === void 0 ? 1 : Number(t[7]) / (t[8] ? 100 : 1),
      })
    : { h: 0, s: 0, v: 0, a: 1 };
}
var Gr = {
    hex: /^#?([0-9A-F]{3}){1,2}$/i,
    hexa: /^#?([0-9A-F]{4}){1,2}$/i,
    rgb: /^rgb\((\d+),\s*(\d+),\s*(\d+)(?:,\s*(\d+(?:\.\d+)?))?\)$/i,
    rgba: /^rgba\((\d+),\s*(\d+),\s*(\d+)(?:,\s*(\d+(?:\.\d+)?))?\)$/i,
    hsl: /hsl\(\s*(\d+)\s*,\s*(\d+(?:\.\d+)?%)\s*,\s*(\d+(?:\.\d+)?%)\)/i,
    hsla: /^hsla\((\d+),\s*([\d.]+)%,\s*([\d.]+)%,\s*(\d*(?:\.\d+)?)\)$/i,
  },
  Kr = { hex: Vr, hexa: Hr, rgb: Wr, rgba: Wr, hsl: zr, hsla: zr };
function qr(e) {
  for (let [, t] of Object.entries(Gr)) if (t.test(e)) return !0;
  return !1;
}
function Jr(e) {
  if (typeof e != `string`) return { h: 0, s: 0, v: 0, a: 1 };
  if (e === `transparent`) return { h: 0, s: 0, v: 0, a: 0 };
  let t = e.trim();
  for (let [e, n] of Object.entries(Gr)) if (n.test(t)) return Kr[e](t);
  return { h: 0, s: 0, v: 0, a: 1 };
}
var Yr = (0, q.createContext)(null);
function Xr({ position: e, ...t }) {
  return (0, J.jsx)(K, { __vars: { '--thumb-y-offset': `${e.y * 100}%`, '--thumb-x-offset': `${e.x * 100}%` }, ...t });
}
Xr.displayName = `@mantine/core/ColorPickerThumb`;
var Zr = {
    wrapper: `m_fee9c77`,
    preview: `m_9dddfbac`,
    body: `m_bffecc3e`,
    sliders: `m_3283bb96`,
    thumb: `m_40d572ba`,
    swatch: `m_d8ee6fd8`,
    swatches: `m_5711e686`,
    saturation: `m_202a296e`,
    saturationOverlay: `m_11b3db02`,
    slider: `m_d856d47d`,
    sliderOverlay: `m_8f327113`,
  },
  Qr = W((e) => {
    let t = G(`ColorSlider`, null, e),
      {
        classNames: n,
        className: i,
        style: a,
        styles: o,
        unstyled: s,
        vars: c,
        onChange: u,
        onChangeEnd: d,
        maxValue: f,
        round: p,
        size: m = `md`,
        focusable: h = !0,
        value: g,
        overlays: _,
        thumbColor: v = `transparent`,
        onScrubStart: y,
        onScrubEnd: b,
        __staticSelector: x = `ColorPicker`,
        attributes: S,
        ref: w,
        ...T
      } = t,
      E = l({
        name: x,
        classes: Zr,
        props: t,
        className: i,
        style: a,
        classNames: n,
        styles: o,
        unstyled: s,
        attributes: S,
        rootSelector: `slider`,
      }),
      D = (0, q.use)(Yr)?.getStyles || E,
      O = r(),
      [k, A] = (0, q.useState)({ y: 0, x: g / f }),
      j = (0, q.useRef)(k),
      M = (e) => (p ? Math.round(e * f) : e * f),
      { ref: N } = Ot(
        ({ x: e, y: t }) => {
          (j.current = { x: e, y: t }), u?.(M(e));
        },
        {
          onScrubEnd: () => {
            let { x: e } = j.current;
            d?.(M(e)), b?.();
          },
          onScrubStart: y,
        },
      );
    ae(() => {
      A({ y: 0, x: g / f });
    }, [g]);
    let P = (e, t) => {
        e.preventDefault();
        let n = Dt(t);
        u?.(M(n.x)), d?.(M(n.x));
      },
      F = (e) => {
        switch (e.key) {
          case `ArrowRight`:
            P(e, { x: k.x + 0.05, y: k.y });
            break;
          case `ArrowLeft`:
            P(e, { x: k.x - 0.05, y: k.y });
        }
      },
      I = _.map((e, t) => (0, q.createElement)(`div`, { ...D(`sliderOverlay`), style: e, key: t }));
    return (0, J.jsxs)(K, {
      ...T,
      ref: C(N, w),
      ...D(`slider`),
      size: m,
      role: `slider`,
      'aria-valuenow': g,
      'aria-valuemax': f,
      'aria-valuemin': 0,
      tabIndex: h ? 0 : -1,
      onKeyDown: F,
      'data-focus-ring': O.focusRing,
      __vars: { '--cp-thumb-size': `var(--cp-thumb-size-${m})` },
      children: [I, (0, J.jsx)(Xr, { position: k, ...D(`thumb`, { style: { top: ye(1), background: v } }) })],
    });
  });
(Qr.displayName = `@mantine/core/ColorSlider`), (Qr.classes = Zr);
var $r = { __staticSelector: `AlphaSlider` },
  ei = W((e) => {
    let { value: t, onChange: n, onChangeEnd: r, color: i, ...a } = G(`AlphaSlider`, $r, e);
    return (0, J.jsx)(Qr, {
      ...a,
      value: t,
      onChange: (e) => n?.(Pr(e, 2)),
      onChangeEnd: (e) => r?.(Pr(e, 2)),
      maxValue: 1,
      round: !1,
      'data-alpha': !0,
      overlays: [
        {
          backgroundImage: `linear-gradient(45deg, var(--slider-checkers) 25%, transparent 25%), linear-gradient(-45deg, var(--slider-checkers) 25%, transparent 25%), linear-gradient(45deg, transparent 75%, var(--slider-checkers) 75%), linear-gradient(-45deg, var(--mantine-color-body) 75%, var(--slider-checkers) 75%)`,
          backgroundSize: `${ye(8)} ${ye(8)}`,
          backgroundPosition: `0 0, 0 ${ye(4)}, ${ye(4)} ${ye(-4)}, ${ye(-4)} 0`,
        },
        { backgroundImage: `linear-gradient(90deg, transparent, ${i})` },
        { boxShadow: `rgba(0, 0, 0, .1) 0 0 0 ${ye(1)} inset, rgb(0, 0, 0, .15) 0 0 ${ye(4)} inset` },
      ],
    });
  });
(ei.displayName = `@mantine/core/AlphaSlider`), (ei.classes = Qr.classes);
function ti({ h: e, s: t, v: n, a: r }) {
  let i = (e / 360) * 6,
    a = t / 100,
    o = n / 100,
    s = Math.floor(i),
    c = o * (1 - a),
    l = o * (1 - (i - s) * a),
    u = o * (1 - (1 - i + s) * a),
    d = s % 6;
  return {
    r: Pr([o, l, c, c, u, o][d] * 255),
    g: Pr([u, o, o, l, c, c][d] * 255),
    b: Pr([c, c, u, o, o, l][d] * 255),
    a: Pr(r, 2),
  };
}
function ni(e, t) {
  let { r: n, g: r, b: i, a } = ti(e);
  return t ? `rgba(${n}, ${r}, ${i}, ${Pr(a, 2)})` : `rgb(${n}, ${r}, ${i})`;
}
function ri({ h: e, s: t, v: n, a: r }, i) {
  let a = ((200 - t) * n) / 100,
    o = {
      h: Math.round(e),
      s: Math.round(a > 0 && a < 200 ? ((t * n) / 100 / (a <= 100 ? a : 200 - a)) * 100 : 0),
      l: Math.round(a / 2),
    };
  return i ? `hsla(${o.h}, ${o.s}%, ${o.l}%, ${Pr(r, 2)})` : `hsl(${o.h}, ${o.s}%, ${o.l}%)`;
}
function ii(e) {
  let t = e.toString(16);
  return t.length < 2 ? `0${t}` : t;
}
function ai(e) {
  let { r: t, g: n, b: r } = ti(e);
  return `#${ii(t)}${ii(n)}${ii(r)}`;
}
function oi(e) {
  let t = Math.round(e.a * 255);
  return `${ai(e)}${ii(t)}`;
}
var si = {
  hex: ai,
  hexa: (e) => oi(e),
  rgb: (e) => ni(e, !1),
  rgba: (e) => ni(e, !0),
  hsl: (e) => ri(e, !1),
  hsla: (e) => ri(e, !0),
};
function ci(e, t) {
  return t ? (e in si ? si[e](t) : si.hex(t)) : `#000000`;
}
var li = { __staticSelector: `HueSlider` },
  ui = W((e) => {
    let { value: t, onChange: n, onChangeEnd: r, color: i, ...a } = G(`HueSlider`, li, e);
    return (0, J.jsx)(Qr, {
      ...a,
      value: t,
      onChange: n,
      onChangeEnd: r,
      maxValue: 360,
      thumbColor: `hsl(${t}, 100%, 50%)`,
      round: !0,
      'data-hue': !0,
      overlays: [
        {
          backgroundImage: `linear-gradient(to right,hsl(0,100%,50%),hsl(60,100%,50%),hsl(120,100%,50%),hsl(170,100%,50%),hsl(240,100%,50%),hsl(300,100%,50%),hsl(360,100%,50%))`,
        },
        { boxShadow: `rgba(0, 0, 0, .1) 0 0 0 ${ye(1)} inset, rgb(0, 0, 0, .15) 0 0 ${ye(4)} inset` },
      ],
    });
  });
(ui.displayName = `@mantine/core/HueSlider`), (ui.classes = Qr.classes);
function di({
  className: e,
  onChange: t,
  onChangeEnd: n,
  value: r,
  saturationLabel: i,
  focusable: a = !0,
  size: o,
  color: s,
  onScrubStart: c,
  onScrubEnd: l,
  ...u
}) {
  let { getStyles: d } = (0, q.use)(Yr),
    [f, p] = (0, q.useState)({ x: r.s / 100, y: 1 - r.v / 100 }),
    m = (0, q.useRef)(f),
    { ref: h } = Ot(
      ({ x: e, y: n }) => {
        (m.current = { x: e, y: n }), t({ s: Math.round(e * 100), v: Math.round((1 - n) * 100) });
      },
      {
        onScrubEnd: () => {
          let { x: e, y: t } = m.current;
          n({ s: Math.round(e * 100), v: Math.round((1 - t) * 100) }), l?.();
        },
        onScrubStart: c,
      },
    );
  (0, q.useEffect)(() => {
    p({ x: r.s / 100, y: 1 - r.v / 100 });
  }, [r.s, r.v]);
  let g = (e, r) => {
      e.preventDefault();
      let i = Dt(r);
      t({ s: Math.round(i.x * 100), v: Math.round((1 - i.y) * 100) }),
        n({ s: Math.round(i.x * 100), v: Math.round((1 - i.y) * 100) });
    },
    _ = (e) => {
      switch (e.key) {
        case `ArrowUp`:
          g(e, { y: f.y - 0.05, x: f.x });
          break;
        case `ArrowDown`:
          g(e, { y: f.y + 0.05, x: f.x });
          break;
        case `ArrowRight`:
          g(e, { x: f.x + 0.05, y: f.y });
          break;
        case `ArrowLeft`:
          g(e, { x: f.x - 0.05, y: f.y });
      }
    };
  return (0, J.jsxs)(K, {
    ...d(`saturation`),
    ref: h,
    ...u,
    role: `slider`,
    'aria-label': i,
    'aria-valuenow': f.x,
    'aria-valuetext': ci(`rgba`, r),
    tabIndex: a ? 0 : -1,
    onKeyDown: _,
    children: [
      (0, J.jsx)(`div`, { ...d(`saturationOverlay`, { style: { backgroundColor: `hsl(${r.h}, 100%, 50%)` } }) }),
      (0, J.jsx)(`div`, {
        ...d(`saturationOverlay`, { style: { backgroundImage: `linear-gradient(90deg, #fff, transparent)` } }),
      }),
      (0, J.jsx)(`div`, {
        ...d(`saturationOverlay`, { style: { backgroundImage: `linear-gradient(0deg, #000, transparent)` } }),
      }),
      (0, J.jsx)(Xr, { position: f, ...d(`thumb`, { style: { backgroundColor: s } }) }),
    ],
  });
}
di.displayName = `@mantine/core/Saturation`;
function fi({
  className: e,
  datatype: t,
  setValue: n,
  onChangeEnd: r,
  size: i,
  focusable: a,
  data: o,
  swatchesPerRow: s,
  value: c,
  ...l
}) {
  let u = (0, q.use)(Yr),
    d = o.map((e, t) =>
      (0, q.createElement)(
        Nr,
        {
          ...u.getStyles(`swatch`),
          unstyled: u.unstyled,
          component: `button`,
          type: `button`,
          color: e,
          key: t,
          radius: `sm`,
          onClick: () => {
            n(e), r?.(e);
          },
          'aria-label': e,
          tabIndex: a ? 0 : -1,
          'data-swatch': !0,
        },
        c === e && (0, J.jsx)(oe, { size: `35%`, color: I(e) < 0.5 ? `white` : `black` }),
      ),
    );
  return (0, J.jsx)(K, { ...u.getStyles(`swatches`), ...l, children: d });
}
fi.displayName = `@mantine/core/Swatches`;
var pi = { swatchesPerRow: 7, withPicker: !0, focusable: !0, size: `md`, __staticSelector: `ColorPicker` },
  mi = a((e, { size: t, swatchesPerRow: n }) => ({
    wrapper: {
      '--cp-preview-size': et(t, `cp-preview-size`),
      '--cp-width': et(t, `cp-width`),
      '--cp-body-spacing': je(t),
      '--cp-swatch-size': `${100 / n}%`,
      '--cp-thumb-size': et(t, `cp-thumb-size`),
      '--cp-saturation-height': et(t, `cp-saturation-height`),
    },
  })),
  hi = W((e) => {
    let t = G(`ColorPicker`, pi, e),
      {
        classNames: n,
        className: r,
        style: i,
        styles: a,
        unstyled: o,
        vars: s,
        format: c = `hex`,
        value: u,
        defaultValue: d,
        onChange: f,
        onChangeEnd: p,
        withPicker: m,
        size: h,
        saturationLabel: g,
        hueLabel: _,
        alphaLabel: v,
        focusable: y,
        swatches: b,
        swatchesPerRow: x,
        fullWidth: S,
        onColorSwatchClick: C,
        __staticSelector: w,
        mod: T,
        attributes: E,
        name: D,
        hiddenInputProps: O,
        ...k
      } = t,
      A = l({
        name: w,
        props: t,
        classes: Zr,
        className: r,
        style: i,
        classNames: n,
        styles: a,
        unstyled: o,
        attributes: E,
        rootSelector: `wrapper`,
        vars: s,
        varsResolver: mi,
      }),
      j = (0, q.useRef)(c || `hex`),
      M = (0, q.useRef)(``),
      N = (0, q.useRef)(-1),
      P = (0, q.useRef)(!1),
      F = c === `hexa` || c === `rgba` || c === `hsla`,
      [I, L, R] = re({ value: u, defaultValue: d, finalValue: `#FFFFFF`, onChange: f }),
      [z, B] = (0, q.useState)(Jr(I)),
      V = () => {
        window.clearTimeout(N.current), (P.current = !0);
      },
      ee = () => {
        window.clearTimeout(N.current),
          (N.current = window.setTimeout(() => {
            P.current = !1;
          }, 200));
      },
      te = (e) => {
        B((t) => {
          let n = { ...t, ...e };
          return ((M.current = ci(j.current, n)), n);
        }),
          L(M.current);
      };
    return (
      ae(() => {
        typeof u == `string` && qr(u) && !P.current && B(Jr(u));
      }, [u]),
      ae(() => {
        (j.current = c || `hex`), L(ci(j.current, z));
      }, [c]),
      (0, J.jsx)(Yr, {
        value: { getStyles: A, unstyled: o },
        children: (0, J.jsxs)(K, {
          ...A(`wrapper`),
          size: h,
          mod: [{ 'full-width': S }, T],
          ...k,
          children: [
            D && (0, J.jsx)(`input`, { type: `hidden`, name: D, value: I, ...O }),
            m &&
              (0, J.jsxs)(J.Fragment, {
                children: [
                  (0, J.jsx)(di, {
                    value: z,
                    onChange: te,
                    onChangeEnd: ({ s: e, v: t }) => p?.(ci(j.current, { ...z, s: e, v: t })),
                    color: I,
                    size: h,
                    focusable: y,
                    saturationLabel: g,
                    onScrubStart: V,
                    onScrubEnd: ee,
                  }),
                  (0, J.jsxs)(`div`, {
                    ...A(`body`),
                    children: [
                      (0, J.jsxs)(`div`, {
                        ...A(`sliders`),
                        children: [
                          (0, J.jsx)(ui, {
                            value: z.h,
                            onChange: (e) => te({ h: e }),
                            onChangeEnd: (e) => p?.(ci(j.current, { ...z, h: e })),
                            size: h,
                            focusable: y,
                            'aria-label': _,
                            onScrubStart: V,
                            onScrubEnd: ee,
                          }),
                          F &&
                            (0, J.jsx)(ei, {
                              value: z.a,
                              onChange: (e) => te({ a: e }),
                              onChangeEnd: (e) => {
                                p?.(ci(j.current, { ...z, a: e }));
                              },
                              size: h,
                              color: ci(`hex`, z),
                              focusable: y,
                              'aria-label': v,
                              onScrubStart: V,
                              onScrubEnd: ee,
                            }),
                        ],
                      }),
                      F && (0, J.jsx)(Nr, { color: I, radius: `sm`, size: `var(--cp-preview-size)`, ...A(`preview`) }),
                    ],
                  }),
                ],
              }),
            Array.isArray(b) &&
              (0, J.jsx)(fi, {
                data: b,
                swatchesPerRow: x,
                focusable: y,
                setValue: L,
                value: I,
                onChangeEnd: (e) => {
                  let t = ci(c, Jr(e));
                  C?.(t), p?.(t), R || B(Jr(e));
                },
              }),
          ],
        }),
      })
    );
  });
(hi.classes = Zr), (hi.varsResolver = mi), (hi.displayName = `@mantine/core/ColorPicker`);
function gi({ style: e, ...t }) {
  return (0, J.jsxs)(`svg`, {
    xmlns: `http://www.w3.org/2000/svg`,
    style: { width: `var(--ci-eye-dropper-icon-size)`, height: `var(--ci-eye-dropper-icon-size)`, ...e },
    viewBox: `0 0 24 24`,
    strokeWidth: `1.5`,
    stroke: `currentColor`,
    fill: `none`,
    strokeLinecap: `round`,
    strokeLinejoin: `round`,
    ...t,
    children: [
      (0, J.jsx)(`path`, { stroke: `none`, d: `M0 0h24v24H0z`, fill: `none` }),
      (0, J.jsx)(`path`, { d: `M12 12m-9 0a9 9 0 1 0 18 0a9 9 0 1 0 -18 0` }),
      (0, J.jsx)(`path`, { d: `M12 3l0 4` }),
      (0, J.jsx)(`path`, { d: `M12 21l0 -3` }),
      (0, J.jsx)(`path`, { d: `M3 12l4 0` }),
      (0, J.jsx)(`path`, { d: `M21 12l-3 0` }),
      (0, J.jsx)(`path`, { d: `M12 12l0 .01` }),
    ],
  });
}
var _i = {
    eyeDropperIcon: `m_b077c2bc`,
    eyeDropperButton: `m_66a028b5`,
    colorPreview: `m_c5ccdcab`,
    dropdown: `m_5ece2cd7`,
  },
  vi = {
    format: `hex`,
    fixOnBlur: !0,
    withPreview: !0,
    swatchesPerRow: 7,
    withPicker: !0,
    popoverProps: { transitionProps: { transition: `fade`, duration: 0 } },
    withEyeDropper: !0,
    size: `sm`,
    leftSectionPointerEvents: `none`,
  },
  yi = a((e, { size: t }) => ({
    eyeDropperIcon: { '--ci-eye-dropper-icon-size': et(t, `ci-eye-dropper-icon-size`) },
    eyeDropperButton: { '--ci-button-size': et(t, `ci-button-size`) },
    colorPreview: { '--ci-preview-size': et(t, `ci-preview-size`) },
  })),
  bi = W((e) => {
    let t = G([`Input`, `InputWrapper`, `ColorInput`], vi, e),
      {
        classNames: n,
        styles: r,
        unstyled: i,
        disallowInput: a,
        fixOnBlur: o,
        popoverProps: s,
        withPreview: c,
        withEyeDropper: u,
        eyeDropperIcon: d,
        closeOnColorSwatchClick: f,
        eyeDropperButtonProps: p,
        value: m,
        defaultValue: h,
        onChange: g,
        onChangeEnd: _,
        onClick: v,
        onFocus: y,
        onBlur: b,
        inputProps: x,
        format: S = `hex`,
        wrapperProps: C,
        readOnly: w,
        withPicker: T,
        swatches: E,
        disabled: D,
        leftSection: O,
        rightSection: k,
        swatchesPerRow: j,
        fullWidth: M,
        ...N
      } = st(`ColorInput`, vi, e),
      P = l({
        name: `ColorInput`,
        props: t,
        classes: _i,
        classNames: n,
        styles: r,
        unstyled: i,
        rootSelector: `wrapper`,
        vars: t.vars,
        varsResolver: yi,
      }),
      { resolvedClassNames: F, resolvedStyles: I } = A({ classNames: n, styles: r, props: t }),
      [L, R] = (0, q.useState)(!1),
      [z, B] = (0, q.useState)(``),
      [V, ee] = re({ value: m, defaultValue: h, finalValue: ``, onChange: g }),
      { supported: te, open: ne } = Pt(),
      H = (0, J.jsx)(it, {
        ...p,
        ...P(`eyeDropperButton`, { className: p?.className, style: p?.style }),
        variant: `subtle`,
        color: `gray`,
        unstyled: i,
        onClick: () =>
          ne()
            .then((e) => {
              if (e?.sRGBHex) {
                let t = ci(S, Jr(e.sRGBHex));
                ee(t), _?.(t);
              }
            })
            .catch(() => {}),
        children: d || (0, J.jsx)(gi, { ...P(`eyeDropperIcon`) }),
      }),
      ie = (e) => {
        y?.(e), R(!0);
      },
      oe = (e) => {
        o && ee(z), b?.(e), R(!1);
      },
      se = (e) => {
        v?.(e), R(!0);
      };
    return (
      (0, q.useEffect)(() => {
        (qr(V) || V.trim() === ``) && B(V);
      }, [V]),
      ae(() => {
        qr(V) && ee(ci(S, Jr(V)));
      }, [S]),
      (0, J.jsx)(We.Wrapper, {
        ...C,
        classNames: F,
        styles: I,
        __staticSelector: `ColorInput`,
        children: (0, J.jsxs)(_e, {
          __staticSelector: `ColorInput`,
          position: `bottom-start`,
          offset: 5,
          opened: L,
          width: M ? `target` : void 0,
          ...s,
          classNames: F,
          styles: I,
          unstyled: i,
          withRoles: !1,
          disabled: w || (T === !1 && (!Array.isArray(E) || E.length === 0)),
          children: [
            (0, J.jsx)(_e.Target, {
              children: (0, J.jsx)(We, {
                autoComplete: `off`,
                ...N,
                ...x,
                classNames: F,
                styles: I,
                disabled: D,
                __staticSelector: `ColorInput`,
                onFocus: ie,
                onBlur: oe,
                onClick: se,
                spellCheck: !1,
                value: V,
                onChange: (e) => {
                  let t = e.currentTarget.value;
                  ee(t), qr(t) && _?.(ci(S, Jr(t)));
                },
                leftSection:
                  O ||
                  (c
                    ? (0, J.jsx)(Nr, {
                        color: qr(V) ? V : `#fff`,
                        size: `var(--ci-preview-size)`,
                        ...P(`colorPreview`),
                      })
                    : null),
                readOnly: a || w,
                pointer: a,
                unstyled: i,
                rightSection: k || (u && !D && !w && te ? H : null),
              }),
            }),
            (0, J.jsx)(_e.Dropdown, {
              onMouseDown: (e) => e.preventDefault(),
              className: _i.dropdown,
              children: (0, J.jsx)(hi, {
                __staticSelector: `ColorInput`,
                value: V,
                onChange: ee,
                onChangeEnd: _,
                format: S,
                swatches: E,
                swatchesPerRow: j,
                withPicker: T,
                size: x.size,
                focusable: !1,
                unstyled: i,
                styles: I,
                classNames: F,
                onColorSwatchClick: () => f && R(!1),
                attributes: C.attributes,
                fullWidth: M,
              }),
            }),
          ],
        }),
      })
    );
  });
(bi.classes = Se.classes), (bi.varsResolver = yi), (bi.displayName = `@mantine/core/ColorInput`);
var xi = { root: `m_7485cace` },
  Si = { strategy: `block` },
  Ci = a((e, { size: t, fluid: n }) => ({ root: { '--container-size': n ? void 0 : et(t, `container-size`) } })),
  wi = W((e) => {
    let t = G(`Container`, Si, e),
      {
        classNames: n,
        className: r,
        style: i,
        styles: a,
        unstyled: o,
        vars: s,
        fluid: c,
        mod: u,
        attributes: d,
        strategy: f,
        ...p
      } = t,
      m = l({
        name: `Container`,
        classes: xi,
        props: t,
        className: r,
        style: i,
        classNames: n,
        styles: a,
        unstyled: o,
        attributes: d,
        vars: s,
        varsResolver: Ci,
      });
    return (0, J.jsx)(K, { mod: [{ fluid: c, strategy: f }, u], ...m(`root`), ...p });
  });
(wi.classes = xi), (wi.varsResolver = Ci), (wi.displayName = `@mantine/core/Container`);
var Ti = { timeout: 1e3 };
function Ei(e) {
  let { children: t, timeout: n, value: r, ...i } = G(`CopyButton`, Ti, e),
    a = Ct({ timeout: n });
  return (0, J.jsx)(J.Fragment, { children: t({ copy: () => a.copy(r), copied: a.copied, ...i }) });
}
Ei.displayName = `@mantine/core/CopyButton`;
var Di = {
    root: `m_e9408a47`,
    'root--default': `m_84c9523a`,
    'root--filled': `m_ef274e49`,
    'root--unstyled': `m_eda993d3`,
    legend: `m_90794832`,
    'legend--unstyled': `m_74ca27fe`,
  },
  Oi = { variant: `default` },
  ki = a((e, { radius: t }) => ({ root: { '--fieldset-radius': t === void 0 ? void 0 : ot(t) } })),
  Ai = W((e) => {
    let t = G(`Fieldset`, Oi, e),
      {
        classNames: n,
        className: r,
        style: i,
        styles: a,
        unstyled: o,
        vars: s,
        legend: c,
        variant: u,
        children: d,
        attributes: f,
        ...p
      } = t,
      m = l({
        name: `Fieldset`,
        classes: Di,
        props: t,
        className: r,
        style: i,
        classNames: n,
        styles: a,
        unstyled: o,
        attributes: f,
        vars: s,
        varsResolver: ki,
      });
    return (0, J.jsxs)(K, {
      component: `fieldset`,
      variant: u,
      ...m(`root`, { variant: u }),
      ...p,
      children: [c && (0, J.jsx)(`legend`, { ...m(`legend`, { variant: u }), children: c }), d],
    });
  });
(Ai.classes = Di), (Ai.varsResolver = ki), (Ai.displayName = `@mantine/core/Fieldset`);
var ji = ht((e) => {
  let {
      onChange: t,
      children: n,
      multiple: r,
      accept: i,
      name: a,
      form: o,
      resetRef: s,
      disabled: c,
      capture: l,
      inputProps: u,
      ref: d,
      ...f
    } = G(`FileButton`, null, e),
    p = (0, q.useRef)(null),
    m = () => {
      !c && p.current?.click();
    };
  return (
    h(s, () => {
      p.current && (p.current.value = ``);
    }),
    (0, J.jsxs)(J.Fragment, {
      children: [
        (0, J.jsx)(`input`, {
          style: { display: `none` },
          type: `file`,
          accept: i,
          multiple: r,
          onChange: (e) => {
            if (e.currentTarget.files === null) return t(r ? [] : null);
            t(r ? Array.from(e.currentTarget.files) : e.currentTarget.files[0] || null);
          },
          ref: C(d, p),
          name: a,
          form: o,
          capture: l,
          ...u,
        }),
        n({ onClick: m, ...f }),
      ],
    })
  );
});
ji.displayName = `@mantine/core/FileButton`;
var Mi = {
    valueComponent: ({ value: e }) =>
      (0, J.jsx)(`div`, {
        style: { overflow: `hidden`, textOverflow: `ellipsis`, whiteSpace: `nowrap` },
        children: Array.isArray(e) ? e.map((e) => e.name).join(`, `) : e?.name,
      }),
    size: `sm`,
  },
  Ni = ht((e) => {
    let t = G([`Input`, `InputWrapper`, `FileInput`], Mi, e),
      {
        unstyled: n,
        vars: r,
        onChange: i,
        value: a,
        defaultValue: o,
        multiple: s,
        accept: c,
        name: l,
        form: u,
        valueComponent: d,
        clearable: f,
        clearSectionMode: p,
        clearButtonProps: m,
        readOnly: h,
        capture: g,
        fileInputProps: _,
        rightSection: v,
        size: y,
        placeholder: b,
        component: x,
        resetRef: S,
        classNames: w,
        styles: T,
        attributes: E,
        ...D
      } = t,
      O = (0, q.useRef)(null),
      { resolvedClassNames: k, resolvedStyles: j } = A({ classNames: w, styles: T, props: t }),
      [M, N] = re({ value: a, defaultValue: o, onChange: i, finalValue: s ? [] : null }),
      P = Array.isArray(M) ? M.length !== 0 : M !== null,
      F = (0, J.jsx)(qe, { ...m, variant: `subtle`, onClick: () => N(s ? [] : null), size: y, unstyled: n }),
      I = f && P && !h;
    return (
      (0, q.useEffect)(() => {
        ((Array.isArray(M) && M.length === 0) || M === null) && O.current?.();
      }, [M]),
      (0, J.jsx)(ji, {
        onChange: N,
        multiple: s,
        accept: c,
        name: l,
        form: u,
        resetRef: C(O, S),
        disabled: h,
        capture: g,
        inputProps: _,
        children: (e) =>
          (0, J.jsx)(Se, {
            component: x || `button`,
            rightSection: v,
            __clearSection: F,
            __clearable: I,
            __clearSectionMode: p,
            ...e,
            ...D,
            __staticSelector: `FileInput`,
            multiline: !0,
            type: `button`,
            pointer: !0,
            __stylesApiProps: t,
            unstyled: n,
            size: y,
            classNames: w,
            styles: T,
            attributes: E,
            children: P
              ? (0, J.jsx)(d, { value: M })
              : (0, J.jsx)(We.Placeholder, {
                  __staticSelector: `FileInput`,
                  classNames: k,
                  styles: j,
                  attributes: E,
                  children: b,
                }),
          }),
      })
    );
  });
(Ni.classes = Se.classes), (Ni.displayName = `@mantine/core/FileInput`);
var Pi = [
    `borderBottomWidth`,
    `borderLeftWidth`,
    `borderRightWidth`,
    `borderTopWidth`,
    `boxSizing`,
    `fontFamily`,
    `fontSize`,
    `fontStyle`,
    `fontWeight`,
    `letterSpacing`,
    `lineHeight`,
    `paddingBottom`,
    `paddingLeft`,
    `paddingRight`,
    `paddingTop`,
    `tabSize`,
    `textIndent`,
    `textRendering`,
    `textTransform`,
    `width`,
    `wordBreak`,
    `wordSpacing`,
    `scrollbarGutter`,
  ],
  Fi = {
    'min-height': `0`,
    'max-height': `none`,
    height: `0`,
    visibility: `hidden`,
    overflow: `hidden`,
    position: `absolute`,
    'z-index': `-1000`,
    top: `0`,
    right: `0`,
    display: `block`,
  };
function Ii(e) {
  Object.keys(Fi).forEach((t) => {
    e.style.setProperty(t, Fi[t], `important`);
  });
}
function Li(e) {
  let t = window.getComputedStyle(e);
  if (t === null) return null;
  let n = {};
  for (let e of Pi) n[e] = t[e];
  return n.boxSizing === ``
    ? null
    : {
        sizingStyle: n,
        paddingSize: parseFloat(n.paddingBottom) + parseFloat(n.paddingTop),
        borderSize: parseFloat(n.borderBottomWidth) + parseFloat(n.borderTopWidth),
      };
}
var Ri = null;
function zi(e, t, n = 1, r = 1 / 0) {
  Ri ||
    ((Ri = document.createElement(`textarea`)),
    Ri.setAttribute(`tabindex`, `-1`),
    Ri.setAttribute(`aria-hidden`, `true`),
    Ri.setAttribute(`aria-label`, `autosize measurement`),
    Ii(Ri)),
    Ri.parentNode === null && document.body.appendChild(Ri);
  let { paddingSize: i, borderSize: a, sizingStyle: o } = e,
    { boxSizing: s } = o;
  Object.keys(o).forEach((e) => {
    Ri.style[e] = o[e];
  }),
    Ii(Ri),
    (Ri.value = t);
  let c = s === `border-box` ? Ri.scrollHeight + a : Ri.scrollHeight - i;
  (Ri.value = t), (c = s === `border-box` ? Ri.scrollHeight + a : Ri.scrollHeight - i), (Ri.value = `x`);
  let l = Ri.scrollHeight - i,
    u = l * n;
  s === `border-box` && (u = u + i + a), (c = Math.max(u, c));
  let d = l * r;
  return (s === `border-box` && (d = d + i + a), (c = Math.min(d, c)), [c, l]);
}
function Bi({ maxRows: e, minRows: t, onChange: n, ref: r, ...i }) {
  let a = i.value !== void 0,
    o = (0, q.useRef)(null),
    s = C(o, r),
    c = (0, q.useRef)(0),
    l = (0, q.useRef)(0),
    u = () => {
      let n = o.current;
      if (!n) return;
      let r = Li(n);
      if (!r) return;
      let [i] = zi(r, n.value || n.placeholder || `x`, t, e);
      c.current !== i && ((c.current = i), n.style.setProperty(`height`, `${i}px`, `important`));
    },
    d = (0, q.useEffectEvent)(u),
    f = (e) => {
      a || u(), n?.(e);
    };
  return (
    (0, q.useLayoutEffect)(u),
    (0, q.useEffect)(() => {
      let e = () => u();
      return (window.addEventListener(`resize`, e), () => window.removeEventListener(`resize`, e));
    }, []),
    (0, q.useEffect)(() => {
      let e = o.current;
      if (!e || typeof ResizeObserver > `u`) return;
      l.current = e.offsetWidth;
      let t = 0,
        n = new ResizeObserver(() => {
          o.current &&
            o.current.offsetWidth !== l.current &&
            ((l.current = o.current.offsetWidth), cancelAnimationFrame(t), (t = requestAnimationFrame(d)));
        });
      return (
        n.observe(e),
        () => {
          cancelAnimationFrame(t), n.disconnect();
        }
      );
    }, []),
    (0, q.useEffect)(() => {
      let e = () => u();
      return (
        document.fonts.addEventListener(`loadingdone`, e), () => document.fonts.removeEventListener(`loadingdone`, e)
      );
    }, []),
    (0, q.useEffect)(() => {
      let e = (e) => {
        if (o.current?.form === e.target && !a) {
          let e = o.current.value;
          requestAnimationFrame(() => {
            o.current && e !== o.current.value && u();
          });
        }
      };
      return (document.body.addEventListener(`reset`, e), () => document.body.removeEventListener(`reset`, e));
    }, [a]),
    (0, J.jsx)(`textarea`, { rows: t, ...i, onChange: f, ref: s })
  );
}
var Vi = W((e) => {
  let {
      autosize: t,
      maxRows: n,
      minRows: r,
      __staticSelector: i,
      resize: a,
      bottomSection: o,
      bottomSectionProps: s,
      ...c
    } = G([`Input`, `InputWrapper`, `Textarea`], null, e),
    l = t && Rt() !== `test`,
    u = l ? { maxRows: n, minRows: r } : {};
  return (0, J.jsx)(Se, {
    component: l ? Bi : `textarea`,
    ...c,
    __staticSelector: i || `Textarea`,
    __bottomSection: o,
    __bottomSectionProps: s,
    multiline: !0,
    'data-no-overflow': (t && n === void 0) || void 0,
    __vars: { '--input-resize': a },
    ...u,
  });
});
(Vi.classes = Se.classes), (Vi.displayName = `@mantine/core/Textarea`);
var [Hi, Ui] = ge(`Modal component was not found in tree`),
  Wi = { root: `m_9df02822`, content: `m_54c44539`, inner: `m_1f958f16`, header: `m_d0e2b9cd` },
  Gi = W((e) => {
    let { classNames: t, className: n, style: r, styles: i, vars: a, ...o } = G(`ModalBody`, null, e),
      s = Ui();
    return (0, J.jsx)(Qt, { ...s.getStyles(`body`, { classNames: t, style: r, styles: i, className: n }), ...o });
  });
(Gi.classes = Wi), (Gi.displayName = `@mantine/core/ModalBody`);
var Ki = W((e) => {
  let { classNames: t, className: n, style: r, styles: i, vars: a, ...o } = G(`ModalCloseButton`, null, e),
    s = Ui();
  return (0, J.jsx)($t, { ...s.getStyles(`close`, { classNames: t, style: r, styles: i, className: n }), ...o });
});
(Ki.classes = Wi), (Ki.displayName = `@mantine/core/ModalCloseButton`);
var qi = W((e) => {
  let {
      classNames: t,
      className: n,
      style: r,
      styles: i,
      vars: a,
      children: o,
      __hidden: s,
      ...c
    } = G(`ModalContent`, null, e),
    l = Ui(),
    u = l.scrollAreaComponent || cn;
  return (0, J.jsx)(en, {
    ...l.getStyles(`content`, { className: n, style: r, styles: i, classNames: t }),
    innerProps: l.getStyles(`inner`, { className: n, style: r, styles: i, classNames: t }),
    'data-full-screen': l.fullScreen || void 0,
    'data-modal-content': !0,
    'data-hidden': s || void 0,
    ...c,
    children: (0, J.jsx)(u, {
      style: { maxHeight: l.fullScreen ? `100dvh` : `calc(100dvh - (${ye(l.yOffset)} * 2))` },
      children: o,
    }),
  });
});
(qi.classes = Wi), (qi.displayName = `@mantine/core/ModalContent`);
var Ji = W((e) => {
  let { classNames: t, className: n, style: r, styles: i, vars: a, ...o } = G(`ModalHeader`, null, e),
    s = Ui();
  return (0, J.jsx)(tn, { ...s.getStyles(`header`, { classNames: t, style: r, styles: i, className: n }), ...o });
});
(Ji.classes = Wi), (Ji.displayName = `@mantine/core/ModalHeader`);
var Yi = W((e) => {
  let { classNames: t, className: n, style: r, styles: i, vars: a, ...o } = G(`ModalOverlay`, null, e),
    s = Ui();
  return (0, J.jsx)(an, { ...s.getStyles(`overlay`, { classNames: t, style: r, styles: i, className: n }), ...o });
});
(Yi.classes = Wi), (Yi.displayName = `@mantine/core/ModalOverlay`);
var Xi = {
    __staticSelector: `Modal`,
    closeOnClickOutside: !0,
    withinPortal: !0,
    lockScroll: !0,
    trapFocus: !0,
    returnFocus: !0,
    closeOnEscape: !0,
    keepMounted: !1,
    zIndex: Ke(`modal`),
    transitionProps: { duration: 200, transition: `fade-down` },
    yOffset: `5dvh`,
  },
  Zi = a((e, { radius: t, size: n, yOffset: r, xOffset: i }) => ({
    root: {
      '--modal-radius': t === void 0 ? void 0 : ot(t),
      '--modal-size': et(n, `modal-size`),
      '--modal-y-offset': ye(r),
      '--modal-x-offset': ye(i),
    },
  })),
  Qi = W((e) => {
    let t = G(`ModalRoot`, Xi, e),
      {
        classNames: n,
        className: r,
        style: i,
        styles: a,
        unstyled: o,
        vars: s,
        yOffset: c,
        scrollAreaComponent: u,
        radius: d,
        fullScreen: f,
        centered: p,
        xOffset: m,
        __staticSelector: h,
        attributes: g,
        ..._
      } = t,
      v = l({
        name: h,
        classes: Wi,
        props: t,
        className: r,
        style: i,
        classNames: n,
        styles: a,
        unstyled: o,
        attributes: g,
        vars: s,
        varsResolver: Zi,
      });
    return (0, J.jsx)(Hi, {
      value: { yOffset: c, scrollAreaComponent: u, getStyles: v, fullScreen: f },
      children: (0, J.jsx)(Yt, {
        ...v(`root`),
        'data-full-screen': f || void 0,
        'data-centered': p || void 0,
        'data-offset-scrollbars': u === ke.Autosize || void 0,
        unstyled: o,
        ..._,
      }),
    });
  });
(Qi.classes = Wi), (Qi.varsResolver = Zi), (Qi.displayName = `@mantine/core/ModalRoot`);
var $i = (0, q.createContext)(null);
function ea({ children: e }) {
  let [t, n] = (0, q.useState)([]),
    [r, i] = (0, q.useState)(Ke(`modal`)),
    [a] = (0, q.useState)(() => new WeakSet());
  return (0, J.jsx)($i, {
    value: {
      stack: t,
      addModal: (e, t) => {
        n((t) => [...new Set([...t, e])]),
          i((e) => (typeof t == `number` && typeof e == `number` ? Math.max(e, t) : e));
      },
      removeModal: (e) => n((t) => t.filter((t) => t !== e)),
      getZIndex: (e) => `calc(${r} + ${t.indexOf(e)} + 1)`,
      currentId: t[t.length - 1],
      maxZIndex: r,
      handledEscapeEvents: a,
    },
    children: e,
  });
}
ea.displayName = `@mantine/core/ModalStack`;
var ta = W((e) => {
  let { classNames: t, className: n, style: r, styles: i, vars: a, ...o } = G(`ModalTitle`, null, e),
    s = Ui();
  return (0, J.jsx)(sn, { ...s.getStyles(`title`, { classNames: t, style: r, styles: i, className: n }), ...o });
});
(ta.classes = Wi), (ta.displayName = `@mantine/core/ModalTitle`);
var na = {
    closeOnClickOutside: !0,
    withinPortal: !0,
    lockScroll: !0,
    trapFocus: !0,
    returnFocus: !0,
    closeOnEscape: !0,
    keepMounted: !1,
    zIndex: Ke(`modal`),
    transitionProps: { duration: 200, transition: `fade-down` },
    withOverlay: !0,
    withCloseButton: !0,
  },
  ra = W((e) => {
    let {
        title: t,
        withOverlay: n,
        overlayProps: r,
        withCloseButton: i,
        closeButtonProps: a,
        children: o,
        radius: s,
        opened: c,
        stackId: l,
        zIndex: u,
        ...d
      } = G(`Modal`, na, e),
      f = (0, q.use)($i),
      p = !!t || i,
      m =
        f && l
          ? {
              closeOnEscape: f.currentId === l,
              trapFocus: f.currentId === l,
              zIndex: f.getZIndex(l),
              __handledEscapeEvents: f.handledEscapeEvents,
            }
          : {},
      h = n === !1 ? !1 : l && f ? f.currentId === l : c;
    return (
      (0, q.useEffect)(() => {
        f && l && (c ? f.addModal(l, u || Ke(`modal`)) : f.removeModal(l));
      }, [c, l, u]),
      (0, J.jsxs)(Qi, {
        radius: s,
        opened: c,
        zIndex: f && l ? f.getZIndex(l) : u,
        ...d,
        ...m,
        children: [
          n && (0, J.jsx)(Yi, { visible: h, transitionProps: f && l ? { duration: 0 } : void 0, ...r }),
          (0, J.jsxs)(qi, {
            radius: s,
            __hidden: f && l && c ? l !== f.currentId : !1,
            children: [
              p && (0, J.jsxs)(Ji, { children: [t && (0, J.jsx)(ta, { children: t }), i && (0, J.jsx)(Ki, { ...a })] }),
              (0, J.jsx)(Gi, { children: o }),
            ],
          }),
        ],
      })
    );
  });
(ra.classes = Wi),
  (ra.displayName = `@mantine/core/Modal`),
  (ra.Root = Qi),
  (ra.Overlay = Yi),
  (ra.Content = qi),
  (ra.Body = Gi),
  (ra.Header = Ji),
  (ra.Title = ta),
  (ra.CloseButton = Ki),
  (ra.Stack = ea);
var ia = (0, q.createContext)(null),
  aa = {
    root: `m_7cda1cd6`,
    'root--default': `m_44da308b`,
    'root--contrast': `m_e3a01f8`,
    label: `m_1e0e6180`,
    remove: `m_ae386778`,
    group: `m_1dcfd90b`,
  },
  oa = (0, q.createContext)(null),
  sa = a((e, { gap: t }, { size: n }) => ({ group: { '--pg-gap': t === void 0 ? et(n, `pg-gap`) : et(t) } })),
  ca = W((e) => {
    let t = G(`PillGroup`, null, e),
      {
        classNames: n,
        className: r,
        style: i,
        styles: a,
        unstyled: o,
        vars: s,
        size: c,
        disabled: u,
        attributes: d,
        ...f
      } = t,
      p = (0, q.use)(ia)?.size || c || void 0,
      m = l({
        name: `PillGroup`,
        classes: aa,
        props: t,
        className: r,
        style: i,
        classNames: n,
        styles: a,
        unstyled: o,
        attributes: d,
        vars: s,
        varsResolver: sa,
        stylesCtx: { size: p },
        rootSelector: `group`,
      });
    return (0, J.jsx)(oa, {
      value: { size: p, disabled: u },
      children: (0, J.jsx)(K, { size: p, ...m(`group`), ...f }),
    });
  });
(ca.classes = aa), (ca.varsResolver = sa), (ca.displayName = `@mantine/core/PillGroup`);
var la = { variant: `default` },
  ua = a((e, { radius: t }, { size: n }) => ({
    root: {
      '--pill-fz': et(n, `pill-fz`),
      '--pill-height': et(n, `pill-height`),
      '--pill-radius': t === void 0 ? void 0 : ot(t),
    },
  })),
  da = W((e) => {
    let t = G(`Pill`, la, e),
      {
        classNames: n,
        className: r,
        style: i,
        styles: a,
        unstyled: o,
        vars: s,
        variant: c,
        children: u,
        withRemoveButton: d,
        onRemove: f,
        removeButtonProps: p,
        radius: m,
        size: h,
        disabled: g,
        mod: _,
        attributes: v,
        ...y
      } = t,
      b = (0, q.use)(oa),
      x = (0, q.use)(ia),
      S = h || b?.size || void 0,
      C = x?.variant === `filled` ? `contrast` : c || `default`,
      w = l({
        name: `Pill`,
        classes: aa,
        props: t,
        className: r,
        style: i,
        classNames: n,
        styles: a,
        unstyled: o,
        attributes: v,
        vars: s,
        varsResolver: ua,
        stylesCtx: { size: S },
      });
    return (0, J.jsxs)(K, {
      component: `span`,
      variant: C,
      size: S,
      ...w(`root`, { variant: C }),
      mod: [{ 'with-remove': d && !g, disabled: g || b?.disabled }, _],
      ...y,
      children: [
        (0, J.jsx)(`span`, { ...w(`label`), children: u }),
        d &&
          (0, J.jsx)(qe, {
            variant: `transparent`,
            radius: m,
            tabIndex: -1,
            'aria-hidden': !0,
            unstyled: o,
            ...p,
            ...w(`remove`, { className: p?.className, style: p?.style }),
            onMouseDown: (e) => {
              e.preventDefault(), e.stopPropagation(), p?.onMouseDown?.(e);
            },
            onClick: (e) => {
              e.stopPropagation(), f?.(), p?.onClick?.(e);
            },
          }),
      ],
    });
  });
(da.classes = aa), (da.varsResolver = ua), (da.displayName = `@mantine/core/Pill`), (da.Group = ca);
var fa = { field: `m_45c4369d` },
  pa = { type: `visible` },
  ma = W((e) => {
    let t = G(`PillsInputField`, pa, e),
      {
        classNames: n,
        className: r,
        style: i,
        styles: a,
        unstyled: o,
        vars: s,
        type: c,
        disabled: u,
        id: d,
        pointer: f,
        mod: p,
        attributes: m,
        ref: h,
        ...g
      } = t,
      _ = (0, q.use)(ia),
      v = (0, q.use)(tt),
      y = l({
        name: `PillsInputField`,
        classes: fa,
        props: t,
        className: r,
        style: i,
        classNames: n,
        styles: a,
        unstyled: o,
        attributes: m,
        rootSelector: `field`,
      }),
      b = u || _?.disabled;
    return (0, J.jsx)(K, {
      component: `input`,
      ref: C(h, _?.fieldRef),
      'data-type': c,
      disabled: b,
      mod: [{ disabled: b, pointer: f }, p],
      ...y(`field`),
      ...g,
      id: v?.inputId || d,
      'aria-invalid': _?.hasError,
      'aria-describedby': v?.describedBy,
      type: `text`,
      onMouseDown: (e) => !f && e.stopPropagation(),
    });
  });
(ma.classes = fa), (ma.displayName = `@mantine/core/PillsInputField`);
var ha = { size: `sm` },
  ga = W((e) => {
    let {
        children: t,
        onMouseDown: n,
        onClick: r,
        size: i,
        disabled: a,
        __staticSelector: o,
        error: s,
        variant: c,
        ...l
      } = G([`Input`, `InputWrapper`, `PillsInput`], ha, e),
      u = (0, q.useRef)(null);
    return (0, J.jsx)(ia, {
      value: { fieldRef: u, size: i, disabled: a, hasError: !!s, variant: c },
      children: (0, J.jsx)(Se, {
        size: i,
        error: s,
        variant: c,
        component: `div`,
        'data-no-overflow': !0,
        onMouseDown: (e) => {
          e.preventDefault(), n?.(e), u.current?.focus();
        },
        onClick: (e) => {
          e.preventDefault(), e.currentTarget.closest(`fieldset`)?.disabled || (u.current?.focus(), r?.(e));
        },
        ...l,
        multiline: !0,
        disabled: a,
        __staticSelector: o || `PillsInput`,
        withAria: !1,
        children: t,
      }),
    });
  });
(ga.displayName = `@mantine/core/PillsInput`), (ga.classes = Se.classes), (ga.Field = ma);
function _a(e, t) {
  let n = t.trim().toLowerCase();
  if (n === ``) return;
  let r = Object.values(e).filter((e) => !e.disabled && e.label.trim().toLowerCase() === n);
  return r.length === 1 ? r[0] : void 0;
}
function va(e) {
  return typeof e == `string` ? e.trim().toLowerCase() : e;
}
function ya({ data: e, value: t }) {
  let n = t.map(va);
  return e.reduce(
    (e, t) => (
      _r(t)
        ? e.push({ group: t.group, items: t.items.filter((e) => n.indexOf(va(e.value)) === -1) })
        : n.indexOf(va(t.value)) === -1 && e.push(t),
      e
    ),
    [],
  );
}
var ba = { xs: 41, sm: 50, md: 60, lg: 72, xl: 89 },
  xa = {
    maxValues: 1 / 0,
    withCheckIcon: !0,
    checkIconPosition: `left`,
    hiddenInputValuesDivider: `,`,
    clearSearchOnChange: !0,
    openOnFocus: !0,
    size: `sm`,
  },
  Sa = ht((e) => {
    let t = G([`Input`, `InputWrapper`, `MultiSelect`], xa, e),
      {
        classNames: n,
        className: r,
        style: i,
        styles: a,
        unstyled: o,
        vars: s,
        size: c,
        value: u,
        defaultValue: d,
        onChange: f,
        onKeyDown: p,
        variant: m,
        data: h,
        dropdownOpened: g,
        defaultDropdownOpened: _,
        onDropdownOpen: v,
        onDropdownClose: y,
        selectFirstOptionOnChange: b,
        selectFirstOptionOnDropdownOpen: S,
        onOptionSubmit: C,
        comboboxProps: w,
        filter: T,
        limit: E,
        withScrollArea: D,
        maxDropdownHeight: O,
        floatingHeight: k,
        searchValue: j,
        defaultSearchValue: M,
        onSearchChange: N,
        readOnly: P,
        disabled: F,
        onFocus: I,
        onBlur: L,
        radius: R,
        rightSection: z,
        rightSectionWidth: B,
        rightSectionPointerEvents: V,
        rightSectionProps: ee,
        leftSection: te,
        leftSectionWidth: ne,
        leftSectionPointerEvents: H,
        leftSectionProps: ie,
        inputContainer: ae,
        inputWrapperOrder: oe,
        withAsterisk: se,
        labelProps: ce,
        descriptionProps: le,
        errorProps: ue,
        successProps: de,
        wrapperProps: fe,
        description: U,
        label: pe,
        error: me,
        success: W,
        maxValues: he,
        searchable: ge,
        nothingFoundMessage: _e,
        withCheckIcon: ve,
        withAlignedLabels: ye,
        checkIconPosition: be,
        hidePickedOptions: xe,
        withErrorStyles: Se,
        withSuccessStyles: Ce,
        name: we,
        form: Te,
        id: Ee,
        clearable: De,
        clearSectionMode: Oe,
        clearButtonProps: ke,
        hiddenInputProps: Ae,
        placeholder: je,
        hiddenInputValuesDivider: Me,
        required: Ne,
        mod: Pe,
        renderOption: Fe,
        renderPill: Ie,
        onRemove: Le,
        onClear: Re,
        onMaxValues: ze,
        scrollAreaProps: Be,
        chevronColor: Ve,
        attributes: He,
        clearSearchOnChange: Ue,
        openOnFocus: We,
        loading: Ge,
        loadingPosition: Ke,
        loaderProps: qe,
        withPillsReorder: Je,
        ...Ye
      } = t,
      Xe = x(Ee),
      Ze = Or({ id: Xe, label: pe, labelProps: ce, inputWrapperOrder: oe }),
      Qe = vn(h),
      $e = yn(Qe),
      et = (0, q.useRef)({}),
      tt = qn({
        opened: g,
        defaultOpened: _,
        onDropdownOpen: () => {
          v?.(), S && tt.selectFirstOption();
        },
        onDropdownClose: () => {
          y?.(), tt.resetSelectedOption();
        },
      }),
      {
        styleProps: nt,
        rest: { type: rt, autoComplete: it, ...at },
      } = pt(Ye),
      [ot, st] = re({ value: u, defaultValue: d, finalValue: [], onChange: f }),
      {
        getPillProps: ct,
        getListProps: lt,
        handleInputKeyDown: ut,
      } = Dr({ value: ot, onChange: st, enabled: Je && !F && !P }),
      [dt, K] = re({ value: j, defaultValue: M, finalValue: ``, onChange: N }),
      ft = (e) => {
        K(e), tt.resetSelectedOption();
      },
      mt = l({ name: `MultiSelect`, classes: {}, props: t, classNames: n, styles: a, unstyled: o, attributes: He }),
      { resolvedClassNames: ht, resolvedStyles: gt } = A({ props: t, styles: a, classNames: n }),
      _t = (e) => {
        p?.(e),
          e.defaultPrevented ||
            (e.key === ` ` && !ge && (e.preventDefault(), tt.toggleDropdown()),
            e.key === `Backspace` &&
              dt.length === 0 &&
              ot.length > 0 &&
              !e.nativeEvent.isComposing &&
              !P &&
              (Le?.(ot[ot.length - 1]), st(ot.slice(0, ot.length - 1))),
            ut(e));
      },
      vt = ot.map((e, t) => {
        let n = $e[`${e}`] || et.current[`${e}`],
          r = ct(t);
        return Ie
          ? (0, J.jsx)(
              q.Fragment,
              {
                children: Ie({
                  option: n,
                  value: e,
                  onRemove: () => {
                    st(ot.filter((t) => e !== t)), Le?.(e);
                  },
                  disabled: F,
                  reorderProps: r,
                }),
              },
              `${e}-${t}`,
            )
          : (0, J.jsx)(
              da,
              {
                withRemoveButton: !P && !$e[`${e}`]?.disabled,
                onRemove: () => {
                  st(ot.filter((t) => e !== t)), Le?.(e);
                },
                unstyled: o,
                disabled: F,
                ...mt(`pill`),
                ...r,
                children: n?.label || e,
              },
              `${e}-${t}`,
            );
      });
    (0, q.useEffect)(() => {
      b && tt.selectFirstOption();
    }, [b, dt]),
      (0, q.useEffect)(() => {
        ot.forEach((e) => {
          `${e}` in $e && (et.current[`${e}`] = $e[`${e}`]);
        });
      }, [$e, ot]);
    let yt = (0, J.jsx)(Xn.ClearButton, {
        ...ke,
        onClear: () => {
          Re?.(), st([]), ft(``);
        },
      }),
      bt = ya({ data: Qe, value: ot }),
      xt = De && ot.length > 0 && !F && !P,
      St = xt ? { paddingInlineEnd: ba[c] ?? ba.sm } : void 0;
    return (0, J.jsxs)(J.Fragment, {
      children: [
        (0, J.jsxs)(Xn, {
          store: tt,
          classNames: ht,
          styles: gt,
          unstyled: o,
          size: c,
          readOnly: P,
          __staticSelector: `MultiSelect`,
          attributes: He,
          floatingHeight: k,
          onOptionSubmit: (e) => {
            C?.(e),
              Ue && ft(``),
              tt.updateSelectedOptionIndex(`selected`),
              ot.includes($e[`${e}`].value)
                ? (st(ot.filter((t) => t !== $e[`${e}`].value)), Le?.($e[`${e}`].value))
                : ot.length < he
                  ? st([...ot, $e[`${e}`].value])
                  : ze?.();
          },
          ...w,
          children: [
            (0, J.jsx)(Xn.DropdownTarget, {
              children: (0, J.jsx)(ga, {
                ...nt,
                __staticSelector: `MultiSelect`,
                classNames: ht,
                styles: gt,
                unstyled: o,
                size: c,
                className: r,
                style: i,
                variant: m,
                disabled: F,
                radius: R,
                __defaultRightSection: (0, J.jsx)(Xn.Chevron, { size: c, error: me, unstyled: o, color: Ve }),
                __clearSection: yt,
                __clearable: xt,
                __clearSectionMode: Oe,
                rightSection: z,
                rightSectionPointerEvents: V || `none`,
                rightSectionWidth: B,
                rightSectionProps: ee,
                leftSection: te,
                leftSectionWidth: ne,
                leftSectionPointerEvents: H,
                leftSectionProps: ie,
                loading: Ge,
                loadingPosition: Ke,
                loaderProps: qe,
                inputContainer: ae,
                inputWrapperOrder: oe,
                withAsterisk: se,
                labelProps: ce,
                descriptionProps: le,
                errorProps: ue,
                successProps: de,
                wrapperProps: fe,
                description: U,
                label: pe,
                error: me,
                success: W,
                withErrorStyles: Se,
                withSuccessStyles: Ce,
                __stylesApiProps: { ...t, rightSectionPointerEvents: V || `none`, multiline: !0 },
                pointer: !ge,
                onClick: () => (ge ? tt.openDropdown() : tt.toggleDropdown()),
                'data-expanded': tt.dropdownOpened || void 0,
                id: Xe,
                required: Ne,
                mod: Pe,
                attributes: He,
                children: (0, J.jsxs)(da.Group, {
                  attributes: He,
                  disabled: F,
                  unstyled: o,
                  ...mt(`pillsList`, { style: St }),
                  ...lt(),
                  children: [
                    vt,
                    (0, J.jsx)(Xn.EventsTarget, {
                      autoComplete: it,
                      withExpandedAttribute: !0,
                      children: (0, J.jsx)(ga.Field, {
                        ...at,
                        id: Xe,
                        placeholder: je,
                        type: !ge && !je ? `hidden` : `visible`,
                        ...mt(`inputField`),
                        unstyled: o,
                        onFocus: (e) => {
                          I?.(e), We && ge && tt.openDropdown();
                        },
                        onBlur: (e) => {
                          L?.(e), tt.closeDropdown(), ft(``);
                        },
                        onKeyDown: _t,
                        value: dt,
                        onChange: (e) => {
                          if (kr(e)) {
                            if (!P) {
                              let t = _a($e, e.currentTarget.value);
                              t && !ot.includes(t.value) && ot.length < he && st([...ot, t.value]);
                            }
                          } else ft(e.currentTarget.value), ge && tt.openDropdown(), b && tt.selectFirstOption();
                        },
                        disabled: F,
                        readOnly: P || !ge,
                        pointer: !ge,
                      }),
                    }),
                  ],
                }),
              }),
            }),
            (0, J.jsx)(Cr, {
              data: xe ? bt : Qe,
              hidden: P || F,
              filter: T,
              search: dt,
              limit: E,
              hiddenWhenEmpty: !_e,
              withScrollArea: D,
              maxDropdownHeight: O,
              filterOptions: ge,
              value: ot,
              checkIconPosition: be,
              withCheckIcon: ve,
              withAlignedLabels: ye,
              nothingFoundMessage: _e,
              unstyled: o,
              labelId: Ze,
              'aria-label': Ze ? void 0 : Ye[`aria-label`],
              renderOption: Fe,
              scrollAreaProps: Be,
            }),
          ],
        }),
        (0, J.jsx)(Xn.HiddenInput, { name: we, valuesDivider: Me, value: ot, form: Te, disabled: F, ...Ae }),
      ],
    });
  });
(Sa.classes = { ...Se.classes, ...Xn.classes }), (Sa.displayName = `@mantine/core/MultiSelect`);
function Ca(e, t) {
  var n = {};
  for (var r in e) Object.prototype.hasOwnProperty.call(e, r) && t.indexOf(r) < 0 && (n[r] = e[r]);
  if (e != null && typeof Object.getOwnPropertySymbols == `function`)
    for (var i = 0, r = Object.getOwnPropertySymbols(e); i < r.length; i++)
      t.indexOf(r[i]) < 0 && Object.prototype.propertyIsEnumerable.call(e, r[i]) && (n[r[i]] = e[r[i]]);
  return n;
}
var wa;
(function (e) {
  (e.event = `event`), (e.props = `prop`);
})((wa ||= {}));
function Ta() {}
function Ea(e) {
  var t,
    n = void 0;
  return function () {
    for (var r = [], i = arguments.length; i--; ) r[i] = arguments[i];
    return (
      (t &&
        r.length === t.length &&
        r.every(function (e, n) {
          return e === t[n];
        })) ||
        ((t = r), (n = e.apply(void 0, r))),
      n
    );
  };
}
function Da(e) {
  return !!(e || ``).match(/\d/);
}
function Oa(e) {
  return e == null;
}
function ka(e) {
  return typeof e == `number` && isNaN(e);
}
function Aa(e) {
  return Oa(e) || ka(e) || (typeof e == `number` && !isFinite(e));
}
function ja(e) {
  return e.replace(/[-[\]/{}()*+?.\\^$|]/g, `\\$&`);
}
function Ma(e) {
  switch (e) {
    case `lakh`:
      return /(\d+?)(?=(\d\d)+(\d)(?!\d))(\.\d+)?/g;
    case `wan`:
      return /(\d)(?=(\d{4})+(?!\d))/g;
    default:
      return /(\d)(?=(\d{3})+(?!\d))/g;
  }
}
function Na(e, t, n) {
  var r = Ma(n),
    i = e.search(/[1-9]/);
  return ((i = i === -1 ? e.length : i), e.substring(0, i) + e.substring(i, e.length).replace(r, `$1` + t));
}
function Pa(e) {
  var t = (0, q.useRef)(e);
  return (
    (t.current = e),
    (0, q.useRef)(function () {
      for (var e = [], n = arguments.length; n--; ) e[n] = arguments[n];
      return t.current.apply(t, e);
    }).current
  );
}
function Fa(e, t) {
  t === void 0 && (t = !0);
  var n = e[0] === `-`,
    r = n && t;
  e = e.replace(`-`, ``);
  var i = e.split(`.`);
  return { beforeDecimal: i[0], afterDecimal: i[1] || ``, hasNegation: n, addNegation: r };
}
function Ia(e) {
  if (!e) return e;
  var t = e[0] === `-`;
  t && (e = e.substring(1, e.length));
  var n = e.split(`.`),
    r = n[0].replace(/^0+/, ``) || `0`,
    i = n[1] || ``;
  return (t ? `-` : ``) + r + (i ? `.` + i : ``);
}
function La(e, t, n) {
  for (var r = ``, i = n ? `0` : ``, a = 0; a <= t - 1; a++) r += e[a] || i;
  return r;
}
function Ra(e, t) {
  return Array(t + 1).join(e);
}
function za(e) {
  var t = e + ``,
    n = t[0] === `-` ? `-` : ``;
  n && (t = t.substring(1));
  var r = t.split(/[eE]/g),
    i = r[0],
    a = r[1];
  if (((a = Number(a)), !a)) return n + i;
  i = i.replace(`.`, ``);
  var o = 1 + a,
    s = i.length;
  return (
    o < 0
      ? (i = `0.` + Ra(`0`, Math.abs(o)) + i)
      : o >= s
        ? (i += Ra(`0`, o - s))
        : (i = (i.substring(0, o) || `0`) + `.` + i.substring(o)),
    n + i
  );
}
function Ba(e, t, n) {
  if ([``, `-`].indexOf(e) !== -1) return e;
  var r = (e.indexOf(`.`) !== -1 || n) && t,
    i = Fa(e),
    a = i.beforeDecimal,
    o = i.afterDecimal,
    s = i.hasNegation,
    c = parseFloat(`0.` + (o || `0`)),
    l = (o.length <= t ? `0.` + o : c.toFixed(t)).split(`.`),
    u = a;
  a &&
    Number(l[0]) &&
    (u = a
      .split(``)
      .reverse()
      .reduce(function (e, t, n) {
        return e.length > n ? (Number(e[0]) + Number(t)).toString() + e.substring(1, e.length) : t + e;
      }, l[0]));
  var d = La(l[1] || ``, t, n),
    f = s ? `-` : ``,
    p = r ? `.` : ``;
  return `` + f + u + p + d;
}
function Va(e, t) {
  if (((e.value = e.value), e !== null)) {
    if (e.createTextRange) {
      var n = e.createTextRange();
      return (n.move(`character`, t), n.select(), !0);
    }
    return e.selectionStart || e.selectionStart === 0 ? (e.focus(), e.setSelectionRange(t, t), !0) : (e.focus(), !1);
  }
}
var Ha = Ea(function (e, t) {
    for (var n = 0, r = 0, i = e.length, a = t.length; e[n] === t[n] && n < i; ) n++;
    for (; e[i - 1 - r] === t[a - 1 - r] && a - r > n && i - r > n; ) r++;
    return { from: { start: n, end: i - r }, to: { start: n, end: a - r } };
  }),
  Ua = function (e, t) {
    var n = Math.min(e.selectionStart, t);
    return { from: { start: n, end: e.selectionEnd }, to: { start: n, end: t } };
  };
function Wa(e, t, n) {
  return Math.min(Math.max(e, t), n);
}
function Ga(e) {
  return Math.max(e.selectionStart, e.selectionEnd);
}
function Ka() {
  return typeof navigator < `u` && !(navigator.platform && /iPhone|iPod/.test(navigator.platform));
}
function qa(e) {
  return { from: { start: 0, end: 0 }, to: { start: 0, end: e.length }, lastValue: `` };
}
function Ja(e) {
  var t = e.currentValue,
    n = e.formattedValue,
    r = e.currentValueIndex,
    i = e.formattedValueIndex;
  return t[r] === n[i];
}
function Ya(e, t, n, r, i, a, o) {
  o === void 0 && (o = Ja);
  var s = i.findIndex(function (e) {
      return e;
    }),
    c = e.slice(0, s);
  !t && !n.startsWith(c) && ((t = c), (n = c + n), (r += c.length));
  for (var l = n.length, u = e.length, d = {}, f = Array(l), p = 0; p < l; p++) {
    f[p] = -1;
    for (var m = 0, h = u; m < h; m++)
      if (
        o({ currentValue: n, lastValue: t, formattedValue: e, currentValueIndex: p, formattedValueIndex: m }) &&
        d[m] !== !0
      ) {
        (f[p] = m), (d[m] = !0);
        break;
      }
  }
  for (var g = r; g < l && (f[g] === -1 || !a(n[g])); ) g++;
  var _ = g === l || f[g] === -1 ? u : f[g];
  for (g = r - 1; g > 0 && f[g] === -1; ) g--;
  var v = g === -1 || f[g] === -1 ? 0 : f[g] + 1;
  return v > _ ? _ : r - v < _ - r ? v : _;
}
function Xa(e, t, n, r) {
  var i = e.length;
  if (((t = Wa(t, 0, i)), r === `left`)) {
    for (; t >= 0 && !n[t]; ) t--;
    t === -1 && (t = n.indexOf(!0));
  } else {
    for (; t <= i && !n[t]; ) t++;
    t > i && (t = n.lastIndexOf(!0));
  }
  return (t === -1 && (t = i), t);
}
function Za(e) {
  for (
    var t = Array.from({ length: e.length + 1 }).map(function () {
        return !0;
      }),
      n = 0,
      r = t.length;
    n < r;
    n++
  )
    t[n] = !!(Da(e[n]) || Da(e[n - 1]));
  return t;
}
function Qa(e, t, n, r, i, a) {
  a === void 0 && (a = Ta);
  var o = Pa(function (e, t) {
      var n, a;
      return (
        Aa(e)
          ? ((a = ``), (n = ``))
          : typeof e == `number` || t
            ? ((a = typeof e == `number` ? za(e) : e), (n = r(a)))
            : ((a = i(e, void 0)), (n = r(a))),
        { formattedValue: n, numAsString: a }
      );
    }),
    s = (0, q.useState)(function () {
      return o(Oa(e) ? t : e, n);
    }),
    c = s[0],
    l = s[1],
    u = Pa(function (e, t) {
      e.formattedValue !== c.formattedValue && l({ formattedValue: e.formattedValue, numAsString: e.value }), a(e, t);
    }),
    d = e,
    f = n;
  Oa(e) && ((d = c.numAsString), (f = !0));
  var p = o(d, f);
  return (
    (0, q.useMemo)(
      function () {
        l(p);
      },
      [p.formattedValue],
    ),
    (0, q.useEffect)(function () {
      if (!Oa(t) && Oa(e) && c.formattedValue !== ``) {
        var n = parseFloat(c.numAsString);
        u(
          { formattedValue: c.formattedValue, value: c.numAsString, floatValue: isNaN(n) ? void 0 : n },
          { event: void 0, source: wa.props },
        );
      }
    }, []),
    [c, u]
  );
}
function $a(e) {
  return e.replace(/[^0-9]/g, ``);
}
function eo(e) {
  return e;
}
function to(e) {
  var t = e.type;
  t === void 0 && (t = `text`);
  var n = e.displayType;
  n === void 0 && (n = `input`);
  var r = e.customInput,
    i = e.renderText,
    a = e.getInputRef,
    o = e.format;
  o === void 0 && (o = eo);
  var s = e.removeFormatting;
  s === void 0 && (s = $a);
  var c = e.defaultValue,
    l = e.valueIsNumericString,
    u = e.onValueChange,
    d = e.isAllowed,
    f = e.onChange;
  f === void 0 && (f = Ta);
  var p = e.onKeyDown;
  p === void 0 && (p = Ta);
  var m = e.onMouseUp;
  m === void 0 && (m = Ta);
  var h = e.onFocus;
  h === void 0 && (h = Ta);
  var g = e.onBlur;
  g === void 0 && (g = Ta);
  var _ = e.value,
    v = e.getCaretBoundary;
  v === void 0 && (v = Za);
  var y = e.isValidInputCharacter;
  y === void 0 && (y = Da);
  var b = e.isCharacterSame,
    x = Ca(e, [
      `type`,
      `displayType`,
      `customInput`,
      `renderText`,
      `getInputRef`,
      `format`,
      `removeFormatting`,
      `defaultValue`,
      `valueIsNumericString`,
      `onValueChange`,
      `isAllowed`,
      `onChange`,
      `onKeyDown`,
      `onMouseUp`,
      `onFocus`,
      `onBlur`,
      `value`,
      `getCaretBoundary`,
      `isValidInputCharacter`,
      `isCharacterSame`,
    ]),
    S = Qa(_, c, !!l, o, s, u),
    C = S[0],
    w = C.formattedValue,
    T = C.numAsString,
    E = S[1],
    D = (0, q.useRef)(),
    O = (0, q.useRef)({ formattedValue: w, numAsString: T }),
    k = function (e, t) {
      (O.current = { formattedValue: e.formattedValue, numAsString: e.value }), E(e, t);
    },
    A = (0, q.useState)(!1),
    j = A[0],
    M = A[1],
    N = (0, q.useRef)(null),
    P = (0, q.useRef)({ setCaretTimeout: null, focusTimeout: null });
  (0, q.useEffect)(function () {
    return (
      M(!0),
      function () {
        clearTimeout(P.current.setCaretTimeout), clearTimeout(P.current.focusTimeout);
      }
    );
  }, []);
  var F = o,
    I = function (e, t) {
      var n = parseFloat(t);
      return { formattedValue: e, value: t, floatValue: isNaN(n) ? void 0 : n };
    },
    L = function (e, t, n) {
      (e.selectionStart !== 0 || e.selectionEnd !== e.value.length) &&
        (Va(e, t),
        (P.current.setCaretTimeout = setTimeout(function () {
          e.value === n && e.selectionStart !== t && Va(e, t);
        }, 0)));
    },
    R = function (e, t, n) {
      return Xa(e, t, v(e), n);
    },
    z = function (e, t, n) {
      var r = v(t),
        i = Ya(t, w, e, n, r, y, b);
      return ((i = Xa(t, i, r)), i);
    },
    B = function (e) {
      var t = e.formattedValue;
      t === void 0 && (t = ``);
      var n = e.input,
        r = e.source,
        i = e.event,
        a = e.numAsString,
        o;
      if (n) {
        var s = e.inputValue || n.value,
          c = Ga(n);
        (n.value = t), (o = z(s, t, c)), o !== void 0 && L(n, o, t);
      }
      t !== w && k(I(t, a), { event: i, source: r });
    };
  (0, q.useEffect)(
    function () {
      var e = O.current,
        t = e.formattedValue,
        n = e.numAsString;
      (w !== t || T !== n) && k(I(w, T), { event: void 0, source: wa.props });
    },
    [w, T],
  );
  var V = N.current ? Ga(N.current) : void 0;
  (typeof window < `u` ? q.useLayoutEffect : q.useEffect)(
    function () {
      var e = N.current;
      if (w !== O.current.formattedValue && e) {
        var t = z(O.current.formattedValue, w, V);
        (e.value = w), L(e, t, w);
      }
    },
    [w],
  );
  var ee = function (e, t, n) {
      var r = t.target,
        i = D.current ? Ua(D.current, r.selectionEnd) : Ha(w, e),
        a = Object.assign(Object.assign({}, i), { lastValue: w }),
        o = s(e, a),
        c = F(o);
      if (((o = s(c, void 0)), d && !d(I(c, o)))) {
        var l = t.target,
          u = z(e, w, Ga(l));
        return ((l.value = w), L(l, u, w), !1);
      }
      return (B({ formattedValue: c, numAsString: o, inputValue: e, event: t, source: n, input: t.target }), !0);
    },
    te = function (e, t) {
      t === void 0 && (t = 0), (D.current = { selectionStart: e.selectionStart, selectionEnd: e.selectionEnd + t });
    },
    ne = function (e) {
      ee(e.target.value, e, wa.event) && f(e), (D.current = void 0);
    },
    H = function (e) {
      var t = e.target,
        n = e.key,
        r = t.selectionStart,
        i = t.selectionEnd,
        a = t.value;
      a === void 0 && (a = ``);
      var o;
      n === `ArrowLeft` || n === `Backspace`
        ? (o = Math.max(r - 1, 0))
        : n === `ArrowRight`
          ? (o = Math.min(r + 1, a.length))
          : n === `Delete` && (o = r);
      var s = 0;
      n === `Delete` && r === i && (s = 1);
      var c = n === `ArrowLeft` || n === `ArrowRight`;
      if (o === void 0 || (r !== i && !c)) p(e), te(t, s);
      else {
        var l = o;
        c
          ? ((l = R(a, o, n === `ArrowLeft` ? `left` : `right`)), l !== o && e.preventDefault())
          : n === `Delete` && !y(a[o])
            ? (l = R(a, o, `right`))
            : n === `Backspace` && !y(a[o]) && (l = R(a, o, `left`)),
          l !== o && L(t, l, a),
          p(e),
          te(t, s);
      }
    },
    re = function (e) {
      var t = e.target,
        n = function () {
          var e = t.selectionStart,
            n = t.selectionEnd,
            r = t.value;
          if ((r === void 0 && (r = ``), e === n)) {
            var i = R(r, e);
            i !== e && L(t, i, r);
          }
        };
      n(),
        requestAnimationFrame(function () {
          n();
        }),
        m(e),
        te(t);
    },
    ie = function (e) {
      e.persist && e.persist();
      var t = e.target,
        n = e.currentTarget;
      (N.current = t),
        (P.current.focusTimeout = setTimeout(function () {
          var r = t.selectionStart,
            i = t.selectionEnd,
            a = t.value;
          a === void 0 && (a = ``);
          var o = R(a, r);
          o !== r && (r !== 0 || i !== a.length) && L(t, o, a),
            h(Object.assign(Object.assign({}, e), { currentTarget: n }));
        }, 0));
    },
    ae = function (e) {
      (N.current = null), clearTimeout(P.current.focusTimeout), clearTimeout(P.current.setCaretTimeout), g(e);
    },
    oe = j && Ka() ? `numeric` : void 0,
    se = Object.assign({ inputMode: oe }, x, {
      type: t,
      value: w,
      onChange: ne,
      onKeyDown: H,
      onMouseUp: re,
      onFocus: ie,
      onBlur: ae,
    });
  if (n === `text`)
    return i
      ? q.createElement(q.Fragment, null, i(w, x) || null)
      : q.createElement(`span`, Object.assign({}, x, { ref: a }), w);
  if (r) {
    var ce = r;
    return q.createElement(ce, Object.assign({}, se, { ref: a }));
  }
  return q.createElement(`input`, Object.assign({}, se, { ref: a }));
}
function no(e, t) {
  var n = t.decimalScale,
    r = t.fixedDecimalScale,
    i = t.prefix;
  i === void 0 && (i = ``);
  var a = t.suffix;
  a === void 0 && (a = ``);
  var o = t.allowNegative,
    s = t.thousandsGroupStyle;
  if ((s === void 0 && (s = `thousand`), e === `` || e === `-`)) return e;
  var c = ro(t),
    l = c.thousandSeparator,
    u = c.decimalSeparator,
    d = (n !== 0 && e.indexOf(`.`) !== -1) || (n && r),
    f = Fa(e, o),
    p = f.beforeDecimal,
    m = f.afterDecimal,
    h = f.addNegation;
  return (
    n !== void 0 && (m = La(m, n, !!r)),
    l && (p = Na(p, l, s)),
    i && (p = i + p),
    a && (m += a),
    h && (p = `-` + p),
    (e = p + ((d && u) || ``) + m),
    e
  );
}
function ro(e) {
  var t = e.decimalSeparator;
  t === void 0 && (t = `.`);
  var n = e.thousandSeparator,
    r = e.allowedDecimalSeparators;
  return (
    n === !0 && (n = `,`), (r ||= [t, `.`]), { decimalSeparator: t, thousandSeparator: n, allowedDecimalSeparators: r }
  );
}
function io(e, t) {
  e === void 0 && (e = ``);
  var n = RegExp(`(-)`),
    r = RegExp(`(-)(.)*(-)`),
    i = n.test(e),
    a = r.test(e);
  return ((e = e.replace(/-/g, ``)), i && !a && t && (e = `-` + e), e);
}
function ao(e, t) {
  return RegExp(`(^-)|[0-9]|` + ja(e), t ? `g` : void 0);
}
function oo(e, t, n) {
  return e === `` || (!t?.match(/\d/) && !n?.match(/\d/) && typeof e == `string` && !isNaN(Number(e)));
}
function so(e, t, n) {
  var r;
  t === void 0 && (t = qa(e));
  var i = n.allowNegative,
    a = n.prefix;
  a === void 0 && (a = ``);
  var o = n.suffix;
  o === void 0 && (o = ``);
  var s = n.decimalScale,
    c = t.from,
    l = t.to,
    u = l.start,
    d = l.end,
    f = ro(n),
    p = f.allowedDecimalSeparators,
    m = f.decimalSeparator,
    h = e[d] === m;
  if (Da(e) && (e === a || e === o) && t.lastValue === ``) return e;
  if (d - u === 1 && p.indexOf(e[u]) !== -1) {
    var g = s === 0 ? `` : m;
    e = e.substring(0, u) + g + e.substring(u + 1, e.length);
  }
  var _ = function (e, t, n) {
      var r = !1,
        i = !1;
      a.startsWith(`-`)
        ? (r = !1)
        : e.startsWith(`--`)
          ? ((r = !1), (i = !0))
          : o.startsWith(`-`) && e.length === o.length
            ? (r = !1)
            : e[0] === `-` && (r = !0);
      var s = +!!r;
      return (
        i && (s = 2), s && ((e = e.substring(s)), (t -= s), (n -= s)), { value: e, start: t, end: n, hasNegation: r }
      );
    },
    v = _(e, u, d),
    y = v.hasNegation;
  (r = v), (e = r.value), (u = r.start), (d = r.end);
  var b = _(t.lastValue, c.start, c.end),
    x = b.start,
    S = b.end,
    C = b.value,
    w = e.substring(u, d);
  e.length && C.length && (x > C.length - o.length || S < a.length) && !(w && o.startsWith(w)) && (e = C);
  var T = 0;
  e.startsWith(a) ? (T += a.length) : u < a.length && (T = u), (e = e.substring(T)), (d -= T);
  var E = e.length,
    D = e.length - o.length;
  e.endsWith(o) ? (E = D) : (d > D || d > e.length - o.length) && (E = d),
    (e = e.substring(0, E)),
    (e = io(y ? `-` + e : e, i)),
    (e = (e.match(ao(m, !0)) || []).join(``));
  var O = e.indexOf(m);
  e = e.replace(new RegExp(ja(m), `g`), function (e, t) {
    return t === O ? `.` : ``;
  });
  var k = Fa(e, i),
    A = k.beforeDecimal,
    j = k.afterDecimal,
    M = k.addNegation;
  return (l.end - l.start < c.end - c.start && A === `` && h && !parseFloat(j) && (e = M ? `-` : ``), e);
}
function co(e, t) {
  var n = t.prefix;
  n === void 0 && (n = ``);
  var r = t.suffix;
  r === void 0 && (r = ``);
  var i = Array.from({ length: e.length + 1 }).map(function () {
      return !0;
    }),
    a = e[0] === `-`;
  i.fill(!1, 0, Math.min(n.length + +!!a, e.length));
  var o = e.length;
  return (i.fill(!1, o - r.length + 1, o + 1), i);
}
function lo(e) {
  var t = ro(e),
    n = t.thousandSeparator,
    r = t.decimalSeparator,
    i = e.prefix;
  i === void 0 && (i = ``);
  var a = e.allowNegative;
  if ((a === void 0 && (a = !0), n === r))
    throw Error(
      `
        Decimal separator can't be same as thousand separator.
        thousandSeparator: ` +
        n +
        ` (thousandSeparator = {true} is same as thousandSeparator = ",")
        decimalSeparator: ` +
        r +
        ` (default value for decimalSeparator is .)
     `,
    );
  return (
    i.startsWith(`-`) &&
      a &&
      (console.error(
        `
      Prefix can't start with '-' when allowNegative is true.
      prefix: ` +
          i +
          `
      allowNegative: ` +
          a +
          `
    `,
      ),
      (a = !1)),
    Object.assign(Object.assign({}, e), { allowNegative: a })
  );
}
function uo(e) {
  (e = lo(e)), e.decimalSeparator, e.allowedDecimalSeparators, e.thousandsGroupStyle;
  var t = e.suffix,
    n = e.allowNegative,
    r = e.allowLeadingZeros,
    i = e.onKeyDown;
  i === void 0 && (i = Ta);
  var a = e.onBlur;
  a === void 0 && (a = Ta);
  var o = e.thousandSeparator,
    s = e.decimalScale,
    c = e.fixedDecimalScale,
    l = e.prefix;
  l === void 0 && (l = ``);
  var u = e.defaultValue,
    d = e.value,
    f = e.valueIsNumericString,
    p = e.onValueChange,
    m = Ca(e, [
      `decimalSeparator`,
      `allowedDecimalSeparators`,
      `thousandsGroupStyle`,
      `suffix`,
      `allowNegative`,
      `allowLeadingZeros`,
      `onKeyDown`,
      `onBlur`,
      `thousandSeparator`,
      `decimalScale`,
      `fixedDecimalScale`,
      `prefix`,
      `defaultValue`,
      `value`,
      `valueIsNumericString`,
      `onValueChange`,
    ]),
    h = ro(e),
    g = h.decimalSeparator,
    _ = h.allowedDecimalSeparators,
    v = function (t) {
      return no(t, e);
    },
    y = function (t, n) {
      return so(t, n, e);
    },
    b = Oa(d) ? u : d,
    x = f ?? oo(b, l, t);
  Oa(d) ? Oa(u) || (x ||= typeof u == `number`) : (x ||= typeof d == `number`);
  var S = function (e) {
      return Aa(e) ? e : (typeof e == `number` && (e = za(e)), x && typeof s == `number` ? Ba(e, s, !!c) : e);
    },
    C = Qa(S(d), S(u), !!x, v, y, p),
    w = C[0],
    T = w.numAsString,
    E = w.formattedValue,
    D = C[1];
  return Object.assign(Object.assign({}, m), {
    value: E,
    valueIsNumericString: !1,
    isValidInputCharacter: function (e) {
      return e === g || Da(e);
    },
    isCharacterSame: function (e) {
      var t = e.currentValue,
        n = e.lastValue,
        r = e.formattedValue,
        i = e.currentValueIndex,
        a = e.formattedValueIndex,
        o = t[i],
        u = r[a],
        f = Ha(n, t).to,
        p = function (e) {
          return y(e).indexOf(`.`) + l.length;
        };
      return d === 0 && c && s && t[f.start] === g && p(t) < i && p(r) > a
        ? !1
        : i >= f.start && i < f.end && _ && _.includes(o) && u === g
          ? !0
          : o === u;
    },
    onValueChange: D,
    format: v,
    removeFormatting: y,
    getCaretBoundary: function (t) {
      return co(t, e);
    },
    onKeyDown: function (e) {
      var t = e.target,
        r = e.key,
        a = t.selectionStart,
        u = t.selectionEnd,
        d = t.value;
      if ((d === void 0 && (d = ``), (r === `Backspace` || r === `Delete`) && u < l.length && d !== `-`))
        e.preventDefault();
      else if (a !== u) i(e);
      else {
        r === `Backspace` && d[0] === `-` && a === l.length + 1 && n && Va(t, 1),
          s &&
            c &&
            (r === `Backspace` && d[a - 1] === g
              ? (Va(t, a - 1), e.preventDefault())
              : r === `Delete` && d[a] === g && e.preventDefault()),
          _?.includes(r) && d[a] === g && Va(t, a + 1);
        var f = o === !0 ? `,` : o;
        r === `Backspace` && d[a - 1] === f && Va(t, a - 1), r === `Delete` && d[a] === f && Va(t, a + 1), i(e);
      }
    },
    onBlur: function (t) {
      var n = T;
      n.match(/\d/g) || (n = ``),
        r || (n = Ia(n)),
        c && s && (n = Ba(n, s, c)),
        n !== T && D({ formattedValue: no(n, e), value: n, floatValue: parseFloat(n) }, { event: t, source: wa.event }),
        a(t);
    },
  });
}
function fo(e) {
  var t = uo(e);
  return q.createElement(to, Object.assign({}, t));
}
function po(e, t) {
  return /\d/.test(e) || e === t;
}
function mo(e, t, n, r) {
  let i = 0;
  for (let n = 0; n < t && n < e.length; n += 1) po(e[n], r) && (i += 1);
  if (i === 0) return Math.min(t, n.length);
  for (let e = 0; e < n.length; e += 1) if (po(n[e], r) && (--i, i === 0)) return e + 1;
  return n.length;
}
function ho(e, t) {
  let n = 0;
  for (; t + n < e.length && /\d/.test(e[t + n]); ) n += 1;
  return n;
}
function go(e, { decimalSeparator: t, thousandSeparator: n, allowedDecimalSeparators: r, thousandsGroupStyle: i }) {
  let a = new Set([...r, t].filter((e) => e.length === 1)),
    o = e.split(``),
    s = o.reduce((e, t, n) => (a.has(t) && e.push(n), e), []);
  if (s.length === 0) return e;
  let c = s[s.length - 1],
    l = o[c],
    u = s.filter((e) => o[e] === l).length,
    d = i === `wan` ? 4 : 3,
    f = -1;
  return (
    u === 1 && (f = l === t ? c : l === n && ho(e, c + 1) === d ? -1 : c),
    o.map((e, r) => (r === f ? t : a.has(e) && e !== n ? `` : e)).join(``)
  );
}
function _o({ direction: e, style: t, ...n }) {
  return (0, J.jsx)(`svg`, {
    style: {
      width: `var(--ni-chevron-size)`,
      height: `var(--ni-chevron-size)`,
      transform: e === `up` ? `rotate(180deg)` : void 0,
      ...t,
    },
    viewBox: `0 0 15 15`,
    fill: `none`,
    xmlns: `http://www.w3.org/2000/svg`,
    ...n,
    children: (0, J.jsx)(`path`, {
      d: `M3.13523 6.15803C3.3241 5.95657 3.64052 5.94637 3.84197 6.13523L7.5 9.56464L11.158 6.13523C11.3595 5.94637 11.6759 5.95657 11.8648 6.15803C12.0536 6.35949 12.0434 6.67591 11.842 6.86477L7.84197 10.6148C7.64964 10.7951 7.35036 10.7951 7.15803 10.6148L3.15803 6.86477C2.95657 6.67591 2.94637 6.35949 3.13523 6.15803Z`,
      fill: `currentColor`,
      fillRule: `evenodd`,
      clipRule: `evenodd`,
    }),
  });
}
var vo = { root: `m_e2f5cd4e`, controls: `m_95e17d22`, control: `m_80b4b171` },
  yo = /^(0\.0*|-0(\.0*)?)$/,
  bo = /^-?0\d+(\.\d+)?\.?$/,
  xo = /\.\d*0$/,
  So = /^-?\d+\.$/;
function Co(e) {
  return typeof e == `string` && e !== `` && !Number.isNaN(Number(e));
}
function wo(e) {
  return typeof e == `bigint`;
}
function To(e) {
  return typeof e == `number` ? e < 2 ** 53 - 1 : e === `` || (Co(e) && Number(e) < 2 ** 53 - 1);
}
function Eo(e, t) {
  return e === `` || e === `-` || (!t && e.startsWith(`-`)) ? !1 : /^-?\d+$/.test(e);
}
function Do(e, t) {
  return typeof e == `bigint` || e === `` || Eo(e, t);
}
function Oo(e) {
  if (!/^-?\d+$/.test(e)) return null;
  try {
    return BigInt(e);
  } catch {
    return null;
  }
}
function ko(e) {
  if (typeof e == `bigint`) return e;
  if (typeof e == `number` && Number.isFinite(e) && Number.isInteger(e)) return BigInt(e);
}
function Ao(e, t, n) {
  return t !== void 0 && e < t ? t : n !== void 0 && e > n ? n : e;
}
function jo(e) {
  return e.toString().replace(`.`, ``).length;
}
function Mo(e, t) {
  return (
    (typeof e == `number` ? e < 2 ** 53 - 1 : !Number.isNaN(Number(e))) && !Number.isNaN(e) && jo(t) < 14 && t !== ``
  );
}
function No(e, t, n) {
  return e === void 0 || ((t === void 0 || e >= t) && (n === void 0 || e <= n));
}
var Po = {
    size: `sm`,
    step: 1,
    clampBehavior: `blur`,
    allowDecimal: !0,
    allowNegative: !0,
    withKeyboardEvents: !0,
    allowLeadingZeros: !0,
    trimLeadingZeroesOnBlur: !0,
    startValue: 0,
    allowedDecimalSeparators: [`.`, `,`],
  },
  Fo = a((e, { size: t }) => ({ controls: { '--ni-chevron-size': et(t, `ni-chevron-size`) } }));
function Io(e, t) {
  return t ? `${e}.` : e;
}
function Lo(e, t) {
  let n = So.test(e),
    r = t.trim ? e.replace(/^0+(?=\d)/, ``) : e,
    i = parseFloat(r);
  if (Number.isNaN(i)) return r;
  if (!t.clamp) return t.trim ? Io(i, n) : e;
  let a = i > 2 ** 53 - 1 && t.max !== void 0 ? t.max : xt(i, t.min, t.max);
  return !t.trim && a === i ? e : Io(a, n);
}
function Ro(e, t) {
  if (e === `` || e === `-`) return e;
  let n = Oo(e);
  return n === null ? e : t.clampBehavior === `blur` ? Ao(n, t.min, t.max) : n;
}
var zo = ht((e) => {
  let t = G([`Input`, `InputWrapper`, `NumberInput`], Po, e),
    {
      className: n,
      classNames: r,
      styles: i,
      unstyled: a,
      vars: o,
      onChange: s,
      onValueChange: c,
      value: u,
      defaultValue: d,
      max: f,
      min: p,
      step: m,
      hideControls: g,
      rightSection: _,
      isAllowed: v,
      clampBehavior: y,
      onBlur: b,
      allowDecimal: x,
      decimalScale: S,
      onKeyDown: w,
      onKeyDownCapture: T,
      handlersRef: E,
      startValue: D,
      disabled: O,
      rightSectionPointerEvents: k,
      allowNegative: j,
      readOnly: M,
      size: N,
      inputMode: P,
      rightSectionWidth: F,
      stepHoldInterval: I,
      stepHoldDelay: L,
      allowLeadingZeros: R,
      withKeyboardEvents: z,
      trimLeadingZeroesOnBlur: B,
      allowedDecimalSeparators: V,
      selectAllOnFocus: ee,
      onMinReached: te,
      onMaxReached: ne,
      onFocus: H,
      attributes: ie,
      ref: ae,
      ...oe
    } = t,
    se = j ?? !0,
    ce = R ?? !0,
    le = l({
      name: `NumberInput`,
      classes: vo,
      props: t,
      classNames: r,
      styles: i,
      unstyled: a,
      attributes: ie,
      vars: o,
      varsResolver: Fo,
    }),
    { resolvedClassNames: ue, resolvedStyles: de } = A({ classNames: r, styles: i, props: t }),
    fe = (0, q.useRef)(wo(u) || wo(d) ? `bigint` : `number`);
  wo(u) ? (fe.current = `bigint`) : typeof u == `number` && (fe.current = `number`);
  let pe = fe.current === `bigint`,
    [me, W] = re({ value: u, defaultValue: d, finalValue: ``, onChange: s }),
    he = L !== void 0 && I !== void 0,
    ge = (0, q.useRef)(null),
    _e = (0, q.useRef)(null),
    ve = (0, q.useRef)(0),
    ye = typeof p == `number` ? p : void 0,
    be = typeof f == `number` ? f : void 0,
    xe = typeof m == `number` ? m : Po.step,
    Ce = typeof D == `number` ? D : Po.startValue,
    we = ko(p),
    Te = ko(f),
    Ee = ko(m) ?? BigInt(1),
    De = ko(D) ?? BigInt(0),
    Oe = (e) => (!Eo(e, se) || (ce && bo.test(e)) ? e : (Oo(e) ?? e)),
    ke = (e) => {
      let t = Number(e);
      return Number.isSafeInteger(t) ? t : void 0;
    },
    Ae = (e, t) => {
      t.source === `event` &&
        W(
          pe
            ? Oe(e.value)
            : Mo(e.floatValue, e.value) &&
                !yo.test(e.value) &&
                !(ce && bo.test(e.value)) &&
                !xo.test(e.value) &&
                !So.test(e.value)
              ? e.floatValue
              : e.value,
        ),
        c?.(e, t);
    },
    je = (e) => {
      let t = String(e).match(/(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/);
      return t ? Math.max(0, (t[1] ? t[1].length : 0) - (t[2] ? +t[2] : 0)) : 0;
    },
    Me = (e) => {
      ge.current && e !== void 0 && ge.current.setSelectionRange(e, e);
    },
    Ne = (0, q.useRef)(U);
  Ne.current = () => {
    if (pe) {
      if (!Do(me, se)) return;
      let e,
        t = me;
      if (typeof t == `bigint`) {
        let n = t + Ee;
        Te !== void 0 && n > Te && ne?.(), (e = Te !== void 0 && n > Te ? Te : n);
      } else if (typeof t == `string` && t !== ``) {
        let n = Oo(t);
        if (n === null) return;
        let r = n + Ee;
        Te !== void 0 && r > Te && ne?.(), (e = Te !== void 0 && r > Te ? Te : r);
      } else e = Ao(De, we, Te);
      let n = e.toString();
      W(e),
        c?.({ floatValue: ke(e), formattedValue: n, value: n }, { source: `increment` }),
        setTimeout(() => Me(ge.current?.value.length), 0);
      return;
    }
    if (!To(me)) return;
    let e,
      t = je(me),
      n = je(xe),
      r = Math.max(t, n),
      i = 10 ** r;
    if (!Co(me) && (typeof me != `number` || Number.isNaN(me))) e = xt(Ce, ye, be);
    else if (be !== void 0) {
      let t = (Math.round(Number(me) * i) + Math.round(xe * i)) / i;
      t > be && ne?.(), (e = t <= be ? t : be);
    } else e = (Math.round(Number(me) * i) + Math.round(xe * i)) / i;
    let a = e.toFixed(r);
    W(parseFloat(a)),
      c?.({ floatValue: parseFloat(a), formattedValue: a, value: a }, { source: `increment` }),
      setTimeout(() => Me(ge.current?.value.length), 0);
  };
  let Pe = (0, q.useRef)(U);
  Pe.current = () => {
    if (pe) {
      if (!Do(me, se)) return;
      let e,
        t = we === void 0 ? (se ? void 0 : BigInt(0)) : we,
        n = me;
      if (typeof n == `bigint`) {
        let r = n - Ee;
        t !== void 0 && r < t && te?.(), (e = t !== void 0 && r < t ? t : r);
      } else if (typeof n == `string` && n !== ``) {
        let r = Oo(n);
        if (r === null) return;
        let i = r - Ee;
        t !== void 0 && i < t && te?.(), (e = t !== void 0 && i < t ? t : i);
      } else e = Ao(De, t, Te);
      let r = e.toString();
      W(e),
        c?.({ floatValue: ke(e), formattedValue: r, value: r }, { source: `decrement` }),
        setTimeout(() => Me(ge.current?.value.length), 0);
      return;
    }
    if (!To(me)) return;
    let e,
      t = ye === void 0 ? (se ? -(2 ** 53 - 1) : 0) : ye,
      n = je(me),
      r = je(xe),
      i = Math.max(n, r),
      a = 10 ** i;
    if ((!Co(me) && typeof me != `number`) || Number.isNaN(me)) e = xt(Ce, t, be);
    else {
      let n = (Math.round(Number(me) * a) - Math.round(xe * a)) / a;
      t !== void 0 && n < t && te?.(), (e = t !== void 0 && n < t ? t : n);
    }
    let o = e.toFixed(i);
    W(parseFloat(o)),
      c?.({ floatValue: parseFloat(o), formattedValue: o, value: o }, { source: `decrement` }),
      setTimeout(() => Me(ge.current?.value.length), 0);
  };
  let Fe = (e) => {
      let t = e.clipboardData.getData(`text`),
        n = oe.decimalSeparator || `.`,
        r = go(t, {
          decimalSeparator: n,
          thousandSeparator:
            oe.thousandSeparator === !0 ? `,` : oe.thousandSeparator === !1 ? void 0 : oe.thousandSeparator,
          allowedDecimalSeparators: V || [`.`, `,`],
          thousandsGroupStyle: oe.thousandsGroupStyle,
        });
      if (r !== t) {
        e.preventDefault();
        let t = ge.current;
        if (t) {
          let e = t.selectionStart ?? 0,
            i = t.selectionEnd ?? 0,
            a = t.value,
            o = a.substring(0, e) + r + a.substring(i);
          Object.getOwnPropertyDescriptor(window.HTMLInputElement.prototype, `value`)?.set?.call(t, o),
            t.dispatchEvent(new Event(`change`, { bubbles: !0 }));
          let s = e + r.length;
          setTimeout(() => Me(mo(o, s, t.value, n)), 0);
        }
      }
      oe.onPaste?.(e);
    },
    Ie = (e) => {
      w?.(e),
        !M &&
          z &&
          (e.key === `ArrowUp` && (e.preventDefault(), Ne.current?.()),
          e.key === `ArrowDown` && (e.preventDefault(), Pe.current?.()));
    },
    Le = (e) => {
      if ((T?.(e), e.key === `Backspace`)) {
        let t = ge.current;
        t &&
          t.selectionStart === 0 &&
          t.selectionStart === t.selectionEnd &&
          (e.preventDefault(), window.setTimeout(() => Me(0), 0));
      }
    },
    Re = (e) => {
      ee && window.setTimeout(() => ge.current?.select(), 0), H?.(e);
    },
    ze = (e) => {
      let t = me;
      pe
        ? (y === `blur` && typeof t == `bigint` && (t = Ao(t, we, Te)),
          B && typeof t == `string` && (t = Ro(t, { min: we, max: Te, clampBehavior: y })))
        : typeof t == `number`
          ? y === `blur` && (t = xt(t, ye, be))
          : typeof t == `string` && (t = Lo(t, { min: ye, max: be, trim: !!B && je(t) < 15, clamp: y === `blur` })),
        me !== t && W(t),
        b?.(e);
    };
  h(E, { increment: Ne.current, decrement: Pe.current });
  let Be = (e) => {
      e ? Ne.current?.() : Pe.current?.(), (ve.current += 1);
    },
    He = (e) => {
      if ((Be(e), he)) {
        let t = typeof I == `number` ? I : I(ve.current);
        _e.current = window.setTimeout(() => He(e), t);
      }
    },
    Ue = (e, t) => {
      e.preventDefault(), ge.current?.focus(), Be(t), he && (_e.current = window.setTimeout(() => He(t), L));
    },
    We = () => {
      _e.current && window.clearTimeout(_e.current), (_e.current = null), (ve.current = 0);
    },
    Ge = (0, J.jsxs)(`div`, {
      ...le(`controls`),
      children: [
        (0, J.jsx)(Ve, {
          ...le(`control`),
          tabIndex: -1,
          'aria-hidden': !0,
          disabled:
            O ||
            (typeof me == `number` && be !== void 0 && me >= be) ||
            (typeof me == `bigint` && Te !== void 0 && me >= Te),
          mod: { direction: `up` },
          onMouseDown: (e) => e.preventDefault(),
          onPointerDown: (e) => {
            Ue(e, !0);
          },
          onPointerUp: We,
          onPointerLeave: We,
          children: (0, J.jsx)(_o, { direction: `up` }),
        }),
        (0, J.jsx)(Ve, {
          ...le(`control`),
          tabIndex: -1,
          'aria-hidden': !0,
          disabled:
            O ||
            (typeof me == `number` && ye !== void 0 && me <= ye) ||
            (typeof me == `bigint` && we !== void 0 && me <= we),
          mod: { direction: `down` },
          onMouseDown: (e) => e.preventDefault(),
          onPointerDown: (e) => {
            Ue(e, !1);
          },
          onPointerUp: We,
          onPointerLeave: We,
          children: (0, J.jsx)(_o, { direction: `down` }),
        }),
      ],
    });
  return (0, J.jsx)(Se, {
    component: fo,
    allowNegative: j,
    className: yt(vo.root, n),
    size: N,
    ...oe,
    inputMode: P ?? (pe ? `numeric` : `decimal`),
    readOnly: M,
    disabled: O,
    value: typeof me == `bigint` ? me.toString() : me,
    getInputRef: C(ae, ge),
    onValueChange: Ae,
    rightSection: g || M || !(pe ? Do(me, se) : To(me)) ? _ : _ || Ge,
    classNames: ue,
    styles: de,
    unstyled: a,
    __staticSelector: `NumberInput`,
    decimalScale: pe ? 0 : x ? S : 0,
    onPaste: Fe,
    onFocus: Re,
    onKeyDown: Ie,
    onKeyDownCapture: Le,
    rightSectionPointerEvents: k ?? (O ? `none` : void 0),
    rightSectionWidth: F ?? `var(--ni-right-section-width-${N || `sm`})`,
    allowLeadingZeros: R,
    allowedDecimalSeparators: V,
    onBlur: ze,
    attributes: ie,
    isAllowed: (e) => {
      if (v && !v(e)) return !1;
      if (y !== `strict`) return !0;
      if (!pe) return No(e.floatValue, ye, be);
      if (e.value === `` || e.value === `-`) return !0;
      let t = Oo(e.value);
      return t === null || ((we === void 0 || t >= we) && (Te === void 0 || t <= Te));
    },
  });
});
(zo.classes = { ...Se.classes, ...vo }), (zo.varsResolver = Fo), (zo.displayName = `@mantine/core/NumberInput`);
var Bo = (0, q.createContext)(null),
  Vo = ht((e) => {
    let {
        value: t,
        defaultValue: n,
        onChange: r,
        size: i,
        wrapperProps: a,
        children: o,
        name: s,
        readOnly: c,
        disabled: l,
        ...u
      } = G(`RadioGroup`, null, e),
      d = x(s),
      [f, p] = re({ value: t, defaultValue: n, finalValue: ``, onChange: r });
    return (0, J.jsx)(Bo, {
      value: {
        value: f,
        onChange: (e) => !c && p(typeof e == `string` ? e : e.currentTarget.value),
        size: i,
        name: d,
        disabled: l,
      },
      children: (0, J.jsx)(We.Wrapper, {
        size: i,
        ...a,
        ...u,
        labelElement: `div`,
        __staticSelector: `RadioGroup`,
        children: (0, J.jsx)(Zn, { role: `radiogroup`, children: o }),
      }),
    });
  });
(Vo.classes = We.Wrapper.classes), (Vo.displayName = `@mantine/core/RadioGroup`);
var Ho = { card: `m_9dc8ae12` },
  Uo = (0, q.createContext)(null),
  Wo = { withBorder: !0 },
  Go = a((e, { radius: t }) => ({ card: { '--card-radius': ot(t) } })),
  Ko = W((e) => {
    let t = G(`RadioCard`, Wo, e),
      {
        classNames: n,
        className: r,
        style: i,
        styles: a,
        unstyled: o,
        vars: s,
        checked: c,
        mod: u,
        withBorder: d,
        value: f,
        onClick: p,
        name: m,
        onKeyDown: h,
        attributes: g,
        ..._
      } = t,
      v = l({
        name: `RadioCard`,
        classes: Ho,
        props: t,
        className: r,
        style: i,
        classNames: n,
        styles: a,
        unstyled: o,
        attributes: g,
        vars: s,
        varsResolver: Go,
        rootSelector: `card`,
      }),
      { dir: y } = de(),
      b = (0, q.use)(Bo),
      x = typeof c == `boolean` ? c : b?.value === f || !1,
      S = m || b?.name,
      C = (e) => {
        if ((h?.(e), S && [`ArrowDown`, `ArrowUp`, `ArrowLeft`, `ArrowRight`].includes(e.nativeEvent.code))) {
          e.preventDefault();
          let t = Array.from(document.querySelectorAll(`[role="radio"][name="${S}"]`)),
            n = t.findIndex((t) => t === e.target),
            r = n + 1 >= t.length ? 0 : n + 1,
            i = n - 1 < 0 ? t.length - 1 : n - 1;
          e.nativeEvent.code === `ArrowDown` && (t[r].focus(), t[r].click()),
            e.nativeEvent.code === `ArrowUp` && (t[i].focus(), t[i].click()),
            e.nativeEvent.code === `ArrowLeft` && (t[y === `ltr` ? i : r].focus(), t[y === `ltr` ? i : r].click()),
            e.nativeEvent.code === `ArrowRight` && (t[y === `ltr` ? r : i].focus(), t[y === `ltr` ? r : i].click());
        }
      };
    return (0, J.jsx)(Uo, {
      value: { checked: x },
      children: (0, J.jsx)(Ve, {
        mod: [{ 'with-border': d, checked: x }, u],
        ...v(`card`),
        ..._,
        role: `radio`,
        'aria-checked': x,
        name: S,
        onClick: (e) => {
          p?.(e), b?.onChange(f || ``);
        },
        onKeyDown: C,
      }),
    });
  });
(Ko.displayName = `@mantine/core/RadioCard`), (Ko.classes = Ho), (Ko.varsResolver = Go);
var qo = {
    indicator: `m_717d7ff6`,
    icon: `m_3e4da632`,
    'indicator--light': `m_7eec72c0`,
    'indicator--outline': `m_2980836c`,
  },
  Jo = { icon: te },
  Yo = a((e, { radius: t, color: n, size: r, iconColor: i, variant: a, autoContrast: o }) => {
    let s = T({ color: n || e.primaryColor, theme: e }),
      c = s.isThemeColor && s.shade === void 0 ? `var(--mantine-color-${s.color}-outline)` : s.color,
      l =
        a === `light`
          ? e.variantColorResolver({ color: n || e.primaryColor, theme: e, variant: `light`, autoContrast: o })
          : void 0,
      u = a === `outline` ? c : l ? l.color : y(n, e);
    return {
      indicator: {
        '--radio-size': et(r, `radio-size`),
        '--radio-radius': t === void 0 ? void 0 : ot(t),
        '--radio-color': u,
        '--radio-bg': l?.background,
        '--radio-icon-size': typeof r == `number` ? `calc(${et(r, `radio-size`)} * 0.4)` : et(r, `radio-icon-size`),
        '--radio-icon-color': i
          ? y(i, e)
          : l
            ? l.color
            : Wt(o, e)
              ? p({ color: n, theme: e, autoContrast: o })
              : void 0,
      },
    };
  }),
  Xo = W((e) => {
    let t = G(`RadioIndicator`, Jo, e),
      {
        classNames: n,
        className: r,
        style: i,
        styles: a,
        unstyled: o,
        vars: s,
        icon: c,
        radius: u,
        color: d,
        iconColor: f,
        autoContrast: p,
        checked: m,
        mod: h,
        variant: g,
        disabled: _,
        attributes: v,
        ...y
      } = t,
      b = l({
        name: `RadioIndicator`,
        classes: qo,
        props: t,
        className: r,
        style: i,
        classNames: n,
        styles: a,
        unstyled: o,
        attributes: v,
        vars: s,
        varsResolver: Yo,
        rootSelector: `indicator`,
      }),
      x = (0, q.use)(Uo),
      S = typeof m == `boolean` ? m : x?.checked || !1;
    return (0, J.jsx)(K, {
      ...b(`indicator`, { variant: g }),
      variant: g,
      mod: [{ checked: S, disabled: _ }, h],
      ...y,
      children: (0, J.jsx)(c, { ...b(`icon`) }),
    });
  });
(Xo.displayName = `@mantine/core/RadioIndicator`), (Xo.classes = qo), (Xo.varsResolver = Yo);
var Zo = {
    root: `m_f3f1af94`,
    inner: `m_89c4f5e4`,
    icon: `m_f3ed6b2b`,
    radio: `m_8a3dbb89`,
    'radio--light': `m_99d09bcd`,
    'radio--outline': `m_1bfe9d39`,
  },
  Qo = { labelPosition: `right`, withErrorStyles: !0 },
  $o = a((e, { size: t, radius: n, color: r, iconColor: i, variant: a, autoContrast: o }) => {
    let s = T({ color: r || e.primaryColor, theme: e }),
      c = s.isThemeColor && s.shade === void 0 ? `var(--mantine-color-${s.color}-outline)` : s.color,
      l =
        a === `light`
          ? e.variantColorResolver({ color: r || e.primaryColor, theme: e, variant: `light`, autoContrast: o })
          : void 0,
      u = a === `outline` ? c : l ? l.color : y(r, e);
    return {
      root: {
        '--radio-size': et(t, `radio-size`),
        '--radio-radius': n === void 0 ? void 0 : ot(n),
        '--radio-color': u,
        '--radio-bg': l?.background,
        '--radio-icon-color': i
          ? y(i, e)
          : l
            ? l.color
            : Wt(o, e)
              ? p({ color: r, theme: e, autoContrast: o })
              : void 0,
        '--radio-icon-size': et(t, `radio-icon-size`),
      },
    };
  }),
  es = W((e) => {
    let t = G(`Radio`, Qo, e),
      {
        classNames: n,
        className: r,
        style: i,
        styles: a,
        unstyled: o,
        vars: s,
        id: c,
        size: u,
        label: d,
        labelPosition: f,
        description: p,
        error: m,
        radius: h,
        color: g,
        variant: _,
        disabled: v,
        wrapperProps: y,
        icon: b = te,
        rootRef: S,
        iconColor: C,
        onChange: w,
        mod: T,
        attributes: E,
        withErrorStyles: D,
        checked: O,
        readOnly: k,
        onClick: A,
        ...j
      } = t,
      M = l({
        name: `Radio`,
        classes: Zo,
        props: t,
        className: r,
        style: i,
        classNames: n,
        styles: a,
        unstyled: o,
        attributes: E,
        vars: s,
        varsResolver: $o,
      }),
      N = (0, q.use)(Bo),
      P = N?.size ?? u,
      F = t.size ? u : P,
      { styleProps: I, rest: L } = pt(j),
      R = x(c),
      z =
        [p ? `${R}-description` : void 0, m && typeof m != `boolean` ? `${R}-error` : void 0, L[`aria-describedby`]]
          .filter(Boolean)
          .join(` `) || void 0,
      B = N ? N.value === L.value : void 0,
      V = {
        checked: B ?? O,
        name: L.name ?? N?.name,
        onChange: (e) => {
          k || (N?.onChange(e), w?.(e));
        },
        disabled: N?.disabled ?? v,
      };
    return (0, J.jsx)(fr, {
      ...M(`root`),
      __staticSelector: `Radio`,
      __stylesApiProps: t,
      id: R,
      size: F,
      labelPosition: f,
      label: d,
      description: p,
      error: m,
      disabled: V.disabled,
      classNames: n,
      styles: a,
      unstyled: o,
      'data-checked': (B ?? O) || void 0,
      variant: _,
      ref: S,
      mod: T,
      attributes: E,
      ...I,
      ...y,
      children: (0, J.jsxs)(K, {
        ...M(`inner`),
        mod: { 'label-position': f },
        children: [
          (0, J.jsx)(K, {
            ...M(`radio`, { focusable: !0, variant: _ }),
            ...L,
            ...V,
            component: `input`,
            mod: { error: !!m, 'with-error-styles': D },
            id: R,
            type: `radio`,
            readOnly: k,
            'aria-describedby': z,
            onClick: (e) => {
              k && V.checked === void 0 && e.preventDefault(), A?.(e);
            },
          }),
          (0, J.jsx)(b, { ...M(`icon`), 'aria-hidden': !0 }),
        ],
      }),
    });
  });
(es.classes = Zo),
  (es.varsResolver = $o),
  (es.displayName = `@mantine/core/Radio`),
  (es.Group = Vo),
  (es.Card = Ko),
  (es.Indicator = Xo);
var ts = {
    root: `m_cf365364`,
    indicator: `m_9e182ccd`,
    label: `m_1738fcb2`,
    input: `m_1714d588`,
    control: `m_69686b9b`,
    innerLabel: `m_78882f40`,
  },
  ns = { withItemsBorders: !0 },
  rs = a((e, { radius: t, color: n, transitionDuration: r, size: i, transitionTimingFunction: a }) => ({
    root: {
      '--sc-radius': t === void 0 ? void 0 : ot(t),
      '--sc-color': n ? y(n, e) : void 0,
      '--sc-shadow': n ? void 0 : `var(--mantine-shadow-xs)`,
      '--sc-transition-duration': r === void 0 ? void 0 : `${r}ms`,
      '--sc-transition-timing-function': a,
      '--sc-padding': et(i, `sc-padding`),
      '--sc-font-size': xe(i),
    },
  })),
  is = ht((e) => {
    let t = G(`SegmentedControl`, ns, e),
      {
        classNames: n,
        className: i,
        style: a,
        styles: o,
        unstyled: s,
        vars: c,
        data: u,
        value: d,
        defaultValue: f,
        onChange: m,
        size: h,
        name: g,
        disabled: _,
        readOnly: v,
        fullWidth: y,
        orientation: b,
        radius: S,
        color: w,
        transitionDuration: T,
        transitionTimingFunction: E,
        variant: D,
        autoContrast: O,
        withItemsBorders: k,
        mod: A,
        attributes: j,
        ref: M,
        ...N
      } = t,
      P = l({
        name: `SegmentedControl`,
        props: t,
        classes: ts,
        className: i,
        style: a,
        classNames: n,
        styles: o,
        unstyled: s,
        attributes: j,
        vars: c,
        varsResolver: rs,
      }),
      F = r(),
      I = u.map((e) => (Bt(e) ? { label: `${e}`, value: e } : e)),
      L = Lt(),
      [R, z] = (0, q.useState)(0),
      [B, V] = (0, q.useState)(null),
      [ee, te] = (0, q.useState)({}),
      ne = (e, t) => {
        e !== null && ee[t] !== e && ((ee[t] = e), te({ ...ee }));
      },
      [H, ie] = re({
        value: d,
        defaultValue: f,
        finalValue: Array.isArray(u) ? (I.find((e) => !e.disabled)?.value ?? u[0]?.value ?? null) : null,
        onChange: m,
      }),
      ae = x(g),
      oe = I.map((e) => `${e.value}`),
      se = I.map((e) =>
        (0, q.createElement)(
          K,
          { ...P(`control`), mod: { active: H === e.value, orientation: b }, key: `${e.value}` },
          (0, q.createElement)(`input`, {
            ...P(`input`),
            disabled: _ || e.disabled,
            type: `radio`,
            name: ae,
            value: `${e.value}`,
            id: `${ae}-${e.value}`,
            checked: H === e.value,
            onChange: () => !v && ie(e.value),
            'data-focus-ring': F.focusRing,
            key: `${e.value}-input`,
          }),
          (0, q.createElement)(
            K,
            {
              component: `label`,
              ...P(`label`),
              mod: { active: H === e.value && !(_ || e.disabled), disabled: _ || e.disabled, 'read-only': v },
              htmlFor: `${ae}-${e.value}`,
              ref: (t) => ne(t, `${e.value}`),
              __vars: { '--sc-label-color': w === void 0 ? void 0 : p({ color: w, theme: F, autoContrast: O }) },
              key: `${e.value}-label`,
            },
            (0, J.jsx)(`span`, { ...P(`innerLabel`), children: e.label }),
          ),
        ),
      ),
      ce = C(M, V);
    return (
      jt(() => {
        z((e) => e + 1);
      }, [u.length]),
      jt(() => {
        te((e) => {
          let t = {};
          return (
            oe.forEach((n) => {
              n in e && (t[n] = e[n]);
            }),
            Object.keys(t).length === Object.keys(e).length ? e : t
          );
        });
      }, [oe]),
      u.length === 0
        ? null
        : (0, J.jsxs)(K, {
            ...P(`root`),
            variant: D,
            size: h,
            ref: ce,
            mod: [{ 'full-width': y, orientation: b, initialized: L, 'with-items-borders': k }, A],
            ...N,
            role: `radiogroup`,
            'data-disabled': _,
            children: [
              H !== void 0 &&
                (0, J.jsx)(
                  gn,
                  {
                    target: ee[`${H}`],
                    parent: B,
                    component: `span`,
                    transitionDuration: `var(--sc-transition-duration)`,
                    ...P(`indicator`),
                  },
                  R,
                ),
              se,
            ],
          })
    );
  });
(is.classes = ts), (is.varsResolver = rs), (is.displayName = `@mantine/core/SegmentedControl`);
var as = { size: `sm`, withCheckIcon: !0, allowDeselect: !0, checkIconPosition: `left`, openOnFocus: !0 },
  os = ht((e) => {
    let t = G([`Input`, `InputWrapper`, `Select`], as, e),
      {
        classNames: n,
        styles: r,
        unstyled: i,
        vars: a,
        dropdownOpened: o,
        defaultDropdownOpened: s,
        onDropdownClose: c,
        onDropdownOpen: l,
        onFocus: u,
        onBlur: d,
        onClick: f,
        onChange: p,
        data: m,
        value: h,
        defaultValue: g,
        selectFirstOptionOnChange: _,
        selectFirstOptionOnDropdownOpen: v,
        onOptionSubmit: y,
        comboboxProps: b,
        readOnly: S,
        disabled: C,
        filter: w,
        limit: T,
        withScrollArea: E,
        maxDropdownHeight: D,
        floatingHeight: O,
        size: k,
        searchable: j,
        rightSection: M,
        checkIconPosition: N,
        withCheckIcon: P,
        withAlignedLabels: F,
        nothingFoundMessage: I,
        name: L,
        form: R,
        searchValue: z,
        defaultSearchValue: B,
        onSearchChange: V,
        allowDeselect: ee,
        error: te,
        rightSectionPointerEvents: ne,
        id: H,
        clearable: ie,
        clearSectionMode: ae,
        clearButtonProps: oe,
        hiddenInputProps: se,
        renderOption: ce,
        onClear: le,
        autoComplete: ue,
        scrollAreaProps: de,
        __defaultRightSection: fe,
        __clearSection: U,
        __clearable: pe,
        chevronColor: me,
        autoSelectOnBlur: W,
        openOnFocus: he,
        attributes: ge,
        ..._e
      } = t,
      ve = (0, q.useMemo)(() => vn(m), [m]),
      ye = (0, q.useRef)({}),
      be = (0, q.useMemo)(() => yn(ve), [ve]),
      xe = x(H),
      Ce = Or({ id: xe, label: _e.label, labelProps: _e.labelProps, inputWrapperOrder: _e.inputWrapperOrder }),
      [we, Te, Ee] = re({ value: h, defaultValue: g, finalValue: null, onChange: p }),
      De = we == null ? void 0 : `${we}` in be ? be[`${we}`] : ye.current[`${we}`],
      Oe = Nt(De),
      [ke, Ae, je] = re({ value: z, defaultValue: B, finalValue: De ? De.label : ``, onChange: V }),
      Me = qn({
        opened: o,
        defaultOpened: s,
        onDropdownOpen: () => {
          l?.(), v ? Me.selectFirstOption() : Me.updateSelectedOptionIndex(`active`, { scrollIntoView: !0 });
        },
        onDropdownClose: () => {
          c?.(), setTimeout(Me.resetSelectedOption, 0);
        },
      }),
      Ne = (e) => {
        Ae(e), Me.resetSelectedOption();
      },
      { resolvedClassNames: Pe, resolvedStyles: Fe } = A({ props: t, styles: r, classNames: n });
    (0, q.useEffect)(() => {
      _ && Me.selectFirstOption();
    }, [_, ke]),
      (0, q.useEffect)(() => {
        h === null && Ne(``), h != null && De && (Oe?.value !== De.value || Oe?.label !== De.label) && Ne(De.label);
      }, [h, De]),
      (0, q.useEffect)(() => {
        !Ee && !je && Ne(we == null ? `` : `${we}` in be ? be[`${we}`]?.label : ye.current[`${we}`]?.label || ``);
      }, [be, we]),
      (0, q.useEffect)(() => {
        we && `${we}` in be && (ye.current[`${we}`] = be[`${we}`]);
      }, [be, we]);
    let Ie = (0, J.jsx)(Xn.ClearButton, {
        ...oe,
        onClear: () => {
          Te(null, null), Ne(``), le?.();
        },
      }),
      Le = ie && we != null && !C && !S;
    return (0, J.jsxs)(J.Fragment, {
      children: [
        (0, J.jsxs)(Xn, {
          store: Me,
          __staticSelector: `Select`,
          classNames: Pe,
          styles: Fe,
          unstyled: i,
          readOnly: S,
          size: k,
          attributes: ge,
          floatingHeight: O,
          keepMounted: W,
          onOptionSubmit: (e) => {
            y?.(e);
            let t = ee && `${be[e].value}` == `${we}` ? null : be[e],
              n = t ? t.value : null;
            n !== we && Te(n, t), !Ee && Ne(n == null ? `` : t?.label || ``), Me.closeDropdown();
          },
          ...b,
          children: [
            (0, J.jsx)(Xn.Target, {
              targetType: j ? `input` : `button`,
              autoComplete: ue,
              withExpandedAttribute: !0,
              children: (0, J.jsx)(Se, {
                id: xe,
                __defaultRightSection: (0, J.jsx)(Xn.Chevron, { size: k, error: te, unstyled: i, color: me }),
                __clearSection: Ie,
                __clearable: Le,
                __clearSectionMode: ae,
                rightSection: M,
                rightSectionPointerEvents: ne || `none`,
                ..._e,
                size: k,
                __staticSelector: `Select`,
                disabled: C,
                readOnly: S || !j,
                value: ke,
                onChange: (e) => {
                  if (kr(e)) {
                    if (!S) {
                      let t = _a(be, e.currentTarget.value);
                      t && `${t.value}` != `${we}` && (Te(t.value, t), !Ee && Ne(t.label));
                    }
                  } else Ne(e.currentTarget.value), Me.openDropdown(), _ && Me.selectFirstOption();
                },
                onFocus: (e) => {
                  he && j && Me.openDropdown(), u?.(e);
                },
                onBlur: (e) => {
                  W && Me.clickSelectedOption(), Me.closeDropdown();
                  let t = we != null && (`${we}` in be ? be[`${we}`] : ye.current[`${we}`]);
                  Ne((t && t.label) || ``), d?.(e);
                },
                onClick: (e) => {
                  j ? Me.openDropdown() : Me.toggleDropdown(), f?.(e);
                },
                classNames: Pe,
                styles: Fe,
                unstyled: i,
                pointer: !j,
                error: te,
                attributes: ge,
              }),
            }),
            (0, J.jsx)(Cr, {
              data: ve,
              hidden: S || C,
              filter: w,
              search: ke,
              limit: T,
              hiddenWhenEmpty: !I,
              withScrollArea: E,
              maxDropdownHeight: D,
              filterOptions: !!j && De?.label !== ke,
              value: we,
              checkIconPosition: N,
              withCheckIcon: P,
              withAlignedLabels: F,
              nothingFoundMessage: I,
              unstyled: i,
              labelId: Ce,
              'aria-label': Ce ? void 0 : _e[`aria-label`],
              renderOption: ce,
              scrollAreaProps: de,
            }),
          ],
        }),
        (0, J.jsx)(Xn.HiddenInput, { value: we, name: L, form: R, disabled: C, ...se }),
      ],
    });
  });
(os.classes = { ...Se.classes, ...Xn.classes }), (os.displayName = `@mantine/core/Select`);
var [ss, cs] = ge(`SliderProvider was not found in tree`);
function ls({ size: e, disabled: t, variant: n, color: r, thumbSize: i, radius: a, orientation: o, ...s }) {
  let { getStyles: c } = cs();
  return (0, J.jsx)(K, { tabIndex: -1, variant: n, size: e, ...c(`root`), mod: { orientation: o }, ...s });
}
ls.displayName = `@mantine/core/SliderRoot`;
function us({
  max: e,
  min: t,
  value: n,
  position: r,
  label: i,
  dragging: a,
  onMouseDown: o,
  onKeyDownCapture: s,
  labelTransitionProps: c,
  labelAlwaysOn: l,
  thumbLabel: u,
  thumbValueText: d,
  onFocus: f,
  onBlur: p,
  showLabelOnHover: m,
  isHovered: h,
  children: g = null,
  disabled: _,
  orientation: v = `horizontal`,
  className: y,
  style: b,
  ref: x,
  ...S
}) {
  let { getStyles: C } = cs(),
    [w, T] = (0, q.useState)(!1),
    E = l || a || w || (m && h),
    D = typeof d == `function` ? d(n) : d;
  return (0, J.jsxs)(K, {
    ...S,
    tabIndex: _ ? -1 : 0,
    role: `slider`,
    'aria-label': u,
    'aria-valuemax': e,
    'aria-valuemin': t,
    'aria-valuenow': n,
    'aria-valuetext': D,
    'aria-disabled': _,
    'aria-orientation': v,
    ref: x,
    __vars: { '--slider-thumb-offset': `${r}%` },
    ...C(`thumb`, { focusable: !0, className: y, style: b }),
    mod: { dragging: a, disabled: _ },
    onFocus: (e) => {
      T(!0), typeof f == `function` && f(e);
    },
    onBlur: (e) => {
      T(!1), typeof p == `function` && p(e);
    },
    onTouchStart: o,
    onMouseDown: o,
    onKeyDownCapture: s,
    onClick: (e) => e.stopPropagation(),
    children: [
      g,
      (0, J.jsx)(ut, {
        mounted: i != null && !!E,
        transition: `fade`,
        duration: 0,
        ...c,
        children: (e) => (0, J.jsx)(`div`, { ...C(`label`, { style: e }), children: i }),
      }),
    ],
  });
}
us.displayName = `@mantine/core/SliderThumb`;
function ds({ value: e, min: t, max: n }) {
  let r = ((e - t) / (n - t)) * 100;
  return Math.min(Math.max(r, 0), 100);
}
function fs({ mark: e, offset: t, value: n, inverted: r = !1, startPointValue: i }) {
  return typeof i == `number` && !r
    ? (e.value >= i && e.value <= n) || (e.value <= i && e.value >= n)
    : r
      ? (typeof t == `number` && e.value <= t) || e.value >= n
      : typeof t == `number`
        ? e.value >= t && e.value <= n
        : e.value <= n;
}
function ps({ marks: e, min: t, max: n, disabled: r, value: i, offset: a, inverted: o, startPointValue: s }) {
  let { getStyles: c } = cs();
  if (!e) return null;
  let l = e.map((e, l) =>
    e.hidden
      ? null
      : (0, J.jsxs)(
          K,
          {
            ...c(`markWrapper`),
            __vars: { '--mark-offset': `${ds({ value: e.value, min: t, max: n })}%` },
            children: [
              (0, J.jsx)(K, {
                ...c(`mark`),
                mod: { filled: fs({ mark: e, value: i, offset: a, inverted: o, startPointValue: s }), disabled: r },
              }),
              e.label && (0, J.jsx)(`div`, { ...c(`markLabel`), children: e.label }),
            ],
          },
          l,
        ),
  );
  return (0, J.jsx)(`div`, { children: l });
}
ps.displayName = `@mantine/core/SliderMarks`;
function ms({
  filled: e,
  children: t,
  offset: n,
  disabled: r,
  marksOffset: i,
  inverted: a,
  startPointValue: o,
  containerProps: s,
  ...c
}) {
  let { getStyles: l } = cs();
  return (0, J.jsx)(K, {
    ...l(`trackContainer`),
    mod: { disabled: r },
    ...s,
    children: (0, J.jsxs)(K, {
      ...l(`track`),
      mod: { inverted: a, disabled: r },
      children: [
        (0, J.jsx)(K, {
          mod: { inverted: a, disabled: r },
          __vars: {
            '--slider-bar-width': `calc(${e}% + 2 * var(--slider-size))`,
            '--slider-bar-offset': `calc(${n}% - var(--slider-size))`,
          },
          ...l(`bar`),
        }),
        t,
        (0, J.jsx)(ps, { ...c, offset: i, disabled: r, inverted: a, startPointValue: o }),
      ],
    }),
  });
}
ms.displayName = `@mantine/core/SliderTrack`;
function hs({ value: e, containerWidth: t, min: n, max: r, step: i, precision: a }) {
  let o = (t ? Math.min(Math.max(e, 0), t) / t : e) * (r - n),
    s = (o === 0 ? 0 : Math.round(o / i) * i) + n,
    c = Math.max(s, n);
  return a === void 0 ? c : Number(c.toFixed(a));
}
function gs(e, t) {
  return parseFloat(e.toFixed(t));
}
function _s(e) {
  if (!e) return 0;
  let t = e.toString().split(`.`);
  return t.length > 1 ? t[1].length : 0;
}
function vs(e, t) {
  let n = [...t].sort((e, t) => e.value - t.value).find((t) => t.value > e);
  return n ? n.value : e;
}
function ys(e, t) {
  let n = [...t].sort((e, t) => t.value - e.value).find((t) => t.value < e);
  return n ? n.value : e;
}
function bs(e) {
  let t = [...e].sort((e, t) => e.value - t.value);
  return t.length > 0 ? t[0].value : 0;
}
function xs(e) {
  let t = [...e].sort((e, t) => e.value - t.value);
  return t.length > 0 ? t[t.length - 1].value : 100;
}
var Ss = {
    root: `m_dd36362e`,
    label: `m_c9357328`,
    thumb: `m_c9a9a60a`,
    trackContainer: `m_a8645c2`,
    track: `m_c9ade57f`,
    bar: `m_38aeed47`,
    markWrapper: `m_b7b0423a`,
    mark: `m_dd33bc19`,
    markLabel: `m_68c77a5b`,
  },
  Cs = {
    radius: `xl`,
    min: 0,
    max: 100,
    step: 1,
    marks: [],
    label: (e) => e,
    labelTransitionProps: { transition: `fade`, duration: 0 },
    thumbLabel: ``,
    showLabelOnHover: !0,
    scale: (e) => e,
    size: `md`,
  },
  ws = a((e, { size: t, color: n, thumbSize: r, radius: i }) => ({
    root: {
      '--slider-size': et(t, `slider-size`),
      '--slider-color': n ? y(n, e) : void 0,
      '--slider-radius': i === void 0 ? void 0 : ot(i),
      '--slider-thumb-size': r === void 0 ? `calc(var(--slider-size) * 2)` : ye(r),
    },
  })),
  Ts = W((e) => {
    let t = G(`Slider`, Cs, e),
      {
        classNames: n,
        styles: r,
        value: i,
        onChange: a,
        onChangeEnd: o,
        size: s,
        min: c,
        max: u,
        domain: d,
        step: f,
        precision: p,
        defaultValue: m,
        name: h,
        marks: g,
        label: _,
        labelTransitionProps: v,
        labelAlwaysOn: y,
        thumbLabel: b,
        thumbValueText: x,
        showLabelOnHover: S,
        thumbChildren: w,
        disabled: T,
        unstyled: E,
        scale: D,
        inverted: O,
        startPointValue: k,
        orientation: A,
        className: j,
        style: M,
        vars: N,
        hiddenInputProps: P,
        restrictToMarks: F,
        thumbProps: I,
        attributes: L,
        ref: R,
        ...z
      } = t,
      B = l({
        name: `Slider`,
        props: t,
        classes: Ss,
        classNames: n,
        className: j,
        styles: r,
        style: M,
        attributes: L,
        vars: N,
        varsResolver: ws,
        unstyled: E,
      }),
      { dir: V } = de(),
      [ee, te] = (0, q.useState)(!1),
      [ne, H] = re({
        value: typeof i == `number` ? xt(i, c, u) : i,
        defaultValue: typeof m == `number` ? xt(m, c, u) : m,
        finalValue: xt(0, c, u),
        onChange: a,
      }),
      ie = (0, q.useRef)(ne),
      ae = (0, q.useRef)(o);
    (0, q.useEffect)(() => {
      ae.current = o;
    }, [o]);
    let oe = (0, q.useRef)(null),
      se = (0, q.useRef)(null),
      [ce, le] = d || [c, u],
      ue = ds({ value: ne, min: ce, max: le }),
      fe = D(ne),
      U = typeof _ == `function` ? _(fe) : _,
      pe = p ?? _s(f),
      me = typeof k == `number` && !O,
      W = me ? ds({ value: k, min: ce, max: le }) : 0,
      he = me ? Math.min(ue, W) : 0,
      ge = me ? Math.abs(ue - W) : ue,
      _e = (0, q.useCallback)(
        ({ x: e }) => {
          if (!T) {
            let t = xt(hs({ value: e, min: ce, max: le, step: f, precision: pe }), c, u);
            H(
              F && g?.length
                ? zt(
                    t,
                    g.map((e) => e.value),
                  )
                : t,
            ),
              (ie.current = t);
          }
        },
        [T, c, u, ce, le, f, pe, H, g, F],
      ),
      { ref: ve, active: ye } = Ot(
        ({ x: e, y: t }) => _e({ x: A === `vertical` ? 1 - t : e }),
        {
          onScrubEnd: (0, q.useCallback)(() => {
            if (!T && ae.current) {
              let e =
                F && g?.length
                  ? zt(
                      ie.current,
                      g.map((e) => e.value),
                    )
                  : ie.current;
              ae.current(e);
            }
          }, [T, g, F]),
        },
        V,
      ),
      be = (0, q.useCallback)(
        (e) => {
          !T && ae.current && ae.current(e);
        },
        [T],
      ),
      xe = (e) => {
        if (!T)
          switch (e.key) {
            case `ArrowUp`: {
              if ((e.preventDefault(), se.current?.focus(), F && g)) {
                let e = vs(ne, g);
                H(e), be(e);
                break;
              }
              let t = gs(Math.min(Math.max(ne + f, ce), le), pe);
              H(t), be(t);
              break;
            }
            case `ArrowRight`: {
              if ((e.preventDefault(), se.current?.focus(), F && g)) {
                let e = V === `rtl` ? ys(ne, g) : vs(ne, g);
                H(e), be(e);
                break;
              }
              let t = gs(Math.min(Math.max(V === `rtl` ? ne - f : ne + f, ce), le), pe);
              H(t), be(t);
              break;
            }
            case `ArrowDown`: {
              if ((e.preventDefault(), se.current?.focus(), F && g)) {
                let e = ys(ne, g);
                H(e), be(e);
                break;
              }
              let t = gs(Math.min(Math.max(ne - f, ce), le), pe);
              H(t), be(t);
              break;
            }
            case `ArrowLeft`: {
              if ((e.preventDefault(), se.current?.focus(), F && g)) {
                let e = V === `rtl` ? vs(ne, g) : ys(ne, g);
                H(e), be(e);
                break;
              }
              let t = gs(Math.min(Math.max(V === `rtl` ? ne + f : ne - f, ce), le), pe);
              H(t), be(t);
              break;
            }
            case `Home`:
              if ((e.preventDefault(), se.current?.focus(), F && g)) {
                H(bs(g)), be(bs(g));
                break;
              }
              H(c), be(c);
              break;
            case `End`:
              if ((e.preventDefault(), se.current?.focus(), F && g)) {
                H(xs(g)), be(xs(g));
                break;
              }
              H(u), be(u);
          }
      };
    return (0, J.jsx)(ss, {
      value: { getStyles: B },
      children: (0, J.jsxs)(ls, {
        ...z,
        ref: C(R, oe),
        onKeyDownCapture: xe,
        onMouseDownCapture: () => oe.current?.focus(),
        size: s,
        disabled: T,
        orientation: A,
        children: [
          (0, J.jsx)(ms, {
            inverted: O,
            offset: he,
            filled: ge,
            marks: g,
            min: ce,
            max: le,
            value: fe,
            startPointValue: me ? k : void 0,
            disabled: T,
            containerProps: {
              ref: ve,
              onMouseEnter: S ? () => te(!0) : void 0,
              onMouseLeave: S ? () => te(!1) : void 0,
            },
            children: (0, J.jsx)(us, {
              max: le,
              min: ce,
              value: fe,
              position: ue,
              dragging: ye,
              label: U,
              ref: se,
              labelTransitionProps: v,
              labelAlwaysOn: y,
              thumbLabel: b,
              thumbValueText: x,
              showLabelOnHover: S,
              isHovered: ee,
              disabled: T,
              orientation: A,
              ...I,
              children: w,
            }),
          }),
          (0, J.jsx)(`input`, { type: `hidden`, name: h, value: fe, ...P }),
        ],
      }),
    });
  });
(Ts.classes = Ss), (Ts.varsResolver = ws), (Ts.displayName = `@mantine/core/Slider`);
var [Es, Ds] = ge(`Table component was not found in the tree`),
  Os = {
    table: `m_b23fa0ef`,
    th: `m_4e7aa4f3`,
    tr: `m_4e7aa4fd`,
    td: `m_4e7aa4ef`,
    tbody: `m_b2404537`,
    thead: `m_b242d975`,
    caption: `m_9e5a3ac7`,
    scrollContainer: `m_a100c15`,
    scrollContainerInner: `m_62259741`,
  };
function ks(e, t) {
  if (!t) return;
  let n = {};
  return (
    t.columnBorder && e.withColumnBorders && (n[`data-with-column-border`] = !0),
    t.rowBorder && e.withRowBorders && (n[`data-with-row-border`] = !0),
    t.striped && e.striped && (n[`data-striped`] = e.striped),
    t.highlightOnHover && e.highlightOnHover && (n[`data-hover`] = !0),
    t.captionSide && e.captionSide && (n[`data-side`] = e.captionSide),
    t.stickyHeader && e.stickyHeader && (n[`data-sticky`] = !0),
    n
  );
}
function As(e, t) {
  let n = `Table${e.charAt(0).toUpperCase()}${e.slice(1)}`,
    r = W((r) => {
      let i = G(n, {}, r),
        { classNames: a, className: o, style: s, styles: c, ...l } = i,
        u = Ds();
      return (0, J.jsx)(K, {
        component: e,
        ...ks(u, t),
        ...u.getStyles(e, { className: o, classNames: a, style: s, styles: c, props: i }),
        ...l,
      });
    });
  return ((r.displayName = `@mantine/core/${n}`), (r.classes = Os), r);
}
var js = As(`th`, { columnBorder: !0 }),
  Ms = As(`td`, { columnBorder: !0 }),
  Ns = As(`tr`, { rowBorder: !0, striped: !0, highlightOnHover: !0 }),
  Ps = As(`thead`, { stickyHeader: !0 }),
  Fs = As(`tbody`),
  Is = As(`tfoot`),
  Ls = As(`caption`, { captionSide: !0 }),
  Rs = { type: `scrollarea` },
  zs = a((e, { minWidth: t, maxHeight: n, type: r }) => ({
    scrollContainer: {
      '--table-min-width': ye(t),
      '--table-max-height': ye(n),
      '--table-overflow': r === `native` ? `auto` : void 0,
    },
  })),
  Bs = W((e) => {
    let t = G(`TableScrollContainer`, Rs, e),
      {
        classNames: n,
        className: r,
        style: i,
        styles: a,
        unstyled: o,
        vars: s,
        children: c,
        minWidth: u,
        maxHeight: d,
        type: f,
        scrollAreaProps: p,
        attributes: m,
        ...h
      } = t,
      g = l({
        name: `TableScrollContainer`,
        classes: Os,
        props: t,
        className: r,
        style: i,
        classNames: n,
        styles: a,
        unstyled: o,
        attributes: m,
        vars: s,
        varsResolver: zs,
        rootSelector: `scrollContainer`,
      });
    return (0, J.jsx)(K, {
      component: f === `scrollarea` ? ke : `div`,
      ...(f === `scrollarea` ? (d ? { offsetScrollbars: `xy`, ...p } : { offsetScrollbars: `x`, ...p }) : {}),
      ...g(`scrollContainer`),
      ...h,
      children: (0, J.jsx)(`div`, { ...g(`scrollContainerInner`), children: c }),
    });
  });
(Bs.classes = Os), (Bs.varsResolver = zs), (Bs.displayName = `@mantine/core/TableScrollContainer`);
function Vs({ data: e }) {
  return (0, J.jsxs)(J.Fragment, {
    children: [
      e.caption && (0, J.jsx)(Ls, { children: e.caption }),
      e.head &&
        (0, J.jsx)(Ps, {
          children: (0, J.jsx)(Ns, { children: e.head.map((e, t) => (0, J.jsx)(js, { children: e }, t)) }),
        }),
      e.body &&
        (0, J.jsx)(Fs, {
          children: e.body.map((e, t) =>
            (0, J.jsx)(Ns, { children: e.map((e, t) => (0, J.jsx)(Ms, { children: e }, t)) }, t),
          ),
        }),
      e.foot &&
        (0, J.jsx)(Is, {
          children: (0, J.jsx)(Ns, { children: e.foot.map((e, t) => (0, J.jsx)(js, { children: e }, t)) }),
        }),
    ],
  });
}
Vs.displayName = `@mantine/core/TableDataRenderer`;
var Hs = { withRowBorders: !0, verticalSpacing: 7 },
  Us = a(
    (
      e,
      {
        layout: t,
        captionSide: n,
        horizontalSpacing: r,
        verticalSpacing: i,
        borderColor: a,
        stripedColor: o,
        highlightOnHoverColor: s,
        striped: c,
        highlightOnHover: l,
        stickyHeaderOffset: u,
        stickyHeader: d,
      },
    ) => ({
      table: {
        '--table-layout': t,
        '--table-caption-side': n,
        '--table-horizontal-spacing': je(r),
        '--table-vertical-spacing': je(i),
        '--table-border-color': a ? y(a, e) : void 0,
        '--table-striped-color': c && o ? y(o, e) : void 0,
        '--table-highlight-on-hover-color': l && s ? y(s, e) : void 0,
        '--table-sticky-header-offset': d ? ye(u) : void 0,
      },
    }),
  ),
  Ws = W((e) => {
    let t = G(`Table`, Hs, e),
      {
        classNames: n,
        className: r,
        style: i,
        styles: a,
        unstyled: o,
        vars: s,
        horizontalSpacing: c,
        verticalSpacing: u,
        captionSide: d,
        stripedColor: f,
        highlightOnHoverColor: p,
        striped: m,
        highlightOnHover: h,
        withColumnBorders: g,
        withRowBorders: _,
        withTableBorder: v,
        borderColor: y,
        layout: b,
        data: x,
        children: S,
        stickyHeader: C,
        stickyHeaderOffset: w,
        mod: T,
        tabularNums: E,
        attributes: D,
        ...O
      } = t,
      k = l({
        name: `Table`,
        props: t,
        className: r,
        style: i,
        classes: Os,
        classNames: n,
        styles: a,
        unstyled: o,
        attributes: D,
        rootSelector: `table`,
        vars: s,
        varsResolver: Us,
        stable: !0,
      }),
      A = m === !0 ? `odd` : m || void 0,
      j = d || `bottom`,
      M = (0, q.useMemo)(
        () => ({
          getStyles: k,
          stickyHeader: C,
          striped: A,
          highlightOnHover: h,
          withColumnBorders: g,
          withRowBorders: _,
          captionSide: j,
        }),
        [k, C, A, h, g, _, j],
      );
    return (0, J.jsx)(Es, {
      value: M,
      children: (0, J.jsx)(K, {
        component: `table`,
        mod: [{ withTableBorder: v, tabularNums: E }, T],
        ...k(`table`),
        ...O,
        children: S || (!!x && (0, J.jsx)(Vs, { data: x })),
      }),
    });
  });
(Ws.classes = Os),
  (Ws.varsResolver = Us),
  (Ws.displayName = `@mantine/core/Table`),
  (Ws.Td = Ms),
  (Ws.Th = js),
  (Ws.Tr = Ns),
  (Ws.Thead = Ps),
  (Ws.Tbody = Fs),
  (Ws.Tfoot = Is),
  (Ws.Caption = Ls),
  (Ws.ScrollContainer = Bs),
  (Ws.DataRenderer = Vs);
var [Gs, Ks] = ge(`Tabs component was not found in the tree`),
  qs = {
    root: `m_89d60db1`,
    'list--default': `m_576c9d4`,
    list: `m_89d33d6d`,
    tab: `m_4ec4dce6`,
    panel: `m_b0c91715`,
    tabSection: `m_fc420b1f`,
    tabLabel: `m_42bbd1ae`,
    'tab--default': `m_539e827b`,
    'list--outline': `m_6772fbd5`,
    'tab--outline': `m_b59ab47c`,
    'tab--pills': `m_c3381914`,
  },
  Js = W((e) => {
    let t = G(`TabsList`, null, e),
      { children: n, className: r, grow: i, justify: a, classNames: o, styles: s, style: c, mod: l, ...u } = t,
      d = Ks();
    return (0, J.jsx)(K, {
      ...d.getStyles(`list`, { className: r, style: c, classNames: o, styles: s, props: t, variant: d.variant }),
      role: `tablist`,
      variant: d.variant,
      mod: [
        {
          grow: i,
          orientation: d.orientation,
          placement: d.orientation === `vertical` && d.placement,
          inverted: d.inverted,
        },
        l,
      ],
      'aria-orientation': d.orientation,
      __vars: { '--tabs-justify': a },
      ...u,
      children: n,
    });
  });
(Js.classes = qs), (Js.displayName = `@mantine/core/TabsList`);
var Ys = W((e) => {
  let t = G(`TabsPanel`, null, e),
    { children: n, className: r, value: i, classNames: a, styles: o, style: s, mod: c, keepMounted: l, ...u } = t,
    d = M(),
    f = Ks();
  (0, q.useEffect)(
    () => (
      f.setMountedPanel(i, !0),
      () => {
        f.setMountedPanel(i, !1);
      }
    ),
    [i],
  );
  let p = f.value === i,
    m = f.keepMounted || l,
    h = f.keepMountedMode !== `display-none`,
    g =
      m && h && d !== `test`
        ? (0, J.jsx)(q.Activity, { mode: p ? `visible` : `hidden`, children: n })
        : m || p
          ? n
          : null;
  return (0, J.jsx)(K, {
    ...f.getStyles(`panel`, {
      className: r,
      classNames: a,
      styles: o,
      style: [s, p ? void 0 : { display: `none` }],
      props: t,
    }),
    mod: [{ orientation: f.orientation }, c],
    role: `tabpanel`,
    id: f.getPanelId(i),
    'aria-labelledby': f.getTabId(i),
    ...u,
    children: g,
  });
});
(Ys.classes = qs), (Ys.displayName = `@mantine/core/TabsPanel`);
var Xs = W((e) => {
  let t = G(`TabsTab`, null, e),
    {
      className: n,
      children: i,
      rightSection: a,
      leftSection: o,
      value: s,
      onClick: c,
      onKeyDown: l,
      disabled: u,
      color: d,
      style: f,
      classNames: p,
      styles: m,
      vars: h,
      mod: g,
      tabIndex: _,
      ...v
    } = t,
    b = r(),
    { dir: x } = de(),
    S = Ks(),
    C = s === S.value,
    w = (e) => {
      S.onChange(S.allowTabDeactivation && s === S.value ? null : s), c?.(e);
    },
    T = { classNames: p, styles: m, props: t };
  return (0, J.jsxs)(Ve, {
    ...S.getStyles(`tab`, { className: n, style: f, variant: S.variant, ...T }),
    disabled: u,
    unstyled: S.unstyled,
    variant: S.variant,
    mod: [
      {
        active: C,
        disabled: u,
        orientation: S.orientation,
        inverted: S.inverted,
        placement: S.orientation === `vertical` && S.placement,
      },
      g,
    ],
    role: `tab`,
    id: S.getTabId(s),
    'aria-selected': C,
    tabIndex: _ === void 0 ? (C || S.value === null ? 0 : -1) : _,
    'aria-controls': S.mountedPanels.current.has(s) ? S.getPanelId(s) : void 0,
    onClick: w,
    __vars: { '--tabs-color': d ? y(d, b) : void 0 },
    onKeyDown: rt({
      siblingSelector: `[role="tab"]`,
      parentSelector: `[role="tablist"]`,
      activateOnFocus: S.activateTabWithKeyboard,
      loop: S.loop,
      orientation: S.orientation || `horizontal`,
      dir: x,
      onKeyDown: l,
    }),
    ...v,
    children: [
      o && (0, J.jsx)(`span`, { ...S.getStyles(`tabSection`, T), 'data-position': `left`, children: o }),
      i && (0, J.jsx)(`span`, { ...S.getStyles(`tabLabel`, T), children: i }),
      a && (0, J.jsx)(`span`, { ...S.getStyles(`tabSection`, T), 'data-position': `right`, children: a }),
    ],
  });
});
(Xs.classes = qs), (Xs.displayName = `@mantine/core/TabsTab`);
var Zs = `Tabs.Tab or Tabs.Panel component was rendered with invalid value or without value`,
  Qs = {
    keepMounted: !0,
    keepMountedMode: `activity`,
    orientation: `horizontal`,
    loop: !0,
    activateTabWithKeyboard: !0,
    variant: `default`,
    placement: `left`,
  },
  $s = a((e, { radius: t, color: n, autoContrast: r }) => ({
    root: {
      '--tabs-radius': ot(t),
      '--tabs-color': y(n, e),
      '--tabs-text-color': Wt(r, e) ? p({ color: n, theme: e, autoContrast: r }) : void 0,
    },
  })),
  ec = W((e) => {
    let t = G(`Tabs`, Qs, e),
      {
        defaultValue: n,
        value: r,
        onChange: i,
        orientation: a,
        children: o,
        loop: s,
        id: c,
        activateTabWithKeyboard: u,
        allowTabDeactivation: d,
        variant: f,
        color: p,
        radius: m,
        inverted: h,
        placement: g,
        keepMounted: _,
        keepMountedMode: v,
        classNames: y,
        styles: b,
        unstyled: S,
        className: C,
        style: w,
        vars: T,
        autoContrast: E,
        mod: D,
        attributes: O,
        ...k
      } = t,
      A = x(c),
      j = (0, q.useRef)(new Set()),
      M = Et(),
      N = (0, q.useCallback)((e, t) => {
        let n = j.current;
        t && !n.has(e) ? (n.add(e), M()) : !t && n.has(e) && (n.delete(e), M());
      }, []),
      [P, F] = re({ value: r, defaultValue: n, finalValue: null, onChange: i }),
      I = l({
        name: `Tabs`,
        props: t,
        classes: qs,
        className: C,
        style: w,
        classNames: y,
        styles: b,
        unstyled: S,
        attributes: O,
        vars: T,
        varsResolver: $s,
      });
    return (0, J.jsx)(Gs, {
      value: {
        placement: g,
        value: P,
        orientation: a,
        id: A,
        loop: s,
        activateTabWithKeyboard: u,
        getTabId: bt(`${A}-tab`, Zs),
        getPanelId: bt(`${A}-panel`, Zs),
        onChange: F,
        allowTabDeactivation: d,
        variant: f,
        color: p,
        radius: m,
        inverted: h,
        keepMounted: _,
        keepMountedMode: v,
        unstyled: S,
        getStyles: I,
        mountedPanels: j,
        setMountedPanel: N,
      },
      children: (0, J.jsx)(K, {
        id: A,
        variant: f,
        mod: [{ orientation: a, inverted: a === `horizontal` && h, placement: a === `vertical` && g }, D],
        ...I(`root`),
        ...k,
        children: o,
      }),
    });
  });
(ec.classes = qs),
  (ec.varsResolver = $s),
  (ec.displayName = `@mantine/core/Tabs`),
  (ec.Tab = Xs),
  (ec.Panel = Ys),
  (ec.List = Js);
var tc = class extends z {
    constructor(e, t) {
      super(e, t);
    }
    bindMethods() {
      super.bindMethods(),
        (this.fetchNextPage = this.fetchNextPage.bind(this)),
        (this.fetchPreviousPage = this.fetchPreviousPage.bind(this));
    }
    setOptions(e) {
      (e._type = `infinite`), super.setOptions(e);
    }
    getOptimisticResult(e) {
      return ((e._type = `infinite`), super.getOptimisticResult(e));
    }
    fetchNextPage(e) {
      return this.fetch({ ...e, meta: { fetchMore: { direction: `forward` } } });
    }
    fetchPreviousPage(e) {
      return this.fetch({ ...e, meta: { fetchMore: { direction: `backward` } } });
    }
    createResult(e, t) {
      let { state: n } = e,
        r = super.createResult(e, t),
        { isFetching: i, isRefetching: a, isError: o, isRefetchError: s } = r,
        l = n.fetchMeta?.fetchMore?.direction,
        u = o && l === `forward`,
        d = i && l === `forward`,
        f = o && l === `backward`,
        p = i && l === `backward`;
      return {
        ...r,
        fetchNextPage: this.fetchNextPage,
        fetchPreviousPage: this.fetchPreviousPage,
        hasNextPage: c(t, n.data),
        hasPreviousPage: k(t, n.data),
        isFetchNextPageError: u,
        isFetchingNextPage: d,
        isFetchPreviousPageError: f,
        isFetchingPreviousPage: p,
        isRefetchError: s && !u && !f,
        isRefetching: a && !d && !p,
      };
    }
  },
  nc = class extends D {
    #e;
    #t = void 0;
    #n;
    #r;
    constructor(e, t) {
      super(), (this.#e = e), this.setOptions(t), this.bindMethods(), this.#i();
    }
    bindMethods() {
      (this.mutate = this.mutate.bind(this)), (this.reset = this.reset.bind(this));
    }
    setOptions(e) {
      let t = this.options;
      (this.options = this.#e.defaultMutationOptions(e)),
        Ne(this.options, t) ||
          this.#e.getMutationCache().notify({ type: `observerOptionsUpdated`, mutation: this.#n, observer: this }),
        t?.mutationKey && this.options.mutationKey && Fe(t.mutationKey) !== Fe(this.options.mutationKey)
          ? this.reset()
          : this.#n?.state.status === `pending` && this.#n.setOptions(this.options);
    }
    onSubscribe() {
      this.listeners.size === 1 && this.#n && (this.#n.addObserver(this), this.#i());
    }
    onUnsubscribe() {
      this.hasListeners() || this.#n?.removeObserver(this);
    }
    onMutationUpdate(e) {
      this.#i(), this.#a(e);
    }
    getCurrentResult() {
      return this.#t;
    }
    reset() {
      this.#n?.removeObserver(this), (this.#n = void 0), this.#i(), this.#a();
    }
    mutate(e, t) {
      return (
        (this.#r = t),
        this.#n?.removeObserver(this),
        (this.#n = this.#e.getMutationCache().build(this.#e, this.options)),
        this.#n.addObserver(this),
        this.#n.execute(e)
      );
    }
    #i() {
      let e = this.#n?.state ?? ft();
      this.#t = {
        ...e,
        isPending: e.status === `pending`,
        isSuccess: e.status === `success`,
        isError: e.status === `error`,
        isIdle: e.status === `idle`,
        mutate: this.mutate,
        reset: this.reset,
      };
    }
    #a(e) {
      u.batch(() => {
        let t = this.#r;
        if (t && this.hasListeners()) {
          let n = this.#t.variables,
            r = this.#t.context,
            i = { client: this.#e, meta: this.options.meta, mutationKey: this.options.mutationKey };
          if (e?.type === `success`) {
            try {
              t.onSuccess?.(e.data, n, r, i);
            } catch (e) {
              Promise.reject(e);
            }
            try {
              t.onSettled?.(e.data, null, n, r, i);
            } catch (e) {
              Promise.reject(e);
            }
          } else if (e?.type === `error`) {
            try {
              t.onError?.(e.error, n, r, i);
            } catch (e) {
              Promise.reject(e);
            }
            try {
              t.onSettled?.(void 0, e.error, n, r, i);
            } catch (e) {
              Promise.reject(e);
            }
          }
        }
        this.listeners.forEach((e) => {
          e(this.#t);
        });
      });
    }
  };
function rc(e, t) {
  let r = j(t),
    [i] = q.useState(() => new nc(r, e));
  q.useEffect(() => {
    i.setOptions(e);
  }, [i, e]);
  let a = q.useSyncExternalStore(
      q.useCallback((e) => i.subscribe(u.batchCalls(e)), [i]),
      () => i.getCurrentResult(),
      () => i.getCurrentResult(),
    ),
    o = q.useCallback(
      (...e) => {
        i.mutate(e[0], e[1]).catch(n);
      },
      [i],
    );
  if (a.error && E(i.options.throwOnError, [a.error])) throw a.error;
  return { ...a, mutate: o, mutateAsync: a.mutate };
}
function ic(e, t) {
  return o(e, tc, t);
}
function ac({ connection: { id: e } }) {
  let t = L({
    queryKey: [`connections`, `calls`, e],
    refetchInterval: 5e3,
    queryFn: async ({ signal: t }) =>
      Oe(ct.GET(`/api/connections/{id}/calls`, { params: { path: { id: e } }, signal: t })),
  });
  return (0, J.jsx)($e, {
    query: t,
    children: ({ items: e }) =>
      e.length === 0
        ? (0, J.jsx)(ve, {
            title: `Nothing was asked of the vendor yet`,
            children: `Since the hub started. “Test” makes a call.`,
          })
        : (0, J.jsx)(`div`, {
            className: `scrolls`,
            tabIndex: 0,
            role: `region`,
            'aria-label': `Recent calls`,
            children: (0, J.jsxs)(Ws, {
              verticalSpacing: `xs`,
              children: [
                (0, J.jsx)(Ws.Thead, {
                  children: (0, J.jsxs)(Ws.Tr, {
                    children: [
                      (0, J.jsx)(Ws.Th, { children: `When` }),
                      (0, J.jsx)(Ws.Th, { children: `Operation` }),
                      (0, J.jsx)(Ws.Th, { ta: `right`, children: `Attempt` }),
                      (0, J.jsx)(Ws.Th, { ta: `right`, children: `Duration` }),
                      (0, J.jsx)(Ws.Th, { children: `Outcome` }),
                    ],
                  }),
                }),
                (0, J.jsx)(Ws.Tbody, {
                  children: e.map((e, t) =>
                    (0, J.jsxs)(
                      Ws.Tr,
                      {
                        children: [
                          (0, J.jsx)(Ws.Td, { children: (0, J.jsx)(He, { at: e.at }) }),
                          (0, J.jsx)(Ws.Td, { children: (0, J.jsx)(H, { children: e.operation }) }),
                          (0, J.jsx)(Ws.Td, { ta: `right`, children: e.attempt }),
                          (0, J.jsxs)(Ws.Td, {
                            ta: `right`,
                            className: `numbers`,
                            children: [Math.round(e.durationMs), ` ms`],
                          }),
                          (0, J.jsx)(Ws.Td, {
                            children: (0, J.jsx)(b, {
                              tt: `none`,
                              variant: `outline`,
                              color: e.outcome === `success` ? `teal` : `red`,
                              children: e.code ?? e.outcome,
                            }),
                          }),
                        ],
                      },
                      `${e.at}${e.operation}${t}`,
                    ),
                  ),
                }),
              ],
            }),
          }),
  });
}
function oc(e) {
  return (0, J.jsx)(ra, {
    opened: e.opened,
    onClose: e.onClose,
    title: e.title,
    centered: !0,
    closeButtonProps: { 'aria-label': `Close` },
    children: e.opened && (0, J.jsx)(sc, { ...e }),
  });
}
function sc({ children: e, act: t, onConfirm: n, onClose: r, typeToConfirm: i, color: a = `red` }) {
  let [o, s] = (0, q.useState)(!1),
    [c, l] = (0, q.useState)(),
    [u, d] = (0, q.useState)(``);
  async function f() {
    s(!0), l(void 0);
    try {
      await n(), r();
    } catch (e) {
      l(e), s(!1);
    }
  }
  return (0, J.jsxs)(w, {
    children: [
      (0, J.jsx)(`div`, { children: e }),
      i !== void 0 &&
        (0, J.jsx)(v, {
          label: `Type ${i} to confirm`,
          value: u,
          onChange: ({ currentTarget: e }) => d(e.value),
          'data-autofocus': !0,
        }),
      c !== void 0 && (0, J.jsx)(Ce, { error: c }),
      (0, J.jsxs)(pe, {
        justify: `flex-end`,
        children: [
          (0, J.jsx)(Ze, { variant: `default`, onClick: r, children: `Cancel` }),
          (0, J.jsx)(Ze, {
            color: a,
            loading: o,
            disabled: i !== void 0 && u !== i,
            onClick: () => void f(),
            children: t,
          }),
        ],
      }),
    ],
  });
}
function cc(e) {
  return L({
    queryKey: [`connections`, `one`, e],
    queryFn: async ({ signal: t }) => Oe(ct.GET(`/api/connections/{id}`, { params: { path: { id: e } }, signal: t })),
  });
}
function lc() {
  return L({
    queryKey: [`plugins`, `list`],
    queryFn: async ({ signal: e }) => Oe(ct.GET(`/api/plugins`, { signal: e })),
  });
}
function uc(e) {
  return L({
    queryKey: [`plugins`, `one`, e],
    enabled: e !== void 0,
    queryFn: async ({ signal: t }) => Oe(ct.GET(`/api/plugins/{id}`, { params: { path: { id: e ?? `` } }, signal: t })),
  });
}
function dc() {
  let e = j();
  return async () => Promise.all([`connections`, `overview`].map(async (t) => e.invalidateQueries({ queryKey: [t] })));
}
function fc({ connection: e }) {
  let { id: t, name: n, status: r } = e,
    a = { params: { path: { id: t } } },
    o = Ie(),
    s = ze(),
    c = dc(),
    l = me(),
    [u, d] = (0, q.useState)(),
    f = rc({
      mutationFn: async () => Oe(ct.POST(`/api/connections/{id}/test`, a)),
      async onSuccess({ outcome: e, message: t, code: r, mode: i }) {
        await c(),
          e === `ok`
            ? s.done(`${n} works${i === void 0 || i === `unknown` ? `` : `, in ${i} mode`}.`)
            : s.failed(Error(t ?? r ?? `The vendor did not accept it.`));
      },
      onError: s.failed,
    }),
    p = rc({
      mutationFn: async () => Oe(ct.POST(`/api/connections/{id}/resume`, a)),
      async onSuccess() {
        await c(), s.done(`${n} is called again.`);
      },
      onError: s.failed,
    });
  return (0, J.jsxs)(J.Fragment, {
    children: [
      o(`connections.operate`) &&
        r === `active` &&
        (0, J.jsx)(Ze, { loading: f.isPending, onClick: () => f.mutate(), children: `Test` }),
      o(`connections.operate`) &&
        r === `active` &&
        (0, J.jsx)(Ze, { variant: `default`, onClick: () => d(`pause`), children: `Pause` }),
      o(`connections.operate`) &&
        r !== `active` &&
        (0, J.jsx)(Ze, { loading: p.isPending, onClick: () => p.mutate(), children: `Resume` }),
      o(`connections.write`) &&
        (0, J.jsxs)(i, {
          position: `bottom-end`,
          children: [
            (0, J.jsx)(i.Target, {
              children: (0, J.jsx)(Ze, { variant: `default`, 'aria-label': `More`, children: `…` }),
            }),
            (0, J.jsx)(i.Dropdown, {
              children: (0, J.jsx)(i.Item, { color: `red`, onClick: () => d(`remove`), children: `Remove …` }),
            }),
          ],
        }),
      (0, J.jsx)(oc, {
        opened: u === `pause`,
        onClose: () => d(void 0),
        title: `Pause ${n}?`,
        act: `Pause`,
        color: `orange`,
        onConfirm: async () => {
          await Oe(ct.POST(`/api/connections/{id}/pause`, { ...a, body: {} })), await c();
        },
        children: (0, J.jsx)(ce, {
          children: `The vendor is not called until it is resumed. Webhooks that arrive meanwhile are kept. Nothing is lost.`,
        }),
      }),
      (0, J.jsx)(oc, {
        opened: u === `remove`,
        onClose: () => d(void 0),
        title: `Remove ${n}?`,
        act: `Remove`,
        typeToConfirm: n,
        onConfirm: async () => {
          await Oe(ct.DELETE(`/api/connections/{id}`, a)), await l(`/connections`), await c();
        },
        children: (0, J.jsx)(ce, {
          children: `Its settings and secrets are deleted and cannot be brought back. Its webhooks are refused from now on. Payments, messages and events that came through it stay.`,
        }),
      }),
    ],
  });
}
function pc({ text: e, label: t }) {
  return (0, J.jsxs)(pe, {
    gap: `xs`,
    wrap: `nowrap`,
    children: [
      (0, J.jsx)(H, { style: { overflowWrap: `anywhere` }, children: e }),
      (0, J.jsx)(Ei, {
        value: e,
        children: ({ copied: e, copy: n }) =>
          (0, J.jsx)(Ze, {
            size: `compact-xs`,
            variant: `default`,
            onClick: n,
            'aria-label': `Copy ${t}`,
            children: e ? `Copied` : `Copy`,
          }),
      }),
    ],
  });
}
var mc = {
  closed: `calls go through`,
  half_open: `trying again`,
  open: `resting after failures`,
  forced_open: `stopped by hand`,
  forced_closed: `held open for calls by hand`,
};
function hc({ connectionId: e, lanes: t }) {
  let [n, r] = (0, q.useState)(),
    i = Ie();
  return (0, J.jsxs)(S, {
    withBorder: !0,
    children: [
      (0, J.jsx)(f, { order: 2, size: `h4`, mb: `xs`, children: `Lanes` }),
      t.length === 0
        ? (0, J.jsx)(ve, {
            title: `No calls yet`,
            children: `Operations that share a breaker are a lane. They are listed once they are used.`,
          })
        : (0, J.jsx)(w, {
            gap: `xs`,
            children: t.map((t) =>
              (0, J.jsxs)(
                `div`,
                {
                  children: [
                    (0, J.jsxs)(pe, {
                      justify: `space-between`,
                      children: [
                        (0, J.jsx)(ce, { size: `sm`, fw: 600, children: t.name }),
                        (0, J.jsxs)(pe, {
                          gap: `xs`,
                          children: [
                            (0, J.jsx)(b, {
                              variant: `outline`,
                              tt: `none`,
                              color: t.state === `closed` ? `teal` : `orange`,
                              children: mc[t.state] ?? t.state,
                            }),
                            i(`connections.operate`) &&
                              (t.override === void 0
                                ? (0, J.jsx)(Ze, {
                                    size: `compact-xs`,
                                    variant: `default`,
                                    onClick: () => r(t.name),
                                    'aria-label': `Force the lane ${t.name}`,
                                    children: `Force …`,
                                  })
                                : (0, J.jsx)(gc, { connectionId: e, lane: t.name })),
                          ],
                        }),
                      ],
                    }),
                    t.override !== void 0 &&
                      (0, J.jsxs)(ce, {
                        size: `xs`,
                        c: `dimmed`,
                        children: [`“`, t.override.reason, `”, until `, (0, J.jsx)(He, { at: t.override.until })],
                      }),
                  ],
                },
                t.name,
              ),
            ),
          }),
      (0, J.jsx)(ra, {
        opened: n !== void 0,
        onClose: () => r(void 0),
        title: `Force the lane ${n ?? ``}`,
        centered: !0,
        closeButtonProps: { 'aria-label': `Close` },
        children: n !== void 0 && (0, J.jsx)(vc, { connectionId: e, lane: n, onDone: () => r(void 0) }),
      }),
    ],
  });
}
function gc({ connectionId: e, lane: t }) {
  let n = rc({
    mutationFn: async () =>
      Oe(
        ct.POST(`/api/connections/{id}/lanes/{lane}/override`, {
          params: { path: { id: e, lane: t } },
          body: { state: `automatic` },
        }),
      ),
    onSuccess: dc(),
    onError: ze().failed,
  });
  return (0, J.jsx)(Ze, {
    size: `compact-xs`,
    variant: `default`,
    loading: n.isPending,
    onClick: () => n.mutate(),
    'aria-label': `End what is forced on the lane ${t}`,
    children: `End it`,
  });
}
var _c = { '15 minutes': 15, '1 hour': 60, '8 hours': 480, '24 hours': 1440 };
function vc({ connectionId: e, lane: t, onDone: n }) {
  let [r, i] = (0, q.useState)(`open`),
    [a, o] = (0, q.useState)(``),
    [s, c] = (0, q.useState)(`1 hour`),
    l = dc(),
    u = rc({
      mutationFn: async () =>
        Oe(
          ct.POST(`/api/connections/{id}/lanes/{lane}/override`, {
            params: { path: { id: e, lane: t } },
            body: { state: r, reason: a, until: new Date(Date.now() + _c[s] * 6e4).toISOString() },
          }),
        ),
      async onSuccess() {
        await l(), n();
      },
    });
  return (0, J.jsx)(`form`, {
    onSubmit: (e) => {
      e.preventDefault(), u.mutate();
    },
    children: (0, J.jsxs)(w, {
      children: [
        (0, J.jsx)(es.Group, {
          label: `What it shall do`,
          value: r,
          onChange: (e) => i(e),
          children: (0, J.jsxs)(w, {
            gap: `xs`,
            mt: `xs`,
            children: [
              (0, J.jsx)(es, { value: `open`, label: `Stop: no calls are made` }),
              (0, J.jsx)(es, { value: `closed`, label: `Go on: calls are made in spite of failures` }),
            ],
          }),
        }),
        (0, J.jsx)(v, {
          label: `Reason`,
          required: !0,
          maxLength: 500,
          value: a,
          onChange: ({ currentTarget: e }) => o(e.value),
          'data-autofocus': !0,
        }),
        (0, J.jsx)(os, {
          label: `For`,
          data: Object.keys(_c),
          value: s,
          allowDeselect: !1,
          onChange: (e) => c(e ?? `1 hour`),
        }),
        u.isError && (0, J.jsx)(Ce, { error: u.error }),
        (0, J.jsxs)(pe, {
          justify: `flex-end`,
          children: [
            (0, J.jsx)(Ze, { variant: `default`, onClick: n, children: `Cancel` }),
            (0, J.jsx)(Ze, { type: `submit`, loading: u.isPending, children: `Force` }),
          ],
        }),
      ],
    }),
  });
}
var yc = (0, q.lazy)(async () => ({
    default: (
      await at(
        async () => {
          let { HealthCharts: e } = await import(`./health-charts-f7hl8mtt.js`);
          return { HealthCharts: e };
        },
        __vite__mapDeps([0, 1, 2, 3]),
      )
    ).HealthCharts,
  })),
  bc = { '1 h': 1, '6 h': 6, '24 h': 24, '7 d': 168 };
function xc({ connection: e }) {
  let [t, n] = (0, q.useState)(`1 h`),
    { id: r } = e,
    i = L({
      queryKey: [`connections`, `health`, r, t],
      refetchInterval: 3e4,
      queryFn: async ({ signal: e }) => {
        let n = new Date(Date.now() - bc[t] * 36e5).toISOString();
        return Oe(
          ct.GET(`/api/connections/{id}/health`, { params: { path: { id: r }, query: { from: n } }, signal: e }),
        );
      },
    });
  return (0, J.jsx)($e, {
    query: i,
    children: (i) =>
      (0, J.jsxs)(V, {
        children: [
          (0, J.jsx)(V.Col, {
            span: { base: 12, md: 7 },
            children: (0, J.jsxs)(w, {
              children: [
                (0, J.jsx)(Sc, { health: i, locked: e.locked }),
                (0, J.jsxs)(S, {
                  withBorder: !0,
                  children: [
                    (0, J.jsxs)(pe, {
                      justify: `space-between`,
                      mb: `xs`,
                      children: [
                        (0, J.jsx)(f, { order: 2, size: `h4`, children: `Calls` }),
                        (0, J.jsx)(is, {
                          size: `xs`,
                          data: Object.keys(bc),
                          value: t,
                          onChange: (e) => n(e),
                          'aria-label': `Span`,
                        }),
                      ],
                    }),
                    (0, J.jsx)(Cc, { minutes: i.minutes }),
                    (0, J.jsx)(q.Suspense, {
                      fallback: (0, J.jsx)(Je, {}),
                      children: (0, J.jsx)(yc, { minutes: i.minutes, hours: bc[t] }),
                    }),
                  ],
                }),
              ],
            }),
          }),
          (0, J.jsx)(V.Col, {
            span: { base: 12, md: 5 },
            children: (0, J.jsxs)(w, {
              children: [
                (0, J.jsx)(hc, { connectionId: r, lanes: i.lanes }),
                (0, J.jsxs)(S, {
                  withBorder: !0,
                  children: [
                    (0, J.jsx)(f, { order: 2, size: `h4`, mb: `xs`, children: `Webhooks` }),
                    (0, J.jsx)(ce, { size: `sm`, c: `dimmed`, mb: 4, children: `Where the vendor sends them` }),
                    (0, J.jsx)(pc, { text: e.webhookUrl, label: `webhook address` }),
                  ],
                }),
                (0, J.jsx)(wc, { history: i.history, hours: bc[t] }),
              ],
            }),
          }),
        ],
      }),
  });
}
function Sc({ health: e, locked: t }) {
  return (0, J.jsxs)(S, {
    withBorder: !0,
    children: [
      (0, J.jsxs)(pe, {
        justify: `space-between`,
        children: [
          (0, J.jsx)(Ae, { health: e.status }),
          (0, J.jsx)(ce, {
            size: `sm`,
            c: `dimmed`,
            children:
              e.checkedAt === void 0
                ? `never heard of yet`
                : (0, J.jsxs)(J.Fragment, { children: [`heard of `, (0, J.jsx)(He, { at: e.checkedAt, ago: !0 })] }),
          }),
        ],
      }),
      t !== void 0 &&
        (0, J.jsxs)(N, {
          color: `red`,
          mt: `sm`,
          title: `Its secrets cannot be opened`,
          children: [
            t.reason,
            `: the master key `,
            (0, J.jsx)(H, { children: t.keyId }),
            ` is missing or wrong. Nothing is lost; give the hub that key.`,
          ],
        }),
      e.reasons.length === 0
        ? (0, J.jsx)(ce, { size: `sm`, mt: `sm`, children: `There is no reason for concern.` })
        : (0, J.jsx)(g, {
            size: `sm`,
            mt: `sm`,
            spacing: `xs`,
            children: e.reasons.map(({ source: e, code: t, text: n, since: r }) =>
              (0, J.jsxs)(
                g.Item,
                {
                  children: [
                    n,
                    ` `,
                    (0, J.jsxs)(ce, {
                      span: !0,
                      size: `xs`,
                      c: `dimmed`,
                      children: [e, `, `, (0, J.jsx)(H, { children: t }), `, since `, (0, J.jsx)(He, { at: r })],
                    }),
                  ],
                },
                e + t,
              ),
            ),
          }),
    ],
  });
}
function Cc({ minutes: e }) {
  let t = e.reduce((e, t) => e + t.calls, 0),
    n = e.reduce((e, t) => e + t.errors, 0),
    r = Math.max(0, ...e.map(({ p95Ms: e }) => e ?? 0)),
    i = [
      [`Attempts`, String(t)],
      [`Failed`, t === 0 ? `–` : `${((n / t) * 100).toFixed(1)} %`],
      [`Slowest minute, p95`, r === 0 ? `–` : `${Math.round(r)} ms`],
    ];
  return (0, J.jsx)(F, {
    cols: 3,
    mb: `xs`,
    component: `dl`,
    m: 0,
    children: i.map(([e, t]) =>
      (0, J.jsxs)(
        `div`,
        {
          children: [
            (0, J.jsx)(ce, { size: `xs`, c: `dimmed`, component: `dt`, children: e }),
            (0, J.jsx)(ce, { fw: 600, className: `numbers`, component: `dd`, m: 0, children: t }),
          ],
        },
        e,
      ),
    ),
  });
}
function wc({ history: e, hours: t }) {
  let n = (0, q.useMemo)(() => Tc(e, Date.now() - t * 36e5, Date.now()), [e, t]);
  return (0, J.jsxs)(S, {
    withBorder: !0,
    children: [
      (0, J.jsxs)(pe, {
        justify: `space-between`,
        mb: `xs`,
        children: [
          (0, J.jsx)(f, { order: 2, size: `h4`, children: `Changes of health` }),
          n !== void 0 &&
            (0, J.jsxs)(ce, { size: `sm`, className: `numbers`, children: [(n * 100).toFixed(2), ` % up`] }),
        ],
      }),
      e.length === 0
        ? (0, J.jsx)(ve, { title: `None yet` })
        : (0, J.jsx)(Ws, {
            children: (0, J.jsx)(Ws.Tbody, {
              children: e
                .toReversed()
                .slice(0, 20)
                .map(({ status: e, at: t, codes: n }) =>
                  (0, J.jsxs)(
                    Ws.Tr,
                    {
                      children: [
                        (0, J.jsx)(Ws.Td, { children: (0, J.jsx)(Ae, { health: e }) }),
                        (0, J.jsx)(Ws.Td, { children: (0, J.jsx)(He, { at: t }) }),
                        (0, J.jsx)(Ws.Td, { children: n.join(`, `) }),
                      ],
                    },
                    t,
                  ),
                ),
            }),
          }),
    ],
  });
}
function Tc(e, t, n) {
  let r = 0,
    i = 0;
  for (let [a, { status: o, at: s }] of e.entries()) {
    let c = e[a + 1],
      l = Math.max(t, Date.parse(s)),
      u = Math.min(n, c === void 0 ? n : Date.parse(c.at));
    u <= l || o === `unknown` || ((i += u - l), o !== `unhealthy` && (r += u - l));
  }
  return i === 0 ? void 0 : r / i;
}
function Ec({ fields: e, texts: t, onChange: n, faults: r }) {
  return e.length === 0
    ? null
    : (0, J.jsxs)(w, {
        component: `fieldset`,
        m: 0,
        p: 0,
        bd: 0,
        children: [
          (0, J.jsx)(ce, { component: `legend`, fw: 600, mb: `xs`, children: `Secrets` }),
          e.map((e) => {
            let { name: i, title: a, list: o } = e,
              s = {
                label: a,
                required: e.required,
                description: e.description,
                value: t[i] ?? ``,
                error: Dc(r, i),
                autoComplete: `off`,
              },
              c = (e) => n({ ...t, [i]: e });
            return o
              ? (0, J.jsx)(
                  Vi,
                  {
                    ...s,
                    description: `${e.description ?? ``} One on each line.`.trim(),
                    autosize: !0,
                    minRows: 2,
                    onChange: ({ currentTarget: e }) => c(e.value),
                  },
                  i,
                )
              : (0, J.jsx)(vt, { ...s, onChange: ({ currentTarget: e }) => c(e.value) }, i);
          }),
        ],
      });
}
function Dc(e, t) {
  return e.find(({ path: e }) => e === `/body/secrets/${t}` || e.startsWith(`/body/secrets/${t}/`))?.message;
}
function Oc(e, t) {
  let n = {};
  for (let { name: r, list: i } of e) {
    let e = t[r] ?? ``;
    e.trim() !== `` &&
      (n[r] = i
        ? e
            .split(`
`)
            .map((e) => e.trim())
            .filter((e) => e !== ``)
        : e.trim());
  }
  return n;
}
function Y(e) {
  return typeof e != `object` ||
    !e ||
    (`lastModified` in e && typeof e.lastModified == `number` && typeof File < `u` && e instanceof File) ||
    (`getMonth` in e && typeof e.getMonth == `function` && typeof Date < `u` && e instanceof Date)
    ? !1
    : !Array.isArray(e);
}
function kc(e) {
  return (
    e.additionalItems === !0 && console.warn(`additionalItems=true is currently not supported`), Y(e.additionalItems)
  );
}
function Ac(e) {
  let t = e || (typeof navigator < `u` ? navigator.languages : void 0);
  if (t)
    try {
      return new Intl.NumberFormat(t).formatToParts(1.1).find((e) => e.type === `decimal`)?.value || `.`;
    } catch {}
  return `.`;
}
function jc(e) {
  if (e === ``) return;
  if (e === null) return null;
  let t = Ac(),
    n = typeof e == `string` && t !== `.` ? e.replace(t, `.`) : e;
  if (/\.$/.test(n) || /\.0$/.test(n) || /\.\d*0$/.test(n)) return e;
  let r = Number(n);
  return typeof r == `number` && !Number.isNaN(r) ? r : e;
}
var Mc = Symbol(`__additional_property`),
  Nc = `additionalProperties`,
  Pc = `allOf`,
  Fc = `anyOf`,
  Ic = `const`,
  Lc = `default`,
  Rc = `dependencies`,
  zc = `else`,
  Bc = `__errors`,
  Vc = `items`,
  Hc = `_$junk_option_schema_id$_`,
  Uc = `$name`,
  Wc = `oneOf`,
  Gc = `patternProperties`,
  Kc = `properties`,
  qc = `readonly`,
  Jc = `required`,
  Yc = `submitButtonOptions`,
  Xc = `$ref`,
  Zc = `then`,
  Qc = Symbol(`__rjsf_ref`),
  $c = Symbol(`__rjsf_ref_cycle`),
  el = `root`,
  tl = [`discriminator`, `propertyName`],
  nl = `formContext`,
  rl = `layoutGridLookupMap`,
  il = `__rjsf_additionalProperties`,
  al = `ui:options`,
  ol = `ui:globalOptions`;
function sl(e = {}, t = {}) {
  return e
    ? Object.keys(e)
        .filter((e) => e.startsWith(`ui:`))
        .reduce(
          (t, n) => {
            let r = e[n];
            return n === `ui:widget` && Y(r)
              ? (console.error(`Setting options via ui:widget object is no longer supported, use ui:options instead`),
                t)
              : n === `ui:options` && Y(r)
                ? { ...t, ...r }
                : { ...t, [n.substring(3)]: r };
          },
          { ...t },
        )
    : { ...t };
}
function cl(e, t = {}, n) {
  if (!(e.additionalProperties || e.patternProperties)) return !1;
  let { expandable: r = !0 } = sl(t);
  return r === !1 ? r : e.maxProperties !== void 0 && n ? Object.keys(n).length < e.maxProperties : !0;
}
function ll(e) {
  if (typeof e != `object` || !e) return !1;
  let t = Object.getPrototypeOf(e);
  return t === null || t === Object.prototype;
}
function ul(e) {
  let t = {
    [Bc]: [],
    addError(e) {
      this[Bc].push(e);
    },
  };
  return Array.isArray(e)
    ? e.reduce((e, t, n) => ({ ...e, [n]: ul(t) }), t)
    : ll(e)
      ? Object.keys(e).reduce((t, n) => ({ ...t, [n]: ul(e[n]) }), t)
      : t;
}
var { getOwnPropertyDescriptor: dl, getOwnPropertyNames: fl, getOwnPropertySymbols: pl } = Object,
  { hasOwnProperty: ml, toString: hl } = Object.prototype,
  gl = `[object Object]`;
function _l(e, t, n, r, i) {
  let a = r.length,
    o,
    s,
    c;
  for (; a-- > i; )
    if (
      ((o = r[a]),
      (!wl(e, t, o) && (!Sl(t, o) || !n.equals(e[o], t[o], o, o, e, t, n))) ||
        ((s = dl(e, o)),
        (c = dl(t, o)),
        (s || c) &&
          (!s ||
            !c ||
            s.configurable !== c.configurable ||
            s.enumerable !== c.enumerable ||
            s.writable !== c.writable)))
    )
      return !1;
  return !0;
}
function vl(e, t) {
  return function (n, r, i) {
    return e(n, r, i) && t(n, r, i);
  };
}
function yl(e) {
  return function (t, n, r) {
    if (!t || !n || typeof t != `object` || typeof n != `object`) return e(t, n, r);
    let { cache: i } = r,
      a = i.get(t),
      o = i.get(n);
    if (a && o) return a === n && o === t;
    i.set(t, n), i.set(n, t);
    let s = e(t, n, r);
    return (i.delete(t), i.delete(n), s);
  };
}
function bl(e) {
  let t = pl(e);
  return t.length ? fl(e).concat(t) : fl(e);
}
var xl = dl(Object.getPrototypeOf(Int8Array.prototype), Symbol.toStringTag).get,
  Sl = Object.hasOwn || ((e, t) => ml.call(e, t));
function Cl(e, t) {
  let n = e.constructor,
    r = t.constructor;
  return n == null ? r === Object || hl.call(t) === gl : r == null ? n === Object || hl.call(e) === gl : !1;
}
function wl(e, t, n) {
  return (n === `_owner` || n === `__o` || n === `__v`) && !!(e.$$typeof || t.$$typeof);
}
function Tl(e) {
  return e.split(`&`).sort().join(`&`);
}
var El = 64,
  { keys: Dl } = Object,
  { propertyIsEnumerable: Ol } = Object.prototype,
  kl =
    Object.is ||
    function (e, t) {
      return e === t ? e !== 0 || 1 / e == 1 / t : e !== e && t !== t;
    };
function Al(e, t) {
  return e === t;
}
function jl(e, t) {
  return e.byteLength === t.byteLength && Wl(new Uint8Array(e), new Uint8Array(t));
}
function Ml(e, t, n) {
  let r = e.length;
  if (t.length !== r) return !1;
  for (; r-- > 0; ) if (!n.equals(e[r], t[r], r, r, e, t, n)) return !1;
  return !0;
}
function Nl(e, t) {
  return (
    e.byteLength === t.byteLength &&
    Wl(new Uint8Array(e.buffer, e.byteOffset, e.byteLength), new Uint8Array(t.buffer, t.byteOffset, t.byteLength))
  );
}
function Pl(e, t) {
  return kl(e.getTime(), t.getTime());
}
function Fl(e, t, n) {
  if (e.name !== t.name || e.message !== t.message || e.stack !== t.stack) return !1;
  let r = e.cause,
    i = t.cause;
  if (r !== i && !n.equals(r, i, `cause`, `cause`, e, t, n)) return !1;
  let a = e.errors,
    o = t.errors;
  if (a !== o && !n.equals(a, o, `errors`, `errors`, e, t, n)) return !1;
  let s = Dl(e),
    c = Dl(t),
    l = s.length;
  if (!l && !c.length) return !0;
  let u = 0,
    d;
  for (; l-- > 0; )
    if (((d = s[l]), d !== `cause` && d !== `errors`)) {
      if ((d !== c[l] && !Ol.call(t, d)) || !n.equals(e[d], t[d], d, d, e, t, n)) return !1;
      ++u;
    }
  let f = c.length - u;
  return !f || f === +!!Ol.call(t, `cause`) + +!!Ol.call(t, `errors`);
}
function Il(e, t, n) {
  return e.name === t.name && e.message === t.message && e.stack === t.stack && zl(e, t, n);
}
function Ll(e, t, n) {
  let r = e.size;
  if (r !== t.size) return !1;
  if (!r) return !0;
  let i = Array(r),
    a = e.entries(),
    o,
    s,
    c = 0;
  for (; (o = a.next()) && !o.done; ) {
    let r = t.entries(),
      a = !1,
      l = 0;
    for (; (s = r.next()) && !s.done; ) {
      if (i[l]) {
        l++;
        continue;
      }
      let r = o.value,
        u = s.value;
      if (n.equals(r[0], u[0], c, l, e, t, n) && n.equals(r[1], u[1], r[0], u[0], e, t, n)) {
        a = i[l] = !0;
        break;
      }
      l++;
    }
    if (!a) return !1;
    c++;
  }
  return !0;
}
function Rl(e, t, n) {
  let r = Dl(e),
    i = Dl(t),
    a = r.length;
  if (i.length !== a) return !1;
  let o = a <= El,
    s;
  for (; a-- > 0; )
    if (
      ((s = r[a]),
      !wl(e, t, s) && ((s !== i[a] && !(o ? i.includes(s) : Ol.call(t, s))) || !n.equals(e[s], t[s], s, s, e, t, n)))
    )
      return !1;
  return !0;
}
function zl(e, t, n) {
  let r = bl(e);
  return bl(t).length === r.length && _l(e, t, n, r, 0);
}
function Bl(e, t) {
  return kl(e.valueOf(), t.valueOf());
}
function Vl(e, t) {
  return e.source === t.source && e.flags === t.flags;
}
function Hl(e, t) {
  let n = e.toString(),
    r = t.toString();
  return n === r || Tl(n) === Tl(r);
}
function Ul(e, t, n) {
  let r = e.size;
  if (r !== t.size) return !1;
  if (!r) return !0;
  let i = Array(r),
    a = e.values(),
    o,
    s;
  for (; (o = a.next()) && !o.done; ) {
    let r = t.values(),
      a = !1,
      c = 0;
    for (; (s = r.next()) && !s.done; ) {
      if (!i[c] && n.equals(o.value, s.value, o.value, s.value, e, t, n)) {
        a = i[c] = !0;
        break;
      }
      c++;
    }
    if (!a) return !1;
  }
  return !0;
}
function Wl(e, t) {
  let n = e.length;
  if (t.length !== n || e.byteOffset !== t.byteOffset) return !1;
  let r = xl.call(e);
  if (r === `Float64Array` || r === `Float32Array` || r === `Float16Array`) {
    for (; n-- > 0; ) if (e[n] !== t[n] && (e[n] === e[n] || t[n] === t[n])) return !1;
    return !0;
  }
  for (; n-- > 0; ) if (e[n] !== t[n]) return !1;
  return !0;
}
function Gl(e, t, n) {
  if (!Wl(e, t)) return !1;
  let r = bl(e);
  return bl(t).length === r.length && _l(e, t, n, r, e.length);
}
function Kl(e, t) {
  return (
    e.href === t.href ||
    (e.protocol === t.protocol &&
      e.username === t.username &&
      e.password === t.password &&
      e.host === t.host &&
      e.pathname === t.pathname &&
      e.hash === t.hash &&
      Hl(e.searchParams, t.searchParams))
  );
}
var { toString: ql } = Object.prototype;
function Jl(e) {
  let t = Ql(e),
    {
      areArraysEqual: n,
      areDatesEqual: r,
      areFunctionsEqual: i,
      areMapsEqual: a,
      areNumbersEqual: o,
      areObjectsEqual: s,
      areRegExpsEqual: c,
      areSetsEqual: l,
      getUnsupportedCustomComparator: u,
      strictNullPrototypeComparison: d,
    } = e,
    f = u
      ? function (e, n, r) {
          let i = ql.call(e),
            a = t[i];
          if (a) return a(e, n, r);
          let o = u(e, n, r, i);
          return o ? o(e, n, r) : !1;
        }
      : function (e, n, r) {
          let i = t[ql.call(e)];
          return i ? i(e, n, r) : !1;
        };
  return function (e, t, u) {
    if (e === t) return !0;
    if (e == null || t == null) return !1;
    let p = typeof e;
    if (p !== typeof t) return !1;
    if (p !== `object`) return p === `number` || p === `bigint` ? o(e, t, u) : p === `function` && i(e, t, u);
    let m = e.constructor;
    return m === t.constructor
      ? m === Object
        ? s(e, t, u)
        : m === Array
          ? n(e, t, u)
          : m === Date
            ? r(e, t, u)
            : m === RegExp
              ? c(e, t, u)
              : m === Map
                ? a(e, t, u)
                : m === Set
                  ? l(e, t, u)
                  : m == null
                    ? s(e, t, u)
                    : m === Promise
                      ? !1
                      : Array.isArray(e)
                        ? n(e, t, u)
                        : f(e, t, u)
      : !d && Cl(e, t) && s(e, t, u);
  };
}
function Yl({ circular: e, createCustomConfig: t, strict: n, strictNullPrototypeComparison: r = !0 }) {
  let i = {
    areArrayBuffersEqual: jl,
    areArraysEqual: n ? zl : Ml,
    areDataViewsEqual: Nl,
    areDatesEqual: n ? vl(Pl, zl) : Pl,
    areErrorsEqual: n ? Il : Fl,
    areFunctionsEqual: Al,
    areMapsEqual: n ? vl(Ll, zl) : Ll,
    areNumbersEqual: kl,
    areObjectsEqual: n ? zl : Rl,
    arePrimitiveWrappersEqual: Bl,
    areRegExpsEqual: Vl,
    areSetsEqual: n ? vl(Ul, zl) : Ul,
    areTypedArraysEqual: n ? Gl : Wl,
    areUrlsEqual: Kl,
    getUnsupportedCustomComparator: void 0,
    strictNullPrototypeComparison: r,
  };
  if ((t && (i = Object.assign({}, i, t(i))), e)) {
    let e = yl(i.areArraysEqual),
      t = n ? yl(i.areDatesEqual) : i.areDatesEqual,
      r = yl(i.areErrorsEqual),
      a = yl(i.areMapsEqual),
      o = yl(i.areObjectsEqual),
      s = yl(i.areSetsEqual),
      c = n ? yl(i.areTypedArraysEqual) : i.areTypedArraysEqual;
    i = Object.assign({}, i, {
      areArraysEqual: e,
      areDatesEqual: t,
      areErrorsEqual: r,
      areMapsEqual: a,
      areObjectsEqual: o,
      areSetsEqual: s,
      areTypedArraysEqual: c,
    });
  }
  return i;
}
function Xl(e) {
  return function (t, n, r, i, a, o, s) {
    return e(t, n, s);
  };
}
function Zl({ circular: e, comparator: t, createState: n, equals: r, strict: i }) {
  if (n)
    return function (a, o) {
      let { cache: s = e ? new WeakMap() : void 0, meta: c } = n();
      return t(a, o, { cache: s, equals: r, meta: c, strict: i });
    };
  if (e)
    return function (e, n) {
      return t(e, n, { cache: new WeakMap(), equals: r, meta: void 0, strict: i });
    };
  let a = { cache: void 0, equals: r, meta: void 0, strict: i };
  return function (e, n) {
    return t(e, n, a);
  };
}
function Ql({
  areArrayBuffersEqual: e,
  areArraysEqual: t,
  areDataViewsEqual: n,
  areDatesEqual: r,
  areErrorsEqual: i,
  areFunctionsEqual: a,
  areMapsEqual: o,
  areObjectsEqual: s,
  arePrimitiveWrappersEqual: c,
  areRegExpsEqual: l,
  areSetsEqual: u,
  areTypedArraysEqual: d,
  areUrlsEqual: f,
}) {
  return {
    '[object Arguments]': s,
    '[object Array]': t,
    '[object ArrayBuffer]': e,
    '[object AsyncGeneratorFunction]': a,
    '[object BigInt]': c,
    '[object BigInt64Array]': d,
    '[object BigUint64Array]': d,
    '[object Boolean]': c,
    '[object DataView]': n,
    '[object Date]': r,
    '[object Error]': i,
    '[object Float16Array]': d,
    '[object Float32Array]': d,
    '[object Float64Array]': d,
    '[object Function]': a,
    '[object GeneratorFunction]': a,
    '[object Int8Array]': d,
    '[object Int16Array]': d,
    '[object Int32Array]': d,
    '[object Map]': o,
    '[object Number]': c,
    '[object Object]': (e, t, n) => typeof e.then != `function` && typeof t.then != `function` && s(e, t, n),
    '[object RegExp]': l,
    '[object Set]': u,
    '[object String]': c,
    '[object URL]': f,
    '[object Uint8Array]': d,
    '[object Uint8ClampedArray]': d,
    '[object Uint16Array]': d,
    '[object Uint32Array]': d,
  };
}
$l(),
  $l({ strict: !0 }),
  $l({ circular: !0 }),
  $l({ circular: !0, strict: !0 }),
  $l({ createInternalComparator: () => kl }),
  $l({ strict: !0, createInternalComparator: () => kl }),
  $l({ circular: !0, createInternalComparator: () => kl }),
  $l({ circular: !0, createInternalComparator: () => kl, strict: !0 });
function $l(e = {}) {
  let { circular: t = !1, createInternalComparator: n, createState: r, strict: i = !1 } = e,
    a = Jl(Yl(e));
  return Zl({ circular: t, comparator: a, createState: r, equals: n ? n(a) : Xl(a), strict: i });
}
var eu = $l({
    circular: !0,
    createCustomConfig: () => ({
      areFunctionsEqual(e, t) {
        return typeof t == `function`;
      },
    }),
  }),
  tu = Ye((e, t) => {
    var n = RegExp.prototype.test.bind(/^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/iu),
      r = RegExp.prototype.test.bind(
        /^(?:(?:25[0-5]|2[0-4]\d|1\d{2}|[1-9]\d|\d)\.){3}(?:25[0-5]|2[0-4]\d|1\d{2}|[1-9]\d|\d)$/u,
      ),
      i = RegExp.prototype.test.bind(/^\d*$/u),
      a = RegExp.prototype.test.bind(/^[\da-f]{2}$/iu),
      o = RegExp.prototype.test.bind(/^[\da-z\-._~]$/iu),
      s = RegExp.prototype.test.bind(/^[A-Za-z0-9\-._~!$&'()*+,;=:@/]$/u),
      c = RegExp.prototype.test.bind(/^[A-Za-z0-9\-._~!$&'()*+,;=:@/?]$/u),
      l = RegExp.prototype.test.bind(/^[A-Za-z0-9\-._~!$&'()*+,;=:]$/u),
      u = RegExp.prototype.test.bind(/^[A-Za-z0-9\-._~!$&'()*+,;=]$/u),
      d = RegExp.prototype.test.bind(/^[A-Za-z0-9\-._~!$&'()*+,;=]*$/u);
    function f(e) {
      let t = ``,
        n = 0,
        r = 0;
      for (r = 0; r < e.length; r++)
        if (((n = e[r].charCodeAt(0)), n !== 48)) {
          if (!((n >= 48 && n <= 57) || (n >= 65 && n <= 70) || (n >= 97 && n <= 102))) return ``;
          t += e[r];
          break;
        }
      for (r += 1; r < e.length; r++) {
        if (((n = e[r].charCodeAt(0)), !((n >= 48 && n <= 57) || (n >= 65 && n <= 70) || (n >= 97 && n <= 102))))
          return ``;
        t += e[r];
      }
      return t;
    }
    var p = RegExp.prototype.test.bind(/^[\dA-Fa-f]{1,4}$/),
      m = RegExp.prototype.test.bind(/^[vV][\dA-Fa-f]+\.[A-Za-z\d\-._~!$&'()*+,;=:]+$/),
      h = RegExp.prototype.test.bind(/^[A-Za-z\d\-._~]$/),
      g = RegExp.prototype.test.bind(/[^!"$&'()*+,\-.;=_`a-z{}~]/u),
      _ = RegExp.prototype.test.bind(/[^\d!"$&'()*+,\-.;=_`a-z{}~]/u),
      v = RegExp.prototype.test.bind(/(?:^|\.)\d+$/u);
    function y(e) {
      return _(e) || v(e);
    }
    function b(e) {
      if (e.length === 0) return !1;
      for (let t = 0; t < e.length; t++)
        if (!h(e[t])) {
          if (e[t] === `%` && t + 2 < e.length && a(e.slice(t + 1, t + 3))) t += 2;
          else return !1;
        }
      return !0;
    }
    function x(e) {
      let t = -1,
        n = 0,
        r = -1,
        i = 0;
      for (let a = 0; a < e.length; a++)
        e[a] === `0` ? (r === -1 && (r = a), i++, i > n && ((n = i), (t = r))) : ((r = -1), (i = 0));
      if (n < 2) return e.join(`:`);
      let a = e.slice(0, t).join(`:`),
        o = e.slice(t + n).join(`:`);
      return a + `::` + o;
    }
    function S(e) {
      let t = e.indexOf(`::`);
      if (t !== -1 && e.indexOf(`::`, t + 1) !== -1) return;
      let n = t === -1 ? e.split(`:`) : e.slice(0, t).split(`:`),
        i = t === -1 ? [] : e.slice(t + 2).split(`:`);
      t !== -1 && (n.length === 1 && n[0] === `` && (n.length = 0), i.length === 1 && i[0] === `` && (i.length = 0));
      let a = n.concat(i),
        o = 0;
      for (let e = 0; e < a.length; e++) {
        let n = a[e];
        if (n === ``) return;
        if (n.indexOf(`.`) !== -1) {
          if (e !== a.length - 1 || (t !== -1 && i.length === 0) || !r(n)) return;
          o += 2;
        } else {
          if (!p(n)) return;
          (a[e] = parseInt(n, 16).toString(16)), o++;
        }
      }
      if (t === -1) return o === 8 ? x(a) : void 0;
      if (o >= 8) return;
      let s = a.slice(0, n.length);
      for (let e = o; e < 8; e++) s.push(`0`);
      for (let e = n.length; e < a.length; e++) s.push(a[e]);
      return x(s);
    }
    function C(e) {
      let t = e[0] === `[` && e[e.length - 1] === `]`;
      if ((e[0] === `[` || e[e.length - 1] === `]`) && !t) return { host: e, isIPV6: !1, error: !0 };
      let n = t ? e.slice(1, -1) : e;
      if (t && m(n)) return ((n = n.toLowerCase()), { host: `[${n}]`, escapedHost: n, isIPV6: !1, isIPVFuture: !0 });
      if (w(n, `:`) < 2) return { host: e, isIPV6: !1, error: t };
      let r = ``,
        i = n.indexOf(`%`);
      if (i !== -1) {
        let t = n.slice(i, i + 3).toLowerCase() === `%25` ? 3 : 1;
        if (((r = n.slice(i + t)), !b(r))) return { host: e, isIPV6: !1, error: !0 };
        n = n.slice(0, i);
      }
      let a = S(n);
      return a === void 0
        ? { host: e, isIPV6: !1, error: !0 }
        : { host: a + (r ? `%` + r : ``), escapedHost: a + (r ? `%25` + r : ``), isIPV6: !0 };
    }
    function w(e, t) {
      let n = 0;
      for (let r = 0; r < e.length; r++) e[r] === t && n++;
      return n;
    }
    function T(e) {
      let t = e,
        n = [],
        r = -1,
        i = 0;
      for (; (i = t.length); ) {
        if (i === 1) {
          if (t === `.`) break;
          if (t === `/`) {
            n.push(`/`);
            break;
          }
          n.push(t);
          break;
        }
        if (i === 2) {
          if (t[0] === `.`) {
            if (t[1] === `.`) break;
            if (t[1] === `/`) {
              t = t.slice(2);
              continue;
            }
          } else if (t[0] === `/` && t[1] === `.`) {
            n.push(`/`);
            break;
          }
        } else if (i === 3 && t === `/..`) {
          n.length !== 0 && n.pop(), n.push(`/`);
          break;
        }
        if (t[0] === `.`) {
          if (t[1] === `.`) {
            if (t[2] === `/`) {
              t = t.slice(3);
              continue;
            }
          } else if (t[1] === `/`) {
            t = t.slice(2);
            continue;
          }
        } else if (t[0] === `/` && t[1] === `.`) {
          if (t[2] === `/`) {
            t = t.slice(2);
            continue;
          }
          if (t[2] === `.` && t[3] === `/`) {
            (t = t.slice(3)), n.length !== 0 && n.pop();
            continue;
          }
        }
        if ((r = t.indexOf(`/`, 1)) === -1) {
          n.push(t);
          break;
        }
        n.push(t.slice(0, r)), (t = t.slice(r));
      }
      return n.join(``);
    }
    function E(e) {
      if (e === `` || e[0] === `/`) return T(e);
      let t = e.split(`/`),
        n = t.length - 1,
        r = [],
        i = !1;
      for (let e = 0; e <= n; e++) {
        let a = t[e];
        a === `.` || a === `..`
          ? (a === `..` && (r.length !== 0 && r[r.length - 1] !== `..` ? r.pop() : r.push(`..`)), (i = e === n))
          : r.push(a);
      }
      return (
        i && r[r.length - 1] !== `..` && r.push(``),
        (r.length === 0 || r[0] === `` || r[0].includes(`:`)) && r.unshift(`.`),
        r.join(`/`)
      );
    }
    var D = { '@': `%40`, '/': `%2F`, '?': `%3F`, '#': `%23` },
      O = /[@/?#]/g;
    function k(e, t, n = !1) {
      return t ? ((O.lastIndex = 0), e.replace(O, (e) => D[e])) : d(e) ? e : L(e, u, n);
    }
    function A(e, t = !1) {
      if (e.indexOf(`%`) === -1) return e;
      let n = ``;
      for (let r = 0; r < e.length; r++) {
        if (e[r] === `%` && r + 2 < e.length) {
          let i = e.slice(r + 1, r + 3);
          if (a(i)) {
            let e = i.toUpperCase(),
              a = String.fromCharCode(parseInt(e, 16));
            t && o(a) ? (n += a) : (n += `%` + e), (r += 2);
            continue;
          }
        }
        n += e[r];
      }
      return n;
    }
    var j = Array(256);
    {
      let e = `0123456789ABCDEF`;
      for (let t = 0; t < 256; t++) j[t] = `%` + e[t >> 4] + e[t & 15];
    }
    function M(e) {
      return (
        (e >= 48 && e <= 57) ||
        (e >= 65 && e <= 90) ||
        (e >= 97 && e <= 122) ||
        e === 42 ||
        e === 43 ||
        e === 45 ||
        e === 46 ||
        e === 47 ||
        e === 64 ||
        e === 95
      );
    }
    function N(e) {
      return e < 2048
        ? j[192 | (e >> 6)] + j[128 | (e & 63)]
        : e < 65536
          ? j[224 | (e >> 12)] + j[128 | ((e >> 6) & 63)] + j[128 | (e & 63)]
          : j[240 | (e >> 18)] + j[128 | ((e >> 12) & 63)] + j[128 | ((e >> 6) & 63)] + j[128 | (e & 63)];
    }
    function P(e) {
      let t = ``;
      for (let n = 0; n < e.length; n++) {
        let r = e[n];
        if (r === `%` && n + 2 < e.length) {
          let r = e.slice(n + 1, n + 3);
          if (a(r)) {
            let e = r.toUpperCase(),
              i = String.fromCharCode(parseInt(e, 16));
            i !== `.` && o(i) ? (t += i) : (t += `%` + e), (n += 2);
            continue;
          }
        }
        if (s(r)) t += r;
        else {
          let i = e.charCodeAt(n);
          if (i < 128) t += M(i) ? r : j[i];
          else if (i < 55296 || i > 57343) t += N(i);
          else if (i <= 56319 && n + 1 < e.length) {
            let r = e.charCodeAt(n + 1);
            r >= 56320 && r <= 57343 ? ((t += N(65536 + ((i - 55296) << 10) + (r - 56320))), n++) : (t += N(65533));
          } else t += N(65533);
        }
      }
      return t;
    }
    function F(e, t = !1) {
      let n = ``,
        r = t && e[0] !== `/`;
      for (let t = 0; t < e.length; t++) {
        let i = e[t];
        if (i === `%` && t + 2 < e.length) {
          let r = e.slice(t + 1, t + 3);
          if (a(r)) {
            (n += `%` + r.toUpperCase()), (t += 2);
            continue;
          }
        }
        if ((i === `/` && (r = !1), s(i) && (i !== `:` || !r))) n += i;
        else {
          let r = e.charCodeAt(t);
          if (r < 128) n += j[r];
          else if (r < 55296 || r > 57343) n += N(r);
          else if (r <= 56319 && t + 1 < e.length) {
            let i = e.charCodeAt(t + 1);
            i >= 56320 && i <= 57343 ? ((n += N(65536 + ((r - 55296) << 10) + (i - 56320))), t++) : (n += N(65533));
          } else n += N(65533);
        }
      }
      return n;
    }
    function I(e) {
      let t = ``;
      for (let n = 0; n < e.length; n++) {
        let r = e[n];
        if (r === `%` && n + 2 < e.length) {
          let r = e.slice(n + 1, n + 3);
          if (a(r)) {
            let e = r.toUpperCase(),
              i = String.fromCharCode(parseInt(e, 16));
            o(i) ? (t += i) : (t += `%` + e), (n += 2);
            continue;
          }
        }
        if (c(r)) t += r;
        else {
          let i = e.charCodeAt(n);
          if (i < 128) t += M(i) ? r : j[i];
          else if (i < 55296 || i > 57343) t += N(i);
          else if (i <= 56319 && n + 1 < e.length) {
            let r = e.charCodeAt(n + 1);
            r >= 56320 && r <= 57343 ? ((t += N(65536 + ((i - 55296) << 10) + (r - 56320))), n++) : (t += N(65533));
          } else t += N(65533);
        }
      }
      return t;
    }
    function L(e, t, n = !1) {
      let r = ``;
      for (let i = 0; i < e.length; i++) {
        let o = e[i];
        if (o === `%` && i + 2 < e.length) {
          let t = e.slice(i + 1, i + 3);
          if (a(t)) {
            (r += `%` + t.toUpperCase()), (i += 2);
            continue;
          }
        }
        if (t(o)) r += o;
        else {
          let t = e.charCodeAt(i);
          if (t < 128) r += j[t];
          else if (t < 55296 || t > 57343) r += n ? o : N(t);
          else if (t <= 56319 && i + 1 < e.length) {
            let a = e.charCodeAt(i + 1);
            a >= 56320 && a <= 57343
              ? ((r += n ? o + e[i + 1] : N(65536 + ((t - 55296) << 10) + (a - 56320))), i++)
              : (r += n ? `�` : N(65533));
          } else r += n ? `�` : N(65533);
        }
      }
      return r;
    }
    function R(e) {
      return L(e, l);
    }
    function z(e) {
      return L(e, c);
    }
    function B(e) {
      return L(e, c);
    }
    function V(e) {
      let t = ``;
      for (let n = 0; n < e.length; n++) {
        let r = e[n];
        if (r === `%` && n + 2 < e.length) {
          let r = e.slice(n + 1, n + 3);
          if (a(r)) {
            (t += `%` + r.toUpperCase()), (n += 2);
            continue;
          }
        }
        let i = e.charCodeAt(n);
        if (i < 128) t += M(i) ? r : j[i];
        else if (i < 55296 || i > 57343) t += N(i);
        else if (i <= 56319 && n + 1 < e.length) {
          let r = e.charCodeAt(n + 1);
          r >= 56320 && r <= 57343 ? ((t += N(65536 + ((i - 55296) << 10) + (r - 56320))), n++) : (t += N(65533));
        } else t += N(65533);
      }
      return t;
    }
    function ee(e) {
      let t = e.ipv6Zone;
      if (t === void 0) return;
      let n = e.host,
        r = n.indexOf(`%`);
      if (r === -1) return;
      let i = n.slice(0, r) + `%25` + t,
        a = C(`[` + i + `]`);
      if (a.isIPV6 === !0 && a.host === n) return `[` + i + `]`;
    }
    function te(e, t = !1) {
      let n = [];
      if ((e.userinfo !== void 0 && (n.push(R(e.userinfo)), n.push(`@`)), e.host !== void 0)) {
        let i = e.host;
        if (!r(i)) {
          let n = ee(e);
          if (n !== void 0) i = n;
          else {
            let e = C(i);
            e.isIPV6 !== !0 && e.isIPVFuture !== !0 && ((i = A(i, !0)), (e = C(i))),
              (i = e.isIPV6 === !0 || e.isIPVFuture === !0 ? `[${e.escapedHost}]` : k(i, !1, t));
          }
        }
        n.push(i);
      }
      if (typeof e.port == `number` || typeof e.port == `string`) {
        let t = String(e.port);
        if (!i(t)) throw TypeError(`URI port is malformed.`);
        n.push(`:`), n.push(t);
      }
      return n.length ? n.join(``) : void 0;
    }
    t.exports = {
      BYTE_HEX: j,
      percentEncodeNonAscii: N,
      nonSimpleDomain: g,
      nonSimpleMailtoDomain: y,
      recomposeAuthority: te,
      encodeHost: k,
      normalizePercentEncoding: A,
      normalizePathEncoding: P,
      serializePathEncoding: F,
      normalizeQueryFragmentEncoding: I,
      encodeUserinfo: R,
      encodeQuery: z,
      encodeFragment: B,
      escapePreservingEscapes: V,
      removeDotSegments: T,
      removeDotSegmentsRelative: E,
      isIPv4: r,
      isUUID: n,
      normalizeIPv6: C,
      stringArrayToHexStripped: f,
    };
  }),
  nu = Ye((e, t) => {
    var { isUUID: n, BYTE_HEX: r, percentEncodeNonAscii: i, nonSimpleMailtoDomain: a } = tu(),
      o = /^([\da-z][\d\-a-z]{0,31}):((?:[\w!$'()*+,\-./:;=@]|%[\da-f]{2})+)$/iu,
      s = [`http`, `https`, `ws`, `wss`, `urn`, `urn:uuid`, `mailto`];
    function c(e) {
      return s.indexOf(e) !== -1;
    }
    function l(e) {
      return e.secure === !0
        ? !0
        : e.secure === !1
          ? !1
          : e.scheme
            ? e.scheme.length === 3 &&
              (e.scheme[0] === `w` || e.scheme[0] === `W`) &&
              (e.scheme[1] === `s` || e.scheme[1] === `S`) &&
              (e.scheme[2] === `s` || e.scheme[2] === `S`)
            : !1;
    }
    function u(e) {
      return (e.host || (e.error = e.error || `HTTP URIs must have a host.`), e);
    }
    function d(e) {
      let t = String(e.scheme).toLowerCase() === `https`;
      return ((e.port === (t ? 443 : 80) || e.port === ``) && (e.port = void 0), (e.path ||= `/`), e);
    }
    function f(e) {
      return (
        (e.secure = l(e)),
        (e.resourceName = (e.path || `/`) + (e.query ? `?` + e.query : ``)),
        (e.path = void 0),
        (e.query = void 0),
        e
      );
    }
    function p(e) {
      if (
        ((e.port === (l(e) ? 443 : 80) || e.port === ``) && (e.port = void 0),
        typeof e.secure == `boolean` && ((e.scheme = e.secure ? `wss` : `ws`), (e.secure = void 0)),
        e.resourceName)
      ) {
        let t = e.resourceName.indexOf(`?`),
          n = t === -1 ? e.resourceName : e.resourceName.slice(0, t);
        (e.path = n && n !== `/` ? n : void 0),
          (e.query = t === -1 ? void 0 : e.resourceName.slice(t + 1)),
          (e.resourceName = void 0);
      }
      return ((e.fragment = void 0), e);
    }
    function m(e, t) {
      if (!e.path) return ((e.error = `URN can not be parsed`), e);
      let n = e.path.match(o);
      if (n && n[0] === e.path) {
        let r = t.scheme || e.scheme || `urn`;
        (e.nid = n[1].toLowerCase()), (e.nss = n[2]);
        let i = re(`${r}:${t.nid || e.nid}`);
        (e.path = void 0), i && (e = i.parse(e, t));
      } else e.error = e.error || `URN can not be parsed.`;
      return e;
    }
    function h(e, t) {
      if (e.nid === void 0) throw Error(`URN without nid cannot be serialized`);
      let n = t.scheme || e.scheme || `urn`,
        r = e.nid.toLowerCase(),
        i = re(`${n}:${t.nid || r}`);
      i && (e = i.serialize(e, t));
      let a = e,
        o = e.nss;
      return ((a.path = `${r || t.nid}:${o}`), (t.skipEscape = !0), a);
    }
    function g(e, t) {
      let r = e;
      return (
        (r.uuid = r.nss),
        (r.nss = void 0),
        t.tolerant || (r.uuid && n(r.uuid)) || (r.error = r.error || `UUID is not valid.`),
        r
      );
    }
    function _(e) {
      let t = e;
      return ((t.nss = (e.uuid || ``).toLowerCase()), t);
    }
    var v = { scheme: `http`, domainHost: !0, parse: u, serialize: d },
      y = { scheme: `https`, domainHost: v.domainHost, parse: u, serialize: d },
      b = { scheme: `ws`, domainHost: !0, parse: f, serialize: p },
      x = { scheme: `wss`, domainHost: b.domainHost, parse: b.parse, serialize: b.serialize },
      S = { scheme: `urn`, parse: m, serialize: h, skipNormalize: !0, absolutePath: !0 },
      C = { scheme: `urn:uuid`, parse: g, serialize: _, skipNormalize: !0 },
      w = `ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$'()*+=`,
      T = `ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$'()*+,;:@`,
      E = `ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$'()*+;:`;
    function D(e, t = !1) {
      let n = new Uint8Array(128);
      for (let t = 0; t < e.length; t++) n[e.charCodeAt(t)] = 1;
      let r = e.replace(/[\\\]^-]/gu, `\\$&`),
        i = t ? `[${r}]|[^\\0-\\x7F\\uD800-\\uDFFF]` : `[${r}]`;
      return { all: RegExp(`^(?:${i})*$`, `u`), table: n, allowNonAscii: t };
    }
    var O = D(w),
      k = D(T),
      A = D(E),
      j = D(E, !0),
      M = /^[\da-f]{2}$/iu,
      N = /^\[[\x21-\x5A\x5E-\x7E]*\]$/u,
      P = `URI mailto has an invalid recipient domain.`,
      F = `URI mailto must not have an authority component.`,
      I = /[\uD800-\uDFFF]/u;
    function L(e) {
      if (typeof e != `string` || e.indexOf(`%`) === -1) return e;
      try {
        return decodeURIComponent(e);
      } catch {
        return e;
      }
    }
    function R(e) {
      let t = ``;
      for (let n = 0; n < e.length; n++) {
        let r = e.charCodeAt(n);
        if (r >= 55296 && r <= 56319 && n + 1 < e.length) {
          let r = e.charCodeAt(n + 1);
          if (r >= 56320 && r <= 57343) {
            (t += e[n] + e[n + 1]), n++;
            continue;
          }
        }
        t += r >= 55296 && r <= 57343 ? `�` : e[n];
      }
      return t;
    }
    function z(e, t) {
      if (t.all.test(e)) return e;
      let n = t.table,
        a = ``;
      for (let o = 0; o < e.length; o++) {
        let s = e.charCodeAt(o);
        if (s < 128)
          n[s] === 1
            ? (a += e[o])
            : s === 37 && o + 2 < e.length && M.test(e.slice(o + 1, o + 3))
              ? ((a += `%` + e.slice(o + 1, o + 3).toUpperCase()), (o += 2))
              : (a += r[s]);
        else if (s < 55296 || s > 57343) a += t.allowNonAscii ? e[o] : i(s);
        else {
          if (s <= 56319 && o + 1 < e.length) {
            let n = e.charCodeAt(o + 1);
            if (n >= 56320 && n <= 57343) {
              (a += t.allowNonAscii ? e[o] + e[o + 1] : i(65536 + ((s - 55296) << 10) + (n - 56320))), o++;
              continue;
            }
          }
          a += t.allowNonAscii ? `�` : i(65533);
        }
      }
      return a;
    }
    function B(e, t, n) {
      let r = String(e).toLowerCase();
      if (N.test(r) || (r !== `` && !a(r))) return r;
      try {
        let e = new URL(`http://` + r);
        if (e.username || e.password || e.port || e.pathname !== `/` || e.search || e.hash || !e.hostname)
          throw Error(P);
        return t && t.unicodeSupport ? r : e.hostname;
      } catch {
        return (n && (n.error = n.error || P), r);
      }
    }
    function V(e, t) {
      let n = t && t.unicodeSupport ? j : A;
      return e.length > 1 && e[0] === `[` && e[e.length - 1] === `]` ? `[` + z(e.slice(1, -1), n) + `]` : z(e, n);
    }
    function ee(e, t) {
      let n = e,
        r = n.path,
        i = n.query;
      r && I.test(r) && (r = R(r)), i && I.test(i) && (i = R(i));
      let a = r ? (r.indexOf(`,`) === -1 ? [r] : r.split(`,`)) : [];
      if (((n.path = void 0), i)) {
        let e = null,
          t = 0;
        for (; t <= i.length; ) {
          let r = i.indexOf(`&`, t);
          r === -1 && (r = i.length);
          let o = i.slice(t, r);
          t = r + 1;
          let s = o.indexOf(`=`);
          if (s !== o.lastIndexOf(`=`)) {
            n.error = n.error || `URI mailto has malformed header fields.`;
            continue;
          }
          let c = L(s === -1 ? o : o.slice(0, s)),
            l = c.toLowerCase(),
            u = s === -1 ? `` : o.slice(s + 1);
          if (l === `to`) {
            let e = u.split(`,`);
            for (let t = 0; t < e.length; t++) a.push(e[t]);
          } else
            l === `subject`
              ? (n.subject = L(u))
              : l === `body`
                ? (n.body = L(u))
                : (e === null && (e = Object.create(null)), (e[c] = L(u)));
        }
        e !== null && (n.headers = e);
      }
      (n.query = void 0),
        a.length > 0 &&
          (n.userinfo !== void 0 || n.host !== void 0 || n.port !== void 0) &&
          ((n.userinfo = void 0), (n.host = void 0), (n.port = void 0), (n.error = n.error || F));
      for (let e = 0; e < a.length; e++) {
        let r = a[e],
          i = r.lastIndexOf(`@`);
        if (i < 0) {
          (n.error = n.error || P), (a[e] = L(r));
          continue;
        }
        let o = L(r.slice(0, i)),
          s = B(L(r.slice(i + 1)), t, n);
        a[e] = o + `@` + s;
      }
      return (a.length && (n.to = a), n);
    }
    function te(e) {
      return z(e.replace(/%/gu, `%25`), k);
    }
    function ne(e, t) {
      let n = e,
        r = Array.isArray(n.to) ? n.to.slice() : [],
        i =
          n.headers && typeof n.headers == `object`
            ? Object.assign(Object.create(null), n.headers)
            : Object.create(null),
        a = Object.create(null);
      for (let e in i) {
        let t = e.toLowerCase();
        if (t === `to`) {
          let t = String(i[e]).split(`,`);
          for (let e = 0; e < t.length; e++) r.push(t[e]);
        } else t === `subject` || t === `body` ? (a[t] = i[e]) : (a[e] = i[e]);
      }
      if (
        (n.subject !== void 0 && (a.subject = n.subject),
        n.body !== void 0 && (a.body = n.body),
        (n.headers = a),
        r.length)
      ) {
        (n.userinfo = void 0), (n.host = void 0), (n.port = void 0);
        for (let e = 0; e < r.length; e++) {
          let n = String(r[e]),
            i = n.lastIndexOf(`@`),
            a = i >= 0 ? n.slice(0, i) : n,
            o = i >= 0 ? n.slice(i + 1) : ``,
            s = z(a, O),
            c = B(L(o), t);
          r[e] = s + `@` + V(c, t);
        }
        (n.path = r.join(`,`)), (t.skipEscape = !0);
      } else n.path = void 0;
      let o = ``,
        s = 0;
      for (let e in a) s++ !== 0 && (o += `&`), (o += te(e) + `=` + z(String(a[e]), k));
      return (s === 0 ? (n.headers = void 0) : (n.query = o), n);
    }
    var H = {
      http: v,
      https: y,
      ws: b,
      wss: x,
      urn: S,
      'urn:uuid': C,
      mailto: {
        scheme: `mailto`,
        parse: ee,
        serialize: ne,
        domainHost: !1,
        unicodeSupport: !0,
        skipNormalize: !0,
        absolutePath: !0,
      },
    };
    Object.setPrototypeOf(H, null);
    function re(e) {
      return (e && (H[e] || H[e.toLowerCase()])) || void 0;
    }
    t.exports = { wsIsSecure: l, SCHEMES: H, isValidSchemeName: c, getSchemeHandler: re };
  }),
  ru = Ye((e, t) => {
    var {
        normalizeIPv6: n,
        removeDotSegments: r,
        removeDotSegmentsRelative: i,
        recomposeAuthority: a,
        normalizePercentEncoding: o,
        normalizePathEncoding: s,
        serializePathEncoding: c,
        normalizeQueryFragmentEncoding: l,
        encodeQuery: u,
        encodeFragment: d,
        encodeHost: f,
        isIPv4: p,
        nonSimpleDomain: m,
      } = tu(),
      { SCHEMES: h, getSchemeHandler: g } = nu(),
      _ = /^[A-Za-z][A-Za-z0-9+.-]*$/u,
      v = `URI scheme is malformed.`,
      y = `URI host is malformed.`,
      b = /[\0-\x20"#/:<>?@[\\\]^`{|}\x7F]/u;
    function x(e) {
      let t = String(e);
      if (!_.test(t)) throw TypeError(v);
      return t;
    }
    function S(e, t) {
      return (typeof e == `string` ? (e = B(e, t)) : typeof e == `object` && (e = z(D(e, t), t)), e);
    }
    function C(e, t, r) {
      let i = r ? Object.assign({ scheme: `null` }, r) : { scheme: `null` },
        {
          parsed: a,
          malformedAuthorityOrPort: o,
          malformedReferenceEdge: s,
          malformedPercentEncoding: c,
          malformedSchemeSpecific: l,
          malformedHost: u,
          malformedScheme: d,
        } = R(e, i),
        {
          parsed: f,
          malformedAuthorityOrPort: m,
          malformedReferenceEdge: h,
          malformedPercentEncoding: _,
          malformedSchemeSpecific: v,
          malformedHost: b,
          malformedScheme: x,
        } = R(t, i);
      if (o || m || s || h || c || _ || l || v || u || b || d || x)
        throw Error(a.error || f.error || `URI is malformed.`);
      let S = T(a, f, i, !0),
        C = g((r && r.scheme) || S.scheme),
        w = S.host;
      if ((S.scheme === `http` || S.scheme === `https`) && !w) throw Error(`HTTP URIs must have a host.`);
      let E = w !== void 0 && w !== `` && (p(w) || n(w).isIPV6);
      if (I(S, r || {}, C, E)) throw Error(y);
      F(S, r || {}, C, E);
      let O = w && w.indexOf(`%`) !== -1 && !/\P{ASCII}/u.test(w);
      if (S.error && !O) throw Error(S.error);
      return ((i.skipEscape = !0), C && C.absolutePath && (i.absolutePath = !0), D(S, i));
    }
    function w(e, t) {
      (e.host = t.host), t.ipv6Zone !== void 0 && (e.ipv6Zone = t.ipv6Zone);
    }
    function T(e, t, n, a) {
      let o = {};
      if ((a || ((e = z(D(e, n), n)), (t = z(D(t, n), n))), (n ||= {}), !n.tolerant && t.scheme)) {
        (o.scheme = t.scheme), (o.userinfo = t.userinfo), w(o, t), (o.port = t.port);
        let e = g(t.scheme);
        (o.path = e && e.absolutePath ? t.path || `` : r(t.path || ``)), (o.query = t.query);
      } else {
        if (t.userinfo !== void 0 || t.host !== void 0 || t.port !== void 0)
          (o.userinfo = t.userinfo), w(o, t), (o.port = t.port), (o.path = r(t.path || ``)), (o.query = t.query);
        else {
          if (!t.path) (o.path = e.path), (o.query = t.query === void 0 ? e.query : t.query);
          else {
            if (t.path[0] === `/`) o.path = r(t.path);
            else {
              let n = e.userinfo !== void 0 || e.host !== void 0 || e.port !== void 0;
              (o.path =
                n && !e.path ? `/` + t.path : e.path ? e.path.slice(0, e.path.lastIndexOf(`/`) + 1) + t.path : t.path),
                (o.path = e.scheme === void 0 && !n && o.path[0] !== `/` ? i(o.path) : r(o.path));
            }
            o.query = t.query;
          }
          (o.userinfo = e.userinfo), w(o, e), (o.port = e.port);
        }
        o.scheme = e.scheme;
      }
      return ((o.fragment = t.fragment), o);
    }
    function E(e, t, n) {
      let r = ee(e, n),
        i = ee(t, n);
      return r !== void 0 && i !== void 0 && r === i;
    }
    function D(e, t) {
      let n = {
          host: e.host,
          ipv6Zone: e.ipv6Zone,
          scheme: e.scheme,
          userinfo: e.userinfo,
          port: e.port,
          path: e.path,
          query: e.query,
          nid: e.nid,
          nss: e.nss,
          uuid: e.uuid,
          fragment: e.fragment,
          reference: e.reference,
          resourceName: e.resourceName,
          secure: e.secure,
          to: e.to,
          subject: e.subject,
          body: e.body,
          headers: e.headers,
          error: ``,
        },
        s = Object.assign({}, t),
        l = [];
      n.scheme &&= x(n.scheme);
      let f = g(s.scheme || n.scheme);
      f && f.serialize && f.serialize(n, s);
      let p = n.userinfo !== void 0 || n.host !== void 0 || n.port !== void 0,
        m = (n.scheme === void 0 || s.reference === `suffix`) && !p,
        h = !s.skipEscape && m;
      n.path !== void 0 && (n.path = s.skipEscape ? o(n.path) : c(n.path, h)),
        s.reference !== `suffix` && n.scheme && ((n.scheme = x(n.scheme)), l.push(n.scheme, `:`));
      let _ = a(n, s.unicodeSupport === !0 || !!(f && f.unicodeSupport));
      if (
        (_ !== void 0 &&
          (s.reference !== `suffix` && l.push(`//`), l.push(_), n.path && n.path[0] !== `/` && l.push(`/`)),
        n.path !== void 0)
      ) {
        let e = n.path;
        s.absolutePath || (f && f.absolutePath) || (e = m && e[0] !== `/` ? i(e) : r(e)),
          m && (e = c(e, !0)),
          _ === void 0 && e[0] === `/` && e[1] === `/` && (e = `/%2F` + e.slice(2)),
          l.push(e);
      }
      return (
        n.query !== void 0 && l.push(`?`, u(n.query)), n.fragment !== void 0 && l.push(`#`, d(n.fragment)), l.join(``)
      );
    }
    var O =
        /^(?:([^#/:?]+):)?(?:\/\/((?:([^#/?@]*)@)?(\[[^#/?\]]+\]|[^#/:?]*)(?::(\d*))?))?([^#?]*)(?:\?([^#]*))?(?:#((?:.|[\n\r])*))?/u,
      k = /^(?:[^#/:?]+:)?\/\/([^/?#]*)/,
      A = /^(?:[^#/:?]+:)?([/\\\t\n\r]*)/;
    function j(e, t) {
      if (t[2] !== void 0 && e.path && e.path[0] !== `/`)
        return `URI path must start with "/" when authority is present.`;
      if (typeof e.port == `number` && (e.port < 0 || e.port > 65535)) return `URI port is malformed.`;
    }
    function M(e) {
      if (e === void 0) return !1;
      let t = e.indexOf(`%`);
      for (; t !== -1; ) {
        if (t + 2 >= e.length || !/^[\da-f]{2}$/iu.test(e.slice(t + 1, t + 3))) return !0;
        t = e.indexOf(`%`, t + 3);
      }
      return !1;
    }
    function N(e) {
      return e[0] === `[` && e[e.length - 1] === `]`;
    }
    function P(e) {
      let t = e[4];
      return M(e[3]) || (t !== void 0 && !N(t) && M(t)) || M(e[6]) || M(e[7]) || M(e[8]);
    }
    function F(e, t, n, r) {
      let i = e.host && e.host[0] === `[` && e.host[e.host.length - 1] === `]`;
      if (I(e, t, n, r)) return ((e.error = e.error || y), !0);
      if (
        !t.unicodeSupport &&
        (!n || !n.unicodeSupport) &&
        e.host &&
        !N(e.host) &&
        (t.domainHost || (n && n.domainHost)) &&
        r === !1 &&
        !i &&
        m(e.host)
      ) {
        let t;
        try {
          t = new URL(`http://` + e.host);
        } catch (t) {
          return ((e.error = e.error || `Host's domain name can not be converted to ASCII: ` + t), !0);
        }
        if (!L(t)) return ((e.error = e.error || y), !0);
        e.host = t.hostname;
      }
      return !1;
    }
    function I(e, t, n, r) {
      return !!(e.host && r === !1 && !N(e.host) && (t.domainHost || (n && n.domainHost)) && b.test(e.host));
    }
    function L(e) {
      return (
        e.username === `` &&
        e.password === `` &&
        e.port === `` &&
        e.pathname === `/` &&
        e.search === `` &&
        e.hash === `` &&
        e.hostname !== ``
      );
    }
    function R(e, t) {
      let r = Object.assign({}, t),
        i = { scheme: void 0, userinfo: void 0, host: ``, port: void 0, path: ``, query: void 0, fragment: void 0 },
        a = !1,
        c = e.length !== 0 && (e.charCodeAt(0) <= 32 || e.charCodeAt(e.length - 1) <= 32),
        u = !1,
        d = !1,
        m = !1,
        b = !1,
        x = !1,
        S = !1;
      r.reference === `suffix` && (e = r.scheme ? r.scheme + `:` + e : `//` + e);
      let C = e.match(k);
      C !== null &&
        C[1].indexOf(`\\`) !== -1 &&
        ((i.error = `URI authority must not contain a literal backslash.`), (a = !0));
      let w = e.match(A);
      if (w !== null) {
        let e = w[1],
          t = e.replace(/[\t\n\r]/g, ``);
        t.length >= 2 &&
          (t.slice(0, 2) === `//`
            ? e.length !== t.length &&
              ((i.error = i.error || `URI authority introducer must not contain whitespace.`), (a = !0))
            : ((i.error = i.error || `URI authority must not contain a literal backslash.`), (a = !0)));
      }
      c && (i.error = i.error || `URI must not contain leading or trailing C0 controls or spaces.`);
      let T = e.match(O);
      if (T) {
        (i.scheme = T[1]),
          (i.userinfo = T[3]),
          (i.host = T[4]),
          (i.port = parseInt(T[5], 10)),
          (i.path = T[6] || ``),
          (i.query = T[7]),
          (i.fragment = T[8]),
          i.scheme !== void 0 &&
            (_.test(i.scheme) ? (i.scheme = i.scheme.toLowerCase()) : ((i.error = i.error || v), (x = !0))),
          (u = P(T)),
          u && (i.error = i.error || `URI contains malformed percent-encoding.`),
          isNaN(i.port) && (i.port = T[5]);
        let t = j(i, T);
        if ((t !== void 0 && ((i.error = i.error || t), (a = !0)), i.host)) {
          if (p(i.host) === !1) {
            let e = N(i.host),
              t = i.host.indexOf(`[`) !== -1 || i.host.indexOf(`]`) !== -1,
              r = n(i.host);
            (S = r.isIPV6 || r.isIPVFuture === !0),
              (b = t && (!e || r.error === !0)),
              (i.host = S ? r.host : r.host.toLowerCase()),
              S &&
                r.isIPV6 === !0 &&
                i.host.indexOf(`%`) !== -1 &&
                (i.ipv6Zone = i.host.slice(i.host.indexOf(`%`) + 1)),
              b && ((i.error = i.error || y), (a = !0));
          } else S = !0;
        }
        (i.reference =
          i.scheme === void 0 &&
          i.userinfo === void 0 &&
          i.host === void 0 &&
          i.port === void 0 &&
          i.query === void 0 &&
          !i.path
            ? `same-document`
            : i.scheme === void 0
              ? `relative`
              : i.fragment === void 0
                ? `absolute`
                : `uri`),
          r.reference &&
            r.reference !== `suffix` &&
            r.reference !== i.reference &&
            (i.error = i.error || `URI is not a ` + r.reference + ` reference.`);
        let c = g(r.scheme || i.scheme);
        if ((b || (m = F(i, r, c, S)), i.host !== void 0 && !b)) {
          let t = i.host;
          if ((e.indexOf(`%`) !== -1 && !S && ((t = o(t, !0)), (t = o(t.toLowerCase()))), r.scheme !== `null`)) {
            let e = r.unicodeSupport === !0 || !!(c && c.unicodeSupport);
            i.host = f(t, S, e);
          } else i.host = t;
        }
        (!c || (c && !c.skipNormalize)) &&
          ((i.path &&= s(i.path)), (i.query &&= l(i.query)), (i.fragment &&= l(i.fragment))),
          c && c.parse && (c.parse(i, r), c === h.urn && i.nid === void 0 && (d = !0));
      } else i.error = i.error || `URI can not be parsed.`;
      return {
        parsed: i,
        malformedAuthorityOrPort: a,
        malformedReferenceEdge: c,
        malformedPercentEncoding: u,
        malformedSchemeSpecific: d,
        malformedHost: m,
        malformedScheme: x,
      };
    }
    function z(e, t) {
      return R(e, t).parsed;
    }
    function B(e, t) {
      return V(e, t).normalized;
    }
    function V(e, t) {
      let {
        parsed: n,
        malformedAuthorityOrPort: r,
        malformedReferenceEdge: i,
        malformedPercentEncoding: a,
        malformedSchemeSpecific: o,
        malformedHost: s,
        malformedScheme: c,
      } = R(e, t);
      return {
        normalized: r || i || a || o || s || c ? e : D(n, t),
        malformedAuthorityOrPort: r,
        malformedReferenceEdge: i,
        malformedPercentEncoding: a,
        malformedSchemeSpecific: o,
        malformedHost: s,
        malformedScheme: c,
      };
    }
    function ee(e, t) {
      if (typeof e != `string` && typeof e != `object`) return;
      let n;
      try {
        n = typeof e == `string` ? e : D(e, t);
      } catch {
        return;
      }
      let {
        normalized: r,
        malformedAuthorityOrPort: i,
        malformedReferenceEdge: a,
        malformedPercentEncoding: o,
        malformedSchemeSpecific: s,
        malformedHost: c,
        malformedScheme: l,
      } = V(n, t);
      return i || a || o || s || c || l ? void 0 : r;
    }
    var te = { SCHEMES: h, normalize: S, resolve: C, resolveComponent: T, equal: E, serialize: D, parse: z };
    (t.exports = te), (t.exports.default = te), (t.exports.fastUri = te);
  }),
  iu = Ye((e) => {
    var t = /~/,
      n = /~[01]/g;
    function r(e) {
      switch (e) {
        case `~1`:
          return `/`;
        case `~0`:
          return `~`;
      }
      throw Error(`Invalid tilde escape: ` + e);
    }
    function i(e) {
      return t.test(e) ? e.replace(n, r) : e;
    }
    function a(e) {
      if (typeof e == `string`) {
        if (((e = e.split(`/`)), e[0] === ``)) return e;
        throw Error(`Invalid JSON pointer.`);
      }
      if (Array.isArray(e)) {
        for (let t of e)
          if (typeof t != `string` && typeof t != `number`)
            throw Error(`Invalid JSON pointer. Must be of type string or number.`);
        return e;
      }
      throw Error(`Invalid JSON pointer.`);
    }
    e.get = function (e, t) {
      if (typeof e != `object`) throw Error(`Invalid input object.`);
      t = a(t);
      var n = t.length;
      if (n === 1) return e;
      for (var r = 1; r < n; ) {
        if (((e = e[i(t[r++])]), n === r)) return e;
        if (typeof e != `object` || !e) return;
      }
    };
  }),
  au = Be(ru(), 1),
  ou = Be(iu(), 1);
function su(e, t) {
  if (`$id` in e && au.default.equal(e.$id, t)) return e;
  for (let n of Object.values(e))
    if (Array.isArray(n)) {
      for (let e of n)
        if (Y(e)) {
          let n = su(e, t);
          if (n !== void 0) return n;
        }
    } else if (Y(n)) {
      let e = su(n, t);
      if (e !== void 0) return e;
    }
}
function cu(e, t) {
  let n = e.$id ?? t,
    r = e;
  `$ref` in r && (r = { ...r, [Xc]: au.default.resolve(n, r[Xc]) });
  for (let [e, t] of Object.entries(r))
    Array.isArray(t) ? (r = { ...r, [e]: t.map((e) => (Y(e) ? cu(e, n) : e)) }) : Y(t) && (r = { ...r, [e]: cu(t, n) });
  return r;
}
function lu(e, t) {
  let { [e]: n, ...r } = t;
  return [r, n];
}
function uu(e, t = {}, n = [], r = t.$id) {
  let i = e || ``,
    a,
    o = r;
  if (i.startsWith(`#`)) {
    let e = decodeURIComponent(i.substring(1));
    o === void 0 || (`$id` in t && t.$id === o)
      ? (a = ou.get(t, e))
      : t.$schema === `https://json-schema.org/draft/2020-12/schema` &&
        ((a = su(t, o.replace(/\/$/, ``))), a !== void 0 && (a = ou.get(a, e)));
  } else if (t.$schema === `https://json-schema.org/draft/2020-12/schema`) {
    let [e, ...n] = (o ? au.default.resolve(o, i) : i).replace(/#\/?$/, ``).split(`#`);
    (a = su(t, e.replace(/\/$/, ``))),
      a !== void 0 && ((o = a.$id), n.length > 0 && (a = ou.get(a, decodeURIComponent(n.join(`#`)))));
  }
  if (a === void 0) throw Error(`Could not find a definition for ${e}.`);
  let s = a[Xc];
  if (s) {
    if (n.includes(s)) {
      if (n.length === 1) throw Error(`Definition for ${e} is a circular reference`);
      let [t, ...r] = n,
        a = [...r, i, t].join(` -> `);
      throw Error(`Definition for ${t} contains a circular reference through ${a}`);
    }
    let [r, c] = lu(Xc, a),
      l = uu(c, t, [...n, i], o);
    return Object.keys(r).length > 0
      ? t.$schema === `https://json-schema.org/draft/2019-09/schema` ||
        t.$schema === `https://json-schema.org/draft/2020-12/schema`
        ? { [Pc]: [r, l] }
        : { ...r, ...l }
      : l;
  }
  return a;
}
function du(e, t = {}, n = t.$id) {
  return uu(e, t, [], n);
}
var fu = /^(?:0|[1-9]\d*)$/;
function pu(e) {
  return e.split(/[.[\]]+/).filter(Boolean);
}
function mu(e) {
  return Array.isArray(e) ? e : [e];
}
function hu(e) {
  return e === `__proto__`;
}
function gu(e) {
  return typeof e == `number` ? Number.isInteger(e) && e >= 0 : fu.test(e);
}
function _u(e) {
  return e != null && (typeof e == `object` || typeof e == `function`);
}
function vu(e, t, n) {
  let r;
  if (!Array.isArray(t)) r = _u(e) && Object.hasOwn(e, t) ? e[t] : void 0;
  else if (t.length === 0) r = void 0;
  else {
    r = e;
    for (let e = 0; e < t.length; e++) {
      let n = t[e];
      if (!_u(r) || !Object.hasOwn(r, n)) {
        r = void 0;
        break;
      }
      r = r[n];
    }
  }
  return r === void 0 ? n : r;
}
function yu(e, t, n, r = !1) {
  if (!_u(e)) return e;
  if (!Array.isArray(t)) {
    if (!hu(t)) {
      let r = e;
      r[t] = n;
    }
    return e;
  }
  let i = t;
  if (i.some(hu)) return e;
  let a = e;
  for (let e = 0; e < i.length; e++) {
    let t = i[e];
    if (e === i.length - 1) a[t] = n;
    else {
      let n = Object.hasOwn(a, t) ? a[t] : void 0;
      if (_u(n)) a = n;
      else {
        let n = r || !gu(i[e + 1]) ? {} : [];
        (a[t] = n), _u(n) && (a = n);
      }
    }
  }
  return e;
}
function bu(e, t) {
  if (!Array.isArray(t)) return _u(e) && Object.hasOwn(e, t);
  let n = e;
  for (let e = 0; e < t.length; e++) {
    if (!_u(n) || !Object.hasOwn(n, t[e])) return !1;
    n = n[t[e]];
  }
  return t.length > 0;
}
function xu(e, t) {
  let n = mu(t);
  if (n.length === 0) return !0;
  let r = n.length > 1 ? vu(e, n.slice(0, -1)) : e;
  if (r == null) return !0;
  try {
    return Reflect.deleteProperty(r, n[n.length - 1]);
  } catch {
    return !1;
  }
}
function Su(e) {
  let t,
    n = vu(e, tl);
  return (
    typeof n == `string`
      ? (t = n)
      : n !== void 0 && console.warn(`Expecting discriminator to be a string, got "${typeof n}" instead`),
    t
  );
}
function Cu(e) {
  return Array.isArray(e)
    ? `array`
    : typeof e == `string`
      ? `string`
      : e == null
        ? `null`
        : typeof e == `boolean`
          ? `boolean`
          : typeof e == `number` && !Number.isNaN(e)
            ? `number`
            : typeof e == `object`
              ? `object`
              : `string`;
}
function wu(e) {
  let { type: t } = e;
  return !t && e.const
    ? Cu(e.const)
    : !t && e.enum
      ? `string`
      : !t && (e.properties || e.additionalProperties || e.patternProperties)
        ? `object`
        : (Array.isArray(t) && (t = t.length === 2 && t.includes(`null`) ? t.find((e) => e !== `null`) : t[0]), t);
}
function Tu(e, t) {
  let n = { ...e },
    r = Object.keys(t).reduce((n, r) => {
      let i = e ? e[r] : {},
        a = t[r];
      return (
        (n[r] =
          e && r in e && Y(a)
            ? Tu(i, a)
            : e &&
                t &&
                (wu(e) === `object` || wu(t) === `object`) &&
                r === `required` &&
                Array.isArray(i) &&
                Array.isArray(a)
              ? [...new Set([...i, ...a])]
              : a),
        n
      );
    }, n);
  for (let e of Object.getOwnPropertySymbols(t)) r[e] = t[e];
  return r;
}
function Eu(e, t) {
  return e?.properties?.[t] ?? {};
}
function Du(e, t, n) {
  if (e && n) {
    let r = vu(e, n);
    if (r === void 0) return;
    for (let e = 0; e < t.length; e += 1) {
      let i = Eu(t[e], n);
      if (i.type !== `object` && i.type !== `array` && (i.const === r || i.enum?.includes(r))) return e;
    }
  }
}
function Ou(e, t, n, r, i) {
  if (t === void 0) return 0;
  let a = Du(t, n, i);
  if (typeof a == `number`) return a;
  for (let a = 0; a < n.length; a += 1) {
    let o = n[a],
      s = i ? o[Kc]?.[i] : void 0;
    if (i && s !== void 0) {
      let n = vu(t, i);
      if (e.isValid(s, n, r)) return a;
    } else if (o.properties) {
      let n = { anyOf: Object.keys(o[Kc]).map((e) => ({ required: [e] })) },
        i;
      if (o.anyOf) {
        let { ...e } = o;
        (e.allOf = e.allOf ? e.allOf.slice() : []), e.allOf.push(n), (i = e);
      } else i = { ...o, ...n };
      if ((delete i.required, e.isValid(i, t, r))) return a;
    } else if (e.isValid(o, t, r)) return a;
  }
  return 0;
}
var ku = Object.prototype;
function Au(e) {
  for (let t in e) if (ku.hasOwnProperty.call(e, t)) return !1;
  return !0;
}
var ju = [`$defs`, `definitions`, `properties`, `patternProperties`, `dependencies`];
new Set(ju);
var Mu = [`items`, `allOf`, `oneOf`, `anyOf`];
new Set(Mu);
var Nu = [`items`, `additionalItems`, `additionalProperties`, `propertyNames`, `contains`, `if`, `then`, `else`, `not`];
new Set(Nu), [...ju, ...Mu, ...Nu];
function Pu(e) {
  return typeof e == `object`;
}
function Fu(e) {
  return Pu(e) ? Au(e) : e === !0;
}
function Iu(e) {
  return e.items !== void 0;
}
function Lu(e, t) {
  return e < t ? -1 : +(e > t);
}
function Ru(e, t) {
  let n = e.length;
  if (n === 0) return t;
  let r = t.length;
  if (r === 0) return e;
  if (n < r) {
    let i = e;
    (e = t), (t = i), (r = n);
  }
  let i = new Set(e);
  for (let e = 0; e < r; e++) i.add(t[e]);
  return Array.from(i);
}
function zu(e, t) {
  let n = [];
  if (e.length === 0 || t.length === 0) return n;
  if (e.length > t.length) {
    let n = e;
    (e = t), (t = n);
  }
  let r = new Set(t);
  for (let t = 0; t < e.length && r.size > 0; t++) {
    let i = e[t];
    r.delete(i) && n.push(i);
  }
  return n;
}
function Bu(e) {
  return e.length === 0;
}
function Vu(e) {
  return (t, n) => {
    let r = t.length - n.length;
    if (r !== 0) return r;
    for (let r = 0; r < t.length; r++)
      if (t[r] !== n[r]) {
        let i = e(t[r], n[r]);
        if (i !== 0) return i;
      }
    return 0;
  };
}
function Hu(e, { threshold: t = 12 } = {}) {
  return (n) => {
    let r = n.length;
    if (r === 0) return n;
    if (r <= t) {
      let t = [],
        i = 0;
      e: for (let a = 0; a < r; a++) {
        let r = n[a];
        for (let n = 0; n < i; n++) if (e(r, t[n]) === 0) continue e;
        i = t.push(r);
      }
      return t;
    }
    let i = n.slice().sort(e),
      a = 0;
    for (let t = 1; t < r; t++) e(i[a], i[t]) !== 0 && ++a !== t && (i[a] = i[t]);
    return ((i.length = a + 1), i);
  };
}
function Uu(e) {
  return (t, n) => {
    let r = [],
      i = t.length,
      a = n.length;
    if (i === 0 || a === 0) return r;
    if (i > a) {
      let e = t;
      (t = n), (n = e);
      let r = i;
      (i = a), (a = r);
    }
    let o = [...t].sort(e),
      s = [...n].sort(e),
      c = 0,
      l = 0;
    for (; c < i && l < a; ) {
      let t = e(o[c], s[l]);
      t === 0 ? ((r.length === 0 || e(r[r.length - 1], o[c]) !== 0) && r.push(o[c]), c++, l++) : t < 0 ? c++ : l++;
    }
    return r;
  };
}
function Wu(e, t) {
  return (n) => {
    if (e.has(n)) return e.get(n);
    let r = t(n);
    return (e.set(n, r), r);
  };
}
var Gu = Wu,
  Ku = () => 0,
  qu = (e) => e === void 0,
  Ju = (e) => typeof e != `object`,
  Yu = { boolean: 0, number: 1, string: 2 };
function Xu(e, t) {
  let n = typeof e,
    r = typeof t;
  return n === r ? Lu(e, t) : Yu[n] - Yu[r];
}
function Zu(e, t) {
  let n = e.length;
  if (n === 0) return t;
  let r = t.length;
  if (r === 0) return e;
  if (r > n) {
    let n = e;
    (e = t), (t = n);
  }
  let i = new Set(e),
    a = t.length;
  for (let n = 0; n < a; n++) {
    let r = t[n];
    i.has(r) || e.push(r);
  }
  return e;
}
function Qu(e, t, n = Ku) {
  return (r, i) => (e(r) ? (e(i) ? n(r, i) : -1) : e(i) ? 1 : t(r, i));
}
function $u(e) {
  return Qu(qu, e);
}
function ed(e, t) {
  return Qu((t) => t === void 0 || e(t), t);
}
function td(e, t) {
  return Qu(Array.isArray, e, t);
}
var nd = $u(Lu),
  rd = ed(
    (e) => e === 0,
    (e, t) => e - t,
  );
function id({ deduplicationCache: e = new WeakMap(), sortedKeysCache: t = new WeakMap() } = {}) {
  let n = Gu(t, (e) => Object.keys(e).sort());
  function r(e) {
    return (t, r) => {
      let i = n(t),
        a = n(r),
        o = Math.min(i.length, a.length);
      for (let e = 0; e < o; e++) {
        let t = Lu(i[e], a[e]);
        if (t !== 0) return t;
      }
      if (i.length !== a.length) return i.length - a.length;
      for (let n = 0; n < o; n++) {
        let a = i[n],
          o = e(t[a], r[a]);
        if (o !== 0) return o;
      }
      return 0;
    };
  }
  function i(t) {
    let n = Vu(t),
      r = Gu(e, Hu(t, { threshold: 0 }));
    return (e, t) => n(r(e), r(t));
  }
  let a = i(Lu);
  function o(e, t) {
    if (Pu(e)) {
      if (Pu(t)) {
        let n = Zu(Object.keys(e), Object.keys(t)),
          r = n.length;
        for (let i = 0; i < r; i++) {
          let r = n[i];
          if (e[r] === t[r]) continue;
          let a = (m[r] ?? s)(e[r], t[r]);
          if (a !== 0) return a;
        }
        return 0;
      }
      return t === !0 && Au(e) ? 0 : 1;
    }
    return Pu(t) ? (e === !0 && Au(t) ? 0 : -1) : Lu(e, t);
  }
  let s = $u(l),
    c = Qu(Ju, td(r(s), Vu(l)), Xu);
  function l(e, t) {
    return e === null ? -1 : t === null ? 1 : c(e, t);
  }
  let u = $u(o),
    d = ed(Au, r(u)),
    f = $u(i(o)),
    p = ed(Fu, o),
    m = {
      $id: nd,
      $comment: nd,
      $defs: d,
      $ref: nd,
      $schema: nd,
      const: s,
      contains: u,
      contentEncoding: nd,
      contentMediaType: nd,
      default: s,
      definitions: d,
      description: nd,
      else: u,
      examples: s,
      exclusiveMaximum: nd,
      exclusiveMinimum: nd,
      format: nd,
      if: u,
      maximum: nd,
      maxItems: nd,
      maxLength: nd,
      maxProperties: nd,
      minimum: nd,
      multipleOf: nd,
      not: u,
      pattern: nd,
      propertyNames: u,
      readOnly: nd,
      then: u,
      title: nd,
      writeOnly: nd,
      uniqueItems: ed((e) => e === !1, Ku),
      minLength: rd,
      minItems: rd,
      minProperties: rd,
      required: ed(Bu, a),
      enum: ed(Bu, i(l)),
      type: $u((e, t) => {
        let n = Array.isArray(e),
          r = Array.isArray(t);
        return !n && !r ? Lu(e, t) : a(n ? e : [e], r ? t : [t]);
      }),
      items: ed((e) => !Array.isArray(e) && Fu(e), td(o, Vu(o))),
      anyOf: f,
      allOf: f,
      oneOf: f,
      properties: d,
      patternProperties: d,
      additionalProperties: p,
      additionalItems: p,
      dependencies: ed(Au, r($u(td(o, a)))),
    };
  return { compareSchemaValues: l, compareSchemaDefinitions: o };
}
function ad(e) {
  return e;
}
var od = (e, t) => (e ? od(t % e, e) : t),
  sd = (e, t) => Math.abs(e * t) / od(e, t);
function cd(e, t) {
  return e === t ? e : `(?=.*(?:${e}))(?=.*(?:${t}))`;
}
function ld(e, t, n) {
  let r = e.length,
    i = t.length;
  if (r > 0 && i > 0)
    for (let a = 0; a < r; a++) {
      let r = e[a];
      for (let e = 0; e < i; e++) n(r, t[e]);
    }
}
function ud(e, t) {
  return e || t;
}
function dd(e) {
  return (t, n) => {
    let r = { ...t },
      i = Object.keys(n),
      a = i.length;
    for (let o = 0; o < a; o++) {
      let a = i[o];
      r[a] = t[a] === void 0 ? n[a] : e(t[a], n[a]);
    }
    return r;
  };
}
function fd(e) {
  let t = new Map();
  for (let n of e) for (let e of n[0]) t.set(e, n[1]);
  return t;
}
function pd(e, t, n) {
  n === void 0 || Fu(n) ? delete e[t] : (e[t] = n);
}
var md = [`properties`, `patternProperties`, `additionalProperties`];
function hd(e) {
  let t = Object.keys(e),
    n = t.length,
    r = [];
  for (let i = 0; i < n; i++) {
    let n = t[i];
    r.push({ regExp: new RegExp(n), schema: e[n] });
  }
  return [r, t];
}
var gd = [[], []];
function _d(e, t, n) {
  let r = n.length;
  for (let i = 0; i < r; i++) {
    let r = n[i];
    if (!r.regExp.test(t)) continue;
    let a = r.schema;
    if (a === !1) return !0;
    e.push(a);
  }
  return !1;
}
var vd = [`items`, `additionalItems`],
  yd = [`if`, `then`, `else`],
  bd = [`contains`];
function xd(e, t) {
  return (
    t.if !== void 0 && (e.if = t.if), t.then !== void 0 && (e.then = t.then), t.else !== void 0 && (e.else = t.else), e
  );
}
function Sd(e, { items: t, additionalItems: n }) {
  return ((e.items = t), pd(e, `additionalItems`, Array.isArray(t) ? n : void 0), e);
}
function Cd(e, t) {
  if (e === t) return e;
  switch (e) {
    case `number`:
      if (t === `integer`) return `integer`;
    case `integer`:
      if (t === `number`) return `integer`;
    default:
      return;
  }
}
function wd(e, t, n) {
  return [e, t, n];
}
function Td(e) {
  let t = new Map();
  for (let [n, r, i] of e) {
    let e = (e) => {
      if (!i(e))
        throw Error(
          `Schema keys '${n}' and '${r}' are conflicting (${n}: ${JSON.stringify(e[n])}, ${r}: ${JSON.stringify(e[r])})`,
        );
    };
    for (let i of [
      [n, r],
      [r, n],
    ]) {
      let n = t.get(i[0]);
      n === void 0 && ((n = []), t.set(i[0], n)), n.push({ oppositeKey: i[1], check: e });
    }
  }
  return t;
}
var Ed = [
  wd(`minimum`, `maximum`, (e) => e.maximum >= e.minimum),
  wd(`exclusiveMinimum`, `maximum`, (e) => e.maximum > e.exclusiveMinimum),
  wd(`minimum`, `exclusiveMaximum`, (e) => e.exclusiveMaximum > e.minimum),
  wd(`exclusiveMinimum`, `exclusiveMaximum`, (e) => e.exclusiveMaximum > e.exclusiveMinimum),
  wd(`minLength`, `maxLength`, (e) => e.maxLength >= e.minLength),
  wd(`minItems`, `maxItems`, (e) => e.maxItems >= e.minItems),
  wd(`minProperties`, `maxProperties`, (e) => e.maxProperties >= e.minProperties),
];
function Dd({
  mergePatterns: e = cd,
  isSubRegExp: t = Object.is,
  intersectJson: n = zu,
  deduplicateJsonSchemaDef: r = ad,
  defaultMerger: i = ad,
  assigners: a = [],
  checks: o = Ed,
  mergers: s,
} = {}) {
  function c(e) {
    let t = e.length,
      n = e[0];
    for (let r = 1; r < t; r++) {
      let t = b(n, e[r]);
      if (t === !1) return !1;
      Fu(t) || (n = t);
    }
    return n;
  }
  function l(e, t, n, r, i, a, o) {
    if (((e.length = 0), n === !1)) return !1;
    if ((e.push(n), i !== void 0)) {
      if (i === !1) return !1;
      e.push(i);
    }
    if (_d(e, t, a)) return !1;
    let s = e.length < 2;
    if (o === !1) {
      if (s) return;
      if (_d(e, t, r)) return !1;
    } else s && o !== void 0 && e.push(o);
    return e.length === 1 ? e[0] : c(e);
  }
  function u(e, t, n, r, i, a) {
    let o = n.length;
    if (o > 0 && i !== !1) {
      if (a) Object.assign(e, t);
      else
        for (let a = 0; a < o; a++) {
          let o = n[a];
          r.has(o) || (e[o] = b(t[o], i));
        }
    }
    return e;
  }
  let d = (
      n,
      { properties: r = {}, patternProperties: i, additionalProperties: a = !0 },
      { properties: o = {}, patternProperties: s, additionalProperties: c = !0 },
    ) => {
      let d = Fu(a),
        f = Fu(c);
      if (d && f)
        return (
          pd(n, `properties`, x(r, o)),
          pd(n, `patternProperties`, i && s ? x(i, s) : (i ?? s)),
          delete n.additionalProperties,
          n
        );
      pd(n, `additionalProperties`, b(a, c));
      let p = {},
        m = Object.keys(r),
        h = m.length,
        [g, _] = i ? hd(i) : gd,
        [v, y] = s ? hd(s) : gd,
        S = [],
        C = new Set(),
        w = f ? void 0 : c;
      for (let e = 0; e < h; e++) {
        let t = m[e];
        C.add(t);
        let n = l(S, t, r[t], g, o[t], v, w);
        n !== void 0 && (p[t] = n);
      }
      let T = Object.keys(o),
        E = T.length,
        D = d ? void 0 : a;
      for (let e = 0; e < E; e++) {
        let t = T[e];
        if (C.has(t)) continue;
        let n = l(S, t, o[t], v, void 0, g, D);
        n !== void 0 && (p[t] = n);
      }
      pd(n, `properties`, p);
      let O = {},
        k = new Set();
      return (
        _.length > 0 &&
          y.length > 0 &&
          ld(_, y, (n, r) => {
            t(n, r) && k.add(n), t(r, n) && k.add(r), (O[e(n, r)] = b(i[n], s[r]));
          }),
        (O = u(O, i, _, k, c, f)),
        (O = u(O, s, y, k, a, d)),
        pd(n, `patternProperties`, O),
        n
      );
    },
    f = (e, t, n) => {
      if (!Iu(t)) return Iu(n) ? Sd(e, n) : (delete e.items, delete e.additionalItems, e);
      if (!Iu(n)) return Sd(e, t);
      let { items: r, additionalItems: i } = t,
        { items: a, additionalItems: o } = n,
        s = Array.isArray(r),
        c = Array.isArray(a),
        l = [];
      if (((e.items = l), s && c)) {
        let [t, n, s] = r.length < a.length ? [r.length, i, a] : [a.length, o, r],
          c = 0;
        for (; c < t; c++) l.push(b(r[c], a[c]));
        if (n === !1) e.additionalItems = !1;
        else {
          let t = n === void 0 || Fu(n);
          for (; c < s.length; c++) l.push(t ? s[c] : b(s[c], n));
          pd(e, `additionalItems`, i !== void 0 && o !== void 0 ? b(i, o) : (i ?? o));
        }
      } else if (s || c) {
        let [t, n, c] = s ? [r, a, i] : [a, r, o];
        pd(e, `additionalItems`, c && b(c, n));
        for (let e = 0; e < t.length; e++) l.push(b(t[e], n));
      } else delete e.additionalItems, (e.items = b(r, a));
      return e;
    },
    p = (e, t, n) => {
      xd(e, t);
      let r = xd({}, n);
      return ((e.allOf = e.allOf === void 0 ? [r] : e.allOf.concat(r)), e);
    },
    m = (e, t, n) => {
      let i = t.contains,
        a = n.contains;
      if (i === a) return e;
      if (i === !1 || a === !1) return ((e.contains = !1), e);
      if (Fu(i)) return ((e.contains = a), e);
      if (Fu(a)) return ((e.contains = i), e);
      if (r([i, a]).length === 1) return e;
      let o = { contains: a };
      return ((e.allOf = e.allOf === void 0 ? [o] : r(e.allOf.concat(o))), e);
    };
  function h(e, t) {
    let n = [];
    if (
      (ld(e, t, (e, t) => {
        try {
          n.push(b(e, t));
        } catch {}
      }),
      n.length === 0)
    )
      throw Error(
        `No valid schema combinations could be produced for "${JSON.stringify(e)}" and "${JSON.stringify(t)}"; the merged result is empty`,
      );
    return r(n);
  }
  let g = fd([[md, d], [vd, f], [yd, p], [bd, m], ...a]),
    _ = new Map();
  for (let [e, t] of g) {
    let n = _.get(t);
    n === void 0 ? _.set(t, [e]) : n.push(e);
  }
  function v(e, t) {
    let n = _.get(t);
    for (let t = 0; t < n.length; t++) if (e[n[t]] !== void 0) return !0;
    return !1;
  }
  let y = Td(o);
  function b(e, t) {
    if (e === !1 || t === !1) return !1;
    if (Fu(e)) return Fu(t) ? !0 : t;
    if (Fu(t)) return e;
    let n = { ...e },
      r = new Set(),
      a = new Set(),
      o = Reflect.ownKeys(t),
      s = o.length;
    for (let c = 0; c < s; c++) {
      let s = o[c],
        l = t[s];
      if (l === void 0) continue;
      let u = y.get(s);
      if (u !== void 0) {
        let t = u.length;
        for (let n = 0; n < t; n++) {
          let t = u[n];
          e[t.oppositeKey] !== void 0 && a.add(t.check);
        }
      }
      let d = g.get(s);
      if (d !== void 0 && v(e, d)) {
        r.add(d);
        continue;
      }
      let f = e[s];
      if (f === void 0) {
        n[s] = l;
        continue;
      }
      let p = S[s] ?? i;
      n[s] = p(f, l);
    }
    for (let i of r) n = i(n, e, t);
    for (let e of a) e(n);
    return n;
  }
  let x = dd(b),
    S = {
      $id: i,
      $ref: i,
      $schema: i,
      $comment: i,
      $defs: x,
      definitions: x,
      type: (e, t) => {
        if (e === t) return e;
        let n = Array.isArray(e),
          r = Array.isArray(t);
        if (!n && !r) {
          let n = Cd(e, t);
          if (n !== void 0) return n;
        } else if (n || r) {
          let i = new Set();
          if (n && r)
            ld(e, t, (e, t) => {
              let n = Cd(e, t);
              n !== void 0 && i.add(n);
            });
          else {
            let r = n ? e : t,
              a = n ? t : e,
              o = r.length;
            for (let e = 0; e < o; e++) {
              let t = Cd(a, r[e]);
              t !== void 0 && i.add(t);
            }
          }
          let a = i.size;
          if (a === 1) return i.values().next().value;
          if (a > 1) return Array.from(i);
        }
        throw Error(
          `It is not possible to create an intersection of the following incompatible types: ${e.toString()}, ${t.toString()}`,
        );
      },
      default: i,
      description: i,
      title: i,
      const: i,
      format: i,
      contentEncoding: i,
      contentMediaType: i,
      not: (e, t) => {
        let n = r([e, t]);
        return n.length === 1 ? n[0] : { anyOf: n };
      },
      pattern: e,
      readOnly: ud,
      writeOnly: ud,
      enum: (e, t) => {
        let r = n(e, t);
        if (r.length === 0)
          throw Error(`Intersection of the following enums is empty: "${JSON.stringify(e)}", "${JSON.stringify(t)}"`);
        return r;
      },
      anyOf: h,
      oneOf: h,
      allOf: (e, t) => r(e.concat(t)),
      propertyNames: b,
      dependencies: dd((e, t) =>
        Array.isArray(e)
          ? Array.isArray(t)
            ? Ru(e, t)
            : b(t, { required: e })
          : Array.isArray(t)
            ? b(e, { required: t })
            : b(e, t),
      ),
      examples: (e, t) => {
        if (!Array.isArray(e) || !Array.isArray(t))
          throw Error(
            `Value of the 'examples' field should be an array, but got "${JSON.stringify(e)}" and "${JSON.stringify(t)}"`,
          );
        return Ru(e, t);
      },
      multipleOf: (e, t) => {
        let n = 1;
        for (; !Number.isInteger(e) || !Number.isInteger(t); ) (n *= 10), (e *= 10), (t *= 10);
        return sd(e, t) / n;
      },
      exclusiveMaximum: Math.min,
      maximum: Math.min,
      maxItems: Math.min,
      maxLength: Math.min,
      maxProperties: Math.min,
      exclusiveMinimum: Math.max,
      minimum: Math.max,
      minItems: Math.max,
      minLength: Math.max,
      minProperties: Math.max,
      uniqueItems: ud,
      required: Ru,
      ...s,
    };
  return { mergeSchemaDefinitions: b, mergeArrayOfSchemaDefinitions: c };
}
function Od(e) {
  let t = [],
    n = [e];
  for (; n.length > 0; ) {
    let e = n.pop();
    if (typeof e == `boolean` || e.allOf === void 0) {
      t.push(e);
      continue;
    }
    let { allOf: r, ...i } = e;
    t.push(i);
    for (let e = r.length - 1; e >= 0; e--) n.push(r[e]);
  }
  return t;
}
function kd(e) {
  return (t) => e(Od(t));
}
var { compareSchemaDefinitions: Ad, compareSchemaValues: jd } = id(),
  { mergeArrayOfSchemaDefinitions: Md } = Dd({ intersectJson: Uu(jd), deduplicateJsonSchemaDef: Hu(Ad) }),
  Nd = kd(Md),
  Pd = 100;
function Fd(e, t, n = {}, r, i, a = !1) {
  return Kd(e, t, n, r, void 0, void 0, i, a)[0];
}
function Id(e) {
  return typeof e == `boolean` ? (e ? {} : { not: {} }) : e;
}
function Ld(e, t, n, r, i, a, o, s = !1, c = 0) {
  let { if: l, then: u, else: d, ...f } = t,
    p = e.isValid(l, a || {}, n),
    m = [f],
    h = [];
  if (r) {
    if (u && typeof u != `boolean`) {
      let l = u;
      h = h.concat(Kd(e, l, n, a, r, Ud(t, i, c), o, void 0, s, +(c > 0)));
    }
    if (d && typeof d != `boolean`) {
      let l = d;
      h = h.concat(Kd(e, l, n, a, r, Ud(t, i, c), o, void 0, s, +(c > 0)));
    }
  } else {
    let l = p ? u : d;
    if (l !== void 0) {
      let u = Id(l);
      h = h.concat(Kd(e, u, n, a, r, Ud(t, i, c), o, void 0, s, +(c > 0)));
    }
  }
  return (h.length && (m = h.map((e) => Tu(f, e))), m.flatMap((t) => Kd(e, t, n, a, r, i, o, void 0, s, c + 1)));
}
function Rd(e) {
  return e.reduce(
    (e, t) => (t.length > 1 ? t.flatMap((t) => e.map((e) => [...e, t])) : (e.forEach((e) => e.push(t[0])), e)),
    [[]],
  );
}
function zd(e, t) {
  let n = e.patternProperties ?? {};
  return Object.fromEntries(Object.entries(n).filter(([e]) => RegExp(e).test(t)));
}
function Bd(e, t, n, r, i, a, o, s, c = !1, l = 0) {
  let u = Vd(e, t, n, r, i, a, o, s, c, l);
  return u.length > 1 || u[0] !== t
    ? u
    : `dependencies` in t && !c
      ? Yd(e, t, n, r, i, a, o, l).flatMap((t) => Kd(e, t, n, a, r, i, o, void 0, void 0, l + 1))
      : `allOf` in t && Array.isArray(t.allOf)
        ? Rd(t.allOf.map((s) => Kd(e, s, n, a, r, Ud(t, i, l), o, void 0, c, +(l > 0)))).map((e) => ({
            ...t,
            allOf: e,
          }))
        : [t];
}
function Vd(e, t, n, r, i, a, o, s, c = !1, l = 0) {
  if (l > Pd) return [{ ...t, [$c]: !0 }];
  let u = Hd(t, n, i, void 0, s, !1, [], l);
  return u === t ? [t] : Kd(e, u, n, a, r, i, o, s, c, l + 1);
}
function Hd(e, t, n, r, i, a = !1, o, s = 0) {
  if (!Y(e)) return e;
  let c = e,
    l = r,
    u = n;
  if (`$ref` in c) {
    let { $ref: e, ...n } = c;
    if (u.includes(e) || (s > 0 && c[Qc] === e)) return a ? { ...c, [$c]: !0 } : c;
    (u = [...u, e]), (c = { ...du(e, t, l), ...n, [Qc]: e }), `$id` in c && (l = c.$id), o?.push(e);
  } else if (s > 0) {
    let e = c[Qc];
    typeof e == `string` && ((u = [...u, e]), o && !o.includes(e) && o.push(e));
  }
  if (`properties` in c) {
    let e = {};
    for (let [n, r] of Object.entries(c.properties ?? {})) e[n] = Hd(r, t, u, l, i, !i, o, s);
    c = { ...c, [Kc]: e };
  }
  if (
    (`items` in c &&
      !Array.isArray(c.items) &&
      typeof c.items != `boolean` &&
      (c = { ...c, items: Hd(c.items, t, u, l, i, !1, o, s) }),
    i)
  ) {
    let n, r;
    if (
      (`anyOf` in e && Array.isArray(e.anyOf)
        ? ((n = Fc), (r = c[Fc]))
        : `oneOf` in e && Array.isArray(e.oneOf) && ((n = Wc), (r = c[Wc])),
      n && r)
    ) {
      let e = u;
      c = {
        ...c,
        [n]: r.map((n) => {
          let r = o?.length ?? 0,
            a = Hd(n, t, e, l, i, !1, o, s);
          return (o && o.length > r && (e = [...e, ...o.slice(r)]), a);
        }),
      };
    }
  }
  return eu(e, c) ? e : c;
}
function Ud(e, t, n) {
  if (n === 0) return t;
  let r = e[Qc];
  return typeof r == `string` && !t.includes(r) ? [...t, r] : t;
}
function Wd(e, t, n, r, i) {
  let a = { ...t, properties: { ...t.properties } },
    o = r && Y(r) ? r : {};
  return (
    Object.keys(o).forEach((t) => {
      if (!(t in a.properties)) {
        if (`patternProperties` in a) {
          let r = zd(a, t);
          if (Object.keys(r).length > 0) {
            (a.properties[t] = Fd(e, { [Pc]: Object.values(r) }, n, o[t], i)), (a.properties[t][Mc] = !0);
            return;
          }
        }
        if (`additionalProperties` in a && a.additionalProperties !== !1) {
          let r;
          (r =
            typeof a.additionalProperties == `boolean`
              ? { type: Cu(o[t]) }
              : `$ref` in a.additionalProperties
                ? Fd(e, { [Xc]: a.additionalProperties[Xc] }, n, o[t], i)
                : `type` in a.additionalProperties
                  ? { ...a.additionalProperties }
                  : `anyOf` in a.additionalProperties || `oneOf` in a.additionalProperties
                    ? { type: `object`, ...a.additionalProperties }
                    : { type: Cu(o[t]) }),
            (a.properties[t] = r),
            (a.properties[t][Mc] = !0);
        } else (a.properties[t] = { type: `null` }), (a.properties[t][Mc] = !0);
      }
    }),
    a
  );
}
function Gd(e) {
  return Nd(e);
}
function Kd(e, t, n, r, i = !1, a = [], o, s, c = !1, l = 0) {
  return Y(t)
    ? Bd(e, t, n, i, a, r, o, s, c, l).flatMap((t) => {
        let s = t;
        if (`if` in s) return Ld(e, s, n, i, a, r, o, c, l);
        if (`allOf` in s) {
          if (i) {
            let { allOf: e, ...t } = s;
            return [...e, t];
          }
          try {
            s = o ? o(s) : Gd(s);
          } catch (e) {
            console.warn(
              `could not merge subschemas in allOf:
`,
              e,
            );
            let { allOf: t, ...n } = s;
            return n;
          }
        }
        return (
          `properties` in s &&
            `patternProperties` in s &&
            (s = Object.keys(s.properties).reduce(
              (t, i) => {
                let a = zd(t, i);
                return (
                  Object.keys(a).length > 0 &&
                    ([t.properties[i]] = Kd(
                      e,
                      { allOf: [t.properties[i], ...Object.values(a)] },
                      n,
                      vu(r, i),
                      void 0,
                      void 0,
                      o,
                      void 0,
                      c,
                    )),
                  t
                );
              },
              { ...s, properties: { ...s.properties } },
            )),
          `patternProperties` in s || (`additionalProperties` in s && s.additionalProperties !== !1)
            ? Wd(e, s, n, r, o)
            : s
        );
      })
    : [{}];
}
function qd(e, t, n, r, i) {
  let a,
    { oneOf: o, anyOf: s, ...c } = t;
  if ((Array.isArray(o) ? (a = o) : Array.isArray(s) && (a = s), a)) {
    let o = i === void 0 && r ? {} : i,
      s = Su(t);
    a = a.map((e) => Hd(e, n, []));
    let l = Ou(e, o, a, n, s);
    return r ? (Ou(e, o, Jd(a, !1, n), n, s), a.map((e) => Tu(c, e))) : [Tu(c, a[l])];
  }
  return [t];
}
function Jd(e, t = !1, n) {
  return e.map((e) => {
    if (!Y(e)) return Id(e);
    let r = t && n ? Hd(e, n, []) : e;
    return r.additionalProperties === !1 ? { ...r, additionalProperties: !0 } : r;
  });
}
function Yd(e, t, n, r, i, a, o, s = 0) {
  let { dependencies: c, ...l } = t;
  return qd(e, l, n, r, a).flatMap((t) => Xd(e, c, t, n, r, i, a, o, s));
}
function Xd(e, t, n, r, i, a, o, s, c = 0) {
  let l = [n];
  for (let u in t)
    if ((i || vu(o, u) !== void 0) && (!n.properties || u in n.properties)) {
      let [d, f] = lu(u, t);
      return (
        Array.isArray(f) ? (l[0] = Zd(n, f)) : Y(f) && (l = Qd(e, n, r, u, f, i, a, o, s, c)),
        l.flatMap((t) => Xd(e, d, t, r, i, a, o, s, c))
      );
    }
  return l;
}
function Zd(e, t) {
  if (!t) return e;
  let n = Array.isArray(e.required) ? Array.from(new Set([...e.required, ...t])) : t;
  return { ...e, required: n };
}
function Qd(e, t, n, r, i, a, o, s, c, l = 0) {
  return Kd(e, i, n, s, a, Ud(t, o, l), c, void 0, void 0, +(l > 0)).flatMap((i) => {
    let { oneOf: u, ...d } = i,
      f = Tu(t, d);
    return u === void 0
      ? f
      : Rd(
          u.map((r) =>
            typeof r == `boolean` || !(`$ref` in r) ? [r] : Vd(e, r, n, a, Ud(t, o, l), s, c, void 0, void 0, +(l > 0)),
          ),
        ).flatMap((t) => $d(e, f, n, r, t, a, o, s, c, l));
  });
}
function $d(e, t, n, r, i, a, o, s, c, l = 0) {
  let u = i.filter((t) => {
    if (typeof t == `boolean` || !t?.properties) return !1;
    let { [r]: i } = t.properties;
    if (i) {
      let t = { type: `object`, properties: { [r]: i } };
      return e.isValid(t, s, n) || a;
    }
    return !1;
  });
  return !a && u.length !== 1
    ? (console.warn(`ignoring oneOf in dependencies because there isn't exactly one subschema that is valid`), [t])
    : u.flatMap((i) => {
        let u = i,
          [d] = lu(r, u.properties);
        return Kd(e, { ...u, properties: d }, n, s, a, Ud(t, o, l), c, void 0, void 0, +(l > 0)).map((e) => Tu(t, e));
      });
}
function ef(e, t, n, r, i, a = {}, o) {
  if (Array.isArray(n[i])) {
    let s = Su(n) || r,
      c = n[i].map((n) => Fd(e, n, t, a, o)),
      l = vu(a, s);
    if (l !== void 0) return c.find((e) => eu(vu(e, [Kc, s, Lc], vu(e, [Kc, s, Ic])), l));
  }
}
function tf(e, t, n, r, i) {
  let a = n;
  if ((bu(n, `$ref`) && (a = Fd(e, n, t, void 0, i)), r.length === 0)) return a;
  let [o, ...s] = Array.isArray(r) ? [...r] : pu(r);
  if (o !== void 0 && o !== `` && bu(a, o)) return ((a = vu(a, o)), tf(e, t, a, s, i));
}
function nf(e, t, n, r, i, a) {
  let o = tf(e, t, n, r, a);
  return o === void 0 ? i : o;
}
var rf = { title: `!@#$_UNKNOWN_$#@!` };
function af(e, t, n, r, i = {}, a) {
  let o = Array.isArray(r) ? [...r] : r.split(`.`),
    s = n,
    c = o.pop(),
    l = String(c);
  o.length &&
    o.forEach((n) => {
      (s = nf(e, t, s, [Kc, n], {}, a)),
        bu(s, `oneOf`)
          ? (s = ef(e, t, s, l, Wc, vu(i, n), a))
          : bu(s, `anyOf`) && (s = ef(e, t, s, l, Fc, vu(i, n), a));
    }),
    bu(s, `oneOf`) ? (s = ef(e, t, s, l, Wc, i, a)) : bu(s, `anyOf`) && (s = ef(e, t, s, l, Fc, i, a));
  let u = nf(e, t, s, [Kc, c], rf, a);
  u === rf && (u = void 0);
  let d = nf(e, t, s, Jc, [], a),
    f;
  return (u && Array.isArray(d) && (f = d.includes(l)), { field: u, isRequired: f });
}
var of = { type: `object`, $id: Hc, properties: { __not_really_there__: { type: `number` } } };
function sf(e, t, n, r, i) {
  let a = 0;
  return (
    n &&
      (Y(n.properties)
        ? (a += Object.entries(n.properties).reduce((n, [a, o]) => {
            let s = r?.[a];
            if (typeof o == `boolean`) return n;
            if (bu(o, `$ref`)) return n + sf(e, t, Fd(e, o, t, s, i), s || {}, i);
            if ((bu(o, `oneOf`) || bu(o, `anyOf`)) && s) {
              let r = bu(o, `oneOf`) ? Wc : Fc,
                a = Su(o);
              return n + cf(e, t, s, vu(o, r), -1, a, i);
            }
            if (o.type === `object`) return n + (typeof s == `object` && s ? 1 : 0) + sf(e, t, o, s, i);
            if (o.type === Cu(s)) {
              let e = n + 1;
              return (o.default ? (e += s === o.default ? 1 : -1) : o.const && (e += s === o.const ? 1 : -1), e);
            }
            return n;
          }, 0))
        : typeof n.type == `string` && n.type === Cu(r) && (a += 1)),
    a
  );
}
function cf(e, t, n, r, i = -1, a, o) {
  let s = r.map((e) => Hd(e, t, [])),
    c = Du(n, r, a);
  if (typeof c == `number`) return c;
  let l = s.reduce((r, i, o) => (Ou(e, n, [of, i], t, a) === 1 && r.push(o), r), []);
  if (l.length === 1) return l[0];
  l.length || l.push(...s.keys());
  let u = new Set(),
    { bestIndex: d } = l.reduce(
      (r, i) => {
        let { bestScore: a } = r,
          c = sf(e, t, s[i], n, o);
        return (u.add(c), c > a ? { bestIndex: i, bestScore: c } : r);
      },
      { bestIndex: i, bestScore: 0 },
    );
  return u.size === 1 && i >= 0 ? i : d;
}
function lf(e) {
  let t = e[Ic],
    n = wu(e);
  return Y(t) && typeof t?.$data == `string` && n !== `object` && n !== `array`;
}
function uf(e) {
  return (Array.isArray(e.enum) && e.enum.length === 1) || `const` in e;
}
function df(e) {
  return Array.isArray(e.items) && e.items.every((e) => Y(e));
}
function ff(e, t, n = !1, r = !1, i = !1) {
  if (Array.isArray(t)) {
    let a = Array.isArray(e) ? e : [],
      o = i ? a : t,
      s = i ? t : a,
      c = o.map((e, o) => (s[o] === void 0 ? e : ff(a[o], t[o], n, r, i)));
    return ((n || i) && c.length < s.length && c.push(...s.slice(c.length)), c);
  }
  if (Y(t)) {
    let a = Object.assign({}, e),
      o = t,
      s = Y(e) ? e : void 0;
    return Object.keys(o).reduce((e, t) => {
      let c = o[t],
        l = s !== void 0 && t in s,
        u = t in o,
        d = s?.[t] ?? {},
        f = l && Y(d) && Object.values(d).some((e) => Y(e) || Array.isArray(e)),
        p = l && Y(s?.[t]),
        m = u && Y(c);
      return p && m && !f ? ((e[t] = { ...s?.[t], ...c }), e) : ((e[t] = ff(s?.[t], c, n, r, i && (l || !u))), a);
    }, a);
  }
  return (r && ((e !== void 0 && t == null) || (typeof t == `number` && Number.isNaN(t)))) || (i && t != null) ? e : t;
}
function pf(e, t, n = !1) {
  return Object.keys(t).reduce(
    (r, i) => {
      let a = e ? e[i] : {},
        o = t[i];
      if (e && i in e && Y(o)) r[i] = pf(a, o, n);
      else if (n && Array.isArray(a) && Array.isArray(o)) {
        let e = o;
        n === `preventDuplicates` && (e = o.reduce((e, t) => (a.includes(t) || e.push(t), e), [])),
          (r[i] = a.concat(e));
      } else r[i] = o;
      return r;
    },
    { ...e },
  );
}
function mf(e) {
  if (`enum` in e && Array.isArray(e.enum) && e.enum.length === 1) return e.enum[0];
  if (`const` in e) return e.const;
  throw Error(`schema cannot be inferred as a constant`);
}
function hf(e, t) {
  let n = new Map(e.map((e) => [String(e.value), e])),
    r = new Set(t.filter((e) => e !== `*`).map(String)),
    i = e.filter((e) => !r.has(String(e.value)));
  return t.flatMap((e) => {
    if (e === `*`) return i;
    let t = n.get(String(e));
    return t ? [t] : [];
  });
}
function gf(e, t) {
  if (e.enum) {
    let n, r;
    if (t) {
      let { enumNames: e, enumOrder: i } = sl(t);
      (n = e), (r = i);
    }
    let i = e.enum.map((e, t) => ({
      label: Array.isArray(n) ? n[t] || String(e) : n?.[String(e)] || String(e),
      value: e,
    }));
    return (r && (i = hf(i, r)), i);
  }
  let n, r;
  e.anyOf ? ((n = e.anyOf), (r = t?.anyOf)) : e.oneOf && ((n = e.oneOf), (r = t?.oneOf));
  let i = Su(e);
  if (t) {
    let { optionsSchemaSelector: e = i } = sl(t);
    i = e;
  }
  return n?.map((e, t) => {
    let { title: n } = sl(r?.[t]),
      a = e,
      o,
      s = n;
    if (i) {
      let e = Eu(a, i);
      (o = vu(e, Lc, vu(e, Ic))), (s = s ?? e?.title ?? a.title ?? String(o));
    } else (o = mf(a)), (s = s ?? a.title ?? String(o));
    return { schema: a, label: s, value: o };
  });
}
function _f(e, t, n = {}, r) {
  let i = Fd(e, t, n, void 0, r),
    a = i.oneOf || i.anyOf;
  return Array.isArray(i.enum) ? !0 : Array.isArray(a) ? a.every((e) => typeof e != `boolean` && uf(e)) : !1;
}
function vf(e, t, n, r) {
  return !t.uniqueItems || !t.items || typeof t.items == `boolean` ? !1 : _f(e, t.items, n, r);
}
var yf = [`string`, `number`, `integer`, `boolean`, `null`],
  bf;
(function (e) {
  (e[(e.Ignore = 0)] = `Ignore`), (e[(e.Invert = 1)] = `Invert`), (e[(e.Fallback = 2)] = `Fallback`);
})((bf ||= {}));
function xf(e, t) {
  return t?.allOf === `populateDefaults` && `allOf` in e;
}
function Sf(e, t = bf.Ignore, n = -1) {
  if (n >= 0) {
    if (Array.isArray(e.items) && n < e.items.length) {
      let t = e.items[n];
      if (typeof t != `boolean`) return t;
    }
  } else if (e.items && !Array.isArray(e.items) && typeof e.items != `boolean`) return e.items;
  return t !== bf.Ignore && Y(e.additionalItems) ? e.additionalItems : {};
}
function Cf(e) {
  return typeof e == `string` || Array.isArray(e)
    ? e.length > 0
    : typeof e == `object` && e
      ? Object.keys(e).length > 0
      : !1;
}
function wf(e) {
  return e === void 0 || (Y(e) && Object.keys(e).length === 0);
}
function Tf(e, t) {
  let { default: n, type: r } = e;
  return Array.isArray(r) && r.includes(`null`) && !Cf(t) && n === null ? null : t;
}
function Ef(e, t, n, r, i, a = [], o = {}, s = !1, c = !1) {
  let { emptyObjectFields: l = `populateAllDefaults` } = o;
  if (r === !0 || s) e[t] = n;
  else if (r === `excludeObjectChildren`) ((c && n !== void 0) || !Y(n) || Object.keys(n).length > 0) && (e[t] = n);
  else if (l !== `skipDefaults`) {
    let r = i === void 0 ? a.includes(t) : i;
    Y(n)
      ? l === `skipEmptyDefaults`
        ? Object.keys(n).length > 0 && (e[t] = n)
        : (Object.keys(n).length > 0 || a.includes(t)) && (r || l !== `populateRequiredDefaults`) && (e[t] = n)
      : n !== void 0 &&
        (l === `populateAllDefaults` || l === `skipEmptyDefaults` || (r && a.includes(t))) &&
        (e[t] = n);
  }
}
function Df(e, t, n = {}) {
  let {
      parentDefaults: r,
      rawFormData: i,
      rootSchema: a = {},
      includeUndefinedValues: o = !1,
      _recurseList: s = [],
      experimental_defaultFormStateBehavior: c,
      experimental_customMergeAllOf: l,
      required: u,
      shouldMergeDefaultsIntoFormData: d = !1,
      initialDefaultsGenerated: f,
    } = n,
    p = Y(i) ? i : {},
    m = Y(t) ? t : {},
    h = r,
    g = h && c?.nestedDefaultsPrecedence === `ancestorWins`,
    _ = null,
    v = c,
    y = s;
  if (m.const !== void 0 && c?.constAsDefaults !== `never` && !lf(m)) h = m[Ic];
  else if (Y(h) && Y(m.default) && !m.anyOf && !m.oneOf && !m.$ref) h = g ? pf(m.default, h) : pf(h, m.default);
  else if (`default` in m && !g && !m.anyOf && !m.oneOf && !m.$ref) h = m.default;
  else if (`$ref` in m) {
    let e = m[Xc];
    s.includes(e) || ((y = s.concat(e)), (_ = du(e, a))),
      _ && !h && wf(i) && (h = m.default),
      d && _ && !Y(i) && (p = i);
  } else if (`dependencies` in m) {
    let t = Yd(e, m, a, !1, [], { ...jf(e, m, n, h), ...p }, l);
    [_] = t;
  } else if (df(m) && !g)
    h = m.items.map((t, n) =>
      Df(e, t, {
        rootSchema: a,
        includeUndefinedValues: o,
        _recurseList: s,
        experimental_defaultFormStateBehavior: c,
        experimental_customMergeAllOf: l,
        parentDefaults: Array.isArray(r) ? r[n] : void 0,
        rawFormData: p,
        required: u,
        shouldMergeDefaultsIntoFormData: d,
      }),
    );
  else if (`oneOf` in m) {
    let { oneOf: t, ...n } = m;
    if (t.length === 0) return;
    let r = Su(m),
      { type: o = `null` } = n;
    !Array.isArray(o) &&
      yf.includes(o) &&
      v?.constAsDefaults === `skipOneOf` &&
      (v = { ...v, constAsDefaults: `never` }),
      (_ = t[cf(e, a, i ?? m.default, t, 0, r, l)]),
      (_ = Tu(n, _));
  } else if (`anyOf` in m) {
    let { anyOf: t, ...n } = m;
    if (t.length === 0) return;
    let r = Su(m);
    (_ = t[cf(e, a, i ?? m.default, t, 0, r, l)]), (_ = Tu(n, _));
  } else xf(m, c) && wu(m) !== `object` && (_ = Fd(e, m, a, i, l));
  if (_)
    return Df(e, _, {
      rootSchema: a,
      includeUndefinedValues: o,
      _recurseList: y,
      experimental_defaultFormStateBehavior: v,
      experimental_customMergeAllOf: l,
      parentDefaults: h,
      rawFormData: i ?? p,
      required: u,
      shouldMergeDefaultsIntoFormData: d,
      initialDefaultsGenerated: f,
    });
  h === void 0 && (h = m.default);
  let b = jf(e, m, n, h) ?? h;
  if (d) {
    let { arrayMinItems: t = {} } = c || {},
      { mergeExtraDefaults: n } = t,
      r = Of(e, m, a, i, c, l);
    (!Y(i) || `allOf` in m) && (b = ff(b, r, n, !0));
  }
  return b;
}
function Of(e, t, n, r, i, a) {
  let o = xf(t, i),
    s = o ? Fd(e, t, n, r, a) : t,
    c = !uf(s) && _f(e, s, n, a),
    l = r;
  return (
    c && (l = gf(s)?.some((e) => eu(e.value, r)) ? r : void 0),
    s.const && i?.constAsDefaults === `always`
      ? (l = s.const)
      : Y(l) &&
        Y(s.properties) &&
        (l = Object.keys(s.properties).reduce(
          (t, r) => {
            let c = Eu(s, r);
            return (r in t && (o || (Y(c) && `allOf` in c)) && (t[r] = Of(e, c, n, t[r], i, a)), t);
          },
          { ...l },
        )),
    l
  );
}
function kf(
  e,
  t,
  {
    rawFormData: n,
    rootSchema: r = {},
    includeUndefinedValues: i = !1,
    _recurseList: a = [],
    experimental_defaultFormStateBehavior: o,
    experimental_customMergeAllOf: s,
    required: c,
    shouldMergeDefaultsIntoFormData: l,
    initialDefaultsGenerated: u,
  } = {},
  d,
) {
  {
    let f = Y(n) ? n : {},
      p = t,
      m = xf(p, o) || (o?.emptyObjectFields !== `skipEmptyDefaults` && `if` in p) ? Fd(e, p, r, f, s) : p,
      h = m[Ic],
      g = Object.keys(m.properties || {}).reduce((t, n) => {
        let p = Eu(m, n),
          g = Y(h) && h[n] !== void 0,
          _ = ((Y(p) && `const` in p) || g) && o?.constAsDefaults !== `never` && !lf(p);
        return (
          Ef(
            t,
            n,
            Df(e, p, {
              rootSchema: r,
              _recurseList: a,
              experimental_defaultFormStateBehavior: o,
              experimental_customMergeAllOf: s,
              includeUndefinedValues: i === !0,
              parentDefaults: vu(d, n),
              rawFormData: vu(f, n),
              required: m.required?.includes(n),
              shouldMergeDefaultsIntoFormData: l,
              initialDefaultsGenerated: u,
            }),
            i,
            c,
            m.required,
            o,
            _,
            p?.type === `null`,
          ),
          t
        );
      }, {});
    if (m.additionalProperties && !u) {
      let t = Y(m.additionalProperties) ? m.additionalProperties : {},
        n = new Set(),
        p = [];
      Object.keys(f)
        .filter((e) => !m.properties || !m.properties[e])
        .forEach((e) => {
          n.add(e), p.push(e);
        }),
        Y(d) &&
          p.length === 0 &&
          Object.keys(d)
            .filter((e) => !m.properties || !m.properties[e])
            .forEach((e) => n.add(e)),
        n.forEach((n) => {
          let h = Df(e, t, {
            rootSchema: r,
            _recurseList: a,
            experimental_defaultFormStateBehavior: o,
            experimental_customMergeAllOf: s,
            includeUndefinedValues: i === !0,
            parentDefaults: vu(d, n),
            rawFormData: vu(f, n),
            required: m.required?.includes(n),
            shouldMergeDefaultsIntoFormData: l,
            initialDefaultsGenerated: u,
          });
          Ef(g, n, h, i, c, p);
        });
    }
    return Tf(t, g);
  }
}
function Af(
  e,
  t,
  {
    rawFormData: n,
    rootSchema: r = {},
    _recurseList: i = [],
    experimental_defaultFormStateBehavior: a,
    experimental_customMergeAllOf: o,
    required: s,
    requiredAsRoot: c = !1,
    shouldMergeDefaultsIntoFormData: l,
    initialDefaultsGenerated: u,
  } = {},
  d,
) {
  let f = d,
    p = t,
    m = a?.arrayMinItems ?? {},
    { populate: h, mergeExtraDefaults: g } = m,
    _ = h === `never`,
    v = h === `requiredOnly`,
    y = h === `all` || (!_ && !v),
    b = m?.computeSkipPopulate ?? (() => !1),
    x = a?.emptyObjectFields === `skipEmptyDefaults` ? void 0 : [];
  if (
    (Array.isArray(f) &&
      (f = f.map((t, c) =>
        Df(e, Sf(p, bf.Fallback, c), {
          rootSchema: r,
          _recurseList: i,
          experimental_defaultFormStateBehavior: a,
          experimental_customMergeAllOf: o,
          parentDefaults: t,
          rawFormData: Array.isArray(n) ? n[c] : void 0,
          required: s,
          shouldMergeDefaultsIntoFormData: l,
          initialDefaultsGenerated: u,
        }),
      )),
    Array.isArray(n))
  ) {
    let t = Sf(p);
    if (_) f = n;
    else {
      let c = n.map((n, c) =>
        Df(e, t, {
          rootSchema: r,
          _recurseList: i,
          experimental_defaultFormStateBehavior: a,
          experimental_customMergeAllOf: o,
          rawFormData: n,
          parentDefaults: vu(f, c),
          required: s,
          shouldMergeDefaultsIntoFormData: l,
          initialDefaultsGenerated: u,
        }),
      );
      f = ff(f, c, ((v && s) || y) && g);
    }
  }
  let S = Array.isArray(f) ? f.length : 0;
  if (_) return l && !s ? f : (f ?? x);
  if (v && !s) return f || void 0;
  let C;
  if (!p.minItems || vf(e, p, r, o) || b(e, p, r) || p.minItems <= S) C = f || (!s && !c) ? f : x;
  else {
    let t = f || [],
      n = Sf(p, bf.Invert),
      c = n.default,
      u = Array.from({ length: p.minItems - S }, () =>
        Df(e, n, {
          parentDefaults: c,
          rootSchema: r,
          _recurseList: i,
          experimental_defaultFormStateBehavior: a,
          experimental_customMergeAllOf: o,
          required: s,
          shouldMergeDefaultsIntoFormData: l,
        }),
      );
    C = t.concat(u);
  }
  return Tf(t, C);
}
function jf(e, t, n = {}, r) {
  switch (wu(t)) {
    case `object`:
      return kf(e, t, n, r);
    case `array`:
      return Af(e, t, n, r);
    case `boolean`:
      return n.experimental_defaultFormStateBehavior?.requiredBooleanDefault !== `skip` && n.required && r === void 0
        ? !1
        : void 0;
    default:
      return;
  }
}
function Mf(e, t, n, r, i = !1, a, o, s) {
  if (!Y(t)) throw Error(`Invalid schema: ${t}`);
  let c = wf(n),
    [l] = Kd(e, t, r ?? {}, n, void 0, void 0, o, void 0, c),
    u = Df(e, l, {
      rootSchema: r ?? (c ? t : void 0),
      includeUndefinedValues: i,
      experimental_defaultFormStateBehavior: a,
      experimental_customMergeAllOf: o,
      rawFormData: n,
      shouldMergeDefaultsIntoFormData: !0,
      initialDefaultsGenerated: s,
      requiredAsRoot: !0,
    });
  if (l.type !== `object` && Y(l.default)) return { ...u, ...n };
  if (Y(n) || Array.isArray(n)) {
    let { mergeDefaultsIntoFormData: t } = a || {},
      i = t === `useDefaultIfFormDataUndefined`;
    return ff(u, Of(e, l, r ?? l, n, a, o), !0, i, !0);
  }
  return u;
}
function Nf(e = {}) {
  return `widget` in sl(e) && sl(e).widget !== `hidden`;
}
function Pf(e, t, n = {}, r, i) {
  if (n[`ui:widget`] === `files`) return !0;
  if (t.items) {
    let n = Fd(e, t.items, r, void 0, i);
    return n.type === `string` && n.format === `data-url`;
  }
  return !1;
}
function Ff(e, t, n = {}, r, i, a) {
  let { label: o = !0 } = sl(n, i),
    s = !!o;
  if (s) {
    let i = wu(t),
      o = !!t[Mc];
    i === `array` && (s = o || vf(e, t, r, a) || Pf(e, t, n, r, a) || Nf(n)),
      i === `object` && (s = o),
      i === `boolean` && n && !n[`ui:widget`] && (s = !1),
      n?.[`ui:field`] && (s = !1);
  }
  return s;
}
function If(e, t) {
  if (t.length === 0 && typeof e != `object`) return e;
  let n = {};
  return (
    t.forEach((t) => {
      let r = Array.isArray(t) ? t : pu(t);
      bu(e, r) && yu(n, r, vu(e, r));
    }),
    Array.isArray(e) ? Object.keys(n).map((e) => n[e]) : n
  );
}
function Lf(e, t) {
  let n = (e, t) =>
      typeof e != `object` || !e || (Array.isArray(e) ? e.length === 0 : Object.keys(e).length === 0) || t,
    r = (e, i = [], a = [[]]) => {
      let o = Object.keys(e);
      return (
        o.forEach((s) => {
          let c = e[s];
          if (typeof c == `object`) {
            let e = a.map((e) => [...e, s]);
            c.__rjsf_additionalProperties && c.$name !== `` ? i.push(c[Uc]) : r(c, i, e);
          } else
            s === `$name` &&
              c !== `` &&
              a.forEach((e) => {
                let r = vu(t, e),
                  a = o.length === 1;
                (n(r, a) || (Array.isArray(r) && r.every((e) => n(e, a)))) && i.push(e);
              });
        }),
        i
      );
    };
  return r(e);
}
function Rf(e) {
  return e == null || e === `` ? !0 : Array.isArray(e) ? e.length === 0 : Y(e) ? Object.values(e).every(Rf) : !1;
}
function zf(e, t) {
  return t ? t(e) : Nd(e);
}
function Bf(e, t, n = {}, r, i) {
  function a(e) {
    return Y(e);
  }
  function o(e) {
    return Y(e);
  }
  function s(e, t, r) {
    let { properties: i, additionalProperties: a, patternProperties: s } = e,
      c = new Set(e.required ?? []);
    function l(e, t, i, a = !1) {
      let s = p(t, i, r[e]);
      if (!a && Y(s)) {
        let e = o(t) ? t : {};
        e.$ref !== void 0 && (e = du(e.$ref, n));
        let r = new Set(e.required ?? []);
        if (Object.entries(s).every(([e, t]) => !r.has(e) && Rf(t))) return;
      }
      s !== void 0 && (r[e] = s);
    }
    if (i !== void 0) for (let [e, n] of Object.entries(i)) l(e, n, t[e], c.has(e));
    let u;
    if (s !== void 0) {
      u = [];
      let e = Object.entries(s).map(([e, t]) => [new RegExp(e), t]),
        n = new Set(Object.keys(i ?? {}));
      for (let [r, i] of Object.entries(t))
        if (!n.has(r)) {
          let t = e.find(([e]) => e.test(r));
          t === void 0 ? u.push(r) : l(r, t[1], i);
        }
    }
    if (a !== void 0 && a !== !1) {
      let e = a;
      if (u !== void 0) for (let n of u) l(n, e, t[n]);
      else {
        let n = new Set(Object.keys(i ?? {}));
        for (let [r, i] of Object.entries(t)) n.has(r) || l(r, e, i);
      }
    }
    return r;
  }
  function c(e, t, n) {
    let { items: r, additionalItems: i } = e;
    if (Array.isArray(r)) {
      let e = Math.min(r.length, t.length),
        a = 0;
      for (; a < e; a += 1) n[a] = p(r[a], t[a]);
      if (!i) return ((n.length = e), n);
      for (; a < t.length; a += 1) n[a] = p(i, t[a]);
    } else for (let e = 0; e < t.length; e += 1) n[e] = p(r, t[e]);
    return ((n.length = t.length), n);
  }
  function l(t, r, i) {
    let { if: a, then: s, else: c } = t;
    if (a === void 0) return i;
    let l = (o(a) ? e.isValid(a, r, n) : a) ? s : c;
    return l === void 0 ? i : p(l, r, i, !1);
  }
  function u(t, r, a, o) {
    if (!Array.isArray(t) || _f(e, r, n, i)) return o;
    let s = Jd(t, !0, n),
      c = cf(e, n, a, s, 0, Su(r), i),
      l = t[c];
    return p(Y(l) ? Hd(l, n, []) : s[c], a, o, !1);
  }
  function d(e, t, n) {
    let { anyOf: r } = e;
    if (!Array.isArray(r)) return n;
    if (t === void 0 || (Array.isArray(t) && t.length === 0) || (Y(t) && Object.keys(t).length === 0)) {
      let e = n;
      for (let n of r) e = p(n, t, e, !1);
      return e;
    }
    return u(r, e, t, n);
  }
  function f(e, t, n) {
    let { dependencies: r } = e;
    if (r === void 0 || !a(t)) return n;
    let i = n;
    for (let [e, n] of Object.entries(r)) e in t && !Array.isArray(n) && (i = p(n, t, i, !1));
    return i;
  }
  function p(e, t, r, o = !0) {
    if (t === void 0 || e === !1) return;
    if (e === !0 || !e || Object.keys(e).length === 0) return r ?? (o ? t : void 0);
    let m = e,
      { $ref: h, allOf: g } = m;
    if (h !== void 0) return p(du(h, n), t, r, o);
    if (g) {
      m = zf(m, i);
      let e = m.allOf;
      if (e) for (let n = 0; n < e.length; n++) r = p(e[n], t, r, !1);
    }
    let _ = d(m, t, u(m.oneOf, m, t, r)),
      v = wu(m);
    if (v === `object`) {
      if (!a(t)) return;
      _ = s(m, t, a(_) ? _ : {});
    } else if (v === `array`) {
      if (!Array.isArray(t)) return;
      m.items !== void 0 && (_ = c(m, t, Array.isArray(_) ? _ : []));
    }
    let y = l(m, t, _);
    if (m.additionalProperties === !1 && a(y)) {
      let e = new Set(Object.keys(m.properties ?? {})),
        t = m.patternProperties ? Object.keys(m.patternProperties).map((e) => new RegExp(e)) : [];
      for (let n of Object.keys(y)) !e.has(n) && !t.some((e) => e.test(n)) && delete y[n];
    }
    return f(m, t, y) ?? (o ? t : void 0);
  }
  return p(t, r);
}
var Vf = Symbol(`no Value`);
function Hf(e) {
  if (Array.isArray(e.enum)) return e.enum;
  let t = e.oneOf || e.anyOf;
  if (!Array.isArray(t)) return;
  let n = t
    .map((e) => (`const` in e ? e[Ic] : Array.isArray(e.enum) && e.enum.length === 1 ? e.enum[0] : Vf))
    .filter((e) => e !== Vf);
  return n.length > 0 ? n : void 0;
}
function Uf(e, t) {
  let n = Hf(e);
  if (!n || n.some((e) => eu(e, t))) return Vf;
  let r = vu(e, Lc, Vf);
  return r !== Vf && n.some((e) => eu(e, r)) ? r : n.length === 1 ? n[0] : void 0;
}
function Wf(e, t, n, r, i = {}, a) {
  let o,
    s = n?.[Kc];
  if (s) {
    let c = {},
      l = r?.[Kc];
    l &&
      Object.keys(l).forEach((e) => {
        bu(i, e) && (c[e] = void 0);
      });
    let u = Object.keys(s),
      d = {};
    u.forEach((o) => {
      let s = i?.[o],
        l = !bu(r, [Kc, o]),
        u = Eu(r, o),
        f = Eu(n, o),
        p = Fd(e, u, t, s, a),
        m = eu(u, f) ? p : Fd(e, f, t, s, a),
        h = p.type,
        g = m.type;
      if (!h || h === g) {
        if ((o in c && delete c[o], g === `object` || (g === `array` && Array.isArray(s)))) {
          let n = Wf(e, t, m, l && g === `array` ? m : p, s, a);
          (n !== void 0 || g === `array`) && (d[o] = n);
        } else {
          let e = vu(m, Lc, Vf),
            t = vu(p, Lc, Vf);
          e !== Vf && e !== s && ((l && s === void 0) || t === s ? (c[o] = e) : m.readOnly === !0 && (c[o] = void 0));
          let n = vu(m, Ic, Vf),
            r = vu(p, Ic, Vf);
          if ((n !== Vf && n !== s && (c[o] = r === s ? n : void 0), bu(i, o))) {
            let e = Uf(m, s);
            e !== Vf && (c[o] = e);
          }
        }
      }
    }),
      (o = { ...(typeof i == `string` || Array.isArray(i) ? void 0 : i), ...c, ...d });
  } else if (r?.type === `array` && n?.type === `array` && Array.isArray(i)) {
    let s = r.items,
      c = n.items;
    if (typeof s == `object` && typeof c == `object` && !Array.isArray(s) && !Array.isArray(c)) {
      let r = s,
        l = c;
      (s = Fd(e, r, t, i, a)), (c = eu(r, l) ? s : Fd(e, l, t, i, a));
      let u = vu(s, `type`),
        d = vu(c, `type`);
      if (!u || u === d) {
        let s = n.maxItems ?? -1;
        if (d === `object`)
          o = i.reduce((n, i) => {
            let o = Fd(e, r, t, i, a),
              c = Wf(e, t, eu(r, l) ? o : Fd(e, l, t, i, a), o, i, a);
            return (c !== void 0 && (s < 0 || n.length < s) && n.push(c), n);
          }, []);
        else {
          let e = Hf(c),
            t = e ? i.filter((t) => e.some((e) => eu(e, t))) : i;
          o = s > 0 && t.length > s ? t.slice(0, s) : t;
        }
      }
    } else typeof s == `boolean` && typeof c == `boolean` && s === c && (o = i);
  }
  return o;
}
function Gf(e, t, n, r, i, a = [], o) {
  if (`$ref` in t || `dependencies` in t || `allOf` in t || `if` in t) {
    let s = Fd(e, t, r, i, o);
    if (a.findIndex((e) => eu(e, s)) === -1) return Gf(e, s, n, r, i, a.concat(s), o);
  }
  let s = { [Uc]: n.replace(/^\./, ``) };
  if (`oneOf` in t || `anyOf` in t) {
    let c = `oneOf` in t ? t.oneOf : t.anyOf,
      l = c[cf(e, r, i, c, 0, Su(t), o)];
    s = { ...s, ...Gf(e, l, n, r, i, a, o) };
  }
  if (`additionalProperties` in t && t.additionalProperties !== !1) {
    yu(s, il, !0);
    let c = Y(t.additionalProperties) ? t[Nc] : {},
      l = t.properties ?? {};
    for (let t of Object.keys(i ?? {})) t in l || (s[t] = Gf(e, c, `${n}.${t}`, r, vu(i, t), a, o));
  }
  if (`items` in t && Array.isArray(i)) {
    let { items: c, additionalItems: l } = t;
    Array.isArray(c)
      ? i.forEach((t, i) => {
          c[i]
            ? (s[i] = Gf(e, c[i], `${n}.${i}`, r, t, a, o))
            : l
              ? (s[i] = Gf(e, l, `${n}.${i}`, r, t, a, o))
              : console.warn(`Unable to generate path schema for "${n}.${i}". No schema defined for it`);
        })
      : i.forEach((t, i) => {
          s[i] = Gf(e, c, `${n}.${i}`, r, t, a, o);
        });
  } else if (`properties` in t)
    for (let c in t.properties) {
      let l = Eu(t, c);
      s[c] = Gf(e, l, `${n}.${c}`, r, vu(i, c), a, o);
    }
  return s;
}
function Kf(e, t, n = ``, r, i, a) {
  return Gf(e, t, n, r, i, void 0, a);
}
var qf = class {
  rootSchema;
  validator;
  experimental_defaultFormStateBehavior;
  experimental_customMergeAllOf;
  constructor(e, t, n, r) {
    (this.rootSchema = t?.$schema === `https://json-schema.org/draft/2020-12/schema` ? cu(t, t.$id ?? `#`) : t),
      (this.validator = e),
      (this.experimental_defaultFormStateBehavior = n),
      (this.experimental_customMergeAllOf = r);
  }
  getRootSchema() {
    return this.rootSchema;
  }
  getValidator() {
    return this.validator;
  }
  doesSchemaUtilsDiffer(e, t, n = {}, r) {
    return !e || !t
      ? !1
      : this.validator !== e ||
          !eu(this.rootSchema, t) ||
          !eu(this.experimental_defaultFormStateBehavior, n) ||
          this.experimental_customMergeAllOf !== r;
  }
  findFieldInSchema(e, t, n) {
    return af(this.validator, this.rootSchema, e, t, n, this.experimental_customMergeAllOf);
  }
  findSelectedOptionInXxxOf(e, t, n, r) {
    return ef(this.validator, this.rootSchema, e, t, n, r, this.experimental_customMergeAllOf);
  }
  getDefaultFormState(e, t, n = !1, r) {
    return Mf(
      this.validator,
      e,
      t,
      this.rootSchema,
      n,
      this.experimental_defaultFormStateBehavior,
      this.experimental_customMergeAllOf,
      r,
    );
  }
  getDisplayLabel(e, t, n) {
    return Ff(this.validator, e, t, this.rootSchema, n, this.experimental_customMergeAllOf);
  }
  getClosestMatchingOption(e, t, n, r) {
    return cf(this.validator, this.rootSchema, e, t, n, r, this.experimental_customMergeAllOf);
  }
  getFirstMatchingOption(e, t, n) {
    return Ou(this.validator, e, t, this.rootSchema, n);
  }
  getFromSchema(e, t, n) {
    return nf(this.validator, this.rootSchema, e, t, n, this.experimental_customMergeAllOf);
  }
  isFilesArray(e, t) {
    return Pf(this.validator, e, t, this.rootSchema, this.experimental_customMergeAllOf);
  }
  isMultiSelect(e) {
    return vf(this.validator, e, this.rootSchema, this.experimental_customMergeAllOf);
  }
  isSelect(e) {
    return _f(this.validator, e, this.rootSchema, this.experimental_customMergeAllOf);
  }
  omitExtraData(e, t) {
    return Bf(this.validator, e, this.rootSchema, t);
  }
  retrieveSchema(e, t, n) {
    return Fd(this.validator, e, this.rootSchema, t, this.experimental_customMergeAllOf, n);
  }
  sanitizeDataForNewSchema(e, t, n) {
    return Wf(this.validator, this.rootSchema, e, t, n, this.experimental_customMergeAllOf);
  }
  toPathSchema(e, t, n) {
    return Kf(this.validator, e, t, this.rootSchema, n, this.experimental_customMergeAllOf);
  }
};
function Jf(e, t, n = {}, r) {
  return new qf(e, t, n, r);
}
function Yf(e) {
  if (!e.includes(`data:`)) throw Error(`File is invalid: URI must be a dataURI`);
  let t = e.slice(5).split(`;base64,`);
  if (t.length !== 2) throw Error(`File is invalid: dataURI must be base64`);
  let [n, r] = t,
    [i, ...a] = n.split(`;`),
    o = i || ``,
    s = decodeURI(a.map((e) => e.split(`=`)).find(([e]) => e === `name`)?.[1] || `unknown`);
  try {
    let e = atob(r),
      t = Array(e.length);
    for (let n = 0; n < e.length; n += 1) t[n] = e.charCodeAt(n);
    return { blob: new window.Blob([new Uint8Array(t)], { type: o }), name: s };
  } catch (e) {
    throw Error(`File is invalid: ${e.message}`);
  }
}
function Xf(e, t) {
  let n = String(e);
  for (; n.length < t; ) n = `0${n}`;
  return n;
}
function Zf(e, t) {
  let n = e <= 0 && t <= 0;
  if (!n && (e < 0 || t < 0))
    throw Error(`Both start (${e}) and stop (${t}) must both be <= 0 or > 0, got one of each`);
  let r = new Date().getFullYear(),
    i = n ? r + e : e,
    a = n ? r + t : t;
  if (i > a) return Zf(t, e).reverse();
  let o = [];
  for (let e = i; e <= a; e += 1) o.push({ value: e, label: Xf(e, 2) });
  return o;
}
function Qf(e, t) {
  let n = e;
  if (Array.isArray(t)) {
    let e = n.split(/(%\d)/);
    t.forEach((t, n) => {
      let r = e.findIndex((e) => e === `%${n + 1}`);
      r >= 0 && (e[r] = t);
    }),
      (n = e.join(``));
  }
  return n;
}
function $f(e, t) {
  return Qf(e, t);
}
function ep(e, t = [], n) {
  if (Array.isArray(e)) return e.map((e) => ep(e, t)).filter((e) => e !== void 0);
  let r = t[e === `` || e === null ? -1 : Number(e)];
  return r ? r.value : n;
}
function tp(e, t, n = []) {
  let r = ep(e, n);
  return Array.isArray(t) ? t.filter((e) => !eu(e, r)) : eu(r, t) ? void 0 : t;
}
function np(e, t) {
  return Array.isArray(t) ? t.some((t) => eu(t, e)) : eu(t, e);
}
function rp(e, t = [], n = !1) {
  let r = t.map((t, n) => (np(t.value, e) ? String(n) : void 0)).filter((e) => e !== void 0);
  return n ? r : r[0];
}
function ip(e, t, n, r = `indexed`, i) {
  if (e === void 0 || (n && Array.isArray(e) && e.length < 1) || (!n && e === i)) return i;
  if (r === `realValue`) return n ? e.map(String) : String(e);
  let a = rp(e, t, n);
  return a === void 0 ? i : a;
}
function ap(e, t, n = []) {
  let r = ep(e, n);
  if (r != null) {
    let e = n.findIndex((e) => r === e.value),
      i = n.map(({ value: e }) => e);
    return t
      .slice(0, e)
      .concat(r, t.slice(e))
      .sort((e, t) => Number(i.indexOf(e) > i.indexOf(t)));
  }
  return t;
}
function op(e, t, n) {
  if (e === `` || !Array.isArray(t)) return n;
  let r = t.find((t) => String(t.value) === e);
  if (r) return r.value;
  let i = Number(e);
  return !Number.isNaN(i) && i >= 0 && i < t.length ? t[i].value : n;
}
function sp(e, t, n = `indexed`, r) {
  return n === `realValue` ? (Array.isArray(e) ? e.map((e) => op(e, t, r)) : op(e, t, r)) : ep(e, t, r);
}
function cp(e, t, n = `indexed`) {
  return n === `realValue` ? (e == null ? `` : String(typeof e == `object` ? t : e)) : String(t);
}
var lp = class {
  errorSchema = {};
  constructor(e) {
    this.resetAllErrors(e);
  }
  get ErrorSchema() {
    return this.errorSchema;
  }
  getOrCreateErrorBlock(e) {
    let t = typeof e == `string` ? pu(e) : (e ?? []);
    if (t.length === 0) return this.errorSchema;
    let n = vu(this.errorSchema, t);
    return (n || ((n = {}), yu(this.errorSchema, t, n, !0)), n);
  }
  resetAllErrors(e) {
    return ((this.errorSchema = e ? structuredClone(e) : {}), this);
  }
  addErrors(e, t) {
    let n = this.getOrCreateErrorBlock(t),
      r = n[Bc];
    return (
      Array.isArray(r) || ((r = []), (n[Bc] = r)),
      (n[Bc] = Array.isArray(e) ? [...new Set([...r, ...e])] : [...new Set([...r, e])]),
      this
    );
  }
  setErrors(e, t) {
    let n = this.getOrCreateErrorBlock(t);
    return ((n[Bc] = Array.isArray(e) ? [...new Set([...e])] : [e]), this);
  }
  clearErrors(e) {
    let t = this.getOrCreateErrorBlock(e);
    return ((t[Bc] = []), this);
  }
};
function up(e, t) {
  return ll(e) && ll(t)
    ? dp(e, t, !0)
    : Array.isArray(e) && Array.isArray(t) && e.length === t.length
      ? e.flatMap((e, n) => {
          if (eu(e, t[n])) return [];
          let r = up(e, t[n]);
          return r.length ? r.map((e) => `${n}.${e}`) : [String(n)];
        })
      : [];
}
function dp(e, t, n = !1) {
  if (e === t) return [];
  if (!ll(e)) return ll(t) ? Object.keys(t) : [];
  if (!ll(t)) return Object.keys(e);
  let r = Object.keys(e),
    i = new Set(r),
    a = r
      .filter((n) => !eu(e[n], vu(t, n)))
      .flatMap((r) => {
        if (!n) return [r];
        let i = up(e[r], vu(t, r));
        return i.length ? i.map((e) => `${r}.${e}`) : [r];
      }),
    o = Object.keys(t).filter((e) => !i.has(e));
  return [...a, ...o];
}
function fp(e, t, n = [1900, new Date().getFullYear() + 2], r = `YMD`) {
  let { day: i, month: a, year: o, hour: s, minute: c, second: l } = e,
    u = { type: `day`, range: [1, 31], value: i },
    d = { type: `month`, range: [1, 12], value: a },
    f = { type: `year`, range: n, value: o },
    p = [];
  switch (r) {
    case `MDY`:
      p.push(d, u, f);
      break;
    case `DMY`:
      p.push(u, d, f);
      break;
    default:
      p.push(f, d, u);
  }
  return (
    t &&
      p.push(
        { type: `hour`, range: [0, 23], value: s },
        { type: `minute`, range: [0, 59], value: c },
        { type: `second`, range: [0, 59], value: l },
      ),
    p
  );
}
function pp(e) {
  let t = {};
  return (
    e.multipleOf && (t.step = e.multipleOf),
    (e.minimum || e.minimum === 0) && (t.min = e.minimum),
    (e.maximum || e.maximum === 0) && (t.max = e.maximum),
    t
  );
}
function mp(e, t, n = {}, r = !0) {
  let i = { type: t || `text`, ...pp(e) };
  return (
    n.inputType
      ? (i.type = n.inputType)
      : t ||
        (e.type === `number`
          ? Ac() === `.`
            ? ((i.type = `number`), r && i.step === void 0 && (i.step = `any`))
            : (i.type = `text`)
          : e.type === `integer` && ((i.type = `number`), i.step === void 0 && (i.step = 1))),
    [`date`, `datetime-local`, `time`, `week`, `month`].includes(i.type) &&
      (e.formatMinimum !== void 0 && (i.min = e.formatMinimum),
      e.formatMaximum !== void 0 && (i.max = e.formatMaximum)),
    n.autocomplete && (i.autoComplete = n.autocomplete),
    n.autocapitalize && (i.autoCapitalize = n.autocapitalize),
    n.accept && (i.accept = n.accept),
    i
  );
}
function hp(e) {
  return e?.optionValueFormat ?? `indexed`;
}
var gp = { props: { disabled: !1 }, submitText: `Submit`, norender: !1 };
function _p(e = {}) {
  let t = sl(e);
  if (t?.submitButtonOptions) {
    let e = t[Yc];
    return { ...gp, ...e };
  }
  return gp;
}
function vp(e, t, n = {}) {
  let { templates: r } = t;
  return e === `ButtonTemplates`
    ? r[e]
    : Object.hasOwn(n, e) && typeof n[e] == `string` && Object.hasOwn(r, n[e])
      ? r[n[e]]
      : n[e] || r[e];
}
var yp = 0;
function bp() {
  if (vu(globalThis, [`process`, `env`, `NODE_ENV`]) !== `test`) return {};
  let e = new Map();
  return new Proxy(
    {},
    {
      get(t, n) {
        return (e.has(n) || ((yp += 1), e.set(n, `test-id-${yp}`)), e.get(n));
      },
    },
  );
}
var xp = Ye((e) => {
    var t = Symbol.for(`react.element`),
      n = Symbol.for(`react.portal`),
      r = Symbol.for(`react.fragment`),
      i = Symbol.for(`react.strict_mode`),
      a = Symbol.for(`react.profiler`),
      o = Symbol.for(`react.provider`),
      s = Symbol.for(`react.context`),
      c = Symbol.for(`react.server_context`),
      l = Symbol.for(`react.forward_ref`),
      u = Symbol.for(`react.suspense`),
      d = Symbol.for(`react.suspense_list`),
      f = Symbol.for(`react.memo`),
      p = Symbol.for(`react.lazy`);
    function m(e) {
      if (typeof e == `object` && e) {
        var m = e.$$typeof;
        switch (m) {
          case t:
            switch (((e = e.type), e)) {
              case r:
              case a:
              case i:
              case u:
              case d:
                return e;
              default:
                switch (((e &&= e.$$typeof), e)) {
                  case c:
                  case s:
                  case l:
                  case p:
                  case f:
                  case o:
                    return e;
                  default:
                    return m;
                }
            }
          case n:
            return m;
        }
      }
    }
    (e.isForwardRef = function (e) {
      return m(e) === l;
    }),
      (e.isMemo = function (e) {
        return m(e) === f;
      });
  }),
  Sp = Be(
    Ye((e, t) => {
      t.exports = xp();
    })(),
    1,
  ),
  Cp = {
    boolean: { checkbox: `CheckboxWidget`, radio: `RadioWidget`, select: `SelectWidget`, hidden: `HiddenWidget` },
    string: {
      text: `TextWidget`,
      password: `PasswordWidget`,
      email: `EmailWidget`,
      hostname: `TextWidget`,
      ipv4: `TextWidget`,
      ipv6: `TextWidget`,
      uri: `URLWidget`,
      'data-url': `FileWidget`,
      radio: `RadioWidget`,
      select: `SelectWidget`,
      textarea: `TextareaWidget`,
      hidden: `HiddenWidget`,
      date: `DateWidget`,
      datetime: `DateTimeWidget`,
      'date-time': `DateTimeWidget`,
      'alt-date': `AltDateWidget`,
      'alt-datetime': `AltDateTimeWidget`,
      time: `TimeWidget`,
      color: `ColorWidget`,
      file: `FileWidget`,
    },
    number: {
      text: `TextWidget`,
      select: `SelectWidget`,
      updown: `UpDownWidget`,
      range: `RangeWidget`,
      radio: `RadioWidget`,
      hidden: `HiddenWidget`,
    },
    integer: {
      text: `TextWidget`,
      select: `SelectWidget`,
      updown: `UpDownWidget`,
      range: `RangeWidget`,
      radio: `RadioWidget`,
      hidden: `HiddenWidget`,
    },
    array: { select: `SelectWidget`, checkboxes: `CheckboxesWidget`, files: `FileWidget`, hidden: `HiddenWidget` },
  };
function wp(e) {
  let { MergedWidget: t } = e;
  if (!t) {
    let n = e.defaultProps?.options || {};
    (t = ({ options: t, ...r }) => (0, J.jsx)(e, { options: { ...n, ...t }, ...r })), (e.MergedWidget = t);
  }
  return t;
}
function Tp(e, t, n = {}) {
  let r = wu(e);
  if (typeof t == `function` || (t && Sp.isForwardRef((0, q.createElement)(t))) || Sp.isMemo(t)) return wp(t);
  if (typeof t != `string`) throw Error(`Unsupported widget definition: ${typeof t} in schema: ${JSON.stringify(e)}`);
  if (t in n) return Tp(e, n[t], n);
  if (typeof r == `string`) {
    if (!(r in Cp)) throw Error(`No widget for type '${r}' in schema: ${JSON.stringify(e)}`);
    if (t in Cp[r]) return Tp(e, n[Cp[r][t]], n);
  }
  throw Error(`No widget '${t}' for type '${r}' in schema: ${JSON.stringify(e)}`);
}
function Ep(e) {
  let t = 0;
  for (let n = 0; n < e.length; n++) {
    let r = e.charCodeAt(n);
    (t = (t << 5) - t + r), (t &= t);
  }
  return t.toString(16);
}
function Dp(e) {
  function t(e) {
    return e !== void 0 && typeof e != `function` && typeof e != `symbol`;
  }
  if (Array.isArray(e)) return `[${e.map((e) => (e === void 0 ? `undefined` : Dp(e))).join(`,`)}]`;
  if (typeof e != `object` || !e) return JSON.stringify(typeof e == `function` ? null : e);
  let n = e;
  return `{${Object.keys(n)
    .sort()
    .filter((e) => t(n[e]))
    .map((e) => `${JSON.stringify(e)}:${Dp(n[e])}`)
    .join(`,`)}}`;
}
function Op(e) {
  return Ep(Dp(e));
}
function kp(e, t, n = {}) {
  try {
    return (Tp(e, t, n), !0);
  } catch (e) {
    let t = e;
    if (t.message && (t.message.startsWith(`No widget`) || t.message.startsWith(`Unsupported widget`))) return !1;
    throw e;
  }
}
function Ap(e, t) {
  return `${typeof e == `string` ? e : e.$id}__${t}`;
}
function jp(e) {
  return Ap(e, `description`);
}
function Mp(e) {
  return Ap(e, `error`);
}
function Np(e) {
  return Ap(e, `examples`);
}
function Pp(e) {
  return Ap(e, `help`);
}
function Fp(e) {
  return Ap(e, `title`);
}
function Ip(e, t = !1) {
  let n = t ? ` ${Np(e)}` : ``;
  return `${Mp(e)} ${jp(e)} ${Pp(e)}${n}`;
}
function Lp(e, t) {
  return `${e}-${t}`;
}
function Rp(e, t) {
  return Ap(e, t);
}
function zp(e, t) {
  return Ap(e, `optional${t}`);
}
function Bp(e) {
  return e == null ? !1 : typeof e != `object` || Array.isArray(e) ? !0 : Object.keys(e).length > 0;
}
function Vp(e, t) {
  let { rootSchema: n, schemaUtils: r } = e;
  return eu(t, n) ? !0 : `$ref` in n && eu(t, r.retrieveSchema(n));
}
function Hp(e, t, n) {
  return t ? n : e;
}
function Up(e) {
  return e ? new Date(e).toJSON() : void 0;
}
function Wp(e, t, n, r = !1) {
  !r &&
    Array.isArray(n) &&
    t.default !== void 0 &&
    rp(t.default, n, r) === void 0 &&
    console.error(`The schema default value "${t.default}" is not one of the values in the enum options for "${e}"`);
}
function Gp(e, t, n) {
  let r = [rl];
  return (bu(e, `formContext`) && r.unshift(nl), vu(e, [...r, t], n));
}
function Kp() {}
function qp(e, t) {
  if (!Array.isArray(t)) return e;
  let n = (e) => e.reduce((e, t) => ((e[t] = !0), e), {}),
    r = (e) => (e.length > 1 ? `properties '${e.join(`', '`)}'` : `property '${e[0]}'`),
    i = n(e),
    a = t.filter((e) => e === `*` || i[e]),
    o = n(a),
    s = e.filter((e) => !o[e]),
    c = a.indexOf(`*`);
  if (c === -1) {
    if (s.length) throw Error(`uiSchema order list does not contain ${r(s)}`);
    return a;
  }
  if (c !== a.lastIndexOf(`*`)) throw Error(`uiSchema order list contains more than one wildcard item`);
  let l = [...a];
  return (l.splice(c, 1, ...s), l);
}
function Jp(e, t = !0) {
  if (!e) return { year: -1, month: -1, day: -1, hour: t ? -1 : 0, minute: t ? -1 : 0, second: t ? -1 : 0 };
  let n = new Date(e);
  if (Number.isNaN(n.getTime())) throw Error(`Unable to parse date ${e}`);
  return {
    year: n.getUTCFullYear(),
    month: n.getUTCMonth() + 1,
    day: n.getUTCDate(),
    hour: t ? n.getUTCHours() : 0,
    minute: t ? n.getUTCMinutes() : 0,
    second: t ? n.getUTCSeconds() : 0,
  };
}
function Yp(e, t, n, r = {}) {
  let { format: i } = e,
    a = n.isSelect(e) ? gf(e, t) : void 0,
    o = a ? `select` : `text`;
  return (i && kp(e, i, r) && (o = i), { defaultWidget: o, enumOptions: a });
}
function Xp(e, t, n) {
  let r = e[Qc] ?? e.$ref,
    i = n.uiSchemaDefinitions,
    a = r && i ? i[r] : void 0,
    o;
  if (((o = a ? (!t || Object.keys(t).length === 0 ? { ...a } : pf(a, t)) : t || {}), i)) {
    let t = e;
    if (r && e.$ref && !e[Qc])
      try {
        t = du(r, n.rootSchema);
      } catch (e) {
        return (
          console.warn(
            `could not resolve $ref in resolveUiSchema:
`,
            e,
          ),
          o
        );
      }
    for (let e of [Wc, Fc]) {
      let n = t[e];
      if (Array.isArray(n) && n.length > 0) {
        let t = o[e],
          r = Array.isArray(t) ? [...t] : [],
          a = !1;
        for (let e = 0; e < n.length; e++) {
          let t = n[e],
            o = t?.[Qc] ?? t?.$ref;
          if (o && o in i) {
            let t = r[e] || {};
            (r[e] = pf(i[o], t)), (a = !0);
          }
        }
        a && (o[e] = r);
      }
    }
  }
  return o;
}
function Zp(e, t, n = !0, r = []) {
  if (!Y(e)) return !1;
  let i = e,
    a = r;
  if (typeof i.$ref == `string`) {
    let e = i[Xc];
    if (a.includes(e)) return !1;
    a = [...a, e];
    try {
      let n = du(e, t);
      if (Y(n)) {
        let { [Xc]: e, ...t } = i;
        i = { ...n, ...t };
      }
    } catch {
      return !1;
    }
  }
  if (!n && (`dependencies` in i || `if` in i)) return !0;
  let o = i[Kc],
    s = i[Gc],
    c = i[Vc],
    l = i[Rc],
    u = Y(l) ? Object.values(l).filter(Y) : [];
  return [
    ...(Y(o) ? Object.values(o) : []),
    ...(Y(s) ? Object.values(s) : []),
    ...(Array.isArray(c) ? c : [c]),
    i[Nc],
    ...(i.allOf ?? []),
    ...(i.anyOf ?? []),
    ...(i.oneOf ?? []),
    ...u,
    i[Zc],
    i[zc],
  ].some((e) => Zp(e, t, !1, a));
}
function Qp(e) {
  return e.const || (e.enum?.length === 1 && e.enum[0] === !0)
    ? !0
    : e.anyOf?.length === 1
      ? Qp(e.anyOf[0])
      : e.oneOf?.length === 1
        ? Qp(e.oneOf[0])
        : e.allOf
          ? e.allOf.some((e) => Qp(e))
          : !1;
}
function $p({ hideLabel: e, id: t, multiple: n, options: r, registry: i, uiSchema: a, value: o }) {
  if (n || e) return null;
  let { label: s = !0 } = sl(a, i.globalUiOptions);
  if (!s) return null;
  let c = r.enumOptions?.find(({ value: e }) => np(e, o)),
    l = c?.schema?.description;
  if (!l) return null;
  let u = vp(`DescriptionFieldTemplate`, i, r);
  return (0, J.jsx)(u, { id: jp(t), description: l, schema: c.schema, uiSchema: a, registry: i });
}
function em(e, t) {
  if (Object.is(e, t)) return !0;
  if (e == null || t == null || typeof e != `object` || typeof t != `object`) return !1;
  let n = Object.keys(e),
    r = Object.keys(t);
  if (n.length !== r.length) return !1;
  for (let r = 0; r < n.length; r += 1) {
    let i = n[r];
    if (!Object.hasOwn(t, i) || !Object.is(e[i], t[i])) return !1;
  }
  return !0;
}
function tm(e, t, n, r = `customDeep`) {
  if (r === `always`) return !0;
  if (r === `shallow`) {
    let { props: r, state: i } = e;
    return !em(r, t) || !em(i, n);
  }
  let { props: i, state: a } = e;
  return !eu(i, t) || !eu(a, n);
}
function nm(e) {
  let t = [
    ...new Set(
      e
        .map((e) => (Y(e) ? wu(e) : void 0))
        .flat()
        .filter((e) => e !== void 0),
    ),
  ];
  return t.length === 1 ? t[0] : t;
}
function rm(e, t, n, r) {
  let { enableOptionalDataFieldForType: i = [] } = sl(r, e.globalUiOptions),
    a;
  return (
    (a =
      `anyOf` in t && Array.isArray(t.anyOf) ? nm(t[Fc]) : `oneOf` in t && Array.isArray(t.oneOf) ? nm(t[Wc]) : wu(t)),
    !Vp(e, t) && !n && !!a && !Array.isArray(a) && !!i.find((e) => e === a)
  );
}
function im(e, t = !0) {
  let { year: n, month: r, day: i, hour: a = 0, minute: o = 0, second: s = 0 } = e,
    c = Date.UTC(n, r - 1, i, a, o, s),
    l = new Date(c).toJSON();
  return t ? l : l.slice(0, 10);
}
function am(e, t = []) {
  return e ? om(e, t) : [];
}
function om(e, t) {
  let n = e[Bc],
    r = `.${t.join(`.`)}`,
    i = Array.isArray(n) ? n.map((e) => ({ property: r, message: e, stack: `${r} ${e}` })) : [];
  return Object.keys(e).reduce((n, r) => {
    let i = e[r];
    return r !== `__errors` && ll(i) ? n.concat(om(i, [...t, r])) : n;
  }, i);
}
function sm(e) {
  let t = new lp();
  return (
    e.length &&
      e.forEach((e) => {
        let { property: n, message: r } = e,
          i = n ? pu(n) : [];
        r && t.addErrors(r, i);
      }),
    t.ErrorSchema
  );
}
function cm(e, t, n, r) {
  let i = Array.isArray(n) ? n : n?.path,
    a = e === `` ? [] : [e],
    o = i ? i.concat(...a) : a,
    s = [t.idPrefix, ...o].join(t.idSeparator),
    c;
  return (
    t.nameGenerator && o.length > 0 && (c = t.nameGenerator(o, t.idPrefix, r)),
    { path: o, $id: s, ...(c !== void 0 && { name: c }) }
  );
}
function lm(e) {
  return um(e);
}
function um(e) {
  return Object.keys(e).reduce((t, n) => {
    if (n === `addError`) return t;
    let r = e[n];
    return ll(r) ? { ...t, [n]: um(r) } : { ...t, [n]: r };
  }, {});
}
function dm(e) {
  return Object.values(e).every((e) => e !== -1);
}
function fm(e) {
  let {
      className: t = `form-control`,
      type: n,
      range: r,
      value: i,
      select: a,
      rootId: o,
      name: s,
      disabled: c,
      readonly: l,
      autofocus: u,
      registry: d,
      onBlur: f,
      onFocus: p,
    } = e,
    m = `${o}_${n}`,
    { SelectWidget: h } = d.widgets,
    g = (0, q.useCallback)((e) => a(n, e), [a, n]);
  return (0, J.jsx)(h, {
    schema: { type: `integer` },
    id: m,
    name: s,
    className: t,
    options: { enumOptions: Zf(r[0], r[1]) },
    placeholder: n,
    value: i,
    disabled: c,
    readonly: l,
    autofocus: u,
    onChange: g,
    onBlur: f,
    onFocus: p,
    registry: d,
    label: ``,
    'aria-describedby': Ip(o),
  });
}
function pm(e) {
  let { time: t = !1, disabled: n = !1, readonly: r = !1, options: i, onChange: a, value: o } = e,
    [s, c] = (0, q.useState)(Jp(o, t));
  (0, q.useEffect)(() => {
    c(Jp(o, t));
  }, [t, o]);
  let l = (0, q.useCallback)(
      (e, n) => {
        let r = { ...s, [e]: n === void 0 ? -1 : n };
        dm(r) ? a(im(r, t)) : c(r);
      },
      [s, a, t],
    ),
    u = (0, q.useCallback)(
      (e) => {
        e.preventDefault(), n || r || a(void 0);
      },
      [n, r, a],
    ),
    d = (0, q.useCallback)(
      (e) => {
        if ((e.preventDefault(), n || r)) return;
        let i = Jp(new Date().toJSON(), t);
        a(im(i, t));
      },
      [n, r, t, a],
    );
  return {
    elements: (0, q.useMemo)(() => fp(s, t, i.yearsRange, i.format), [s, t, i.yearsRange, i.format]),
    handleChange: l,
    handleClear: u,
    handleSetNow: d,
  };
}
function mm(e) {
  let t = (0, q.useRef)(e);
  return (eu(e, t.current) || (t.current = e), t.current);
}
function hm(e, t) {
  return e.replace(`;base64`, `;name=${encodeURIComponent(t)};base64`);
}
async function gm(e) {
  let { name: t, size: n, type: r } = e;
  return new Promise((i, a) => {
    let o = new window.FileReader();
    (o.onerror = a),
      (o.onload = (e) => {
        typeof e.target?.result == `string`
          ? i({ dataURL: hm(e.target.result, t), name: t, size: n, type: r })
          : i({ dataURL: null, name: t, size: n, type: r });
      }),
      o.readAsDataURL(e);
  });
}
async function _m(e) {
  return Promise.all(Array.from(e).map(gm));
}
function vm(e) {
  return e.reduce((e, t) => {
    if (!t) return e;
    try {
      let { blob: n, name: r } = Yf(t);
      return [...e, { dataURL: t, name: r, size: n.size, type: n.type }];
    } catch {
      return e;
    }
  }, []);
}
function ym(e, t, n = !1) {
  let r = (0, q.useMemo)(() => (n && e ? (Array.isArray(e) ? e : [e]) : []), [e, n]);
  return {
    filesInfo: (0, q.useMemo)(() => vm(Array.isArray(e) ? e : [e || ``]), [e]),
    handleChange: (0, q.useCallback)(
      async (e) => {
        let i = (await _m(e)).map((e) => e.dataURL || null);
        t(n ? r.concat(...i) : i[0]);
      },
      [r, n, t],
    ),
    handleRemove: (0, q.useCallback)(
      (e) => {
        t(n ? r.filter((t, n) => n !== e) : void 0);
      },
      [r, n, t],
    ),
  };
}
function bm(e) {
  if (!e) return ``;
  let t = new Date(e);
  return `${Xf(t.getFullYear(), 4)}-${Xf(t.getMonth() + 1, 2)}-${Xf(t.getDate(), 2)}T${Xf(t.getHours(), 2)}:${Xf(t.getMinutes(), 2)}:${Xf(t.getSeconds(), 2)}.${Xf(t.getMilliseconds(), 3)}`;
}
function xm(e, t, n = !1) {
  if (!t) return e;
  let { errors: r, errorSchema: i } = e,
    a = am(t),
    o = t;
  return (
    i && Object.keys(i).length > 0 && ((o = pf(i, t, !n || `preventDuplicates`)), (a = [...r].concat(a))),
    { errorSchema: o, errors: a }
  );
}
var Sm;
(function (e) {
  (e.ArrayItemTitle = `Item`),
    (e.MissingItems = `Missing items definition`),
    (e.EmptyArray = `No items yet. Use the button below to add some.`),
    (e.YesLabel = `Yes`),
    (e.NoLabel = `No`),
    (e.CloseLabel = `Close`),
    (e.ErrorsLabel = `Errors`),
    (e.NewStringDefault = `New Value`),
    (e.AddButton = `Add`),
    (e.AddItemButton = `Add Item`),
    (e.CopyButton = `Copy`),
    (e.ExpandButton = `Expand Cycle`),
    (e.MoveDownButton = `Move down`),
    (e.MoveUpButton = `Move up`),
    (e.RemoveButton = `Remove`),
    (e.NowLabel = `Now`),
    (e.ClearLabel = `Clear`),
    (e.AriaDateLabel = `Select a date`),
    (e.PreviewLabel = `Preview`),
    (e.DecrementAriaLabel = `Decrease value by 1`),
    (e.IncrementAriaLabel = `Increase value by 1`),
    (e.OptionalObjectAdd = `Add data for optional field`),
    (e.OptionalObjectRemove = `Remove data for optional field`),
    (e.OptionalObjectEmptyMsg = `No data for optional field`),
    (e.Type = `Type`),
    (e.Value = `Value`),
    (e.ClearButton = `clear input`),
    (e.UnknownFieldType = `Unknown field type %1`),
    (e.OptionPrefix = `Option %1`),
    (e.TitleOptionPrefix = `%1 option %2`),
    (e.KeyLabel = `%1 Key`),
    (e.DeprecatedLabel = `%1 (deprecated)`),
    (e.CycleDetected = `Circular reference ($ref cycle) detected for field "%1". You may choose to expand to the next cycle break`),
    (e.InvalidObjectField = `Invalid "%1" object field configuration: _%2_.`),
    (e.UnsupportedField = `Unsupported field schema.`),
    (e.UnsupportedFieldWithId = 'Unsupported field schema for field `%1`.'),
    (e.UnsupportedFieldWithReason = `Unsupported field schema: _%1_.`),
    (e.UnsupportedFieldWithIdAndReason = 'Unsupported field schema for field `%1`: _%2_.'),
    (e.FilesInfo = `**%1** (%2, %3 bytes)`);
})((Sm ||= {}));
var Cm = 0;
function wm() {
  return ((Cm += 1), `rjsf-array-item-${Cm}`);
}
function Tm(e) {
  return Array.isArray(e) ? e.map((e) => ({ key: wm(), item: e })) : [];
}
function Em(e) {
  return Array.isArray(e) ? e.map((e) => e.item) : [];
}
function Dm(e) {
  return Array.isArray(e.type) ? !e.type.includes(`null`) : e.type !== `null`;
}
function Om(e, t, n, r) {
  let { addable: i } = sl(r, e.globalUiOptions);
  return (i !== !1 && (i = t.maxItems === void 0 || n.length < t.maxItems), i);
}
function km(e, t, n, r) {
  if (typeof e.items == `function`)
    try {
      return e.items(t, n, r);
    } catch (e) {
      console.error(`Error executing dynamic uiSchema.items function for item at index ${n}:`, e);
      return;
    }
  return e.items;
}
function Am(e, t) {
  let { schemaUtils: n, globalFormOptions: r } = e,
    i = t.items;
  return (
    r.useFallbackUiForUnsupportedType && !i ? (i = {}) : df(t) && kc(t) && (i = t.additionalItems),
    n.getDefaultFormState(i)
  );
}
function jm(e) {
  let {
      schema: t,
      fieldPathId: n,
      uiSchema: r,
      formData: i = [],
      disabled: a = !1,
      readonly: o = !1,
      autofocus: s = !1,
      required: c = !1,
      placeholder: l,
      onBlur: u,
      onFocus: d,
      registry: f,
      rawErrors: p,
      name: m,
      onSelectChange: h,
    } = e,
    { widgets: g, schemaUtils: _, globalFormOptions: v, globalUiOptions: y } = f,
    b = gf(_.retrieveSchema(t.items, i), r?.items ?? r),
    { widget: x = `select`, title: S, ...C } = sl(r, y),
    w = Tp(t, x, g),
    T = S ?? t.title ?? m,
    E = _.getDisplayLabel(t, r, y),
    D = mm(cm(``, v, n, !0));
  return (0, J.jsx)(w, {
    id: D.$id,
    name: m,
    multiple: !0,
    onChange: h,
    onBlur: u,
    onFocus: d,
    options: { ...C, enumOptions: b },
    schema: t,
    uiSchema: r,
    registry: f,
    value: i,
    disabled: a,
    readonly: o,
    required: c,
    label: T,
    hideLabel: !E,
    placeholder: l,
    autofocus: s,
    rawErrors: p,
    htmlName: D.name,
  });
}
function Mm(e) {
  let {
      schema: t,
      fieldPathId: n,
      uiSchema: r,
      disabled: i = !1,
      readonly: a = !1,
      autofocus: o = !1,
      required: s = !1,
      hideError: c,
      placeholder: l,
      onBlur: u,
      onFocus: d,
      formData: f = [],
      registry: p,
      rawErrors: m,
      name: h,
      onSelectChange: g,
    } = e,
    { widgets: _, schemaUtils: v, globalFormOptions: y, globalUiOptions: b } = p,
    { widget: x, title: S, ...C } = sl(r, b),
    w = Tp(t, x, _),
    T = S ?? t.title ?? h,
    E = v.getDisplayLabel(t, r, b),
    D = mm(cm(``, y, n, !0));
  return (0, J.jsx)(w, {
    id: D.$id,
    name: h,
    multiple: !0,
    onChange: g,
    onBlur: u,
    onFocus: d,
    options: C,
    schema: t,
    uiSchema: r,
    registry: p,
    value: f,
    disabled: i,
    readonly: a,
    hideError: c,
    required: s,
    label: T,
    hideLabel: !E,
    placeholder: l,
    autofocus: o,
    rawErrors: m,
    htmlName: D.name,
  });
}
function Nm(e) {
  let {
      schema: t,
      uiSchema: n,
      fieldPathId: r,
      name: i,
      disabled: a = !1,
      readonly: o = !1,
      autofocus: s = !1,
      required: c = !1,
      onBlur: l,
      onFocus: u,
      registry: d,
      formData: f = [],
      rawErrors: p,
      onSelectChange: m,
    } = e,
    { widgets: h, schemaUtils: g, globalFormOptions: _, globalUiOptions: v } = d,
    { widget: y = `files`, title: b, ...x } = sl(n, v),
    S = Tp(t, y, h),
    C = b ?? t.title ?? i,
    w = g.getDisplayLabel(t, n, v),
    T = mm(cm(``, _, r, !0));
  return (0, J.jsx)(S, {
    options: x,
    id: T.$id,
    name: i,
    multiple: !0,
    onChange: m,
    onBlur: l,
    onFocus: u,
    schema: t,
    uiSchema: n,
    value: f,
    disabled: a,
    readonly: o,
    required: c,
    registry: d,
    autofocus: s,
    rawErrors: p,
    label: C,
    hideLabel: !w,
    htmlName: T.name,
  });
}
function Pm(e) {
  let {
      itemKey: t,
      index: n,
      name: r,
      disabled: i,
      hideError: a,
      readonly: o,
      registry: s,
      uiOptions: c,
      parentUiSchema: l,
      canAdd: u,
      canRemove: d = !0,
      canMoveUp: f,
      canMoveDown: p,
      rawItemSchema: m,
      itemData: h,
      itemUiSchema: g,
      parentFieldPathId: _,
      itemErrorSchema: v,
      autofocus: y,
      onBlur: b,
      onFocus: x,
      onChange: S,
      rawErrors: C,
      totalItems: w,
      title: T,
      handleAddItem: E,
      handleCopyItem: D,
      handleRemoveItem: O,
      handleReorderItems: k,
    } = e,
    {
      schemaUtils: A,
      fields: { ArraySchemaField: j, SchemaField: M },
      globalUiOptions: N,
      globalFormOptions: P,
    } = s,
    F = (0, q.useMemo)(() => A.retrieveSchema(m, h), [A, m, h]),
    I = (0, q.useMemo)(() => cm(n, P, _), [n, P, _]),
    L = j || M,
    R = vp(`ArrayFieldItemTemplate`, s, c),
    z = A.getDisplayLabel(F, g, N),
    { description: B } = sl(g),
    V = !!B || !!F.description,
    { orderable: ee = !0, removable: te = !0, copyable: ne = !1 } = c,
    H = { moveUp: ee && f, moveDown: ee && p, copy: ne && u, remove: te && d, toolbar: !1 };
  H.toolbar = Object.keys(H).some((e) => H[e]);
  let re = (0, q.useCallback)(
      (e) => {
        E(e, n + 1);
      },
      [E, n],
    ),
    ie = (0, q.useCallback)(
      (e) => {
        D(e, n);
      },
      [D, n],
    ),
    ae = (0, q.useCallback)(
      (e) => {
        O(e, n);
      },
      [O, n],
    ),
    oe = (0, q.useCallback)(
      (e) => {
        k(e, n, n - 1);
      },
      [k, n],
    ),
    se = (0, q.useCallback)(
      (e) => {
        k(e, n, n + 1);
      },
      [k, n],
    ),
    ce = {
      children: (0, J.jsx)(L, {
        name: r,
        title: T,
        index: n,
        schema: F,
        uiSchema: g,
        formData: h,
        errorSchema: v,
        fieldPathId: I,
        required: Dm(F),
        onChange: S,
        onBlur: b,
        onFocus: x,
        registry: s,
        disabled: i,
        readonly: o,
        hideError: a,
        autofocus: y,
        rawErrors: C,
      }),
      buttonsProps: {
        fieldPathId: I,
        disabled: i,
        readonly: o,
        canAdd: u,
        hasCopy: H.copy,
        hasMoveUp: H.moveUp,
        hasMoveDown: H.moveDown,
        hasRemove: H.remove,
        index: n,
        totalItems: w,
        onAddItem: re,
        onCopyItem: ie,
        onRemoveItem: ae,
        onMoveUpItem: oe,
        onMoveDownItem: se,
        registry: s,
        schema: F,
        uiSchema: g,
      },
      itemKey: t,
      className: `rjsf-array-item`,
      disabled: i,
      hasToolbar: H.toolbar,
      index: n,
      totalItems: w,
      readonly: o,
      registry: s,
      schema: F,
      uiSchema: g,
      parentUiSchema: l,
      displayLabel: z,
      hasDescription: V,
    };
  return (0, J.jsx)(R, { ...ce });
}
var Fm = (0, q.memo)(Pm);
function Im(e) {
  let {
      schema: t,
      uiSchema: n = {},
      errorSchema: r,
      fieldPathId: i,
      formData: a,
      name: o,
      title: s,
      disabled: c = !1,
      readonly: l = !1,
      autofocus: u = !1,
      required: d = !1,
      hideError: f = !1,
      registry: p,
      onBlur: m,
      onFocus: h,
      rawErrors: g,
      onChange: _,
      keyedFormData: v,
      handleAddItem: y,
      handleCopyItem: b,
      handleRemoveItem: x,
      handleReorderItems: S,
    } = e,
    C = t.title || s || o,
    { schemaUtils: w, fields: T, formContext: E, globalUiOptions: D } = p,
    { OptionalDataControlsField: O } = T,
    k = (0, q.useMemo)(() => sl(n, D), [n, D]),
    A = (0, q.useMemo)(() => (Y(t.items) ? t.items : {}), [t.items]),
    j = (0, q.useMemo)(() => w.retrieveSchema(A), [w, A]),
    M = (0, q.useMemo)(() => Em(v), [v]),
    N = rm(p, t, d, n),
    P = Bp(a),
    F = (0, q.useMemo)(() => Om(p, t, M, n) && (!N || P), [p, t, M, n, N, P]),
    I = P ? v : [],
    L = N ? ` rjsf-optional-array-field` : ``,
    R = e.childFieldPathId ?? i,
    z = N ? (0, J.jsx)(O, { ...e, fieldPathId: R }) : void 0,
    B = {
      canAdd: F,
      items: I.map((e, t) => {
        let { key: i, item: a } = e,
          s = a,
          w = r ? r[t] : void 0,
          T = km(n, a, t, E),
          D = {
            itemKey: i,
            index: t,
            name: o && `${o}-${t}`,
            registry: p,
            uiOptions: k,
            parentUiSchema: n,
            hideError: f,
            readonly: l,
            disabled: c,
            required: d,
            title: C ? `${C}-${t + 1}` : void 0,
            canAdd: F,
            canMoveUp: t > 0,
            canMoveDown: t < M.length - 1,
            rawItemSchema: A,
            parentFieldPathId: R,
            itemErrorSchema: w,
            itemData: s,
            itemUiSchema: T,
            autofocus: u && t === 0,
            onBlur: m,
            onFocus: h,
            rawErrors: g,
            totalItems: v.length,
            handleAddItem: y,
            handleCopyItem: b,
            handleRemoveItem: x,
            handleReorderItems: S,
            onChange: _,
          };
        return (0, J.jsx)(Fm, { ...D }, i);
      }),
      className: `rjsf-field rjsf-field-array rjsf-field-array-of-${j.type}${L}`,
      disabled: c,
      fieldPathId: i,
      uiSchema: n,
      onAddClick: y,
      readonly: l,
      required: d,
      schema: t,
      title: C,
      formData: M,
      rawErrors: g,
      registry: p,
      optionalDataControl: z,
    },
    V = vp(`ArrayFieldTemplate`, p, k);
  return (0, J.jsx)(V, { ...B });
}
function Lm(e) {
  let {
      schema: t,
      uiSchema: n = {},
      formData: r,
      errorSchema: i,
      fieldPathId: a,
      name: o,
      title: s,
      disabled: c = !1,
      readonly: l = !1,
      autofocus: u = !1,
      required: d = !1,
      hideError: f = !1,
      registry: p,
      onBlur: m,
      onFocus: h,
      rawErrors: g,
      keyedFormData: _,
      onChange: v,
      handleAddItem: y,
      handleCopyItem: b,
      handleRemoveItem: x,
      handleReorderItems: S,
    } = e,
    { formData: C = [] } = e,
    w = t.title || s || o,
    { fields: T, formContext: E, globalUiOptions: D } = p,
    O = (0, q.useMemo)(() => sl(n, D), [n, D]),
    { OptionalDataControlsField: k } = T,
    A = rm(p, t, d, n),
    j = Bp(r),
    M = (0, q.useMemo)(() => (Array.isArray(t.items) ? t.items : []), [t.items]),
    N = Y(t.additionalItems),
    P = e.childFieldPathId ?? a;
  C.length < M.length && (C = C.concat(Array(M.length - C.length)));
  let F = j ? _ : [],
    I = A ? ` rjsf-optional-array-field` : ``,
    L = A ? (0, J.jsx)(k, { ...e, fieldPathId: P }) : void 0,
    R = Om(p, t, C, n) && N && (!A || j),
    z = {
      canAdd: R,
      className: `rjsf-field rjsf-field-array rjsf-field-array-fixed-items${I}`,
      disabled: c,
      fieldPathId: a,
      formData: r,
      items: F.map((e, r) => {
        let { key: a, item: s } = e,
          T = s,
          D = r >= M.length,
          k = (D && Y(t.additionalItems) ? t.additionalItems : M[r]) || {},
          A;
        A = D ? n.additionalItems : Array.isArray(n.items) ? n.items[r] : km(n, s, r, E);
        let j = i ? i[r] : void 0,
          N = {
            index: r,
            itemKey: a,
            name: o && `${o}-${r}`,
            registry: p,
            uiOptions: O,
            parentUiSchema: n,
            hideError: f,
            readonly: l,
            disabled: c,
            required: d,
            title: w ? `${w}-${r + 1}` : void 0,
            canAdd: R,
            canRemove: D,
            canMoveUp: r >= M.length + 1,
            canMoveDown: D && r < C.length - 1,
            rawItemSchema: k,
            itemData: T,
            itemUiSchema: A,
            parentFieldPathId: P,
            itemErrorSchema: j,
            autofocus: u && r === 0,
            onBlur: m,
            onFocus: h,
            rawErrors: g,
            totalItems: _.length,
            onChange: v,
            handleAddItem: y,
            handleCopyItem: b,
            handleRemoveItem: x,
            handleReorderItems: S,
          };
        return (0, J.jsx)(Fm, { ...N }, a);
      }),
      onAddClick: y,
      readonly: l,
      required: d,
      registry: p,
      schema: t,
      uiSchema: n,
      title: w,
      errorSchema: i,
      rawErrors: g,
      optionalDataControl: L,
    },
    B = vp(`ArrayFieldTemplate`, p, O);
  return (0, J.jsx)(B, { ...z });
}
function Rm(e = []) {
  let t = (0, q.useMemo)(() => Op(e), [e]),
    [n, r] = (0, q.useState)(() => ({ formDataHash: t, keyedFormData: Tm(e) })),
    { keyedFormData: i, formDataHash: a } = n;
  if (t !== a) {
    let n = Array.isArray(e) ? e : [],
      o = i || [];
    (i = n.length === o.length ? o.map((e, t) => ({ key: e.key, item: n[t] })) : Tm(n)),
      (a = t),
      r({ formDataHash: a, keyedFormData: i });
  }
  let o = (0, q.useCallback)((e) => {
    let t = Em(e),
      n = Op(t);
    return (r({ formDataHash: n, keyedFormData: e }), t);
  }, []);
  return { keyedFormData: i, updateKeyedFormData: o };
}
function zm(e) {
  let { schema: t, uiSchema: n, errorSchema: r, fieldPathId: i, registry: a, formData: o, onChange: s } = e,
    { globalFormOptions: c, schemaUtils: l, translateString: u } = a,
    { keyedFormData: d, updateKeyedFormData: f } = Rm(o),
    p = (0, q.useRef)(d);
  p.current = d;
  let m = (0, q.useRef)(r);
  m.current = r;
  let h = e.childFieldPathId ?? i,
    g = (0, q.useCallback)(
      (e, n) => {
        e && e.preventDefault();
        let r;
        if (m.current) {
          r = {};
          for (let e of Object.keys(m.current)) {
            let t = parseInt(e, 10);
            n === void 0 || t < n ? yu(r, t, m.current[t]) : t >= n && yu(r, t + 1, m.current[t]);
          }
        }
        let i = { key: wm(), item: Am(a, t) },
          o = [...p.current];
        n === void 0 ? o.push(i) : o.splice(n, 0, i), s(f(o), h.path, r);
      },
      [a, t, s, f, h],
    ),
    _ = (0, q.useCallback)(
      (e, t) => {
        e && e.preventDefault();
        let n;
        if (m.current) {
          n = {};
          for (let e of Object.keys(m.current)) {
            let r = parseInt(e, 10);
            r <= t ? yu(n, r, m.current[r]) : r > t && yu(n, r + 1, m.current[r]);
          }
        }
        let r = { key: wm(), item: structuredClone(p.current[t].item) },
          i = [...p.current];
        t === void 0 ? i.push(r) : i.splice(t + 1, 0, r), s(f(i), h.path, n);
      },
      [s, f, h],
    ),
    v = (0, q.useCallback)(
      (e, t) => {
        e && e.preventDefault();
        let n;
        if (m.current) {
          n = {};
          for (let e of Object.keys(m.current)) {
            let r = parseInt(e, 10);
            r < t ? yu(n, r, m.current[r]) : r > t && yu(n, r - 1, m.current[r]);
          }
        }
        let r = p.current.filter((e, n) => n !== t);
        s(f(r), h.path, n);
      },
      [s, f, h],
    ),
    y = (0, q.useCallback)(
      (e, t, n) => {
        e && (e.preventDefault(), e.currentTarget.blur());
        let r;
        if (m.current) {
          r = {};
          for (let e of Object.keys(m.current)) {
            let i = parseInt(e, 10);
            i === t ? yu(r, n, m.current[t]) : i === n ? yu(r, t, m.current[n]) : yu(r, e, m.current[i]);
          }
        }
        function i() {
          let e = p.current.slice();
          return (e.splice(t, 1), e.splice(n, 0, p.current[t]), e);
        }
        let a = i();
        s(f(a), h.path, r);
      },
      [s, f, h],
    ),
    b = (0, q.useCallback)(
      (e, t, n, r) => {
        let i = typeof t.at(-1) == `number`;
        s(i && e === void 0 ? null : e, t, n, r);
      },
      [s],
    ),
    x = (0, q.useCallback)(
      (e) => {
        s(e, h.path, void 0, h?.$id);
      },
      [s, h],
    ),
    S = { ...e, formData: o, fieldPathId: h, onSelectChange: x },
    C = {
      ...e,
      handleAddItem: g,
      handleCopyItem: _,
      handleRemoveItem: v,
      handleReorderItems: y,
      keyedFormData: d,
      onChange: b,
    };
  if (!(`items` in t)) {
    if (!c.useFallbackUiForUnsupportedType) {
      let e = vp(`UnsupportedFieldTemplate`, a, sl(n));
      return (0, J.jsx)(e, { schema: t, fieldPathId: i, reason: u(Sm.MissingItems), registry: a });
    }
    let e = { ...t, [Vc]: { type: void 0 } };
    (S.schema = e), (C.schema = e);
  }
  return l.isMultiSelect(S.schema)
    ? (0, J.jsx)(jm, { ...S })
    : Nf(n)
      ? (0, J.jsx)(Mm, { ...S })
      : df(S.schema)
        ? (0, J.jsx)(Lm, { ...C })
        : l.isFilesArray(S.schema, n)
          ? (0, J.jsx)(Nm, { ...S })
          : (0, J.jsx)(Im, { ...C });
}
function Bm(e) {
  let {
      schema: t,
      name: n,
      uiSchema: r,
      fieldPathId: i,
      formData: a,
      registry: o,
      required: s,
      disabled: c,
      readonly: l,
      hideError: u,
      autofocus: d,
      title: f,
      onChange: p,
      onFocus: m,
      onBlur: h,
      rawErrors: g,
    } = e,
    { title: _ } = t,
    { widgets: v, translateString: y, globalUiOptions: b } = o,
    { widget: x = `checkbox`, title: S, label: C = !0, enumNames: w, ...T } = sl(r, b),
    E = Tp(t, x, v),
    D = y(Sm.YesLabel),
    O = y(Sm.NoLabel),
    k,
    A = S ?? _ ?? f ?? n;
  if (Array.isArray(t.oneOf))
    k = gf(
      {
        oneOf: t.oneOf
          .map((e) => {
            if (Y(e)) return { ...e, title: e.title || (e.const === !0 ? D : O) };
          })
          .filter((e) => e),
      },
      r,
    );
  else {
    let e = t.enum ?? [!0, !1];
    k =
      !w && e.length === 2 && e.every((e) => typeof e == `boolean`)
        ? [
            { value: e[0], label: e[0] ? D : O },
            { value: e[1], label: e[1] ? D : O },
          ]
        : gf({ enum: e }, r);
  }
  let j = (0, q.useCallback)((e, t, n) => p(e, i.path, t, n), [p, i]);
  return (0, J.jsx)(E, {
    options: { ...T, enumOptions: k },
    schema: t,
    uiSchema: r,
    id: i.$id,
    name: n,
    onChange: j,
    onFocus: m,
    onBlur: h,
    label: A,
    hideLabel: !C,
    value: a,
    required: s,
    disabled: c,
    readonly: l,
    hideError: u,
    registry: o,
    autofocus: d,
    rawErrors: g,
    htmlName: i.name,
  });
}
function Vm(e) {
  let [t, n] = (0, q.useState)(!1),
    { name: r, registry: i, schema: a, uiSchema: o, fieldPathId: s } = e,
    { globalUiOptions: c } = i,
    l = vp(`CyclicSchemaExpandTemplate`, i, sl(o, c));
  if (!t) return (0, J.jsx)(l, { registry: i, schema: a, uiSchema: o, name: r, fieldPathId: s, onExpand: () => n(!0) });
  let { fields: u } = i,
    { SchemaField: d } = u;
  return (0, J.jsx)(d, { ...e, schema: { ...a, [$c]: !1 } });
}
function Hm(e) {
  return { type: `string`, enum: [`string`, `number`, `boolean`, `object`, `array`], default: `string`, title: e };
}
function Um(e) {
  let t = typeof e;
  return t === `string` || t === `number` || t === `boolean`
    ? t
    : t === `object`
      ? Array.isArray(e)
        ? `array`
        : `object`
      : `string`;
}
function Wm(e, t) {
  switch (t) {
    case `string`:
      return String(e);
    case `number`: {
      let t = Number(e);
      return Number.isNaN(t) ? 0 : t;
    }
    case `boolean`:
      return !!e;
    default:
      return e;
  }
}
function Gm(e) {
  let {
      id: t,
      formData: n,
      displayLabel: r = !0,
      schema: i,
      name: a,
      uiSchema: o,
      required: s,
      disabled: c = !1,
      readonly: l = !1,
      onBlur: u,
      onFocus: d,
      registry: f,
      fieldPathId: p,
      onChange: m,
      errorSchema: h,
    } = e,
    { translateString: g, fields: _, globalFormOptions: v } = f,
    [y, b] = (0, q.useState)(Um(n)),
    x = sl(o),
    S = mm(cm(`__internal_type_selector`, v, p)),
    C = g(Sm.Type),
    w = (0, q.useMemo)(() => Hm(C), [C]),
    T = (e) => {
      e != null && (b(e), m(Wm(n, e), p.path, h, t));
    };
  if (!v.useFallbackUiForUnsupportedType) {
    let { reason: t = g(Sm.UnknownFieldType, [String(i.type)]) } = e,
      n = vp(`UnsupportedFieldTemplate`, f, x);
    return (0, J.jsx)(n, { schema: i, fieldPathId: p, reason: t, registry: f });
  }
  let E = vp(`FallbackFieldTemplate`, f, x),
    { SchemaField: D } = _;
  return (0, J.jsx)(E, {
    schema: i,
    registry: f,
    typeSelector: (0, J.jsx)(
      D,
      {
        fieldPathId: S,
        name: `${a}__fallback_type`,
        schema: w,
        formData: y,
        onChange: T,
        onBlur: u,
        onFocus: d,
        registry: f,
        hideLabel: !r,
        disabled: c,
        readonly: l,
        required: s,
      },
      n ? Op(n) : `__empty__`,
    ),
    schemaField: (0, J.jsx)(D, {
      ...e,
      schema: { type: y, title: g(Sm.Value), ...(y === `object` && { additionalProperties: !0 }) },
    }),
  });
}
var Km;
(function (e) {
  (e.ROW = `ui:row`), (e.COLUMN = `ui:col`), (e.COLUMNS = `ui:columns`), (e.CONDITION = `ui:condition`);
})((Km ||= {}));
var qm;
(function (e) {
  (e.ALL = `all`), (e.SOME = `some`), (e.NONE = `none`);
})((qm ||= {}));
var Jm = /^\$lookup=(.+)/,
  Ym = `layoutGrid`;
function Xm(e, t) {
  return e ?? t;
}
function Zm(e) {
  return /^\d+?$/.test(e);
}
var Qm = bp();
function $m(e, t, n, r, i) {
  let a = n?.[`ui:globalOptions`] ?? {},
    o = vu(n, pu(e)),
    s = { ...(o?.[`ui:options`] ?? {}), ...t, ...a },
    c = { ...o };
  Object.keys(s).length > 0 && (c[al] = s), Object.keys(a).length > 0 && (c[ol] = a);
  let { readonly: l } = sl(c);
  if (i === !0 || (l === void 0 && r === !0)) {
    l = !0;
    let e = c[al];
    e && `readonly` in e ? (e[qc] = !0) : (c[`ui:${qc}`] = !0);
  }
  return { fieldUiSchema: c, uiReadonly: l };
}
function eh(e, t, n = `$0m3tH1nG Un3xP3cT3d`) {
  let r = [t].flat().sort(),
    i = [n].flat().sort();
  switch (e) {
    case qm.ALL:
      return eu(r, i);
    case qm.SOME:
      return r.some((e) => i.includes(e));
    case qm.NONE:
      return !r.some((e) => i.includes(e));
    default:
      return !1;
  }
}
function th(e, t, n) {
  let r = {},
    i = e[t];
  if (ll(i)) {
    let { children: e, className: t, ...a } = i;
    if (((i = e), t)) {
      let e = t
        .split(` `)
        .map((e) => Gp(n, e, e))
        .join(` `);
      r = { ...a, className: e };
    } else r = a;
  }
  if (!Array.isArray(i)) throw TypeError(`Expected array for "${t}" in ${JSON.stringify(e)}`);
  return { children: i, gridProps: r };
}
function nh(e, t, n) {
  let r,
    i = t;
  if (Zm(n) && e && e?.type === `array` && `items` in e) {
    let a = Number(n),
      o = e[Vc];
    (r = Array.isArray(o) ? (a > o.length ? o.at(-1) : o[a]) : o),
      (i = { $id: t.$id, path: [...t.path.slice(0, t.path.length - 1), a] });
  }
  return { rawSchema: r, fieldPathId: i };
}
function rh(e, t, n, r, i) {
  let { schemaUtils: a, globalFormOptions: o } = e,
    s = n,
    c = i,
    l = t.split(`.`),
    u = l.pop(),
    d = a.retrieveSchema(s, r),
    f = r,
    p = d.readOnly;
  l.forEach((e) => {
    c = cm(e, o, c);
    let t = d?.[Kc];
    if (t) s = t[e] ?? {};
    else if (d && (`oneOf` in d || `anyOf` in d)) {
      let t = `oneOf` in d ? Wc : Fc;
      s = Eu(a.findSelectedOptionInXxxOf(d, e, t, f), e);
    } else {
      let t = nh(d, c, e);
      (s = t.rawSchema ?? {}), (c = t.fieldPathId);
    }
    (f = vu(f, e, {})), (d = a.retrieveSchema(s, f)), (p = Xm(d.readOnly, p));
  });
  let m,
    h = !1;
  if (((d && Object.keys(d).length !== 0) || (d = void 0), d && u)) {
    if (d && (`oneOf` in d || `anyOf` in d)) {
      let e = `oneOf` in d ? Wc : Fc;
      d = a.findSelectedOptionInXxxOf(d, u, e, f);
    }
    (c = cm(u, o, c)), (h = d !== void 0 && Array.isArray(d.required) && d.required.includes(u));
    let e = nh(d, c, u);
    if (
      (e.rawSchema ? ((d = e.rawSchema), (c = e.fieldPathId)) : ((d = d?.[Kc]?.[u]), (d &&= a.retrieveSchema(d))),
      (p = Xm(d?.readOnly, p)),
      d && (`oneOf` in d || `anyOf` in d))
    ) {
      let e = `oneOf` in d ? Wc : Fc,
        t = Su(d);
      m = { options: d[e], hasDiscriminator: !!t };
    }
  }
  return { schema: d, isRequired: h, isReadonly: p, optionsInfo: m, fieldPathId: c };
}
function ih(e, t) {
  let n = e;
  return (typeof n == `string` && (n = Gp(t, n)), typeof n == `function` ? n : null);
}
function ah(e, t) {
  let n,
    r = null,
    i = {},
    a;
  if (typeof t == `string` || t === void 0) n = t ?? ``;
  else {
    let { name: o = ``, render: s, ...c } = t;
    (n = o),
      (i = c),
      Object.entries(i).forEach(([t, n]) => {
        if (typeof n == `string`) {
          let r = Jm.exec(n);
          if (Array.isArray(r) && r.length > 1) {
            let n = r[1];
            i[t] = Gp(e, n, n);
          }
        }
      }),
      (r = ih(s, e)),
      !o && r && (a = (0, J.jsx)(r, { ...c, 'data-testid': Qm.uiComponent }));
  }
  return { name: n, UIComponent: r, uiProps: i, rendered: a };
}
function oh(e) {
  let { childrenLayoutGridSchemaId: t, ...n } = e,
    { registry: r, schema: i, formData: a } = n,
    { schemaUtils: o } = r,
    s = o.retrieveSchema(i, a);
  return t.map((e) => (0, q.createElement)(fh, { ...n, key: `layoutGrid-${Op(e)}`, schema: s, layoutGridSchema: e }));
}
function sh(e) {
  let { layoutGridSchema: t, ...n } = e,
    { formData: r, registry: i } = n,
    { children: a, gridProps: o } = th(t, Km.CONDITION, i),
    { operator: s, field: c = ``, value: l } = o;
  return eh(s, vu(r, pu(c), null), l) ? (0, J.jsx)(oh, { ...n, childrenLayoutGridSchemaId: a }) : null;
}
function ch(e) {
  let { layoutGridSchema: t, ...n } = e,
    { registry: r, uiSchema: i } = n,
    { children: a, gridProps: o } = th(t, Km.COLUMN, r),
    s = vp(`GridTemplate`, r, sl(i));
  return (0, J.jsx)(s, {
    column: !0,
    'data-testid': Qm.col,
    ...o,
    children: (0, J.jsx)(oh, { ...n, childrenLayoutGridSchemaId: a }),
  });
}
function lh(e) {
  let { layoutGridSchema: t, ...n } = e,
    { registry: r, uiSchema: i } = n,
    { children: a, gridProps: o } = th(t, Km.COLUMNS, r),
    s = vp(`GridTemplate`, r, sl(i));
  return a.map((e) =>
    (0, J.jsx)(
      s,
      { column: !0, 'data-testid': Qm.col, ...o, children: (0, J.jsx)(oh, { ...n, childrenLayoutGridSchemaId: [e] }) },
      `column-${Op(e)}`,
    ),
  );
}
function uh(e) {
  let { layoutGridSchema: t, ...n } = e,
    { registry: r, uiSchema: i } = n,
    { children: a, gridProps: o } = th(t, Km.ROW, r),
    s = vp(`GridTemplate`, r, sl(i));
  return (0, J.jsx)(s, {
    ...o,
    'data-testid': Qm.row,
    children: (0, J.jsx)(oh, { ...n, childrenLayoutGridSchemaId: a }),
  });
}
function dh(e) {
  let {
      gridSchema: t,
      schema: n,
      uiSchema: r,
      errorSchema: i,
      fieldPathId: a,
      onBlur: o,
      onFocus: s,
      formData: c,
      readonly: l,
      registry: u,
      layoutGridSchema: d,
      ...f
    } = e,
    { onChange: p } = f,
    { fields: m } = u,
    { SchemaField: h, LayoutMultiSchemaField: g } = m,
    _ = ah(u, t),
    { name: v, UIComponent: y, uiProps: b } = _,
    { schema: x, isRequired: S, isReadonly: C, optionsInfo: w, fieldPathId: T } = rh(u, v, n, c, a),
    E = mm(T);
  if (_.rendered) return _.rendered;
  if (x) {
    let e = w?.hasDiscriminator ? g : h,
      { fieldUiSchema: t, uiReadonly: n } = $m(v, b, r, C, l),
      a = pu(v);
    return (0, J.jsx)(e, {
      'data-testid': w?.hasDiscriminator ? Qm.layoutMultiSchemaField : Qm.field,
      ...f,
      name: v,
      required: S,
      readonly: n,
      schema: x,
      uiSchema: t,
      errorSchema: vu(i, a),
      fieldPathId: E,
      formData: vu(c, a),
      onChange: p,
      onBlur: o,
      onFocus: s,
      options: w?.options,
      registry: u,
    });
  }
  return y
    ? (0, J.jsx)(y, {
        'data-testid': Qm.uiComponent,
        ...f,
        name: v,
        required: S,
        formData: c,
        readOnly: !!C || l,
        errorSchema: i,
        uiSchema: r,
        schema: n,
        fieldPathId: a,
        onBlur: o,
        onFocus: s,
        registry: u,
        ...b,
      })
    : null;
}
function fh(e) {
  let { uiSchema: t } = e,
    { layoutGridSchema: n } = e,
    r = sl(t);
  if ((!n && `layoutGrid` in r && Y(r.layoutGrid) && (n = r[Ym]), Y(n))) {
    if (Km.ROW in n) return (0, J.jsx)(uh, { ...e, layoutGridSchema: n });
    if (Km.COLUMN in n) return (0, J.jsx)(ch, { ...e, layoutGridSchema: n });
    if (Km.COLUMNS in n) return (0, J.jsx)(lh, { ...e, layoutGridSchema: n });
    if (Km.CONDITION in n) return (0, J.jsx)(sh, { ...e, layoutGridSchema: n });
  }
  return (0, J.jsx)(dh, { ...e, gridSchema: n });
}
fh.TEST_IDS = Qm;
function ph(e) {
  let { fieldPathId: t, title: n, schema: r, uiSchema: i, required: a, registry: o, name: s } = e,
    c = sl(i, o.globalUiOptions),
    { title: l } = c,
    { title: u } = r,
    d = l || n || u || s;
  if (!d) return null;
  let f = vp(`TitleFieldTemplate`, o, c);
  return (0, J.jsx)(f, { id: Fp(t), title: d, required: a, schema: r, uiSchema: i, registry: o });
}
function mh(e, t) {
  return !t || !e?.required ? t : Tu({ required: e.required }, t);
}
function hh(e) {
  return `default` in e || `const` in e;
}
function gh(e, t, n) {
  if (hh(e.retrieveSchema(Eu(t, n)))) return !0;
  let r = t[Lc];
  return ll(r) && n in r;
}
function _h(e, t, n, r, i) {
  let a = e.sanitizeDataForNewSchema(n, r, t),
    o = mh(i, n);
  if (o) {
    let n = mh(i, r),
      s,
      c = !1,
      l = () => ((c ||= ((s = n ? e.getDefaultFormState(n, void 0, `excludeObjectChildren`) : void 0), !0)), s),
      u,
      d = !1,
      f = () => ((d ||= ((u = e.getDefaultFormState(o, void 0, `excludeObjectChildren`)), !0)), u);
    if (ll(a)) {
      let r = a,
        i = ll(t) ? t : {},
        s = Object.keys(r).filter((e) => i[e] !== void 0);
      if (s.length > 0) {
        let t = f(),
          c = ll(t) ? t : {},
          u = s.filter((t) => c[t] !== void 0 && gh(e, o, t));
        if (u.length > 0) {
          let t = (t) => {
              if (!n || !gh(e, n, t)) return !1;
              let r = l();
              return ll(r) && eu(r[t], i[t]);
            },
            o = { ...r };
          u.forEach((e) => {
            (r[e] === void 0 || t(e)) && delete o[e];
          }),
            (a = o);
        }
      }
    } else a !== void 0 && n && hh(o) && hh(n) && eu(l(), t) && f() !== void 0 && (a = void 0);
    a = a === void 0 ? f() : e.getDefaultFormState(o, a, `excludeObjectChildren`);
  }
  return a;
}
function vh(e, t, n) {
  return e
    .map(({ schema: e }) => e)
    .find((e) => {
      let r = e[Kc]?.[t];
      return vu(r, Lc, vu(r, Ic, `!@#!@$@#$!@$#`)) === n;
    });
}
function yh(e, t, n, r, i) {
  let a = t.map((e) => n.retrieveSchema(e, i)),
    o = e;
  `oneOf` in e ? (o = { ...e, [Wc]: a }) : `anyOf` in e && (o = { ...e, [Fc]: a });
  let s = gf(o, r);
  if (!s) throw Error(`No enumOptions were computed from the schema ${JSON.stringify(o)}`);
  return s;
}
function bh(e) {
  let {
      name: t,
      baseType: n,
      disabled: r = !1,
      formData: i,
      fieldPathId: a,
      onBlur: o,
      onChange: s,
      options: c,
      onFocus: l,
      registry: u,
      uiSchema: d,
      schema: f,
      autofocus: p,
      readonly: m,
      required: h,
      errorSchema: g,
      hideError: _ = !1,
    } = e,
    { widgets: v, schemaUtils: y, globalUiOptions: b } = u,
    [x, S] = (0, q.useState)(yh(f, c, y, d, i)),
    C = a.$id,
    w = Su(f),
    T = vp(`FieldErrorTemplate`, u, c),
    E = vp(`FieldTemplate`, u, c),
    D = Op(f),
    O = Op(c),
    k = d ? Op(d) : ``,
    A = i ? Op(i) : ``;
  (0, q.useEffect)(() => {
    S(yh(f, c, y, d, i));
  }, [D, O, y, k, A]);
  let {
    widget: j = w ? `radio` : `select`,
    title: M = ``,
    placeholder: N = ``,
    optionsSchemaSelector: P = w,
    hideError: F,
    ...I
  } = sl(d);
  if (!P) throw Error(`No selector field provided for the LayoutMultiSchemaField`);
  let L = vu(i, P),
    R = Eu(x[0]?.schema, P),
    z = vh(x, P, L);
  R = R?.type ? R : { ...R, type: z?.type || n };
  let B = Tp(R, j, v),
    V = F === void 0 ? _ : !!F,
    ee = g?.__errors ?? [],
    te = { ...g };
  delete te[Bc];
  let ne = y.getDisplayLabel(f, d, b),
    H = (e) => {
      if (r || m) return;
      let t = vh(x, P, e),
        n = vh(x, P, L),
        o = _h(y, i, t, n, f);
      o && yu(o, P, e), s(o, a.path, void 0, C);
    },
    re = { enumOptions: x, ...I },
    ie = !V && ee.length > 0 ? (0, J.jsx)(T, { fieldPathId: a, schema: f, errors: ee, registry: u }) : void 0;
  return (0, J.jsx)(E, {
    fieldPathId: a,
    id: C,
    schema: f,
    label: (M || f.title) ?? ``,
    disabled: r || (Array.isArray(x) && x.length === 0),
    uiSchema: d,
    required: h,
    readonly: !!m,
    registry: u,
    displayLabel: ne,
    errors: ie,
    onChange: s,
    onKeyRename: Kp,
    onKeyRenameBlur: Kp,
    onRemoveProperty: Kp,
    children: (0, J.jsx)(B, {
      id: C,
      name: t,
      schema: f,
      label: (M || f.title) ?? ``,
      disabled: r || (Array.isArray(x) && x.length === 0),
      uiSchema: d,
      autofocus: p,
      readonly: m,
      required: h,
      registry: u,
      multiple: !1,
      rawErrors: ee,
      hideError: V,
      hideLabel: !ne,
      errorSchema: te,
      placeholder: N,
      onChange: H,
      onBlur: o,
      onFocus: l,
      value: L,
      options: re,
      htmlName: a.name,
    }),
  });
}
function xh(e) {
  let {
      name: t,
      disabled: n = !1,
      errorSchema: r,
      formData: i,
      fieldPathId: a,
      onBlur: o,
      onChange: s,
      onFocus: c,
      options: l,
      readonly: u,
      registry: d,
      required: f = !1,
      schema: p,
      uiSchema: m,
    } = e,
    { schemaUtils: h } = d,
    g = Op(i ?? null),
    _ = (0, q.useMemo)(() => l.map((e) => h.retrieveSchema(e, i)), [l, h, g]),
    [v, y] = (0, q.useState)(() => {
      let e = Su(p);
      return h.getClosestMatchingOption(i, _, 0, e);
    }),
    b = (0, q.useRef)(!1),
    x = (0, q.useRef)(i),
    S = (0, q.useRef)(a.$id);
  (0, q.useEffect)(() => {
    let e = x.current,
      t = S.current;
    if (((x.current = i), (S.current = a.$id), !eu(i, e) && a.$id === t)) {
      if (b.current) {
        b.current = !1;
        return;
      }
      let e = Su(p),
        t = h.getClosestMatchingOption(i, _, v, e);
      t !== v && y(t);
    }
  });
  let C = `${a.$id}${p.oneOf ? `__oneof_select` : `__anyof_select`}`,
    w = (0, q.useCallback)(
      (e) => {
        if (n || u) return;
        let t = e === void 0 ? -1 : parseInt(e, 10);
        if (t === v) return;
        let r = t >= 0 ? _[t] : void 0,
          o = v >= 0 ? _[v] : void 0,
          c = _h(h, i, r, o, p);
        y(t), (b.current = !0), s(c, a.path, void 0, C);
      },
      [v, _, n, u, p, h, i, a, s, C],
    ),
    { widgets: T, fields: E, translateString: D, globalUiOptions: O } = d,
    { SchemaField: k } = E,
    A = vp(`MultiSchemaFieldTemplate`, d, O),
    j = rm(d, p, f, m),
    M = Bp(i),
    { widget: N = `select`, placeholder: P, autofocus: F, autocomplete: I, title: L = p.title, ...R } = sl(m, O),
    z = Tp({ type: `number` }, N, T),
    B = r?.__errors ?? [],
    V = { ...r };
  delete V[Bc];
  let ee = h.getDisplayLabel(p, m, O),
    te = (v >= 0 && _[v]) || null,
    ne;
  if (te) {
    let { required: e, type: t } = p,
      n = {};
    e && (n.required = e),
      t !== void 0 && !(`type` in te) && (n.type = t),
      (ne = Object.keys(n).length > 0 ? Tu(n, te) : te);
  }
  let H = [];
  `oneOf` in p && m && `oneOf` in m
    ? Array.isArray(m.oneOf)
      ? (H = m[Wc])
      : console.warn(`uiSchema.oneOf is not an array for "${L || t}"`)
    : `anyOf` in p &&
      m &&
      `anyOf` in m &&
      (Array.isArray(m.anyOf) ? (H = m[Fc]) : console.warn(`uiSchema.anyOf is not an array for "${L || t}"`));
  let re = m;
  v >= 0 && H.length > v && (re = H[v]);
  let ie = L ? Sm.TitleOptionPrefix : Sm.OptionPrefix,
    ae = L ? [L] : [],
    oe = _.map((e, t) => {
      let { title: n = e.title } = sl(H[t]);
      return { label: n || D(ie, ae.concat(String(t + 1))), value: t };
    }),
    se =
      !j || M
        ? (0, J.jsx)(z, {
            id: C,
            name: `${t}${p.oneOf ? `__oneof_select` : `__anyof_select`}`,
            schema: { type: `number`, default: 0 },
            onChange: w,
            onBlur: o,
            onFocus: c,
            disabled: n || oe.length === 0,
            multiple: !1,
            rawErrors: B,
            errorSchema: V,
            value: v >= 0 ? v : void 0,
            options: { enumOptions: oe, ...R },
            registry: d,
            placeholder: P,
            autocomplete: I,
            autofocus: F,
            label: L ?? t,
            hideLabel: !ee,
            readonly: u,
          })
        : void 0,
    ce = (ne && ne.type !== `null` && (0, J.jsx)(k, { ...e, schema: ne, uiSchema: re })) || null;
  return (0, J.jsx)(A, { schema: p, registry: d, uiSchema: m, selector: se, optionSchemaField: ce });
}
function Sh(e) {
  let { formData: t, onChange: n, fieldPathId: r } = e;
  return (
    (0, q.useEffect)(() => {
      t === void 0 && n(null, r.path);
    }, [r, t, n]),
    null
  );
}
var Ch = /\.([0-9]*0)*$/,
  wh = /[0.]0*$/;
function Th(e) {
  let { registry: t, onChange: n, formData: r, value: i } = e,
    [a, o] = (0, q.useState)(i),
    { StringField: s } = t.fields,
    c = Ac(),
    l = r,
    u = (0, q.useCallback)(
      (e, t, r, i) => {
        o(e);
        let a = typeof e == `string` ? e.replace(c, `.`) : e,
          s = `${a}`.startsWith(`.`) ? `0${a}` : a,
          l = typeof s == `string` && Ch.exec(s) ? jc(s.replace(wh, ``)) : jc(s);
        n(l, t, r, i);
      },
      [n, c],
    );
  if (typeof a == `string` && typeof l == `number`) {
    let e = a.replace(c, `.`),
      t = String(l).replace(/[.*+?^${}()|[\]\\]/g, `\\$&`),
      n = RegExp(`^(${t})?\\.?0*$`);
    e.match(n) && (l = a);
  }
  let d = l;
  if (typeof l == `number` && c !== `.`) {
    let { schema: n, uiSchema: r } = e,
      { schemaUtils: i, widgets: a } = t,
      { defaultWidget: o } = Yp(n, r, i, a),
      { widget: s = o, inputType: u } = sl(r);
    s === `text` && u !== `number` && (d = String(l).replace(`.`, c));
  }
  return (0, J.jsx)(s, { ...e, formData: d, onChange: u });
}
var Eh;
function Dh(e) {
  if (!Eh) {
    if (typeof document > `u`) return;
    Eh = document.createElement(`textarea`);
  }
  var t = `&${e};`;
  Eh.innerHTML = t;
  var n = Eh.value;
  return n === t ? void 0 : n;
}
var X = 32,
  Z = 9,
  Oh = 13,
  kh = 10,
  Ah = 96,
  jh = 126,
  Mh = 91,
  Nh = 94,
  Ph = 62,
  Fh = 35,
  Ih = 37,
  Lh = 45,
  Rh = 61,
  zh = 92,
  Bh = 42,
  Vh = 95,
  Hh = 60,
  Uh = 64,
  Wh = 93,
  Gh = 33,
  Kh = 38,
  qh = 58,
  Jh = 70,
  Yh = 102,
  Xh = 104,
  Zh = 119,
  Qh = 116,
  $h = 112,
  eg = 115,
  tg = 160,
  ng = 12,
  rg = 44,
  ig = 59,
  ag = 63,
  og = 46,
  sg = 47,
  cg = 39,
  lg = 34,
  ug = 43,
  dg = 124,
  fg = 123,
  pg = 125,
  mg = 40,
  hg = 41,
  gg = 78,
  _g = 110,
  vg = 79,
  yg = 111,
  bg = 120,
  xg = 88,
  Sg = 30,
  Cg = 48,
  wg = 57,
  Tg = 65,
  Eg = 90,
  Dg = 97,
  Og = 122,
  kg = 128,
  Ag = 32,
  Q = {
    blockQuote: 0,
    breakLine: 1,
    breakThematic: 2,
    codeBlock: 3,
    codeInline: 4,
    footnote: 5,
    footnoteReference: 6,
    frontmatter: 7,
    gfmTask: 8,
    heading: 9,
    htmlBlock: 10,
    htmlComment: 11,
    htmlSelfClosing: 12,
    image: 13,
    link: 14,
    orderedList: 15,
    paragraph: 16,
    ref: 17,
    refCollection: 18,
    table: 19,
    text: 20,
    textFormatted: 21,
    unorderedList: 22,
  };
function jg(e) {
  if (!Qg(e, `---`)) return null;
  let t = 3;
  for (; t < e.length && (e[t] === ` ` || e[t] === `	`); ) t++;
  if (
    (t < e.length && e[t] === `\r` && t++,
    t >= e.length ||
      e[t] !==
        `
`)
  )
    return null;
  t++;
  let n = !1;
  for (; t < e.length; ) {
    let r = t;
    for (
      ;
      t < e.length &&
      e[t] !==
        `
` &&
      e[t] !== `\r`;
    )
      t++;
    if (t >= e.length) break;
    let i = t;
    if (
      (e[t] === `\r` && t++,
      t < e.length &&
        e[t] ===
          `
` &&
        t++,
      Qg(e, `---`, r))
    )
      return { endPos: t, hasValidYaml: n };
    if (!n) {
      let t = v_(e, r, i);
      if (t < i) {
        let r = e.charCodeAt(t);
        if ((r >= Dg && r <= Og) || (r >= Tg && r <= Eg) || (r >= Cg && r <= wg) || r === Vh) {
          for (
            t++;
            t < i &&
            ((r = e.charCodeAt(t)),
            (r >= Dg && r <= Og) || (r >= Tg && r <= Eg) || (r >= Cg && r <= wg) || r === Vh || r === Lh || r === og);
          )
            t++;
          t < i &&
            e.charCodeAt(t) === qh &&
            (t++, t >= i ? (n = !0) : ((r = e.charCodeAt(t)), (r === X || r === Z) && (n = !0)));
        }
      }
    }
  }
  return null;
}
var Mg = /&([a-zA-Z0-9]+|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});/gi,
  Ng = {
    class: `className`,
    for: `htmlFor`,
    allowfullscreen: `allowFullScreen`,
    allowtransparency: `allowTransparency`,
    autocomplete: `autoComplete`,
    autofocus: `autoFocus`,
    autoplay: `autoPlay`,
    cellpadding: `cellPadding`,
    cellspacing: `cellSpacing`,
    charset: `charSet`,
    classid: `classId`,
    colspan: `colSpan`,
    contenteditable: `contentEditable`,
    contextmenu: `contextMenu`,
    crossorigin: `crossOrigin`,
    enctype: `encType`,
    formaction: `formAction`,
    formenctype: `formEncType`,
    formmethod: `formMethod`,
    formnovalidate: `formNoValidate`,
    formtarget: `formTarget`,
    frameborder: `frameBorder`,
    hreflang: `hrefLang`,
    inputmode: `inputMode`,
    keyparams: `keyParams`,
    keytype: `keyType`,
    marginheight: `marginHeight`,
    marginwidth: `marginWidth`,
    maxlength: `maxLength`,
    mediagroup: `mediaGroup`,
    minlength: `minLength`,
    novalidate: `noValidate`,
    radiogroup: `radioGroup`,
    readonly: `readOnly`,
    rowspan: `rowSpan`,
    spellcheck: `spellCheck`,
    srcdoc: `srcDoc`,
    srclang: `srcLang`,
    srcset: `srcSet`,
    tabindex: `tabIndex`,
    usemap: `useMap`,
    viewbox: `viewBox`,
  },
  Pg = {};
function Fg(e) {
  if (!e) return Pg;
  var t = {};
  for (var n in e) {
    var r = Ng[n.toLowerCase()];
    if (r) t[r] = e[n];
    else {
      var i = n.indexOf(`:`);
      i === -1 ? (t[n] = e[n]) : (t[n.slice(0, i) + n[i + 1].toUpperCase() + n.slice(i + 2)] = e[n]);
    }
  }
  return t;
}
function Ig(e) {
  if (Array.isArray(e)) {
    for (var t = 0; t < e.length; t++) if (Ig(e[t])) return !0;
    return !1;
  }
  return e != null && typeof e != `boolean` && e !== ``;
}
function Lg(e, t) {
  return typeof e == `string` && !Ig(t) ? e : void 0;
}
var Rg =
  /(\n|^[-*]\s|^#|^ {2,}|^-{2,}|^>\s|^<(div|p|h[1-6]|ul|ol|li|blockquote|pre|table|thead|tbody|tr|td|th|dl|dt|dd|hr|address|article|aside|details|dialog|figure|figcaption|footer|form|header|main|menu|nav|section|summary|textarea|fieldset|legend|center|dir|hgroup|marquee|search|output|template)\b)/i;
function zg(e) {
  return e.indexOf(`&`) === -1
    ? e
    : e.replace(Mg, (e, t) => {
        var n = Dh(t);
        if (n) return n;
        if (t[0] === `#`) {
          var r = t[1] === `x` || t[1] === `X` ? Number.parseInt(t.slice(2), 16) : Number.parseInt(t.slice(1), 10);
          return r === 0 || (r >= 55296 && r <= 57343) || r > 1114111
            ? `�`
            : r <= 65535
              ? String.fromCharCode(r)
              : String.fromCharCode(55296 + ((r - 65536) >> 10), 56320 + ((r - 65536) & 1023));
        }
        return e;
      });
}
var Bg = RegExp(`^[^/?#]*?(javascript|vbscript|data(?!:image)):`, `i`),
  Vg = /[/?#][\s\S]*$/,
  Hg = { malformed: 3, safe: 0, unsafe: 1, unsafeDecoded: 2 },
  Ug = /[^A-Za-z0-9/:]/g,
  Wg = /[%\t\n\r]/;
function Gg(e) {
  return decodeURIComponent(e).replace(Ug, ``);
}
function Kg(e) {
  if (Bg.test(e)) return Hg.unsafe;
  if (!Wg.test(e)) return Hg.safe;
  try {
    return (decodeURIComponent(e), Bg.test(Gg(e.replace(Vg, ``))) ? Hg.unsafeDecoded : Hg.safe);
  } catch {
    return Hg.malformed;
  }
}
function qg(e) {
  return Kg(e) === Hg.safe ? e : null;
}
for (
  var Jg = {}, Yg = [192, 193, 194, 195, 196, 197, 224, 225, 226, 227, 228, 229, 230, 198], Xg = 0;
  Xg < Yg.length;
  Xg++
)
  Jg[Yg[Xg]] = `a`;
for (
  Jg[231] = Jg[199] = `c`, Jg[240] = Jg[208] = `d`, Yg = [200, 201, 202, 203, 233, 232, 234, 235], Xg = 0;
  Xg < Yg.length;
  Xg++
)
  Jg[Yg[Xg]] = `e`;
for (Yg = [207, 239, 206, 238, 205, 237, 204, 236], Xg = 0; Xg < Yg.length; Xg++) Jg[Yg[Xg]] = `i`;
for (
  Jg[209] = Jg[241] = `n`, Yg = [248, 216, 339, 338, 213, 245, 212, 244, 211, 243, 210, 242], Xg = 0;
  Xg < Yg.length;
  Xg++
)
  Jg[Yg[Xg]] = `o`;
for (Yg = [220, 252, 219, 251, 218, 250, 217, 249], Xg = 0; Xg < Yg.length; Xg++) Jg[Yg[Xg]] = `u`;
Jg[376] = Jg[255] = Jg[221] = Jg[253] = `y`;
function Zg(e) {
  for (var t = ``, n = -1, r = e.length, i = 0; i < r; i++) {
    var a = e.charCodeAt(i);
    if ((a >= Dg && a <= Og) || (a >= Cg && a <= wg)) n < 0 && (n = i);
    else if (a >= Tg && a <= Eg) n >= 0 && ((t += e.slice(n, i)), (n = -1)), (t += String.fromCharCode(a + Ag));
    else if (a === X || a === Lh) n >= 0 && ((t += e.slice(n, i)), (n = -1)), (t += `-`);
    else {
      n >= 0 && ((t += e.slice(n, i)), (n = -1));
      var o = Jg[a];
      o && (t += o);
    }
  }
  return (n >= 0 && (t += e.slice(n)), t);
}
function Qg(e, t, n) {
  return e.startsWith(t, n);
}
var $g = new Set([
  `area`,
  `base`,
  `br`,
  `col`,
  `embed`,
  `hr`,
  `img`,
  `input`,
  `link`,
  `meta`,
  `param`,
  `source`,
  `track`,
  `wbr`,
  `circle`,
  `ellipse`,
  `line`,
  `path`,
  `polygon`,
  `polyline`,
  `rect`,
  `use`,
  `stop`,
  `animate`,
  `set`,
]);
function e_(e) {
  let t = e.toLowerCase();
  if ($g.has(t)) return !0;
  let n = t.indexOf(`:`);
  return n !== -1 && ((t = t.slice(n + 1)), $g.has(t));
}
var t_ = 1,
  n_ = 2,
  r_ = 4,
  i_ = 8,
  a_ = 16,
  o_ = 32,
  s_ = 64,
  c_ = (() => {
    var e = new Uint8Array(128),
      t;
    for (e[Z] = t_, e[kh] = t_ | n_, e[ng] = t_, e[Oh] = t_ | n_, e[X] = t_, t = Gh; t <= sg; t++) e[t] = r_;
    for (t = qh; t <= Uh; t++) e[t] = r_;
    for (t = Mh; t <= Ah; t++) e[t] = r_;
    for (t = fg; t <= jh; t++) e[t] = r_;
    for (t = Cg; t <= wg; t++) e[t] = a_;
    for (t = Tg; t <= Eg; t++) e[t] = i_;
    for (t = Dg; t <= Og; t++) e[t] = i_;
    return e;
  })();
function l_(e) {
  return e < kg && (c_[e] & t_) !== 0;
}
var u_ = /[\p{P}\p{S}]/u,
  d_ = /\p{Zs}/u,
  f_ = [];
function p_(e) {
  var t = e.indexOf(`\r`),
    n = e.indexOf(`\0`);
  if (t === -1 && n === -1) return e;
  var r = e.length;
  f_.length = 0;
  var i = 0,
    a = 0;
  for (a = t === -1 ? n : n === -1 || t < n ? t : n; a < r; a++) {
    var o = e.charCodeAt(a);
    o === Oh
      ? (i < a && f_.push(e.slice(i, a)),
        a + 1 < r && e.charCodeAt(a + 1) === kh && a++,
        f_.push(`
`),
        (i = a + 1))
      : o === 0 && (i < a && f_.push(e.slice(i, a)), f_.push(`�`), (i = a + 1));
  }
  return (i < r && f_.push(e.slice(i)), f_.join(``));
}
var m_ = />\s+</g,
  h_ = /\n+/g;
function g_(e) {
  return e.replace(m_, `><`).replace(h_, ` `);
}
function __(e) {
  for (var t = ``, n = 0, r = !1, i = 0, a = 0; a < e.length; a += 1) {
    var o = e.charCodeAt(a);
    if (o === Hh) {
      var s = e.charCodeAt(a + 1);
      (r = (s >= Dg && s <= Og) || (s >= Tg && s <= Eg)), (i = o);
    } else if (o === Ph) r = !1;
    else if (r && i === Rh && (o === lg || o === cg)) {
      var c = e.indexOf(e[a], a + 1);
      c === -1 && (c = e.length), (t += g_(e.slice(n, a + 1)) + e.slice(a + 1, c)), (n = c), (a = c), (i = o);
    } else o !== X && o !== Z && o !== kh && o !== Oh && (i = o);
  }
  return (t + g_(e.slice(n))).trim();
}
function v_(e, t, n) {
  let r = n ?? e.length;
  for (; t < r && (e[t] === ` ` || e[t] === `	`); ) t++;
  return t;
}
function y_(e) {
  if (!e) return !1;
  for (var t in e) return !0;
  return !1;
}
function b_(e) {
  return { attrs: {}, children: [{ type: Q.text, text: e }], h: void 0, c: !0, type: Q.htmlBlock, tag: `header` };
}
var x_ = /^\n+/;
function S_(e) {
  for (
    var t = e.length;
    t > 0 &&
    (e[t - 1] ===
      `
` ||
      e[t - 1] === `\r`);
  )
    t--;
  return `${e.slice(0, t).replace(x_, ``)}

`;
}
function C_(e) {
  if ((e.type === Q.htmlSelfClosing || e.type === Q.htmlBlock) && e.b) return [];
  if (e.type === Q.paragraph) {
    var t = e.children;
    return t ? t.flatMap(C_) : [];
  }
  return e.type === Q.text
    ? e.text?.trim()
      ? [e]
      : []
    : e.type === Q.htmlBlock && e.children
      ? [{ ...e, children: e.children?.flatMap(C_) }]
      : [e];
}
function w_(e) {
  for (var t = 0; t < e.length; t++) {
    if (e[t].type === Q.htmlBlock) {
      var n = e[t],
        r = !1;
      if (n.c && t === e.length - 1) {
        var i = n.k === void 0 ? (n.b ? n.e || `` : (n.e || ``) + (n.j || ``)) : n.k,
          a = `</${String(n.tag).toLowerCase()}>`,
          o = i.toLowerCase().indexOf(a);
        o !== -1 &&
          i
            .slice(o + a.length)
            .replace(/<\/[a-z][a-z0-9-]*\s*>/gi, ``)
            .trim() &&
          (r = !0);
      }
      r || (n.c = !1);
    }
    `children` in e[t] && e[t].children && w_(e[t].children);
  }
}
function T_(e, t) {
  let n = e.at(-1);
  return n === void 0 || n.type !== Q.htmlBlock || n.c !== !0 ? !1 : (n.h || n.k) === t;
}
function E_(e, t) {
  for (var n = 0; n < e.length; n++) {
    var r = e[n];
    if (r.type === Q.paragraph && r.children)
      for (var i = r.children, a = 0; a < i.length; a++) {
        var o = i[a];
        if (o.type === Q.htmlSelfClosing && o.b && o.tag.toLowerCase() === t) {
          var s = e.slice(0, n);
          a > 0 && s.push({ type: Q.paragraph, children: i.slice(0, a) });
          var c = [];
          if (a + 1 < i.length) {
            var l = i.slice(a + 1).filter((e) => !(e.type === Q.htmlSelfClosing && e.b));
            l.length > 0 && (c = l);
          }
          return ((c = c.concat(e.slice(n + 1))), { found: !0, beforeClose: s, afterClose: c });
        }
      }
    if ((r.type === Q.htmlSelfClosing || r.type === Q.htmlBlock) && r.b && r.tag.toLowerCase() === t)
      return { found: !0, beforeClose: e.slice(0, n), afterClose: e.slice(n + 1) };
  }
  return { found: !1, beforeClose: e, afterClose: [] };
}
function D_(e) {
  var t = ``;
  for (var n in e) {
    var r = e[n];
    r === !0 ? (t += ` ${n}`) : r !== void 0 && r != null && r !== !1 && (t += ` ${n}="${String(r)}"`);
  }
  return t;
}
function O_(e, t, n, r) {
  return `<${e}${t === void 0 ? D_(n) : t.length > 0 && t.charCodeAt(0) > X ? ` ${t}` : t}${r}`;
}
function k_(e, t) {
  var n = e.tag,
    r = e.type === Q.htmlSelfClosing,
    i = e,
    a = i.a,
    o = `</${n}>`;
  if (!r && i.b) return { kind: `literal`, literal: (i.j || o) + (i.e || ``) };
  if (r) {
    var s = e;
    return s.b
      ? { kind: `literal`, literal: s.j || o }
      : s.u
        ? { kind: `literal`, literal: s.u }
        : { kind: `literal`, literal: O_(n, a, e.attrs, ` />`) };
  }
  var c = O_(n, a, e.attrs, `>`),
    l = i.children,
    u = l != null && l.length > 0;
  if (i.c && i.k !== void 0) return u ? { kind: `sandwich`, open: c, close: o } : { kind: `literal`, literal: i.k };
  if (i.c && !u) return { kind: `literal`, literal: c + (i.e || ``) + (i.j || (a === void 0 ? o : ``)) };
  if (l != null && l.length > 0) {
    for (var d = ``, f = 0; f < l.length; f++) {
      var p = l[f];
      if (p.type !== Q.text) return { kind: `sandwich`, open: c, close: o };
      d += p.text;
    }
    return { kind: `literal`, literal: c + (t ? t(d) : d) + o };
  }
  var m = i.e || ``;
  return m && m.indexOf(o) !== -1 ? { kind: `literal`, literal: c + m } : { kind: `literal`, literal: c + m + o };
}
function A_(e, t, n) {
  var r = [],
    i = e,
    a = n;
  if ((i && r.push(i), Array.isArray(t))) for (var o = 0; o < t.length; o++) r.push(t[o]);
  else t != null && r.push(t);
  a && r.push(a);
  for (var s = [], c = 0; c < r.length; c++) {
    var l = r[c];
    typeof l == `string` && s.length > 0 && typeof s.at(-1) == `string` ? (s[s.length - 1] = s.at(-1) + l) : s.push(l);
  }
  return s;
}
function j_(e) {
  return e == null || e.tagfilter !== !1;
}
function M_(e, t, n, r) {
  var i = t(e, n, r);
  return i === null ? null : H_(i);
}
function N_(e) {
  var t = [];
  if (!e) return t;
  for (var n in e) n.charCodeAt(0) === 94 && t.push({ identifier: n, footnote: e[n].target });
  return t;
}
function P_(e) {
  for (var t = 0, n = e.length; t < n; ) {
    var r = e.charCodeAt(t);
    if (r >= Tg && r <= Eg) return e.toLowerCase();
    t++;
  }
  return e;
}
var F_ = Object.prototype.hasOwnProperty;
function I_(e, t) {
  if (e != null)
    return t in (typeof e == `function` ? Function.prototype : Object.prototype) && !F_.call(e, t) ? void 0 : e[t];
}
function L_(e, t) {
  var n = P_(t);
  if (n !== t) {
    var r = I_(e, n),
      i = t.charCodeAt(0);
    if (r || i < Tg || i > Eg) return r;
    var a = i + Ag;
    for (var o in e) {
      var s = o.charCodeAt(0);
      if (o.length === t.length && (s === i || s === a || s >= kg) && o.toLowerCase() === n) {
        var c = I_(e, o);
        if (c) return c;
      }
    }
  }
}
function R_(e, t, n) {
  if (t.indexOf(`.`) === -1) {
    var r = I_(e, t);
    return r || !e ? r || n : L_(e, t) || n;
  }
  var i = t.split(`.`),
    a = I_(e, i[0]);
  a === void 0 && e && (a = L_(e, i[0]));
  for (var o = 1; a !== void 0 && o < i.length; ) (a = I_(a, i[o])), o++;
  return a || n;
}
var z_ = /^(?:attr|bool|prop):/i;
function B_(e) {
  var t = e.charCodeAt(4) === qh && z_.test(e) ? 5 : 0,
    n = e.charCodeAt(t),
    r = e.charCodeAt(t + 1);
  return (n === yg || n === vg) && (r === _g || r === gg);
}
function V_(e, t, n) {
  var r;
  for (var i in t)
    if (B_(i) && typeof t[i] != `function`) {
      if (r === void 0) {
        var a = e.charCodeAt(0);
        if (a >= Tg && a <= Eg && R_(n, e, void 0)) return t;
        r = { ...t };
      }
      delete r[i];
    }
  return r || t;
}
function H_(e) {
  for (var t = !1, n = 0; n < e.length; n++) {
    var r = e.charCodeAt(n);
    if (
      r <= X ||
      r === lg ||
      r === Ih ||
      r === Hh ||
      r === Ph ||
      r === Mh ||
      r === zh ||
      r === Wh ||
      r === Nh ||
      r === Ah ||
      r >= 123
    ) {
      t = !0;
      break;
    }
  }
  if (!t) return e;
  for (var i = ``, n = 0; n < e.length; n++) {
    var r = e.charCodeAt(n);
    if (r === Ih && n + 2 < e.length) {
      var a = e.charCodeAt(n + 1),
        o = e.charCodeAt(n + 2);
      if (
        ((a >= Cg && a <= wg) || (a >= Tg && a <= Jh) || (a >= Dg && a <= Yh)) &&
        ((o >= Cg && o <= wg) || (o >= Tg && o <= Jh) || (o >= Dg && o <= Yh))
      ) {
        (i += e[n] + e[n + 1] + e[n + 2]), (n += 2);
        continue;
      }
    }
    if (r >= 55296 && r <= 57343) {
      if (r <= 56319 && n + 1 < e.length) {
        var s = e.charCodeAt(n + 1);
        if (s >= 56320 && s <= 57343) {
          (i += encodeURI(e[n] + e[n + 1])), n++;
          continue;
        }
      }
      i += e[n];
    } else i += encodeURI(e[n]);
  }
  return i;
}
function U_(...e) {
  return e.filter(Boolean).join(` `);
}
var W_ = new Set([`title`, `textarea`, `style`, `xmp`, `iframe`, `noembed`, `noframes`, `script`, `plaintext`]),
  G_ = /<(\/?)(title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)(\s|>|\/)/gi;
function K_(e) {
  return W_.has(e.toLowerCase());
}
function q_(e) {
  return ((G_.lastIndex = 0), G_.test(e));
}
function J_(e, t) {
  var n = e.toLowerCase();
  return n === `pre` || n === `textarea` ? zg(t) : t;
}
function Y_(e) {
  return ((G_.lastIndex = 0), e.replace(G_, (e, t, n, r) => `&lt;${t}${n}${r}`));
}
function X_(e, t) {
  var n = e || {},
    r = n.slugify,
    i;
  if (r) {
    var a = r;
    i = (e) => a(e, Zg);
  } else i = Zg;
  return {
    disableAutoLink: n.disableAutoLink,
    disableFrontmatter: n.disableFrontmatter,
    disableParsingRawHTML: n.disableParsingRawHTML,
    enforceAtxHeadings: n.enforceAtxHeadings,
    evalUnserializableExpressions: n.evalUnserializableExpressions,
    forceBlock: n.forceBlock,
    forceInline: t === void 0 ? n.forceInline : t,
    ignoreHTMLBlocks: n.ignoreHTMLBlocks,
    optimizeForStreaming: n.optimizeForStreaming,
    overrides: n.overrides,
    preserveFrontmatter: n.preserveFrontmatter,
    sanitizer: n.sanitizer || qg,
    slugify: i,
    tagfilter: j_(n),
  };
}
var Z_ = /^<([a-zA-Z][a-zA-Z0-9-]*)\s[^>]*>/,
  Q_ = /^<[A-Z]/,
  $_ = new Set([`pre`, `script`, `style`, `textarea`]),
  ev = /<(?:pre|script|style|textarea)\b/i,
  tv = /<(?:pre|script|style|textarea)\b/iy,
  nv = /<\/(?:pre|script|style|textarea)>/iy,
  rv = String.fromCharCode(Sg);
function iv(e) {
  return e.indexOf(rv) === -1 ? e : e.split(rv).join(``);
}
var av = /^(\s{0,3}#[#\s]|\s{0,3}[-*+]\s|\s{0,3}\d+\.\s|\s{0,3}>\s|\s{0,3}```)/m,
  ov = /^(\s{0,3}#[\s\S]|\s{0,3}[-*+]\s|\s{0,3}\d+\.\s|\s{0,3}>\s|\s{0,3}```)/m,
  sv = /^#{1,6}\s/,
  cv = /^#{1,6}[^#]/;
function lv(e) {
  return e.enforceAtxHeadings === !1 ? ov : av;
}
var uv = /^<([a-z][^ >/\n\r]*) ?([^>]*?)>/im,
  dv = new Uint8Array(128);
(() => {
  for (var e = [Ah, Bh, Vh, jh, Rh, Mh, Gh, Hh, zh, Kh, kh, Xh, Zh, Yh], t = 0; t < e.length; t++) dv[e[t]] = 1;
})();
var fv = /([a-zA-Z_][a-zA-Z0-9_-]*)=(?:"([^"]*)"|'([^']*)')/g;
function pv(e) {
  return $_.has(e);
}
function mv(e) {
  return ev.test(e);
}
function hv(e, t, n) {
  for (var r = t, i = n; r < i && (e.charCodeAt(r) === X || e.charCodeAt(r) === Z); ) r++;
  if (r >= i) return !1;
  e.charCodeAt(r) === dg && r++;
  for (var a = 0; r < i; ) {
    for (; r < i && (e.charCodeAt(r) === X || e.charCodeAt(r) === Z); ) r++;
    if (r >= i) break;
    if (e.charCodeAt(r) === dg && a > 0) {
      for (var o = r + 1; o < i && (e.charCodeAt(o) === X || e.charCodeAt(o) === Z); ) o++;
      if (o >= i) return !0;
    }
    if ((e.charCodeAt(r) === qh && r++, r >= i || e.charCodeAt(r) !== Lh)) return !1;
    for (; r < i && e.charCodeAt(r) === Lh; ) r++;
    for (r < i && e.charCodeAt(r) === qh && r++, a++; r < i && (e.charCodeAt(r) === X || e.charCodeAt(r) === Z); ) r++;
    if (r < i) {
      if (e.charCodeAt(r) === dg) r++;
      else return !1;
    }
  }
  return a > 0;
}
var gv = /[\u0000-\u001F\u007F]/g,
  _v = {
    action: 1,
    background: 1,
    cite: 1,
    data: 1,
    formaction: 1,
    href: 1,
    longdesc: 1,
    poster: 1,
    src: 1,
    'xlink:href': 1,
    xlinkhref: 1,
  },
  vv = { children: 1, dangerouslysetinnerhtml: 1, innerhtml: 1, outerhtml: 1, ref: 1 },
  yv = /^\{\s*[[{]/,
  bv = /[{}"'`]/g,
  xv = /&#(x[0-9a-f]+|[0-9]+);?/gi;
function Sv(e) {
  return e.indexOf(`&#`) === -1
    ? e
    : e.replace(xv, (e, t) => {
        var n =
          t.charCodeAt(0) === bg || t.charCodeAt(0) === xg ? Number.parseInt(t.slice(1), 16) : Number.parseInt(t, 10);
        return n > 0 && n <= 1114111 ? String.fromCodePoint(n) : e;
      });
}
var Cv;
function wv(e) {
  return !!R_(Cv?.overrides, e, void 0);
}
function Tv(e, t, n, r) {
  if (e.charCodeAt(4) === qh && z_.test(e)) return Tv(e.slice(5), t, n, r);
  var i = e.toLowerCase();
  if (vv[i] === 1) return !0;
  var a = n && t.charCodeAt(0) === fg;
  if (i === `attributename`) return !a && Ev(t);
  var o = B_(e);
  if (a && (_v[i] !== 1 || yv.test(t))) return !1;
  if (o) return !(n && t === ``);
  if (i === `srcdoc`) return !0;
  if (i === `style`) return /url\s*\(\s*(javascript|vbscript|data:(?!image\/))/i.test(t);
  if (_v[i] === 1) {
    var s = Sv(zg(t));
    if (Dv(s, r)) return !0;
    var c = s.replace(gv, ``);
    return c !== s && Dv(c, r);
  }
  return !1;
}
function Ev(e) {
  var t = Sv(zg(e)).replace(bv, ``).trim().toLowerCase();
  return ((t = t.slice(t.lastIndexOf(`:`) + 1)), _v[t] === 1 || t.slice(0, 2) === `on`);
}
function Dv(e, t) {
  return t ? Kg(e) !== Hg.safe : qg(e) === null;
}
function Ov(e, t) {
  return `<` + (e.g ? `/` : ``) + e.tag + e.i + (t === void 0 ? e.a : t) + (e.n ? (e.v ? ` />` : `/>`) : `>`);
}
function kv(e, t, n, r) {
  for (var i = [], a = t, o = 0; o < r.length; o += 2) {
    var s = r[o];
    if (s > a) {
      var c = e.slice(a, s).trim();
      c && i.push(c);
    }
    a = r[o + 1];
  }
  if (a < n) {
    var l = e.slice(a, n).trim();
    l && i.push(l);
  }
  return i.join(` `);
}
function Av(e, t) {
  var n = [];
  if (e !== null) for (var r = 0; r < e.length; r += 2) e[r] !== t && n.push(e[r], e[r + 1]);
  return n;
}
var jv = 1024;
function Mv(e) {
  return l_(e) || e === Ph || e === lg || e === cg;
}
function Nv(e) {
  return (e | 32) >= Dg && (e | 32) <= Og;
}
var Pv = !1;
function Fv(e, t, n, r) {
  var i = r === void 0 ? e.length : r,
    a = t + 2,
    o = 0;
  for (Pv = !1; a < i; ) {
    var s = e.charCodeAt(a);
    if (l_(s) || s === sg || s === Ph) break;
    a++;
  }
  for (; a < i; ) {
    if (((s = e.charCodeAt(a)), s === Ph)) return ((Pv ||= o > a + 1), a + 1);
    if (l_(s) || s === sg) a++;
    else {
      var c = a;
      for (a++; a < i && ((s = e.charCodeAt(a)), !(l_(s) || s === sg || s === Ph || s === Rh)); ) a++;
      for (var l = e.slice(c, a); a < i && l_(e.charCodeAt(a)); ) a++;
      var u = ``,
        d = -1;
      if (a < i && e.charCodeAt(a) === Rh) {
        for (a++; a < i && l_(e.charCodeAt(a)); ) a++;
        var f = e.charCodeAt(a);
        if (f === lg || f === cg) {
          for (d = ++a; a < i && e.charCodeAt(a) !== f; ) a++;
          (u = e.slice(d, a)), a++;
        } else {
          for (var p = a; a < i && ((s = e.charCodeAt(a)), !(l_(s) || s === Ph)); ) a++;
          u = e.slice(p, a);
        }
      }
      if (!Pv) {
        var m = n === null ? void 0 : I_(n, l);
        Pv = Tv(l, u, m?.startsWith(u) === !0, !0);
      }
      if (r === void 0 && d !== -1)
        for (var h = u.indexOf(`<`); h !== -1 && !Pv; ) {
          if (Nv(u.charCodeAt(h + 1))) {
            var g = d + h;
            o = Math.max(o, Fv(e, g, null, Math.min(i, g + jv)));
          }
          h = u.indexOf(`<`, h + 1);
        }
    }
  }
  return ((Pv = !0), i);
}
function Iv(e, t, n, r, i, a) {
  var o = e.slice(0, n + jv);
  if (i !== null && r !== null) {
    for (var s = o.slice(t, i[0]), c = 0; c < i.length; c += 2)
      s += ` `.repeat(i[c + 1] - i[c]) + o.slice(i[c + 1], c + 2 < i.length ? i[c + 2] : o.length);
    (o = s), (n -= t), (t = 0);
  }
  for (var l = Fv(o, o.charCodeAt(t + 1) === sg ? t + 1 : t, r); !Pv && l < n; ) {
    var u = o.indexOf(`<`, l);
    if (u === -1 || u >= n) break;
    var d = o.charCodeAt(u + 1) === sg;
    l = Nv(o.charCodeAt(u + (d ? 2 : 1))) ? Fv(o, d ? u + 1 : u, null) : u + 1;
  }
  if (!Pv) return i;
  if (i === null) return a;
  for (var f = [], p = 0, m = 0; p < i.length || m < a.length; )
    m >= a.length || i[p] < a[m] ? (f.push(i[p], i[p + 1]), (p += 2)) : (f.push(a[m], a[m + 1]), (m += 2));
  return f;
}
function Lv(e, t, n, r) {
  if (e.charCodeAt(t) !== Hh) return null;
  let i = t + 1,
    a = e.length,
    o = !1;
  e.charCodeAt(i) === sg && (i++, (o = !0));
  let s = i,
    c = e.charCodeAt(i);
  if (!((c >= Dg && c <= Og) || (c >= Tg && c <= Eg))) return null;
  for (
    ;
    i < a &&
    ((e.charCodeAt(i) >= Dg && e.charCodeAt(i) <= Og) ||
      (e.charCodeAt(i) >= Tg && e.charCodeAt(i) <= Eg) ||
      (e.charCodeAt(i) >= Cg && e.charCodeAt(i) <= wg) ||
      e.charCodeAt(i) === Lh);
  )
    i++;
  let l = e.slice(s, i);
  if (!l) return null;
  let u = l.charCodeAt(0),
    d = u >= Tg && u <= Eg,
    f = d || l.indexOf(`-`) !== -1,
    p = d && wv(l),
    m = i;
  for (; i < a && (e.charCodeAt(i) === X || e.charCodeAt(i) === Z || e.charCodeAt(i) === kh); ) i++;
  let h = e.slice(m, i);
  if (i === m && i < a) {
    var g = e.charCodeAt(i);
    if (g !== Ph && g !== sg) return null;
  }
  let _ = i,
    v = {},
    y = !1;
  for (var b = null, x = null, S = !1, C = -1; i < a; ) {
    let s = e.charCodeAt(i);
    if (s === Ph) {
      x !== null && !r && (b = Iv(e, t, i + 1, p ? v : null, b, x));
      let n = b ? kv(e, _, i, b) : e.slice(_, i);
      return {
        w: x !== null,
        v: y,
        g: o,
        x: p,
        y: f,
        a: n,
        z: C === -1 ? void 0 : kv(e, _, i, Av(b, C)),
        q: b != null,
        n: !1,
        i: h,
        attrs: v,
        end: i + 1,
        tag: l,
      };
    }
    if (s === X || s === Z || s === kh) i++;
    else {
      if (s === sg && i + 1 < a && e.charCodeAt(i + 1) === Ph) {
        (y = i > _ && e.charCodeAt(i - 1) === X), x !== null && !r && (b = Iv(e, t, i + 2, p ? v : null, b, x));
        let n = b ? kv(e, _, i, b) : e.slice(_, i);
        return {
          w: x !== null,
          v: y,
          g: o,
          x: p,
          y: f,
          a: n,
          z: C === -1 ? void 0 : kv(e, _, i, Av(b, C)),
          q: b != null,
          n: !0,
          i: h,
          attrs: v,
          end: i + 2,
          tag: l,
        };
      }
      var w = i,
        T = e.charCodeAt(i);
      if (!((T >= Dg && T <= Og) || (T >= Tg && T <= Eg) || T === Vh || T === qh)) return null;
      for (i++; i < a; ) {
        var E = e.charCodeAt(i);
        if (
          (E >= Dg && E <= Og) ||
          (E >= Tg && E <= Eg) ||
          (E >= Cg && E <= wg) ||
          E === Vh ||
          E === og ||
          E === qh ||
          E === Lh
        )
          i++;
        else break;
      }
      for (var D = e.slice(w, i), O = i; i < a && (e.charCodeAt(i) === X || e.charCodeAt(i) === Z); ) i++;
      var k, A;
      if (e.charCodeAt(i) === Rh) {
        for (i++; i < a && (e.charCodeAt(i) === X || e.charCodeAt(i) === Z); ) i++;
        var j = e.charCodeAt(i);
        if (j === lg || j === cg) {
          i++;
          for (var M = i; i < a; ) {
            var N = e.charCodeAt(i);
            if (N === j) break;
            N === Hh && Nv(e.charCodeAt(i + 1)) && (S = !0), i++;
          }
          if (i >= a) return null;
          if (((k = e.slice(M, i)), i++, i < a)) {
            var P = e.charCodeAt(i);
            if (P !== X && P !== Z && P !== kh && P !== Ph && P !== sg) return null;
          }
          A = i;
        } else if (j === fg) {
          var F = 1,
            M = i;
          for (i++; i < a && F > 0; ) {
            var E = e.charCodeAt(i);
            E === fg ? F++ : E === pg ? F-- : Mv(E) && (S = !0), i++;
          }
          (k = e.slice(M, i)), (A = i);
        } else {
          for (var M = i; i < a; ) {
            var I = e.charCodeAt(i);
            if (I === X || I === Z || I === Ph || I === kh || I === lg || I === cg || I === Rh || I === Hh || I === Ah)
              break;
            i++;
          }
          if (i === M) return null;
          (k = e.slice(M, i)), (A = i);
        }
      } else (k = ``), (A = O);
      Tv(D, k, p, n)
        ? (b === null && (b = []),
          b.push(w, A),
          !d && B_(D) && wv(l)
            ? (v[D] = k)
            : D.toLowerCase() === `children` && !yv.test(k) && wv(l) && ((v.children = k), (C = w)))
        : ((v[D] = k), S && (x === null && (x = []), x.push(w, A))),
        (S = !1);
    }
  }
  return null;
}
var Rv = /</g;
function zv(e, t, n) {
  var r = Vv(e, t, n);
  return r === e ? e : Vv(r, !0) === r ? r : (n !== void 0 && (n.keepingChildren = void 0), r.replace(Rv, `&lt;`));
}
function Bv(e, t) {
  var n = t + 1;
  if ((e.charCodeAt(n) === sg && n++, !Nv(e.charCodeAt(n)))) return -1;
  for (var r = e.charCodeAt(++n); Nv(r) || (r >= Cg && r <= wg) || r === Lh; ) r = e.charCodeAt(++n);
  return r === Ph ? n + 1 : -1;
}
function Vv(e, t, n) {
  var r = e.indexOf(`<`);
  if (r === -1) return e;
  for (var i = ``, a, o = 0, s = !1; r !== -1; ) {
    var c = Bv(e, r);
    if (c !== -1) r = e.indexOf(`<`, c);
    else {
      var l = Lv(e, r, t, !0),
        u;
      if (l?.q && l.w && l.x)
        (u = e.slice(o, r) + Vv(Ov(l), t)),
          (i += u),
          a !== void 0 && (a += u),
          (o = l.end),
          (s = !0),
          (r = e.indexOf(`<`, l.end));
      else if (l && !l.w) {
        if (l.q) {
          var d = e.slice(o, r),
            f = l.z;
          a === void 0 && f !== void 0 && n !== void 0 && (a = i),
            (i += d + Ov(l)),
            a !== void 0 && (a += d + Ov(l, f)),
            (o = l.end),
            (s = !0);
        }
        r = e.indexOf(`<`, l.end);
      } else if (l || Nv(e.charCodeAt(r + 1))) {
        var p = Fv(e, l?.g ? r + 1 : r, l?.x ? l.attrs : null);
        Pv &&
          ((u = e.slice(o, r) + e.slice(r, p).replace(Rv, `&lt;`)),
          (i += u),
          a !== void 0 && (a += u),
          (o = p),
          (s = !0)),
          (r = e.indexOf(`<`, p));
      } else r = e.indexOf(`<`, r + 1);
    }
  }
  if (!s) return e;
  var m = e.slice(o);
  return (a !== void 0 && n !== void 0 && (n.keepingChildren = a + m), i + m);
}
function Hv(e, t, n) {
  if (!n.optimizeForStreaming && e.indexOf(`[`) === -1) return !1;
  for (var r = 0, i = e.length, a = !1, o = !1; r < i; ) {
    for (
      var s = e.indexOf(
          `
`,
          r,
        ),
        c = s < 0 ? i : s,
        l = r,
        u = 0;
      l < c && u < 4;
    )
      if (e.charCodeAt(l) === X) u++, l++;
      else if (e.charCodeAt(l) === Z) (u += 4), l++;
      else break;
    if (l >= c) (a = !1), (r = s < 0 ? i : s + 1);
    else {
      if (u < 4) {
        var d = e.charCodeAt(l);
        if (d === Ah || d === jh) {
          for (var f = d, p = 0, m = l; m < c && e.charCodeAt(m) === f; ) p++, m++;
          if (p >= 3) {
            var h = !0;
            if (f === Ah) {
              for (var g = m; g < c; g++)
                if (e.charCodeAt(g) === Ah) {
                  h = !1;
                  break;
                }
            }
            if (h) {
              a = !1;
              for (var _ = s < 0 ? i : s + 1; _ < i; ) {
                for (var v = _, y = 0; v < i && y < 4; ) {
                  var b = e.charCodeAt(v);
                  if (b === X) y++, v++;
                  else if (b === Z) (y += 4), v++;
                  else break;
                }
                if (y < 4 && v < i && e.charCodeAt(v) === f) {
                  for (var x = 0; v < i && e.charCodeAt(v) === f; ) x++, v++;
                  if (x >= p) {
                    for (; v < i && (e.charCodeAt(v) === X || e.charCodeAt(v) === Z); ) v++;
                    if (v >= i || e.charCodeAt(v) === kh) {
                      r = v >= i ? i : v + 1;
                      break;
                    }
                  }
                }
                for (; _ < i && e.charCodeAt(_) !== kh; ) _++;
                _ < i && _++;
              }
              _ >= i && ((r = i), (o = !0));
              continue;
            }
          }
        }
      }
      for (var S = l; S < c && e.charCodeAt(S) === Ph; ) {
        S++, S < c && e.charCodeAt(S) === X && S++;
        for (var C = 0; S < c && C < 4; )
          if (e.charCodeAt(S) === X) C++, S++;
          else if (e.charCodeAt(S) === Z) (C += 4), S++;
          else break;
        if (C >= 4) break;
        a = !1;
      }
      if (!a && u < 4 && S < c && e.charCodeAt(S) === Mh && !(S + 1 < i && e.charCodeAt(S + 1) === Nh)) {
        var w = Uv(e, S, t);
        if (w) {
          (r = w), (a = !1);
          continue;
        }
      }
      var T = e.charCodeAt(l);
      if (T === Fh && u < 4) a = !1;
      else if (u < 4 && (T === Lh || T === Bh || T === Vh)) {
        for (var E = l, D = 0; E < c; ) {
          var O = e.charCodeAt(E);
          if (O === T) D++;
          else if (O !== X && O !== Z) break;
          E++;
        }
        a = !(D >= 3 && E >= c);
      } else a = !0;
      r = s < 0 ? i : s + 1;
    }
  }
  return o;
}
function Uv(e, t, n) {
  let r = e.length;
  if (e.charCodeAt(t) !== Mh) return null;
  let i = t + 1 < r && e.charCodeAt(t + 1) === Nh,
    a = t + 1;
  for (; a < r; ) {
    var o = e.charCodeAt(a);
    if (o === Wh) {
      a++;
      break;
    }
    if (o === Mh) return null;
    o === zh && a + 1 < r && a++, a++;
  }
  if (a > r || e.charCodeAt(a - 1) !== Wh) return null;
  let s = iv(e.slice(t + 1, a - 1));
  if (s.length > 999) return null;
  let c = qv(s);
  if (!c || a >= r || e.charCodeAt(a) !== qh) return null;
  a++;
  let l = !1;
  for (; a < r; ) {
    let t = e.charCodeAt(a);
    if (t === X || t === Z) a++;
    else if (t === kh && !l) (l = !0), a++;
    else if (t === Sg && l) a++;
    else break;
  }
  if (i) {
    let t = e.indexOf(
        `
`,
        a,
      ),
      i = t < 0 ? r : t;
    return ((n[c] = { target: e.slice(a, i).trim(), title: void 0 }), t < 0 ? r : t + 1);
  }
  var u;
  if (a < r && e.charCodeAt(a) === Hh) {
    a++;
    for (var d = a; a < r && e.charCodeAt(a) !== Ph && e.charCodeAt(a) !== kh; )
      e.charCodeAt(a) === zh && a + 1 < r && e.charCodeAt(a + 1) !== kh && a++, a++;
    if (a >= r || e.charCodeAt(a) !== Ph) return null;
    (u = e.slice(d, a)), a++;
    for (
      var f = e.indexOf(
          `
`,
          a,
        ),
        p = f < 0 ? r : f,
        m = a;
      m < p && (e.charCodeAt(m) === X || e.charCodeAt(m) === Z);
    )
      m++;
    if (m < p) {
      if (m === a) return null;
      var h = e.charCodeAt(m);
      if (h !== lg && h !== cg && h !== mg) return null;
    }
  } else {
    for (var d = a, g = 0; a < r; ) {
      var o = e.charCodeAt(a);
      if (o === mg) g++;
      else if (o === hg) {
        if (g === 0) break;
        g--;
      } else {
        if (o === X || o === Z || o === kh) break;
        if (o === zh && a + 1 < r) {
          var _ = e.charCodeAt(a + 1);
          _ !== X && _ !== Z && _ !== kh && a++;
        }
      }
      a++;
    }
    if (((u = e.slice(d, a)), !u)) return null;
  }
  for (; a < r && (e.charCodeAt(a) === X || e.charCodeAt(a) === Z); ) a++;
  var v = e.indexOf(
      `
`,
      a,
    ),
    y = v < 0 ? r : v,
    b,
    x = !1,
    S = a,
    C = a;
  if (a === y && a < r) for (C = a + 1; C < r && (e.charCodeAt(C) === X || e.charCodeAt(C) === Z); ) C++;
  if (C < r) {
    var w = e.charCodeAt(C);
    if (w === lg || w === cg || w === mg) {
      for (var T = w === mg ? 41 : w, E = C + 1, D = E; E < r; ) {
        var O = e.charCodeAt(E);
        if (O === T) {
          for (var k = E + 1; k < r && (e.charCodeAt(k) === X || e.charCodeAt(k) === Z); ) k++;
          (k >= r || e.charCodeAt(k) === kh) && ((b = iv(e.slice(D, E))), (x = !0), (S = k < r ? k + 1 : r));
          break;
        }
        if (O === zh && E + 1 < r) E += 2;
        else {
          if (O === kh && E + 1 < r && e.charCodeAt(E + 1) === kh) break;
          E++;
        }
      }
      if (!x && C === a) return null;
    }
  }
  if (x) return (n[c] || (n[c] = { target: zg(Yv(u)), title: b === void 0 ? b : zg(Yv(b)) }), S);
  for (; a < y && (e.charCodeAt(a) === X || e.charCodeAt(a) === Z); ) a++;
  return a < y ? null : (n[c] || (n[c] = { target: zg(Yv(u)), title: b }), v < 0 ? r : v + 1);
}
var Wv = new Uint8Array(c_);
for (
  Wv[Fh] |= o_,
    Wv[Ph] |= o_,
    Wv[Lh] |= o_ | s_,
    Wv[ug] |= o_,
    Wv[Bh] |= o_ | s_,
    Wv[Vh] |= o_ | s_,
    Wv[Ah] |= o_ | s_,
    Wv[jh] |= o_ | s_,
    Wv[Hh] |= o_ | s_,
    Wv[Mh] |= s_,
    Wv[Gh] |= s_,
    Wv[dg] |= o_,
    Gv = Cg;
  Gv <= wg;
  Gv++
)
  Wv[Gv] |= o_;
var Gv;
function Kv(e) {
  if (e.indexOf(`[`) < 0 && e.indexOf(`]`) < 0) return !1;
  for (var t = 0; t < e.length; t++)
    if (e.charCodeAt(t) === zh) t++;
    else if (e.charCodeAt(t) === Mh || e.charCodeAt(t) === Wh) return !0;
  return !1;
}
function qv(e) {
  for (var t = e.length, n = !0, r = t > 0, i = 0; i < t; i++) {
    var a = e.charCodeAt(i);
    if (a === X) {
      if (n) {
        r = !1;
        break;
      }
      n = !0;
    } else if (a < 33 || a > 126 || (a >= Tg && a <= Eg)) {
      r = !1;
      break;
    } else n = !1;
  }
  if (r && !n) return e;
  var o = e.replace(/\s+/g, ` `).trim();
  return o.indexOf(`ẞ`) === -1 ? o.toLowerCase() : o.replace(/\u1E9E/g, `ss`).toLowerCase();
}
function Jv(e) {
  return e < kg ? Wv[e] : e === tg ? t_ : 0;
}
function Yv(e) {
  return e.indexOf(`\\`) === -1 ? e : e.replace(/\\([!"#$%&'()*+,\-./:;<=>?@[\\\]^_`{|}~])/g, `$1`);
}
var Xv = null,
  Zv = -1,
  Qv = -1,
  $v = null,
  ey = -1,
  ty = -1;
function ny(e, t) {
  if (t >= Zv && t <= Qv && e === Xv) return Qv;
  var n = e.indexOf(
      `
`,
      t,
    ),
    r = n < 0 ? e.length : n;
  return ((Xv = e), (Zv = t), (Qv = r), r);
}
function ry(e, t) {
  let n = ny(e, t);
  return n < e.length ? n + 1 : n;
}
function iy(e, t, n) {
  for (; t < n; ) {
    let n = e.charCodeAt(t);
    if (n !== X && n !== Z) break;
    t++;
  }
  return t;
}
function ay(e, t) {
  let n = ry(e, t);
  if (n >= ey && n <= ty && e === $v) return ty;
  for ($v = e, ey = n; n < e.length && !uy(e, n, ny(e, n)); ) n = ry(e, n);
  return ((ty = n < e.length ? n : e.length), ty);
}
function oy(e, t, n, r) {
  let i = 0;
  for (; t + i < n && e.charCodeAt(t + i) === r; ) i++;
  return i;
}
var sy = 0,
  cy = 0;
function ly(e, t, n) {
  for (sy = 0, cy = 0; t + cy < n; ) {
    let n = e.charCodeAt(t + cy);
    if (n === Z) sy += 4 - (sy % 4);
    else if (n === X) sy++;
    else break;
    cy++;
  }
}
function uy(e, t, n) {
  return iy(e, t, n) >= n;
}
function dy(e, t, n) {
  for (; t < n; ) {
    var r = e.charCodeAt(t);
    if (r !== kh && r !== X && r !== Z) return !1;
    t++;
  }
  return !0;
}
function fy(e, t) {
  if (!e) return e;
  var n = (t.A ||= Object.create(null)),
    r = n[e];
  if (r === void 0) return ((n[e] = 0), e);
  for (var i = r + 1, a = `${e}-${i}`; n[a] !== void 0; ) i++, (a = `${e}-${i}`);
  return ((n[e] = i), (n[a] = 0), a);
}
function py(e, t, n, r) {
  let i = ny(e, t);
  if ((ly(e, t, i), sy > 3)) return null;
  let a = t + cy;
  if (e.charCodeAt(a) !== Fh) return null;
  let o = oy(e, a, i, Fh);
  if (
    o < 1 ||
    o > 6 ||
    ((a += o), r.enforceAtxHeadings !== !1 && a < i && e.charCodeAt(a) !== X && e.charCodeAt(a) !== Z)
  )
    return null;
  a = iy(e, a, i);
  for (var s = i; s > a && e.charCodeAt(s - 1) === X; ) s--;
  for (var c = s; s > a && e.charCodeAt(s - 1) === Fh; ) s--;
  if (s < c) {
    if (s === a || e.charCodeAt(s - 1) === X) for (; s > a && e.charCodeAt(s - 1) === X; ) s--;
    else s = c;
  }
  let l = tb(e.slice(a, s), !1, n, r);
  return { node: { type: Q.heading, level: o, children: l, id: `` }, end: ry(e, i) };
}
function my(e, t, n) {
  var r = e.charCodeAt(t);
  if (r !== Rh && r !== Lh) return !1;
  for (var i = t; i < n && e.charCodeAt(i) === r; ) i++;
  for (; i < n && (e.charCodeAt(i) === X || e.charCodeAt(i) === Z); ) i++;
  return i >= n;
}
function hy(e, t) {
  let n = ny(e, t);
  if ((ly(e, t, n), sy > 3)) return null;
  let r = t + cy,
    i = e.charCodeAt(r);
  if (i !== Lh && i !== Bh && i !== Vh) return null;
  let a = 0;
  for (; r < n; ) {
    let t = e.charCodeAt(r);
    if (t === i) a++;
    else if (t !== X && t !== Z) return null;
    r++;
  }
  return a < 3 ? null : { node: { type: Q.breakThematic }, end: ry(e, n) };
}
var gy = 0,
  _y = 0,
  vy = ``;
function yy(e, t, n) {
  let r = ny(e, t);
  if ((ly(e, t, r), sy > 3)) return null;
  let i = sy,
    a = t + cy,
    o = e.charCodeAt(a);
  if (o !== Ah && o !== jh) return null;
  let s = oy(e, a, r, o);
  if (s < 3) return null;
  a += s;
  let c = iy(e, a, r),
    l = r;
  if (o === Ah) {
    for (let t = c; t < r; t++) if (e.charCodeAt(t) === Ah) return null;
  }
  for (; l > c && (e.charCodeAt(l - 1) === X || e.charCodeAt(l - 1) === Z); ) l--;
  let u = e.slice(c, l),
    d = ``,
    f = ``,
    p = u.indexOf(` `);
  p === -1 ? (d = u) : ((d = u.slice(0, p)), (f = u.slice(p + 1).trim())), (d = Yv(d));
  var m;
  if (f) {
    fv.lastIndex = 0;
    for (var h; (h = fv.exec(f)) != null; ) {
      var g = h[2] === void 0 ? h[3] : h[2];
      Tv(h[1], g, !1) || ((m ||= {}), (m[h[1]] = g));
    }
  }
  let _ = ry(e, r),
    { length: v, length: y } = e;
  var b;
  o === gy && s === _y ? (b = vy) : ((b = String.fromCharCode(o).repeat(s)), (gy = o), (_y = s), (vy = b));
  for (var x = _; x < e.length; ) {
    var S = e.indexOf(b, x);
    if (S === -1) break;
    for (var C = S, w = 0; C > 0 && w < 4 && e.charCodeAt(C - 1) === X; ) C--, w++;
    if (w <= 3 && (C === 0 || e.charCodeAt(C - 1) === kh)) {
      for (var T = S + s; T < e.length && e.charCodeAt(T) === o; ) T++;
      var E = ny(e, T);
      if (uy(e, T, E)) {
        (v = C), (y = ry(e, E));
        break;
      }
    }
    x = S + 1;
  }
  var D;
  if (i === 0) D = v > _ && e.charCodeAt(v - 1) === kh ? e.slice(_, v - 1) : e.slice(_, v);
  else {
    D = ``;
    for (var O = _; O < v; ) {
      var k = ny(e, O);
      ly(e, O, k);
      var A = Math.min(cy, i);
      (D += `${e.slice(O + A, k)}
`),
        (O = ry(e, k));
    }
    D.length > 0 && D.charCodeAt(D.length - 1) === kh && (D = D.slice(0, -1));
  }
  return (
    n.inList && (D = iv(D)),
    { node: { type: Q.codeBlock, lang: d || void 0, text: D, infoString: f || void 0, attrs: m }, end: y }
  );
}
function by(e, t, n) {
  for (var r = 0, i = t; i < n && r < 4; ) e.charCodeAt(i) === Z ? (r += 4 - (r % 4)) : r++, i++;
  if (r < 4) return ``;
  for (var a = ``, o = 4; o < r; o++) a += ` `;
  return a + e.slice(i, n);
}
function xy(e, t) {
  if ((ly(e, t, ny(e, t)), sy < 4)) return null;
  let n = ``,
    r = t;
  for (; r < e.length; ) {
    let t = ny(e, r);
    if ((ly(e, r, t), uy(e, r, t))) {
      for (
        var i = `${by(e, r, t)}
`,
          a = ry(e, t);
        a < e.length;
      ) {
        var o = ny(e, a);
        if (uy(e, a, o))
          (i += `${by(e, a, o)}
`),
            (a = ry(e, o));
        else {
          ly(e, a, o), sy >= 4 && ((n += i), (r = a));
          break;
        }
      }
      if (r !== a) break;
      continue;
    }
    if (sy < 4) break;
    let d = 0,
      f = 0;
    var s = 0;
    for (let n = r; n < t && f < 4; n++) {
      if (e.charCodeAt(n) === Z) {
        var c = 4 - (f % 4);
        f + c > 4 && (s = f + c - 4), (f += c);
      } else f++;
      d++;
    }
    var l = ``;
    if (s > 0) for (var u = 0; u < s; u++) l += ` `;
    (l += e.slice(r + d, t)),
      (n += `${l}
`),
      (r = ry(e, t));
  }
  for (; n.length > 0 && n.charCodeAt(n.length - 1) === kh; ) n = n.slice(0, -1);
  return n ? { node: { type: Q.codeBlock, lang: void 0, text: n, infoString: void 0, attrs: void 0 }, end: r } : null;
}
function Sy(e, t, n, r) {
  if ((ly(e, t, ny(e, t)), sy > 3)) return null;
  let i = t + cy;
  if (e.charCodeAt(i) !== Ph) return null;
  let a = ``,
    o = t,
    s,
    c = !1,
    l = !1,
    u = !1;
  for (; o < e.length; ) {
    let t = ny(e, o);
    ly(e, o, t);
    let n = o + cy;
    if (e.charCodeAt(n) === Ph) {
      let r = n + 1;
      var d = sy + 1,
        f = !1;
      if (r < t) {
        var p = e.charCodeAt(r);
        p === X ? (r++, d++, (f = !0)) : p === Z && (f = !0);
      }
      for (var m = ``, h = !1, g = r; g < t; g++)
        if (e.charCodeAt(g) === Z) {
          h = !0;
          break;
        }
      if (h) {
        var _ = d;
        if (f && r < t && e.charCodeAt(r) === Z) {
          for (var v = 4 - (_ % 4), y = 0; y < v - 1; y++) m += ` `;
          (_ += v), r++;
        }
        for (var b = r; b < t; b++)
          if (e.charCodeAt(b) === Z) {
            for (var x = 4 - (_ % 4), S = 0; S < x; S++) m += ` `;
            _ += x;
          } else (m += e[b]), _++;
      } else m = e.slice(r, t);
      if (!(a || s)) {
        let n = m.match(/^\[!([A-Za-z]+)\]\s*$/);
        if (n) {
          (s = n[1].toUpperCase()), (o = ry(e, t));
          continue;
        }
      }
      a += `${m}
`;
      var C = m.trimStart();
      C.startsWith('```') || C.startsWith(`~~~`) ? (u = !u) : (m.startsWith(`    `) || m.startsWith(`	`)) && (u = !0),
        (l = C.length > 0),
        (o = ry(e, t));
    } else if (a && !uy(e, o, t) && l) {
      if (sy < 4) {
        var w = o + cy,
          T = w < t ? e.charCodeAt(w) : 0;
        if (
          T === Fh ||
          T === Ph ||
          T === Ah ||
          T === jh ||
          T === Hh ||
          ((T === Lh || T === Bh || T === Vh) && hy(e, o)) ||
          ((T === Lh || T === Bh || T === ug) && w + 1 < t && (e.charCodeAt(w + 1) === X || e.charCodeAt(w + 1) === Z))
        )
          break;
        if (T >= Cg && T <= wg) {
          for (var E = w; E < t && e.charCodeAt(E) >= Cg && e.charCodeAt(E) <= wg; ) E++;
          if (E < t && (e.charCodeAt(E) === og || e.charCodeAt(E) === hg)) break;
        }
      }
      if (u) break;
      (a += `${e.slice(o, t)}
`),
        (c = !0),
        (o = ry(e, t));
    } else break;
  }
  if (!(a || s)) return null;
  var { inBlockQuote: D, m: O } = n;
  (n.inBlockQuote = !0), c && (n.m = !0);
  var k = n.f;
  n.f = k || !dy(e, o, e.length);
  let A = Gb(a || ``, n, r);
  return (
    (n.f = k),
    (n.inBlockQuote = D),
    (n.m = O),
    { node: { type: Q.blockQuote, children: A, alert: s || void 0 }, end: o }
  );
}
function Cy(e, t, n) {
  for (var r = 0, i = t; i < n; i++) e.charCodeAt(i) === Z ? (r += 4 - (r % 4)) : r++;
  return r;
}
function wy(e, t, n) {
  if ((ly(e, t, n), sy > 3)) return null;
  var r = t + cy;
  if (r >= n) return null;
  var i = e.charCodeAt(r),
    a = sy,
    o = r,
    s = r;
  if (i === Lh || i === Bh || i === ug) {
    if (((o = r + 1), o < n && e.charCodeAt(o) !== X && e.charCodeAt(o) !== Z && e.charCodeAt(o) !== kh)) return null;
  } else if (i >= Cg && i <= wg) {
    for (; s < n && s - r < 9; ) {
      var c = e.charCodeAt(s);
      if (c < Cg || c > wg) break;
      s++;
    }
    if (s > r && s < n) {
      var l = e.charCodeAt(s);
      if (l === og || l === hg) {
        if (((o = s + 1), o < n && e.charCodeAt(o) !== X && e.charCodeAt(o) !== Z && e.charCodeAt(o) !== kh))
          return null;
      } else return null;
    } else return null;
  } else return null;
  var u = o,
    d = Cy(e, t, o),
    f = 0,
    p = u,
    m = d;
  if (u >= n)
    return {
      ordered: i >= Cg && i <= wg,
      marker: i >= Cg && i <= wg ? e[s] : e[r],
      start: i >= Cg && i <= wg ? Number.parseInt(e.slice(r, s), 10) : void 0,
      contentStart: u,
      contentCol: d + 1,
      markerCol: a,
      isEmpty: !0,
    };
  for (; p < n && (e.charCodeAt(p) === X || e.charCodeAt(p) === Z); ) {
    if (e.charCodeAt(p) === Z) {
      var h = 4 - (m % 4);
      m += h;
    } else m++;
    p++, f++;
  }
  var g = p >= n,
    _ = m - d;
  return (
    g || _ > 4 ? ((m = d + 1), (p = u + 1), (f = 1)) : f === 0 && ((m = d + 1), (p = u), (f = 1)),
    {
      ordered: i >= Cg && i <= wg,
      marker: i >= Cg && i <= wg ? e[s] : e[r],
      start: i >= Cg && i <= wg ? Number.parseInt(e.slice(r, s), 10) : void 0,
      contentStart: p,
      contentCol: m,
      markerCol: a,
      isEmpty: g,
    }
  );
}
var Ty = 0;
function Ey(e, t, n, r) {
  var i = 0,
    a = t;
  for (Ty = 0; a < n && i < r; ) {
    var o = e.charCodeAt(a);
    if (o === Z) {
      var s = 4 - (i % 4);
      if (i + s > r) {
        (Ty = i + s - r), a++, (i = r);
        break;
      }
      i += s;
    } else if (o === X) i++;
    else break;
    a++;
  }
  return a;
}
function Dy(e, t, n, r) {
  var i = ny(e, t),
    a = wy(e, t, i);
  if (!a) return null;
  var o = [],
    s = t,
    c = a.contentCol,
    l = ``,
    u = a.isEmpty,
    d = !1,
    f = !1;
  if (!a.isEmpty) {
    for (var p = !1, m = a.contentStart; m < i; m++)
      if (e.charCodeAt(m) === Z) {
        p = !0;
        break;
      }
    if (p) {
      var h = ``,
        g = Cy(e, t, a.contentStart),
        _ = g - a.contentCol;
      if (_ > 0) for (var v = 0; v < _; v++) h += ` `;
      for (var y = a.contentStart; y < i; y++)
        if (e.charCodeAt(y) === Z) {
          for (var b = 4 - (g % 4), x = 0; x < b; x++) h += ` `;
          g += b;
        } else (h += e[y]), g++;
      l = `${h}
`;
    } else
      l = `${e.slice(a.contentStart, i)}
`;
  }
  for (s = ry(e, i); s < e.length; ) {
    var S = ny(e, s);
    ly(e, s, S);
    var C = e.charCodeAt(s + cy);
    if (sy < c && (C === Lh || C === Bh || C === Vh) && sy <= 3 && hy(e, s)) break;
    var w = wy(e, s, S);
    if (w && w.ordered === a.ordered && w.marker === a.marker && w.markerCol < c)
      o.push({ contentCol: c, raw: l, hasBlankAfter: d, isEmpty: u }),
        d && (f = !0),
        (c = w.contentCol),
        (u = w.isEmpty),
        (d = !1),
        (l = w.isEmpty
          ? ``
          : `${e.slice(w.contentStart, S)}
`),
        (s = ry(e, S));
    else if (uy(e, s, S)) {
      var T = Ey(e, s, S, c);
      if (Ty > 0 || T < S) {
        for (var E = ``, D = 0; D < Ty; D++) E += ` `;
        l += `${E + e.slice(T, S)}
`;
      } else
        l += `
`;
      s = ry(e, S);
      for (var O = !1, k = 0; k < l.length; k++) {
        var A = l.charCodeAt(k);
        if (A !== kh && A !== Oh && A !== X && A !== Z) {
          O = !0;
          break;
        }
      }
      if (u && !O) {
        if (s < e.length) {
          var j = ny(e, s),
            M = wy(e, s, j);
          if (!M || M.ordered !== a.ordered || M.marker !== a.marker) break;
          d = !0;
        } else break;
      }
      if (s < e.length) {
        var N = ny(e, s);
        ly(e, s, N);
        var P = e.charCodeAt(s + cy);
        if ((P === Lh || P === Bh || P === Vh) && sy <= 3 && hy(e, s)) break;
        var F = wy(e, s, N);
        if (F && F.ordered === a.ordered && F.marker === a.marker && F.markerCol < c) {
          d = !0;
          continue;
        }
        if (!uy(e, s, N) && sy < c) break;
      }
    } else if (sy >= c) {
      var I = Ey(e, s, S, c);
      if (Ty > 0) {
        for (var L = ``, R = c, z = 0; z < Ty; z++) (L += ` `), R++;
        for (var B = I; B < S; B++)
          if (e.charCodeAt(B) === Z) {
            for (var V = 4 - (R % 4), ee = 0; ee < V; ee++) L += ` `;
            R += V;
          } else (L += e[B]), R++;
        l += `${L}
`;
      } else
        l += `${e.slice(I, S)}
`;
      s = ry(e, S);
    } else {
      for (var te = !1, ne = 0; ne < l.length; ne++) {
        var H = l.charCodeAt(ne);
        if (H !== kh && H !== Oh && H !== X && H !== Z) {
          te = !0;
          break;
        }
      }
      if (!d && te && !u) {
        var re = s + cy,
          ie = e.charCodeAt(re);
        if (
          !(
            ie === Fh ||
            ie === Ph ||
            ie === Hh ||
            ie === Ah ||
            ie === jh ||
            ((ie === Lh || ie === Bh || ie === Vh || ie === ug) && (hy(e, s) != null || wy(e, s, S) != null)) ||
            (ie >= Cg && ie <= wg && wy(e, s, S) != null)
          )
        ) {
          (l += `${e.slice(re, S)}
`),
            (s = ry(e, S));
          continue;
        }
      }
      break;
    }
  }
  if ((o.push({ contentCol: c, raw: l, hasBlankAfter: d, isEmpty: u }), o.length === 0)) return null;
  var ae = f;
  if (!ae)
    for (var oe = 0; oe < o.length; oe++) {
      if (o[oe].hasBlankAfter && oe < o.length - 1) {
        ae = !0;
        break;
      }
      if (!o[oe].isEmpty) {
        for (
          var se = o[oe].raw, ce = se.length, le = 0, ue = !1, de = !1, fe = !1, U = !1, pe = 0, me = 0, W = -1;
          le < ce;
        ) {
          var he = se.indexOf(
            `
`,
            le,
          );
          if ((he < 0 && (he = ce), U)) {
            ly(se, le, he);
            for (var ge = se.slice(le + cy, he), _e = 0; _e < ge.length && ge.charCodeAt(_e) === pe; ) _e++;
            _e >= me && ge.slice(_e).trim() === `` && (U = !1), (le = he < ce ? he + 1 : ce);
          } else if (uy(se, le, he)) W >= 0 ? (fe = !0) : ue && (de = !0), (le = he < ce ? he + 1 : ce);
          else {
            if ((ly(se, le, he), W >= 0)) {
              if (sy >= W) {
                le = he < ce ? he + 1 : ce;
                continue;
              }
              var ve = wy(se, le, he);
              if ((ve && ve.markerCol < W && ve.contentCol <= W) || ve) {
                le = he < ce ? he + 1 : ce;
                continue;
              }
              (W = -1), (fe &&= ((de = !0), !1));
            }
            var ye = se.slice(le + cy, he),
              be = ye.charCodeAt(0);
            if ((be === Ah || be === jh) && sy <= 3) {
              for (var xe = 0; xe < ye.length && ye.charCodeAt(xe) === be; ) xe++;
              if (xe >= 3) {
                if (de && ue) {
                  ae = !0;
                  break;
                }
                (U = !0), (pe = be), (me = xe), (ue = !0), (le = he < ce ? he + 1 : ce);
                continue;
              }
            }
            var Se = sy <= 3 ? wy(se, le, he) : null;
            if (Se && ue) {
              if (de) {
                ae = !0;
                break;
              }
              (W = Se.contentCol), (fe = !1), (le = he < ce ? he + 1 : ce), (ue = !0);
            } else {
              if (de) {
                ae = !0;
                break;
              }
              (ue = !0), (le = he < ce ? he + 1 : ce);
            }
          }
        }
        if (ae) break;
      }
    }
  for (var Ce = [], we = 0; we < o.length; we++) {
    for (var Te = o[we], Ee = Te.raw, De = Ee.length; De > 0 && Ee.charCodeAt(De - 1) === kh; ) De--;
    var Oe = De < Ee.length ? Ee.slice(0, De) : Ee,
      ke = null;
    if (Oe.length >= 3 && Oe.charCodeAt(0) === Mh) {
      var Ae = Oe[1];
      (Ae === ` ` || Ae === `x` || Ae === `X`) &&
        Oe.charCodeAt(2) === Wh &&
        ((ke = { type: Q.gfmTask, completed: Ae === `x` || Ae === `X` }), (Oe = Oe.slice(3)));
    }
    var je;
    if (Te.isEmpty && Oe.trim() === ``) je = [];
    else if (ae) {
      var Me = n.inList;
      n.inList = !0;
      var Ne = n.f;
      (n.f = Ne || we !== o.length - 1), (je = Gb(Oe, n, r)), (n.f = Ne), (n.inList = Me);
    } else {
      var Pe = n.inList;
      n.inList = !0;
      var Fe = n.f;
      if (
        ((n.f = Fe || we !== o.length - 1),
        (je = Gb(Oe, n, r)),
        (n.f = Fe),
        (n.inList = Pe),
        je.length === 1 && je[0].type === Q.paragraph)
      )
        je = je[0].children;
      else if (n.r) {
        var G = [];
        n.r.push({ src: je, dest: G, unwrap: !0 }), (je = G);
      } else {
        for (var Ie = [], Le = 0; Le < je.length; Le++)
          if (je[Le].type === Q.paragraph) for (var Re = je[Le].children, ze = 0; ze < Re.length; ze++) Ie.push(Re[ze]);
          else Ie.push(je[Le]);
        je = Ie;
      }
    }
    if (ke) {
      var Be = [ke, { type: Q.text, text: ` ` }];
      if (n.r) n.r.push({ src: je, dest: Be, unwrap: !1 });
      else for (var Ve = 0; Ve < je.length; Ve++) Be.push(je[Ve]);
      Ce.push(Be);
    } else Ce.push(je);
  }
  return {
    node: { type: a.ordered ? Q.orderedList : Q.unorderedList, start: a.ordered ? a.start : void 0, items: Ce },
    end: s,
  };
}
var Oy = new Set(
  `address.article.aside.base.basefont.blockquote.body.caption.center.col.colgroup.dd.details.dialog.dir.div.dl.dt.fieldset.figcaption.figure.footer.form.frame.frameset.h1.h2.h3.h4.h5.h6.head.header.hr.html.iframe.legend.li.link.main.menu.menuitem.nav.noframes.ol.optgroup.option.p.param.search.section.summary.table.tbody.td.tfoot.th.thead.title.tr.track.ul`.split(
    `.`,
  ),
);
function ky(e, t, n) {
  let r = {};
  var i = t.charCodeAt(0),
    a = i >= Tg && i <= Eg && !!R_(n.overrides, t, void 0);
  for (let [i, c] of Object.entries(e)) {
    let e = i.toLowerCase();
    if (e === `style` && typeof c == `string`) {
      let e = {},
        t = [],
        n = 0,
        a = 0;
      for (let e = 0; e < c.length; e++) {
        let r = c.charCodeAt(e);
        r === mg ? n++ : r === hg ? n-- : r === ig && n === 0 && (t.push(c.slice(a, e)), (a = e + 1));
      }
      a < c.length && t.push(c.slice(a));
      let o = !1;
      t.forEach((t) => {
        let n = t.indexOf(`:`);
        if (n === -1) return;
        let r = t.slice(0, n).trim(),
          i = t.slice(n + 1).trim();
        if (r && i) {
          if (/url\s*\(\s*(javascript|vbscript|data:(?!image\/))/i.test(i)) {
            o = !0;
            return;
          }
          let t = r.indexOf(`-`) === -1 ? r : r.replace(/-([a-z])/g, (e, t) => t.toUpperCase());
          e[t] = i;
        }
      }),
        !o && Object.keys(e).length > 0 && (r[i] = e);
    } else if ((e === `href` || e === `src`) && n?.sanitizer) {
      let a = n.sanitizer(c, t, e);
      a != null && (r[i] = a);
    } else if (c === ``) r[i] = !0;
    else if (a && c.length >= 2 && c.charCodeAt(0) === fg && c.charCodeAt(c.length - 1) === pg) {
      var o = c.slice(1, -1);
      if (o.length > 0) {
        var s = o.charCodeAt(0);
        if (s === Mh || s === fg)
          try {
            r[i] = JSON.parse(o);
            continue;
          } catch {}
      }
      if (o === `true`) {
        r[i] = !0;
        continue;
      }
      if (o === `false`) {
        r[i] = !1;
        continue;
      }
      if (n?.evalUnserializableExpressions)
        try {
          r[i] = (0, eval)(`(${o})`);
          continue;
        } catch {}
      r[i] = o;
    } else r[i] = c;
  }
  return r;
}
function Ay(e, t, n, r) {
  let i = t.length;
  for (var a = t.charAt(0), o = r - i, s = n; s <= o; ) {
    var c = e.indexOf(a, s);
    if (c === -1 || c > o) return -1;
    for (var l = !0, u = 1; u < i; u++) {
      var d = e.charCodeAt(c + u),
        f = t.charCodeAt(u);
      if ((d >= Tg && d <= Eg && (d += Ag), f >= Tg && f <= Eg && (f += Ag), d !== f)) {
        l = !1;
        break;
      }
    }
    if (l) return c;
    s = c + 1;
  }
  return -1;
}
function jy(e, t, n) {
  for (var r = 0; r < n.length; r++) {
    var i = e.charCodeAt(t + r);
    if ((i >= Tg && i <= Eg && (i += Ag), i !== n.charCodeAt(r))) return !1;
  }
  return !0;
}
function My(e, t, n) {
  for (
    var r = t.charAt(0), i = Math.min(n, e.length - t.length), a = i < 0 ? -1 : e.lastIndexOf(r, i);
    a !== -1 && !jy(e, a, t);
  )
    a = a === 0 ? -1 : e.lastIndexOf(r, a - 1);
  return a;
}
var Ny = null,
  Py = Object.create(null),
  Fy = null,
  Iy = 0;
function Ly() {
  (Ny = null), (Py = Object.create(null)), (Fy = null), (Iy = 0);
}
function Ry(e) {
  return e === Ph || e === X || e === Z || e === kh;
}
function zy(e) {
  for (var t = Object.create(null), n = e.indexOf(`</`); n !== -1; ) {
    for (var r = n + 2, i = e.charCodeAt(r); r < e.length && i !== sg && !Ry(i); ) i = e.charCodeAt(++r);
    (r === e.length || i !== sg) && (t[e.slice(n + 2, r).toLowerCase()] = n), (n = e.indexOf(`</`, r - 1));
  }
  return t;
}
var By = -1;
function Vy(e, t, n, r) {
  let i = n.toLowerCase(),
    a = `<${i}`,
    o = `</${i}`,
    s = 1,
    c = t;
  if (((By = -1), Ny === e)) {
    if (Fy !== null) {
      var l = Fy[i];
      if (l === void 0 || l < t) return -1;
    }
    var u = Py[i];
    if (u !== void 0) {
      if (t >= u.noCloseFrom && r <= u.noCloseEnd) return -1;
      if (r === u.failEnd) {
        var d = u.failStarts,
          f = Hy(d, t);
        if (f < d.length && d[f] === t) return -1;
      }
    }
  }
  for (var p = null, m = -1, h = -2, g = -2; c < r && s > 0; ) {
    if ((h !== -1 && h < c && (h = Ay(e, a, c, r)), g < c && (g = Ay(e, o, c, r)), g === -1)) {
      m = c;
      break;
    }
    if (h !== -1 && h < g) {
      let t = Lv(e, h);
      t
        ? (t.tag.toLowerCase() !== i || t.g || t.n || e_(t.tag) || (s++, p === null && (p = []), p.push(t.end)),
          (c = t.end))
        : (c = h + 1);
    } else {
      var _ = g + o.length;
      if (Ry(_ < e.length ? e.charCodeAt(_) : Ph)) {
        if ((s--, s === 0)) {
          By = g;
          let t = g + o.length;
          for (; t < e.length && e.charCodeAt(t) !== Ph; ) t++;
          return t + 1;
        }
        p === null && (p = []), p.push(-1);
      }
      c = g + 1;
    }
  }
  Ny !== e && (Ly(), (Ny = e)), (Iy += r - t), Fy === null && Iy >= e.length && (Fy = zy(e));
  var v = Py[i];
  v === void 0 && (v = Py[i] = { failEnd: -1, failStarts: [], noCloseEnd: -1, noCloseFrom: -1 }),
    m !== -1 && ((v.noCloseFrom = m), (v.noCloseEnd = r));
  var y = v.failStarts;
  if ((v.failEnd !== r && ((y.length = 0), (v.failEnd = r)), (y.length = Hy(y, t)), p === null)) return -1;
  for (var b = s, x = s, S = p.length - 1; S >= 0; S--) {
    var C = p[S] !== -1;
    b < x && (p[S] = -1), x < b && (b = x), (x += C ? -1 : 1);
  }
  for (S = 0; S < p.length; S++) p[S] !== -1 && y.push(p[S]);
  return -1;
}
function Hy(e, t) {
  for (var n = 0, r = e.length; n < r; ) {
    var i = (n + r) >> 1;
    e[i] < t ? (n = i + 1) : (r = i);
  }
  return n;
}
var Uy = null,
  Wy = null;
function Gy(e, t, n, r, i) {
  if (e !== null && e.s === t && n >= e.from && n <= e.at) return e;
  for (var a = t.indexOf(r, n); a !== -1; ) {
    if (((i.lastIndex = a), i.test(t))) return { at: a, from: n, s: t };
    a = t.indexOf(r, a + 1);
  }
  return { at: t.length, from: n, s: t };
}
function Ky(e, t, n) {
  for (var r = 0, i = t, a = e.charCodeAt(i); a === kh || a === X || a === Z; )
    a === kh && r++, (a = e.charCodeAt(++i));
  if (r < 2 || a !== Hh) return !1;
  if (e.slice(i, i + n.length).toLowerCase() !== n) return !0;
  var o = i + n.length;
  return !Ry(o < e.length ? e.charCodeAt(o) : Ph);
}
function qy(e, t) {
  var n = Lv(e, t);
  if (n === null) return !1;
  var r = n.tag.charCodeAt(0);
  return (r >= Tg && r <= Eg) || n.tag.includes(`-`);
}
function Jy(e, t, n, r) {
  if (r.ignoreHTMLBlocks || r.disableParsingRawHTML) return null;
  var i = ny(e, t);
  if ((ly(e, t, i), sy > 3 && !n.inHTML)) return null;
  var a = t + cy;
  if (e.charCodeAt(a) !== Hh) return null;
  var o = e.indexOf(`>`, a + 1);
  if (o !== -1 && o < i) {
    var s = e.slice(a + 1, o);
    if (/^[a-zA-Z][a-zA-Z0-9+.-]*:/.test(s) || /^[^\s@]+@[^\s@]+$/.test(s)) return null;
  }
  var c = Yy(e, a);
  if (c >= 1 && c <= 5) {
    var l = e.length;
    if (c === 1) {
      Wy = Gy(Wy, e, a, `</`, nv);
      var u = Wy.at;
      u < e.length && (l = ry(e, e.indexOf(`>`, u) + 1));
    } else {
      var d = c === 2 ? `-->` : c === 3 ? `?>` : c === 4 ? `>` : `]]>`,
        f = e.indexOf(d, a);
      f >= 0 && (l = ry(e, f + d.length));
    }
    var p = e.slice(a, l);
    if (c >= 2) return { node: { type: Q.htmlComment, text: zv(p), t: !1, raw: !0 }, end: l };
    var m = `div`,
      h = p.match(/^<\/?([a-zA-Z][a-zA-Z0-9-]*)/);
    h && (m = h[1]);
    var g = Lv(e, a),
      _ = {},
      v;
    g && !g.g && ((_ = ky(g.attrs, m, r)), (v = g.i + g.a));
    var y = [],
      b = Ay(p, `</${m.toLowerCase()}`, 0, p.length),
      x = ``,
      S,
      C,
      w;
    if (g?.g) {
      w = Fb(e, a, g.end, m);
      for (var T = p.slice(g.end - a); T.length > 0 && T.charCodeAt(T.length - 1) === kh; ) T = T.slice(0, -1);
      T && (C = zv(T));
    } else if (g && !g.g) {
      var E = g.end - a;
      if (b === -1) {
        for (var D = p; D.length > 0 && D.charCodeAt(D.length - 1) === kh; ) D = D.slice(0, -1);
        S = zv(D);
        var O = E;
        p.charCodeAt(O) === kh && (O += 1), (x = D.slice(O));
      } else {
        var k = E;
        p.charCodeAt(k) === kh && k++;
        for (var A = b; A > k; ) {
          var j = p.charCodeAt(A - 1);
          if (j !== X && j !== Z && j !== kh && j !== Oh) break;
          A--;
        }
        var M = p.slice(k, A);
        M && (C = zv(M));
        for (var N = p.slice(b); N.length > 0 && N.charCodeAt(N.length - 1) === kh; ) N = N.slice(0, -1);
        (w = zv(N)), (x = p.slice(E, b).trim());
      }
    }
    var P = g ? g.g : !1;
    return {
      node: {
        type: Q.htmlBlock,
        tag: m,
        attrs: _,
        a: v,
        children: y,
        e: C,
        j: w,
        k: S,
        h: void 0,
        text: x && zv(x),
        c: !0,
        b: P,
      },
      end: l,
    };
  }
  if (c === 6 || c === 7) {
    var F = ay(e, t),
      I = F < e.length ? F : e.length,
      L = e.slice(a, I),
      R = F < e.length ? ry(e, F) : e.length,
      z = Lv(e, a);
    if (z) {
      var B = z.tag,
        V = B.toLowerCase();
      if (z.g) {
        var ee = e.slice(z.end, I),
          te = { keepingChildren: void 0 },
          ne = ee ? zv(ee, void 0, te) : void 0;
        return {
          node: {
            type: Q.htmlBlock,
            tag: B,
            attrs: {},
            children: [],
            j: Fb(e, a, z.end, B),
            e: ne,
            h: te.keepingChildren,
            text: ne || ``,
            c: !0,
            b: !0,
          },
          end: R,
        };
      }
      if (z.n || e_(B))
        return {
          node: {
            type: Q.htmlBlock,
            tag: B,
            attrs: ky(z.attrs, B, r),
            a: z.i + z.a,
            children: [],
            h: void 0,
            text: ``,
            c: !1,
            b: !1,
          },
          end: z.end < e.length && e.charCodeAt(z.end) === kh ? z.end + 1 : z.end,
        };
      var H = n.d || 0,
        re = e.slice(a, I),
        ie = -1,
        ae = -1,
        oe = !1;
      if (H < 10) {
        for (
          var se = `</${V}`, ce = z.end - a, le = 1, ue = ce, de = -2, fe = -2;
          ue < re.length &&
          le > 0 &&
          (de !== -1 && de < ue && (de = Ay(re, `<${V}`, ue, re.length)),
          fe < ue && (fe = Ay(re, se, ue, re.length)),
          fe !== -1);
        )
          if (de !== -1 && de < fe) {
            var U = de + V.length + 1;
            if (U < re.length) {
              var pe = re.charCodeAt(U);
              (pe === X || pe === Z || pe === kh || pe === Ph || pe === sg) && le++;
            }
            ue = de + 1;
          } else {
            var me = fe + se.length;
            if (me < re.length) {
              if (Ry(re.charCodeAt(me)) && (le--, le === 0)) {
                ie = fe;
                for (var W = me; W < re.length && re.charCodeAt(W) !== Ph; ) W++;
                ae = W + 1;
                break;
              }
            } else if ((le--, le === 0)) {
              (ie = fe), (ae = re.length);
              break;
            }
            ue = fe + 1;
          }
        if (ie === -1 && !z.g && (c === 6 || z.y) && !Ky(e, z.end, se)) {
          Uy = Gy(Uy, e, z.end, `<`, tv);
          var he = Vy(e, z.end, V, Uy.at);
          if (he !== -1) {
            var ge = By;
            if (ge > ay(e, z.end)) {
              var _e = ny(e, he);
              (I = _e),
                (R = ry(e, _e)),
                (re = e.slice(a, I)),
                (L = e.slice(a, I)),
                (ie = ge - a),
                (ae = he - a),
                (oe = !0);
            }
          }
        }
      }
      var ve =
          z.a.indexOf(`
`) !== -1 ||
          z.i.indexOf(`
`) !== -1,
        ye = !1;
      ie !== -1 && (ye = re.slice(ae).trim().length === 0);
      var be = !1,
        xe = I,
        Se = R;
      if (ie !== -1) {
        var Ce = a + ae,
          we = ny(e, Ce - 1);
        if (Ce < we) {
          for (var Te = Ce; Te < we && (e.charCodeAt(Te) === X || e.charCodeAt(Te) === Z); ) Te++;
          if (Te < we && e.charCodeAt(Te) === Hh) {
            var Ee = Lv(e, Te);
            Ee && !Ee.g && ((be = !0), (xe = Ce), (Se = Ce), (ye = !0));
          }
        }
        if (!be) {
          var De = ry(e, we);
          if (De < I) {
            for (var Oe = De; Oe < I && (e.charCodeAt(Oe) === X || e.charCodeAt(Oe) === Z); ) Oe++;
            Oe < I && e.charCodeAt(Oe) === Hh && Lv(e, Oe) && ((be = !0), (xe = we), (Se = De), (ye = !0));
          }
        }
        !be && n.inHTML && ((be = !0), (xe = we), (Se = ry(e, we)), (ye = e.slice(Ce, we).trim().length === 0));
      }
      var ke = [],
        Ae = ``;
      if (ie !== -1) {
        Ae = re.slice(z.end - a, ie);
        var je = Ae.trim();
        if (je) {
          var { inline: Me, inHTML: Ne, d: Pe } = n;
          if (((n.inHTML = !0), (n.d = H + 1), V === `p`)) (n.inline = !0), (ke = tb(je, !1, n, r));
          else {
            var Fe =
                Ae.indexOf(`

`) !== -1,
              G = lv(r).test(je),
              Ie = uv.test(je),
              Le = Fe || G || (n.inHTML && Ie);
            Ae.length >= 2 && Ae.charCodeAt(0) === kh && Ae.charCodeAt(Ae.length - 1) === kh && !Fe && !G && !Ie
              ? (ke = [{ type: Q.text, text: je }])
              : Le || Ie
                ? ((n.inline = !1), (ke = Gb(Ae, n, r)))
                : ((n.inline = !0), (ke = tb(je, !1, n, r)));
          }
          (n.inline = Me), (n.inHTML = Ne), (n.d = Pe);
        }
      }
      var Re = !1;
      if (c === 6 && ie !== -1 && !n.inHTML && !ve) {
        var ze = /<[a-zA-Z][^>]*>/.test(Ae),
          Be =
            Ae.indexOf(`

`) !== -1 || lv(r).test(Ae);
        ze && !Be && (Re = !0);
      }
      if (!oe && (n.inHTML || c === 7 || ve || !ye || Re)) {
        var Ve,
          He,
          Ue = !1;
        if (ie !== -1 && be) {
          var We = !1;
          if (n.inHTML && ae < re.length) {
            for (var Ge = ae; Ge < re.length && re.charCodeAt(Ge) !== kh; ) Ge++;
            var Ke = re.slice(ae, Ge).trim();
            We = Ke.length > 1 && Ke.charCodeAt(0) === Hh && Ke.charCodeAt(1) !== sg;
          }
          (He = We ? re.slice(z.end - a) : Ae), (Ue = !0);
        } else
          (c === 7 || n.inHTML) && ie !== -1
            ? ((He = re.slice(z.end - a)), He.charCodeAt(0) === kh && (He = He.slice(1)))
            : be
              ? (Ve = e.slice(a, xe))
              : ve
                ? (Ve = L)
                : ((He = re.slice(z.end - a)), He.charCodeAt(0) === kh && (He = He.slice(1)));
        var qe = Ve !== void 0,
          Je = He || ``;
        Ve !== void 0 && (Je = Ve);
        var Ye = { keepingChildren: void 0 },
          Xe = zv(Je, void 0, Ye),
          Ze = Ae;
        ie === -1 && (Ze = re.slice(z.end - a)), !(ie !== -1 && be) && Ze.charCodeAt(0) === kh && (Ze = Ze.slice(1));
        var Qe = Xe;
        Ze !== Je && (Qe = zv(Ze));
        var $e = {
          type: Q.htmlBlock,
          tag: B,
          attrs: ky(z.attrs, B, r),
          a: z.i + z.a,
          children: ke,
          e: qe ? void 0 : Xe,
          k: qe ? Xe : void 0,
          h: Ye.keepingChildren,
          text: Qe,
          c: !0,
          b: !1,
        };
        return (Ue && ($e.C = !0), { node: $e, end: Se });
      }
      var et = zv(Ae);
      return {
        node: {
          type: Q.htmlBlock,
          tag: B,
          attrs: ky(z.attrs, B, r),
          a: z.i + z.a,
          children: ke,
          e: oe ? void 0 : et,
          h: void 0,
          text: et,
          c: !1,
          b: !1,
        },
        end: Se,
      };
    }
    var tt = L.match(/^<(\/?)([a-zA-Z][a-zA-Z0-9-]*)/),
      nt = tt ? tt[2] : `div`,
      rt = tt ? tt[1] === `/` : !1,
      it,
      at,
      ot,
      st = { keepingChildren: void 0 },
      ct = ``;
    if (rt) {
      var lt = L.indexOf(`>`);
      lt === -1 ? (it = L) : ((it = L.slice(0, lt + 1)), (ct = L.slice(lt + 1)), ct && (at = zv(ct, void 0, st)));
    } else ot = zv(L, void 0, st);
    return {
      node: {
        type: Q.htmlBlock,
        tag: nt,
        attrs: {},
        children: [],
        e: at,
        j: it,
        k: ot,
        h: st.keepingChildren,
        text: ot || at || ``,
        c: !0,
        b: rt,
      },
      end: R,
    };
  }
  var ut = Lv(e, a);
  if (!ut) return null;
  var dt = ut.tag,
    K = dt.toLowerCase(),
    ft = dt.charCodeAt(0),
    pt = ft >= Tg && ft <= Eg;
  if (!(pt || Oy.has(K) || $_.has(K) || K.includes(`-`))) return null;
  if (ut.g)
    return { node: { type: Q.htmlSelfClosing, tag: dt, attrs: {}, j: Fb(e, a, ut.end, dt), b: !0 }, end: ut.end };
  var mt = Vy(e, ut.end, dt, e.length),
    ht = [];
  if (mt !== -1) {
    var gt = By,
      _t = e.slice(ut.end, gt),
      vt = _t.trim();
    if (vt) {
      var yt =
          _t.indexOf(`

`) !== -1,
        bt = lv(r).test(vt),
        xt = uv.test(vt),
        { inline: St, inHTML: q, d: Ct } = n;
      (n.inHTML = !0),
        (n.d = (n.d || 0) + 1),
        yt || bt || xt ? ((n.inline = !1), (ht = Gb(_t, n, r))) : ((n.inline = !0), (ht = tb(vt, !1, n, r))),
        (n.inline = St),
        (n.inHTML = q),
        (n.d = Ct);
    }
    var wt = ny(e, mt),
      Tt = e.slice(mt, wt).trim() ? mt : ry(e, mt),
      Et = pt ? e.slice(a, mt) : e.slice(a, Tt),
      Dt = { keepingChildren: void 0 },
      Ot = zv(Et, void 0, Dt);
    return {
      node: {
        type: Q.htmlBlock,
        tag: dt,
        attrs: ky(ut.attrs, dt, r),
        a: ut.i + ut.a,
        children: ht,
        k: Ot,
        h: Dt.keepingChildren,
        text: zv(_t),
        c: !0,
        b: !1,
      },
      end: Tt,
    };
  }
  var kt = ay(e, ut.end),
    At = kt < e.length ? ry(e, kt) : kt,
    jt = e.slice(ut.end, kt);
  if (jt.trim()) {
    var { inline: Mt, inHTML: Nt, d: Pt } = n;
    (n.inline = !1),
      (n.inHTML = !0),
      (n.d = (n.d || 0) + 1),
      (ht = Gb(jt, n, r)),
      (n.inline = Mt),
      (n.inHTML = Nt),
      (n.d = Pt);
  }
  var Ft = { keepingChildren: void 0 },
    It = zv(e.slice(ut.end, kt), void 0, Ft);
  return {
    node: {
      type: Q.htmlBlock,
      tag: dt,
      attrs: ky(ut.attrs, dt, r),
      a: ut.i + ut.a,
      children: ht,
      e: It,
      h: Ft.keepingChildren,
      text: It,
      c: !0,
      b: !1,
    },
    end: At,
  };
}
function Yy(e, t) {
  if (e.charCodeAt(t) !== Hh) return 0;
  var n = t + 1,
    r = e.length;
  if (e.charCodeAt(n) === Gh && e.charCodeAt(n + 1) === Lh && e.charCodeAt(n + 2) === Lh) return 2;
  if (e.charCodeAt(n) === ag) return 3;
  if (e.charCodeAt(n) === Gh) {
    var i = e.charCodeAt(n + 1);
    if (i >= Tg && i <= Eg) return 4;
    if (e.slice(n + 1, n + 8) === `[CDATA[`) return 5;
  }
  for (var a = e.charCodeAt(n) === sg, o = a ? n + 1 : n, s = o; s < r; ) {
    var c = e.charCodeAt(s);
    if ((c >= Tg && c <= Eg) || (c >= Dg && c <= Og) || (c >= Cg && c <= wg) || c === Lh) s++;
    else break;
  }
  if (s === o) return 0;
  var l = e.slice(o, s);
  if ($_.has(l.toLowerCase())) {
    if (a) return 0;
    var u = e.charCodeAt(s);
    return +(u === X || u === Z || u === Ph || u === kh || s >= r);
  }
  if (Oy.has(l.toLowerCase())) {
    if (a) {
      for (var d = s; d < r && (e.charCodeAt(d) === X || e.charCodeAt(d) === Z); ) d++;
      return d < r && e.charCodeAt(d) === Ph ? 6 : 0;
    }
    var f = s < r ? e.charCodeAt(s) : -1;
    return f === X || f === Z || f === Ph || f === kh || f === sg || f === -1 ? 6 : 0;
  }
  if (a) {
    for (var p = s; p < r && (e.charCodeAt(p) === X || e.charCodeAt(p) === Z); ) p++;
    if (p < r && e.charCodeAt(p) === Ph) {
      var m = ny(e, t);
      if (e.slice(p + 1, m).trim() === ``) return 7;
    }
  } else {
    var h = ny(e, t),
      g = Lv(e, t);
    if (g && g.end <= h && e.slice(g.end, h).trim() === ``) return 7;
  }
  return 0;
}
function Xy(e, t, n) {
  for (var r = 0, i = e.length; r < i && (e.charCodeAt(r) === X || e.charCodeAt(r) === Z || e.charCodeAt(r) === Sg); )
    r++;
  for (; i > r && (e.charCodeAt(i - 1) === X || e.charCodeAt(i - 1) === Z); ) i--;
  r < i && e.charCodeAt(r) === dg && r++,
    i > r && e.charCodeAt(i - 1) === dg && (i - 2 < r || e.charCodeAt(i - 2) !== zh) && i--;
  for (var a = [], o = r, s = !1, c = [], l = r; l < i; ) {
    var u = e.charCodeAt(l);
    if (u === zh && l + 1 < i)
      e.charCodeAt(l + 1) === dg
        ? (s || ((s = !0), (c = [])), c.push(e.slice(o, l)), c.push(`|`), (l += 2), (o = l))
        : (l += 2);
    else if (u === Ah) {
      for (var d = 0; l < i && e.charCodeAt(l) === Ah; ) d++, l++;
      for (var f = !1; l < i && !f; ) {
        for (var p = 0; l < i && e.charCodeAt(l) === Ah; ) p++, l++;
        p === d ? (f = !0) : p === 0 && l++;
      }
    } else if (u === dg) {
      var m = s ? (c.push(e.slice(o, l)), c.join(``)) : e.slice(o, l);
      a.push(m.trim()), l++, (o = l), (s = !1), (c = []);
    } else l++;
  }
  var h = s ? (c.push(e.slice(o, i)), c.join(``)) : e.slice(o, i);
  return (
    a.push(h.trim()),
    a.map((e) => {
      var r = e.indexOf(`\\|`) === -1 ? e : e.replace(/\\[\s\S]/g, (e) => (e === `\\|` ? `|` : e));
      return r ? tb(r, !1, t, n) : [];
    })
  );
}
function Zy(e, t, n, r) {
  let i = ny(e, t);
  var a = e.indexOf(`|`, t);
  if (a < 0 || a >= i) return null;
  let o = ry(e, i);
  if (o >= e.length) return null;
  let s = ny(e, o);
  if (!hv(e, o, s)) return null;
  let c = e.slice(t, i),
    l = e.slice(o, s);
  for (var u = [], d = 0, f = l.length; d < f && (l.charCodeAt(d) === X || l.charCodeAt(d) === Z); ) d++;
  for (d < f && l.charCodeAt(d) === dg && d++; d < f; ) {
    for (; d < f && (l.charCodeAt(d) === X || l.charCodeAt(d) === Z); ) d++;
    if (d >= f || l.charCodeAt(d) === dg) break;
    var p = l.charCodeAt(d) === qh;
    for (p && d++; d < f && l.charCodeAt(d) === Lh; ) d++;
    var m = d < f && l.charCodeAt(d) === qh;
    for (
      m && d++, u.push(p && m ? `center` : m ? `right` : p ? `left` : null);
      d < f && (l.charCodeAt(d) === X || l.charCodeAt(d) === Z);
    )
      d++;
    d < f && l.charCodeAt(d) === dg && d++;
  }
  let h = Xy(c, n, r);
  if (u.length !== h.length) return null;
  let g = [],
    _ = ry(e, s);
  for (; _ < e.length; ) {
    let t = ny(e, _),
      i = e.slice(_, t);
    if (uy(e, _, t)) break;
    if ((ly(e, _, t), sy < 4)) {
      var v = e.charCodeAt(_ + cy);
      if (v === Ph || v === Fh || ((v === Lh || v === Bh || v === Vh) && hy(e, _))) break;
      if (v === Ah || v === jh) {
        for (var y = _ + cy, b = 0; y < t && e.charCodeAt(y) === v; ) b++, y++;
        if (b >= 3) break;
      }
    }
    g.push(Xy(i, n, r)), (_ = ry(e, t));
  }
  if (r.optimizeForStreaming && g.length === 0) return null;
  for (var x = h.length, S = 0; S < g.length; S++)
    if (g[S].length < x) for (; g[S].length < x; ) g[S].push([]);
    else g[S].length > x && (g[S].length = x);
  return { node: { type: Q.table, header: h, cells: g, align: u }, end: _ };
}
function Qy(e, t, n) {
  if ((ly(e, t, ny(e, t)), sy > 3)) return null;
  var r = t + cy;
  if (e.charCodeAt(r) !== Mh) return null;
  if (r + 1 < e.length && e.charCodeAt(r + 1) === Nh) return $y(e, r, n) || null;
  n.refs ||= Object.create(null);
  var i = Uv(e, r, n.refs);
  return i === null ? null : { node: { type: Q.refCollection }, end: i };
}
function $y(e, t, n) {
  var r = e.length;
  if (e.charCodeAt(t) !== Mh || t + 1 >= r || e.charCodeAt(t + 1) !== Nh) return null;
  for (var i = t + 2, a = i; i < r && e.charCodeAt(i) !== Wh; ) {
    if (e.charCodeAt(i) === kh) return null;
    i++;
  }
  if (i >= r) return null;
  var o = `^${e.slice(a, i)}`.toLowerCase();
  if ((i++, i >= r || e.charCodeAt(i) !== qh)) return null;
  for (i++; i < r && (e.charCodeAt(i) === X || e.charCodeAt(i) === Z); ) i++;
  if (i < r && e.charCodeAt(i) === kh) {
    for (i++; e.charCodeAt(i) === Sg; ) i++;
    for (; i < r && (e.charCodeAt(i) === X || e.charCodeAt(i) === Z); ) i++;
  }
  var s = e.indexOf(
    `
`,
    i,
  );
  s < 0 && (s = r);
  for (var c = e.slice(i, s).trim(), l = s < r ? s + 1 : r; l < r; ) {
    var u = ny(e, l);
    if ((ly(e, l, u), sy >= 2 && !uy(e, l, u)))
      (c += `
${e.slice(l, u)}`),
        (l = ry(e, u));
    else if (uy(e, l, u)) {
      var d = ry(e, u);
      if (d < r && (ly(e, d, ny(e, d)), sy >= 2)) {
        (c += `
`),
          (l = ry(e, u));
        continue;
      }
      break;
    } else break;
  }
  var f = n.refs;
  return (f && !f[o] && (f[o] = { target: c, title: void 0 }), { node: { type: Q.footnote }, end: l });
}
function eb(e, t, n, r) {
  let i = t,
    a = 0,
    o = 0,
    s = -1;
  for (; i < e.length; ) {
    let t = s >= 0 ? s : ny(e, i);
    if (((s = -1), uy(e, i, t))) break;
    if ((ly(e, i, t), sy < 4 && o > 0 && !n.m)) {
      let n = e.charCodeAt(i + cy);
      if (n === Rh || n === Lh) {
        let r = i + cy;
        for (; r < t && e.charCodeAt(r) === n; ) r++;
        for (; r < t && (e.charCodeAt(r) === X || e.charCodeAt(r) === Z); ) r++;
        if (r >= t) {
          (a = n === Rh ? 1 : 2), (i = ry(e, t));
          break;
        }
      }
    }
    o = t;
    let x = ry(e, t);
    if (x < e.length) {
      if (e.charCodeAt(x) === Sg) {
        var c = ny(e, x);
        (i = ry(e, c)), (o = c);
        continue;
      }
      let t = ny(e, x);
      if (((s = t), ly(e, x, t), sy < 4)) {
        let a = e.charCodeAt(x + cy);
        if (a === Ph) {
          i = x;
          break;
        }
        if (a === Fh) {
          for (var l = x + cy, u = 0; l < t && e.charCodeAt(l) === Fh && u <= 6; ) u++, l++;
          if (
            u >= 1 &&
            u <= 6 &&
            (r.enforceAtxHeadings === !1 || l >= t || e.charCodeAt(l) === X || e.charCodeAt(l) === Z)
          ) {
            i = x;
            break;
          }
        }
        if (a === Ah || a === jh) {
          for (var d = x + cy, f = 0; d < t && e.charCodeAt(d) === a; ) f++, d++;
          if (f >= 3) {
            i = x;
            break;
          }
        }
        if (a === Hh) {
          var p = x + cy + 1,
            m = p < t ? e.charCodeAt(p) : 0,
            h = m === Gh || m === ag;
          if (!h && m === sg) {
            for (
              var g = p + 1, _ = g;
              _ < t &&
              ((e.charCodeAt(_) >= Tg && e.charCodeAt(_) <= Eg) ||
                (e.charCodeAt(_) >= Dg && e.charCodeAt(_) <= Og) ||
                (e.charCodeAt(_) >= Cg && e.charCodeAt(_) <= wg) ||
                e.charCodeAt(_) === Lh);
            )
              _++;
            _ > g && (h = Oy.has(e.slice(g, _).toLowerCase()));
          } else if (!h) {
            for (
              var v = p;
              v < t &&
              ((e.charCodeAt(v) >= Tg && e.charCodeAt(v) <= Eg) ||
                (e.charCodeAt(v) >= Dg && e.charCodeAt(v) <= Og) ||
                (e.charCodeAt(v) >= Cg && e.charCodeAt(v) <= wg) ||
                e.charCodeAt(v) === Lh);
            )
              v++;
            if (v > p) {
              var y = e.slice(p, v).toLowerCase();
              h = Oy.has(y) || $_.has(y);
            }
          }
          if (h && Jy(e, x, n, r)) {
            i = x;
            break;
          }
        }
        if (a === Lh || a === Bh || a === ug) {
          let n = x + cy + 1;
          if (n < t && (e.charCodeAt(n) === X || e.charCodeAt(n) === Z) && iy(e, n, t) < t && !hy(e, x)) {
            i = x;
            break;
          }
        }
        if (a >= Cg && a <= wg) {
          let n = x + cy;
          for (; n < t && e.charCodeAt(n) >= Cg && e.charCodeAt(n) <= wg; ) n++;
          if (
            n < t &&
            (e.charCodeAt(n) === og || e.charCodeAt(n) === hg) &&
            n - (x + cy) === 1 &&
            e.charCodeAt(x + cy) === 49
          ) {
            var b = n + 1;
            if (b < t && (e.charCodeAt(b) === X || e.charCodeAt(b) === Z) && iy(e, b, t) < t) {
              i = x;
              break;
            }
          }
        }
        if (a === dg) {
          let n = ry(e, t);
          if (n < e.length && hv(e, n, ny(e, n))) {
            i = x;
            break;
          }
        }
        if ((a === Lh || a === Bh || a === Vh) && hy(e, x)) {
          if (a !== Lh) {
            i = x;
            break;
          }
          let n = 0,
            r = x + cy;
          for (; r < t && e.charCodeAt(r) === Lh; ) n++, r++;
          for (; r < t && (e.charCodeAt(r) === X || e.charCodeAt(r) === Z); ) r++;
          if (r < t) {
            i = x;
            break;
          }
        }
      }
    }
    i = ry(e, t);
  }
  for (
    var x = a ? o : i;
    x > t &&
    (e.charCodeAt(x - 1) === kh ||
      e.charCodeAt(x - 1) === Oh ||
      e.charCodeAt(x - 1) === X ||
      e.charCodeAt(x - 1) === Z);
  )
    x--;
  for (var S = t; S < x && (e.charCodeAt(S) === X || e.charCodeAt(S) === Z); ) S++;
  if (S >= x) return null;
  for (var C = !1, w = S; w < x; w++)
    if (e.charCodeAt(w) === Sg) {
      C = !0;
      break;
    }
  var T = C ? e.slice(S, x).replace(/\u001E/g, ``) : e.slice(S, x);
  if (!T) return null;
  let E = tb(T, !0, n, r);
  return a
    ? { node: { type: Q.heading, level: a, children: E, id: `` }, end: i }
    : { node: { type: Q.paragraph, children: E }, end: i };
}
function tb(e, t, n, r) {
  var i = n.o;
  if (!i) {
    var a = n.l;
    n.l = t;
    var o = Ub(e, 0, e.length, n, r);
    return ((n.l = a), o);
  }
  var s = [];
  return (
    i.push({
      dest: s,
      text: e,
      breaks: t,
      inline: n.inline,
      inAnchor: n.inAnchor,
      inHTML: n.inHTML,
      htmlDepth: n.d,
      inList: n.inList,
      inBlockQuote: n.inBlockQuote,
      noSetext: n.m,
      depth: n.p,
      notAtEdge: n.f,
    }),
    s
  );
}
function nb(e, t, n) {
  if (e.charCodeAt(t) !== Ah) return null;
  let r = oy(e, t, n, 96),
    i = t + r;
  for (; i < n; ) {
    let a = e.indexOf('`', i);
    if (a < 0 || a >= n) return null;
    let o = oy(e, a, n, 96);
    if (o === r) {
      let n = e.slice(t + r, a);
      return (
        n.indexOf(`
`) !== -1 && (n = n.replace(/\n/g, ` `)),
        n.length > 0 && n[0] === ` ` && n.at(-1) === ` ` && n.trim().length > 0 && (n = n.slice(1, -1)),
        { node: { type: Q.codeInline, text: n }, end: a + o }
      );
    }
    i = a + o;
  }
  return null;
}
function rb(e, t, n) {
  if (e.charCodeAt(t) !== Ah) return t;
  let r = oy(e, t, n, 96),
    i = t + r;
  for (; i < n; ) {
    let a = e.indexOf('`', i);
    if (a < 0 || a >= n) return t;
    let o = oy(e, a, n, 96);
    if (o === r) return a + o;
    i = a + o;
  }
  return t;
}
var ib = 1048576,
  ab = ib;
function ob(e, t, n) {
  if (e.charCodeAt(t) !== Hh || ab <= 0) return t;
  if (t + 1 < n && e.charCodeAt(t + 1) === sg) {
    let r = t + 2;
    for (; r < n && e.charCodeAt(r) !== Ph; ) r++;
    return r < n ? r + 1 : ((ab -= r - t), t);
  }
  if (t + 3 < n && e.charCodeAt(t + 1) === Gh && e.charCodeAt(t + 2) === Lh && e.charCodeAt(t + 3) === Lh) {
    let n = Rb(e, `-->`, t + 4);
    return n < 0 ? t : n + 3;
  }
  let r = t + 1,
    i = r;
  for (; r < n; ) {
    let t = e.charCodeAt(r);
    if ((t >= Tg && t <= Eg) || (t >= Dg && t <= Og) || (t >= Cg && t <= wg) || t === Lh) r++;
    else break;
  }
  if (r === i) return t;
  let a = e.slice(i, r).toLowerCase(),
    o = !1;
  for (; r < n; ) {
    let i = e.charCodeAt(r);
    if (i === Ph) {
      r++;
      break;
    }
    if (i === sg && r + 1 < n && e.charCodeAt(r + 1) === Ph) {
      (r += 2), (o = !0);
      break;
    }
    if (i === lg || i === cg) {
      var s = i;
      for (r++; r < n && e.charCodeAt(r) !== s; ) r++;
      r < n && r++;
    } else {
      if (i === kh) return ((ab -= r - t), t);
      r++;
    }
  }
  if (o || e_(a)) return r;
  let c = 1;
  for (; r < n && c > 0; )
    if (e.charCodeAt(r) === Hh) {
      if (r + 1 < n && e.charCodeAt(r + 1) === sg) {
        let t = r + 2,
          i = t;
        for (
          ;
          i < n &&
          ((e.charCodeAt(i) >= Tg && e.charCodeAt(i) <= Eg) || (e.charCodeAt(i) >= Dg && e.charCodeAt(i) <= Og));
        )
          i++;
        if (e.slice(t, i).toLowerCase() === a) {
          for (; i < n && e.charCodeAt(i) !== Ph; ) i++;
          if ((i < n && i++, c--, c === 0)) return i;
        }
        r = i;
      } else {
        let t = r + 1,
          i = t;
        for (
          ;
          i < n &&
          ((e.charCodeAt(i) >= Tg && e.charCodeAt(i) <= Eg) || (e.charCodeAt(i) >= Dg && e.charCodeAt(i) <= Og));
        )
          i++;
        e.slice(t, i).toLowerCase() === a && c++, r++;
      }
    } else r++;
  return r;
}
function sb(e, t, n, r, i) {
  if (e.charCodeAt(t) !== jh || t + 1 >= n || e.charCodeAt(t + 1) !== jh) return null;
  let a = t + 2;
  for (; a + 1 < n; ) {
    let o = e.charCodeAt(a);
    if (o === Ah) {
      let t = rb(e, a, n);
      if (t > a) {
        a = t;
        continue;
      }
    }
    if (o === jh && e.charCodeAt(a + 1) === jh) {
      let n = e.slice(t + 2, a),
        o = Ub(n, 0, n.length, r, i);
      return { node: { type: Q.textFormatted, tag: `del`, children: o }, end: a + 2 };
    }
    o === zh && a + 1 < n && a++, a++;
  }
  return null;
}
function cb(e, t, n, r, i) {
  if (e.charCodeAt(t) !== Rh || t + 1 >= n || e.charCodeAt(t + 1) !== Rh) return null;
  let a = t + 2;
  for (; a + 1 < n; ) {
    let o = e.charCodeAt(a);
    if (o === Ah) {
      let t = rb(e, a, n);
      if (t > a) {
        a = t;
        continue;
      }
    }
    if (o === Rh && e.charCodeAt(a + 1) === Rh && a > t + 2) {
      let n = e.slice(t + 2, a),
        o = Ub(n, 0, n.length, r, i);
      return { node: { type: Q.textFormatted, tag: `mark`, children: o }, end: a + 2 };
    }
    o === zh && a + 1 < n && a++, a++;
  }
  return null;
}
function lb(e, t, n) {
  return e < kg ? !!(Jv(e) & r_) : u_.test(t[n]);
}
function ub(e, t, n) {
  return e < kg ? !!(Jv(e) & t_) : d_.test(t[n]);
}
function db(e, t, n) {
  var r = e.charCodeAt(t);
  if (r !== Bh && r !== Vh) return null;
  var i = oy(e, t, n, r);
  if (i === 0) return null;
  var a = t > 0 ? e.charCodeAt(t - 1) : 32,
    o = t + i < n ? e.charCodeAt(t + i) : 32,
    s = ub(a, e, t - 1),
    c = ub(o, e, t + i),
    l = t > 0 && lb(a, e, t - 1),
    u = t + i < n && lb(o, e, t + i),
    d = !c && (!u || s || l),
    f = !s && (!l || c || u),
    p,
    m;
  return (
    r === Bh ? ((p = d), (m = f)) : ((p = d && (!f || l)), (m = f && (!d || u))), { len: i, canOpen: p, canClose: m }
  );
}
function fb(e, t, n, r, i) {
  if (t.length !== 0) {
    for (var a = e.length, o = Array(a), s = null, c = null, l = 0; l < a; l++) {
      var u = { node: e[l], prev: c, next: null };
      c ? (c.next = u) : (s = u), (o[l] = u), (c = u);
    }
    for (var d = Array(t.length), f = 0; f < t.length; f++) d[f] = o[t[f].idx];
    for (var p = [], m = 0; m < 12; m++) p[m] = -1;
    for (var h = 0; h < t.length; ) {
      var g = t[h];
      if (!(g.active && g.canClose)) h++;
      else {
        for (
          var _ = (g.ch === Bh ? 0 : 1) * 6 + (g.len % 3) * 2 + +!!g.canOpen,
            v = p[_] === void 0 ? -1 : p[_],
            y = -1,
            b = h - 1;
          b > v;
          b--
        ) {
          var x = t[b];
          if (
            x.active &&
            x.ch === g.ch &&
            x.canOpen &&
            ((!g.canOpen && !x.canClose) || (x.len + g.len) % 3 != 0 || x.len % 3 == 0)
          ) {
            y = b;
            break;
          }
        }
        if (y < 0) (p[_] = h - 1), !g.canOpen && (g.active = !1), h++;
        else {
          var S = t[y],
            C = S.len >= 2 && g.len >= 2,
            w = C ? 2 : 1;
          (S.len -= w), (g.len -= w);
          var T = d[y],
            E = d[h],
            D = T.node,
            O = E.node;
          (D.text = D.text.slice(0, D.text.length - w)), (O.text = O.text.slice(w));
          for (var k = [], A = T.next; A && A !== E; ) k.push(A.node), (A = A.next);
          var j = { node: { type: Q.textFormatted, tag: C ? `strong` : `em`, children: k }, prev: T, next: E };
          (T.next = j), (E.prev = j);
          for (var M = y + 1; M < h; M++) t[M].active = !1;
          if (S.len === 0 && ((S.active = !1), D.text === ``)) {
            var N = T.prev;
            (j.prev = N), N ? (N.next = j) : (s = j);
          }
          if (g.len === 0) {
            if (((g.active = !1), O.text === ``)) {
              var P = E.next;
              (j.next = P), P && (P.prev = j);
            }
          } else continue;
          h++;
        }
      }
    }
    if (n)
      for (var F = 0; F < n.length; F++) {
        var I = t[n[F]];
        I.active && I.len > 0 && (d[n[F]].node.text = ``);
      }
    for (var L = 0, R = s; R; ) {
      var z = R.node;
      if (z.type === Q.text) {
        var B = z;
        if (B.text === ``) {
          R = R.next;
          continue;
        }
        if (L > 0 && e[L - 1].type === Q.text) {
          (e[L - 1].text += B.text), (R = R.next);
          continue;
        }
      }
      (e[L++] = z), (R = R.next);
    }
    e.length = L;
  }
}
function pb(e, t, n, r) {
  return t(e, n, r) === null ? null : e;
}
var mb = 0,
  hb = 0,
  gb = 0,
  _b = 0,
  vb = 0,
  yb = 0;
function bb() {
  return (vb === 0x7fffffff && ((hb = 0), (_b = 0), (Sb = 0), (vb = 0)), ++vb);
}
var xb = null,
  Sb = 0,
  Cb = [],
  wb = 256;
function Tb(e, t, n, r, i) {
  let a = e.charCodeAt(t) === Gh,
    o = a ? t + 1 : t;
  if (e.charCodeAt(o) !== Mh || (_b === yb && o >= gb)) return null;
  var s = Sb === yb ? xb : null,
    c = s === null ? 0 : s[o];
  if (c < 0) return null;
  var l = c;
  if (c === 0) {
    var u = e.indexOf(`]`, o + 1);
    if (u < 0 || u >= n) return ((gb = o), (_b = yb), null);
    l = o + 1;
    var d = 0;
    Cb[d++] = o;
    for (var f = n - o >= wb; l < n && d > 0; ) {
      var p = e.charCodeAt(l);
      if (p === zh && l + 1 < n) l += 2;
      else {
        if (p === Ah) {
          var m = rb(e, l, n);
          if (m > l) {
            l = m;
            continue;
          }
        }
        if (p === Hh) {
          var h = Eb(e, l, n);
          if (h) {
            l = h.end;
            continue;
          }
          var g = ob(e, l, n);
          if (g > l) {
            (ab -= g - l), (l = g);
            continue;
          }
        }
        if (p === Mh) Cb[d++] = l;
        else if (p === Wh) {
          var _ = Cb[--d];
          s === null && f && l - o >= wb && ((s = xb = new Int32Array(n)), (Sb = yb)), s !== null && (s[_] = l + 1);
        }
        l++;
      }
    }
    if (d > 0) {
      if ((s === null && f && l - o >= wb && ((s = xb = new Int32Array(n)), (Sb = yb)), s !== null))
        for (; d > 0; ) s[Cb[--d]] = -1;
      return null;
    }
  }
  var v = l - 1,
    y = e.slice(o + 1, v),
    b = l < n ? e.charCodeAt(l) : 0,
    x = !1;
  if (b === mg) {
    var S = !0;
    for (l++; l < n && (e.charCodeAt(l) === X || e.charCodeAt(l) === kh); ) l++;
    var C = ``,
      w = l;
    if (l < n && e.charCodeAt(l) === Hh) {
      for (l++, w = l; w < n && e.charCodeAt(w) !== Ph; )
        if (e.charCodeAt(w) === zh && w + 1 < n) w += 2;
        else {
          if (e.charCodeAt(w) === kh) {
            S = !1;
            break;
          }
          w++;
        }
      S && (w >= n || e.charCodeAt(w) !== Ph) && (S = !1), S && ((C = e.slice(l, w)), w++);
    } else if (S) {
      var T = hb === yb ? mb : -1;
      if (T >= 0 && l >= T) S = !1;
      else {
        for (var E = 0, D = !1; w < n; ) {
          var O = e.charCodeAt(w);
          if (O === zh && w + 1 < n) w += 2;
          else {
            if (O === mg) E++;
            else if (O === hg) {
              if (((D = !0), E === 0)) break;
              E--;
            } else if (O === X || O === kh) break;
            w++;
          }
        }
        w >= n && !D && (T < 0 || l < T) && ((mb = l), (hb = yb)), (C = e.slice(l, w));
      }
    }
    if (S) {
      for (l = w; l < n && (e.charCodeAt(l) === X || e.charCodeAt(l) === kh); ) l++;
      var k;
      if (l < n) {
        var A = e.charCodeAt(l);
        if (A === lg || A === cg || A === mg) {
          var j = A === mg ? 41 : A;
          l++;
          for (var M = l; l < n && e.charCodeAt(l) !== j; ) e.charCodeAt(l) === zh && l + 1 < n && l++, l++;
          l >= n ? (S = !1) : ((k = e.slice(M, l)), l++);
        }
      }
      if (S) {
        for (; l < n && (e.charCodeAt(l) === X || e.charCodeAt(l) === kh); ) l++;
        (l >= n || e.charCodeAt(l) !== hg) && (S = !1);
      }
    }
    if (S) {
      if ((l++, (C = zg(Yv(C))), k !== void 0 && (k = zg(Yv(k))), a)) {
        var N = jb(Ub(y, 0, y.length, r, i));
        return { node: { type: Q.image, target: pb(C, i?.sanitizer || qg, `img`, `src`), alt: N, title: k }, end: l };
      }
      var P = r.inAnchor;
      r.inAnchor = !0;
      var F = P ? [{ type: Q.text, text: y }] : Ub(y, 0, y.length, r, i);
      return (
        (r.inAnchor = P),
        !r.inAnchor && Ab(F)
          ? null
          : { node: { type: Q.link, target: pb(C, i?.sanitizer || qg, `a`, `href`), title: k, children: F }, end: l }
      );
    }
    (l = v + 1), (x = !0);
  }
  var I = ``,
    L = l;
  if (!x && b === Mh) {
    var R = l + 1;
    L = R;
    for (var z = !1; L < n && e.charCodeAt(L) !== Wh; )
      if (e.charCodeAt(L) === zh && L + 1 < n) L += 2;
      else {
        if (e.charCodeAt(L) === Mh) {
          z = !0;
          break;
        }
        L++;
      }
    if (z || L >= n) return null;
    var B = e.slice(R, L);
    if (B.trim()) I = qv(B);
    else {
      if (Kv(y)) return null;
      I = qv(y);
    }
    L += 1;
  } else {
    if (Kv(y)) return null;
    I = qv(y);
  }
  var V = r.refs?.[I];
  if (!V || I.charCodeAt(0) === Nh) return null;
  if (a)
    return {
      node: {
        type: Q.image,
        target: pb(V.target, i?.sanitizer || qg, `img`, `src`),
        alt: jb(Ub(y, 0, y.length, r, i)),
        title: V.title,
      },
      end: L,
    };
  var ee = r.inAnchor;
  r.inAnchor = !0;
  var F = ee ? [{ type: Q.text, text: y }] : Ub(y, 0, y.length, r, i);
  return (
    (r.inAnchor = ee),
    !r.inAnchor && Ab(F)
      ? null
      : {
          node: { type: Q.link, target: pb(V.target, i?.sanitizer || qg, `a`, `href`), title: V.title, children: F },
          end: L,
        }
  );
}
function Eb(e, t, n) {
  if (e.charCodeAt(t) !== Hh) return null;
  for (var r = t + 1; r < n; ) {
    var i = e.charCodeAt(r);
    if (i === Ph) break;
    if (i === X || i === kh || i === Oh || i === Hh) return null;
    r++;
  }
  if (r >= n || e.charCodeAt(r) !== Ph) return null;
  var a = e.slice(t + 1, r);
  return a.match(/^([a-zA-Z][a-zA-Z0-9+.-]{1,31}):([^\x00-\x20]*)$/)
    ? { node: { type: Q.link, target: a, title: void 0, children: [{ type: Q.text, text: a }] }, end: r + 1 }
    : a.indexOf(`@`) !== -1 &&
        /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/.test(
          a,
        )
      ? {
          node: { type: Q.link, target: `mailto:${a}`, title: void 0, children: [{ type: Q.text, text: a }] },
          end: r + 1,
        }
      : null;
}
function Db(e, t, n, r, i) {
  if (e.charCodeAt(t) !== Mh || t + 1 >= n || e.charCodeAt(t + 1) !== Nh) return null;
  let a = t + 2;
  for (; a < n && e.charCodeAt(a) !== Wh && e.charCodeAt(a) !== Mh && e.charCodeAt(a) !== kh; ) a++;
  if (a >= n || e.charCodeAt(a) !== Wh) return null;
  let o = e.slice(t + 2, a);
  return !o || !(i.optimizeForStreaming || r.refs?.[`^${o}`.toLowerCase()])
    ? null
    : { node: { type: Q.footnoteReference, target: `#${Zg(o)}`, text: o }, end: a + 1 };
}
function Ob(e, t, n, r) {
  if (r.disableBareUrls) return null;
  var i = ``,
    a = !1,
    o = e.charCodeAt(t);
  if (
    (o === Xh || o === 72
      ? t + 8 <= n &&
        e.charCodeAt(t + 1) === Qh &&
        e.charCodeAt(t + 2) === Qh &&
        e.charCodeAt(t + 3) === $h &&
        (e.charCodeAt(t + 4) === eg &&
        e.charCodeAt(t + 5) === qh &&
        e.charCodeAt(t + 6) === sg &&
        e.charCodeAt(t + 7) === sg
          ? (i = `https://`)
          : e.charCodeAt(t + 4) === qh && e.charCodeAt(t + 5) === sg && e.charCodeAt(t + 6) === sg && (i = `http://`))
      : o === Yh || o === 70
        ? t + 6 <= n &&
          e.charCodeAt(t + 1) === Qh &&
          e.charCodeAt(t + 2) === $h &&
          e.charCodeAt(t + 3) === qh &&
          e.charCodeAt(t + 4) === sg &&
          e.charCodeAt(t + 5) === sg &&
          (i = `ftp://`)
        : (o === Zh || o === 87) &&
          t + 4 <= n &&
          e.charCodeAt(t + 1) === Zh &&
          e.charCodeAt(t + 2) === Zh &&
          e.charCodeAt(t + 3) === og &&
          ((i = `www.`), (a = !0)),
    !i)
  )
    return null;
  let s = t + i.length;
  for (; s < n; ) {
    let t = e.charCodeAt(s);
    if (t === X || t === kh || t === Z || t === Oh || t === Hh || t === Ph) break;
    s++;
  }
  for (var c = 0, l = 0, u = t; u < s; u++) {
    var d = e.charCodeAt(u);
    d === mg ? c++ : d === hg && l++;
  }
  let f = s;
  for (; f > t + i.length; ) {
    let n = e.charCodeAt(f - 1);
    if (n === og || n === rg || n === qh || n === Gh || n === ag || n === hg || n === Bh || n === Vh || n === jh) {
      if (n === hg) {
        if (c >= l) break;
        l--;
      }
      f--;
    } else if (n === ig) {
      for (
        var p = f - 2;
        p > t &&
        ((e.charCodeAt(p) >= Tg && e.charCodeAt(p) <= Eg) ||
          (e.charCodeAt(p) >= Dg && e.charCodeAt(p) <= Og) ||
          (e.charCodeAt(p) >= Cg && e.charCodeAt(p) <= wg));
      )
        p--;
      p >= t && e.charCodeAt(p) === Kh ? (f = p) : f--;
    } else break;
  }
  if (f <= t + i.length) return null;
  var m = t + (a ? 4 : i.length),
    h = e.indexOf(`/`, m);
  if (((h < 0 || h > f) && (h = f), a && e.indexOf(`.`, m) === -1)) return null;
  for (var g = -1, _ = -1, v = h - 1; v >= m; v--)
    if (e.charCodeAt(v) === og) {
      if (g < 0) g = v;
      else {
        _ = v;
        break;
      }
    }
  for (var v = _ >= 0 ? _ + 1 : m; v < h; v++) if (e.charCodeAt(v) === Vh) return null;
  var y = e.slice(t, f),
    b = a ? `http://${y}` : y;
  return { node: { type: Q.link, target: b, title: void 0, children: [{ type: Q.text, text: y }] }, end: f };
}
function kb(e, t, n, r) {
  if (r.disableBareUrls) return null;
  for (var i = t, a = i; i < n; ) {
    var o = e.charCodeAt(i);
    if (
      (o >= Tg && o <= Eg) ||
      (o >= Dg && o <= Og) ||
      (o >= Cg && o <= wg) ||
      o === og ||
      o === Gh ||
      o === Fh ||
      o === 36 ||
      o === Ih ||
      o === Kh ||
      o === cg ||
      o === Bh ||
      o === ug ||
      o === sg ||
      o === Rh ||
      o === ag ||
      o === Nh ||
      o === Vh ||
      o === Ah ||
      o === fg ||
      o === dg ||
      o === pg ||
      o === jh ||
      o === Lh
    )
      i++;
    else break;
  }
  if (i === a || i >= n || e.charCodeAt(i) !== Uh) return null;
  i++;
  for (var s = i, c = -1, l = i; i < n; ) {
    var o = e.charCodeAt(i);
    if ((o >= Tg && o <= Eg) || (o >= Dg && o <= Og) || (o >= Cg && o <= wg)) i++;
    else if ((o === Lh || o === Vh) && i > s) i++;
    else if (o === og) {
      if (i === s) break;
      var u = e.charCodeAt(i - 1);
      if (u === Lh || u === Vh || i - l > 63) break;
      if (i + 1 < n) {
        var d = e.charCodeAt(i + 1);
        if ((d >= Tg && d <= Eg) || (d >= Dg && d <= Og) || (d >= Cg && d <= wg)) (c = i), (l = i + 1), i++;
        else break;
      } else break;
    } else break;
  }
  if (i - l > 63 || c < 0) return null;
  var f = e.charCodeAt(i - 1);
  if (!((f >= Tg && f <= Eg) || (f >= Dg && f <= Og) || (f >= Cg && f <= wg)) || i <= c + 1) return null;
  for (var p = -1, m = c - 1; m >= s; m--)
    if (e.charCodeAt(m) === og) {
      p = m;
      break;
    }
  for (var m = p >= 0 ? p + 1 : s; m < i; m++) if (e.charCodeAt(m) === Vh) return null;
  var h = e.slice(t, i);
  return {
    node: { type: Q.link, target: `mailto:${h}`, title: void 0, children: [{ type: Q.text, text: h }] },
    end: i,
  };
}
function Ab(e) {
  for (var t = 0; t < e.length; t++)
    if (e[t].type === Q.link || (`children` in e[t] && Array.isArray(e[t].children) && Ab(e[t].children))) return !0;
  return !1;
}
function jb(e, t) {
  for (var n = ``, r = 0; r < e.length; r++) {
    var i = e[r];
    i.type === Q.text
      ? (n += i.text)
      : i.type === Q.breakLine
        ? (n += ` `)
        : i.type === Q.codeInline || i.type === Q.footnoteReference
          ? (n += i.text)
          : `children` in i && Array.isArray(i.children)
            ? (n += jb(i.children, t))
            : !t && i.type === Q.image && (n += i.alt || ``);
  }
  return n;
}
function Mb(e, t, n) {
  for (var r = 0; r < e.length; r++) {
    var i = e[r];
    if (i.type === Q.heading) {
      var a = i;
      a.id = fy(n(jb(a.children, !0)), t);
    }
    if (`children` in i) {
      var o = i.children;
      Array.isArray(o) && Mb(o, t, n);
    }
    if ((i.type === Q.orderedList || i.type === Q.unorderedList) && Array.isArray(i.items))
      for (var s = i.items, c = 0; c < s.length; c++) Mb(s[c], t, n);
  }
}
function Nb(e) {
  return { type: Q.text, text: e };
}
function Pb(e, t, n) {
  var r = t + 1;
  if (r >= n) return -1;
  if (e.charCodeAt(r) === Fh) {
    r++;
    var i = r < n && (e.charCodeAt(r) === bg || e.charCodeAt(r) === xg);
    i && r++;
    for (var a = r, o = i ? 6 : 7; r < n && r - a <= o; ) {
      var s = e.charCodeAt(r);
      if (!((s >= Cg && s <= wg) || (i && ((s >= Tg && s <= Jh) || (s >= Dg && s <= Yh))))) break;
      r++;
    }
    return r === a || r - a > o ? -1 : r < n && e.charCodeAt(r) === ig ? r + 1 : -1;
  }
  for (var c = r; r < n && r - c < 48; ) {
    var l = e.charCodeAt(r);
    if ((l >= Tg && l <= Eg) || (l >= Dg && l <= Og) || (l >= Cg && l <= wg)) r++;
    else break;
  }
  return r === c ? -1 : r < n && e.charCodeAt(r) === ig ? r + 1 : -1;
}
function Fb(e, t, n, r) {
  return e.lastIndexOf(`<`, n - 1) === t ? e.slice(t, n) : `</${r}>`;
}
function Ib(e, t, n) {
  return { node: { type: Q.htmlComment, text: zv(e.slice(t, n)), t: !1, raw: !0 }, end: n };
}
var Lb = null;
function Rb(e, t, n) {
  var r = Lb === null ? void 0 : Lb[t];
  if (r !== void 0 && n >= r) return -1;
  var i = e.indexOf(t, n);
  return (i === -1 && (Lb === null && (Lb = {}), (Lb[t] = n)), i);
}
function zb(e, t, n, r, i) {
  if (e.charCodeAt(t) !== Hh) return null;
  var a = t + 1;
  if (a >= n) return null;
  var o = e.charCodeAt(a);
  if (o === Gh && a + 1 < n && e.charCodeAt(a + 1) === Lh && a + 2 < n && e.charCodeAt(a + 2) === Lh) {
    var s = a + 3;
    if (s < n && e.charCodeAt(s) === Ph) return { node: { type: Q.htmlComment, text: ``, t: !0 }, end: s + 1 };
    if (s + 1 < n && e.charCodeAt(s) === Lh && e.charCodeAt(s + 1) === Ph)
      return { node: { type: Q.htmlComment, text: `-`, t: !0 }, end: s + 2 };
    var c = Rb(e, `-->`, s);
    if (c === -1) return null;
    var l = e.slice(t, c + 3),
      u = zv(l);
    return {
      node:
        u === l
          ? { type: Q.htmlComment, text: e.slice(t + 4, c), t: !1 }
          : { type: Q.htmlComment, text: u, t: !1, raw: !0 },
      end: c + 3,
    };
  }
  if (o === ag) {
    var d = Rb(e, `?>`, a + 1);
    return d === -1 ? null : Ib(e, t, d + 2);
  }
  if (o === Gh && a + 1 < n) {
    var f = e.charCodeAt(a + 1);
    if (f === Mh && e.slice(a + 1, a + 8) === `[CDATA[`) {
      var p = Rb(e, `]]>`, a + 8);
      return p === -1 ? null : Ib(e, t, p + 3);
    }
    if (f >= Tg && f <= Eg) {
      var m = Rb(e, `>`, a + 2);
      return m === -1 ? null : Ib(e, t, m + 1);
    }
  }
  if (o === sg) {
    var h = a + 1;
    if (h >= n) return null;
    var g = e.charCodeAt(h);
    if (!((g >= Tg && g <= Eg) || (g >= Dg && g <= Og))) return null;
    for (h++; h < n; ) {
      var _ = e.charCodeAt(h);
      if ((_ >= Tg && _ <= Eg) || (_ >= Dg && _ <= Og) || (_ >= Cg && _ <= wg) || _ === Lh) h++;
      else break;
    }
    for (; h < n && (e.charCodeAt(h) === X || e.charCodeAt(h) === Z || e.charCodeAt(h) === kh); ) h++;
    if (h < n && e.charCodeAt(h) === Ph) {
      var v = e.slice(a + 1, h).trim();
      return { node: { type: Q.htmlSelfClosing, tag: v, attrs: {}, j: e.slice(t, h + 1), b: !0 }, end: h + 1 };
    }
    return null;
  }
  if (!((o >= Tg && o <= Eg) || (o >= Dg && o <= Og))) return null;
  var y = Lv(e, t);
  if (!y) return null;
  var b = y.tag,
    x = b.toLowerCase();
  if (y.n || e_(b))
    return {
      node: { type: Q.htmlSelfClosing, tag: b, attrs: ky(y.attrs, b, i), u: y.q ? Ov(y) : e.slice(t, y.end), b: !1 },
      end: y.end,
    };
  var S = $_.has(x),
    C = Vy(e, y.end, b, n);
  if (C === -1)
    return {
      node: { type: Q.htmlSelfClosing, tag: b, attrs: ky(y.attrs, b, i), u: y.q ? Ov(y) : e.slice(t, y.end), b: !1 },
      end: y.end,
    };
  var w = My(e, `</${x}`, C),
    T = e.slice(y.end, w);
  if (S) {
    var E = zv(T);
    return {
      node: {
        type: Q.htmlBlock,
        tag: b,
        attrs: ky(y.attrs, b, i),
        a: y.i + y.a,
        children: [],
        e: E || void 0,
        j: Fb(e, w, C, b),
        h: void 0,
        text: E,
        c: !0,
        b: !1,
      },
      end: C,
    };
  }
  var D = [],
    O = T.trim();
  if (T) {
    var { inAnchor: k, inline: A, l: j } = r;
    x === `a` && (r.inAnchor = !0),
      (r.l = !1),
      O.indexOf(`

`) !== -1 || (i.enforceAtxHeadings === !1 ? cv : sv).test(O)
        ? ((r.inline = !1), (D = Gb(O, r, i)))
        : (D = Ub(T, 0, T.length, r, i)),
      (r.inAnchor = k),
      (r.inline = A),
      (r.l = j);
  }
  return {
    node: {
      type: Q.htmlBlock,
      tag: b,
      attrs: ky(y.attrs, b, i),
      a: y.a,
      children: D,
      h: void 0,
      text: zv(T),
      c: !1,
      b: !1,
    },
    end: C,
  };
}
function Bb(e) {
  if (e.indexOf(`[`) === -1) return e;
  for (var t = e.length, n = new Int32Array(t).fill(-1), r = [], i = 0; i < t; i++) {
    var a = e.charCodeAt(i);
    if ((a === Mh || a === Wh) && (i === 0 || e.charCodeAt(i - 1) !== zh)) {
      if (a === Mh) r.push(i);
      else {
        var o = r.pop();
        o !== void 0 && (n[o] = i);
      }
    }
  }
  var s = [],
    c = t;
  for (i = 0; i < c; i++)
    if (!(e.charCodeAt(i) !== Mh || (i > 0 && e.charCodeAt(i - 1) === zh))) {
      var l = i > 0 && e.charCodeAt(i - 1) === Gh,
        u = n[i];
      if (u >= 0) {
        var d = u + 1;
        if (d < c) {
          var f = e.charCodeAt(d);
          if (f !== mg && f !== Mh) {
            s.push(i), (i = u);
            continue;
          }
          for (var p = f === mg ? hg : Wh, m = d + 1; m < c && e.charCodeAt(m) !== p; ) m++;
          if (m < c) {
            i = m;
            continue;
          }
        }
      }
      if (l) {
        c = i - 1;
        var h = s.pop();
        if (h !== void 0 && n[h] === c - 1) {
          i = h - 1;
          continue;
        }
        break;
      }
      (n[i] = -2), u >= 0 && (c = u);
    }
  var g = ``,
    _ = 0;
  for (i = 0; i < c; i++) n[i] === -2 && ((g += e.slice(_, i)), (_ = i + 1));
  return g + e.slice(_, c);
}
var Vb = 200,
  Hb = 0;
function Ub(e, t, n, r, i) {
  if ((Hb++, Hb > Vb)) return (Hb--, [{ type: Q.text, text: e.slice(t, n) }]);
  var a = yb;
  yb = bb();
  var o = Lb;
  Lb = null;
  var s = Ny,
    c = Py,
    l = Fy,
    u = Iy;
  let d = r;
  var f = i.optimizeForStreaming === !0 && Hb === 1 && !r.f;
  if (f) {
    let r = e.slice(t, n),
      i = r,
      a = 0,
      o = -1;
    for (let e = 0; e < r.length; e++) r.charCodeAt(e) === Ah && (a++, (o = e));
    if (a % 2 == 1 && o !== -1) {
      let e = !1,
        t = -1,
        n = 0;
      for (; n < r.length; ) r.charCodeAt(n) === Ah && (e ? ((e = !1), (t = -1)) : ((t = n), (e = !0))), n++;
      e && t !== -1 && (r = r.slice(0, t));
    }
    r = Bb(r);
    let s = r.match(/<([A-Z][A-Za-z0-9]*)(?:\s[^>]*)?>([^<]*)$/);
    if (s && s.index !== void 0) {
      var p = s[0].length - s[2].length;
      if (!(p >= 2 && s[0].charCodeAt(p - 2) === sg)) {
        for (var m = !1, h = 0, g = 0; g < s.index; g++) r.charCodeAt(g) === Ah && h++;
        if (((m = h % 2 == 1), !m)) {
          let e = s[1];
          Ay(r, `</${e}`, 0, r.length) === -1 && (r = r.slice(0, s.index) + s[2]);
        }
      }
    }
    r !== i && ((e = e.slice(0, t) + r), (n = t + r.length));
  }
  let _ = [];
  var v = [],
    y = null;
  let b = t;
  var x = ``,
    S = i.disableAutoLink || i.disableBareUrls || d.inAnchor ? -1 : e.indexOf(`@`, t);
  for (S >= n && (S = -1); t < n; ) {
    let r = e.charCodeAt(t),
      a = null;
    if (r === Ah) {
      if (((a = nb(e, t, n)), !a)) {
        var C = oy(e, t, n, Ah);
        t += C - 1;
      }
    } else if (r === Bh || r === Vh) {
      var w = db(e, t, n);
      if (w) {
        var T = !1;
        if (f) {
          var E = t + w.len,
            D = t > 0 ? e.charCodeAt(t - 1) : X,
            O = t === 0 || ub(D, e, t - 1);
          if (w.canOpen) {
            var k = e.charCodeAt(E);
            T = O || lb(D, e, t - 1) || ub(k, e, E) || lb(k, e, E);
          } else T = E === n && O;
        }
        if ((T && (y === null && (y = []), y.push(v.length)), w.canOpen || w.canClose || T)) {
          (x || t > b) && (_.push(Nb(x + e.slice(b, t))), (x = ``));
          var A = Nb(e.slice(t, t + w.len));
          v.push({ idx: _.length, ch: r, len: w.len, canOpen: w.canOpen, canClose: w.canClose, active: !0 }),
            _.push(A),
            (t += w.len),
            (b = t);
          continue;
        }
        t += w.len - 1;
      }
    } else if (r === jh) {
      if (((a = sb(e, t, n, d, i)), !a && f && t + 1 < n && e.charCodeAt(t + 1) === jh)) {
        (x || t > b) && (_.push(Nb(x + e.slice(b, t))), (x = ``)), (t += 2), (b = t);
        continue;
      }
    } else if (r === Rh) a = cb(e, t, n, d, i);
    else if (r === Mh) t + 1 < n && e.charCodeAt(t + 1) === Nh && (a = Db(e, t, n, d, i)), (a ||= Tb(e, t, n, d, i));
    else if (r === Gh && t + 1 < n && e.charCodeAt(t + 1) === Mh) a = Tb(e, t, n, d, i);
    else if (r === Hh)
      (a = Eb(e, t, n)), !(a || i.disableParsingRawHTML || i.ignoreHTMLBlocks) && (a = zb(e, t, n, d, i));
    else if (r === Kh) {
      var j = Pb(e, t, n);
      if (j !== -1) {
        var M = e.slice(t, j),
          N = zg(M);
        if (N !== M) {
          (x = x + e.slice(b, t) + N), (t = j), (b = j);
          continue;
        }
      }
    } else if (
      (r === Xh || r === Zh || r === Yh) &&
      !d.inAnchor &&
      !i.disableAutoLink &&
      (t === 0 || e.charCodeAt(t - 1) !== Hh)
    ) {
      var P = t + 1 < n ? e.charCodeAt(t + 1) : 0;
      ((r === Xh && P === Qh) || (r === Yh && P === Qh) || (r === Zh && P === Zh)) && (a = Ob(e, t, n, i));
    }
    if (
      (!a &&
        S >= 0 &&
        S - t <= 64 &&
        !d.inAnchor &&
        !i.disableAutoLink &&
        !i.disableBareUrls &&
        ((r >= Tg && r <= Eg) || (r >= Dg && r <= Og) || (r >= Cg && r <= wg)) &&
        ((a = kb(e, t, n, i)), !a && t >= S && ((S = e.indexOf(`@`, t + 1)), S >= n && (S = -1))),
      r === kh && d.l)
    ) {
      var F = !1,
        I = 0;
      if (t > b && e.charCodeAt(t - 1) === zh) (F = !0), (I = 1);
      else {
        for (var L = 0, R = t - 1; R >= b && e.charCodeAt(R) === X; ) L++, R--;
        L >= 2 && ((F = !0), (I = L));
      }
      if (F) {
        for (
          (x || t - I > b) && (_.push(Nb(x + e.slice(b, t - I))), (x = ``)), _.push({ type: Q.breakLine }), t++;
          t < n && e.charCodeAt(t) === X;
        )
          t++;
        b = t;
        continue;
      }
      var z = t > b && e.charCodeAt(t - 1) === X,
        B = t + 1 < n && e.charCodeAt(t + 1) === X;
      if (z || B) {
        for (var V = t; V > b && e.charCodeAt(V - 1) === X; ) V--;
        for (
          x += `${e.slice(b, V)}
`,
            t++;
          t < n && e.charCodeAt(t) === X;
        )
          t++;
        b = t;
        continue;
      }
    }
    if (a) (x || t > b) && (_.push(Nb(x + e.slice(b, t))), (x = ``)), _.push(a.node), (t = a.end), (b = t);
    else {
      if (r === zh && t + 1 < n && Jv(e.charCodeAt(t + 1)) & r_) {
        (x || t > b) && (_.push(Nb(x + e.slice(b, t))), (x = ``)), _.push(Nb(e[t + 1])), (t += 2), (b = t);
        continue;
      }
      if ((t++, S < 0 || S - t > 64))
        for (; t < n && !(S >= 0 && S - t <= 64); ) {
          var ee = e.charCodeAt(t);
          if (ee < kg && !dv[ee]) t++;
          else break;
        }
    }
  }
  return (
    (x || n > b) && (_.push(Nb(x + e.slice(b, n))), (x = ``)),
    v.length > 0 && fb(_, v, y, r, i),
    (yb = a),
    (Lb = o),
    s !== null && s !== Ny && ((Ny = s), (Py = c), (Fy = l), (Iy = u)),
    Hb--,
    _
  );
}
var Wb = 500;
function Gb(e, t, n) {
  var r = t.p || 0;
  if (r > Wb) return [{ type: Q.text, text: e }];
  t.p = r + 1;
  var i = $v,
    a = ey,
    o = ty,
    s = Ny,
    c = Py,
    l = Fy,
    u = Iy,
    d = Uy,
    f = Wy;
  if (n.optimizeForStreaming && !(t.f || t.B)) {
    for (var p = e.length; p > 0 && e.charCodeAt(p - 1) === kh; ) p--;
    for (var m = p; m > 0 && e.charCodeAt(m - 1) !== kh; ) m--;
    if (p > m && e.charCodeAt(m) === dg) {
      for (var h = !1, g = m + 1; g < p; g++) {
        var _ = e.charCodeAt(g);
        if (_ !== X && _ !== Z && _ !== dg && _ !== qh && _ !== Lh) {
          h = !0;
          break;
        }
      }
      for (var v = !1, y = !1, b = 0, x = m, S = m - 1; S > 0; ) {
        for (var C = S; C > 0 && e.charCodeAt(C - 1) !== kh; ) C--;
        if (e.charCodeAt(C) !== dg) break;
        x = C;
        for (var w = !0, T = !1, E = C; E < S; E++) {
          var D = e.charCodeAt(E);
          if (D === Lh) T = !0;
          else if (D !== X && D !== Z && D !== qh && D !== dg) {
            w = !1;
            break;
          }
        }
        w && T ? ((v = !0), (y = !0)) : y || b++, (S = C - 1);
      }
      h ? v || (e = e.slice(0, m).trimEnd()) : (e = v && b > 0 ? e.slice(0, m).trimEnd() : e.slice(0, x).trimEnd());
    }
    for (var O = -1, k = -1, A = -1, j = !1, M = e.length - 1; M >= 0; M--)
      if (e.charCodeAt(M) === Hh) {
        for (
          var N = M + 1 < e.length ? e.charCodeAt(M + 1) : 0,
            P = (N >= Tg && N <= Eg) || (N >= Dg && N <= Og),
            F =
              N === sg &&
              M + 2 < e.length &&
              ((e.charCodeAt(M + 2) >= Tg && e.charCodeAt(M + 2) <= Eg) ||
                (e.charCodeAt(M + 2) >= Dg && e.charCodeAt(M + 2) <= Og)),
            I = N === Gh || N === ag,
            L = e.length;
          L > M + 1 && e.charCodeAt(L - 1) === kh;
        )
          L--;
        var R = M + 1 >= L;
        if ((P || F || I || R) && !(P && Eb(e, M, e.length))) {
          var z = M + 1;
          if (((F || P) && (z = M + 2), P || F))
            for (; z < e.length; ) {
              var B = e.charCodeAt(z);
              if ((B >= Tg && B <= Eg) || (B >= Dg && B <= Og) || (B >= Cg && B <= wg)) z++;
              else break;
            }
          for (var V = P || F ? z : M + 2; V < e.length && e.charCodeAt(V) !== Ph; ) V++;
          if (V >= e.length) (O = M), (j = !0);
          else if (P && e.charCodeAt(V - 1) !== sg && !e_(e.slice(M + 1, z))) {
            for (var ee = !1, te = V + 1; te < e.length; te++)
              if (e.charCodeAt(te) === Hh) {
                ee = !0;
                break;
              }
            ee || ((O = M), (k = z), (A = V + 1));
          }
        }
        break;
      }
    if (O >= 0) {
      for (var ne = 0, H = 0; H < O; H++) e.charCodeAt(H) === Ah && ne++;
      if (ne % 2 == 0) {
        if (j) e = e.slice(0, O);
        else {
          var re = e.slice(O + 1, k);
          Ay(e, `</${re}`, 0, e.length) === -1 && (e = e.slice(0, O) + e.slice(A));
        }
      }
    }
    for (var ie = e.length; ie > 0 && e.charCodeAt(ie - 1) === kh; ) ie--;
    if (ie > 0) {
      for (var ae = ie; ae > 0 && e.charCodeAt(ae - 1) !== kh; ) ae--;
      for (var oe = ae, se = 0; oe < ie && e.charCodeAt(oe) === X && se < 3; ) oe++, se++;
      if (ae > 0 && oe < ie && my(e, oe, ie)) {
        for (var ce = ae - 1, le = ce; le > 0 && e.charCodeAt(le - 1) !== kh; ) le--;
        uy(e, le, ce) || (e = e.slice(0, ae).trimEnd());
      }
    }
    var ue = e.length;
    if (ue > 0) {
      for (
        var de = e.lastIndexOf(`
`),
          fe = de === -1 ? 0 : de + 1,
          U = ue,
          pe = fe,
          me = 0;
        pe < U && e.charCodeAt(pe) === X && me < 3;
      )
        pe++, me++;
      if (pe < U) {
        var W = e.charCodeAt(pe),
          he = !1;
        if (W === Bh || W === Lh || W === ug) {
          var ge = pe + 1;
          if (ge >= U || e.charCodeAt(ge) === X || e.charCodeAt(ge) === Z) {
            for (var _e = ge; _e < U && (e.charCodeAt(_e) === X || e.charCodeAt(_e) === Z); ) _e++;
            _e >= U && (he = !0);
          }
        } else if (W >= Cg && W <= wg) {
          for (var ve = pe; ve < U && e.charCodeAt(ve) >= Cg && e.charCodeAt(ve) <= wg; ) ve++;
          if (ve < U && (e.charCodeAt(ve) === og || e.charCodeAt(ve) === hg)) {
            var ye = ve + 1;
            if (ye >= U || e.charCodeAt(ye) === X || e.charCodeAt(ye) === Z) {
              for (var be = ye; be < U && (e.charCodeAt(be) === X || e.charCodeAt(be) === Z); ) be++;
              be >= U && (he = !0);
            }
          }
        }
        he && (e = e.slice(0, fe).trimEnd());
      }
    }
  }
  if (t.inline) return Ub(e, 0, e.length, t, n);
  let xe = [],
    Se = 0;
  var Ce = e.length,
    we = -2;
  if (Se === 0 && !n.disableFrontmatter && e.startsWith(`---`)) {
    let t = jg(e);
    if (t?.hasValidYaml) {
      if (n.preserveFrontmatter !== !1) {
        let n = e.slice(0, t.endPos).trimEnd();
        xe.push({ type: Q.frontmatter, text: n });
      }
      Se = t.endPos;
    }
  }
  for (; Se < Ce; ) {
    for (
      var Te = e.indexOf(
          `
`,
          Se,
        ),
        Ee = Te < 0 ? Ce : Te;
      Se < Ce && uy(e, Se, Ee);
    )
      (Se = Ee < Ce ? Ee + 1 : Ee),
        Se < Ce &&
          ((Te = e.indexOf(
            `
`,
            Se,
          )),
          (Ee = Te < 0 ? Ce : Te));
    if (Se >= Ce) break;
    var De = e.charCodeAt(Se) === Sg;
    ly(e, Se, Ee);
    let r = null;
    var Oe = t.o ? t.o.length : 0;
    if (((Xv = e), (Zv = Se), (Qv = Ee), !De && sy >= 4 && !t.inHTML)) r = xy(e, Se);
    else if (!De) {
      let i = Se + cy,
        a = e.charCodeAt(i);
      a === Fh
        ? (r = py(e, Se, t, n))
        : a === Ph
          ? (r = Sy(e, Se, t, n))
          : a === Ah || a === jh
            ? (r = yy(e, Se, t))
            : a === Lh || a === Bh || a === Vh
              ? ((r = hy(e, Se)), !r && (r = Dy(e, Se, t, n)))
              : a === ug || (a >= Cg && a <= wg)
                ? (r = Dy(e, Se, t, n))
                : a === Hh
                  ? (t.inList &&
                      (we === -2 && (we = e.lastIndexOf(rv)),
                      we > Se &&
                        !n.ignoreHTMLBlocks &&
                        !n.disableParsingRawHTML &&
                        (Yy(e, i) !== 0 || qy(e, i)) &&
                        ((e = e.slice(0, Se) + iv(e.slice(Se))), (Ce = e.length), (we = -1))),
                    (r = Jy(e, Se, t, n)))
                  : a === dg
                    ? (r = Zy(e, Se, t, n))
                    : a === Mh && (r = Qy(e, Se, t));
    }
    if (!r) {
      for (var ke = !1, Ae = Se; Ae < Ee; Ae++)
        if (e.charCodeAt(Ae) === dg) {
          ke = !0;
          break;
        }
      ke && (r = Zy(e, Se, t, n));
    }
    if (((r ||= eb(e, Se, t, n)), r)) {
      r.node.type !== Q.refCollection && xe.push(r.node);
      var je = t.o;
      if (n.optimizeForStreaming && je && je.length > Oe && !dy(e, r.end, Ce))
        for (var Me = Oe; Me < je.length; Me++) je[Me].notAtEdge = !0;
      Se = r.end;
    } else {
      var Ne = e.indexOf(
        `
`,
        Se,
      );
      Se = Ne < 0 ? Ce : Ne + 1;
    }
  }
  return (($v = i), (ey = a), (ty = o), (Ny = s), (Py = c), (Fy = l), (Iy = u), (Uy = d), (Wy = f), (t.p = r), xe);
}
function Kb(e, t, n, r) {
  var i = Lv(e, t);
  return i
    ? {
        tagName: i.tag,
        tagLower: i.tag.toLowerCase(),
        attrs: i.a,
        whitespaceBeforeAttrs: i.i,
        isSelfClosing: i.n,
        hasSpaceBeforeSlash: i.v,
        isClosing: i.g,
        hasNewline:
          i.i.includes(`
`) ||
          i.a.includes(`
`),
        endPos: i.end,
      }
    : null;
}
function qb(e, t, n) {
  Hb = 0;
  var r = Cv;
  (Cv = n),
    (e = p_(e)),
    (ab = e.length * 16 + ib),
    !t.refs && (t.refs = Object.create(null)),
    (n.optimizeForStreaming || t.inline) && (t.B = Hv(e, t.refs, n));
  var i, a;
  t.o || ((t.o = i = []), (t.r = a = []));
  let o = Gb(e, t, n);
  if (i && a) {
    for (
      var s = i,
        c = {
          inline: t.inline,
          inAnchor: t.inAnchor,
          inHTML: t.inHTML,
          htmlDepth: t.d,
          inList: t.inList,
          inBlockQuote: t.inBlockQuote,
          noSetext: t.m,
          depth: t.p,
          notAtEdge: t.f,
        },
        l = 0;
      l < s.length;
      l++
    ) {
      var u = s[l];
      (t.inline = u.inline),
        (t.inAnchor = u.inAnchor),
        (t.inHTML = u.inHTML),
        (t.d = u.htmlDepth),
        (t.inList = u.inList),
        (t.inBlockQuote = u.inBlockQuote),
        (t.m = u.noSetext),
        (t.p = u.depth),
        (t.f = u.notAtEdge),
        (t.l = u.breaks);
      var d = Ub(u.text, 0, u.text.length, t, n);
      t.l = !1;
      for (var f = 0; f < d.length; f++) u.dest.push(d[f]);
    }
    (t.inline = c.inline),
      (t.inAnchor = c.inAnchor),
      (t.inHTML = c.inHTML),
      (t.d = c.htmlDepth),
      (t.inList = c.inList),
      (t.inBlockQuote = c.inBlockQuote),
      (t.m = c.noSetext),
      (t.p = c.depth),
      (t.f = c.notAtEdge);
    for (var p = a, m = 0; m < p.length; m++)
      for (var h = p[m], g = 0; g < h.src.length; g++) {
        var _ = h.src[g];
        if (h.unwrap && _.type === Q.paragraph) for (var v = _.children, y = 0; y < v.length; y++) h.dest.push(v[y]);
        else h.dest.push(_);
      }
    (t.o = void 0), (t.r = void 0), Ny !== null && Ly(), Mb(o, t, n.slugify);
  }
  return ((Cv = r), y_(t.refs) ? [{ type: Q.refCollection, refs: t.refs }, ...o] : o);
}
var Jb;
try {
  (Yb = q.createElement(`div`)),
    (Jb =
      typeof Yb == `object` && Yb && `$$typeof` in Yb && typeof Yb.$$typeof == `symbol`
        ? Yb.$$typeof
        : Symbol.for(`react.transitional.element`));
} catch {
  Jb = Symbol.for(`react.transitional.element`);
}
var Yb;
function Xb(e, t, n) {
  return {
    $$typeof: Jb,
    type: e,
    key: n == null ? null : String(n),
    ref: null,
    props: t,
    _owner: null,
    _store: {},
    _debugStack: null,
    _debugTask: null,
  };
}
function Zb(e, t) {
  var n = { key: e };
  if (t) {
    var r = Fg(t);
    for (var i in r) n[i] = r[i];
  }
  return n;
}
var Qb = typeof q.createContext > `u` ? void 0 : q.createContext(void 0);
function $b(e, t, n, r, i, a, o, s, c) {
  switch (e.type) {
    case Q.blockQuote: {
      let i = { key: n.key };
      return (
        e.alert && ((i.className = `markdown-alert-${a(e.alert.toLowerCase(), Zg)}`), e.children.unshift(b_(e.alert))),
        r(`blockquote`, i, t(e.children, n))
      );
    }
    case Q.breakLine:
      return r(`br`, { key: n.key });
    case Q.breakThematic:
      return r(`hr`, { key: n.key });
    case Q.frontmatter:
      return s.preserveFrontmatter ? r(`pre`, { key: n.key }, e.text) : null;
    case Q.codeBlock: {
      let t = e.lang ? zg(e.lang) : ``;
      var l = e.attrs ? Fg(V_(`code`, e.attrs, s.overrides)) : {};
      return ((l.className = t ? `language-${t} lang-${t}` : ``), r(`pre`, { key: n.key }, r(`code`, l, e.text)));
    }
    case Q.codeInline:
      return r(`code`, { key: n.key }, e.text);
    case Q.footnoteReference:
      return r(`a`, { key: n.key, href: i(e.target, `a`, `href`) || void 0 }, r(`sup`, null, e.text));
    case Q.gfmTask:
      return r(`input`, { checked: e.completed, key: n.key, readOnly: !0, type: `checkbox` });
    case Q.heading:
      return r(`h${e.level}`, { id: e.id, key: n.key }, t(e.children, n));
    case Q.htmlBlock: {
      let a = e;
      if (j_(s) && K_(a.tag)) {
        var u = k_(a);
        return u.kind === `literal`
          ? r(`span`, { key: n.key }, u.literal)
          : r(`span`, { key: n.key }, ...A_(u.open, a.children ? t(a.children, n) : null, u.close));
      }
      let l = a.k,
        g = l !== void 0,
        _ = g ? l : a.b ? a.e || `` : (a.e || ``) + (a.j || ``);
      if (_ && a.c) {
        let r = pv(a.tag.toLowerCase()),
          l = a.children,
          u = l != null && l.length > 0;
        if (r) {
          let t = (g ? a.text : a.e) || ``,
            r = j_(s) ? Y_(t) : t;
          if (/<[a-z][^>]{0,100}>/i.test(t)) {
            var d = Zb(n.key, e.attrs);
            return ((d.dangerouslySetInnerHTML = { __html: r }), c(e.tag, d));
          }
          return c(e.tag, Zb(n.key, e.attrs), J_(e.tag, r));
        }
        let v = RegExp(`^<${a.tag}(\\s|>)`, `i`);
        if (u && !v.test(_) && j_(s) && q_(_)) return c(e.tag, Zb(n.key, e.attrs), t(l, n));
        if (mv(_)) {
          let t = j_(s) ? Y_(_) : _;
          var f = Zb(n.key, e.attrs);
          return ((f.dangerouslySetInnerHTML = { __html: t }), c(e.tag, f));
        }
        let y = X_({ overrides: s.overrides, slugify: s.slugify, sanitizer: i, tagfilter: !0 }),
          b = __(a.h || _);
        if (RegExp(`^<${a.tag}(\\s[^>]*)?>(\\s*</${a.tag}>)?$`, `i`).test(b))
          return a.children && a.children.length > 0
            ? c(e.tag, Zb(n.key, e.attrs), t(a.children, n))
            : c(e.tag, Zb(n.key, e.attrs));
        let x = qb(b, { inline: !1, refs: o, inHTML: !1 }, y);
        if ((w_(x), T_(x, b))) return b;
        let S = a.tag.toLowerCase(),
          C = g;
        if (C && u) return c(e.tag, Zb(n.key, e.attrs), t(l, n));
        if (C) return t(x.flatMap(C_), n);
        var p = E_(x, S);
        if (p.found && p.afterClose.length > 0) {
          var m = p.beforeClose.flatMap(C_),
            h = p.afterClose.flatMap(C_);
          return Xb(q.Fragment, { children: [c(e.tag, Zb(n.key, e.attrs), t(m, n)), t(h, n)] }, n.key);
        }
        return c(e.tag, Zb(n.key, e.attrs), t(x.flatMap(C_), n));
      }
      return e_(e.tag)
        ? c(e.tag, Zb(n.key, e.attrs))
        : c(e.tag, Zb(n.key, e.attrs), e.children ? t(e.children, n) : ``);
    }
    case Q.htmlSelfClosing: {
      let t = e;
      if (j_(s) && K_(t.tag)) {
        var g = k_(t);
        return r(`span`, { key: n.key }, g.kind === `literal` ? g.literal : g.open + (g.close || ``));
      }
      return c(e.tag, Zb(n.key, e.attrs));
    }
    case Q.image: {
      let t = e.target === null ? null : i(e.target, `img`, `src`);
      return r(`img`, {
        key: n.key,
        alt: e.alt && e.alt.length > 0 ? e.alt : void 0,
        title: e.title || void 0,
        src: t || void 0,
      });
    }
    case Q.link: {
      let a = { key: n.key };
      if (e.target != null) {
        let t = M_(e.target, i, `a`, `href`);
        t != null && (a.href = t);
      }
      return (e.title && (a.title = e.title), r(`a`, a, t(e.children, n)));
    }
    case Q.table: {
      let i = e;
      return r(
        `table`,
        { key: n.key },
        r(
          `thead`,
          { key: `thead` },
          r(
            `tr`,
            null,
            i.header.map(function (e, a) {
              return r(`th`, { key: a, style: i.align[a] === null ? {} : { textAlign: i.align[a] } }, t(e, n));
            }),
          ),
        ),
        i.cells.length > 0 &&
          r(
            `tbody`,
            { key: `tbody` },
            i.cells.map(function (e, a) {
              return r(
                `tr`,
                { key: a },
                e.map(function (e, a) {
                  return r(`td`, { key: a, style: i.align[a] === null ? {} : { textAlign: i.align[a] } }, t(e, n));
                }),
              );
            }),
          ),
      );
    }
    case Q.text:
      return e.text;
    case Q.textFormatted:
      return r(e.tag, { key: n.key }, t(e.children, n));
    case Q.orderedList:
    case Q.unorderedList:
      return r(
        e.type === Q.orderedList ? `ol` : `ul`,
        { key: n.key, start: e.type === Q.orderedList ? e.start : void 0 },
        e.items.map(function (e, i) {
          return r(`li`, { key: i }, t(e, n));
        }),
      );
    case Q.paragraph:
      return r(`p`, { key: n.key }, t(e.children, n));
    case Q.ref:
    default:
      return null;
  }
}
var ex = (e, t, n, r, i, a, o) => {
    var s = (e) => e.map((e) => (`text` in e ? e.text : ``)),
      c = (l, u = {}) => {
        var d = Array.isArray(l) ? l : [l],
          f = (u.renderDepth || 0) + 1;
        if (f > 2500) return s(d);
        u.renderDepth = f;
        for (var p = u.key, m = [], h = !1, g = 0; g < d.length; g++) {
          u.key = g;
          var _ = e ? e($b.bind(null, d[g], c, u, t, n, r, i, a, o), d[g], c, u) : $b(d[g], c, u, t, n, r, i, a, o),
            v = typeof _ == `string`;
          if (h && typeof _ == `string`) {
            var y = m.at(-1);
            m[m.length - 1] = (typeof y == `string` ? y : ``) + _;
          } else if (_ != null) {
            if (Array.isArray(_)) for (var b = 0; b < _.length; b++) m.push(_[b]);
            else m.push(_);
          }
          h = v;
        }
        return ((u.key = p), (u.renderDepth = f - 1), m);
      };
    return c;
  },
  tx = (e, t) => {
    let n = R_(t, e, void 0);
    return n ? (typeof n == `function` || (typeof n == `object` && `render` in n) ? n : R_(t, `${e}.component`, e)) : e;
  };
function nx(e, t) {
  let n = { ...(t || {}) };
  n.overrides = n.overrides || {};
  let r = n.slugify || Zg,
    i = n.sanitizer || qg,
    a = n.createElement,
    o = y_(n.overrides),
    s = (e) => rx(e, { ...n, wrapper: null });
  function c(e) {
    for (var t in e) {
      var n = e[t];
      if (typeof n == `string` && n.length > 0 && n.charCodeAt(0) === Hh && (Z_.test(n) || Q_.test(n) || Kb(n, 0))) {
        var r = s(n.trim());
        e[t] = t === `innerHTML` && Array.isArray(r) ? r[0] : r;
      }
    }
  }
  function l(e, t, ...r) {
    var i = t || {},
      s = e;
    if (o) {
      var c = R_(n.overrides, `${e}.props`, {});
      (s = tx(e, n.overrides)),
        (i = { ...i, ...c, className: U_(i.className, c.className) || void 0 }),
        typeof s == `string` && e_(s) && (delete i.children, (r.length = 0));
    }
    if (!a) {
      var l = i.key;
      return (
        l != null && delete i.key, r.length === 1 ? (i.children = r[0]) : r.length > 1 && (i.children = r), Xb(s, i, l)
      );
    }
    return a(s, i, ...r);
  }
  function u(e, t, ...r) {
    var i = t && V_(e, t, n.overrides);
    if (i) {
      if (typeof i.children == `string`) {
        var a = i.dangerouslySetInnerHTML === void 0 ? Lg(i.children, r) : void 0;
        delete i.children, a !== void 0 && (r = [a]);
      }
      c(i);
    }
    return l(e, i, ...r);
  }
  let d = X_(n, n.forceInline),
    f = e[0] && e[0].type === Q.refCollection ? e[0].refs : Object.create(null),
    p = ex(n.renderRule, l, i, r, f, n, u),
    m = p(e, { inline: n.forceInline, refs: f }),
    h = N_(f);
  if (
    (h.length > 0 &&
      m.push(
        l(
          `footer`,
          { key: `footer` },
          h.map(function (e) {
            let t = e.identifier.charCodeAt(0) === Nh ? e.identifier.slice(1) : e.identifier,
              n = qb(e.footnote, { inline: !0, refs: f }, d);
            return l(`div`, { id: r(t, Zg), key: e.identifier }, `${t}: `, p(n, { inline: !0, refs: f }));
          }),
        ),
      ),
    n.wrapper === null)
  )
    return m;
  let g = n.wrapper || (n.forceInline ? `span` : `div`),
    _;
  if (m.length > 1 || n.forceWrapper) _ = m;
  else return m.length === 1 ? m[0] : null;
  var v = n.wrapperProps ? { ...n.wrapperProps } : {};
  return ((v.children = _), Xb(g, v, `outer`));
}
function rx(e = ``, t = {}) {
  let n = { ...(t || {}) };
  (n.overrides = n.overrides || {}), n.slugify, n.sanitizer;
  function r(e) {
    let t = n.forceInline || !(n.forceBlock || Rg.test(e)),
      r = X_(n, t);
    return nx(qb(t ? e : S_(e), { inline: t, refs: i }, r), { ...n, forceInline: t });
  }
  let i = Object.create(null);
  return r(e);
}
function ix(e) {
  let t = q.useRef(e),
    n = t.current;
  if (n !== e) {
    var r = !0,
      i = 0;
    for (var a in e)
      if ((i++, !Object.is(n[a], e[a]))) {
        r = !1;
        break;
      }
    if (r) {
      var o = 0;
      for (var s in n) o++;
      r = o === i;
    }
    r || (t.current = e);
  }
  return t.current;
}
var ax = ({ children: e, options: t, ...n }) => {
    if (typeof q.useContext > `u`) {
      let r = { ...t, overrides: { ...t?.overrides }, wrapperProps: { ...t?.wrapperProps, ...n } };
      return rx(e ?? ``, r);
    }
    let r = Qb ? q.useContext(Qb) : void 0,
      i = ix(n),
      a = q.useMemo(
        () => ({
          ...r,
          ...t,
          overrides: { ...r?.overrides, ...t?.overrides },
          wrapperProps: { ...r?.wrapperProps, ...t?.wrapperProps, ...i },
        }),
        [r, t, i],
      ),
      o = e ?? ``;
    return q.useMemo(() => rx(o, a), [o, a]);
  },
  ox = Symbol(`remove-this-key`),
  sx = Symbol(`reset`);
function cx(e, t) {
  return Array.isArray(e.required) && e.required.includes(t);
}
function lx(e, t) {
  switch (t) {
    case `array`:
      return [];
    case `boolean`:
      return !1;
    case `null`:
      return null;
    case `number`:
      return 0;
    case `object`:
      return {};
    default:
      return e(Sm.NewStringDefault);
  }
}
function ux(e) {
  return !!e?.[Mc];
}
function dx(e) {
  return Object.keys(e).filter((t) => ux(e[t]));
}
function fx(e) {
  let {
      fieldPathId: t,
      schema: n,
      registry: r,
      uiSchema: i,
      errorSchema: a,
      formData: o,
      onChange: s,
      onBlur: c,
      onFocus: l,
      disabled: u,
      readonly: d,
      required: f,
      hideError: p,
      propertyName: m,
      handleKeyRename: h,
      handleRemoveProperty: g,
      addedByAdditionalProperties: _,
    } = e,
    [v, y] = (0, q.useState)(!1),
    { globalFormOptions: b, fields: x } = r,
    { SchemaField: S } = x,
    C = mm(cm(m, b, t.path)),
    w = (0, q.useCallback)(
      (e, t, n, r) => {
        let i = e;
        e === void 0 && _ && eu(t, C.path) && (i = ``), s(i, t, n, r);
      },
      [s, _, C],
    ),
    T = (0, q.useCallback)(
      (e) => {
        m !== e && y(!0), h(m, e);
      },
      [m, h],
    ),
    E = (0, q.useCallback)(
      (e) => {
        let {
          target: { value: t },
        } = e;
        T(t);
      },
      [T],
    ),
    D = (0, q.useCallback)(() => {
      g(m);
    }, [m, g]);
  return (0, J.jsx)(S, {
    name: m,
    required: f,
    schema: n,
    uiSchema: i,
    errorSchema: a,
    fieldPathId: C,
    formData: o,
    wasPropertyKeyModified: v,
    onKeyRename: T,
    onKeyRenameBlur: E,
    onRemoveProperty: D,
    onChange: w,
    onBlur: c,
    onFocus: l,
    registry: r,
    disabled: u,
    readonly: d,
    hideError: p,
  });
}
var px = (0, q.memo)(fx);
function mx(e) {
  let {
      schema: t,
      uiSchema: n = {},
      formData: r,
      errorSchema: i,
      fieldPathId: a,
      name: o,
      required: s = !1,
      disabled: c,
      readonly: l,
      hideError: u,
      onBlur: d,
      onFocus: f,
      onChange: p,
      registry: m,
      title: h,
    } = e,
    { fields: g, schemaUtils: _, translateString: v, globalUiOptions: y } = m,
    { OptionalDataControlsField: b } = g,
    x = (0, q.useRef)(r);
  x.current = r;
  let S = (0, q.useMemo)(() => _.retrieveSchema(t, r, !0), [_, t, r]),
    C = (0, q.useMemo)(() => sl(n, y), [n, y]),
    w = (0, q.useMemo)(() => S.properties ?? {}, [S.properties]),
    T = e.childFieldPathId ?? a,
    E = (0, q.useRef)({ previousKey: ``, currentKey: void 0 }),
    [D, O] = (0, q.useState)(() => dx(w)),
    k = (0, q.useMemo)(() => {
      let e = new Set(dx(w));
      return Object.keys(w).filter((t) => !e.has(t));
    }, [w]),
    A = C.title ?? S.title ?? h ?? o,
    j = C.description ?? S.description,
    M = rm(m, S, s, n),
    N = Bp(r),
    P = [],
    F = (0, q.useCallback)(
      (e, t) => {
        let { duplicateKeySuffixSeparator: r = `-` } = sl(n, y),
          i = 0,
          a = e;
        for (; bu(t, a); ) (i += 1), (a = `${e}${r}${i}`);
        return a;
      },
      [n, y],
    ),
    I = (0, q.useCallback)(() => {
      if (!(S.additionalProperties || S.patternProperties)) return;
      let e = { ...r },
        t = F(`newKey`, e);
      if (S.patternProperties) yu(e, t, null);
      else {
        let n, i, a;
        if (Y(S.additionalProperties)) {
          (n = S.additionalProperties.type), (i = S.additionalProperties.const), (a = S.additionalProperties.default);
          let e = S.additionalProperties;
          `$ref` in e &&
            ((e = _.retrieveSchema({ [Xc]: e[Xc] }, r)),
            (n = e.type),
            (i = e.const),
            (a = _.getDefaultFormState(e, a))),
            !n && (`anyOf` in e || `oneOf` in e) && (n = `object`);
        }
        yu(e, t, i ?? a ?? lx(v, n));
      }
      E.current.previousKey === t && ((E.current.currentKey = t), (E.current.previousKey = F(t, e))),
        O((e) => [...e, t]),
        p(e, T.path);
    }, [r, p, v, _, T, F, S]),
    L = (0, q.useCallback)(
      (e, t) => {
        if (e !== t) {
          let n = x.current,
            r = F(t, n),
            i = { ...n },
            a = { [e]: r },
            o = Object.keys(i).map((e) => ({ [Object.hasOwn(a, e) ? a[e] : e]: i[e] })),
            s = Object.assign({}, ...o);
          (x.current = s),
            e !== E.current.currentKey && (E.current.previousKey = e),
            (E.current.currentKey = r),
            O((t) => t.map((t) => (t === e ? r : t))),
            p(s, T.path);
        }
      },
      [p, T, F],
    ),
    R = (0, q.useCallback)(
      (e) => {
        O((t) => t.filter((t) => t !== e)), p(ox, [...T.path, e]);
      },
      [p, T],
    ),
    z = (0, q.useCallback)((e) => (E.current.currentKey === e ? E.current.previousKey : e), []);
  if (!M || N)
    try {
      let e = new Set(k),
        t = D.filter((t) => Object.hasOwn(w, t) && !e.has(t));
      P = qp([...k, ...t], C.order);
    } catch (e) {
      return (0, J.jsxs)(`div`, {
        children: [
          (0, J.jsx)(`p`, {
            className: `rjsf-config-error`,
            style: { color: `red` },
            children: (0, J.jsx)(ax, {
              options: { disableParsingRawHTML: !0 },
              children: v(Sm.InvalidObjectField, [o || `root`, e.message]),
            }),
          }),
          (0, J.jsx)(`pre`, { children: JSON.stringify(S) }),
        ],
      });
    }
  let B = vp(`ObjectFieldTemplate`, m, C),
    V = M ? (0, J.jsx)(b, { ...e, fieldPathId: T, schema: S }) : void 0,
    ee = {
      title: C.label === !1 ? `` : A,
      description: C.label === !1 ? void 0 : j,
      properties: P.map((e) => {
        let t = ux(S.properties?.[e]),
          a = t ? n.additionalProperties : n[e],
          o = sl(a).widget === `hidden`;
        return {
          content: (0, J.jsx)(
            px,
            {
              propertyName: e,
              required: cx(S, e),
              schema: Eu(S, e),
              uiSchema: a,
              errorSchema: vu(i, e),
              fieldPathId: T,
              formData: vu(r, e),
              handleKeyRename: L,
              handleRemoveProperty: R,
              addedByAdditionalProperties: t,
              onChange: p,
              onBlur: d,
              onFocus: f,
              registry: m,
              disabled: c,
              readonly: l,
              hideError: u,
            },
            z(e),
          ),
          name: e,
          readonly: l,
          disabled: c,
          required: s,
          hidden: o,
        };
      }),
      readonly: l,
      disabled: c,
      required: s,
      fieldPathId: a,
      uiSchema: n,
      errorSchema: i,
      schema: S,
      formData: r,
      registry: m,
      optionalDataControl: V,
      className: M ? `rjsf-optional-object-field` : void 0,
    };
  return (0, J.jsx)(B, { ...ee, onAddProperty: I });
}
function hx(e) {
  let {
      schema: t,
      uiSchema: n = {},
      formData: r,
      disabled: i = !1,
      readonly: a = !1,
      onChange: o,
      errorSchema: s,
      fieldPathId: c,
      registry: l,
    } = e,
    { globalUiOptions: u = {}, schemaUtils: d, translateString: f } = l,
    p = vp(`OptionalDataControlsTemplate`, l, sl(n, u)),
    m = Bp(r),
    h,
    g,
    _,
    v;
  return (
    i || a
      ? ((h = zp(c, `Msg`)), (g = m ? void 0 : f(Sm.OptionalObjectEmptyMsg)))
      : ((g = f(m ? Sm.OptionalObjectRemove : Sm.OptionalObjectAdd)),
        m
          ? ((h = zp(c, `Remove`)), (v = () => o(void 0, c.path, s)))
          : ((h = zp(c, `Add`)),
            (_ = () => {
              let e = d.getDefaultFormState(t, r, `excludeObjectChildren`);
              e === void 0 && (e = wu(t) === `array` ? [] : {}), o(e, c.path, s);
            }))),
    g && (0, J.jsx)(p, { id: h, registry: l, schema: t, uiSchema: n, label: g, onAddClick: _, onRemoveClick: v })
  );
}
var gx = {
  array: `ArrayField`,
  boolean: `BooleanField`,
  integer: `NumberField`,
  number: `NumberField`,
  object: `ObjectField`,
  string: `StringField`,
  null: `NullField`,
};
function _x(e, t, n) {
  let { field: r } = t,
    { fields: i, schemaUtils: a } = n;
  if (typeof r == `function`) return r;
  if (typeof r == `string` && r in i) return i[r];
  let o = wu(e),
    s = Array.isArray(o) ? o[0] : o || ``,
    c = e.$id,
    l = gx[s];
  return (
    c && c in i && (l = c),
    (e.anyOf || e.oneOf) && !a.isSelect(e) && l !== `ObjectField` ? () => null : l in i ? i[l] : i.FallbackField
  );
}
function vx(e) {
  let {
      schema: t,
      fieldPathId: n,
      uiSchema: r,
      formData: i,
      errorSchema: a,
      name: o,
      onChange: s,
      onKeyRename: c,
      onKeyRenameBlur: l,
      onRemoveProperty: u,
      required: d = !1,
      registry: f,
      wasPropertyKeyModified: p = !1,
    } = e,
    { schemaUtils: m, globalFormOptions: h, globalUiOptions: g, fields: _ } = f,
    { AnyOfField: v, OneOfField: y, CyclicSchemaField: b } = _,
    x = n.$id,
    S = (0, q.useCallback)((e, t, n, r) => s(e, t, n, r || x), [x, s]);
  if (t[$c]) return (0, J.jsx)(b, { ...e });
  let C = Xp(t, r, f),
    w = sl(C, g),
    T = vp(`FieldTemplate`, f, w),
    E = vp(`DescriptionFieldTemplate`, f, w),
    D = vp(`FieldHelpTemplate`, f, w),
    O = vp(`FieldErrorTemplate`, f, w),
    k = m.retrieveSchema(t, i),
    A = _x(k, w, f),
    j = k.deprecated ? (w.deprecatedHandling ?? `label`) : void 0,
    M = !!(w.disabled ?? e.disabled) || j === `disable`,
    N = !!(w.readonly ?? (e.readonly || e.schema.readOnly || k.readOnly)),
    P = w.hideError,
    F = P === void 0 ? e.hideError : !!P,
    I = !!(w.autofocus ?? e.autofocus);
  if (Object.keys(k).length === 0) return null;
  let L = m.getDisplayLabel(k, C, g),
    R = w.field && w.fieldReplacesAnyOrOneOf === !0,
    z,
    B,
    V = { fieldPathId: n };
  if ((`anyOf` in k || `oneOf` in k) && !R && !m.isSelect(k)) {
    k.anyOf
      ? ((z = v), (B = k[Fc].map((e) => m.retrieveSchema(Y(e) ? e : {}, i))))
      : k.oneOf && ((z = y), (B = k[Wc].map((e) => m.retrieveSchema(Y(e) ? e : {}, i))));
    let e = rm(f, k, d, C),
      t = Bp(i);
    (L &&= !e || t), (V = { childFieldPathId: n, fieldPathId: cm(`XxxOf`, h, n) });
  }
  let { __errors: ee, ...te } = a || {},
    { 'ui:classNames': ne, classNames: H, 'ui:style': re, ...ie } = C;
  if (`ui:options` in ie) {
    let { classNames: e, style: t, ...n } = ie[al];
    ie[al] = n;
  }
  let ae = (0, J.jsx)(A, {
      ...e,
      onChange: S,
      ...V,
      schema: k,
      uiSchema: ie,
      disabled: M,
      readonly: N,
      hideError: F,
      autofocus: I,
      errorSchema: te,
      rawErrors: ee,
    }),
    oe = n.$id,
    se;
  (se = p || Mc in k ? o : w.title || e.schema.title || k.title || e.title || o),
    j === `label` && (se = f.translateString(Sm.DeprecatedLabel, [se]));
  let ce = w.description || e.schema.description || k.description || ``,
    { help: le } = w,
    ue = w.widget === `hidden` || j === `hide`,
    de = [`rjsf-field`, `rjsf-field-${wu(k)}`];
  !F && ee && ee.length > 0 && de.push(`rjsf-field-error`), w.classNames && de.push(w.classNames);
  let fe = (0, J.jsx)(D, {
      help: le,
      fieldPathId: n,
      schema: k,
      uiSchema: C,
      hasErrors: !F && ee && ee.length > 0,
      registry: f,
    }),
    U =
      F || (z && !m.isSelect(k))
        ? void 0
        : (0, J.jsx)(O, { errors: ee, errorSchema: a, fieldPathId: n, schema: k, uiSchema: C, registry: f }),
    pe = {
      description: (0, J.jsx)(E, { id: jp(oe), description: ce, schema: k, uiSchema: C, registry: f }),
      rawDescription: ce,
      help: fe,
      rawHelp: typeof le == `string` ? le : void 0,
      errors: U,
      rawErrors: F ? void 0 : ee,
      fieldPathId: n,
      id: oe,
      label: se,
      hidden: ue,
      onChange: s,
      onKeyRename: c,
      onKeyRenameBlur: l,
      onRemoveProperty: u,
      required: d,
      disabled: M,
      readonly: N,
      hideError: F,
      displayLabel: L,
      classNames: de.join(` `).trim(),
      style: w.style,
      formData: i,
      schema: k,
      uiSchema: C,
      registry: f,
    };
  return (0, J.jsx)(T, {
    ...pe,
    children: (0, J.jsxs)(J.Fragment, {
      children: [
        ae,
        z &&
          (0, J.jsx)(z, {
            name: o,
            disabled: M,
            readonly: N,
            hideError: F,
            errorSchema: a,
            formData: i,
            fieldPathId: n,
            onBlur: e.onBlur,
            onChange: e.onChange,
            onFocus: e.onFocus,
            options: B,
            registry: f,
            required: d,
            schema: k,
            uiSchema: C,
          }),
      ],
    }),
  });
}
var yx = (0, q.memo)(vx, (e, t) => {
  let { experimental_componentUpdateStrategy: n = `customDeep` } = t.registry.globalFormOptions;
  return n === `always` ? !1 : n === `shallow` ? em(e, t) : eu(e, t);
});
function bx(e) {
  let {
      schema: t,
      name: n,
      uiSchema: r,
      fieldPathId: i,
      formData: a,
      required: o,
      disabled: s = !1,
      readonly: c = !1,
      autofocus: l = !1,
      onChange: u,
      onBlur: d,
      onFocus: f,
      registry: p,
      rawErrors: m,
      hideError: h,
      title: g,
    } = e,
    { title: _ } = t,
    { widgets: v, schemaUtils: y, globalUiOptions: b } = p,
    { defaultWidget: x, enumOptions: S } = Yp(t, r, y, v),
    { widget: C = x, placeholder: w = ``, title: T, ...E } = sl(r),
    D = y.getDisplayLabel(t, r, b),
    O = T ?? g ?? _ ?? n,
    k = Tp(t, C, v),
    A = (0, q.useCallback)((e, t, n) => u(e, i.path, t, n), [u, i]);
  return (0, J.jsx)(k, {
    options: { ...E, enumOptions: S },
    schema: t,
    uiSchema: r,
    id: i.$id,
    name: n,
    label: O,
    hideLabel: !D,
    hideError: h,
    value: a,
    onChange: A,
    onBlur: d,
    onFocus: f,
    required: o,
    disabled: s,
    readonly: c,
    autofocus: l,
    registry: p,
    placeholder: w,
    rawErrors: m,
    htmlName: i.name,
  });
}
function xx() {
  return {
    AnyOfField: xh,
    ArrayField: zm,
    BooleanField: Bm,
    CyclicSchemaField: Vm,
    FallbackField: Gm,
    LayoutGridField: fh,
    LayoutHeaderField: ph,
    LayoutMultiSchemaField: bh,
    NumberField: Th,
    ObjectField: mx,
    OneOfField: xh,
    OptionalDataControlsField: hx,
    SchemaField: yx,
    StringField: bx,
    NullField: Sh,
  };
}
function Sx(e) {
  let { fieldPathId: t, description: n, registry: r, schema: i, uiSchema: a } = e,
    o = sl(a, r.globalUiOptions),
    { label: s = !0 } = o;
  if (!n || !s) return null;
  let c = vp(`DescriptionFieldTemplate`, r, o);
  return (0, J.jsx)(c, { id: jp(t), description: n, schema: i, uiSchema: a, registry: r });
}
function Cx(e) {
  let {
      disabled: t,
      hasCopy: n,
      hasMoveDown: r,
      hasMoveUp: i,
      hasRemove: a,
      fieldPathId: o,
      onCopyItem: s,
      onRemoveItem: c,
      onMoveDownItem: l,
      onMoveUpItem: u,
      readonly: d,
      registry: f,
      uiSchema: p,
    } = e,
    { CopyButton: m, MoveDownButton: h, MoveUpButton: g, RemoveButton: _ } = f.templates.ButtonTemplates;
  return (0, J.jsxs)(J.Fragment, {
    children: [
      (i || r) &&
        (0, J.jsx)(g, {
          id: Rp(o, `moveUp`),
          className: `rjsf-array-item-move-up`,
          disabled: t || d || !i,
          onClick: u,
          uiSchema: p,
          registry: f,
        }),
      (i || r) &&
        (0, J.jsx)(h, {
          id: Rp(o, `moveDown`),
          className: `rjsf-array-item-move-down`,
          disabled: t || d || !r,
          onClick: l,
          uiSchema: p,
          registry: f,
        }),
      n &&
        (0, J.jsx)(m, {
          id: Rp(o, `copy`),
          className: `rjsf-array-item-copy`,
          disabled: t || d,
          onClick: s,
          uiSchema: p,
          registry: f,
        }),
      a &&
        (0, J.jsx)(_, {
          id: Rp(o, `remove`),
          className: `rjsf-array-item-remove`,
          disabled: t || d,
          onClick: c,
          uiSchema: p,
          registry: f,
        }),
    ],
  });
}
function wx(e) {
  let {
      children: t,
      className: n,
      buttonsProps: r,
      displayLabel: i,
      hasDescription: a,
      hasToolbar: o,
      registry: s,
      uiSchema: c,
    } = e,
    l = vp(`ArrayFieldItemButtonsTemplate`, s, sl(c)),
    u = { flex: 1, paddingLeft: 6, paddingRight: 6, fontWeight: `bold` },
    d = a ? 31 : 9,
    f = { display: `flex`, alignItems: i ? `center` : `baseline` },
    p = { display: `flex`, justifyContent: `flex-end`, marginTop: i ? `${d}px` : 0 };
  return (0, J.jsxs)(`div`, {
    className: n,
    style: f,
    children: [
      (0, J.jsx)(`div`, { className: o ? `col-xs-9 col-md-10 col-xl-11` : `col-xs-12`, children: t }),
      o &&
        (0, J.jsx)(`div`, {
          className: `col-xs-3 col-md-2 col-xl-1 array-item-toolbox`,
          children: (0, J.jsx)(`div`, {
            className: `btn-group`,
            style: p,
            children: (0, J.jsx)(l, { ...r, style: u }),
          }),
        }),
    ],
  });
}
function Tx(e) {
  let {
      canAdd: t,
      className: n,
      disabled: r,
      fieldPathId: i,
      uiSchema: a,
      items: o,
      optionalDataControl: s,
      onAddClick: c,
      readonly: l,
      registry: u,
      required: d,
      schema: f,
      title: p,
    } = e,
    m = sl(a),
    h = vp(`ArrayFieldDescriptionTemplate`, u, m),
    g = vp(`ArrayFieldTitleTemplate`, u, m),
    _ = !l && !r,
    {
      ButtonTemplates: { AddButton: v },
    } = u.templates;
  return (0, J.jsxs)(`fieldset`, {
    className: n,
    id: i.$id,
    children: [
      (0, J.jsx)(g, {
        fieldPathId: i,
        title: m.title || p,
        required: d,
        schema: f,
        uiSchema: a,
        registry: u,
        optionalDataControl: _ ? s : void 0,
      }),
      (0, J.jsx)(h, {
        fieldPathId: i,
        description: m.description || f.description,
        schema: f,
        uiSchema: a,
        registry: u,
      }),
      _ ? void 0 : s,
      (0, J.jsx)(`div`, { className: `row array-item-list`, children: o }),
      t &&
        (0, J.jsx)(v, {
          id: Rp(i, `add`),
          className: `rjsf-array-item-add`,
          onClick: c,
          disabled: r || l,
          uiSchema: a,
          registry: u,
        }),
    ],
  });
}
function Ex(e) {
  let { fieldPathId: t, title: n, schema: r, uiSchema: i, required: a, registry: o, optionalDataControl: s } = e,
    c = sl(i, o.globalUiOptions),
    { label: l = !0 } = c;
  if (!n || !l) return null;
  let u = vp(`TitleFieldTemplate`, o, c);
  return (0, J.jsx)(u, {
    id: Fp(t),
    title: n,
    required: a,
    schema: r,
    uiSchema: i,
    registry: o,
    optionalDataControl: s,
  });
}
function Dx(e) {
  let { id: t, schema: n } = e,
    { examples: r, default: i } = n;
  return Array.isArray(r)
    ? (0, J.jsx)(
        `datalist`,
        {
          id: Np(t),
          children: r
            .concat(i !== void 0 && !r.map(String).includes(String(i)) ? [i] : [])
            .map((e) => (0, J.jsx)(`option`, { value: e }, String(e))),
        },
        `datalist_${t}`,
      )
    : null;
}
function Ox(e) {
  let {
      id: t,
      name: n,
      htmlName: r,
      value: i,
      readonly: a,
      disabled: o,
      autofocus: s,
      onBlur: c,
      onFocus: l,
      onChange: u,
      onChangeOverride: d,
      options: f,
      schema: p,
      uiSchema: m,
      registry: h,
      rawErrors: g,
      type: _,
      hideLabel: v,
      hideError: y,
      ...b
    } = e,
    { ClearButton: x } = h.templates.ButtonTemplates;
  if (!t) throw (console.log(`No id for`, e), Error(`no id for props ${JSON.stringify(e)}`));
  let S = { ...b, ...mp(p, _, f) },
    C;
  C = S.type === `number` || S.type === `integer` ? (i || i === 0 ? i : ``) : (i ?? ``);
  let w = (0, q.useCallback)(({ target: { value: e } }) => u(e === `` ? f.emptyValue : e), [u, f]),
    T = (0, q.useCallback)(({ target: e }) => c(t, e?.value), [c, t]),
    E = (0, q.useCallback)(({ target: e }) => l(t, e?.value), [l, t]),
    D = (0, q.useCallback)(
      (e) => {
        e.preventDefault(), e.stopPropagation(), u(f.emptyValue);
      },
      [u, f.emptyValue],
    );
  return (0, J.jsxs)(J.Fragment, {
    children: [
      (0, J.jsx)(`input`, {
        id: t,
        name: r || t,
        className: `form-control`,
        readOnly: a,
        disabled: o,
        autoFocus: s,
        value: C,
        ...S,
        list: p.examples ? Np(t) : void 0,
        onChange: d || w,
        onBlur: T,
        onFocus: E,
        'aria-describedby': Ip(t, !!p.examples),
      }),
      f.allowClearTextInputs && !a && !o && C && (0, J.jsx)(x, { registry: h, onClick: D }),
      (0, J.jsx)(Dx, { id: t, schema: p }),
    ],
  });
}
function kx(e) {
  let { iconType: t = `default`, icon: n, className: r, uiSchema: i, registry: a, ...o } = e;
  return (0, J.jsx)(`button`, {
    type: `button`,
    className: `btn btn-${t} ${r}`,
    ...o,
    children: (0, J.jsx)(`i`, { className: `glyphicon glyphicon-${n}` }),
  });
}
var Ax = (0, q.memo)(kx);
function jx(e) {
  let {
    registry: { translateString: t },
  } = e;
  return (0, J.jsx)(Ax, { title: t(Sm.CopyButton), ...e, icon: `copy` });
}
var Mx = (0, q.memo)(jx);
function Nx(e) {
  let {
    registry: { translateString: t },
  } = e;
  return (0, J.jsx)(Ax, { title: t(Sm.MoveDownButton), ...e, icon: `arrow-down` });
}
var Px = (0, q.memo)(Nx);
function Fx(e) {
  let {
    registry: { translateString: t },
  } = e;
  return (0, J.jsx)(Ax, { title: t(Sm.MoveUpButton), ...e, icon: `arrow-up` });
}
var Ix = (0, q.memo)(Fx);
function Lx(e) {
  let {
    registry: { translateString: t },
  } = e;
  return (0, J.jsx)(Ax, { title: t(Sm.RemoveButton), ...e, iconType: `danger`, icon: `remove` });
}
var Rx = (0, q.memo)(Lx);
function zx({ id: e, className: t, onClick: n, disabled: r, registry: i, ...a }) {
  let { translateString: o } = i;
  return (0, J.jsx)(Ax, {
    id: e,
    iconType: `default`,
    icon: `remove`,
    className: `btn-clear col-xs-12`,
    title: o(Sm.ClearButton),
    onClick: n,
    disabled: r,
    registry: i,
    ...a,
  });
}
var Bx = (0, q.memo)(zx);
function Vx({ id: e, className: t, onClick: n, disabled: r, registry: i }) {
  let { translateString: a } = i;
  return (0, J.jsx)(`div`, {
    className: `row`,
    children: (0, J.jsx)(`p`, {
      className: `col-xs-4 col-sm-2 col-lg-1 col-xs-offset-8 col-sm-offset-10 col-lg-offset-11 text-right ${t}`,
      children: (0, J.jsx)(Ax, {
        id: e,
        iconType: `info`,
        icon: `plus`,
        className: `btn-add col-xs-12`,
        title: a(Sm.AddButton),
        onClick: n,
        disabled: r,
        registry: i,
      }),
    }),
  });
}
function Hx({ uiSchema: e }) {
  let { submitText: t, norender: n, props: r = {} } = _p(e);
  return n
    ? null
    : (0, J.jsx)(`div`, {
        children: (0, J.jsx)(`button`, {
          type: `submit`,
          ...r,
          className: `btn btn-info ${r.className || ``}`,
          children: t,
        }),
      });
}
function Ux() {
  return {
    SubmitButton: Hx,
    AddButton: Vx,
    CopyButton: Mx,
    MoveDownButton: Px,
    MoveUpButton: Ix,
    RemoveButton: Rx,
    ClearButton: Bx,
  };
}
function Wx(e) {
  let { name: t, fieldPathId: n, registry: r, onExpand: i } = e,
    { translateString: a } = r,
    o = `${n.$id}-button`;
  return (0, J.jsxs)(`div`, {
    style: { marginTop: `1rem` },
    children: [
      (0, J.jsx)(`div`, { className: `text-danger`, children: a(Sm.CycleDetected, [t]) }),
      (0, J.jsxs)(`div`, {
        children: [
          (0, J.jsx)(`button`, {
            id: o,
            type: `button`,
            className: `btn btn-sm btn-warning`,
            onClick: () => i(n.$id),
            children: a(Sm.ExpandButton),
          }),
          ` `,
        ],
      }),
    ],
  });
}
var Gx = bp();
function Kx({ description: e, registry: t, uiSchema: n = {} }) {
  let { globalUiOptions: r } = t;
  return sl(n, r).enableMarkdownInDescription && typeof e == `string`
    ? (0, J.jsx)(ax, { options: { disableParsingRawHTML: !0 }, 'data-testid': Gx.markdown, children: e })
    : e;
}
Kx.TEST_IDS = Gx;
function qx(e) {
  let { id: t, description: n, registry: r, uiSchema: i } = e;
  return n
    ? (0, J.jsx)(`div`, {
        id: t,
        className: `field-description`,
        children: (0, J.jsx)(Kx, { description: n, registry: r, uiSchema: i }),
      })
    : null;
}
function Jx({ errors: e, registry: t }) {
  let { translateString: n } = t;
  return (0, J.jsxs)(`div`, {
    className: `panel panel-danger errors`,
    children: [
      (0, J.jsx)(`div`, {
        className: `panel-heading`,
        children: (0, J.jsx)(`h3`, { className: `panel-title`, children: n(Sm.ErrorsLabel) }),
      }),
      (0, J.jsx)(`ul`, {
        className: `list-group`,
        children: e.map((e, t) => (0, J.jsx)(`li`, { className: `list-group-item text-danger`, children: e.stack }, t)),
      }),
    ],
  });
}
function Yx(e) {
  let { schema: t, registry: n, typeSelector: r, schemaField: i } = e,
    a = vp(`MultiSchemaFieldTemplate`, n);
  return (0, J.jsx)(a, { selector: r, optionSchemaField: i, schema: t, registry: n });
}
function Xx(e) {
  let { errors: t = [], fieldPathId: n } = e;
  if (t.length === 0) return null;
  let r = Mp(n);
  return (0, J.jsx)(`div`, {
    children: (0, J.jsx)(`ul`, {
      id: r,
      className: `error-detail bs-callout bs-callout-info`,
      children: t.filter((e) => !!e).map((e, t) => (0, J.jsx)(`li`, { className: `text-danger`, children: e }, t)),
    }),
  });
}
var Zx = bp();
function Qx({ help: e, registry: t, uiSchema: n = {} }) {
  let { globalUiOptions: r } = t;
  return sl(n, r).enableMarkdownInHelp && typeof e == `string`
    ? (0, J.jsx)(ax, { options: { disableParsingRawHTML: !0 }, 'data-testid': Zx.markdown, children: e })
    : e;
}
Qx.TEST_IDS = Zx;
function $x(e) {
  let { fieldPathId: t, help: n, uiSchema: r, registry: i } = e;
  return n
    ? (0, J.jsx)(`div`, {
        id: Pp(t),
        className: `help-block`,
        children: (0, J.jsx)(Qx, { help: n, registry: i, uiSchema: r }),
      })
    : null;
}
var eS = `*`;
function tS(e) {
  let { label: t, required: n, id: r } = e;
  return t
    ? (0, J.jsxs)(`label`, {
        className: `control-label`,
        htmlFor: r,
        children: [t, n && (0, J.jsx)(`span`, { className: `required`, children: eS })],
      })
    : null;
}
function nS(e) {
  let {
      id: t,
      label: n,
      children: r,
      errors: i,
      help: a,
      description: o,
      hidden: s,
      required: c,
      displayLabel: l,
      registry: u,
      uiSchema: d,
    } = e,
    f = sl(d),
    p = vp(`WrapIfAdditionalTemplate`, u, f);
  if (s) return (0, J.jsx)(`div`, { className: `hidden`, children: r });
  let m = f.widget === `checkbox`;
  return (0, J.jsxs)(p, {
    ...e,
    children: [l && !m && (0, J.jsx)(tS, { label: n, required: c, id: t }), l && o ? o : null, r, i, a],
  });
}
var rS = nS;
function iS(e) {
  let { children: t, column: n, className: r, ...i } = e;
  return (0, J.jsx)(`div`, { className: r, ...i, children: t });
}
function aS(e) {
  let { selector: t, optionSchemaField: n } = e;
  return (0, J.jsxs)(`div`, {
    className: `panel panel-default panel-body`,
    children: [(0, J.jsx)(`div`, { className: `form-group`, children: t }), n],
  });
}
function oS(e) {
  let {
      className: t,
      description: n,
      disabled: r,
      formData: i,
      fieldPathId: a,
      onAddProperty: o,
      optionalDataControl: s,
      properties: c,
      readonly: l,
      registry: u,
      required: d,
      schema: f,
      title: p,
      uiSchema: m,
    } = e,
    h = sl(m),
    g = vp(`TitleFieldTemplate`, u, h),
    _ = vp(`DescriptionFieldTemplate`, u, h);
  if ((f.oneOf || f.anyOf) && !f.properties && c.length === 0) return null;
  let v = !l && !r,
    {
      ButtonTemplates: { AddButton: y },
    } = u.templates;
  return (0, J.jsxs)(`fieldset`, {
    className: t,
    id: a.$id,
    children: [
      p &&
        (0, J.jsx)(g, {
          id: Fp(a),
          title: p,
          required: d,
          schema: f,
          uiSchema: m,
          registry: u,
          optionalDataControl: v ? s : void 0,
        }),
      n && (0, J.jsx)(_, { id: jp(a), description: n, schema: f, uiSchema: m, registry: u }),
      v ? void 0 : s,
      c.map((e) => e.content),
      cl(f, m, i) &&
        (0, J.jsx)(y, {
          id: Rp(a, `add`),
          className: `rjsf-object-property-expand`,
          onClick: o,
          disabled: r || l,
          uiSchema: m,
          registry: u,
        }),
    ],
  });
}
function sS(e) {
  let { id: t, registry: n, label: r, onAddClick: i, onRemoveClick: a } = e;
  return i
    ? (0, J.jsx)(Ax, {
        id: t,
        registry: n,
        icon: `plus`,
        className: `rjsf-add-optional-data btn-sm`,
        onClick: i,
        title: r,
      })
    : a
      ? (0, J.jsx)(Ax, {
          id: t,
          registry: n,
          icon: `remove`,
          className: `rjsf-remove-optional-data btn-sm`,
          onClick: a,
          title: r,
        })
      : (0, J.jsx)(`em`, { id: t, children: r });
}
var cS = `*`;
function lS(e) {
  let { id: t, title: n, required: r, optionalDataControl: i } = e;
  return (0, J.jsxs)(`legend`, {
    id: t,
    children: [
      n,
      r && (0, J.jsx)(`span`, { className: `required`, children: cS }),
      i && (0, J.jsx)(`span`, { className: `pull-right`, style: { marginBottom: `2px` }, children: i }),
    ],
  });
}
function uS(e) {
  let { schema: t, fieldPathId: n, reason: r, registry: i } = e,
    { translateString: a } = i,
    o = Sm.UnsupportedField,
    s = [];
  return (
    n?.$id && ((o = Sm.UnsupportedFieldWithId), s.push(n.$id)),
    r &&
      ((o = o === Sm.UnsupportedField ? Sm.UnsupportedFieldWithReason : Sm.UnsupportedFieldWithIdAndReason), s.push(r)),
    (0, J.jsxs)(`div`, {
      className: `unsupported-field`,
      children: [
        (0, J.jsx)(`p`, { children: (0, J.jsx)(ax, { options: { disableParsingRawHTML: !0 }, children: a(o, s) }) }),
        t && (0, J.jsx)(`pre`, { children: JSON.stringify(t, null, 2) }),
      ],
    })
  );
}
function dS(e) {
  let {
      id: t,
      classNames: n,
      style: r,
      disabled: i,
      displayLabel: a,
      label: o,
      onKeyRenameBlur: s,
      onRemoveProperty: c,
      rawDescription: l,
      readonly: u,
      required: d,
      schema: f,
      hideError: p,
      rawErrors: m,
      children: h,
      uiSchema: g,
      registry: _,
    } = e,
    { templates: v, translateString: y } = _,
    { RemoveButton: b } = v.ButtonTemplates,
    x = y(Sm.KeyLabel, [o]),
    S = Mc in f,
    C = !!l,
    w = [`form-group`, n];
  !p && m && m.length > 0 && w.push(`has-error has-danger`);
  let T = w.join(` `).trim();
  if (!S) return (0, J.jsx)(`div`, { className: T, style: r, children: h });
  let E = C ? 46 : 26;
  return (0, J.jsx)(`div`, {
    className: T,
    style: r,
    children: (0, J.jsxs)(`div`, {
      className: `row`,
      children: [
        (0, J.jsx)(`div`, {
          className: `col-xs-5 form-additional`,
          children: (0, J.jsxs)(`div`, {
            className: `form-group`,
            children: [
              a && (0, J.jsx)(tS, { label: x, required: d, id: `${t}-key` }),
              a && l && (0, J.jsx)(`div`, { children: `\xA0` }),
              (0, J.jsx)(
                `input`,
                { className: `form-control`, type: `text`, id: `${t}-key`, onBlur: s, defaultValue: o },
                o,
              ),
            ],
          }),
        }),
        (0, J.jsx)(`div`, { className: `form-additional form-group col-xs-5`, children: h }),
        (0, J.jsx)(`div`, {
          className: `col-xs-2`,
          style: { marginTop: a ? `${E}px` : void 0 },
          children: (0, J.jsx)(b, {
            id: Rp(t, `remove`),
            className: `rjsf-object-property-remove btn-block`,
            style: { border: `0` },
            disabled: i || u,
            onClick: c,
            uiSchema: g,
            registry: _,
          }),
        }),
      ],
    }),
  });
}
function fS() {
  return {
    ArrayFieldDescriptionTemplate: Sx,
    ArrayFieldItemTemplate: wx,
    ArrayFieldItemButtonsTemplate: Cx,
    ArrayFieldTemplate: Tx,
    ArrayFieldTitleTemplate: Ex,
    ButtonTemplates: Ux(),
    BaseInputTemplate: Ox,
    CyclicSchemaExpandTemplate: Wx,
    DescriptionFieldTemplate: qx,
    ErrorListTemplate: Jx,
    FallbackFieldTemplate: Yx,
    FieldTemplate: rS,
    FieldErrorTemplate: Xx,
    FieldHelpTemplate: $x,
    GridTemplate: iS,
    MultiSchemaFieldTemplate: aS,
    ObjectFieldTemplate: oS,
    OptionalDataControlsTemplate: sS,
    TitleFieldTemplate: lS,
    UnsupportedFieldTemplate: uS,
    WrapIfAdditionalTemplate: dS,
  };
}
function pS({ time: e = !0, ...t }) {
  let { AltDateWidget: n } = t.registry.widgets;
  return (0, J.jsx)(n, { time: e, ...t });
}
function mS(e) {
  let {
      disabled: t = !1,
      readonly: n = !1,
      autofocus: r = !1,
      options: i,
      id: a,
      name: o,
      registry: s,
      onBlur: c,
      onFocus: l,
    } = e,
    { translateString: u } = s,
    { elements: d, handleChange: f, handleClear: p, handleSetNow: m } = pm(e);
  return (0, J.jsxs)(`ul`, {
    className: `list-inline`,
    children: [
      d.map((e, i) =>
        (0, J.jsx)(
          `li`,
          {
            className: `list-inline-item`,
            children: (0, J.jsx)(fm, {
              rootId: a,
              name: o,
              select: f,
              ...e,
              disabled: t,
              readonly: n,
              registry: s,
              onBlur: c,
              onFocus: l,
              autofocus: r && i === 0,
            }),
          },
          i,
        ),
      ),
      (i.hideNowButton === `undefined` || !i.hideNowButton) &&
        (0, J.jsx)(`li`, {
          className: `list-inline-item`,
          children: (0, J.jsx)(`button`, {
            type: `button`,
            className: `btn btn-info btn-now`,
            onClick: m,
            children: u(Sm.NowLabel),
          }),
        }),
      (i.hideClearButton === `undefined` || !i.hideClearButton) &&
        (0, J.jsx)(`li`, {
          className: `list-inline-item`,
          children: (0, J.jsx)(`button`, {
            type: `button`,
            className: `btn btn-warning btn-clear`,
            onClick: p,
            children: u(Sm.ClearLabel),
          }),
        }),
    ],
  });
}
function hS({
  id: e,
  disabled: t,
  options: n,
  value: r,
  autofocus: i = !1,
  readonly: a,
  onChange: o,
  onBlur: s,
  onFocus: c,
  htmlName: l,
}) {
  let { inline: u = !1, enumOptions: d, enumDisabled: f, emptyValue: p } = n,
    m = hp(n),
    h = Array.isArray(r) ? r : [r],
    g = (0, q.useCallback)(({ target: t }) => s(e, sp(t?.value, d, m, p)), [s, e, d, p, m]),
    _ = (0, q.useCallback)(({ target: t }) => c(e, sp(t?.value, d, m, p)), [c, e, d, p, m]);
  return (0, J.jsx)(`div`, {
    className: `checkboxes`,
    id: e,
    children:
      Array.isArray(d) &&
      d.map((n, r) => {
        let s = np(n.value, h),
          c = Array.isArray(f) && f.includes(n.value),
          p = t || c || a ? `disabled` : ``,
          v = (0, J.jsxs)(`span`, {
            children: [
              (0, J.jsx)(`input`, {
                type: `checkbox`,
                id: Lp(e, r),
                name: l || e,
                checked: s,
                value: cp(n.value, r, m),
                disabled: t || c || a,
                autoFocus: i && r === 0,
                onChange: (e) => {
                  e.target.checked ? o(ap(r, h, d)) : o(tp(r, h, d));
                },
                onBlur: g,
                onFocus: _,
                'aria-describedby': Ip(e),
              }),
              (0, J.jsx)(`span`, { children: n.label }),
            ],
          });
        return u
          ? (0, J.jsx)(`label`, { className: `checkbox-inline ${p}`, children: v }, String(n.value))
          : (0, J.jsx)(
              `div`,
              { className: `checkbox ${p}`, children: (0, J.jsx)(`label`, { children: v }) },
              String(n.value),
            );
      }),
  });
}
function gS({
  schema: e,
  uiSchema: t,
  options: n,
  id: r,
  value: i,
  disabled: a,
  readonly: o,
  label: s,
  hideLabel: c,
  autofocus: l = !1,
  onBlur: u,
  onFocus: d,
  onChange: f,
  registry: p,
  htmlName: m,
  required: h,
}) {
  let g = vp(`DescriptionFieldTemplate`, p, n),
    _ = Qp(e) && h,
    v = (0, q.useCallback)((e) => f(e.target.checked), [f]),
    y = (0, q.useCallback)((e) => u(r, e.target.checked), [u, r]),
    b = (0, q.useCallback)((e) => d(r, e.target.checked), [d, r]),
    x = sl(t).widget === `checkbox` ? void 0 : (n.description ?? e.description);
  return (0, J.jsxs)(`div`, {
    className: `checkbox ${a || o ? `disabled` : ``}`,
    children: [
      !c && x && (0, J.jsx)(g, { id: jp(r), description: x, schema: e, uiSchema: t, registry: p }),
      (0, J.jsxs)(`label`, {
        children: [
          (0, J.jsx)(`input`, {
            type: `checkbox`,
            id: r,
            name: m || r,
            checked: i !== void 0 && i,
            required: h,
            disabled: a || o,
            autoFocus: l,
            onChange: v,
            onBlur: y,
            onFocus: b,
            'aria-describedby': Ip(r),
          }),
          Hp(
            (0, J.jsxs)(`span`, { children: [s, _ && (0, J.jsx)(`span`, { className: `required`, children: `*` })] }),
            c,
          ),
        ],
      }),
    ],
  });
}
function _S(e) {
  let { disabled: t, readonly: n, options: r, registry: i } = e,
    a = vp(`BaseInputTemplate`, i, r);
  return (0, J.jsx)(a, { type: `color`, ...e, disabled: t || n });
}
function vS(e) {
  let { onChange: t, value: n, options: r, registry: i } = e,
    a = vp(`BaseInputTemplate`, i, r);
  return (0, J.jsx)(a, { type: `datetime-local`, ...e, value: bm(n), onChange: (e) => t(Up(e)) });
}
function yS(e) {
  let { onChange: t, options: n, registry: r } = e,
    i = vp(`BaseInputTemplate`, r, n),
    a = (0, q.useCallback)((e) => t(e || void 0), [t]);
  return (0, J.jsx)(i, { type: `date`, ...e, onChange: a });
}
function bS(e) {
  let { options: t, registry: n } = e,
    r = vp(`BaseInputTemplate`, n, t);
  return (0, J.jsx)(r, { type: `email`, ...e });
}
function xS({ fileInfo: e, registry: t }) {
  let { translateString: n } = t,
    { dataURL: r, type: i, name: a } = e;
  if (!r) return null;
  let o = n(Sm.PreviewLabel);
  return [`image/jpeg`, `image/png`].includes(i)
    ? (0, J.jsx)(`img`, { src: r, alt: o, style: { maxWidth: `100%` }, className: `file-preview` })
    : (0, J.jsxs)(J.Fragment, {
        children: [
          ` `,
          (0, J.jsx)(`a`, { download: `preview-${a}`, href: r, className: `file-download`, children: o }),
        ],
      });
}
function SS({ filesInfo: e, registry: t, preview: n, onRemove: r, options: i }) {
  if (e.length === 0) return null;
  let { translateString: a } = t,
    { RemoveButton: o } = vp(`ButtonTemplates`, t, i);
  return (0, J.jsx)(`ul`, {
    className: `file-info`,
    children: e.map((e, i) => {
      let { name: s, size: c, type: l } = e;
      return (0, J.jsxs)(
        `li`,
        {
          children: [
            (0, J.jsx)(ax, { children: a(Sm.FilesInfo, [s, l, String(c)]) }),
            n && (0, J.jsx)(xS, { fileInfo: e, registry: t }),
            (0, J.jsx)(o, { onClick: () => r(i), registry: t }),
          ],
        },
        i,
      );
    }),
  });
}
function CS(e) {
  let { disabled: t, readonly: n, required: r, multiple: i, onChange: a, value: o, options: s, registry: c } = e,
    { filesInfo: l, handleChange: u, handleRemove: d } = ym(o, a, i),
    f = vp(`BaseInputTemplate`, c, s),
    p = (e) => {
      e.target.files && u(e.target.files);
    };
  return (0, J.jsxs)(`div`, {
    children: [
      (0, J.jsx)(f, {
        ...e,
        disabled: t || n,
        type: `file`,
        required: !o && r,
        onChangeOverride: p,
        value: ``,
        accept: s.accept ? String(s.accept) : void 0,
      }),
      (0, J.jsx)(SS, { filesInfo: l, onRemove: d, registry: c, preview: s.filePreview, options: s }),
    ],
  });
}
function wS({ id: e, value: t, htmlName: n }) {
  return (0, J.jsx)(`input`, { type: `hidden`, id: e, name: n || e, value: t === void 0 ? `` : t });
}
function TS(e) {
  let { options: t, registry: n } = e,
    r = vp(`BaseInputTemplate`, n, t);
  return (0, J.jsx)(r, { type: `password`, ...e });
}
function ES({
  options: e,
  value: t,
  required: n,
  disabled: r,
  readonly: i,
  autofocus: a = !1,
  onBlur: o,
  onFocus: s,
  onChange: c,
  id: l,
  htmlName: u,
}) {
  let { enumOptions: d, enumDisabled: f, inline: p, emptyValue: m } = e,
    h = hp(e),
    g = (0, q.useCallback)(({ target: e }) => o(l, sp(e?.value, d, h, m)), [o, d, m, l, h]),
    _ = (0, q.useCallback)(({ target: e }) => s(l, sp(e?.value, d, h, m)), [s, d, m, l, h]);
  return (0, J.jsx)(`div`, {
    className: `field-radio-group`,
    id: l,
    role: `radiogroup`,
    children:
      Array.isArray(d) &&
      d.map((e, o) => {
        let s = np(e.value, t),
          d = Array.isArray(f) && f.includes(e.value),
          m = r || d || i ? `disabled` : ``,
          v = (0, J.jsxs)(`span`, {
            children: [
              (0, J.jsx)(`input`, {
                type: `radio`,
                id: Lp(l, o),
                checked: s,
                name: u || l,
                required: n,
                value: cp(e.value, o, h),
                disabled: r || d || i,
                autoFocus: a && o === 0,
                onChange: () => c(e.value),
                onBlur: g,
                onFocus: _,
                'aria-describedby': Ip(l),
              }),
              (0, J.jsx)(`span`, { children: e.label }),
            ],
          });
        return p
          ? (0, J.jsx)(`label`, { className: `radio-inline ${m}`, children: v }, String(e.value))
          : (0, J.jsx)(
              `div`,
              { className: `radio ${m}`, children: (0, J.jsx)(`label`, { children: v }) },
              String(e.value),
            );
      }),
  });
}
function DS(e) {
  let {
    value: t,
    registry: {
      templates: { BaseInputTemplate: n },
    },
  } = e;
  return (0, J.jsxs)(`div`, {
    className: `field-range-wrapper`,
    children: [(0, J.jsx)(n, { type: `range`, ...e }), (0, J.jsx)(`span`, { className: `range-view`, children: t })],
  });
}
function OS({
  id: e,
  value: t,
  required: n,
  disabled: r,
  readonly: i,
  onChange: a,
  onFocus: o,
  onBlur: s,
  schema: c,
  options: l,
  htmlName: u,
}) {
  let { stars: d = 5, shape: f = `star` } = l,
    p = c.maximum ? Math.min(c.maximum, 5) : Math.min(Math.max(d, 1), 5),
    m = c.minimum || 0,
    h = (0, q.useCallback)(
      (e) => {
        !r && !i && a(e);
      },
      [a, r, i],
    ),
    g = (0, q.useCallback)(
      (t) => {
        o && o(e, Number(t.target.dataset.value));
      },
      [o, e],
    ),
    _ = (0, q.useCallback)(
      (t) => {
        s && s(e, Number(t.target.dataset.value));
      },
      [s, e],
    ),
    v = (e) => (f === `heart` ? (e ? `♥` : `♡`) : e ? `★` : `☆`);
  return (0, J.jsxs)(`div`, {
    className: `rating-widget`,
    style: { display: `inline-flex`, fontSize: `1.5rem`, cursor: r || i ? `default` : `pointer` },
    children: [
      [...Array(p)].map((e, n) => {
        let a = m + n,
          o = a <= t;
        return (0, J.jsx)(
          `span`,
          {
            onClick: () => h(a),
            onKeyDown: (e) => (e.key === `Enter` || e.key === ` `) && h(a),
            onFocus: g,
            onBlur: _,
            'data-value': a,
            tabIndex: r || i ? -1 : 0,
            role: `radio`,
            'aria-checked': a === t,
            'aria-label': `${a} ${f === `heart` ? `heart` : `star`}${a === 1 ? `` : `s`}`,
            style: { color: o ? `#FFD700` : `#ccc`, padding: `0 0.2rem`, transition: `color 0.2s`, userSelect: `none` },
            children: v(o),
          },
          n,
        );
      }),
      (0, J.jsx)(`input`, {
        type: `hidden`,
        id: e,
        name: u || e,
        value: t || ``,
        required: n,
        disabled: r || i,
        'aria-hidden': `true`,
      }),
    ],
  });
}
function kS(e, t) {
  return t
    ? Array.from(e.target.options)
        .slice()
        .filter((e) => e.selected)
        .map((e) => e.value)
    : e.target.value;
}
function AS({
  schema: e,
  id: t,
  options: n,
  value: r,
  required: i,
  disabled: a,
  readonly: o,
  multiple: s = !1,
  autofocus: c = !1,
  onChange: l,
  onBlur: u,
  onFocus: d,
  placeholder: f,
  htmlName: p,
  registry: m,
  uiSchema: h,
}) {
  let { enumOptions: g, enumDisabled: _, emptyValue: v } = n,
    y = s ? [] : ``,
    b = hp(n),
    x = (0, q.useCallback)((e) => d(t, sp(kS(e, s), g, b, v)), [d, t, s, g, v, b]),
    S = (0, q.useCallback)((e) => u(t, sp(kS(e, s), g, b, v)), [u, t, s, g, v, b]),
    C = (0, q.useCallback)((e) => l(sp(kS(e, s), g, b, v)), [l, s, g, v, b]),
    w = ip(r, g, s, b, y),
    T = !s && e.default === void 0;
  return (
    Wp(t, e, g, s),
    (0, J.jsxs)(J.Fragment, {
      children: [
        (0, J.jsx)($p, { id: t, multiple: s, options: n, registry: m, uiSchema: h, value: r }),
        (0, J.jsxs)(`select`, {
          id: t,
          name: p || t,
          multiple: s,
          className: `form-control`,
          value: w,
          required: i,
          disabled: a || o,
          autoFocus: c,
          onBlur: S,
          onFocus: x,
          onChange: C,
          'aria-describedby': Ip(t),
          children: [
            T && (0, J.jsx)(`option`, { value: ``, children: f }),
            Array.isArray(g) &&
              g.map(({ value: e, label: t }, n) => {
                let r = _ && _.includes(e);
                return (0, J.jsx)(`option`, { value: cp(e, n, b), disabled: r, children: t }, String(e));
              }),
          ],
        }),
      ],
    })
  );
}
function jS({
  id: e,
  options: t,
  placeholder: n,
  value: r,
  required: i,
  disabled: a,
  readonly: o,
  autofocus: s = !1,
  onChange: c,
  onBlur: l,
  onFocus: u,
  htmlName: d,
}) {
  let f = (0, q.useCallback)(({ target: { value: e } }) => c(e === `` ? t.emptyValue : e), [c, t.emptyValue]),
    p = (0, q.useCallback)(({ target: t }) => l(e, t?.value), [l, e]),
    m = (0, q.useCallback)(({ target: t }) => u(e, t?.value), [e, u]);
  return (0, J.jsx)(`textarea`, {
    id: e,
    name: d || e,
    className: `form-control`,
    value: r || ``,
    placeholder: n,
    required: i,
    disabled: a,
    readOnly: o,
    autoFocus: s,
    rows: t.rows,
    onBlur: p,
    onFocus: m,
    onChange: f,
    'aria-describedby': Ip(e),
  });
}
function MS(e) {
  let { options: t, registry: n } = e,
    r = vp(`BaseInputTemplate`, n, t);
  return (0, J.jsx)(r, { ...e });
}
function NS(e) {
  let { onChange: t, options: n, registry: r, schema: i, value: a } = e,
    o = vp(`BaseInputTemplate`, r, n),
    s = typeof i.multipleOf == `number` && Number.isFinite(i.multipleOf) && i.multipleOf < 60,
    c = (0, q.useCallback)(
      (e) => {
        t(e ? (s ? e : `${e}:00`) : void 0);
      },
      [s, t],
    ),
    l = typeof a == `string` && !s && /^\d{2}:\d{2}:00$/.test(a) ? a.slice(0, -3) : a;
  return (0, J.jsx)(o, { type: `time`, ...e, value: l, onChange: c });
}
function PS(e) {
  let { options: t, registry: n } = e,
    r = vp(`BaseInputTemplate`, n, t);
  return (0, J.jsx)(r, { type: `number`, ...e });
}
function FS(e) {
  let { options: t, registry: n } = e,
    r = vp(`BaseInputTemplate`, n, t);
  return (0, J.jsx)(r, { type: `url`, ...e });
}
function IS() {
  return {
    AltDateWidget: mS,
    AltDateTimeWidget: pS,
    CheckboxWidget: gS,
    CheckboxesWidget: hS,
    ColorWidget: _S,
    DateWidget: yS,
    DateTimeWidget: vS,
    EmailWidget: bS,
    FileWidget: CS,
    HiddenWidget: wS,
    PasswordWidget: TS,
    RadioWidget: ES,
    RangeWidget: DS,
    RatingWidget: OS,
    SelectWidget: AS,
    TextWidget: MS,
    TextareaWidget: jS,
    TimeWidget: NS,
    UpDownWidget: PS,
    URLWidget: FS,
  };
}
function LS() {
  return {
    fields: xx(),
    templates: fS(),
    widgets: IS(),
    rootSchema: {},
    formContext: {},
    translateString: $f,
    globalFormOptions: { idPrefix: el, idSeparator: `_`, useFallbackUiForUnsupportedType: !1 },
  };
}
function RS(e, t) {
  let { schema: n, uiSchema: r, fieldPathId: i, schemaUtils: a, formData: o, edit: s, errors: c, errorSchema: l } = e;
  return {
    schema: n,
    uiSchema: r,
    fieldPathId: i,
    schemaUtils: a,
    formData: o,
    edit: s,
    errors: c,
    errorSchema: l,
    ...(t !== void 0 && { status: t }),
  };
}
function zS(e) {
  function t(e, n) {
    if (!(n && e === null)) {
      if (Array.isArray(e)) return e.map((e) => t(e, !1));
      if (Y(e)) {
        let r = Object.entries(e).reduce((e, [n, r]) => (r !== void 0 && (e[n] = t(r, !1)), e), {});
        return n && Object.keys(r).length === 0 ? void 0 : r;
      }
      return e;
    }
  }
  return t(e, !0);
}
var BS = class e extends q.Component {
  formElement;
  changeCount = 0;
  lastReportedChange = 0;
  lastReportedFormData;
  static getDerivedStateFromProps(t, n) {
    if (t.extraErrors !== n.prevExtraErrors) {
      let r = { errors: n.schemaValidationErrors || [], errorSchema: n.schemaValidationErrorSchema || {} },
        i = e.mergeErrors(r, t.extraErrors, n.customErrors, t.noValidate);
      return { prevExtraErrors: t.extraErrors, ...i };
    }
    return null;
  }
  constructor(e) {
    if ((super(e), !e.validator)) throw Error(`A validator is required for Form functionality to work`);
    let { formData: t, initialFormData: n } = e,
      r = t ?? n;
    (this.state = { ...this.getStateFromProps(e, r, void 0, void 0, void 0, !0), prevExtraErrors: e.extraErrors }),
      eu(this.state.formData, r) || this.reportChange(RS(this.state)),
      (this.formElement = (0, q.createRef)());
  }
  isReportedFormData(e) {
    if (!this.lastReportedFormData) return !1;
    let { formData: t, awaitingReply: n } = this.lastReportedFormData;
    return n ? eu(zS(e), zS(t)) : eu(e, t);
  }
  reportChange(e, ...t) {
    let { onChange: n } = this.props;
    n && ((this.lastReportedFormData = { formData: e.formData, awaitingReply: !0 }), n(e, ...t));
  }
  getSnapshotBeforeUpdate(t, n) {
    if (!eu(this.props, t)) {
      let r = dp(this.props.formData, t.formData),
        i = dp(this.props.formData, this.state.formData),
        a = !eu(t.schema, this.props.schema),
        o = a && (eu(this.state.schema, n.schema) || !e.isLiveValidatedOnChange(this.props)),
        s = r.length > 0 || !eu(t.formData, this.props.formData),
        c = i.length > 0 || !eu(this.state.formData, this.props.formData),
        l = this.getStateFromProps(
          this.props,
          this.props.formData,
          a || s ? void 0 : this.state.retrievedSchema,
          o,
          () => dp(this.props.formData, t.formData, !0),
          !c,
        );
      return {
        nextState: l,
        shouldUpdate: !eu(l, n),
        isEchoOfState:
          (!c || this.props.formData === void 0 || this.isReportedFormData(this.props.formData)) &&
          !a &&
          eu(t.experimental_defaultFormStateBehavior, this.props.experimental_defaultFormStateBehavior),
      };
    }
    return { shouldUpdate: !1 };
  }
  componentDidUpdate(e, t, n) {
    if (n.shouldUpdate) {
      let { nextState: e, isEchoOfState: r } = n,
        i = !eu(e.formData, this.props.formData);
      if (
        (this.lastReportedFormData &&
          `formData` in this.props &&
          (this.lastReportedFormData = r ? { formData: this.props.formData, awaitingReply: !1 } : void 0),
        r && i)
      ) {
        let {
            formData: t,
            retrievedSchema: n,
            errors: r,
            errorSchema: i,
            schemaValidationErrors: a,
            schemaValidationErrorSchema: o,
          } = this.state,
          s = this.props.liveValidate && !this.props.noValidate;
        this.setState({
          ...e,
          formData: t,
          retrievedSchema: n,
          ...(s && { errors: r, errorSchema: i, schemaValidationErrors: a, schemaValidationErrorSchema: o }),
        });
        return;
      }
      i && !eu(e.formData, t.formData) && this.reportChange(RS(e)), this.setState(e);
    }
  }
  getStateFromProps(t, n, r, i = !1, a = () => [], o = !1, s = !1, c = this.state, l = this.props) {
    let u = c || {},
      d = `schema` in t ? t.schema : l.schema,
      f = `validator` in t ? t.validator : l.validator,
      p = (`uiSchema` in t ? t.uiSchema : l.uiSchema) || {},
      m = t.formData === void 0 && l.formData === void 0,
      h = n !== void 0,
      g = `liveValidate` in t ? t.liveValidate : l.liveValidate,
      _ = h && !t.noValidate && g,
      v =
        `experimental_defaultFormStateBehavior` in t
          ? t.experimental_defaultFormStateBehavior
          : l.experimental_defaultFormStateBehavior,
      y = `experimental_customMergeAllOf` in t ? t.experimental_customMergeAllOf : l.experimental_customMergeAllOf,
      { schemaUtils: b, hasNestedConditionalSchema: x } = u;
    (!b || b.doesSchemaUtilsDiffer(f, d, v, y)) &&
      ((b = Jf(f, d, v, y)), (x = Zp(b.getRootSchema(), b.getRootSchema())));
    let S = b.getRootSchema(),
      C = s && eu(S, u.schema),
      w = n;
    n === sx ? (w = void 0) : n === void 0 && m && (w = u.formData);
    let T,
      E,
      D = !1,
      O = [];
    do {
      T = b.getDefaultFormState(S, w, !1, u.initialDefaultsGenerated);
      let t = C ? Op({ formData: T }) : ``;
      if (
        ((E = e.updateRetrievedSchema(r ?? b.retrieveSchema(S, T), u.retrievedSchema)),
        C && !O.includes(t) && (x || !eu(E, u.retrievedSchema)))
      ) {
        let e = b.sanitizeDataForNewSchema(E, u.retrievedSchema, T);
        if (((D = !eu(e, T)), D)) {
          (T = e), (w = e);
          let t = Op({ formData: e });
          (D = !O.includes(t)), O.push(t);
        }
        O.push(t);
      } else D = !1;
    } while (D);
    let k = () =>
        t.noValidate || i
          ? { errors: [], errorSchema: {} }
          : { errors: u.schemaValidationErrors || [], errorSchema: u.schemaValidationErrorSchema || {} },
      A,
      j,
      { schemaValidationErrors: M, schemaValidationErrorSchema: N } = u;
    if (_ && !o) {
      let e = this.liveValidate(S, b, u.errorSchema, T, void 0, u.customErrors, r, r !== void 0, t);
      (A = e.errors), (j = e.errorSchema), (M = e.schemaValidationErrors), (N = e.schemaValidationErrorSchema);
    } else {
      let n = k();
      if (((A = n.errors), (j = n.errorSchema), (i || (t.liveValidate && t.noValidate)) && ((M = []), (N = {})), !_)) {
        let e = a();
        if (e.length > 0) {
          let t = e.reduce((e, t) => {
            let n = pu(t);
            for (let t = 1; t < n.length; t++) yu(e, [...n.slice(0, t), Bc], void 0, !0);
            return yu(e, n, void 0, !0);
          }, {});
          (N = pf(n.errorSchema, t, `preventDuplicates`)), (j = N);
        }
      }
      let r = e.mergeErrors({ errorSchema: j, errors: A }, t.extraErrors, u.customErrors, t.noValidate);
      (A = r.errors), (j = r.errorSchema);
    }
    let P = e.getRegistry(t, S, b),
      F = eu(u.registry, P) ? u.registry : P,
      I =
        u.fieldPathId && u.fieldPathId?.$id === F.globalFormOptions.idPrefix
          ? u.fieldPathId
          : cm(``, F.globalFormOptions);
    return {
      schemaUtils: b,
      schema: S,
      uiSchema: p,
      fieldPathId: I,
      formData: T,
      edit: h,
      errors: A,
      errorSchema: j,
      schemaValidationErrors: M,
      schemaValidationErrorSchema: N,
      retrievedSchema: E,
      hasNestedConditionalSchema: x,
      initialDefaultsGenerated: !0,
      registry: F,
    };
  }
  shouldComponentUpdate(e, t) {
    let { experimental_componentUpdateStrategy: n = `customDeep` } = this.props;
    return tm(this, e, t, n);
  }
  validate(e, t = this.state.schema, n, r, i = this.props) {
    let a = n || this.state.schemaUtils,
      { customValidate: o, transformErrors: s, uiSchema: c } = i,
      l = r ?? t,
      u = JSON.stringify(e),
      d = u === void 0 ? void 0 : JSON.parse(u);
    return a.getValidator().validateFormData(d, l, o, s, c);
  }
  renderErrors(e) {
    let { errors: t, errorSchema: n, schema: r, uiSchema: i } = this.state,
      a = vp(`ErrorListTemplate`, e, sl(i));
    return t?.length ? (0, J.jsx)(a, { errors: t, errorSchema: n || {}, schema: r, uiSchema: i, registry: e }) : null;
  }
  static mergeErrors(e, t, n, r) {
    let { errorSchema: i, errors: a } = e;
    if (t) {
      let n = xm(e, t);
      (i = n.errorSchema), (a = n.errors);
    }
    if (n && !r) {
      let e = xm({ errors: a, errorSchema: i }, n.ErrorSchema, !0);
      (i = e.errorSchema), (a = e.errors);
    }
    return { errors: a, errorSchema: i };
  }
  liveValidate(t, n, r, i, a, o, s, c = !1, l = this.props) {
    let u = this.validate(i, t, n, s, l),
      { errors: d } = u,
      { errorSchema: f } = u;
    c && (f = pf(r, u.errorSchema, `preventDuplicates`));
    let p = d,
      m = f;
    return {
      ...e.mergeErrors({ errorSchema: f, errors: d }, a, o, l.noValidate),
      schemaValidationErrors: p,
      schemaValidationErrorSchema: m,
    };
  }
  getUsedFormData = (e, t) => If(e, t);
  getFieldNames = (e, t) => Lf(e, t);
  omitExtraData = (e) => {
    let { schema: t, schemaUtils: n } = this.state;
    return n.omitExtraData(t, e);
  };
  setFieldValue = (e, t) => {
    let { registry: n } = this.state,
      r = Array.isArray(e) ? e : e.split(`.`),
      i = cm(``, n.globalFormOptions, r);
    this.onChange(t, r, void 0, i.$id);
  };
  onChange = (t, n, r, i) => {
    this.changeCount += 1;
    let a = this.changeCount;
    this.queueUpdate(
      (e, i, a) => ({ state: this.processChange({ newValue: t, path: n, newErrorSchema: r }, a, e, i) }),
      ({ state: t }, n, r, o) => {
        if (!t) return;
        let s = o ? [] : [i];
        if (a < this.lastReportedChange) this.reportChange(RS(this.state), ...s);
        else {
          this.lastReportedChange = a;
          let i = { ...n, ...t };
          this.reportChange(RS({ ...i, ...e.getDerivedStateFromProps(r, i) }), ...s);
        }
      },
      {
        getKey: () => a === this.changeCount,
        recover: (e, t, n) => ({ state: (n && e.isLiveValidationPending && this.validateBeforeThrow(e, t)) || null }),
      },
    );
  };
  static rethrowLater(e) {
    setTimeout(() => {
      throw e;
    });
  }
  static isLiveValidatedOnChange(e) {
    let { noValidate: t, liveValidate: n } = e;
    return !t && (n === !0 || n === `onChange`);
  }
  validateBeforeThrow(t, n) {
    if (!e.isLiveValidatedOnChange(n)) return;
    let {
      schema: r,
      schemaUtils: i,
      schemaValidationErrorSchema: a,
      formData: o,
      customErrors: s,
      retrievedSchema: c,
    } = t;
    try {
      let e = this.liveValidate(r, i, a, o, n.extraErrors, s, c, !1, n);
      return eu(e.errors, t.errors) ? void 0 : { ...e, isLiveValidationPending: !1 };
    } catch {
      return;
    }
  }
  processChange(t, n, r, i) {
    let { newValue: a, path: o, newErrorSchema: s } = t,
      { extraErrors: c, omitExtraData: l, liveOmit: u, noValidate: d, disabled: f, readonly: p } = i,
      { formData: m, fieldPathId: h, schemaValidationErrorSchema: g } = r,
      { customErrors: _, retrievedSchema: v, schemaUtils: y, schema: b } = r,
      x = {},
      S = g,
      C = h.path[0] || ``,
      w = !o || o.length === 0 || (o.length === 1 && o[0] === C),
      T = w ? a : structuredClone(m),
      E = Y(T) && Object.keys(T).length > 0 && Object.values(T).every((e) => e === void 0) && m == null ? void 0 : T;
    if (Y(T) || Array.isArray(T)) {
      let e = !1;
      if (a === ox) xu(T, o);
      else if (!w) {
        let t = a;
        if (a === void 0) {
          if (typeof o[o.length - 1] == `number`) t = null;
          else {
            let { field: t } = y.findFieldInSchema(b, o, m),
              n = t;
            !(n && (`oneOf` in n || `anyOf` in n)) && n !== void 0 && (e = !0);
          }
        }
        e ? yu(T, o, void 0) : yu(T, o, t);
      }
      let t = v && !w && !Y(a) && !Array.isArray(a) && !f && !p,
        n = this.getStateFromProps(i, E, void 0, void 0, void 0, !0, t, r, i);
      if (((T = n.formData), (v = n.retrievedSchema), n.schemaUtils !== y && !eu(n.schema, b))) {
        ({ schemaUtils: y, schema: b } = n);
        let { registry: e, hasNestedConditionalSchema: t, uiSchema: r } = n;
        x = {
          schemaUtils: y,
          schema: b,
          registry: e,
          hasNestedConditionalSchema: t,
          uiSchema: r,
          fieldPathId: n.fieldPathId,
        };
      }
      e && T && yu(T, o, void 0);
    }
    let D = e.isLiveValidatedOnChange(i),
      O = { ...x, formData: T, retrievedSchema: v },
      k = T;
    if ((l === !0 && (u === !0 || u === `onChange`) && ((k = y.omitExtraData(b, T)), (O = { ...O, formData: k })), s)) {
      let e = w ? g : vu(g, o);
      if (e && Object.keys(e).length > 0) w ? (S = s) : ((S = structuredClone(g)), yu(S, o, s, !0));
      else if (((_ = new lp(_?.ErrorSchema)), w)) {
        let e = s[Bc];
        e && _.setErrors(e);
      } else yu(_.ErrorSchema, o, s, !0);
    } else if (
      _ &&
      vu(_.ErrorSchema, [...o, `__errors`])?.length &&
      ((_ = new lp(_.ErrorSchema)), _.clearErrors(o), !d && !(D && n))
    ) {
      let e = [...o, Bc],
        t = vu(c, e) ?? [],
        n = structuredClone(r.errorSchema || {}),
        i = [...(vu(g, e) ?? []), ...t];
      if (i.length > 0) yu(n, e, i, !0);
      else {
        xu(n, e);
        for (let e = o.length; e > 0; --e) {
          let t = vu(n, o.slice(0, e));
          if (!Y(t) || Object.keys(t).length > 0) break;
          xu(n, o.slice(0, e));
        }
      }
      let a = `.${o.join(`.`)}`,
        s = r.errors || [],
        l = [...(r.schemaValidationErrors || []).filter((e) => e.property === a), ...am({ [Bc]: t }, o.map(String))],
        u = s.findIndex((e) => e.property === a),
        d = u === -1 ? s.length : u,
        f = s.filter((e) => e.property !== a),
        p = [...f.slice(0, d), ...l, ...f.slice(d)];
      O = { ...O, errorSchema: n, errors: p };
    }
    if (
      (_ !== r.customErrors && (O = { ...O, customErrors: _ }),
      D && (O = { ...O, isLiveValidationPending: !n }),
      D && n)
    ) {
      let e = this.liveValidate(b, y, S, k, c, _, v, !1, i);
      O = { ...O, ...e };
    } else if (!d && s) {
      let t = e.mergeErrors({ errorSchema: S, errors: r.schemaValidationErrors || [] }, c, _);
      O = { ...O, ...t };
    }
    return O;
  }
  static updateRetrievedSchema(e, t) {
    return eu(e, t) ? t : e;
  }
  reset = () => {
    let { formData: e, initialFormData: t = sx } = this.props,
      n = {
        formData: this.getStateFromProps(this.props, e ?? t, void 0, void 0, void 0, !0).formData,
        errorSchema: {},
        errors: [],
        schemaValidationErrors: [],
        schemaValidationErrorSchema: {},
        initialDefaultsGenerated: !1,
        customErrors: void 0,
        isLiveValidationPending: !1,
      };
    this.setState(n, () => this.reportChange(RS({ ...this.state, ...n })));
  };
  onBlur = (e, t) => {
    let { onBlur: n } = this.props;
    n && n(e, t),
      this.queueUpdate(
        (e, t) => {
          let { omitExtraData: n, liveOmit: r, liveValidate: i } = t,
            a = n === !0 && r === `onBlur`,
            o = i === `onBlur`;
          if (!a && !o) return { state: null, hasChanges: !1 };
          let { formData: s, schema: c, schemaUtils: l, errorSchema: u, customErrors: d, retrievedSchema: f } = e,
            p = a ? l.omitExtraData(c, s) : s,
            m = { formData: p };
          if (o) {
            let e = this.liveValidate(c, l, u, p, t.extraErrors, d, f, !1, t);
            m = { ...m, ...e, isLiveValidationPending: !1 };
          }
          let h = [`formData`, `errors`, `errorSchema`].some((t) => t in m && !eu(e[t], m[t]));
          return { state: m, hasChanges: h };
        },
        ({ state: t, hasChanges: n }) => {
          n && this.reportChange(RS({ ...this.state, ...t }), e);
        },
      );
  };
  queueUpdate(t, n, r = {}) {
    let { getKey: i, recover: a } = r,
      o,
      s = !1;
    this.setState(
      (n, r) => {
        let c = i?.(),
          l = o;
        if (l?.prevState !== n || l.props !== r || l.key !== c) {
          try {
            l = { prevState: n, props: r, key: c, result: t(n, r, c) };
          } catch (t) {
            (l = { prevState: n, props: r, key: c, result: a?.(n, r, c), thrown: { error: t } }),
              s && e.rethrowLater(t);
          }
          o = l;
        }
        return l.result?.state ?? null;
      },
      () => {
        s = !0;
        let t = o;
        (o = void 0),
          t &&
            (t.thrown && e.rethrowLater(t.thrown.error),
            t.result && n(t.result, t.prevState, t.props, t.thrown !== void 0));
      },
    );
  }
  onFocus = (e, t) => {
    let { onFocus: n } = this.props;
    n && n(e, t);
  };
  onSubmit = (t) => {
    t.preventDefault(),
      t.target === t.currentTarget &&
        (t.persist(),
        this.queueUpdate(
          (e, t) => this.validateSubmission(e, t),
          ({ state: n, errors: r, hasError: i }, a, o) => {
            if (i) {
              try {
                this.focusFirstError(r, o);
              } catch (t) {
                e.rethrowLater(t);
              }
              e.reportErrors(r, o);
            } else if (o.onSubmit) {
              let r = { ...a, ...n };
              o.onSubmit(RS({ ...r, ...e.getDerivedStateFromProps(o, r) }, `submitted`), t);
            }
          },
        ));
  };
  validateSubmission(e, t) {
    let { omitExtraData: n, extraErrors: r, noValidate: i } = t,
      { schema: a, schemaUtils: o } = e,
      s = n === !0 ? o.omitExtraData(a, e.formData) : e.formData,
      c = [];
    if (!i) {
      let e = this.validateWithExtraErrors(s, a, o, t);
      if (e.hasError)
        return {
          state: {
            errors: e.errors,
            errorSchema: e.errorSchema,
            schemaValidationErrors: e.schemaValidation.errors,
            schemaValidationErrorSchema: e.schemaValidation.errorSchema,
            isLiveValidationPending: !1,
          },
          errors: e.errors,
          hasError: !0,
        };
      ({ errors: c } = e);
    }
    return {
      state: {
        formData: s,
        errors: r ? am(r) : [],
        errorSchema: r || {},
        schemaValidationErrors: [],
        schemaValidationErrorSchema: {},
        isLiveValidationPending: !1,
      },
      errors: c,
      hasError: !1,
    };
  }
  validateWithExtraErrors(t, n, r, i) {
    let { extraErrors: a, extraErrorsBlockSubmit: o } = i,
      s = this.validate(t, n, r, void 0, i),
      { errors: c, errorSchema: l } = a ? e.mergeErrors(s, a) : s;
    return { schemaValidation: s, errors: c, errorSchema: l, hasError: s.errors.length > 0 || !!(a && o) };
  }
  focusFirstError(e, t) {
    let { focusOnFirstError: n } = t;
    typeof n == `function` ? n(e[0]) : n && this.focusOnError(e[0]);
  }
  static reportErrors(e, t) {
    t.onError ? t.onError(e) : console.error(`Form validation failed`, e);
  }
  static getGlobalFormOptions(e) {
    let {
      uiSchema: t = {},
      experimental_componentUpdateStrategy: n,
      idSeparator: r = `_`,
      idPrefix: i = el,
      nameGenerator: a,
      useFallbackUiForUnsupportedType: o = !1,
    } = e;
    return {
      idPrefix: t[`ui:rootFieldId`] || i,
      idSeparator: r,
      useFallbackUiForUnsupportedType: o,
      ...(n !== void 0 && { experimental_componentUpdateStrategy: n }),
      ...(a !== void 0 && { nameGenerator: a }),
    };
  }
  static getRegistry(t, n, r) {
    let { translateString: i, uiSchema: a = {} } = t,
      { fields: o, templates: s, widgets: c, formContext: l, translateString: u } = LS();
    return {
      fields: { ...o, ...t.fields },
      templates: { ...s, ...t.templates, ButtonTemplates: { ...s.ButtonTemplates, ...t.templates?.ButtonTemplates } },
      widgets: { ...c, ...t.widgets },
      rootSchema: n,
      formContext: t.formContext || l,
      schemaUtils: r,
      translateString: i || u,
      globalUiOptions: a[ol],
      globalFormOptions: e.getGlobalFormOptions(t),
      uiSchemaDefinitions: a[`ui:definitions`] ?? {},
    };
  }
  submit = () => {
    if (this.formElement.current) {
      let e = new CustomEvent(`submit`, { cancelable: !0 });
      e.preventDefault(), this.formElement.current.dispatchEvent(e), this.formElement.current.requestSubmit();
    }
  };
  focusOnError(e) {
    let { idPrefix: t = `root`, idSeparator: n = `_` } = this.props,
      { property: r } = e,
      i = pu(r ?? ``);
    i.unshift(t);
    let a = i.join(n),
      o = this.formElement.current.elements[a];
    (o ||= this.formElement.current.querySelector(`input[id^="${a}"], button[id^="${a}"]`)),
      o?.length && (o = o[0]),
      o && o.focus();
  }
  validateFormWithFormData = (t) => {
    let { errors: n, formData: r, schema: i, schemaUtils: a } = this.state,
      {
        schemaValidation: o,
        errors: s,
        errorSchema: c,
        hasError: l,
      } = this.validateWithExtraErrors(t, i, a, this.props),
      u = (t, n) => this.setState((n, i) => (!eu(n.formData, r) && e.isLiveValidatedOnChange(i) ? null : t), n);
    if (l) {
      this.focusFirstError(s, this.props);
      let { props: t } = this;
      u(
        { errors: s, errorSchema: c, schemaValidationErrors: o.errors, schemaValidationErrorSchema: o.errorSchema },
        () => e.reportErrors(s, t),
      );
    } else
      s.length > 0
        ? u({ errors: s, errorSchema: c, schemaValidationErrors: [], schemaValidationErrorSchema: {} })
        : n.length > 0 &&
          u({ errors: [], errorSchema: {}, schemaValidationErrors: [], schemaValidationErrorSchema: {} });
    return !l;
  };
  validateForm() {
    let { omitExtraData: e } = this.props,
      { formData: t, schema: n, schemaUtils: r } = this.state;
    return this.validateFormWithFormData(e === !0 ? r.omitExtraData(n, t) : t);
  }
  render() {
    let {
        children: e,
        id: t,
        className: n = ``,
        tagName: r,
        name: i,
        method: a,
        target: o,
        action: s,
        autoComplete: c,
        enctype: l,
        acceptCharset: u,
        noHtml5Validate: d = !1,
        disabled: f,
        readonly: p,
        showErrorList: m = `top`,
        _internalFormWrapper: h,
      } = this.props,
      { schema: g, uiSchema: _, formData: v, errorSchema: y, fieldPathId: b, registry: x } = this.state,
      { SchemaField: S } = x.fields,
      { SubmitButton: C } = x.templates.ButtonTemplates,
      w = h ? r : void 0,
      T = h || r || `form`,
      { [Yc]: E = {} } = sl(_);
    f && (E = { ...E, props: { ...E.props, disabled: !0 } });
    let D = { [al]: { [Yc]: E } };
    return (0, J.jsxs)(T, {
      className: n || `rjsf`,
      id: t,
      name: i,
      method: a,
      target: o,
      action: s,
      autoComplete: c,
      encType: l,
      acceptCharset: u,
      noValidate: d,
      onSubmit: this.onSubmit,
      as: w,
      ref: this.formElement,
      children: [
        m === `top` && this.renderErrors(x),
        (0, J.jsx)(S, {
          name: ``,
          schema: g,
          uiSchema: _,
          errorSchema: y,
          fieldPathId: b,
          formData: v,
          onChange: this.onChange,
          onBlur: this.onBlur,
          onFocus: this.onFocus,
          registry: x,
          disabled: f,
          readonly: p,
        }),
        e || (0, J.jsx)(C, { uiSchema: D, registry: x }),
        m === `bottom` && this.renderErrors(x),
      ],
    });
  }
};
function VS(e) {
  return (0, q.forwardRef)(({ fields: t, widgets: n, templates: r, ...i }, a) => {
    let o = { ...e?.fields, ...t },
      s = { ...e?.widgets, ...n },
      c = { ...e?.templates, ...r, ButtonTemplates: { ...e?.templates?.ButtonTemplates, ...r?.ButtonTemplates } };
    return (0, J.jsx)(BS, { ...e, ...i, fields: o, widgets: s, templates: c, ref: a });
  });
}
function HS(e) {
  let { buttonsProps: t, className: n, hasToolbar: r, index: i, uiSchema: a, registry: o, children: s } = e,
    c = vp(`ArrayFieldItemButtonsTemplate`, o, sl(a));
  return (0, J.jsx)(
    K,
    {
      className: n || `rjsf-array-item`,
      mb: `xs`,
      children: (0, J.jsxs)(dn, {
        gap: `xs`,
        align: `end`,
        justify: `center`,
        children: [
          (0, J.jsx)(K, { w: `100%`, children: s }),
          r && (0, J.jsx)(pe, { wrap: `nowrap`, gap: 2, mb: 7, children: (0, J.jsx)(c, { ...t }) }),
        ],
      }),
    },
    `array-item-${i}`,
  );
}
function US(e) {
  let {
      canAdd: t,
      className: n,
      disabled: r,
      fieldPathId: i,
      items: a,
      optionalDataControl: o,
      onAddClick: s,
      readonly: c,
      required: l,
      schema: u,
      uiSchema: d,
      title: f,
      registry: p,
    } = e,
    m = sl(d),
    h = vp(`ArrayFieldDescriptionTemplate`, p, m),
    g = vp(`ArrayFieldTitleTemplate`, p, m),
    _ = !c && !r,
    {
      ButtonTemplates: { AddButton: v },
    } = p.templates,
    y =
      (m.title || f) &&
      (0, J.jsx)(g, {
        fieldPathId: i,
        required: l,
        title: m.title || f,
        schema: u,
        uiSchema: d,
        registry: p,
        optionalDataControl: _ ? o : void 0,
      });
  return (0, J.jsxs)(Ai, {
    legend: y,
    className: n,
    id: i.$id,
    children: [
      (m.description || u.description) &&
        (0, J.jsx)(h, {
          description: m.description || u.description,
          fieldPathId: i,
          schema: u,
          uiSchema: d,
          registry: p,
        }),
      (0, J.jsxs)(K, { className: `row rjsf-array-item-list`, children: [_ ? void 0 : o, a] }),
      t &&
        (0, J.jsx)(pe, {
          justify: `flex-end`,
          children: (0, J.jsx)(v, {
            id: Rp(i, `add`),
            className: `rjsf-array-item-add`,
            disabled: r || c,
            onClick: s,
            uiSchema: d,
            registry: p,
            iconType: `md`,
          }),
        }),
    ],
  });
}
function WS(e) {
  let { fieldPathId: t, title: n, uiSchema: r, registry: i, optionalDataControl: a } = e,
    { label: o = !0 } = sl(r, i.globalUiOptions);
  if (!n || !o) return null;
  let s = n ? (0, J.jsx)(f, { id: Fp(t), order: 4, fw: `normal`, children: n }) : null;
  return (
    a &&
      (s = (0, J.jsxs)(V, {
        children: [
          (0, J.jsx)(V.Col, { span: `auto`, children: s }),
          (0, J.jsx)(V.Col, { span: `content`, children: a }),
        ],
      })),
    s
  );
}
var GS =
  `emptyValue.classNames.title.label.help.autocomplete.disabled.enumDisabled.hideError.readonly.order.filePreview.inline.inputType.submitButtonOptions.widget.enumNames.addable.copyable.orderable.removable.duplicateKeySuffixSeparator.enumOptions.enableMarkdownInDescription.enableMarkdownInHelp.globalOptions`.split(
    `.`,
  );
function KS(e) {
  let t = {};
  for (let n in e) GS.includes(n) || (t[n] = e[n]);
  return t;
}
function qS(e) {
  let {
      id: t,
      htmlName: n,
      type: r,
      schema: i,
      value: a,
      placeholder: o,
      required: s,
      disabled: c,
      readonly: l,
      autofocus: u,
      label: d,
      hideLabel: f,
      onChange: p,
      onChangeOverride: m,
      onBlur: h,
      onFocus: g,
      options: _,
      rawErrors: y,
      children: b,
      registry: x,
    } = e,
    { ClearButton: S } = x.templates.ButtonTemplates,
    C = mp(i, r, _, !1),
    w = f ? void 0 : _.description || i.description,
    T = KS(_),
    E = (0, q.useCallback)((e) => p(e), [p]),
    D = (0, q.useCallback)(
      (e) => {
        (m || p)(e.target.value === `` ? _.emptyValue : e.target.value);
      },
      [p, m, _],
    ),
    O = (0, q.useCallback)(
      (e) => {
        h(t, e.target?.value);
      },
      [h, t],
    ),
    k = (0, q.useCallback)(
      (e) => {
        g(t, e.target?.value);
      },
      [g, t],
    ),
    A = (0, q.useCallback)(
      (e) => {
        e.preventDefault(), e.stopPropagation(), p(_.emptyValue ?? ``);
      },
      [p, _.emptyValue],
    ),
    j = {
      id: t,
      name: n || t,
      label: Hp(d || void 0, f, !1),
      required: s,
      autoFocus: u,
      disabled: c || l,
      onBlur: l ? void 0 : O,
      onFocus: l ? void 0 : k,
      placeholder: o,
      error:
        y && y.length > 0
          ? y.join(`
`)
          : void 0,
      list: i.examples ? Np(t) : void 0,
    },
    { min: M, max: N, ...P } = C,
    F =
      C.type === `number` || C.type === `integer`
        ? (0, J.jsx)(zo, {
            onChange: l ? void 0 : E,
            ...j,
            ...P,
            ...T,
            step: typeof C.step == `number` ? C.step : 1,
            type: `text`,
            description: w,
            value: a,
            min: typeof M == `number` ? M : void 0,
            max: typeof N == `number` ? N : void 0,
            'aria-describedby': Ip(t, !!i.examples),
          })
        : (0, J.jsx)(v, {
            onChange: l ? void 0 : D,
            ...j,
            ...C,
            ...T,
            description: w,
            value: a,
            'aria-describedby': Ip(t, !!i.examples),
          });
  return (0, J.jsxs)(J.Fragment, {
    children: [
      F,
      _.allowClearTextInputs && !l && !c && a && (0, J.jsx)(S, { registry: x, onClick: A }),
      b,
      (0, J.jsx)(Dx, { id: t, schema: i }),
    ],
  });
}
function JS({ size: e, style: t, ...n }) {
  return (0, J.jsxs)(`svg`, {
    xmlns: `http://www.w3.org/2000/svg`,
    width: `24`,
    height: `24`,
    viewBox: `0 0 24 24`,
    fill: `none`,
    stroke: `currentColor`,
    strokeWidth: `2`,
    strokeLinecap: `round`,
    strokeLinejoin: `round`,
    className: `icon icon-tabler icons-tabler-outline icon-tabler-plus`,
    style: { width: e, height: e, ...t },
    ...n,
    children: [
      (0, J.jsx)(`path`, { stroke: `none`, d: `M0 0h24v24H0z`, fill: `none` }),
      (0, J.jsx)(`path`, { d: `M12 5l0 14` }),
      (0, J.jsx)(`path`, { d: `M5 12l14 0` }),
    ],
  });
}
function YS({ size: e, style: t, ...n }) {
  return (0, J.jsxs)(`svg`, {
    xmlns: `http://www.w3.org/2000/svg`,
    width: `24`,
    height: `24`,
    viewBox: `0 0 24 24`,
    fill: `none`,
    stroke: `currentColor`,
    strokeWidth: `2`,
    strokeLinecap: `round`,
    strokeLinejoin: `round`,
    className: `icon icon-tabler icons-tabler-outline icon-tabler-copy`,
    style: { width: e, height: e, ...t },
    ...n,
    children: [
      (0, J.jsx)(`path`, { stroke: `none`, d: `M0 0h24v24H0z`, fill: `none` }),
      (0, J.jsx)(`path`, {
        d: `M7 7m0 2.667a2.667 2.667 0 0 1 2.667 -2.667h8.666a2.667 2.667 0 0 1 2.667 2.667v8.666a2.667 2.667 0 0 1 -2.667 2.667h-8.666a2.667 2.667 0 0 1 -2.667 -2.667z`,
      }),
      (0, J.jsx)(`path`, {
        d: `M4.012 16.737a2.005 2.005 0 0 1 -1.012 -1.737v-10c0 -1.1 .9 -2 2 -2h10c.75 0 1.158 .385 1.5 1`,
      }),
    ],
  });
}
function XS({ size: e, style: t, ...n }) {
  return (0, J.jsxs)(`svg`, {
    xmlns: `http://www.w3.org/2000/svg`,
    width: `24`,
    height: `24`,
    viewBox: `0 0 24 24`,
    fill: `none`,
    stroke: `currentColor`,
    strokeWidth: `2`,
    strokeLinecap: `round`,
    strokeLinejoin: `round`,
    className: `icon icon-tabler icons-tabler-outline icon-tabler-chevron-down`,
    style: { width: e, height: e, ...t },
    ...n,
    children: [
      (0, J.jsx)(`path`, { stroke: `none`, d: `M0 0h24v24H0z`, fill: `none` }),
      (0, J.jsx)(`path`, { d: `M6 9l6 6l6 -6` }),
    ],
  });
}
function ZS({ size: e, style: t, ...n }) {
  return (0, J.jsxs)(`svg`, {
    xmlns: `http://www.w3.org/2000/svg`,
    width: `24`,
    height: `24`,
    viewBox: `0 0 24 24`,
    fill: `none`,
    stroke: `currentColor`,
    strokeWidth: `2`,
    strokeLinecap: `round`,
    strokeLinejoin: `round`,
    className: `icon icon-tabler icons-tabler-outline icon-tabler-chevron-up`,
    style: { width: e, height: e, ...t },
    ...n,
    children: [
      (0, J.jsx)(`path`, { stroke: `none`, d: `M0 0h24v24H0z`, fill: `none` }),
      (0, J.jsx)(`path`, { d: `M6 15l6 -6l6 6` }),
    ],
  });
}
function QS({ size: e, style: t, ...n }) {
  return (0, J.jsxs)(`svg`, {
    xmlns: `http://www.w3.org/2000/svg`,
    width: `24`,
    height: `24`,
    viewBox: `0 0 24 24`,
    fill: `none`,
    stroke: `currentColor`,
    strokeWidth: `2`,
    strokeLinecap: `round`,
    strokeLinejoin: `round`,
    className: `icon icon-tabler icons-tabler-outline icon-tabler-x`,
    style: { width: e, height: e, ...t },
    ...n,
    children: [
      (0, J.jsx)(`path`, { stroke: `none`, d: `M0 0h24v24H0z`, fill: `none` }),
      (0, J.jsx)(`path`, { d: `M18 6l-12 12` }),
      (0, J.jsx)(`path`, { d: `M6 6l12 12` }),
    ],
  });
}
function $S({ size: e, style: t, ...n }) {
  return (0, J.jsxs)(`svg`, {
    xmlns: `http://www.w3.org/2000/svg`,
    width: `24`,
    height: `24`,
    viewBox: `0 0 24 24`,
    fill: `none`,
    stroke: `currentColor`,
    strokeWidth: `2`,
    strokeLinecap: `round`,
    strokeLinejoin: `round`,
    className: `icon icon-tabler icons-tabler-outline icon-tabler-exclamation-circle`,
    style: { width: e, height: e, ...t },
    ...n,
    children: [
      (0, J.jsx)(`path`, { d: `M12 12m-9 0a9 9 0 1 0 18 0a9 9 0 1 0 -18 0` }),
      (0, J.jsx)(`path`, { d: `M12 9v4` }),
      (0, J.jsx)(`path`, { d: `M12 16v.01` }),
    ],
  });
}
function eC(e) {
  let { icon: t, iconType: n = `sm`, color: r, onClick: i, uiSchema: a, registry: o, ...s } = e;
  return (0, J.jsx)(it, { size: n, color: r, onClick: i, ...s, children: t });
}
var tC = (0, q.memo)(eC);
function nC(e) {
  let {
    registry: { translateString: t },
  } = e;
  return (0, J.jsx)(tC, { title: t(Sm.CopyButton), variant: `subtle`, ...e, icon: (0, J.jsx)(YS, {}) });
}
var rC = (0, q.memo)(nC);
function iC(e) {
  let {
    registry: { translateString: t },
  } = e;
  return (0, J.jsx)(tC, { title: t(Sm.MoveDownButton), variant: `subtle`, ...e, icon: (0, J.jsx)(XS, {}) });
}
var aC = (0, q.memo)(iC);
function oC(e) {
  let {
    registry: { translateString: t },
  } = e;
  return (0, J.jsx)(tC, { title: t(Sm.MoveUpButton), variant: `subtle`, ...e, icon: (0, J.jsx)(ZS, {}) });
}
var sC = (0, q.memo)(oC);
function cC(e) {
  let {
    registry: { translateString: t },
  } = e;
  return (0, J.jsx)(tC, { title: t(Sm.RemoveButton), variant: `subtle`, color: `red`, ...e, icon: (0, J.jsx)(QS, {}) });
}
var lC = (0, q.memo)(cC);
function uC(e) {
  let {
    registry: { translateString: t },
  } = e;
  return (0, J.jsx)(tC, { title: t(Sm.ClearButton), variant: `subtle`, ...e, icon: (0, J.jsx)(QS, {}) });
}
var dC = (0, q.memo)(uC);
function fC(e) {
  let {
    registry: { translateString: t },
  } = e;
  return (0, J.jsx)(tC, { title: t(Sm.AddItemButton), variant: `subtle`, ...e, icon: (0, J.jsx)(JS, {}) });
}
function pC({ uiSchema: e }) {
  let { submitText: t, norender: n, props: r = {} } = _p(e);
  return n ? null : (0, J.jsx)(Ze, { type: `submit`, variant: `filled`, ...r, children: t });
}
function mC() {
  return {
    SubmitButton: pC,
    AddButton: fC,
    CopyButton: rC,
    MoveDownButton: aC,
    MoveUpButton: sC,
    RemoveButton: lC,
    ClearButton: dC,
  };
}
function hC(e) {
  let { name: t, fieldPathId: n, registry: r, onExpand: i } = e,
    { translateString: a } = r,
    o = `${n.$id}-button`;
  return (0, J.jsx)(N, {
    color: `yellow`,
    variant: `transparent`,
    title: a(Sm.CycleDetected, [t]),
    icon: (0, J.jsx)($S, {}),
    mt: `md`,
    children: (0, J.jsx)(pe, {
      children: (0, J.jsx)(Ze, {
        id: o,
        size: `xs`,
        variant: `outline`,
        color: `yellow`,
        onClick: () => i(n.$id),
        children: a(Sm.ExpandButton),
      }),
    }),
  });
}
function gC(e) {
  let { id: t, description: n, registry: r, uiSchema: i } = e;
  return n
    ? (0, J.jsx)(ce, { id: t, mt: 3, mb: `sm`, children: (0, J.jsx)(Kx, { description: n, registry: r, uiSchema: i }) })
    : null;
}
function _C({ errors: e, registry: t }) {
  let { translateString: n } = t;
  return (0, J.jsx)(N, {
    color: `red`,
    variant: `transparent`,
    title: (0, J.jsx)(f, { order: 5, fw: `normal`, children: n(Sm.ErrorsLabel) }),
    icon: (0, J.jsx)($S, {}),
    children: (0, J.jsx)(g, {
      children: e.map((e, t) => (0, J.jsx)(g.Item, { c: `red`, children: e.stack }, `error-${t}`)),
    }),
  });
}
function vC({ errors: e, fieldPathId: t }) {
  if (!e?.length) return null;
  let n = Mp(t);
  return (0, J.jsx)(K, {
    id: n,
    c: `red`,
    display: `none`,
    children: (0, J.jsx)(g, { children: e.map((e, t) => (0, J.jsx)(g.Item, { children: e }, `field-error-${t}`)) }),
  });
}
function yC(e) {
  let { fieldPathId: t, help: n, uiSchema: r, registry: i } = e;
  return n
    ? (0, J.jsx)(ce, {
        id: Pp(t),
        size: `sm`,
        my: `xs`,
        c: `dimmed`,
        children: (0, J.jsx)(Qx, { help: n, registry: i, uiSchema: r }),
      })
    : null;
}
function bC(e) {
  let {
      id: t,
      classNames: n,
      style: r,
      label: i,
      errors: a,
      help: o,
      displayLabel: s,
      description: c,
      rawDescription: l,
      hidden: u,
      schema: d,
      uiSchema: f,
      registry: p,
      children: m,
      ...h
    } = e,
    g = vp(`WrapIfAdditionalTemplate`, p, sl(f));
  return u
    ? (0, J.jsx)(K, { display: `none`, children: m })
    : (0, J.jsxs)(g, {
        id: t,
        classNames: n,
        style: r,
        label: i,
        displayLabel: s,
        rawDescription: l,
        schema: d,
        uiSchema: f,
        registry: p,
        ...h,
        children: [m, a, o],
      });
}
function xC(e) {
  let { children: t, column: n, fluid: r = !0, ...i } = e;
  return n
    ? (0, J.jsx)(V.Col, { ...i, children: t })
    : r
      ? (0, J.jsx)(wi, { p: `4`, mx: 0, w: `100%`, children: (0, J.jsx)(V, { ...i, children: t }) })
      : (0, J.jsx)(V, { grow: !0, ...i, children: t });
}
function SC({ selector: e, optionSchemaField: t }) {
  return (0, J.jsxs)(w, { style: { marginBottom: `1rem` }, children: [e, t] });
}
function CC(e) {
  let {
      title: t,
      description: n,
      disabled: r,
      properties: i,
      optionalDataControl: a,
      onAddProperty: o,
      readonly: s,
      required: c,
      schema: l,
      uiSchema: u,
      fieldPathId: d,
      formData: f,
      registry: p,
    } = e,
    m = sl(u),
    h = vp(`TitleFieldTemplate`, p, m),
    g = vp(`DescriptionFieldTemplate`, p, m),
    _ = !s && !r,
    {
      ButtonTemplates: { AddButton: v },
    } = p.templates,
    y = (typeof m?.gridCols == `number` && m?.gridCols) || void 0,
    b = m?.gridSpacing,
    x = m?.gridVerticalSpacing;
  return (0, J.jsxs)(wi, {
    id: d.$id,
    p: 0,
    children: [
      t &&
        (0, J.jsx)(h, {
          id: Fp(d),
          title: t,
          required: c,
          schema: l,
          uiSchema: u,
          registry: p,
          optionalDataControl: _ ? a : void 0,
        }),
      n && (0, J.jsx)(g, { id: jp(d), description: n, schema: l, uiSchema: u, registry: p }),
      (0, J.jsxs)(F, {
        cols: y,
        spacing: b,
        verticalSpacing: x,
        mb: `sm`,
        children: [
          _ ? void 0 : a,
          i.filter((e) => !e.hidden).map((e) => (0, J.jsx)(K, { children: e.content }, e.name)),
        ],
      }),
      cl(l, u, f) &&
        (0, J.jsx)(pe, {
          mt: `xs`,
          justify: `flex-end`,
          children: (0, J.jsx)(v, {
            id: Rp(d, `add`),
            disabled: r || s,
            onClick: o,
            className: `rjsf-object-property-expand`,
            uiSchema: u,
            registry: p,
          }),
        }),
    ],
  });
}
function wC(e) {
  let { id: t, registry: n, label: r, onAddClick: i, onRemoveClick: a } = e;
  return i
    ? (0, J.jsx)(fC, { id: t, registry: n, icon: `plus`, className: `rjsf-add-optional-data`, onClick: i, title: r })
    : a
      ? (0, J.jsx)(lC, {
          id: t,
          registry: n,
          icon: `remove`,
          className: `rjsf-remove-optional-data`,
          onClick: a,
          title: r,
        })
      : (0, J.jsx)(`em`, { id: t, children: r });
}
function TC(e) {
  let { id: t, title: n, optionalDataControl: r } = e,
    i = n ? (0, J.jsx)(f, { id: t, order: 3, fw: `normal`, children: n }) : null;
  return (
    r &&
      (i = (0, J.jsxs)(V, {
        children: [
          (0, J.jsx)(V.Col, { span: `auto`, children: i }),
          (0, J.jsx)(V.Col, { span: `content`, children: r }),
        ],
      })),
    i
  );
}
function EC(e) {
  let {
      id: t,
      classNames: n,
      style: r,
      label: i,
      displayLabel: a,
      rawDescription: o,
      required: s,
      readonly: c,
      disabled: l,
      schema: u,
      uiSchema: d,
      onKeyRenameBlur: f,
      onRemoveProperty: p,
      registry: m,
      children: h,
    } = e,
    { templates: g, translateString: _ } = m,
    { RemoveButton: y } = g.ButtonTemplates,
    b = _(Sm.KeyLabel, [i]);
  if (!(Mc in u)) return (0, J.jsx)(`div`, { className: n, style: r, children: h });
  let x = d ? d[al] : {},
    S = { ...d, [al]: { ...x, block: !0 } };
  return (0, J.jsx)(`div`, {
    className: n,
    style: r,
    children: (0, J.jsxs)(dn, {
      gap: `xs`,
      align: `end`,
      justify: `center`,
      children: [
        (0, J.jsxs)(V, {
          w: `100%`,
          align: `center`,
          children: [
            (0, J.jsx)(V.Col, {
              span: 6,
              className: `form-additional`,
              children: (0, J.jsx)(
                v,
                {
                  className: `form-group`,
                  label: a ? b : void 0,
                  defaultValue: i,
                  required: s,
                  description: o ? `\xA0` : void 0,
                  disabled: l || c,
                  id: `${t}-key`,
                  name: `${t}-key`,
                  onBlur: c ? void 0 : f,
                },
                i,
              ),
            }),
            (0, J.jsx)(V.Col, { span: 6, className: `form-additional`, children: h }),
          ],
        }),
        (0, J.jsx)(`div`, {
          children: (0, J.jsx)(y, {
            id: Rp(t, `remove`),
            iconType: `sm`,
            className: `rjsf-array-item-remove`,
            disabled: l || c,
            onClick: p,
            uiSchema: S,
            registry: m,
          }),
        }),
      ],
    }),
  });
}
function DC() {
  return {
    ArrayFieldItemTemplate: HS,
    ArrayFieldTemplate: US,
    ArrayFieldTitleTemplate: WS,
    BaseInputTemplate: qS,
    CyclicSchemaExpandTemplate: hC,
    ButtonTemplates: mC(),
    DescriptionFieldTemplate: gC,
    ErrorListTemplate: _C,
    FieldErrorTemplate: vC,
    FieldTemplate: bC,
    FieldHelpTemplate: yC,
    GridTemplate: xC,
    ObjectFieldTemplate: CC,
    OptionalDataControlsTemplate: wC,
    TitleFieldTemplate: TC,
    WrapIfAdditionalTemplate: EC,
    MultiSchemaFieldTemplate: SC,
  };
}
DC();
var OC = Ye((e, t, n) => {
    var r;
    (function (n, i) {
      typeof e == `object` && t !== void 0
        ? (t.exports = i())
        : typeof r == `function` && r.amd
          ? r(i)
          : ((n = typeof globalThis < `u` ? globalThis : n || self).dayjs = i());
    })(n, function () {
      var e = 1e3,
        t = 6e4,
        n = 36e5,
        r = `millisecond`,
        i = `second`,
        a = `minute`,
        o = `hour`,
        s = `day`,
        c = `week`,
        l = `month`,
        u = `quarter`,
        d = `year`,
        f = `date`,
        p = `Invalid Date`,
        m = /^(\d{4})[-/]?(\d{1,2})?[-/]?(\d{0,2})[Tt\s]*(\d{1,2})?:?(\d{1,2})?:?(\d{1,2})?[.:]?(\d+)?$/,
        h = /\[([^\]]+)]|YYYY|YY|M{1,4}|D{1,2}|d{1,4}|H{1,2}|h{1,2}|a|A|m{1,2}|s{1,2}|Z{1,2}|SSS/g,
        g = {
          name: `en`,
          weekdays: `Sunday_Monday_Tuesday_Wednesday_Thursday_Friday_Saturday`.split(`_`),
          months: `January_February_March_April_May_June_July_August_September_October_November_December`.split(`_`),
          ordinal: function (e) {
            var t = [`th`, `st`, `nd`, `rd`],
              n = e % 100;
            return `[` + e + (t[(n - 20) % 10] || t[n] || t[0]) + `]`;
          },
        },
        _ = function (e, t, n) {
          var r = String(e);
          return !r || r.length >= t ? e : `` + Array(t + 1 - r.length).join(n) + e;
        },
        v = {
          s: _,
          z: function (e) {
            var t = -e.utcOffset(),
              n = Math.abs(t),
              r = Math.floor(n / 60),
              i = n % 60;
            return (t <= 0 ? `+` : `-`) + _(r, 2, `0`) + `:` + _(i, 2, `0`);
          },
          m: function e(t, n) {
            if (t.date() < n.date()) return -e(n, t);
            var r = 12 * (n.year() - t.year()) + (n.month() - t.month()),
              i = t.clone().add(r, l),
              a = n - i < 0,
              o = t.clone().add(r + (a ? -1 : 1), l);
            return +(-(r + (n - i) / (a ? i - o : o - i)) || 0);
          },
          a: function (e) {
            return e < 0 ? Math.ceil(e) || 0 : Math.floor(e);
          },
          p: function (e) {
            return (
              { M: l, y: d, w: c, d: s, D: f, h: o, m: a, s: i, ms: r, Q: u }[e] ||
              String(e || ``)
                .toLowerCase()
                .replace(/s$/, ``)
            );
          },
          u: function (e) {
            return e === void 0;
          },
        },
        y = `en`,
        b = {};
      b[y] = g;
      var x = `$isDayjsObject`,
        S = function (e) {
          return e instanceof E || !(!e || !e[x]);
        },
        C = function e(t, n, r) {
          var i;
          if (!t) return y;
          if (typeof t == `string`) {
            var a = t.toLowerCase();
            b[a] && (i = a), n && ((b[a] = n), (i = a));
            var o = t.split(`-`);
            if (!i && o.length > 1) return e(o[0]);
          } else {
            var s = t.name;
            (b[s] = t), (i = s);
          }
          return (!r && i && (y = i), i || (!r && y));
        },
        w = function (e, t) {
          if (S(e)) return e.clone();
          var n = typeof t == `object` ? t : {};
          return ((n.date = e), (n.args = arguments), new E(n));
        },
        T = v;
      (T.l = C),
        (T.i = S),
        (T.w = function (e, t) {
          return w(e, { locale: t.$L, utc: t.$u, x: t.$x, $offset: t.$offset });
        });
      var E = (function () {
          function g(e) {
            (this.$L = C(e.locale, null, !0)), this.parse(e), (this.$x = this.$x || e.x || {}), (this[x] = !0);
          }
          var _ = g.prototype;
          return (
            (_.parse = function (e) {
              (this.$d = (function (e) {
                var t = e.date,
                  n = e.utc;
                if (t === null) return new Date(NaN);
                if (T.u(t)) return new Date();
                if (t instanceof Date) return new Date(t);
                if (typeof t == `string` && !/Z$/i.test(t)) {
                  var r = t.match(m);
                  if (r) {
                    var i = r[2] - 1 || 0,
                      a = (r[7] || `0`).substring(0, 3);
                    return n
                      ? new Date(Date.UTC(r[1], i, r[3] || 1, r[4] || 0, r[5] || 0, r[6] || 0, a))
                      : new Date(r[1], i, r[3] || 1, r[4] || 0, r[5] || 0, r[6] || 0, a);
                  }
                }
                return new Date(t);
              })(e)),
                this.init();
            }),
            (_.init = function () {
              var e = this.$d;
              (this.$y = e.getFullYear()),
                (this.$M = e.getMonth()),
                (this.$D = e.getDate()),
                (this.$W = e.getDay()),
                (this.$H = e.getHours()),
                (this.$m = e.getMinutes()),
                (this.$s = e.getSeconds()),
                (this.$ms = e.getMilliseconds());
            }),
            (_.$utils = function () {
              return T;
            }),
            (_.isValid = function () {
              return this.$d.toString() !== p;
            }),
            (_.isSame = function (e, t) {
              var n = w(e);
              return this.startOf(t) <= n && n <= this.endOf(t);
            }),
            (_.isAfter = function (e, t) {
              return w(e) < this.startOf(t);
            }),
            (_.isBefore = function (e, t) {
              return this.endOf(t) < w(e);
            }),
            (_.$g = function (e, t, n) {
              return T.u(e) ? this[t] : this.set(n, e);
            }),
            (_.unix = function () {
              return Math.floor(this.valueOf() / 1e3);
            }),
            (_.valueOf = function () {
              return this.$d.getTime();
            }),
            (_.startOf = function (e, t) {
              var n = this,
                r = !!T.u(t) || t,
                u = T.p(e),
                p = function (e, t) {
                  var i = T.w(n.$u ? Date.UTC(n.$y, t, e) : new Date(n.$y, t, e), n);
                  return r ? i : i.endOf(s);
                },
                m = function (e, t) {
                  return T.w(n.toDate()[e].apply(n.toDate(`s`), (r ? [0, 0, 0, 0] : [23, 59, 59, 999]).slice(t)), n);
                },
                h = this.$W,
                g = this.$M,
                _ = this.$D,
                v = `set` + (this.$u ? `UTC` : ``);
              switch (u) {
                case d:
                  return r ? p(1, 0) : p(31, 11);
                case l:
                  return r ? p(1, g) : p(0, g + 1);
                case c:
                  var y = this.$locale().weekStart || 0,
                    b = (h < y ? h + 7 : h) - y;
                  return p(r ? _ - b : _ + (6 - b), g);
                case s:
                case f:
                  return m(v + `Hours`, 0);
                case o:
                  return m(v + `Minutes`, 1);
                case a:
                  return m(v + `Seconds`, 2);
                case i:
                  return m(v + `Milliseconds`, 3);
                default:
                  return this.clone();
              }
            }),
            (_.endOf = function (e) {
              return this.startOf(e, !1);
            }),
            (_.$set = function (e, t) {
              var n,
                c = T.p(e),
                u = `set` + (this.$u ? `UTC` : ``),
                p = ((n = {}),
                (n[s] = u + `Date`),
                (n[f] = u + `Date`),
                (n[l] = u + `Month`),
                (n[d] = u + `FullYear`),
                (n[o] = u + `Hours`),
                (n[a] = u + `Minutes`),
                (n[i] = u + `Seconds`),
                (n[r] = u + `Milliseconds`),
                n)[c],
                m = c === s ? this.$D + (t - this.$W) : t;
              if (c === l || c === d) {
                var h = this.clone().set(f, 1);
                h.$d[p](m), h.init(), (this.$d = h.set(f, Math.min(this.$D, h.daysInMonth())).$d);
              } else p && this.$d[p](m);
              return (this.init(), this);
            }),
            (_.set = function (e, t) {
              return this.clone().$set(e, t);
            }),
            (_.get = function (e) {
              return this[T.p(e)]();
            }),
            (_.add = function (r, u) {
              var f,
                p = this;
              r = Number(r);
              var m = T.p(u),
                h = function (e) {
                  var t = w(p);
                  return T.w(t.date(t.date() + Math.round(e * r)), p);
                };
              if (m === l) return this.set(l, this.$M + r);
              if (m === d) return this.set(d, this.$y + r);
              if (m === s) return h(1);
              if (m === c) return h(7);
              var g = ((f = {}), (f[a] = t), (f[o] = n), (f[i] = e), f)[m] || 1,
                _ = this.$d.getTime() + r * g;
              return T.w(_, this);
            }),
            (_.subtract = function (e, t) {
              return this.add(-1 * e, t);
            }),
            (_.format = function (e) {
              var t = this,
                n = this.$locale();
              if (!this.isValid()) return n.invalidDate || p;
              var r = e || `YYYY-MM-DDTHH:mm:ssZ`,
                i = T.z(this),
                a = this.$H,
                o = this.$m,
                s = this.$M,
                c = n.weekdays,
                l = n.months,
                u = n.meridiem,
                d = function (e, n, i, a) {
                  return (e && (e[n] || e(t, r))) || i[n].slice(0, a);
                },
                f = function (e) {
                  return T.s(a % 12 || 12, e, `0`);
                },
                m =
                  u ||
                  function (e, t, n) {
                    var r = e < 12 ? `AM` : `PM`;
                    return n ? r.toLowerCase() : r;
                  };
              return r.replace(h, function (e, r) {
                return (
                  r ||
                  (function (e) {
                    switch (e) {
                      case `YY`:
                        return String(t.$y).slice(-2);
                      case `YYYY`:
                        return T.s(t.$y, 4, `0`);
                      case `M`:
                        return s + 1;
                      case `MM`:
                        return T.s(s + 1, 2, `0`);
                      case `MMM`:
                        return d(n.monthsShort, s, l, 3);
                      case `MMMM`:
                        return d(l, s);
                      case `D`:
                        return t.$D;
                      case `DD`:
                        return T.s(t.$D, 2, `0`);
                      case `d`:
                        return String(t.$W);
                      case `dd`:
                        return d(n.weekdaysMin, t.$W, c, 2);
                      case `ddd`:
                        return d(n.weekdaysShort, t.$W, c, 3);
                      case `dddd`:
                        return c[t.$W];
                      case `H`:
                        return String(a);
                      case `HH`:
                        return T.s(a, 2, `0`);
                      case `h`:
                        return f(1);
                      case `hh`:
                        return f(2);
                      case `a`:
                        return m(a, o, !0);
                      case `A`:
                        return m(a, o, !1);
                      case `m`:
                        return String(o);
                      case `mm`:
                        return T.s(o, 2, `0`);
                      case `s`:
                        return String(t.$s);
                      case `ss`:
                        return T.s(t.$s, 2, `0`);
                      case `SSS`:
                        return T.s(t.$ms, 3, `0`);
                      case `Z`:
                        return i;
                    }
                    return null;
                  })(e) ||
                  i.replace(`:`, ``)
                );
              });
            }),
            (_.utcOffset = function () {
              return 15 * -Math.round(this.$d.getTimezoneOffset() / 15);
            }),
            (_.diff = function (r, f, p) {
              var m,
                h = this,
                g = T.p(f),
                _ = w(r),
                v = (_.utcOffset() - this.utcOffset()) * t,
                y = this - _,
                b = function () {
                  return T.m(h, _);
                };
              switch (g) {
                case d:
                  m = b() / 12;
                  break;
                case l:
                  m = b();
                  break;
                case u:
                  m = b() / 3;
                  break;
                case c:
                  m = (y - v) / 6048e5;
                  break;
                case s:
                  m = (y - v) / 864e5;
                  break;
                case o:
                  m = y / n;
                  break;
                case a:
                  m = y / t;
                  break;
                case i:
                  m = y / e;
                  break;
                default:
                  m = y;
              }
              return p ? m : T.a(m);
            }),
            (_.daysInMonth = function () {
              return this.endOf(l).$D;
            }),
            (_.$locale = function () {
              return b[this.$L];
            }),
            (_.locale = function (e, t) {
              if (!e) return this.$L;
              var n = this.clone(),
                r = C(e, t, !0);
              return (r && (n.$L = r), n);
            }),
            (_.clone = function () {
              return T.w(this.$d, this);
            }),
            (_.toDate = function () {
              return new Date(this.valueOf());
            }),
            (_.toJSON = function () {
              return this.isValid() ? this.toISOString() : null;
            }),
            (_.toISOString = function () {
              return this.$d.toISOString();
            }),
            (_.toString = function () {
              return this.$d.toUTCString();
            }),
            g
          );
        })(),
        D = E.prototype;
      return (
        (w.prototype = D),
        [
          [`$ms`, r],
          [`$s`, i],
          [`$m`, a],
          [`$H`, o],
          [`$W`, s],
          [`$M`, l],
          [`$y`, d],
          [`$D`, f],
        ].forEach(function (e) {
          D[e[1]] = function (t) {
            return this.$g(t, e[0], e[1]);
          };
        }),
        (w.extend = function (e, t) {
          return ((e.$i ||= (e(t, E, w), !0)), w);
        }),
        (w.locale = C),
        (w.isDayjs = S),
        (w.unix = function (e) {
          return w(1e3 * e);
        }),
        (w.en = b[y]),
        (w.Ls = b),
        (w.p = {}),
        w
      );
    });
  }),
  kC = Ye((e, t, n) => {
    var r;
    (function (n, i) {
      typeof e == `object` && t !== void 0
        ? (t.exports = i())
        : typeof r == `function` && r.amd
          ? r(i)
          : ((n = typeof globalThis < `u` ? globalThis : n || self).dayjs_plugin_customParseFormat = i());
    })(n, function () {
      var e = {
          LTS: `h:mm:ss A`,
          LT: `h:mm A`,
          L: `MM/DD/YYYY`,
          LL: `MMMM D, YYYY`,
          LLL: `MMMM D, YYYY h:mm A`,
          LLLL: `dddd, MMMM D, YYYY h:mm A`,
        },
        t = /(\[[^[]*\])|([-_:/.,()\s]+)|(A|a|Q|YYYY|YY?|ww?|MM?M?M?|Do|DD?|hh?|HH?|mm?|ss?|S{1,3}|z|ZZ?)/g,
        n = /\d/,
        r = /\d\d/,
        i = /\d\d?/,
        a = /\d*[^-_:/,()\s\d]+/,
        o = {},
        s = function (e) {
          return (e = +e) + (e > 68 ? 1900 : 2e3);
        },
        c = function (e) {
          return function (t) {
            this[e] = +t;
          };
        },
        l = [
          /[+-]\d\d:?(\d\d)?|Z/,
          function (e) {
            (this.zone ||= {}).offset = (function (e) {
              if (!e || e === `Z`) return 0;
              var t = e.match(/([+-]|\d\d)/g),
                n = 60 * t[1] + (+t[2] || 0);
              return n === 0 ? 0 : t[0] === `+` ? -n : n;
            })(e);
          },
        ],
        u = function (e) {
          var t = o[e];
          return t && (t.indexOf ? t : t.s.concat(t.f));
        },
        d = function (e, t) {
          var n,
            r = o.meridiem;
          if (r) {
            for (var i = 1; i <= 24; i += 1)
              if (e.indexOf(r(i, 0, t)) > -1) {
                n = i > 12;
                break;
              }
          } else n = e === (t ? `pm` : `PM`);
          return n;
        },
        f = {
          A: [
            a,
            function (e) {
              this.afternoon = d(e, !1);
            },
          ],
          a: [
            a,
            function (e) {
              this.afternoon = d(e, !0);
            },
          ],
          Q: [
            n,
            function (e) {
              this.month = 3 * (e - 1) + 1;
            },
          ],
          S: [
            n,
            function (e) {
              this.milliseconds = 100 * e;
            },
          ],
          SS: [
            r,
            function (e) {
              this.milliseconds = 10 * e;
            },
          ],
          SSS: [
            /\d{3}/,
            function (e) {
              this.milliseconds = +e;
            },
          ],
          s: [i, c(`seconds`)],
          ss: [i, c(`seconds`)],
          m: [i, c(`minutes`)],
          mm: [i, c(`minutes`)],
          H: [i, c(`hours`)],
          h: [i, c(`hours`)],
          HH: [i, c(`hours`)],
          hh: [i, c(`hours`)],
          D: [i, c(`day`)],
          DD: [r, c(`day`)],
          Do: [
            a,
            function (e) {
              var t = o.ordinal,
                n = e.match(/\d+/);
              if (((this.day = n[0]), t))
                for (var r = 1; r <= 31; r += 1) t(r).replace(/\[|\]/g, ``) === e && (this.day = r);
            },
          ],
          w: [i, c(`week`)],
          ww: [r, c(`week`)],
          M: [i, c(`month`)],
          MM: [r, c(`month`)],
          MMM: [
            a,
            function (e) {
              var t = u(`months`),
                n =
                  (
                    u(`monthsShort`) ||
                    t.map(function (e) {
                      return e.slice(0, 3);
                    })
                  ).indexOf(e) + 1;
              if (n < 1) throw Error();
              this.month = n % 12 || n;
            },
          ],
          MMMM: [
            a,
            function (e) {
              var t = u(`months`).indexOf(e) + 1;
              if (t < 1) throw Error();
              this.month = t % 12 || t;
            },
          ],
          Y: [/[+-]?\d+/, c(`year`)],
          YY: [
            r,
            function (e) {
              this.year = s(e);
            },
          ],
          YYYY: [/\d{4}/, c(`year`)],
          Z: l,
          ZZ: l,
        };
      function p(n) {
        for (
          var r = n,
            i = o && o.formats,
            a = (n = r.replace(/(\[[^\]]+])|(LTS?|l{1,4}|L{1,4})/g, function (t, n, r) {
              var a = r && r.toUpperCase();
              return (
                n ||
                i[r] ||
                e[r] ||
                i[a].replace(/(\[[^\]]+])|(MMMM|MM|DD|dddd)/g, function (e, t, n) {
                  return t || n.slice(1);
                })
              );
            })).match(t),
            s = a.length,
            c = 0;
          c < s;
          c += 1
        ) {
          var l = a[c],
            u = f[l],
            d = u && u[0],
            p = u && u[1];
          a[c] = p ? { regex: d, parser: p } : l.replace(/^\[|\]$/g, ``);
        }
        return function (e) {
          for (var t = {}, n = 0, r = 0; n < s; n += 1) {
            var i = a[n];
            if (typeof i == `string`) r += i.length;
            else {
              var o = i.regex,
                c = i.parser,
                l = e.slice(r),
                u = o.exec(l)[0];
              c.call(t, u), (e = e.replace(u, ``));
            }
          }
          return (
            (function (e) {
              var t = e.afternoon;
              if (t !== void 0) {
                var n = e.hours;
                t ? n < 12 && (e.hours += 12) : n === 12 && (e.hours = 0), delete e.afternoon;
              }
            })(t),
            t
          );
        };
      }
      return function (e, t, n) {
        (n.p.customParseFormat = !0), e && e.parseTwoDigitYear && (s = e.parseTwoDigitYear);
        var r = t.prototype,
          i = r.parse;
        r.parse = function (e) {
          var t = e.date,
            r = e.utc,
            a = e.args;
          this.$u = r;
          var s = a[1];
          if (typeof s == `string`) {
            var c = !0 === a[2],
              l = !0 === a[3],
              u = c || l,
              d = a[2];
            l && (d = a[2]),
              (o = this.$locale()),
              !c && d && (o = n.Ls[d]),
              (this.$d = (function (e, t, n, r) {
                try {
                  if ([`x`, `X`].indexOf(t) > -1) return new Date((t === `X` ? 1e3 : 1) * e);
                  var i = p(t)(e),
                    a = i.year,
                    o = i.month,
                    s = i.day,
                    c = i.hours,
                    l = i.minutes,
                    u = i.seconds,
                    d = i.milliseconds,
                    f = i.zone,
                    m = i.week,
                    h = new Date(),
                    g = s || (a || o ? 1 : h.getDate()),
                    _ = a || h.getFullYear(),
                    v = 0;
                  (a && !o) || (v = o > 0 ? o - 1 : h.getMonth());
                  var y,
                    b = c || 0,
                    x = l || 0,
                    S = u || 0,
                    C = d || 0;
                  return f
                    ? new Date(Date.UTC(_, v, g, b, x, S, C + 60 * f.offset * 1e3))
                    : n
                      ? new Date(Date.UTC(_, v, g, b, x, S, C))
                      : ((y = new Date(_, v, g, b, x, S, C)), m && (y = r(y).week(m).toDate()), y);
                } catch {
                  return new Date(``);
                }
              })(t, s, r, n)),
              this.init(),
              d && !0 !== d && (this.$L = this.locale(d).$L),
              u && t != this.format(s) && (this.$d = new Date(``)),
              (o = {});
          } else if (s instanceof Array)
            for (var f = s.length, m = 1; m <= f; m += 1) {
              a[1] = s[m - 1];
              var h = n.apply(this, a);
              if (h.isValid()) {
                (this.$d = h.$d), (this.$L = h.$L), this.init();
                break;
              }
              m === f && (this.$d = new Date(``));
            }
          else i.call(this, e);
        };
      };
    });
  }),
  $ = Be(OC(), 1),
  AC = Be(kC(), 1);
function jC(e) {
  let {
      id: t,
      htmlName: n,
      value: r,
      required: i,
      disabled: a,
      readonly: o,
      autofocus: s,
      label: c,
      hideLabel: l,
      rawErrors: u,
      options: d,
      onChange: f,
      onBlur: p,
      onFocus: m,
    } = e,
    { enumOptions: h, enumDisabled: g, inline: _, emptyValue: v } = d,
    y = hp(d),
    b = KS(d),
    x = (0, q.useCallback)(
      (e) => {
        !a && !o && f && f(sp(e, h, y, v));
      },
      [f, a, o, h, v, y],
    ),
    S = (0, q.useCallback)(
      ({ target: e }) => {
        p && p(t, sp(e.value, h, y, v));
      },
      [p, t, h, v, y],
    ),
    C = (0, q.useCallback)(
      ({ target: e }) => {
        m && m(t, sp(e.value, h, y, v));
      },
      [m, t, h, v, y],
    ),
    w = rp(r, h, !0);
  return Array.isArray(h) && h.length > 0
    ? (0, J.jsxs)(J.Fragment, {
        children: [
          !l && !!c && (0, J.jsx)(We.Label, { id: Fp(t), required: i, children: c }),
          (0, J.jsx)(gr.Group, {
            id: t,
            value: w,
            onChange: x,
            required: i,
            readOnly: a || o,
            error:
              u && u.length > 0
                ? u.join(`
`)
                : void 0,
            'aria-describedby': Ip(t),
            ...b,
            children: Array.isArray(h)
              ? (0, J.jsx)(dn, {
                  mt: `xs`,
                  direction: _ ? `row` : `column`,
                  gap: `xs`,
                  wrap: `wrap`,
                  children: h.map((e, r) =>
                    (0, J.jsx)(
                      gr,
                      {
                        id: Lp(t, r),
                        name: n || t,
                        value: cp(e.value, r, y),
                        label: e.label,
                        disabled: Array.isArray(g) && g.includes(e.value),
                        autoFocus: r === 0 && s,
                        onBlur: S,
                        onFocus: C,
                      },
                      String(e.value),
                    ),
                  ),
                })
              : null,
          }),
        ],
      })
    : null;
}
function MC(e) {
  let {
      id: t,
      name: n,
      htmlName: r,
      value: i = !1,
      required: a,
      disabled: o,
      readonly: s,
      autofocus: c,
      label: l,
      hideLabel: u,
      schema: d,
      rawErrors: f,
      options: p,
      onChange: m,
      onBlur: h,
      onFocus: g,
      registry: _,
      uiSchema: v,
    } = e,
    y = vp(`DescriptionFieldTemplate`, _, p),
    b = (0, q.useCallback)(
      (e) => {
        !o && !s && m && m(e.currentTarget.checked);
      },
      [m, o, s],
    ),
    x = (0, q.useCallback)(
      ({ target: e }) => {
        h && h(t, e.checked);
      },
      [h, t],
    ),
    S = (0, q.useCallback)(
      ({ target: e }) => {
        g && g(t, e.checked);
      },
      [g, t],
    ),
    C = p.description || d.description;
  return (0, J.jsxs)(J.Fragment, {
    children: [
      !u && !!C && (0, J.jsx)(y, { id: jp(t), description: C, schema: d, uiSchema: v, registry: _ }),
      (0, J.jsx)(gr, {
        id: t,
        name: r || n,
        label: Hp(l || void 0, u, !1),
        disabled: o || s,
        required: a,
        autoFocus: c,
        checked: i === void 0 ? !1 : i === `true` || i,
        onChange: b,
        onBlur: x,
        onFocus: S,
        error:
          f && f.length > 0
            ? f.join(`
`)
            : void 0,
        'aria-describedby': Ip(t),
      }),
    ],
  });
}
function NC(e) {
  let {
      id: t,
      name: n,
      value: r,
      placeholder: i,
      required: a,
      disabled: o,
      readonly: s,
      autofocus: c,
      label: l,
      hideLabel: u,
      rawErrors: d,
      options: f,
      onChange: p,
      onBlur: m,
      onFocus: h,
    } = e,
    g = KS(f),
    _ = (0, q.useCallback)(
      (e) => {
        p(e);
      },
      [p],
    ),
    v = (0, q.useCallback)(
      ({ target: e }) => {
        m && m(t, e?.value);
      },
      [m, t],
    ),
    y = (0, q.useCallback)(
      ({ target: e }) => {
        h && h(t, e?.value);
      },
      [h, t],
    );
  return (0, J.jsx)(bi, {
    id: t,
    name: n,
    value: r || ``,
    placeholder: i || void 0,
    required: a,
    disabled: o || s,
    autoFocus: c,
    label: Hp(l || void 0, u, !1),
    onChange: _,
    onBlur: v,
    onFocus: y,
    error:
      d && d.length > 0
        ? d.join(`
`)
        : void 0,
    ...g,
    'aria-describedby': Ip(t),
    popoverProps: { withinPortal: !1 },
  });
}
function PC(e) {
  let { AltDateWidget: t } = e.registry.widgets;
  return (0, J.jsx)(t, { time: !0, ...e });
}
function FC(e) {
  let {
      id: t,
      required: n,
      disabled: r,
      readonly: i,
      label: a,
      hideLabel: o,
      rawErrors: s,
      options: c,
      registry: l,
    } = e,
    { translateString: u } = l,
    { elements: d, handleChange: f, handleClear: p, handleSetNow: m } = pm(e);
  return (0, J.jsxs)(J.Fragment, {
    children: [
      !o && !!a && (0, J.jsx)(We.Label, { id: Fp(t), required: n, children: a }),
      (0, J.jsxs)(dn, {
        gap: `xs`,
        align: `center`,
        wrap: `nowrap`,
        children: [
          d.map((e, n) => {
            let a = `${t}_${e.type}`;
            return (0, J.jsx)(
              K,
              {
                children: (0, J.jsx)(os, {
                  id: a,
                  name: a,
                  placeholder: e.type,
                  disabled: r || i,
                  data: Zf(e.range[0], e.range[1]).map((e) => e.value.toString()),
                  value: !e.value || e.value < 0 ? null : e.value.toString(),
                  onChange: (t) => f(e.type, t || void 0),
                  searchable: !1,
                  allowDeselect: !1,
                  comboboxProps: { withinPortal: !1 },
                  'aria-describedby': Ip(a),
                }),
              },
              n,
            );
          }),
          (0, J.jsxs)(pe, {
            wrap: `nowrap`,
            gap: 3,
            children: [
              (c.hideNowButton === `undefined` || !c.hideNowButton) &&
                (0, J.jsx)(Ze, { variant: `subtle`, size: `xs`, onClick: m, children: u(Sm.NowLabel) }),
              (c.hideClearButton === `undefined` || !c.hideClearButton) &&
                (0, J.jsx)(Ze, { variant: `subtle`, size: `xs`, onClick: p, children: u(Sm.ClearLabel) }),
            ],
          }),
        ],
      }),
      s && s?.length > 0 && s.map((e, t) => (0, J.jsx)(We.Error, { children: e }, `alt-date-widget-input-errors-${t}`)),
    ],
  });
}
function IC({ direction: e, levelIndex: t, rowIndex: n, cellIndex: r, size: i }) {
  switch (e) {
    case `up`:
      return t === 0 && n === 0
        ? null
        : n === 0
          ? {
              levelIndex: t - 1,
              rowIndex: r <= i[t - 1][i[t - 1].length - 1] - 1 ? i[t - 1].length - 1 : i[t - 1].length - 2,
              cellIndex: r,
            }
          : { levelIndex: t, rowIndex: n - 1, cellIndex: r };
    case `down`:
      return n === i[t].length - 1 || (n === i[t].length - 2 && r >= i[t][i[t].length - 1])
        ? { levelIndex: t + 1, rowIndex: 0, cellIndex: r }
        : { levelIndex: t, rowIndex: n + 1, cellIndex: r };
    case `left`:
      return t === 0 && n === 0 && r === 0
        ? null
        : n === 0 && r === 0
          ? { levelIndex: t - 1, rowIndex: i[t - 1].length - 1, cellIndex: i[t - 1][i[t - 1].length - 1] - 1 }
          : r === 0
            ? { levelIndex: t, rowIndex: n - 1, cellIndex: i[t][n - 1] - 1 }
            : { levelIndex: t, rowIndex: n, cellIndex: r - 1 };
    case `right`:
      return n === i[t].length - 1 && r === i[t][n] - 1
        ? { levelIndex: t + 1, rowIndex: 0, cellIndex: 0 }
        : r === i[t][n] - 1
          ? { levelIndex: t, rowIndex: n + 1, cellIndex: 0 }
          : { levelIndex: t, rowIndex: n, cellIndex: r + 1 };
    default:
      return { levelIndex: t, rowIndex: n, cellIndex: r };
  }
}
function LC(e) {
  return !e.disabled && !e.getAttribute(`data-hidden`) && !e.getAttribute(`data-outside`);
}
function RC({ controlsRef: e, direction: t, levelIndex: n, rowIndex: r, cellIndex: i, size: a }) {
  let o = IC({ direction: t, size: a, rowIndex: r, cellIndex: i, levelIndex: n });
  if (!o) return `previous`;
  if (o.levelIndex >= a.length) return `next`;
  let s = e.current?.[o.levelIndex]?.[o.rowIndex]?.[o.cellIndex];
  return s
    ? LC(s)
      ? (s.focus(), null)
      : RC({
          controlsRef: e,
          direction: t,
          levelIndex: o.levelIndex,
          cellIndex: o.cellIndex,
          rowIndex: o.rowIndex,
          size: a,
        })
    : null;
}
function zC({ controlsRef: e, direction: t, levelIndex: n, rowIndex: r, cellIndex: i }) {
  let a = VC(e),
    o = e.current?.[n]?.[r]?.[i];
  a &&
    o &&
    (LC(o) ? o.focus() : RC({ controlsRef: e, direction: t, levelIndex: n, rowIndex: r, cellIndex: i, size: a }));
}
function BC(e, t) {
  switch (e) {
    case `ArrowDown`:
      return `down`;
    case `ArrowUp`:
      return `up`;
    case `ArrowRight`:
      return t === `rtl` ? `left` : `right`;
    case `ArrowLeft`:
      return t === `rtl` ? `right` : `left`;
    default:
      return null;
  }
}
function VC(e) {
  return e.current?.map((e) => e.map((e) => e.length));
}
function HC({ controlsRef: e, levelIndex: t, rowIndex: n, cellIndex: r, event: i, onEdgeCross: a, dir: o = `ltr` }) {
  let s = BC(i.key, o);
  if (s) {
    i.preventDefault();
    let o = RC({ controlsRef: e, direction: s, levelIndex: t, rowIndex: n, cellIndex: r, size: VC(e) });
    o && a?.({ edge: o, direction: s, cellIndex: r });
  }
}
function UC(e) {
  return e == null || e === `` ? e : (0, $.default)(e).format(`YYYY-MM-DD`);
}
function WC(e) {
  return e == null || e === `` ? e : (0, $.default)(e).format(`YYYY-MM-DD HH:mm:ss`);
}
function GC({ minDate: e, maxDate: t }) {
  let n = (0, $.default)();
  return !e && !t
    ? UC(n)
    : e && (0, $.default)(n).isBefore(e)
      ? UC(e)
      : t && (0, $.default)(n).isAfter(t)
        ? UC(t)
        : UC(n);
}
var KC = (0, q.createContext)({
  locale: `en`,
  firstDayOfWeek: 1,
  weekendDays: [0, 6],
  labelSeparator: `–`,
  consistentWeeks: !1,
});
function qC() {
  let e = (0, q.use)(KC),
    t = (0, q.useCallback)((t) => t || e.locale, [e.locale]),
    n = (0, q.useCallback)((t) => (typeof t == `number` ? t : e.firstDayOfWeek), [e.firstDayOfWeek]),
    r = (0, q.useCallback)((t) => (Array.isArray(t) ? t : e.weekendDays), [e.weekendDays]),
    i = (0, q.useCallback)((t) => (typeof t == `string` ? t : e.labelSeparator), [e.labelSeparator]);
  return { ...e, getLocale: t, getFirstDayOfWeek: n, getWeekendDays: r, getLabelSeparator: i };
}
function JC({ value: e, type: t, withTime: n }) {
  let r = n ? WC : UC;
  if (t === `range` && Array.isArray(e)) {
    let t = r(e[0]),
      n = r(e[1]);
    return t ? (n ? `${t} – ${n}` : `${t} –`) : ``;
  }
  return t === `multiple` && Array.isArray(e) ? e.filter(Boolean).join(`, `) : !Array.isArray(e) && e ? r(e) : ``;
}
function YC({ value: e, type: t, name: n, form: r, withTime: i = !1 }) {
  return (0, J.jsx)(`input`, { type: `hidden`, value: JC({ value: e, type: t, withTime: i }), name: n, form: r });
}
YC.displayName = `@mantine/dates/HiddenDatesInput`;
var XC = { input: `m_468e7eda` },
  ZC = W((e) => {
    let t = G([`Input`, `InputWrapper`, `TimeInput`], null, e),
      {
        classNames: n,
        styles: r,
        unstyled: i,
        vars: a,
        withSeconds: o,
        minTime: s,
        maxTime: c,
        value: l,
        onChange: u,
        step: d,
        ...f
      } = t,
      { resolvedClassNames: p, resolvedStyles: m } = A({ classNames: n, styles: r, props: t }),
      h = (e) => {
        if (s !== void 0 || c !== void 0) {
          let [t, n, r] = e.split(`:`).map(Number);
          if (s) {
            let [e, i, a] = s.split(`:`).map(Number);
            if (t < e || (t === e && n < i) || (o && t === e && n === i && r < a)) return -1;
          }
          if (c) {
            let [e, i, a] = c.split(`:`).map(Number);
            if (t > e || (t === e && n > i) || (o && t === e && n === i && r > a)) return 1;
          }
        }
        return 0;
      },
      g = (e) => {
        if ((t.onBlur?.(e), s !== void 0 || c !== void 0)) {
          let n = e.currentTarget.value;
          if (n) {
            let r = h(n);
            r === 1
              ? (c && (e.currentTarget.value = c), t.onChange?.(e))
              : r === -1 && (s && (e.currentTarget.value = s), t.onChange?.(e));
          }
        }
      };
    return (0, J.jsx)(Se, {
      classNames: { ...p, input: yt(XC.input, p?.input) },
      styles: m,
      unstyled: i,
      value: l,
      step: d ?? (o ? 1 : 60),
      ...f,
      onChange: u,
      onBlur: g,
      type: `time`,
      __staticSelector: `TimeInput`,
    });
  });
(ZC.classes = Se.classes), (ZC.displayName = `@mantine/dates/TimeInput`);
var QC = { day: `m_396ce5cb` },
  $C = a((e, { size: t }) => ({ day: { '--day-size': et(t, `day-size`) } })),
  ew = W((e) => {
    let t = G(`Day`, null, e),
      {
        classNames: n,
        className: r,
        style: i,
        styles: a,
        unstyled: o,
        vars: s,
        date: c,
        disabled: u,
        __staticSelector: d,
        weekend: f,
        outside: p,
        selected: m,
        renderDay: h,
        inRange: g,
        firstInRange: _,
        lastInRange: v,
        hidden: y,
        static: b,
        highlightToday: x,
        fullWidth: S,
        attributes: C,
        ...w
      } = t,
      T = l({
        name: d || `Day`,
        classes: QC,
        props: t,
        className: r,
        style: i,
        classNames: n,
        styles: a,
        unstyled: o,
        attributes: C,
        vars: s,
        varsResolver: $C,
        rootSelector: `day`,
      });
    return (0, J.jsx)(Ve, {
      ...T(`day`, { style: y ? { display: `none` } : void 0 }),
      component: b ? `div` : `button`,
      disabled: u,
      'data-today': (0, $.default)(c).isSame(new Date(), `day`) || void 0,
      'data-hidden': y || void 0,
      'data-highlight-today': x || void 0,
      'data-disabled': u || void 0,
      'data-weekend': (!u && !p && f) || void 0,
      'data-outside': (!u && p) || void 0,
      'data-selected': (!u && m) || void 0,
      'data-in-range': (g && !u) || void 0,
      'data-first-in-range': (_ && !u) || void 0,
      'data-last-in-range': (v && !u) || void 0,
      'data-static': b || void 0,
      'data-full-width': S || void 0,
      unstyled: o,
      ...w,
      children: h?.(c) || (0, $.default)(c).date(),
    });
  });
(ew.classes = QC), (ew.varsResolver = $C), (ew.displayName = `@mantine/dates/Day`);
function tw({ locale: e, format: t = `dd`, firstDayOfWeek: n = 1 }) {
  let r = (0, $.default)().day(n),
    i = [];
  for (let n = 0; n < 7; n += 1)
    typeof t == `string`
      ? i.push((0, $.default)(r).add(n, `days`).locale(e).format(t))
      : i.push(t((0, $.default)(r).add(n, `days`).format(`YYYY-MM-DD`)));
  return i;
}
var nw = { weekday: `m_18a3eca` },
  rw = a((e, { size: t }) => ({ weekdaysRow: { '--wr-fz': xe(t), '--wr-spacing': je(t) } })),
  iw = W((e) => {
    let t = G(`WeekdaysRow`, null, e),
      {
        classNames: n,
        className: r,
        style: i,
        styles: a,
        unstyled: o,
        vars: s,
        locale: c,
        firstDayOfWeek: u,
        weekdayFormat: d,
        cellComponent: f = `th`,
        __staticSelector: p,
        withWeekNumbers: m,
        attributes: h,
        ...g
      } = t,
      _ = l({
        name: p || `WeekdaysRow`,
        classes: nw,
        props: t,
        className: r,
        style: i,
        classNames: n,
        styles: a,
        unstyled: o,
        attributes: h,
        vars: s,
        varsResolver: rw,
        rootSelector: `weekdaysRow`,
      }),
      v = qC(),
      y = tw({ locale: v.getLocale(c), format: d, firstDayOfWeek: v.getFirstDayOfWeek(u) }).map((e, t) =>
        (0, J.jsx)(f, { ..._(`weekday`), children: e }, t),
      );
    return (0, J.jsxs)(K, {
      component: `tr`,
      ..._(`weekdaysRow`),
      ...g,
      children: [m && (0, J.jsx)(f, { ..._(`weekday`), children: `#` }), y],
    });
  });
(iw.classes = nw), (iw.varsResolver = rw), (iw.displayName = `@mantine/dates/WeekdaysRow`);
function aw(e, t = 1) {
  let n = (0, $.default)(e);
  if (!n.isValid()) return n;
  let r = t === 0 ? 6 : t - 1;
  for (; n.day() !== r; ) n = n.add(1, `day`);
  return n.format(`YYYY-MM-DD`);
}
function ow(e, t = 1) {
  let n = (0, $.default)(e);
  for (; n.day() !== t; ) n = n.subtract(1, `day`);
  return n.format(`YYYY-MM-DD`);
}
function sw({ month: e, firstDayOfWeek: t = 1, consistentWeeks: n }) {
  let r = (0, $.default)(e).subtract((0, $.default)(e).date() - 1, `day`),
    i = (0, $.default)(r.format(`YYYY-M-D`)),
    a = i.format(`YYYY-MM-DD`),
    o = aw(i.add(i.daysInMonth() - 1, `day`).format(`YYYY-MM-DD`), t),
    s = [],
    c = (0, $.default)(ow(a, t));
  for (; (0, $.default)(c).isBefore(o, `day`); ) {
    let e = [];
    for (let t = 0; t < 7; t += 1) e.push(c.format(`YYYY-MM-DD`)), (c = c.add(1, `day`));
    s.push(e);
  }
  if (n && s.length < 6) {
    let e = s[s.length - 1],
      t = e[e.length - 1],
      n = (0, $.default)(t).add(1, `day`);
    for (; s.length < 6; ) {
      let e = [];
      for (let t = 0; t < 7; t += 1) e.push(n.format(`YYYY-MM-DD`)), (n = n.add(1, `day`));
      s.push(e);
    }
  }
  return s;
}
function cw(e, t) {
  return (0, $.default)(e).format(`YYYY-MM`) === (0, $.default)(t).format(`YYYY-MM`);
}
function lw(e, t) {
  return !t || (0, $.default)(e).isAfter((0, $.default)(t).subtract(1, `day`), `day`);
}
function uw(e, t) {
  return !t || (0, $.default)(e).isBefore((0, $.default)(t).add(1, `day`), `day`);
}
function dw({ dates: e, minDate: t, maxDate: n, getDayProps: r, excludeDate: i, hideOutsideDates: a, month: o }) {
  let s = e.flat().filter((e) => uw(e, n) && lw(e, t) && !i?.(e) && !r?.(e)?.disabled && (!a || cw(e, o)));
  return s.find((e) => r?.(e)?.selected) || s.find((e) => (0, $.default)().isSame(e, `date`)) || s[0];
}
function fw({ dates: e, isDayDisabled: t, getWeekControlProps: n }) {
  let r = e.map((e, t) => ({ row: e, index: t })).filter(({ row: e }) => !e.every(t) && !n?.(e[0])?.disabled),
    i = r.find(({ row: e }) => n?.(e[0])?.selected);
  if (i) return i.index;
  let a = r.find(({ row: e }) => e.some((e) => (0, $.default)(e).isSame((0, $.default)(), `day`)));
  return a ? a.index : (r[0]?.index ?? -1);
}
var pw = Be(
  Ye((e, t, n) => {
    var r;
    (function (n, i) {
      typeof e == `object` && t !== void 0
        ? (t.exports = i())
        : typeof r == `function` && r.amd
          ? r(i)
          : ((n = typeof globalThis < `u` ? globalThis : n || self).dayjs_plugin_isoWeek = i());
    })(n, function () {
      return function (e, t, n) {
        var r = function (e) {
            return e.add(4 - e.isoWeekday(), `day`);
          },
          i = t.prototype;
        (i.isoWeekYear = function () {
          return r(this).year();
        }),
          (i.isoWeek = function (e) {
            if (!this.$utils().u(e)) return this.add(7 * (e - this.isoWeek()), `day`);
            var t,
              i,
              a,
              o,
              s = r(this),
              c =
                ((t = this.isoWeekYear()),
                (i = this.$u),
                (a = (i ? n.utc : n)().year(t).startOf(`year`)),
                (o = 4 - a.isoWeekday()),
                a.isoWeekday() > 4 && (o += 7),
                a.add(o, `day`));
            return s.diff(c, `week`) + 1;
          }),
          (i.isoWeekday = function (e) {
            return this.$utils().u(e) ? this.day() || 7 : this.day(this.day() % 7 ? e : e - 7);
          });
        var a = i.startOf;
        i.startOf = function (e, t) {
          var n = this.$utils(),
            r = !!n.u(t) || t;
          return n.p(e) === `isoweek`
            ? r
              ? this.date(this.date() - (this.isoWeekday() - 1)).startOf(`day`)
              : this.date(this.date() - 1 - (this.isoWeekday() - 1) + 7).endOf(`day`)
            : a.bind(this)(e, t);
        };
      };
    });
  })(),
  1,
);
$.default.extend(pw.default);
function mw(e) {
  let t = e.find((e) => (0, $.default)(e).day() === 1);
  return (0, $.default)(t).isoWeek();
}
var hw = { month: `m_cc9820d3`, monthCell: `m_8f457cd5`, weekNumber: `m_6cff9dea`, weekControl: `m_e2e8f6dc` },
  gw = { withCellSpacing: !0 },
  _w = a((e, { size: t }) => ({ weekNumber: { '--wn-fz': xe(t), '--wn-size': et(t, `wn-size`) } })),
  vw = W((e) => {
    let t = G(`Month`, gw, e),
      {
        classNames: n,
        className: r,
        style: i,
        styles: a,
        unstyled: o,
        vars: s,
        __staticSelector: c,
        locale: u,
        firstDayOfWeek: d,
        weekdayFormat: f,
        month: p,
        weekendDays: m,
        getDayProps: h,
        excludeDate: g,
        minDate: _,
        maxDate: v,
        renderDay: y,
        hideOutsideDates: b,
        hideWeekdays: x,
        getDayAriaLabel: S,
        static: C,
        __getDayRef: w,
        __onDayKeyDown: T,
        __onDayClick: E,
        __onDayMouseEnter: D,
        __preventFocus: O,
        __stopPropagation: k,
        withCellSpacing: j,
        size: M,
        highlightToday: N,
        withWeekNumbers: P,
        fullWidth: F,
        attributes: I,
        __withWeekControls: L,
        __getWeekControlProps: R,
        __getWeekControlRef: z,
        __onWeekControlKeyDown: B,
        ...V
      } = t,
      ee = l({
        name: c || `Month`,
        classes: hw,
        props: t,
        className: r,
        style: i,
        classNames: n,
        styles: a,
        unstyled: o,
        attributes: I,
        vars: s,
        varsResolver: _w,
        rootSelector: `month`,
      }),
      te = qC(),
      ne = sw({ month: p, firstDayOfWeek: te.getFirstDayOfWeek(d), consistentWeeks: te.consistentWeeks }),
      H = dw({
        dates: ne,
        minDate: UC(_),
        maxDate: UC(v),
        getDayProps: h,
        excludeDate: g,
        hideOutsideDates: b,
        month: p,
      }),
      { resolvedClassNames: re, resolvedStyles: ie } = A({ classNames: n, styles: a, props: t }),
      ae = (e) => !!g?.(e) || !uw(e, UC(v)) || !lw(e, UC(_)),
      oe = L ? fw({ dates: ne, isDayDisabled: ae, getWeekControlProps: R }) : -1,
      se = ne.map((e, t) => {
        let n = e.map((e, n) => {
            let r = !cw(e, p),
              i =
                S?.(e) ||
                (0, $.default)(e)
                  .locale(u || te.locale)
                  .format(`D MMMM YYYY`),
              a = h?.(e),
              s = (0, $.default)(e).isSame(H, `date`);
            return (0, J.jsx)(
              `td`,
              {
                ...ee(`monthCell`),
                'data-with-spacing': j || void 0,
                children: (0, J.jsx)(ew, {
                  __staticSelector: c || `Month`,
                  classNames: re,
                  styles: ie,
                  attributes: I,
                  unstyled: o,
                  'data-mantine-stop-propagation': k || void 0,
                  highlightToday: N,
                  renderDay: y,
                  date: e,
                  size: M,
                  weekend: te.getWeekendDays(m).includes((0, $.default)(e).get(`day`)),
                  outside: r,
                  hidden: b ? r : !1,
                  'aria-label': i,
                  static: C,
                  fullWidth: F,
                  disabled: ae(e),
                  ref: (e) => {
                    e && w?.(t, n, e);
                  },
                  ...a,
                  onKeyDown: (r) => {
                    a?.onKeyDown?.(r), T?.(r, { rowIndex: t, cellIndex: n, date: e });
                  },
                  onMouseEnter: (t) => {
                    a?.onMouseEnter?.(t), D?.(t, e);
                  },
                  onClick: (t) => {
                    a?.onClick?.(t), E?.(t, e);
                  },
                  onMouseDown: (e) => {
                    a?.onMouseDown?.(e), O && e.preventDefault();
                  },
                  tabIndex: O || L || !s ? -1 : 0,
                }),
              },
              e.toString(),
            );
          }),
          r = e[0],
          { selected: i, ...a } = (L && R?.(r)) || {},
          s = e.every(ae) || !!a.disabled;
        return (0, J.jsxs)(
          `tr`,
          {
            ...ee(`monthRow`),
            children: [
              P &&
                (0, J.jsx)(`td`, {
                  ...ee(`weekNumber`),
                  children: L
                    ? (0, J.jsx)(Ve, {
                        ...ee(`weekControl`),
                        'data-week-control': !0,
                        'data-mantine-stop-propagation': k || void 0,
                        disabled: s,
                        'data-disabled': s || void 0,
                        'data-selected': i || void 0,
                        ref: (e) => {
                          e && z?.(t, e);
                        },
                        ...a,
                        onKeyDown: (e) => {
                          a.onKeyDown?.(e), B?.(e, { rowIndex: t, date: r });
                        },
                        onMouseDown: (e) => {
                          a.onMouseDown?.(e), O && e.preventDefault();
                        },
                        tabIndex: O || t !== oe ? -1 : 0,
                        children: mw(e),
                      })
                    : mw(e),
                }),
              n,
            ],
          },
          t,
        );
      });
    return (0, J.jsxs)(K, {
      component: `table`,
      ...ee(`month`),
      size: M,
      'data-full-width': F || void 0,
      ...V,
      children: [
        !x &&
          (0, J.jsx)(`thead`, {
            ...ee(`monthThead`),
            children: (0, J.jsx)(iw, {
              __staticSelector: c || `Month`,
              locale: u,
              firstDayOfWeek: d,
              weekdayFormat: f,
              withWeekNumbers: P,
              size: M,
              classNames: re,
              styles: ie,
              unstyled: o,
              attributes: I,
            }),
          }),
        (0, J.jsx)(`tbody`, { ...ee(`monthTbody`), children: se }),
      ],
    });
  });
(vw.classes = hw), (vw.varsResolver = _w), (vw.displayName = `@mantine/dates/Month`);
var yw = { pickerControl: `m_dc6a3c71` },
  bw = a((e, { size: t }) => ({ pickerControl: { '--dpc-fz': xe(t), '--dpc-size': et(t, `dpc-size`) } })),
  xw = W((e) => {
    let t = G(`PickerControl`, null, e),
      {
        classNames: n,
        className: r,
        style: i,
        styles: a,
        unstyled: o,
        vars: s,
        firstInRange: c,
        lastInRange: u,
        inRange: d,
        __staticSelector: f,
        selected: p,
        disabled: m,
        fullWidth: h,
        attributes: g,
        ..._
      } = t,
      v = l({
        name: f || `PickerControl`,
        classes: yw,
        props: t,
        className: r,
        style: i,
        classNames: n,
        styles: a,
        unstyled: o,
        attributes: g,
        vars: s,
        varsResolver: bw,
        rootSelector: `pickerControl`,
      });
    return (0, J.jsx)(Ve, {
      ...v(`pickerControl`),
      unstyled: o,
      'data-picker-control': !0,
      'data-full-width': h || void 0,
      'data-selected': (p && !m) || void 0,
      'data-disabled': m || void 0,
      'data-in-range': (d && !m && !p) || void 0,
      'data-first-in-range': (c && !m) || void 0,
      'data-last-in-range': (u && !m) || void 0,
      disabled: m,
      ..._,
    });
  });
(xw.classes = yw), (xw.varsResolver = bw), (xw.displayName = `@mantine/dates/PickerControl`);
function Sw({ year: e, minDate: t, maxDate: n }) {
  return !t && !n
    ? !1
    : !!((t && (0, $.default)(e).isBefore(t, `year`)) || (n && (0, $.default)(e).isAfter(n, `year`)));
}
function Cw({ years: e, minDate: t, maxDate: n, getYearControlProps: r }) {
  let i = e.flat().filter((e) => !Sw({ year: e, minDate: t, maxDate: n }) && !r?.(e)?.disabled);
  return i.find((e) => r?.(e)?.selected) || i.find((e) => (0, $.default)().isSame(e, `year`)) || i[0];
}
function ww(e) {
  let t = (0, $.default)(e).year(),
    n = t - (t % 10),
    r = 0,
    i = [[], [], [], []];
  for (let t = 0; t < 4; t += 1) {
    let a = t === 3 ? 1 : 3;
    for (let o = 0; o < a; o += 1)
      i[t].push(
        (0, $.default)(e)
          .year(n + r)
          .startOf(`year`)
          .format(`YYYY-MM-DD`),
      ),
        (r += 1);
  }
  return i;
}
var Tw = { yearsList: `m_9206547b`, yearsListCell: `m_c5a19c7d` },
  Ew = { yearsListFormat: `YYYY`, withCellSpacing: !0 },
  Dw = W((e) => {
    let t = G(`YearsList`, Ew, e),
      {
        classNames: n,
        className: r,
        style: i,
        styles: a,
        unstyled: o,
        vars: s,
        decade: c,
        yearsListFormat: u,
        locale: d,
        minDate: f,
        maxDate: p,
        getYearControlProps: m,
        __staticSelector: h,
        __getControlRef: g,
        __onControlKeyDown: _,
        __onControlClick: v,
        __onControlMouseEnter: y,
        __preventFocus: b,
        __stopPropagation: x,
        withCellSpacing: S,
        fullWidth: C,
        size: w,
        attributes: T,
        ...E
      } = t,
      D = l({
        name: h || `YearsList`,
        classes: Tw,
        props: t,
        className: r,
        style: i,
        classNames: n,
        styles: a,
        unstyled: o,
        attributes: T,
        vars: s,
        rootSelector: `yearsList`,
      }),
      O = qC(),
      k = ww(c),
      A = Cw({ years: k, minDate: f, maxDate: p, getYearControlProps: m }),
      j = k.map((e, t) => {
        let n = e.map((e, n) => {
          let r = m?.(e),
            i = (0, $.default)(e).isSame(A, `year`);
          return (0, J.jsx)(
            `td`,
            {
              ...D(`yearsListCell`),
              'data-with-spacing': S || void 0,
              children: (0, J.jsx)(xw, {
                ...D(`yearsListControl`),
                size: w,
                unstyled: o,
                fullWidth: C,
                'data-mantine-stop-propagation': x || void 0,
                disabled: Sw({ year: e, minDate: f, maxDate: p }),
                ref: (e) => {
                  e && g?.(t, n, e);
                },
                ...r,
                onKeyDown: (i) => {
                  r?.onKeyDown?.(i), _?.(i, { rowIndex: t, cellIndex: n, date: e });
                },
                onClick: (t) => {
                  r?.onClick?.(t), v?.(t, e);
                },
                onMouseEnter: (t) => {
                  r?.onMouseEnter?.(t), y?.(t, e);
                },
                onMouseDown: (e) => {
                  r?.onMouseDown?.(e), b && e.preventDefault();
                },
                tabIndex: b || !i ? -1 : 0,
                children:
                  r?.children ?? (typeof u == `function` ? u(e) : (0, $.default)(e).locale(O.getLocale(d)).format(u)),
              }),
            },
            n,
          );
        });
        return (0, J.jsx)(`tr`, { ...D(`yearsListRow`), children: n }, t);
      });
    return (0, J.jsx)(K, {
      component: `table`,
      size: w,
      ...D(`yearsList`),
      'data-full-width': C || void 0,
      ...E,
      children: (0, J.jsx)(`tbody`, { children: j }),
    });
  });
(Dw.classes = Tw), (Dw.displayName = `@mantine/dates/YearsList`);
function Ow({ month: e, minDate: t, maxDate: n }) {
  return !t && !n
    ? !1
    : !!((t && (0, $.default)(e).isBefore(t, `month`)) || (n && (0, $.default)(e).isAfter(n, `month`)));
}
function kw({ months: e, minDate: t, maxDate: n, getMonthControlProps: r }) {
  let i = e.flat().filter((e) => !Ow({ month: e, minDate: t, maxDate: n }) && !r?.(e)?.disabled);
  return i.find((e) => r?.(e)?.selected) || i.find((e) => (0, $.default)().isSame(e, `month`)) || i[0];
}
function Aw(e) {
  let t = (0, $.default)(e).startOf(`year`).toDate(),
    n = [[], [], [], []],
    r = 0;
  for (let e = 0; e < 4; e += 1)
    for (let i = 0; i < 3; i += 1) n[e].push((0, $.default)(t).add(r, `months`).format(`YYYY-MM-DD`)), (r += 1);
  return n;
}
var jw = { monthsList: `m_2a6c32d`, monthsListCell: `m_fe27622f` },
  Mw = { monthsListFormat: `MMM`, withCellSpacing: !0 },
  Nw = W((e) => {
    let t = G(`MonthsList`, Mw, e),
      {
        classNames: n,
        className: r,
        style: i,
        styles: a,
        unstyled: o,
        vars: s,
        __staticSelector: c,
        year: u,
        monthsListFormat: d,
        locale: f,
        minDate: p,
        maxDate: m,
        getMonthControlProps: h,
        __getControlRef: g,
        __onControlKeyDown: _,
        __onControlClick: v,
        __onControlMouseEnter: y,
        __preventFocus: b,
        __stopPropagation: x,
        withCellSpacing: S,
        fullWidth: C,
        size: w,
        attributes: T,
        ...E
      } = t,
      D = l({
        name: c || `MonthsList`,
        classes: jw,
        props: t,
        className: r,
        style: i,
        classNames: n,
        styles: a,
        unstyled: o,
        attributes: T,
        vars: s,
        rootSelector: `monthsList`,
      }),
      O = qC(),
      k = Aw(u),
      A = kw({ months: k, minDate: UC(p), maxDate: UC(m), getMonthControlProps: h }),
      j = k.map((e, t) => {
        let n = e.map((e, n) => {
          let r = h?.(e),
            i = (0, $.default)(e).isSame(A, `month`);
          return (0, J.jsx)(
            `td`,
            {
              ...D(`monthsListCell`),
              'data-with-spacing': S || void 0,
              children: (0, J.jsx)(xw, {
                ...D(`monthsListControl`),
                size: w,
                unstyled: o,
                fullWidth: C,
                __staticSelector: c || `MonthsList`,
                'data-mantine-stop-propagation': x || void 0,
                disabled: Ow({ month: e, minDate: UC(p), maxDate: UC(m) }),
                ref: (e) => {
                  e && g?.(t, n, e);
                },
                ...r,
                onKeyDown: (i) => {
                  r?.onKeyDown?.(i), _?.(i, { rowIndex: t, cellIndex: n, date: e });
                },
                onClick: (t) => {
                  r?.onClick?.(t), v?.(t, e);
                },
                onMouseEnter: (t) => {
                  r?.onMouseEnter?.(t), y?.(t, e);
                },
                onMouseDown: (e) => {
                  r?.onMouseDown?.(e), b && e.preventDefault();
                },
                tabIndex: b || !i ? -1 : 0,
                children:
                  r?.children ?? (typeof d == `function` ? d(e) : (0, $.default)(e).locale(O.getLocale(f)).format(d)),
              }),
            },
            n,
          );
        });
        return (0, J.jsx)(`tr`, { ...D(`monthsListRow`), children: n }, t);
      });
    return (0, J.jsx)(K, {
      component: `table`,
      size: w,
      ...D(`monthsList`),
      'data-full-width': C || void 0,
      ...E,
      children: (0, J.jsx)(`tbody`, { children: j }),
    });
  });
(Nw.classes = jw), (Nw.displayName = `@mantine/dates/MonthsList`);
var Pw = {
    calendarHeader: `m_730a79ed`,
    calendarHeaderLevel: `m_f6645d97`,
    calendarHeaderControl: `m_2351eeb0`,
    calendarHeaderSelect: `m_e214b549`,
    calendarHeaderControlIcon: `m_367dc749`,
  },
  Fw = { hasNextLevel: !0, withNext: !0, withPrevious: !0, headerControlsOrder: [`previous`, `level`, `next`] },
  Iw = a((e, { size: t }) => ({
    calendarHeader: { '--dch-control-size': et(t, `dch-control-size`), '--dch-fz': xe(t) },
  })),
  Lw = W((t) => {
    let n = G(`CalendarHeader`, Fw, t),
      {
        classNames: r,
        className: i,
        style: a,
        styles: o,
        unstyled: s,
        vars: c,
        nextIcon: u,
        previousIcon: d,
        nextLabel: f,
        previousLabel: p,
        onNext: m,
        onPrevious: h,
        onLevelClick: g,
        label: _,
        nextDisabled: v,
        previousDisabled: y,
        hasNextLevel: b,
        levelControlAriaLabel: x,
        withNext: S,
        withPrevious: C,
        headerControlsOrder: w,
        fullWidth: T,
        withNativeLevelSelect: E,
        yearsSelectRange: D,
        __staticSelector: O,
        __preventFocus: k,
        __stopPropagation: A,
        __calendarLevel: j,
        __date: M,
        __locale: N,
        __onDateChange: P,
        __minDate: F,
        __maxDate: I,
        __disableNativeLevelSelect: L,
        attributes: R,
        ...z
      } = n,
      B = l({
        name: O || `CalendarHeader`,
        classes: Pw,
        props: n,
        className: i,
        style: a,
        classNames: r,
        styles: o,
        unstyled: s,
        attributes: R,
        vars: c,
        varsResolver: Iw,
        rootSelector: `calendarHeader`,
      }),
      V = k ? (e) => e.preventDefault() : void 0,
      ee =
        C &&
        (0, q.createElement)(
          Ve,
          {
            ...B(`calendarHeaderControl`),
            key: `previous`,
            'data-direction': `previous`,
            'aria-label': p,
            onClick: h,
            unstyled: s,
            onMouseDown: V,
            disabled: y,
            'data-disabled': y || void 0,
            tabIndex: k || y ? -1 : 0,
            'data-mantine-stop-propagation': A || void 0,
          },
          d || (0, J.jsx)(e, { ...B(`calendarHeaderControlIcon`), 'data-direction': `previous`, size: `45%` }),
        ),
      te = (0, $.default)().year(),
      ne = M ? (0, $.default)(M).year() : te,
      H = D?.[0] ?? (F ? (0, $.default)(F).year() : te - 100),
      re = D?.[1] ?? (I ? (0, $.default)(I).year() : te + 50),
      ie = Math.min(H, re, ne),
      ae = Math.max(H, re, ne),
      oe = (e) => {
        let t = e;
        return (
          F && t.isBefore((0, $.default)(F), `day`) && (t = (0, $.default)(F)),
          I && t.isAfter((0, $.default)(I), `day`) && (t = (0, $.default)(I)),
          t.format(`YYYY-MM-DD`)
        );
      },
      se =
        (E && M && P && j !== `decade`
          ? (0, J.jsxs)(
              `div`,
              {
                ...B(`calendarHeaderLevel`),
                'data-static': !0,
                'data-native-level-select': !0,
                children: [
                  j === `month` &&
                    (0, J.jsx)(`select`, {
                      ...B(`calendarHeaderSelect`),
                      'data-select': `month`,
                      disabled: L,
                      value: (0, $.default)(M).month(),
                      onChange: (e) => {
                        P(oe((0, $.default)(M).month(parseInt(e.currentTarget.value, 10))));
                      },
                      onMouseDown: V,
                      'aria-label': x,
                      children: Array.from({ length: 12 }, (e, t) =>
                        (0, J.jsx)(
                          `option`,
                          {
                            value: t,
                            children: (0, $.default)()
                              .locale(N || `en`)
                              .month(t)
                              .format(`MMMM`),
                          },
                          t,
                        ),
                      ),
                    }),
                  (0, J.jsx)(`select`, {
                    ...B(`calendarHeaderSelect`),
                    'data-select': `year`,
                    disabled: L,
                    value: (0, $.default)(M).year(),
                    onChange: (e) => {
                      P(oe((0, $.default)(M).year(parseInt(e.currentTarget.value, 10))));
                    },
                    onMouseDown: V,
                    'aria-label': x,
                    children: Array.from({ length: ae - ie + 1 }, (e, t) => {
                      let n = ie + t;
                      return (0, J.jsx)(`option`, { value: n, children: n }, n);
                    }),
                  }),
                ],
              },
              `level`,
            )
          : null) ||
        (0, q.createElement)(
          Ve,
          {
            component: b ? `button` : `div`,
            ...B(`calendarHeaderLevel`),
            key: `level`,
            'data-level-control': !0,
            onClick: b ? g : void 0,
            unstyled: s,
            onMouseDown: b ? V : void 0,
            disabled: !b,
            'data-static': !b || void 0,
            'aria-label': x,
            tabIndex: k || !b ? -1 : 0,
            'data-mantine-stop-propagation': A || void 0,
          },
          _,
        ),
      ce =
        S &&
        (0, q.createElement)(
          Ve,
          {
            ...B(`calendarHeaderControl`),
            key: `next`,
            'data-direction': `next`,
            'aria-label': f,
            onClick: m,
            unstyled: s,
            onMouseDown: V,
            disabled: v,
            'data-disabled': v || void 0,
            tabIndex: k || v ? -1 : 0,
            'data-mantine-stop-propagation': A || void 0,
          },
          u || (0, J.jsx)(e, { ...B(`calendarHeaderControlIcon`), 'data-direction': `next`, size: `45%` }),
        ),
      le = w.map((e) => (e === `previous` ? ee : e === `level` ? se : e === `next` ? ce : null));
    return (0, J.jsx)(K, { ...B(`calendarHeader`), 'data-full-width': T || void 0, ...z, children: le });
  });
(Lw.classes = Pw), (Lw.varsResolver = Iw), (Lw.displayName = `@mantine/dates/CalendarHeader`);
function Rw(e) {
  let t = ww(e);
  return [t[0][0], t[3][0]];
}
var zw = { decadeLabelFormat: `YYYY` },
  Bw = W((e) => {
    let {
        decade: t,
        locale: n,
        minDate: r,
        maxDate: i,
        yearsListFormat: a,
        getYearControlProps: o,
        __getControlRef: s,
        __onControlKeyDown: c,
        __onControlClick: l,
        __onControlMouseEnter: u,
        withCellSpacing: d,
        __preventFocus: f,
        nextIcon: p,
        previousIcon: m,
        nextLabel: h,
        previousLabel: g,
        onNext: _,
        onPrevious: v,
        nextDisabled: y,
        previousDisabled: b,
        levelControlAriaLabel: x,
        withNext: S,
        withPrevious: C,
        headerControlsOrder: w,
        decadeLabelFormat: T,
        classNames: E,
        styles: D,
        unstyled: O,
        __staticSelector: k,
        __stopPropagation: A,
        size: j,
        fullWidth: M,
        attributes: N,
        ...P
      } = G(`DecadeLevel`, zw, e),
      F = qC(),
      [I, L] = Rw(t),
      R = { __staticSelector: k || `DecadeLevel`, classNames: E, styles: D, unstyled: O, size: j, attributes: N },
      z = typeof y == `boolean` ? y : i ? !(0, $.default)(L).endOf(`year`).isBefore(i) : !1,
      B = typeof b == `boolean` ? b : r ? !(0, $.default)(I).startOf(`year`).isAfter(r) : !1,
      V = (e, t) =>
        (0, $.default)(e)
          .locale(n || F.locale)
          .format(t);
    return (0, J.jsxs)(K, {
      'data-decade-level': !0,
      size: j,
      ...P,
      children: [
        (0, J.jsx)(Lw, {
          label: typeof T == `function` ? T(I, L) : `${V(I, T)} – ${V(L, T)}`,
          __preventFocus: f,
          __stopPropagation: A,
          nextIcon: p,
          previousIcon: m,
          nextLabel: h,
          previousLabel: g,
          onNext: _,
          onPrevious: v,
          nextDisabled: z,
          previousDisabled: B,
          hasNextLevel: !1,
          levelControlAriaLabel: x,
          withNext: S,
          withPrevious: C,
          headerControlsOrder: w,
          fullWidth: M,
          ...R,
        }),
        (0, J.jsx)(Dw, {
          decade: t,
          locale: n,
          minDate: r,
          maxDate: i,
          yearsListFormat: a,
          getYearControlProps: o,
          __getControlRef: s,
          __onControlKeyDown: c,
          __onControlClick: l,
          __onControlMouseEnter: u,
          __preventFocus: f,
          __stopPropagation: A,
          withCellSpacing: d,
          fullWidth: M,
          ...R,
        }),
      ],
    });
  });
(Bw.classes = { ...Dw.classes, ...Lw.classes }), (Bw.displayName = `@mantine/dates/DecadeLevel`);
var Vw = { yearLabelFormat: `YYYY` },
  Hw = W((e) => {
    let {
        year: t,
        locale: n,
        minDate: r,
        maxDate: i,
        monthsListFormat: a,
        getMonthControlProps: o,
        __getControlRef: s,
        __onControlKeyDown: c,
        __onControlClick: l,
        __onControlMouseEnter: u,
        withCellSpacing: d,
        __preventFocus: f,
        nextIcon: p,
        previousIcon: m,
        nextLabel: h,
        previousLabel: g,
        onNext: _,
        onPrevious: v,
        onLevelClick: y,
        nextDisabled: b,
        previousDisabled: x,
        hasNextLevel: S,
        levelControlAriaLabel: C,
        withNext: w,
        withPrevious: T,
        headerControlsOrder: E,
        withNativeLevelSelect: D,
        yearsSelectRange: O,
        yearLabelFormat: k,
        __staticSelector: A,
        __stopPropagation: j,
        __onDateChange: M,
        __disableNativeLevelSelect: N,
        size: P,
        classNames: F,
        styles: I,
        unstyled: L,
        fullWidth: R,
        attributes: z,
        ...B
      } = G(`YearLevel`, Vw, e),
      V = qC(),
      ee = { __staticSelector: A || `YearLevel`, classNames: F, styles: I, unstyled: L, size: P, attributes: z },
      te = typeof b == `boolean` ? b : i ? !(0, $.default)(t).endOf(`year`).isBefore(i) : !1,
      ne = typeof x == `boolean` ? x : r ? !(0, $.default)(t).startOf(`year`).isAfter(r) : !1;
    return (0, J.jsxs)(K, {
      'data-year-level': !0,
      size: P,
      ...B,
      children: [
        (0, J.jsx)(Lw, {
          label:
            typeof k == `function`
              ? k(t)
              : (0, $.default)(t)
                  .locale(n || V.locale)
                  .format(k),
          __preventFocus: f,
          __stopPropagation: j,
          __calendarLevel: `year`,
          __date: t,
          __locale: n || V.locale,
          __onDateChange: M,
          __disableNativeLevelSelect: N,
          __minDate: r,
          __maxDate: i,
          nextIcon: p,
          previousIcon: m,
          nextLabel: h,
          previousLabel: g,
          onNext: _,
          onPrevious: v,
          onLevelClick: y,
          nextDisabled: te,
          previousDisabled: ne,
          hasNextLevel: S,
          levelControlAriaLabel: C,
          withNext: w,
          withPrevious: T,
          headerControlsOrder: E,
          withNativeLevelSelect: D,
          yearsSelectRange: O,
          fullWidth: R,
          ...ee,
        }),
        (0, J.jsx)(Nw, {
          year: t,
          locale: n,
          minDate: r,
          maxDate: i,
          monthsListFormat: a,
          getMonthControlProps: o,
          __getControlRef: s,
          __onControlKeyDown: c,
          __onControlClick: l,
          __onControlMouseEnter: u,
          __preventFocus: f,
          __stopPropagation: j,
          withCellSpacing: d,
          fullWidth: R,
          ...ee,
        }),
      ],
    });
  });
(Hw.classes = { ...Lw.classes, ...Nw.classes }), (Hw.displayName = `@mantine/dates/YearLevel`);
var Uw = { monthLabelFormat: `MMMM YYYY` },
  Ww = W((e) => {
    let {
        month: t,
        locale: n,
        firstDayOfWeek: r,
        weekdayFormat: i,
        weekendDays: a,
        getDayProps: o,
        excludeDate: s,
        minDate: c,
        maxDate: l,
        renderDay: u,
        hideOutsideDates: d,
        hideWeekdays: f,
        getDayAriaLabel: p,
        __getDayRef: m,
        __onDayKeyDown: h,
        __onDayClick: g,
        __onDayMouseEnter: _,
        withCellSpacing: v,
        highlightToday: y,
        withWeekNumbers: b,
        __withWeekControls: x,
        __getWeekControlProps: S,
        __getWeekControlRef: C,
        __onWeekControlKeyDown: w,
        __preventFocus: T,
        __stopPropagation: E,
        nextIcon: D,
        previousIcon: O,
        nextLabel: k,
        previousLabel: A,
        onNext: j,
        onPrevious: M,
        onLevelClick: N,
        nextDisabled: P,
        previousDisabled: F,
        hasNextLevel: I,
        levelControlAriaLabel: L,
        withNext: R,
        withPrevious: z,
        headerControlsOrder: B,
        withNativeLevelSelect: V,
        yearsSelectRange: ee,
        monthLabelFormat: te,
        classNames: ne,
        styles: H,
        unstyled: re,
        __staticSelector: ie,
        __onDateChange: ae,
        __disableNativeLevelSelect: oe,
        size: se,
        static: ce,
        fullWidth: le,
        attributes: ue,
        ...de
      } = G(`MonthLevel`, Uw, e),
      fe = qC(),
      U = { __staticSelector: ie || `MonthLevel`, classNames: ne, styles: H, unstyled: re, size: se, attributes: ue },
      pe = typeof P == `boolean` ? P : l ? !(0, $.default)(t).endOf(`month`).isBefore(l) : !1,
      me = typeof F == `boolean` ? F : c ? !(0, $.default)(t).startOf(`month`).isAfter(c) : !1;
    return (0, J.jsxs)(K, {
      'data-month-level': !0,
      size: se,
      ...de,
      children: [
        (0, J.jsx)(Lw, {
          label:
            typeof te == `function`
              ? te(t)
              : (0, $.default)(t)
                  .locale(n || fe.locale)
                  .format(te),
          __preventFocus: T,
          __stopPropagation: E,
          __calendarLevel: `month`,
          __date: t,
          __locale: n || fe.locale,
          __onDateChange: ae,
          __disableNativeLevelSelect: oe,
          __minDate: c,
          __maxDate: l,
          nextIcon: D,
          previousIcon: O,
          nextLabel: k,
          previousLabel: A,
          onNext: j,
          onPrevious: M,
          onLevelClick: N,
          nextDisabled: pe,
          previousDisabled: me,
          hasNextLevel: I,
          levelControlAriaLabel: L,
          withNext: R,
          withPrevious: z,
          headerControlsOrder: B,
          withNativeLevelSelect: V,
          yearsSelectRange: ee,
          fullWidth: le,
          ...U,
        }),
        (0, J.jsx)(vw, {
          month: t,
          locale: n,
          firstDayOfWeek: r,
          weekdayFormat: i,
          weekendDays: a,
          getDayProps: o,
          excludeDate: s,
          minDate: c,
          maxDate: l,
          renderDay: u,
          hideOutsideDates: d,
          hideWeekdays: f,
          getDayAriaLabel: p,
          __getDayRef: m,
          __onDayKeyDown: h,
          __onDayClick: g,
          __onDayMouseEnter: _,
          __preventFocus: T,
          __stopPropagation: E,
          static: ce,
          withCellSpacing: v,
          highlightToday: y,
          withWeekNumbers: b,
          __withWeekControls: x,
          __getWeekControlProps: S,
          __getWeekControlRef: C,
          __onWeekControlKeyDown: w,
          fullWidth: le,
          ...U,
        }),
      ],
    });
  });
(Ww.classes = { ...vw.classes, ...Lw.classes }), (Ww.displayName = `@mantine/dates/MonthLevel`);
var Gw = { levelsGroup: `m_30b26e33` },
  Kw = W((e) => {
    let t = G(`LevelsGroup`, null, e),
      {
        classNames: n,
        className: r,
        style: i,
        styles: a,
        unstyled: o,
        vars: s,
        __staticSelector: c,
        fullWidth: u,
        attributes: d,
        ...f
      } = t,
      p = l({
        name: c || `LevelsGroup`,
        classes: Gw,
        props: t,
        className: r,
        style: i,
        classNames: n,
        styles: a,
        unstyled: o,
        attributes: d,
        vars: s,
        rootSelector: `levelsGroup`,
      });
    return (0, J.jsx)(K, { ...p(`levelsGroup`), 'data-full-width': u || void 0, ...f });
  });
(Kw.classes = Gw), (Kw.displayName = `@mantine/dates/LevelsGroup`);
function qw(e, t) {
  return e === `last` ? t - 1 : Math.min(e, t - 1);
}
function Jw({ controlsRef: e, period: t }) {
  let n = (0, q.useRef)(null);
  return (
    (0, q.useEffect)(() => {
      let r = n.current;
      if (((n.current = null), !r || r.period === t || !e.current)) return;
      let i = qw(r.levelIndex, e.current.length),
        a = e.current[i] || [],
        o = qw(r.rowIndex, a.length);
      r.rowIndex === `last` && typeof r.cellIndex == `number` && o > 0 && r.cellIndex >= (a[o] || []).length && --o;
      let s = a[o] || [],
        c = qw(r.cellIndex, s.length);
      zC({ controlsRef: e, direction: r.direction, levelIndex: i, rowIndex: o, cellIndex: c });
    }),
    (e) => {
      n.current = { ...e, period: t };
    }
  );
}
var Yw = { numberOfColumns: 1 },
  Xw = W((e) => {
    let t = G(`DecadeLevelGroup`, Yw, e),
      { dir: n } = de(),
      {
        decade: r,
        locale: i,
        minDate: a,
        maxDate: o,
        yearsListFormat: s,
        getYearControlProps: c,
        __onControlClick: l,
        __onControlMouseEnter: u,
        withCellSpacing: d,
        __preventFocus: f,
        nextIcon: p,
        previousIcon: m,
        nextLabel: h,
        previousLabel: g,
        onNext: _,
        onPrevious: v,
        nextDisabled: y,
        previousDisabled: b,
        headerControlsOrder: x,
        classNames: S,
        styles: C,
        unstyled: w,
        __staticSelector: T,
        __stopPropagation: E,
        numberOfColumns: D,
        levelControlAriaLabel: O,
        decadeLabelFormat: k,
        size: A,
        fullWidth: j,
        vars: M,
        attributes: N,
        ...P
      } = t,
      F = (0, q.useRef)([]),
      I = Jw({ controlsRef: F, period: r }),
      L = typeof b == `boolean` ? b : a ? !(0, $.default)(Rw(r)[0]).startOf(`year`).isAfter(a) : !1,
      R =
        typeof y == `boolean`
          ? y
          : o
            ? !(0, $.default)(
                Rw(
                  (0, $.default)(r)
                    .add((D - 1) * 10, `years`)
                    .format(`YYYY-MM-DD`),
                )[1],
              )
                .endOf(`year`)
                .isBefore(o)
            : !1,
      z = ({ edge: e, direction: t, cellIndex: n }) => {
        let r = e === `previous` ? v : _;
        !r ||
          (e === `previous` ? L : R) ||
          (I({
            direction: t,
            levelIndex: e === `previous` ? `last` : 0,
            rowIndex: e === `previous` ? `last` : 0,
            cellIndex: t === `up` || t === `down` ? n : e === `previous` ? `last` : 0,
          }),
          r());
      },
      B = Array(D)
        .fill(0)
        .map((e, t) => {
          let M = (0, $.default)(r)
            .add(t * 10, `years`)
            .format(`YYYY-MM-DD`);
          return (0, J.jsx)(
            Bw,
            {
              size: A,
              yearsListFormat: s,
              decade: M,
              withNext: t === D - 1,
              withPrevious: t === 0,
              decadeLabelFormat: k,
              __onControlClick: l,
              __onControlMouseEnter: u,
              __onControlKeyDown: (e, r) =>
                HC({
                  levelIndex: t,
                  rowIndex: r.rowIndex,
                  cellIndex: r.cellIndex,
                  event: e,
                  controlsRef: F,
                  onEdgeCross: z,
                  dir: n,
                }),
              __getControlRef: (e, n, r) => {
                Array.isArray(F.current[t]) || (F.current[t] = []),
                  Array.isArray(F.current[t][e]) || (F.current[t][e] = []),
                  (F.current[t][e][n] = r);
              },
              levelControlAriaLabel: typeof O == `function` ? O(M) : O,
              locale: i,
              minDate: a,
              maxDate: o,
              __preventFocus: f,
              __stopPropagation: E,
              nextIcon: p,
              previousIcon: m,
              nextLabel: h,
              previousLabel: g,
              onNext: _,
              onPrevious: v,
              nextDisabled: y,
              previousDisabled: b,
              getYearControlProps: c,
              __staticSelector: T || `DecadeLevelGroup`,
              classNames: S,
              styles: C,
              unstyled: w,
              withCellSpacing: d,
              headerControlsOrder: x,
              fullWidth: j,
              attributes: N,
            },
            t,
          );
        });
    return (0, J.jsx)(Kw, {
      classNames: S,
      styles: C,
      __staticSelector: T || `DecadeLevelGroup`,
      size: A,
      unstyled: w,
      fullWidth: j,
      attributes: N,
      ...P,
      children: B,
    });
  });
(Xw.classes = { ...Kw.classes, ...Bw.classes }), (Xw.displayName = `@mantine/dates/DecadeLevelGroup`);
var Zw = { numberOfColumns: 1 },
  Qw = W((e) => {
    let t = G(`YearLevelGroup`, Zw, e),
      { dir: n } = de(),
      {
        year: r,
        locale: i,
        minDate: a,
        maxDate: o,
        monthsListFormat: s,
        getMonthControlProps: c,
        __onControlClick: l,
        __onControlMouseEnter: u,
        withCellSpacing: d,
        __preventFocus: f,
        nextIcon: p,
        previousIcon: m,
        nextLabel: h,
        previousLabel: g,
        onNext: _,
        onPrevious: v,
        onLevelClick: y,
        nextDisabled: b,
        previousDisabled: x,
        hasNextLevel: S,
        headerControlsOrder: C,
        withNativeLevelSelect: w,
        yearsSelectRange: T,
        classNames: E,
        styles: D,
        unstyled: O,
        __staticSelector: k,
        __stopPropagation: A,
        __onDateChange: j,
        __disableNativeLevelSelect: M,
        numberOfColumns: N,
        levelControlAriaLabel: P,
        yearLabelFormat: F,
        size: I,
        fullWidth: L,
        vars: R,
        attributes: z,
        ...B
      } = t,
      V = (0, q.useRef)([]),
      ee = Jw({ controlsRef: V, period: r }),
      te = typeof x == `boolean` ? x : a ? !(0, $.default)(r).startOf(`year`).isAfter(a) : !1,
      ne =
        typeof b == `boolean`
          ? b
          : o
            ? !(0, $.default)(r)
                .add(N - 1, `years`)
                .endOf(`year`)
                .isBefore(o)
            : !1,
      H = ({ edge: e, direction: t, cellIndex: n }) => {
        let r = e === `previous` ? v : _;
        !r ||
          (e === `previous` ? te : ne) ||
          (ee({
            direction: t,
            levelIndex: e === `previous` ? `last` : 0,
            rowIndex: e === `previous` ? `last` : 0,
            cellIndex: t === `up` || t === `down` ? n : e === `previous` ? `last` : 0,
          }),
          r());
      },
      re = Array(N)
        .fill(0)
        .map((e, t) => {
          let R = (0, $.default)(r).add(t, `years`).format(`YYYY-MM-DD`);
          return (0, J.jsx)(
            Hw,
            {
              size: I,
              monthsListFormat: s,
              year: R,
              withNext: t === N - 1,
              withPrevious: t === 0,
              yearLabelFormat: F,
              __stopPropagation: A,
              __onControlClick: l,
              __onControlMouseEnter: u,
              __onControlKeyDown: (e, r) =>
                HC({
                  levelIndex: t,
                  rowIndex: r.rowIndex,
                  cellIndex: r.cellIndex,
                  event: e,
                  controlsRef: V,
                  onEdgeCross: H,
                  dir: n,
                }),
              __getControlRef: (e, n, r) => {
                Array.isArray(V.current[t]) || (V.current[t] = []),
                  Array.isArray(V.current[t][e]) || (V.current[t][e] = []),
                  (V.current[t][e][n] = r);
              },
              levelControlAriaLabel: typeof P == `function` ? P(R) : P,
              locale: i,
              minDate: a,
              maxDate: o,
              __preventFocus: f,
              nextIcon: p,
              previousIcon: m,
              nextLabel: h,
              previousLabel: g,
              onNext: _,
              onPrevious: v,
              onLevelClick: y,
              nextDisabled: b,
              previousDisabled: x,
              hasNextLevel: S,
              withNativeLevelSelect: w,
              yearsSelectRange: T,
              __onDateChange: j,
              __disableNativeLevelSelect: M,
              getMonthControlProps: c,
              classNames: E,
              styles: D,
              unstyled: O,
              __staticSelector: k || `YearLevelGroup`,
              withCellSpacing: d,
              headerControlsOrder: C,
              fullWidth: L,
              attributes: z,
            },
            t,
          );
        });
    return (0, J.jsx)(Kw, {
      classNames: E,
      styles: D,
      __staticSelector: k || `YearLevelGroup`,
      size: I,
      unstyled: O,
      fullWidth: L,
      attributes: z,
      ...B,
      children: re,
    });
  });
(Qw.classes = { ...Hw.classes, ...Kw.classes }), (Qw.displayName = `@mantine/dates/YearLevelGroup`);
var $w = { up: -7, down: 7, left: -1, right: 1 };
function eT(e, t) {
  switch (e) {
    case `ArrowDown`:
      return `down`;
    case `ArrowUp`:
      return `up`;
    case `ArrowRight`:
      return t === `rtl` ? `left` : `right`;
    case `ArrowLeft`:
      return t === `rtl` ? `right` : `left`;
    default:
      return null;
  }
}
function tT(e, t) {
  return (0, $.default)(e).add(t, `day`).format(`YYYY-MM-DD`);
}
function nT(e) {
  return !e.disabled && !e.hasAttribute(`data-hidden`);
}
function rT({
  month: e,
  dir: t,
  numberOfColumns: n,
  firstDayOfWeek: r,
  consistentWeeks: i,
  daysRefs: a,
  weekControlsRefs: o,
  minDate: s,
  maxDate: c,
  previousDisabled: l,
  nextDisabled: u,
  onPrevious: d,
  onNext: f,
}) {
  let p = (0, q.useRef)(null),
    m = () =>
      Array.from({ length: n }, (t, n) =>
        sw({ month: (0, $.default)(e).add(n, `months`).format(`YYYY-MM-DD`), firstDayOfWeek: r, consistentWeeks: i }),
      ),
    h = (e, t, n) => {
      let r = [];
      return (
        e.forEach((e, i) => {
          e.forEach((e, s) => {
            let c = n ? (e[0] === t ? 0 : -1) : e.indexOf(t);
            if (c === -1) return;
            let l = (n ? o : a).current?.[i]?.[s]?.[c];
            l && !l.hasAttribute(`data-hidden`) && r.push(l);
          });
        }),
        r
      );
    },
    g = (t, n, r) => {
      let i = n < 0 ? `previous` : `next`,
        a = i === `previous` ? d : f;
      !a ||
        (i === `previous` ? l : u) ||
        (s && (0, $.default)(t).isBefore(s, `day`)) ||
        (c && (0, $.default)(t).isAfter(c, `day`)) ||
        ((p.current = { date: t, step: n, month: e, weekControls: r }), a());
    },
    _ = ({ date: e, step: t, weekControls: n, allowCrossing: r }) => {
      let i = m(),
        a = e;
      for (let e = 0; e < 100; e += 1) {
        let e = h(i, a, n);
        if (e.length === 0) return (r && g(a, t, n), !1);
        let o = e.filter(nT),
          s = o.find((e) => !e.hasAttribute(`data-outside`)) || o[0];
        if (s) return (s.focus(), !0);
        a = tT(a, t);
      }
      return !1;
    },
    v = (t) => {
      let n = t.step < 0 ? f : d,
        r = t.step < 0 ? u : l;
      n &&
        !r &&
        ((p.current = { date: tT(t.date, -t.step), step: -t.step, month: e, weekControls: t.weekControls, revert: !0 }),
        n());
    };
  return (
    (0, q.useEffect)(() => {
      let t = p.current;
      (p.current = null),
        t &&
          t.month !== e &&
          !_({ date: t.date, step: t.step, weekControls: t.weekControls, allowCrossing: !1 }) &&
          !t.revert &&
          v(t);
    }),
    {
      handleDayKeyDown: (e, n) => {
        let r = eT(e.key, t);
        if (!r) return;
        e.preventDefault();
        let i = $w[r];
        _({ date: tT(n.date, i), step: i, weekControls: !1, allowCrossing: !0 });
      },
      handleWeekControlKeyDown: (e, n) => {
        let r = eT(e.key, t);
        if (r !== `up` && r !== `down`) return;
        e.preventDefault();
        let i = $w[r];
        _({ date: tT(n.date, i), step: i, weekControls: !0, allowCrossing: !0 });
      },
    }
  );
}
var iT = { numberOfColumns: 1 },
  aT = W((e) => {
    let t = G(`MonthLevelGroup`, iT, e),
      { dir: n } = de(),
      {
        month: r,
        locale: i,
        firstDayOfWeek: a,
        weekdayFormat: o,
        weekendDays: s,
        getDayProps: c,
        excludeDate: l,
        minDate: u,
        maxDate: d,
        renderDay: f,
        hideOutsideDates: p,
        hideWeekdays: m,
        getDayAriaLabel: h,
        __onDayClick: g,
        __onDayMouseEnter: _,
        withCellSpacing: v,
        highlightToday: y,
        withWeekNumbers: b,
        __withWeekControls: x,
        __getWeekControlProps: S,
        __preventFocus: C,
        nextIcon: w,
        previousIcon: T,
        nextLabel: E,
        previousLabel: D,
        onNext: O,
        onPrevious: k,
        onLevelClick: A,
        nextDisabled: j,
        previousDisabled: M,
        hasNextLevel: N,
        headerControlsOrder: P,
        withNativeLevelSelect: F,
        yearsSelectRange: I,
        classNames: L,
        styles: R,
        unstyled: z,
        numberOfColumns: B,
        levelControlAriaLabel: V,
        monthLabelFormat: ee,
        __staticSelector: te,
        __stopPropagation: ne,
        __onDateChange: H,
        __disableNativeLevelSelect: re,
        size: ie,
        static: ae,
        fullWidth: oe,
        vars: se,
        attributes: ce,
        ...le
      } = t,
      ue = qC(),
      fe = (0, q.useRef)([]),
      U = (0, q.useRef)([]),
      pe = (0, $.default)(r)
        .add(B - 1, `months`)
        .format(`YYYY-MM-DD`),
      { handleDayKeyDown: me, handleWeekControlKeyDown: W } = rT({
        month: r,
        dir: n,
        numberOfColumns: B,
        firstDayOfWeek: ue.getFirstDayOfWeek(a),
        consistentWeeks: ue.consistentWeeks,
        daysRefs: fe,
        weekControlsRefs: U,
        minDate: UC(u),
        maxDate: UC(d),
        previousDisabled: typeof M == `boolean` ? M : u ? !(0, $.default)(r).startOf(`month`).isAfter(u) : !1,
        nextDisabled: typeof j == `boolean` ? j : d ? !(0, $.default)(pe).endOf(`month`).isBefore(d) : !1,
        onPrevious: k,
        onNext: O,
      }),
      he = Array(B)
        .fill(0)
        .map((e, t) => {
          let n = (0, $.default)(r).add(t, `months`).format(`YYYY-MM-DD`);
          return (0, J.jsx)(
            Ww,
            {
              month: n,
              withNext: t === B - 1,
              withPrevious: t === 0,
              monthLabelFormat: ee,
              __stopPropagation: ne,
              __onDayClick: g,
              __onDayMouseEnter: _,
              __onDayKeyDown: me,
              __getDayRef: (e, n, r) => {
                Array.isArray(fe.current[t]) || (fe.current[t] = []),
                  Array.isArray(fe.current[t][e]) || (fe.current[t][e] = []),
                  (fe.current[t][e][n] = r);
              },
              __withWeekControls: x,
              __getWeekControlProps: S,
              __onWeekControlKeyDown: W,
              __getWeekControlRef: (e, n) => {
                Array.isArray(U.current[t]) || (U.current[t] = []), (U.current[t][e] = [n]);
              },
              levelControlAriaLabel: typeof V == `function` ? V(n) : V,
              locale: i,
              firstDayOfWeek: a,
              weekdayFormat: o,
              weekendDays: s,
              getDayProps: c,
              excludeDate: l,
              minDate: u,
              maxDate: d,
              renderDay: f,
              hideOutsideDates: p,
              hideWeekdays: m,
              getDayAriaLabel: h,
              __preventFocus: C,
              nextIcon: w,
              previousIcon: T,
              nextLabel: E,
              previousLabel: D,
              onNext: O,
              onPrevious: k,
              onLevelClick: A,
              nextDisabled: j,
              previousDisabled: M,
              hasNextLevel: N,
              withNativeLevelSelect: F,
              yearsSelectRange: I,
              __onDateChange: H,
              __disableNativeLevelSelect: re,
              classNames: L,
              styles: R,
              unstyled: z,
              __staticSelector: te || `MonthLevelGroup`,
              size: ie,
              static: ae,
              withCellSpacing: v,
              highlightToday: y,
              withWeekNumbers: b,
              headerControlsOrder: P,
              fullWidth: oe,
              attributes: ce,
            },
            t,
          );
        });
    return (0, J.jsx)(Kw, {
      classNames: L,
      styles: R,
      __staticSelector: te || `MonthLevelGroup`,
      size: ie,
      fullWidth: oe,
      attributes: ce,
      ...le,
      children: he,
    });
  });
(aT.classes = { ...Kw.classes, ...Ww.classes }), (aT.displayName = `@mantine/dates/MonthLevelGroup`);
var oT = (e) => (e === `range` ? [null, null] : e === `multiple` ? [] : null),
  sT = (e, t) => {
    let n = t ? WC : UC;
    return Array.isArray(e) ? e.map(n) : n(e);
  };
function cT({ type: e, value: t, defaultValue: n, onChange: r, withTime: i = !1 }) {
  let a = (0, q.useRef)(e),
    [o, s, c] = re({ value: sT(t, i), defaultValue: sT(n, i), finalValue: oT(e), onChange: r }),
    l = o;
  return (a.current !== e && ((a.current = e), t === void 0 && ((l = n === void 0 ? oT(e) : n), s(l))), [l, s, c]);
}
function lT({ rootRef: e, level: t, disabled: n }) {
  let r = (0, q.useRef)(null);
  return (
    (0, q.useEffect)(() => {
      let n = r.current;
      if (((r.current = null), !n || n.level === t || !e.current)) return;
      let i = e.current,
        a = null;
      if (n.target === `level`) {
        let e = i.querySelectorAll(`button[data-level-control]`);
        a = e[Math.min(n.index, e.length - 1)] || null;
      }
      (a ||= i.querySelector(`table [tabindex="0"]`)), a?.focus({ preventScroll: !0 });
    }),
    () => {
      if (n || !e.current || typeof document > `u`) return;
      let i = Array.from(e.current.querySelectorAll(`[data-level-control]`)),
        a = document.activeElement ? i.indexOf(document.activeElement) : -1;
      r.current = { target: a === -1 ? `grid` : `level`, index: Math.max(a, 0), level: t };
    }
  );
}
function uT(e, t) {
  return e ? (e === `month` ? 0 : e === `year` ? 1 : 2) : t || 0;
}
function dT(e) {
  return e === 0 ? `month` : e === 1 ? `year` : `decade`;
}
function fT(e, t, n) {
  return dT(xt(uT(e, 0), uT(t, 0), uT(n, 2)));
}
var pT = {
    maxLevel: `decade`,
    minLevel: `month`,
    __updateDateOnYearSelect: !0,
    __updateDateOnMonthSelect: !0,
    enableKeyboardNavigation: !0,
  },
  mT = W((e) => {
    let t = G(`Calendar`, pT, e),
      {
        vars: n,
        maxLevel: r,
        minLevel: i,
        defaultLevel: a,
        level: o,
        onLevelChange: s,
        date: c,
        defaultDate: l,
        onDateChange: u,
        numberOfColumns: d,
        columnsToScroll: f,
        ariaLabels: p,
        nextLabel: m,
        previousLabel: h,
        onYearSelect: g,
        onMonthSelect: _,
        onYearMouseEnter: v,
        onMonthMouseEnter: y,
        headerControlsOrder: b,
        __updateDateOnYearSelect: x,
        __updateDateOnMonthSelect: S,
        __setDateRef: w,
        __setLevelRef: T,
        firstDayOfWeek: E,
        weekdayFormat: D,
        weekendDays: O,
        getDayProps: k,
        excludeDate: j,
        renderDay: M,
        hideOutsideDates: N,
        hideWeekdays: P,
        getDayAriaLabel: F,
        monthLabelFormat: I,
        nextIcon: L,
        previousIcon: R,
        __onDayClick: z,
        __onDayMouseEnter: B,
        withCellSpacing: V,
        highlightToday: ee,
        withWeekNumbers: te,
        __withWeekControls: ne,
        __getWeekControlProps: H,
        monthsListFormat: ie,
        getMonthControlProps: ae,
        yearLabelFormat: oe,
        yearsListFormat: se,
        getYearControlProps: ce,
        decadeLabelFormat: le,
        classNames: ue,
        styles: de,
        unstyled: fe,
        minDate: U,
        maxDate: pe,
        locale: me,
        __staticSelector: W,
        size: he,
        __preventFocus: ge,
        __stopPropagation: _e,
        onNextDecade: ve,
        onPreviousDecade: ye,
        onNextYear: be,
        onPreviousYear: xe,
        onNextMonth: Se,
        onPreviousMonth: Ce,
        static: we,
        enableKeyboardNavigation: Te,
        withNativeLevelSelect: Ee,
        yearsSelectRange: De,
        fullWidth: Oe,
        attributes: ke,
        ref: Ae,
        ...je
      } = t,
      { resolvedClassNames: Me, resolvedStyles: Ne } = A({ classNames: ue, styles: de, props: t }),
      [Pe, Fe] = re({
        value: o ? fT(o, i, r) : void 0,
        defaultValue: a ? fT(a, i, r) : void 0,
        finalValue: fT(void 0, i, r),
        onChange: s,
      }),
      [Ie, Le, Re] = cT({ type: `default`, value: UC(c), defaultValue: UC(l), onChange: u }),
      ze = Re && !u;
    (0, q.useImperativeHandle)(w, () => (e) => {
      Le(e);
    }),
      (0, q.useImperativeHandle)(T, () => (e) => {
        Fe(e);
      });
    let Be = { __staticSelector: W || `Calendar`, styles: Ne, classNames: Me, unstyled: fe, size: he, attributes: ke },
      Ve = f || d || 1,
      He = (0, q.useRef)(null);
    He.current === null && (He.current = GC({ minDate: U, maxDate: pe }));
    let Ue = Ie || He.current,
      We = () => {
        let e = (0, $.default)(Ue).add(Ve, `month`).format(`YYYY-MM-DD`);
        Se?.(e), Le(e);
      },
      Ge = () => {
        let e = (0, $.default)(Ue).subtract(Ve, `month`).format(`YYYY-MM-DD`);
        Ce?.(e), Le(e);
      },
      Ke = () => {
        let e = (0, $.default)(Ue).add(Ve, `year`).format(`YYYY-MM-DD`);
        be?.(e), Le(e);
      },
      qe = () => {
        let e = (0, $.default)(Ue).subtract(Ve, `year`).format(`YYYY-MM-DD`);
        xe?.(e), Le(e);
      },
      Je = () => {
        let e = (0, $.default)(Ue)
          .add(10 * Ve, `year`)
          .format(`YYYY-MM-DD`);
        ve?.(e), Le(e);
      },
      Ye = () => {
        let e = (0, $.default)(Ue)
          .subtract(10 * Ve, `year`)
          .format(`YYYY-MM-DD`);
        ye?.(e), Le(e);
      },
      Xe = (0, q.useRef)(null),
      Ze = lT({ rootRef: Xe, level: Pe, disabled: ge || we }),
      Qe = (e) => {
        Ze(), Fe(e);
      };
    return (
      (0, q.useEffect)(() => {
        if (!Te || we) return;
        let e = (e) => {
          if (!Xe.current?.contains(document.activeElement)) return;
          let t = e.ctrlKey || e.metaKey,
            n = e.shiftKey;
          switch (e.key) {
            case `ArrowUp`:
              t && n ? (e.preventDefault(), Ye()) : t && (e.preventDefault(), qe());
              break;
            case `ArrowDown`:
              t && n ? (e.preventDefault(), Je()) : t && (e.preventDefault(), Ke());
              break;
            case `y`:
            case `Y`:
              Pe === `month` && (e.preventDefault(), Qe(`year`));
          }
        };
        return (
          document.addEventListener(`keydown`, e),
          () => {
            document.removeEventListener(`keydown`, e);
          }
        );
      }, [Te, we, Pe, Ke, qe, Je, Ye]),
      (0, J.jsxs)(K, {
        ref: C(Xe, Ae),
        size: he,
        'data-calendar': !0,
        'data-full-width': Oe || void 0,
        ...je,
        children: [
          Pe === `month` &&
            (0, J.jsx)(aT, {
              month: Ue,
              minDate: U,
              maxDate: pe,
              firstDayOfWeek: E,
              weekdayFormat: D,
              weekendDays: O,
              getDayProps: k,
              excludeDate: j,
              renderDay: M,
              hideOutsideDates: N,
              hideWeekdays: P,
              getDayAriaLabel: F,
              onNext: We,
              onPrevious: Ge,
              hasNextLevel: r !== `month`,
              onLevelClick: () => Qe(`year`),
              numberOfColumns: d,
              locale: me,
              levelControlAriaLabel: p?.monthLevelControl,
              nextLabel: p?.nextMonth ?? m,
              nextIcon: L,
              previousLabel: p?.previousMonth ?? h,
              previousIcon: R,
              monthLabelFormat: I,
              __onDayClick: z,
              __onDayMouseEnter: B,
              __onDateChange: Le,
              __disableNativeLevelSelect: ze,
              __preventFocus: ge,
              __stopPropagation: _e,
              static: we,
              withCellSpacing: V,
              highlightToday: ee,
              withWeekNumbers: te,
              __withWeekControls: ne,
              __getWeekControlProps: H,
              withNativeLevelSelect: Ee,
              yearsSelectRange: De,
              headerControlsOrder: b,
              fullWidth: Oe,
              ...Be,
            }),
          Pe === `year` &&
            (0, J.jsx)(Qw, {
              year: Ue,
              numberOfColumns: d,
              minDate: U,
              maxDate: pe,
              monthsListFormat: ie,
              getMonthControlProps: ae,
              locale: me,
              onNext: Ke,
              onPrevious: qe,
              hasNextLevel: r !== `month` && r !== `year`,
              onLevelClick: () => Qe(`decade`),
              levelControlAriaLabel: p?.yearLevelControl,
              nextLabel: p?.nextYear ?? m,
              nextIcon: L,
              previousLabel: p?.previousYear ?? h,
              previousIcon: R,
              yearLabelFormat: oe,
              __onControlMouseEnter: y,
              __onControlClick: (e, t) => {
                S && Le(t), Qe(fT(`month`, i, r)), _?.(t);
              },
              __onDateChange: Le,
              __disableNativeLevelSelect: ze,
              __preventFocus: ge,
              __stopPropagation: _e,
              withCellSpacing: V,
              withNativeLevelSelect: Ee,
              yearsSelectRange: De,
              headerControlsOrder: b,
              fullWidth: Oe,
              ...Be,
            }),
          Pe === `decade` &&
            (0, J.jsx)(Xw, {
              decade: Ue,
              minDate: U,
              maxDate: pe,
              yearsListFormat: se,
              getYearControlProps: ce,
              locale: me,
              onNext: Je,
              onPrevious: Ye,
              numberOfColumns: d,
              nextLabel: p?.nextDecade ?? m,
              nextIcon: L,
              previousLabel: p?.previousDecade ?? h,
              previousIcon: R,
              decadeLabelFormat: le,
              __onControlMouseEnter: v,
              __onControlClick: (e, t) => {
                x && Le(t), Qe(fT(`year`, i, r)), g?.(t);
              },
              __preventFocus: ge,
              __stopPropagation: _e,
              withCellSpacing: V,
              headerControlsOrder: b,
              fullWidth: Oe,
              ...Be,
            }),
        ],
      })
    );
  });
(mT.classes = { ...Xw.classes, ...Qw.classes, ...aT.classes }), (mT.displayName = `@mantine/dates/Calendar`);
function hT(e) {
  let {
    maxLevel: t,
    minLevel: n,
    defaultLevel: r,
    level: i,
    onLevelChange: a,
    nextIcon: o,
    previousIcon: s,
    date: c,
    defaultDate: l,
    onDateChange: u,
    numberOfColumns: d,
    columnsToScroll: f,
    ariaLabels: p,
    nextLabel: m,
    previousLabel: h,
    onYearSelect: g,
    onMonthSelect: _,
    onYearMouseEnter: v,
    onMonthMouseEnter: y,
    onNextMonth: b,
    onPreviousMonth: x,
    onNextYear: S,
    onPreviousYear: C,
    onNextDecade: w,
    onPreviousDecade: T,
    withCellSpacing: E,
    highlightToday: D,
    withNativeLevelSelect: O,
    yearsSelectRange: k,
    __updateDateOnYearSelect: A,
    __updateDateOnMonthSelect: j,
    __setDateRef: M,
    __setLevelRef: N,
    withWeekNumbers: P,
    headerControlsOrder: F,
    __withWeekControls: I,
    __getWeekControlProps: L,
    getWeekControlProps: R,
    firstDayOfWeek: z,
    weekdayFormat: B,
    weekendDays: V,
    getDayProps: ee,
    excludeDate: te,
    renderDay: ne,
    hideOutsideDates: H,
    hideWeekdays: re,
    getDayAriaLabel: ie,
    monthLabelFormat: ae,
    monthsListFormat: oe,
    getMonthControlProps: se,
    yearLabelFormat: ce,
    yearsListFormat: le,
    getYearControlProps: ue,
    decadeLabelFormat: de,
    allowSingleDateInRange: fe,
    allowDeselect: U,
    minDate: pe,
    maxDate: me,
    locale: W,
    ...he
  } = e;
  return {
    calendarProps: {
      maxLevel: t,
      minLevel: n,
      defaultLevel: r,
      level: i,
      onLevelChange: a,
      nextIcon: o,
      previousIcon: s,
      date: c,
      defaultDate: l,
      onDateChange: u,
      numberOfColumns: d,
      columnsToScroll: f,
      ariaLabels: p,
      nextLabel: m,
      previousLabel: h,
      onYearSelect: g,
      onMonthSelect: _,
      onYearMouseEnter: v,
      onMonthMouseEnter: y,
      onNextMonth: b,
      onPreviousMonth: x,
      onNextYear: S,
      onPreviousYear: C,
      onNextDecade: w,
      onPreviousDecade: T,
      withCellSpacing: E,
      highlightToday: D,
      withNativeLevelSelect: O,
      yearsSelectRange: k,
      __updateDateOnYearSelect: A,
      __updateDateOnMonthSelect: j,
      __setDateRef: M,
      withWeekNumbers: P,
      headerControlsOrder: F,
      __withWeekControls: I,
      __getWeekControlProps: L,
      getWeekControlProps: R,
      firstDayOfWeek: z,
      weekdayFormat: B,
      weekendDays: V,
      getDayProps: ee,
      excludeDate: te,
      renderDay: ne,
      hideOutsideDates: H,
      hideWeekdays: re,
      getDayAriaLabel: ie,
      monthLabelFormat: ae,
      monthsListFormat: oe,
      getMonthControlProps: se,
      yearLabelFormat: ce,
      yearsListFormat: le,
      getYearControlProps: ue,
      decadeLabelFormat: de,
      allowSingleDateInRange: fe,
      allowDeselect: U,
      minDate: pe,
      maxDate: me,
      locale: W,
    },
    others: he,
  };
}
function gT({ presets: e, onPresetSelect: t, buttonProps: n, stopPropagation: r, ...i }) {
  let [a, o] = (0, q.useState)(0),
    s = (0, q.useRef)([]),
    c = (e, t) => {
      if (e.key !== `ArrowDown` && e.key !== `ArrowUp`) return;
      e.preventDefault();
      let n = e.key === `ArrowDown` ? t + 1 : t - 1;
      s.current[n]?.focus();
    },
    l = e.map((i, l) =>
      (0, J.jsx)(
        Ve,
        {
          ...n,
          'data-preset': !0,
          ref: (e) => {
            s.current[l] = e;
          },
          tabIndex: l === Math.min(a, e.length - 1) ? 0 : -1,
          onClick: () => t(i.value),
          onFocus: () => o(l),
          onKeyDown: (e) => c(e, l),
          onMouseDown: (e) => e.preventDefault(),
          'data-mantine-stop-propagation': r || void 0,
          children: i.label,
        },
        l,
      ),
    );
  return (0, J.jsx)(`div`, { ...i, children: l });
}
gT.displayName = `@mantine/dates/PresetsList`;
var _T = /^\d{4}-\d{2}-\d{2}([ T]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?)?$/;
function vT(e, t = !1) {
  if (!e) return null;
  let n = t ? `YYYY-MM-DD HH:mm:ss` : `YYYY-MM-DD`;
  if (_T.test(e)) {
    let t = (0, $.default)(e);
    return t.isValid() && t.format(`YYYY-MM-DD`) === e.slice(0, 10) ? t.format(n) : null;
  }
  let r = new Date(e);
  return Number.isNaN(r.getTime()) ? null : (0, $.default)(r).format(n);
}
function yT({ date: e, maxDate: t, minDate: n }) {
  return !(
    e == null ||
    Number.isNaN(new Date(e).getTime()) ||
    (t && (0, $.default)(e).isAfter(t, `date`)) ||
    (n && (0, $.default)(e).isBefore(n, `date`))
  );
}
var bT = { presetsRoot: `m_1f4d0c5`, presetsList: `m_1f20081`, presetButton: `m_eaf76082`, dropdown: `m_e71e0222` },
  xT = { valueFormat: `MMMM D, YYYY`, fixOnBlur: !0, size: `sm` },
  ST = W((e) => {
    let t = st(`DateInput`, xT, e),
      {
        inputProps: n,
        wrapperProps: r,
        value: i,
        defaultValue: a,
        onChange: o,
        clearable: s,
        clearSectionMode: c,
        clearButtonProps: u,
        popoverProps: d,
        getDayProps: f,
        locale: p,
        valueFormat: m,
        withTime: h,
        dateParser: g,
        minDate: _,
        maxDate: v,
        fixOnBlur: y,
        onFocus: b,
        onBlur: x,
        onClick: S,
        onKeyDown: C,
        readOnly: w,
        name: T,
        form: E,
        rightSection: D,
        unstyled: O,
        classNames: k,
        styles: A,
        allowDeselect: j,
        date: M,
        defaultDate: N,
        onDateChange: F,
        getMonthControlProps: I,
        getYearControlProps: L,
        disabled: R,
        presets: z,
        ...B
      } = t,
      V = l({
        name: `DateInput`,
        classes: bT,
        props: t,
        classNames: k,
        styles: A,
        unstyled: O,
        attributes: r.attributes,
      }),
      ee = (0, q.useRef)(null),
      te = (0, q.useRef)(null),
      [ne, H] = (0, q.useState)(!1),
      { calendarProps: re, others: ie } = hT(B),
      oe = qC(),
      se =
        g ||
        ((e) => {
          if (typeof m == `function`) return vT(e, h);
          let t = (0, $.default)(e, m, oe.getLocale(p)).toDate();
          return Number.isNaN(t.getTime())
            ? vT(e, h)
            : (0, $.default)(t).format(h ? `YYYY-MM-DD HH:mm:ss` : `YYYY-MM-DD`);
        }),
      ce = j === void 0 ? s : j,
      le = (e) => (e ? (typeof m == `function` ? m(e) : (0, $.default)(e).locale(oe.getLocale(p)).format(m)) : ``),
      [ue, de, fe] = cT({ type: `default`, value: i, defaultValue: a, onChange: o, withTime: h }),
      [U, pe] = cT({ type: `default`, value: M, defaultValue: a || N, onChange: F });
    (0, q.useEffect)(() => {
      fe && i !== null && pe(i);
    }, [fe, i]);
    let [me, W] = (0, q.useState)(le(ue));
    (0, q.useEffect)(() => {
      W(le(ue));
    }, [oe.getLocale(p)]);
    let he = (e) => {
        let t = e.currentTarget.value;
        if ((W(t), H(!0), t.trim() === `` && (j || s))) de(null);
        else {
          let e = se(t);
          e && yT({ date: e, minDate: _, maxDate: v }) && (de(e), pe(e));
        }
      },
      ge = (e) => {
        x?.(e), H(!1), y && W(le(ue));
      },
      ve = (e) => {
        b?.(e), H(!0);
      },
      ye = (e) => {
        S?.(e), H(!0);
      },
      be = (e) => {
        e.key === `Escape` && H(!1), C?.(e);
      },
      Se = (e) => ({
        ...f?.(e),
        selected: (0, $.default)(ue).isSame(e, `day`),
        onClick: (t) => {
          f?.(e).onClick?.(t);
          let n = ce && (0, $.default)(ue).isSame(e, `day`) ? null : e;
          de(n), !fe && n && W(le(n)), H(!1);
        },
      }),
      Ce = (e) => {
        de(e), e && pe(e), fe || W(e ? le(e) : ``), H(!1);
      },
      we = (0, J.jsx)(We.ClearButton, {
        onClick: () => {
          de(null), !fe && W(``), H(!1);
        },
        unstyled: O,
        ...u,
      }),
      Te = s && !!ue && !w && !R;
    ae(() => {
      ue !== void 0 && !ne && W(le(ue));
    }, [ue]),
      P(() => H(!1), void 0, [ee.current, te.current]);
    let Ee = (0, J.jsx)(mT, {
      __staticSelector: `DateInput`,
      ...re,
      classNames: k,
      styles: A,
      unstyled: O,
      __preventFocus: !0,
      minDate: _,
      maxDate: v,
      locale: p,
      getDayProps: Se,
      size: n.size,
      date: U,
      onDateChange: pe,
      getMonthControlProps: (e) => ({ selected: typeof ue == `string` && cw(e, ue), ...I?.(e) }),
      getYearControlProps: (e) => ({
        selected: typeof ue == `string` && (0, $.default)(e).isSame(ue, `year`),
        ...L?.(e),
      }),
      attributes: r.attributes,
    });
    return (0, J.jsxs)(J.Fragment, {
      children: [
        (0, J.jsx)(We.Wrapper, {
          ...r,
          __staticSelector: `DateInput`,
          ref: ee,
          children: (0, J.jsxs)(_e, {
            opened: ne,
            trapFocus: !1,
            position: `bottom-start`,
            disabled: w || R,
            withRoles: !1,
            unstyled: O,
            ...d,
            children: [
              (0, J.jsx)(_e.Target, {
                children: (0, J.jsx)(We, {
                  'data-dates-input': !0,
                  'data-read-only': w || void 0,
                  autoComplete: `off`,
                  value: me,
                  onChange: he,
                  onBlur: ge,
                  onFocus: ve,
                  onClick: ye,
                  onKeyDown: be,
                  readOnly: w,
                  rightSection: D,
                  __clearSection: we,
                  __clearable: Te,
                  __clearSectionMode: c,
                  ...n,
                  ...ie,
                  disabled: R,
                  __staticSelector: `DateInput`,
                }),
              }),
              (0, J.jsx)(_e.Dropdown, {
                onMouseDown: (e) => e.preventDefault(),
                'data-dates-dropdown': !0,
                'data-with-presets': z ? !0 : void 0,
                className: O ? void 0 : bT.dropdown,
                ref: te,
                children: z
                  ? (0, J.jsxs)(K, {
                      ...V(`presetsRoot`, { style: { '--preset-font-size': xe(n.size) } }),
                      children: [
                        (0, J.jsx)(gT, {
                          ...V(`presetsList`),
                          presets: z,
                          onPresetSelect: Ce,
                          buttonProps: V(`presetButton`),
                        }),
                        Ee,
                      ],
                    })
                  : Ee,
              }),
            ],
          }),
        }),
        (0, J.jsx)(YC, { name: T, form: E, value: ue, type: `default`, withTime: h }),
      ],
    });
  });
(ST.classes = { ...We.classes, ...mT.classes, ...bT }), (ST.displayName = `@mantine/dates/DateInput`);
var CT = (e, t) => {
    if (!e) return null;
    let n = (0, $.default)(e, t);
    return n.isValid() ? n.toDate() : null;
  },
  wT = (e, t) => (e ? (0, $.default)(e).format(t || `YYYY-MM-DD`) : ``);
function TT(e) {
  let {
      id: t,
      name: n,
      value: r,
      placeholder: i,
      required: a,
      disabled: o,
      readonly: s,
      autofocus: c,
      label: l,
      hideLabel: u,
      rawErrors: d,
      options: f,
      onChange: p,
      onBlur: m,
      onFocus: h,
      valueFormat: g,
      displayFormat: _,
    } = e,
    v = (0, q.useCallback)(
      (e) => {
        p(wT(e, g));
      },
      [p, g],
    ),
    y = (0, q.useCallback)(() => {
      m && m(t, r);
    }, [m, t, r]),
    b = (0, q.useCallback)(() => {
      h && h(t, r);
    }, [h, t, r]);
  return (0, J.jsx)(ST, {
    id: t,
    name: n,
    value: CT(r, g),
    dateParser: (e) => CT(e, _),
    placeholder: i || void 0,
    required: a,
    disabled: o || s,
    autoFocus: c,
    label: Hp(l || void 0, u, !1),
    onChange: v,
    onBlur: y,
    onFocus: b,
    error:
      d && d.length > 0
        ? d.join(`
`)
        : void 0,
    ...f,
    'aria-describedby': Ip(t),
    popoverProps: { withinPortal: !1 },
    classNames: typeof f?.classNames == `object` ? f.classNames : void 0,
    valueFormat: _,
  });
}
function ET(e) {
  let { valueFormat: t = `YYYY-MM-DD`, displayFormat: n, ...r } = e.options;
  return (0, J.jsx)(TT, { ...e, options: r, valueFormat: t, displayFormat: n || t });
}
function DT(e) {
  let { valueFormat: t = `YYYY-MM-DD HH:mm:ss`, displayFormat: n, ...r } = e.options;
  return (0, J.jsx)(TT, { ...e, options: r, valueFormat: t, displayFormat: n || t });
}
function OT(e) {
  let {
      id: t,
      name: n,
      value: r,
      placeholder: i,
      required: a,
      disabled: o,
      readonly: s,
      autofocus: c,
      label: l,
      hideLabel: u,
      rawErrors: d,
      options: f,
      onChange: p,
      onBlur: m,
      onFocus: h,
    } = e,
    g = f.emptyValue || ``,
    _ = (0, q.useCallback)(
      (e) => {
        p(e.target.value === `` ? g : e.target.value);
      },
      [p, g],
    ),
    v = (0, q.useCallback)(
      ({ target: e }) => {
        m && m(t, e?.value);
      },
      [m, t],
    ),
    y = (0, q.useCallback)(
      ({ target: e }) => {
        h && h(t, e?.value);
      },
      [h, t],
    );
  return (0, J.jsx)(ZC, {
    id: t,
    name: n,
    value: r || ``,
    placeholder: i || void 0,
    required: a,
    disabled: o || s,
    autoFocus: c,
    label: Hp(l || void 0, u, !1),
    onChange: _,
    onBlur: v,
    onFocus: y,
    error:
      d && d.length > 0
        ? d.join(`
`)
        : void 0,
    ...f,
    'aria-describedby': Ip(t),
    classNames: typeof f?.classNames == `object` ? f.classNames : void 0,
  });
}
function kT(e) {
  let {
      id: t,
      name: n,
      value: r,
      placeholder: i,
      required: a,
      disabled: o,
      readonly: s,
      autofocus: c,
      label: l,
      hideLabel: u,
      rawErrors: d,
      options: f,
      multiple: p,
      onChange: m,
    } = e,
    { filesInfo: h, handleChange: g, handleRemove: _ } = ym(r, m, p),
    v = KS(f),
    y = (0, q.useCallback)(
      (e) => {
        typeof e == `object` && g(e);
      },
      [g],
    ),
    b = (0, q.useCallback)(
      () =>
        Array.isArray(h) && h.length > 0
          ? (0, J.jsx)(da.Group, {
              children: h.map((e, t) =>
                (0, J.jsx)(da, { withRemoveButton: !0, onRemove: () => _(t), children: e.name }, t),
              ),
            })
          : null,
      [_, h],
    );
  return (0, J.jsx)(Ni, {
    id: t,
    name: n,
    value: r || ``,
    placeholder: i || void 0,
    required: a,
    disabled: o || s,
    autoFocus: c,
    label: Hp(l || void 0, u, !1),
    multiple: !!p,
    valueComponent: b,
    onChange: y,
    error:
      d && d.length > 0
        ? d.join(`
`)
        : void 0,
    ...v,
    'aria-describedby': Ip(t),
  });
}
function AT(e) {
  let {
      id: t,
      name: n,
      value: r,
      placeholder: i,
      required: a,
      disabled: o,
      readonly: s,
      autofocus: c,
      label: l,
      hideLabel: u,
      rawErrors: d,
      options: f,
      onChange: p,
      onBlur: m,
      onFocus: h,
    } = e,
    { emptyValue: g } = f,
    _ = KS(f),
    v = (0, q.useCallback)(
      (e) => {
        p(e.target.value === `` ? g : e.target.value);
      },
      [p, g],
    ),
    y = (0, q.useCallback)(
      ({ target: e }) => {
        m && m(t, e?.value);
      },
      [m, t],
    ),
    b = (0, q.useCallback)(
      ({ target: e }) => {
        h && h(t, e?.value);
      },
      [h, t],
    );
  return (0, J.jsx)(vt, {
    id: t,
    name: n,
    value: r || ``,
    placeholder: i || void 0,
    required: a,
    disabled: o || s,
    autoFocus: c,
    label: Hp(l || void 0, u, !1),
    onChange: v,
    onBlur: y,
    onFocus: b,
    error:
      d && d.length > 0
        ? d.join(`
`)
        : void 0,
    ..._,
    'aria-describedby': Ip(t),
  });
}
function jT(e) {
  let {
      id: t,
      htmlName: n,
      value: r,
      required: i,
      disabled: a,
      readonly: o,
      autofocus: s,
      label: c,
      hideLabel: l,
      rawErrors: u,
      options: d,
      onChange: f,
      onBlur: p,
      onFocus: m,
    } = e,
    { enumOptions: h, enumDisabled: g, inline: _, emptyValue: v } = d,
    y = hp(d),
    b = KS(d),
    x = (0, q.useCallback)(
      (e) => {
        !a && !o && f && f(sp(e, h, y, v));
      },
      [f, a, o, h, v, y],
    ),
    S = (0, q.useCallback)(
      ({ target: e }) => {
        p && p(t, sp(e?.value, h, y, v));
      },
      [p, t, h, v, y],
    ),
    C = (0, q.useCallback)(
      ({ target: e }) => {
        m && m(t, sp(e?.value, h, y, v));
      },
      [m, t, h, v, y],
    ),
    w = rp(r, h);
  return (0, J.jsx)(es.Group, {
    id: t,
    name: n || t,
    value: w,
    label: l ? void 0 : c,
    onChange: x,
    required: i,
    readOnly: a || o,
    error:
      u && u.length > 0
        ? u.join(`
`)
        : void 0,
    'aria-describedby': Ip(t),
    ...b,
    children: Array.isArray(h)
      ? (0, J.jsx)(dn, {
          mt: `xs`,
          direction: _ ? `row` : `column`,
          gap: `xs`,
          wrap: `wrap`,
          children: h.map((e, n) =>
            (0, J.jsx)(
              es,
              {
                id: Lp(t, n),
                value: cp(e.value, n, y),
                label: e.label,
                disabled: Array.isArray(g) && g.includes(e.value),
                autoFocus: n === 0 && s,
                onBlur: S,
                onFocus: C,
              },
              String(e.value),
            ),
          ),
        })
      : null,
  });
}
function MT(e) {
  let {
      id: t,
      name: n,
      value: r,
      required: i,
      disabled: a,
      readonly: o,
      autofocus: s,
      label: c,
      hideLabel: l,
      rawErrors: u,
      options: d,
      onChange: f,
      onBlur: p,
      onFocus: m,
      schema: h,
    } = e,
    g = KS(d),
    { min: _, max: v, step: y } = pp(h),
    b = (0, q.useCallback)(
      (e) => {
        !a && !o && f && f(e);
      },
      [f, a, o],
    ),
    x = (0, q.useCallback)(() => {
      p && p(t, r);
    }, [p, t, r]),
    S = (0, q.useCallback)(() => {
      m && m(t, r);
    }, [m, t, r]);
  return (0, J.jsxs)(J.Fragment, {
    children: [
      !l && !!c && (0, J.jsx)(We.Label, { id: Fp(t), required: i, children: c }),
      d?.description && (0, J.jsx)(We.Description, { children: d.description }),
      (0, J.jsx)(Ts, {
        id: t,
        name: n,
        value: r,
        max: v,
        min: _,
        step: y,
        disabled: a || o,
        autoFocus: s,
        onChange: b,
        onBlur: x,
        onFocus: S,
        ...g,
        'aria-describedby': Ip(t),
      }),
      u && u?.length > 0 && u.map((e, t) => (0, J.jsx)(We.Error, { children: e }, `range-widget-input-errors-${t}`)),
    ],
  });
}
function NT(e) {
  let {
      id: t,
      htmlName: n,
      value: r,
      placeholder: i,
      required: a,
      disabled: o,
      readonly: s,
      autofocus: c,
      label: l,
      hideLabel: u,
      multiple: d,
      rawErrors: f,
      schema: p,
      options: m,
      onChange: h,
      onBlur: g,
      onFocus: _,
    } = e,
    { enumOptions: v, enumDisabled: y, emptyValue: b } = m,
    x = hp(m),
    S = KS(m);
  Wp(t, p, v, d);
  let C = (0, q.useCallback)(
      (e) => {
        !o && !s && h && h(sp(e, v, x, b));
      },
      [h, o, s, v, b, x],
    ),
    w = (0, q.useCallback)(
      ({ target: e }) => {
        g && g(t, sp(e?.value, v, x, b));
      },
      [g, t, v, b, x],
    ),
    T = (0, q.useCallback)(
      ({ target: e }) => {
        _ && _(t, sp(e?.value, v, x, b));
      },
      [_, t, v, b, x],
    ),
    E = (0, q.useMemo)(
      () =>
        Array.isArray(v)
          ? v.map((e, t) => ({
              key: String(t),
              value: cp(e.value, t, x),
              label: e.label,
              disabled: Array.isArray(y) && y.includes(e.value),
            }))
          : [],
      [y, v, x],
    ),
    D = {
      id: t,
      name: n || t,
      label: Hp(l || void 0, u, !1),
      data: E,
      onChange: s ? void 0 : C,
      onBlur: s ? void 0 : w,
      onFocus: s ? void 0 : T,
      autoFocus: c,
      placeholder: i,
      disabled: o || s,
      required: a,
      error:
        f && f.length > 0
          ? f.join(`
`)
          : void 0,
      searchable: !0,
      'aria-describedby': Ip(t),
      comboboxProps: { withinPortal: !1 },
      ...S,
    };
  return (0, J.jsxs)(J.Fragment, {
    children: [
      (0, J.jsx)($p, { ...e }),
      d ? (0, J.jsx)(Sa, { ...D, value: ip(r, v, !0, x, []) }) : (0, J.jsx)(os, { ...D, value: ip(r, v, !1, x, null) }),
    ],
  });
}
function PT(e) {
  let {
      id: t,
      name: n,
      htmlName: r,
      value: i,
      placeholder: a,
      required: o,
      disabled: s,
      readonly: c,
      autofocus: l,
      label: u,
      hideLabel: d,
      rawErrors: f,
      options: p,
      onChange: m,
      onBlur: h,
      onFocus: g,
    } = e,
    _ = KS(p),
    v = p?.emptyValue,
    y = (0, q.useCallback)(
      (e) => {
        m(e.target.value === `` ? v : e.target.value);
      },
      [m, v],
    ),
    b = (0, q.useCallback)(
      ({ target: e }) => {
        h && h(t, e?.value);
      },
      [h, t],
    ),
    x = (0, q.useCallback)(
      ({ target: e }) => {
        g && g(t, e?.value);
      },
      [g, t],
    );
  return (0, J.jsx)(Vi, {
    id: t,
    name: r || n,
    value: i || ``,
    placeholder: a || void 0,
    required: o,
    disabled: s || c,
    autoFocus: l,
    label: Hp(u || void 0, d, !1),
    onChange: y,
    onBlur: b,
    onFocus: x,
    error:
      f && f.length > 0
        ? f.join(`
`)
        : void 0,
    'aria-describedby': Ip(t),
    ..._,
  });
}
$.default.extend(AC.default);
function FT() {
  return {
    AltDateTimeWidget: PC,
    AltDateWidget: FC,
    CheckboxesWidget: jC,
    CheckboxWidget: MC,
    ColorWidget: NC,
    FileWidget: kT,
    DateTimeWidget: DT,
    DateWidget: ET,
    PasswordWidget: AT,
    RadioWidget: jT,
    RangeWidget: MT,
    SelectWidget: NT,
    TextareaWidget: PT,
    TimeWidget: OT,
  };
}
function IT() {
  return { templates: DC(), widgets: FT() };
}
IT();
function LT() {
  return VS(IT());
}
var RT = LT();
function zT(e, t) {
  let n = typeof e;
  if (n !== typeof t) return !1;
  let r = Array.isArray(e);
  if (r !== Array.isArray(t)) return !1;
  if (r) {
    let n = e.length;
    if (n !== t.length) return !1;
    for (let r = 0; r < n; r++) if (!zT(e[r], t[r])) return !1;
    return !0;
  }
  if (n === `object`) {
    if (!e || !t) return e === t;
    let n = Object.keys(e),
      r = Object.keys(t);
    if (n.length !== r.length) return !1;
    for (let r of n) if (!Object.prototype.hasOwnProperty.call(t, r) || !zT(e[r], t[r])) return !1;
    return !0;
  }
  return e === t;
}
function BT(e) {
  return encodeURI(VT(e)).replace(/#/g, `%23`);
}
function VT(e) {
  return e.replace(/~/g, `~0`).replace(/\//g, `~1`);
}
var HT = /^[A-Za-z0-9._~!$&'()*+,;=:@/?-]$/,
  UT = /^%[0-9A-Fa-f]{2}$/,
  WT = /^[A-Za-z0-9._~-]$/;
function GT(e) {
  let t = ``;
  for (let n = 0; n < e.length; ) {
    let r = e[n],
      i = e.slice(n, n + 3);
    if (r === `%` && UT.test(i)) {
      let e = String.fromCharCode(parseInt(i.slice(1), 16));
      (t += WT.test(e) ? e : i.toUpperCase()), (n += 3);
      continue;
    }
    let a = String.fromCodePoint(e.codePointAt(n));
    (t += HT.test(a) ? a : encodeURIComponent(a)), (n += a.length);
  }
  return t;
}
function KT(e, t) {
  let n = new URL(e, t.href);
  return ((n.hash = n.hash ? GT(n.hash.slice(1)) : ``), n);
}
var qT = { prefixItems: !0, items: !0, allOf: !0, anyOf: !0, oneOf: !0 },
  JT = { $defs: !0, definitions: !0, properties: !0, patternProperties: !0, dependentSchemas: !0 },
  YT = {
    id: !0,
    $id: !0,
    $ref: !0,
    $schema: !0,
    $anchor: !0,
    $vocabulary: !0,
    $comment: !0,
    default: !0,
    enum: !0,
    const: !0,
    required: !0,
    dependentRequired: !0,
    type: !0,
    maximum: !0,
    minimum: !0,
    exclusiveMaximum: !0,
    exclusiveMinimum: !0,
    multipleOf: !0,
    maxLength: !0,
    minLength: !0,
    pattern: !0,
    format: !0,
    maxItems: !0,
    minItems: !0,
    uniqueItems: !0,
    maxProperties: !0,
    minProperties: !0,
  },
  XT =
    typeof self < `u` && self.location && self.location.origin !== `null`
      ? new URL(self.location.origin + self.location.pathname + location.search)
      : new URL(`https://github.com/cfworker`);
function ZT(e, t = Object.create(null), n = XT, r = ``) {
  if (e && typeof e == `object` && !Array.isArray(e)) {
    let i = e.$id || e.id;
    if (i) {
      let a = KT(i, n);
      a.hash.length > 1 ? (t[a.href] = e) : ((a.hash = ``), r === `` ? (n = a) : ZT(e, t, n));
    }
  } else if (e !== !0 && e !== !1) return t;
  let i = n.href + (r ? `#` + r : ``);
  if (t[i] !== void 0 && t[i] !== e) throw Error(`Duplicate schema URI "${i}".`);
  if (((t[i] = e), e === !0 || e === !1)) return t;
  if (
    (e.__absolute_uri__ === void 0 && Object.defineProperty(e, '__absolute_uri__', { enumerable: !1, value: i }),
    e.$ref && e.__absolute_ref__ === void 0)
  ) {
    let t = KT(e.$ref, n);
    Object.defineProperty(e, '__absolute_ref__', { enumerable: !1, value: t.href });
  }
  if (e.$recursiveRef && e.__absolute_recursive_ref__ === void 0) {
    let t = KT(e.$recursiveRef, n);
    Object.defineProperty(e, '__absolute_recursive_ref__', { enumerable: !1, value: t.href });
  }
  if (e.$anchor) {
    let r = KT(`#` + e.$anchor, n);
    t[r.href] = e;
  }
  for (let i in e) {
    if (YT[i]) continue;
    let a = `${r}/${BT(i)}`,
      o = e[i];
    if (Array.isArray(o)) {
      if (qT[i]) {
        let e = o.length;
        for (let r = 0; r < e; r++) ZT(o[r], t, n, `${a}/${r}`);
      }
    } else if (JT[i]) for (let e in o) ZT(o[e], t, n, `${a}/${BT(e)}`);
    else ZT(o, t, n, a);
  }
  return t;
}
var QT = /^(\d\d\d\d)-(\d\d)-(\d\d)$/,
  $T = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31],
  eE = /^(\d\d):(\d\d):(\d\d)(\.\d+)?(z|([+-])(\d\d):(\d\d))?$/i,
  tE = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[-0-9a-z]{0,61}[0-9a-z])?)*$/i,
  nE =
    /^(?:[a-z][a-z0-9+\-.]*:)?(?:\/?\/(?:(?:[a-z0-9\-._~!$&'()*+,;=:]|%[0-9a-f]{2})*@)?(?:\[(?:(?:(?:(?:[0-9a-f]{1,4}:){6}|::(?:[0-9a-f]{1,4}:){5}|(?:[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){4}|(?:(?:[0-9a-f]{1,4}:){0,1}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){3}|(?:(?:[0-9a-f]{1,4}:){0,2}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){2}|(?:(?:[0-9a-f]{1,4}:){0,3}[0-9a-f]{1,4})?::[0-9a-f]{1,4}:|(?:(?:[0-9a-f]{1,4}:){0,4}[0-9a-f]{1,4})?::)(?:[0-9a-f]{1,4}:[0-9a-f]{1,4}|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?))|(?:(?:[0-9a-f]{1,4}:){0,5}[0-9a-f]{1,4})?::[0-9a-f]{1,4}|(?:(?:[0-9a-f]{1,4}:){0,6}[0-9a-f]{1,4})?::)|[Vv][0-9a-f]+\.[a-z0-9\-._~!$&'()*+,;=:]+)\]|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?)|(?:[a-z0-9\-._~!$&'"()*+,;=]|%[0-9a-f]{2})*)(?::\d*)?(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*|\/(?:(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*)?|(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*)?(?:\?(?:[a-z0-9\-._~!$&'"()*+,;=:@/?]|%[0-9a-f]{2})*)?(?:#(?:[a-z0-9\-._~!$&'"()*+,;=:@/?]|%[0-9a-f]{2})*)?$/i,
  rE =
    /^(?:(?:[^\x00-\x20\x7f"<>%\\^`{|}]|%[0-9a-f]{2})|\{[+#./;?&=,!@|]?(?:[a-z0-9_]|%[0-9a-f]{2})+(?:\.(?:[a-z0-9_]|%[0-9a-f]{2})+)*(?::[1-9][0-9]{0,3}|\*)?(?:,(?:[a-z0-9_]|%[0-9a-f]{2})+(?:\.(?:[a-z0-9_]|%[0-9a-f]{2})+)*(?::[1-9][0-9]{0,3}|\*)?)*\})*$/i,
  iE =
    /^(?:(?:https?|ftp):\/\/)(?:\S+(?::\S*)?@)?(?:(?!10(?:\.\d{1,3}){3})(?!127(?:\.\d{1,3}){3})(?!169\.254(?:\.\d{1,3}){2})(?!192\.168(?:\.\d{1,3}){2})(?!172\.(?:1[6-9]|2\d|3[0-1])(?:\.\d{1,3}){2})(?:[1-9]\d?|1\d\d|2[01]\d|22[0-3])(?:\.(?:1?\d{1,2}|2[0-4]\d|25[0-5])){2}(?:\.(?:[1-9]\d?|1\d\d|2[0-4]\d|25[0-4]))|(?:(?:[a-z\u{00a1}-\u{ffff}0-9]+-?)*[a-z\u{00a1}-\u{ffff}0-9]+)(?:\.(?:[a-z\u{00a1}-\u{ffff}0-9]+-?)*[a-z\u{00a1}-\u{ffff}0-9]+)*(?:\.(?:[a-z\u{00a1}-\u{ffff}]{2,})))(?::\d{2,5})?(?:\/[^\s]*)?$/iu,
  aE = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i,
  oE = /^(?:\/(?:[^~/]|~0|~1)*)*$/,
  sE = /^#(?:\/(?:[a-z0-9_\-.!$&'()*+,;:=@]|%[0-9a-f]{2}|~0|~1)*)*$/i,
  cE = /^(?:0|[1-9][0-9]*)(?:#|(?:\/(?:[^~/]|~0|~1)*)*)$/,
  lE = /^("(?:[\x20-\x21\x23-\x5b\x5d-\x7e]|\\[\x20-\x7e])*"|[a-z0-9.!#$%&'*+/=?^_`{|}~-]+)@(.+)$/i,
  uE = (e) => {
    let t = e.match(lE);
    if (!t) return !1;
    let n = t[1],
      r = t[2];
    if (
      !n ||
      !r ||
      n.length > 64 ||
      r.length > 253 ||
      (n[0] !== `"` && (n[0] === `.` || n.endsWith(`.`) || n.includes(`..`)))
    )
      return !1;
    if (r.startsWith(`[`) && r.endsWith(`]`)) {
      let e = r.slice(1, -1);
      return /^ipv6:/i.test(e) ? fE.test(e.slice(5)) : dE.test(e);
    }
    return tE.test(r);
  },
  dE = /^(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?)$/,
  fE =
    /^((([0-9a-f]{1,4}:){7}([0-9a-f]{1,4}|:))|(([0-9a-f]{1,4}:){6}(:[0-9a-f]{1,4}|((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3})|:))|(([0-9a-f]{1,4}:){5}(((:[0-9a-f]{1,4}){1,2})|:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3})|:))|(([0-9a-f]{1,4}:){4}(((:[0-9a-f]{1,4}){1,3})|((:[0-9a-f]{1,4})?:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(([0-9a-f]{1,4}:){3}(((:[0-9a-f]{1,4}){1,4})|((:[0-9a-f]{1,4}){0,2}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(([0-9a-f]{1,4}:){2}(((:[0-9a-f]{1,4}){1,5})|((:[0-9a-f]{1,4}){0,3}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(([0-9a-f]{1,4}:){1}(((:[0-9a-f]{1,4}){1,6})|((:[0-9a-f]{1,4}){0,4}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:))|(:(((:[0-9a-f]{1,4}){1,7})|((:[0-9a-f]{1,4}){0,5}:((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}))|:)))$/i,
  pE = (e) =>
    /^P(?:\d+W|(?:(?:\d+Y(?:\d+M(?:\d+D)?)?|\d+M(?:\d+D)?|\d+D)(?:T(?:\d+H(?:\d+M(?:\d+S)?)?|\d+M(?:\d+S)?|\d+S))?|T(?:\d+H(?:\d+M(?:\d+S)?)?|\d+M(?:\d+S)?|\d+S)))$/.test(
      e,
    );
function mE(e) {
  return e.test.bind(e);
}
var hE = {
  date: _E,
  time: vE.bind(void 0, !0),
  'date-time': bE,
  duration: pE,
  uri: CE,
  'uri-reference': mE(nE),
  'uri-template': mE(rE),
  url: mE(iE),
  email: uE,
  hostname: mE(tE),
  ipv4: mE(dE),
  ipv6: mE(fE),
  regex: TE,
  uuid: mE(aE),
  'json-pointer': mE(oE),
  'json-pointer-uri-fragment': mE(sE),
  'relative-json-pointer': mE(cE),
};
function gE(e) {
  return e % 4 == 0 && (e % 100 != 0 || e % 400 == 0);
}
function _E(e) {
  let t = e.match(QT);
  if (!t) return !1;
  let n = t[1],
    r = t[2],
    i = t[3];
  if (!n || !r || !i) return !1;
  let a = +n,
    o = +r,
    s = +i,
    c = o == 2 && gE(a) ? 29 : $T[o];
  return o >= 1 && o <= 12 && s >= 1 && c !== void 0 && s <= c;
}
function vE(e, t) {
  let n = t.match(eE);
  if (!n) return !1;
  let r = n[1],
    i = n[2],
    a = n[3];
  if (!r || !i || !a) return !1;
  let o = +r,
    s = +i,
    c = +a,
    l = n[5],
    u = n[6],
    d = +(n[7] ?? 0),
    f = +(n[8] ?? 0);
  if (o > 23 || s > 59 || c > 60 || d > 23 || f > 59 || (e && l === void 0)) return !1;
  if (c < 60) return !0;
  let p = u === `+` ? 1 : u === `-` ? -1 : 0;
  return (o * 60 + s - p * (d * 60 + f) + 1440) % 1440 == 1439;
}
var yE = /t|\s/i;
function bE(e) {
  let [t, n, r] = e.split(yE);
  return t !== void 0 && n !== void 0 && r === void 0 && _E(t) && vE(!0, n);
}
var xE = /\/|:/,
  SE =
    /^(?:[a-z][a-z0-9+\-.]*:)(?:\/?\/(?:(?:[a-z0-9\-._~!$&'()*+,;=:]|%[0-9a-f]{2})*@)?(?:\[(?:(?:(?:(?:[0-9a-f]{1,4}:){6}|::(?:[0-9a-f]{1,4}:){5}|(?:[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){4}|(?:(?:[0-9a-f]{1,4}:){0,1}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){3}|(?:(?:[0-9a-f]{1,4}:){0,2}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){2}|(?:(?:[0-9a-f]{1,4}:){0,3}[0-9a-f]{1,4})?::[0-9a-f]{1,4}:|(?:(?:[0-9a-f]{1,4}:){0,4}[0-9a-f]{1,4})?::)(?:[0-9a-f]{1,4}:[0-9a-f]{1,4}|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?))|(?:(?:[0-9a-f]{1,4}:){0,5}[0-9a-f]{1,4})?::[0-9a-f]{1,4}|(?:(?:[0-9a-f]{1,4}:){0,6}[0-9a-f]{1,4})?::)|[Vv][0-9a-f]+\.[a-z0-9\-._~!$&'()*+,;=:]+)\]|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?)|(?:[a-z0-9\-._~!$&'()*+,;=]|%[0-9a-f]{2})*)(?::\d*)?(?:\/(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})*)*|\/(?:(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})*)*)?|(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})*)*)(?:\?(?:[a-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9a-f]{2})*)?(?:#(?:[a-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9a-f]{2})*)?$/i;
function CE(e) {
  return xE.test(e) && SE.test(e);
}
var wE = /[^\\]\\Z/;
function TE(e) {
  if (wE.test(e)) return !1;
  try {
    return (new RegExp(e, `u`), !0);
  } catch {
    return !1;
  }
}
function EE(e) {
  let t = 0,
    n = e.length,
    r = 0,
    i;
  for (; r < n; )
    t++,
      (i = e.charCodeAt(r++)),
      i >= 55296 && i <= 56319 && r < n && ((i = e.charCodeAt(r)), (i & 64512) == 56320 && r++);
  return t;
}
function DE(e, t) {
  return Object.prototype.hasOwnProperty.call(e, t);
}
function OE(e) {
  let t = Math.abs(e).toString().split(`e`),
    n = t[0],
    r = t[1] ?? `0`,
    i = n.indexOf(`.`),
    a = i === -1 ? 0 : n.length - i - 1;
  return [BigInt(n.replace(`.`, ``)), Number(r) - a];
}
function kE(e, t) {
  if (!Number.isFinite(e) || !Number.isFinite(t) || t <= 0) return !1;
  let [n, r] = OE(e),
    [i, a] = OE(t),
    o = r - a;
  return o >= 0 ? (n * 10n ** BigInt(o)) % i == 0n : n % (i * 10n ** BigInt(-o)) == 0n;
}
function AE(e, t, n = `2019-09`, r = ZT(t), i = !0, a = null, o = `#`, s = `#`, c = Object.create(null)) {
  if (t === !0) return { valid: !0, errors: [] };
  if (t === !1)
    return {
      valid: !1,
      errors: [{ instanceLocation: o, keyword: `false`, keywordLocation: o, error: `False boolean schema.` }],
    };
  let l = typeof e,
    u;
  switch (l) {
    case `boolean`:
    case `number`:
    case `string`:
      u = l;
      break;
    case `object`:
      u = e === null ? `null` : Array.isArray(e) ? `array` : `object`;
      break;
    default:
      throw Error(`Instances of "${l}" type are not supported.`);
  }
  let {
      $ref: d,
      $recursiveRef: f,
      $recursiveAnchor: p,
      type: m,
      const: h,
      enum: g,
      required: _,
      not: v,
      anyOf: y,
      allOf: b,
      oneOf: x,
      if: S,
      then: C,
      else: w,
      format: T,
      properties: E,
      patternProperties: D,
      additionalProperties: O,
      unevaluatedProperties: k,
      minProperties: A,
      maxProperties: j,
      propertyNames: M,
      dependentRequired: N,
      dependentSchemas: P,
      dependencies: F,
      prefixItems: I,
      items: L,
      additionalItems: R,
      unevaluatedItems: z,
      contains: B,
      minContains: V,
      maxContains: ee,
      minItems: te,
      maxItems: ne,
      uniqueItems: H,
      minimum: re,
      maximum: ie,
      exclusiveMinimum: ae,
      exclusiveMaximum: oe,
      multipleOf: se,
      minLength: ce,
      maxLength: le,
      pattern: ue,
      __absolute_ref__: de,
      __absolute_recursive_ref__: fe,
    } = t,
    U = [];
  if ((p === !0 && a === null && (a = t), f === `#`)) {
    let l = a === null ? r[fe] : a,
      u = `${s}/$recursiveRef`,
      d = AE(e, a === null ? t : a, n, r, i, l, o, u, c);
    d.valid ||
      U.push(
        { instanceLocation: o, keyword: `$recursiveRef`, keywordLocation: u, error: `A subschema had errors.` },
        ...d.errors,
      );
  }
  if (d !== void 0) {
    let t = r[de || d];
    if (t === void 0) {
      let e = `Unresolved $ref "${d}".`;
      throw (
        de && de !== d && (e += `  Absolute URI "${de}".`),
        (e += `\nKnown schemas:\n- ${Object.keys(r).join(`
- `)}`),
        Error(e)
      );
    }
    let l = `${s}/$ref`,
      u = AE(e, t, n, r, i, a, o, l, c);
    if (
      (u.valid ||
        U.push(
          { instanceLocation: o, keyword: `$ref`, keywordLocation: l, error: `A subschema had errors.` },
          ...u.errors,
        ),
      n === `4` || n === `7`)
    )
      return { valid: U.length === 0, errors: U };
  }
  if (Array.isArray(m)) {
    let t = m.length,
      n = !1;
    for (let r = 0; r < t; r++)
      if (u === m[r] || (m[r] === `integer` && u === `number` && e % 1 == 0 && e === e)) {
        n = !0;
        break;
      }
    n ||
      U.push({
        instanceLocation: o,
        keyword: `type`,
        keywordLocation: `${s}/type`,
        error: `Instance type "${u}" is invalid. Expected "${m.join(`", "`)}".`,
      });
  } else
    m === `integer`
      ? (u !== `number` || e % 1 || e !== e) &&
        U.push({
          instanceLocation: o,
          keyword: `type`,
          keywordLocation: `${s}/type`,
          error: `Instance type "${u}" is invalid. Expected "${m}".`,
        })
      : m !== void 0 &&
        u !== m &&
        U.push({
          instanceLocation: o,
          keyword: `type`,
          keywordLocation: `${s}/type`,
          error: `Instance type "${u}" is invalid. Expected "${m}".`,
        });
  if (
    (h !== void 0 &&
      (u === `object` || u === `array`
        ? zT(e, h) ||
          U.push({
            instanceLocation: o,
            keyword: `const`,
            keywordLocation: `${s}/const`,
            error: `Instance does not match ${JSON.stringify(h)}.`,
          })
        : e !== h &&
          U.push({
            instanceLocation: o,
            keyword: `const`,
            keywordLocation: `${s}/const`,
            error: `Instance does not match ${JSON.stringify(h)}.`,
          })),
    g !== void 0 &&
      (u === `object` || u === `array`
        ? g.some((t) => zT(e, t)) ||
          U.push({
            instanceLocation: o,
            keyword: `enum`,
            keywordLocation: `${s}/enum`,
            error: `Instance does not match any of ${JSON.stringify(g)}.`,
          })
        : g.some((t) => e === t) ||
          U.push({
            instanceLocation: o,
            keyword: `enum`,
            keywordLocation: `${s}/enum`,
            error: `Instance does not match any of ${JSON.stringify(g)}.`,
          })),
    v !== void 0)
  ) {
    let t = `${s}/not`;
    AE(e, v, n, r, i, a, o, t).valid &&
      U.push({ instanceLocation: o, keyword: `not`, keywordLocation: t, error: `Instance matched "not" schema.` });
  }
  let pe = [];
  if (y !== void 0) {
    let t = `${s}/anyOf`,
      l = U.length,
      u = !1;
    for (let [s, l] of y.entries()) {
      let d = Object.create(c),
        f = AE(e, l, n, r, i, p === !0 ? a : null, o, `${t}/${s}`, d);
      U.push(...f.errors), (u ||= f.valid), f.valid && pe.push(d);
    }
    u
      ? (U.length = l)
      : U.splice(l, 0, {
          instanceLocation: o,
          keyword: `anyOf`,
          keywordLocation: t,
          error: `Instance does not match any subschemas.`,
        });
  }
  if (b !== void 0) {
    let t = `${s}/allOf`,
      l = U.length,
      u = !0;
    for (let [s, l] of b.entries()) {
      let d = Object.create(c),
        f = AE(e, l, n, r, i, p === !0 ? a : null, o, `${t}/${s}`, d);
      U.push(...f.errors), (u &&= f.valid), f.valid && pe.push(d);
    }
    u
      ? (U.length = l)
      : U.splice(l, 0, {
          instanceLocation: o,
          keyword: `allOf`,
          keywordLocation: t,
          error: `Instance does not match every subschema.`,
        });
  }
  if (x !== void 0) {
    let t = `${s}/oneOf`,
      l = U.length,
      u = x.filter((s, l) => {
        let u = Object.create(c),
          d = AE(e, s, n, r, i, p === !0 ? a : null, o, `${t}/${l}`, u);
        return (U.push(...d.errors), d.valid && pe.push(u), d.valid);
      }).length;
    u === 1
      ? (U.length = l)
      : U.splice(l, 0, {
          instanceLocation: o,
          keyword: `oneOf`,
          keywordLocation: t,
          error: `Instance does not match exactly one subschema (${u} matches).`,
        });
  }
  if (((u === `object` || u === `array`) && Object.assign(c, ...pe), S !== void 0)) {
    let t = `${s}/if`,
      l = Object.create(null);
    if (AE(e, S, n, r, i, a, o, t, l).valid) {
      if ((Object.assign(c, l), C !== void 0)) {
        let l = AE(e, C, n, r, i, a, o, `${s}/then`, c);
        l.valid ||
          U.push(
            { instanceLocation: o, keyword: `if`, keywordLocation: t, error: `Instance does not match "then" schema.` },
            ...l.errors,
          );
      }
    } else if (w !== void 0) {
      let l = AE(e, w, n, r, i, a, o, `${s}/else`, c);
      l.valid ||
        U.push(
          { instanceLocation: o, keyword: `if`, keywordLocation: t, error: `Instance does not match "else" schema.` },
          ...l.errors,
        );
    }
  }
  if (u === `object`) {
    if (_ !== void 0)
      for (let t of _)
        DE(e, t) ||
          U.push({
            instanceLocation: o,
            keyword: `required`,
            keywordLocation: `${s}/required`,
            error: `Instance does not have required property "${t}".`,
          });
    let t = Object.keys(e);
    if (
      (A !== void 0 &&
        t.length < A &&
        U.push({
          instanceLocation: o,
          keyword: `minProperties`,
          keywordLocation: `${s}/minProperties`,
          error: `Instance does not have at least ${A} properties.`,
        }),
      j !== void 0 &&
        t.length > j &&
        U.push({
          instanceLocation: o,
          keyword: `maxProperties`,
          keywordLocation: `${s}/maxProperties`,
          error: `Instance does not have at least ${j} properties.`,
        }),
      M !== void 0)
    ) {
      let t = `${s}/propertyNames`;
      for (let s in e) {
        let e = `${o}/${BT(s)}`,
          c = AE(s, M, n, r, i, a, e, t);
        c.valid ||
          U.push(
            {
              instanceLocation: o,
              keyword: `propertyNames`,
              keywordLocation: t,
              error: `Property name "${s}" does not match schema.`,
            },
            ...c.errors,
          );
      }
    }
    if (N !== void 0) {
      let t = `${s}/dependantRequired`;
      for (let n in N)
        if (DE(e, n)) {
          let r = N[n];
          for (let i of r)
            DE(e, i) ||
              U.push({
                instanceLocation: o,
                keyword: `dependentRequired`,
                keywordLocation: t,
                error: `Instance has "${n}" but does not have "${i}".`,
              });
        }
    }
    if (P !== void 0)
      for (let [t, l] of Object.entries(P)) {
        let u = `${s}/dependentSchemas`;
        if (DE(e, t)) {
          let s = AE(e, l, n, r, i, a, o, `${u}/${BT(t)}`, c);
          s.valid ||
            U.push(
              {
                instanceLocation: o,
                keyword: `dependentSchemas`,
                keywordLocation: u,
                error: `Instance has "${t}" but does not match dependant schema.`,
              },
              ...s.errors,
            );
        }
      }
    if (F !== void 0) {
      let t = `${s}/dependencies`;
      for (let s in F)
        if (DE(e, s)) {
          let c = F[s];
          if (Array.isArray(c))
            for (let n of c)
              DE(e, n) ||
                U.push({
                  instanceLocation: o,
                  keyword: `dependencies`,
                  keywordLocation: t,
                  error: `Instance has "${s}" but does not have "${n}".`,
                });
          else {
            let l = AE(e, c, n, r, i, a, o, `${t}/${BT(s)}`);
            l.valid ||
              U.push(
                {
                  instanceLocation: o,
                  keyword: `dependencies`,
                  keywordLocation: t,
                  error: `Instance has "${s}" but does not match dependant schema.`,
                },
                ...l.errors,
              );
          }
        }
    }
    let l = Object.create(null),
      u = !1;
    if (E !== void 0) {
      let t = `${s}/properties`;
      for (let [s, d] of Object.entries(E)) {
        if (!DE(e, s)) continue;
        let f = `${o}/${BT(s)}`,
          p = AE(e[s], d, n, r, i, a, f, `${t}/${BT(s)}`);
        if (((l[s] = !0), p.valid)) c[s] = !0;
        else if (
          ((u = i),
          U.push(
            {
              instanceLocation: o,
              keyword: `properties`,
              keywordLocation: t,
              error: `Property "${s}" does not match schema.`,
            },
            ...p.errors,
          ),
          u)
        )
          break;
      }
    }
    if (!u && D !== void 0) {
      let t = `${s}/patternProperties`;
      for (let [s, d] of Object.entries(D)) {
        let f = new RegExp(s, `u`);
        for (let p in e) {
          if (!f.test(p)) continue;
          let m = `${o}/${BT(p)}`,
            h = AE(e[p], d, n, r, i, a, m, `${t}/${BT(s)}`);
          (l[p] = !0),
            h.valid
              ? (c[p] = !0)
              : ((u = i),
                U.push(
                  {
                    instanceLocation: o,
                    keyword: `patternProperties`,
                    keywordLocation: t,
                    error: `Property "${p}" matches pattern "${s}" but does not match associated schema.`,
                  },
                  ...h.errors,
                ));
        }
      }
    }
    if (!u && O !== void 0) {
      let t = `${s}/additionalProperties`;
      for (let s in e) {
        if (l[s]) continue;
        let d = `${o}/${BT(s)}`,
          f = AE(e[s], O, n, r, i, a, d, t);
        f.valid
          ? (c[s] = !0)
          : ((u = i),
            U.push(
              {
                instanceLocation: o,
                keyword: `additionalProperties`,
                keywordLocation: t,
                error: `Property "${s}" does not match additional properties schema.`,
              },
              ...f.errors,
            ));
      }
    } else if (!u && k !== void 0) {
      let t = `${s}/unevaluatedProperties`;
      for (let s in e)
        if (!c[s]) {
          let l = `${o}/${BT(s)}`,
            u = AE(e[s], k, n, r, i, a, l, t);
          u.valid
            ? (c[s] = !0)
            : U.push(
                {
                  instanceLocation: o,
                  keyword: `unevaluatedProperties`,
                  keywordLocation: t,
                  error: `Property "${s}" does not match unevaluated properties schema.`,
                },
                ...u.errors,
              );
        }
    }
  } else if (u === `array`) {
    ne !== void 0 &&
      e.length > ne &&
      U.push({
        instanceLocation: o,
        keyword: `maxItems`,
        keywordLocation: `${s}/maxItems`,
        error: `Array has too many items (${e.length} > ${ne}).`,
      }),
      te !== void 0 &&
        e.length < te &&
        U.push({
          instanceLocation: o,
          keyword: `minItems`,
          keywordLocation: `${s}/minItems`,
          error: `Array has too few items (${e.length} < ${te}).`,
        });
    let t = e.length,
      l = 0,
      u = !1;
    if (I !== void 0) {
      let d = `${s}/prefixItems`,
        f = Math.min(I.length, t);
      for (; l < f; l++) {
        let t = AE(e[l], I[l], n, r, i, a, `${o}/${l}`, `${d}/${l}`);
        if (
          ((c[l] = !0),
          !t.valid &&
            ((u = i),
            U.push(
              { instanceLocation: o, keyword: `prefixItems`, keywordLocation: d, error: `Items did not match schema.` },
              ...t.errors,
            ),
            u))
        )
          break;
      }
    }
    if (L !== void 0) {
      let d = `${s}/items`;
      if (Array.isArray(L)) {
        let s = Math.min(L.length, t);
        for (; l < s; l++) {
          let t = AE(e[l], L[l], n, r, i, a, `${o}/${l}`, `${d}/${l}`);
          if (
            ((c[l] = !0),
            !t.valid &&
              ((u = i),
              U.push(
                { instanceLocation: o, keyword: `items`, keywordLocation: d, error: `Items did not match schema.` },
                ...t.errors,
              ),
              u))
          )
            break;
        }
      } else
        for (; l < t; l++) {
          let t = AE(e[l], L, n, r, i, a, `${o}/${l}`, d);
          if (
            ((c[l] = !0),
            !t.valid &&
              ((u = i),
              U.push(
                { instanceLocation: o, keyword: `items`, keywordLocation: d, error: `Items did not match schema.` },
                ...t.errors,
              ),
              u))
          )
            break;
        }
      if (!u && R !== void 0) {
        let d = `${s}/additionalItems`;
        for (; l < t; l++) {
          let t = AE(e[l], R, n, r, i, a, `${o}/${l}`, d);
          (c[l] = !0),
            t.valid ||
              ((u = i),
              U.push(
                {
                  instanceLocation: o,
                  keyword: `additionalItems`,
                  keywordLocation: d,
                  error: `Items did not match additional items schema.`,
                },
                ...t.errors,
              ));
        }
      }
    }
    if (B !== void 0) {
      if (t === 0 && V === void 0)
        U.push({
          instanceLocation: o,
          keyword: `contains`,
          keywordLocation: `${s}/contains`,
          error: `Array is empty. It must contain at least one item matching the schema.`,
        });
      else if (V !== void 0 && t < V)
        U.push({
          instanceLocation: o,
          keyword: `minContains`,
          keywordLocation: `${s}/minContains`,
          error: `Array has less items (${t}) than minContains (${V}).`,
        });
      else {
        let l = `${s}/contains`,
          u = U.length,
          d = 0;
        for (let s = 0; s < t; s++) {
          let t = AE(e[s], B, n, r, i, a, `${o}/${s}`, l);
          t.valid ? ((c[s] = !0), d++) : U.push(...t.errors);
        }
        d >= (V || 0) && (U.length = u),
          V === void 0 && d === 0
            ? U.splice(u, 0, {
                instanceLocation: o,
                keyword: `contains`,
                keywordLocation: l,
                error: `Array does not contain item matching schema.`,
              })
            : V !== void 0 && d < V
              ? U.push({
                  instanceLocation: o,
                  keyword: `minContains`,
                  keywordLocation: `${s}/minContains`,
                  error: `Array must contain at least ${V} items matching schema. Only ${d} items were found.`,
                })
              : ee !== void 0 &&
                d > ee &&
                U.push({
                  instanceLocation: o,
                  keyword: `maxContains`,
                  keywordLocation: `${s}/maxContains`,
                  error: `Array may contain at most ${ee} items matching schema. ${d} items were found.`,
                });
      }
    }
    if (!u && z !== void 0) {
      let u = `${s}/unevaluatedItems`;
      for (; l < t; l++) {
        if (c[l]) continue;
        let t = AE(e[l], z, n, r, i, a, `${o}/${l}`, u);
        (c[l] = !0),
          t.valid ||
            U.push(
              {
                instanceLocation: o,
                keyword: `unevaluatedItems`,
                keywordLocation: u,
                error: `Items did not match unevaluated items schema.`,
              },
              ...t.errors,
            );
      }
    }
    if (H)
      for (let n = 0; n < t; n++) {
        let r = e[n],
          i = typeof r == `object` && !!r;
        for (let a = 0; a < t; a++) {
          if (n === a) continue;
          let t = e[a];
          (r === t || (i && typeof t == `object` && t && zT(r, t))) &&
            (U.push({
              instanceLocation: o,
              keyword: `uniqueItems`,
              keywordLocation: `${s}/uniqueItems`,
              error: `Duplicate items at indexes ${n} and ${a}.`,
            }),
            (n = 2 ** 53 - 1),
            (a = 2 ** 53 - 1));
        }
      }
  } else if (u === `number`)
    n === `4`
      ? (re !== void 0 &&
          ((ae === !0 && e <= re) || e < re) &&
          U.push({
            instanceLocation: o,
            keyword: `minimum`,
            keywordLocation: `${s}/minimum`,
            error: `${e} is less than ${ae ? `or equal to ` : ``} ${re}.`,
          }),
        ie !== void 0 &&
          ((oe === !0 && e >= ie) || e > ie) &&
          U.push({
            instanceLocation: o,
            keyword: `maximum`,
            keywordLocation: `${s}/maximum`,
            error: `${e} is greater than ${oe ? `or equal to ` : ``} ${ie}.`,
          }))
      : (re !== void 0 &&
          e < re &&
          U.push({
            instanceLocation: o,
            keyword: `minimum`,
            keywordLocation: `${s}/minimum`,
            error: `${e} is less than ${re}.`,
          }),
        ie !== void 0 &&
          e > ie &&
          U.push({
            instanceLocation: o,
            keyword: `maximum`,
            keywordLocation: `${s}/maximum`,
            error: `${e} is greater than ${ie}.`,
          }),
        ae !== void 0 &&
          e <= ae &&
          U.push({
            instanceLocation: o,
            keyword: `exclusiveMinimum`,
            keywordLocation: `${s}/exclusiveMinimum`,
            error: `${e} is less than ${ae}.`,
          }),
        oe !== void 0 &&
          e >= oe &&
          U.push({
            instanceLocation: o,
            keyword: `exclusiveMaximum`,
            keywordLocation: `${s}/exclusiveMaximum`,
            error: `${e} is greater than or equal to ${oe}.`,
          })),
      se !== void 0 &&
        (kE(e, se) ||
          U.push({
            instanceLocation: o,
            keyword: `multipleOf`,
            keywordLocation: `${s}/multipleOf`,
            error: `${e} is not a multiple of ${se}.`,
          }));
  else if (u === `string`) {
    let t = ce === void 0 && le === void 0 ? 0 : EE(e);
    ce !== void 0 &&
      t < ce &&
      U.push({
        instanceLocation: o,
        keyword: `minLength`,
        keywordLocation: `${s}/minLength`,
        error: `String is too short (${t} < ${ce}).`,
      }),
      le !== void 0 &&
        t > le &&
        U.push({
          instanceLocation: o,
          keyword: `maxLength`,
          keywordLocation: `${s}/maxLength`,
          error: `String is too long (${t} > ${le}).`,
        }),
      ue !== void 0 &&
        !new RegExp(ue, `u`).test(e) &&
        U.push({
          instanceLocation: o,
          keyword: `pattern`,
          keywordLocation: `${s}/pattern`,
          error: `String does not match pattern.`,
        }),
      T !== void 0 &&
        hE[T] &&
        !hE[T](e) &&
        U.push({
          instanceLocation: o,
          keyword: `format`,
          keywordLocation: `${s}/format`,
          error: `String does not match format "${T}".`,
        });
  }
  return { valid: U.length === 0, errors: U };
}
var jE = class {
  schema;
  draft;
  shortCircuit;
  lookup;
  constructor(e, t = `2019-09`, n = !0) {
    (this.schema = e), (this.draft = t), (this.shortCircuit = n), (this.lookup = ZT(e));
  }
  validate(e) {
    return AE(e, this.schema, this.draft, this.lookup, this.shortCircuit);
  }
  addSchema(e, t) {
    t && (e = { ...e, $id: t }), ZT(e, this.lookup);
  }
};
function ME(e, t) {
  return new jE(e, `2020-12`, !1)
    .validate(t ?? {})
    .errors.filter(({ keyword: e }) => e !== `properties` && e !== `items`);
}
function NE({ keyword: e, instanceLocation: t, error: n }) {
  let r = t.split(`/`).slice(1),
    i = e === `required` ? /"([^"]+)"/.exec(n)?.[1] : void 0,
    a = `.${[...r, ...(i === void 0 ? [] : [i])].join(`.`)}`;
  return { name: e, property: a, message: i === void 0 ? n : `is needed`, stack: `${a} ${n}` };
}
var PE = {
  validateFormData(e, t, n, r, i) {
    let a = ME(t, e).map(NE),
      o = r?.(a, i) ?? a,
      s = { errors: o, errorSchema: sm(o) };
    return n === void 0 ? s : xm(s, lm(n(e, ul(e), i)));
  },
  isValid: (e, t) => ME(e, t).length === 0,
  rawValidation: (e, t) => ({ errors: ME(e, t) }),
};
function FE(e) {
  let { properties: t = {}, required: n = [] } = e,
    r = Object.entries(t).filter(([, e]) => e[`x-fairlead-secret`] !== !0),
    i = new Set(r.map(([e]) => e));
  return { ...e, properties: Object.fromEntries(r), required: n.filter((e) => i.has(e)) };
}
function IE(e) {
  let { properties: t = {}, required: n = [] } = e;
  return Object.entries(t)
    .filter(([, e]) => e[`x-fairlead-secret`] === !0)
    .map(([e, { title: t, description: r, type: i }]) => ({
      name: e,
      title: t ?? e,
      description: r,
      list: i === `array`,
      required: n.includes(e),
    }));
}
var LE = { 'ui:submitButtonOptions': { norender: !0 } };
function RE({ schema: e, value: t, onChange: n, onSubmit: r, faults: i, children: a }) {
  let o = (0, q.useMemo)(() => FE(e), [e]),
    s = (0, q.useMemo)(() => zE(i), [i]);
  return (0, J.jsx)(RT, {
    schema: o,
    uiSchema: LE,
    validator: PE,
    formData: t,
    onChange: ({ formData: e }) => n(e ?? {}),
    onSubmit: r,
    extraErrors: s,
    showErrorList: !1,
    liveValidate: !1,
    noHtml5Validate: !0,
    idPrefix: `settings`,
    children: a,
  });
}
function zE(e) {
  let t = {};
  for (let { path: n, message: r } of e) {
    let e = n.split(`/`).slice(1);
    if (e[0] !== `body` || e[1] !== `settings`) continue;
    let i = t;
    for (let t of e.slice(2)) (i[t] ??= {}), (i = i[t]);
    i.__errors = [...(i.__errors ?? []), r];
  }
  return t;
}
function BE({ connection: e }) {
  let t = uc(e.plugin);
  return (0, J.jsx)($e, {
    query: t,
    children: ({ settingsSchema: t }) =>
      t === void 0
        ? (0, J.jsx)(N, {
            color: `yellow`,
            title: `The plugin is not there to say what can be set`,
            children: (0, J.jsx)(H, { block: !0, children: JSON.stringify(e.settings, null, 2) }),
          })
        : (0, J.jsx)(VE, { connection: e, schema: t }, e.version),
  });
}
function VE({ connection: e, schema: t }) {
  let n = (0, q.useMemo)(() => IE(t), [t]),
    [r, i] = (0, q.useState)(e.name),
    [a, o] = (0, q.useState)(e.settings),
    [s, c] = (0, q.useState)({}),
    l = Ie()(`connections.write`),
    u = dc(),
    d = ze(),
    f = rc({
      mutationFn: async () =>
        Oe(
          ct.PATCH(`/api/connections/{id}`, {
            params: { path: { id: e.id } },
            headers: { 'if-match': `"${e.version}"` },
            body: { name: r, settings: UE(e.settings, a), secrets: Oc(n, s) },
          }),
        ),
      async onSuccess() {
        await u(), d.done(`The settings are saved. “Test” asks the vendor whether it works with them.`);
      },
    }),
    p = f.error instanceof Ee ? f.error.errors : [];
  return (0, J.jsxs)(w, {
    maw: 720,
    children: [
      (0, J.jsx)(v, {
        label: `Name`,
        required: !0,
        maxLength: 100,
        value: r,
        onChange: ({ currentTarget: e }) => i(e.value),
      }),
      (0, J.jsx)(RE, {
        schema: t,
        value: a,
        onChange: o,
        onSubmit: () => f.mutate(),
        faults: p,
        children: (0, J.jsxs)(w, {
          mt: `md`,
          children: [
            (0, J.jsx)(HE, { connection: e, fields: n }),
            l && (0, J.jsx)(Ec, { fields: n.map((e) => ({ ...e, required: !1 })), texts: s, onChange: c, faults: p }),
            f.isError && (0, J.jsx)(Ce, { error: f.error }),
            l &&
              (0, J.jsx)(pe, { children: (0, J.jsx)(Ze, { type: `submit`, loading: f.isPending, children: `Save` }) }),
          ],
        }),
      }),
    ],
  });
}
function HE({ connection: e, fields: t }) {
  return t.length === 0
    ? null
    : (0, J.jsxs)(S, {
        withBorder: !0,
        children: [
          (0, J.jsx)(f, { order: 2, size: `h5`, mb: `xs`, children: `Secrets that are set` }),
          (0, J.jsx)(g, {
            size: `sm`,
            children: t.map(({ name: t, title: n }) => {
              let r = e.secrets[t];
              return (0, J.jsxs)(
                g.Item,
                {
                  children: [
                    n,
                    `:`,
                    ` `,
                    r === void 0
                      ? (0, J.jsx)(ce, { span: !0, c: `dimmed`, children: `not set` })
                      : (0, J.jsxs)(J.Fragment, {
                          children: [
                            (r.items ?? [r]).map(({ hint: e }) => e ?? `set`).join(`, `),
                            `, since `,
                            (0, J.jsx)(He, { at: r.updatedAt }),
                          ],
                        }),
                  ],
                },
                t,
              );
            }),
          }),
          (0, J.jsx)(ce, {
            size: `xs`,
            c: `dimmed`,
            mt: `xs`,
            children: `They never come out again. What is entered below takes their place; what is left empty stays.`,
          }),
        ],
      });
}
function UE(e, t) {
  let n = { ...t };
  for (let [r, i] of Object.entries(e)) {
    let e = t[r];
    e === void 0 ? (n[r] = null) : WE(i) && WE(e) && (n[r] = UE(i, e));
  }
  return n;
}
function WE(e) {
  return typeof e == `object` && !!e && !Array.isArray(e);
}
var GE = [`health`, `settings`, `calls`];
function KE() {
  let { id: e = `` } = mt();
  return (0, J.jsx)($e, { query: cc(e), children: (e) => (0, J.jsx)(qE, { connection: e }) });
}
function qE({ connection: e }) {
  let [t, n] = ue(),
    r = GE.find((e) => e === t.get(`tab`)) ?? `health`;
  return (0, J.jsxs)(J.Fragment, {
    children: [
      (0, J.jsx)(Ge, {
        title: e.name,
        about: (0, J.jsxs)(pe, { gap: `xs`, children: [(0, J.jsx)(JE, { connection: e }), e.plugin] }),
        children: (0, J.jsx)(fc, { connection: e }),
      }),
      (0, J.jsxs)(ec, {
        value: r,
        keepMounted: !1,
        onChange: (e) => n({ tab: e ?? `health` }, { replace: !0 }),
        children: [
          (0, J.jsxs)(ec.List, {
            mb: `md`,
            children: [
              (0, J.jsx)(ec.Tab, { value: `health`, children: `Health` }),
              (0, J.jsx)(ec.Tab, { value: `settings`, children: `Settings` }),
              (0, J.jsx)(ec.Tab, { value: `calls`, children: `Recent calls` }),
            ],
          }),
          (0, J.jsx)(ec.Panel, { value: `health`, children: (0, J.jsx)(xc, { connection: e }) }),
          (0, J.jsx)(ec.Panel, { value: `settings`, children: (0, J.jsx)(BE, { connection: e }) }),
          (0, J.jsx)(ec.Panel, { value: `calls`, children: (0, J.jsx)(ac, { connection: e }) }),
        ],
      }),
    ],
  });
}
function JE({ connection: e }) {
  let { id: t, status: n, statusReason: r } = e,
    i = L({
      queryKey: [`connections`, `health`, t],
      queryFn: async ({ signal: e }) =>
        Oe(ct.GET(`/api/connections/{id}/health`, { params: { path: { id: t } }, signal: e })),
    });
  return n === `active`
    ? (0, J.jsx)(Ae, { health: i.data?.status ?? `unknown` })
    : (0, J.jsx)(b, { color: `gray`, variant: `outline`, tt: `none`, title: r, children: n });
}
function YE({ list: e, columns: t, keyOf: n, empty: r, label: i }) {
  if (e.data === void 0)
    return e.isError ? (0, J.jsx)(Ce, { error: e.error, again: () => void e.refetch() }) : (0, J.jsx)(Je, {});
  let a = e.data.pages.flatMap((e) => e.items);
  return a.length === 0
    ? (0, J.jsx)(J.Fragment, { children: r })
    : (0, J.jsxs)(`div`, {
        className: `scrolls`,
        tabIndex: 0,
        role: `region`,
        'aria-label': i,
        children: [
          (0, J.jsxs)(Ws, {
            highlightOnHover: !0,
            verticalSpacing: `xs`,
            children: [
              (0, J.jsx)(Ws.Thead, {
                children: (0, J.jsx)(Ws.Tr, {
                  children: t.map(({ title: e, numeric: t }) =>
                    (0, J.jsx)(Ws.Th, { ta: t ? `right` : `left`, children: e }, e),
                  ),
                }),
              }),
              (0, J.jsx)(Ws.Tbody, {
                children: a.map((e) =>
                  (0, J.jsx)(
                    Ws.Tr,
                    {
                      children: t.map(({ title: t, cell: n, numeric: r }) =>
                        (0, J.jsx)(
                          Ws.Td,
                          { ta: r ? `right` : `left`, className: r ? `numbers` : void 0, children: n(e) },
                          t,
                        ),
                      ),
                    },
                    n(e),
                  ),
                ),
              }),
            ],
          }),
          e.hasNextPage &&
            (0, J.jsx)(m, {
              p: `sm`,
              children: (0, J.jsx)(Ze, {
                variant: `default`,
                size: `xs`,
                loading: e.isFetchingNextPage,
                onClick: () => void e.fetchNextPage(),
                children: `Load more`,
              }),
            }),
        ],
      });
}
function XE(e, t) {
  return ic({
    queryKey: e,
    queryFn: async ({ pageParam: e, signal: n }) => t(e, n),
    initialPageParam: void 0,
    getNextPageParam: ({ nextCursor: e }) => e ?? void 0,
  });
}
function ZE() {
  let e = Ie(),
    [t, n] = ue(),
    r = lc(),
    i = t.get(`plugin`) ?? void 0,
    a = t.get(`status`) ?? void 0,
    [o] = wt(t.get(`name`) ?? ``, 250),
    s = { plugin: i, status: a, ...(o === `` ? {} : { name: o }) },
    c = XE([`connections`, `list`, s], async (e, t) =>
      Oe(ct.GET(`/api/connections`, { params: { query: { ...s, cursor: e, limit: 50 } }, signal: t })),
    ),
    l = (e, t) => n((n) => (t === null || t === `` ? n.delete(e) : n.set(e, t), n), { replace: !0 }),
    u = i !== void 0 || a !== void 0 || o !== ``;
  return (0, J.jsxs)(J.Fragment, {
    children: [
      (0, J.jsx)(Ge, {
        title: `Connections`,
        about: `Accounts and addresses at vendors, each with its own credentials and health.`,
        children: e(`connections.write`) && (0, J.jsx)(nt, { to: `/connections/new`, children: `Add a connection` }),
      }),
      (0, J.jsxs)(pe, {
        mb: `md`,
        align: `flex-end`,
        children: [
          (0, J.jsx)(v, {
            label: `Name`,
            placeholder: `Begins with`,
            value: t.get(`name`) ?? ``,
            onChange: ({ currentTarget: e }) => l(`name`, e.value),
          }),
          (0, J.jsx)(os, {
            label: `Plugin`,
            clearable: !0,
            searchable: !0,
            placeholder: `All`,
            value: i ?? null,
            data: (r.data?.items ?? []).map(({ id: e, displayName: t }) => ({ value: e, label: t ?? e })),
            onChange: (e) => l(`plugin`, e),
          }),
          (0, J.jsx)(os, {
            label: `Status`,
            clearable: !0,
            placeholder: `All`,
            value: a ?? null,
            data: [`active`, `paused`, `disabled`],
            onChange: (e) => l(`status`, e),
          }),
        ],
      }),
      (0, J.jsx)(YE, {
        label: `Connections`,
        list: c,
        keyOf: ({ id: e }) => e,
        columns: [
          {
            title: `Name`,
            cell: ({ id: e, name: t }) => (0, J.jsx)(he, { to: `/connections/${e}`, fw: 600, children: t }),
          },
          { title: `Plugin`, cell: (e) => e.plugin },
          { title: `Health`, cell: (e) => (0, J.jsx)(Ae, { health: QE(e) }) },
          { title: `Tested`, cell: (e) => (0, J.jsx)($E, { connection: e }) },
          { title: `Changed`, cell: ({ updatedAt: e }) => (0, J.jsx)(He, { at: e, ago: !0 }) },
        ],
        empty: u
          ? (0, J.jsx)(ve, { title: `No connection is like that`, children: `Change or clear the filters above.` })
          : (0, J.jsx)(ve, {
              title: `There are no connections yet`,
              action:
                e(`connections.write`) && (0, J.jsx)(nt, { to: `/connections/new`, children: `Add the first one` }),
              children: `A connection is one account at a vendor: two Stripe accounts are two connections.`,
            }),
      }),
    ],
  });
}
function QE({ status: e, health: t }) {
  return e === `active` ? t.status : `paused`;
}
function $E({ connection: { testedAt: e, testResult: t } }) {
  return e === void 0 || t === void 0
    ? (0, J.jsx)(J.Fragment, { children: `not yet` })
    : (0, J.jsxs)(J.Fragment, {
        children: [t.outcome === `ok` ? `works` : (t.code ?? `failed`), `, `, (0, J.jsx)(He, { at: e, ago: !0 })],
      });
}
function eD({ label: e, button: t, ...n }) {
  let [r, i] = (0, q.useState)(!1);
  return (0, J.jsxs)(J.Fragment, {
    children: [
      (0, J.jsx)(Ze, { variant: `default`, ...t, onClick: () => i(!0), children: e }),
      (0, J.jsx)(oc, { ...n, opened: r, onClose: () => i(!1) }),
    ],
  });
}
function tD({ plugin: e, schema: t }) {
  let n = (0, q.useMemo)(() => IE(t), [t]),
    [r, i] = (0, q.useState)(e.displayName ?? e.id),
    [a, o] = (0, q.useState)({}),
    [s, c] = (0, q.useState)({}),
    [l, u] = (0, q.useState)(),
    [d] = (0, q.useState)(() => crypto.randomUUID()),
    f = me(),
    p = dc(),
    m = ze(),
    h = rc({
      mutationFn: async () => {
        let t = { name: r, settings: { ...a }, secrets: Oc(n, s) },
          { id: i } =
            l === void 0
              ? await Oe(
                  ct.POST(`/api/connections`, {
                    body: { plugin: e.id, ...t },
                    params: { header: { 'idempotency-key': d } },
                  }),
                )
              : await Oe(ct.PATCH(`/api/connections/{id}`, { params: { path: { id: l.id } }, body: t }));
        return { id: i, test: await Oe(ct.POST(`/api/connections/{id}/test`, { params: { path: { id: i } } })) };
      },
      async onSuccess(e) {
        u(e), await p(), e.test.outcome === `ok` && (m.done(`${r} works.`), await f(`/connections/${e.id}`));
      },
    }),
    g = h.error instanceof Ee ? h.error.errors : [];
  return (0, J.jsxs)(w, {
    children: [
      (0, J.jsx)(v, {
        label: `Name`,
        description: `How this connection is called here, such as “Shop in Berlin”.`,
        required: !0,
        maxLength: 100,
        value: r,
        error: g.find(({ path: e }) => e === `/body/name`)?.message,
        onChange: ({ currentTarget: e }) => i(e.value),
      }),
      (0, J.jsx)(RE, {
        schema: t,
        value: a,
        onChange: o,
        onSubmit: () => h.mutate(),
        faults: g,
        children: (0, J.jsxs)(w, {
          mt: `md`,
          children: [
            (0, J.jsx)(Ec, { fields: n, texts: s, onChange: c, faults: g }),
            h.isError && (0, J.jsx)(Ce, { error: h.error }),
            l !== void 0 &&
              l.test.outcome === `failed` &&
              !h.isPending &&
              (0, J.jsx)(nD, { made: l, onRemoved: () => f(`/connections`) }),
            (0, J.jsxs)(pe, {
              children: [
                (0, J.jsx)(Ze, {
                  type: `submit`,
                  loading: h.isPending,
                  children: l === void 0 ? `Save and test` : `Change and test again`,
                }),
                l !== void 0 &&
                  (0, J.jsx)(Ze, {
                    variant: `default`,
                    onClick: () => void f(`/connections/${l.id}`),
                    children: `Keep it as it is`,
                  }),
              ],
            }),
          ],
        }),
      }),
    ],
  });
}
function nD({ made: e, onRemoved: t }) {
  let n = dc();
  return (0, J.jsx)(N, {
    color: `red`,
    role: `alert`,
    title: `It is saved, and the vendor did not accept it`,
    children: (0, J.jsxs)(w, {
      align: `flex-start`,
      gap: `xs`,
      children: [
        e.test.message ?? e.test.code,
        (0, J.jsx)(eD, {
          label: `Remove it again`,
          button: { size: `xs` },
          title: `Remove the connection just made?`,
          act: `Remove`,
          onConfirm: async () => {
            await Oe(ct.DELETE(`/api/connections/{id}`, { params: { path: { id: e.id } } })), await n(), t();
          },
          children: `Its settings and secrets are deleted from the hub. Nothing changes at the vendor.`,
        }),
      ],
    }),
  });
}
function rD({ onChoose: e }) {
  let t = lc(),
    [n, r] = (0, q.useState)(``);
  return (0, J.jsx)($e, {
    query: t,
    children: ({ items: t }) => {
      let i = t.filter((e) => aD(e, n));
      return (0, J.jsxs)(J.Fragment, {
        children: [
          (0, J.jsx)(v, {
            label: `Find a plugin`,
            placeholder: `Stripe, telegram, payment …`,
            mb: `md`,
            maw: 360,
            value: n,
            onChange: ({ currentTarget: e }) => r(e.value),
          }),
          i.length === 0 &&
            (0, J.jsx)(ve, {
              title: `No plugin is like that`,
              children: `Others can be installed on the page Plugins.`,
            }),
          (0, J.jsx)(F, {
            cols: { base: 1, sm: 2, lg: 3 },
            children: i.map((t) => (0, J.jsx)(iD, { plugin: t, onChoose: () => e(t.id) }, t.id)),
          }),
        ],
      });
    },
  });
}
function iD({ plugin: e, onChoose: t }) {
  let n = e.status === `running`;
  return (0, J.jsx)(Ve, {
    onClick: t,
    disabled: !n,
    opacity: n ? 1 : 0.6,
    h: `100%`,
    children: (0, J.jsxs)(S, {
      withBorder: !0,
      h: `100%`,
      padding: `md`,
      children: [
        (0, J.jsx)(ce, { fw: 600, children: e.displayName ?? e.id }),
        (0, J.jsx)(ce, { size: `sm`, c: `dimmed`, mb: `xs`, children: e.description }),
        (0, J.jsxs)(pe, {
          gap: 4,
          mt: `auto`,
          children: [
            Object.keys(e.capabilities ?? {}).map((e) =>
              (0, J.jsx)(b, { variant: `light`, tt: `none`, children: e }, e),
            ),
            !n && (0, J.jsx)(b, { color: `gray`, tt: `none`, children: e.status }),
          ],
        }),
      ],
    }),
  });
}
function aD({ id: e, displayName: t, description: n, capabilities: r }, i) {
  let a = [e, t, n, ...Object.keys(r ?? {})].join(` `).toLowerCase();
  return i
    .toLowerCase()
    .split(/\s+/)
    .every((e) => a.includes(e));
}
function oD() {
  let [e, t] = ue(),
    n = e.get(`plugin`) ?? void 0,
    r = uc(n);
  return n === void 0
    ? (0, J.jsxs)(J.Fragment, {
        children: [
          (0, J.jsx)(Ge, { title: `Add a connection`, about: `Which vendor is it at?` }),
          (0, J.jsx)(rD, { onChoose: (e) => t({ plugin: e }) }),
        ],
      })
    : (0, J.jsx)(w, {
        maw: 720,
        children: (0, J.jsx)($e, {
          query: r,
          children: (e) =>
            (0, J.jsxs)(J.Fragment, {
              children: [
                (0, J.jsx)(Ge, {
                  title: `Add a connection: ${e.displayName ?? e.id}`,
                  about: e.description,
                  children: (0, J.jsx)(nt, { to: `/connections/new`, variant: `default`, children: `Another plugin` }),
                }),
                e.settingsSchema === void 0
                  ? (0, J.jsxs)(N, {
                      color: `yellow`,
                      title: `This plugin cannot be connected now`,
                      children: [`It is `, e.status, `. Look at its page for the reason.`],
                    })
                  : (0, J.jsx)(tD, { plugin: e, schema: e.settingsSchema }, e.id),
              ],
            }),
        }),
      });
}
function sD() {
  return (0, J.jsxs)(gt, {
    children: [
      (0, J.jsx)(dt, { index: !0, element: (0, J.jsx)(ZE, {}) }),
      (0, J.jsx)(dt, { path: `new`, element: (0, J.jsx)(oD, {}) }),
      (0, J.jsx)(dt, { path: `:id`, element: (0, J.jsx)(KE, {}) }),
      (0, J.jsx)(dt, { path: `*`, element: (0, J.jsx)(fe, {}) }),
    ],
  });
}
export { sD as ConnectionPages };
