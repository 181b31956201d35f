/*
 * Emitted by `npm run contract:docs` from the schemas of this folder: not to be edited. What the library of the schemas
 * would generate in the page, if the page were allowed to make code from text (decision 17).
 */
import { INVALID, util } from 'zod/v4/core'

export const parsePoint = /*@__PURE__*/ (() => {
  const c0 = /^[a-z0-9][a-z0-9.-]{0,79}$/
  const c1 = new Set(["active-power","reactive-power","energy-import","energy-generated","reactive-energy","voltage","current","load-percent","oil-temperature","tap-position","switch-state","state-of-charge","flow","volume","pressure","level","level-percent","run-state","turbidity","residual-chlorine","ph","temperature","cod","tss","ammonium","dissolved-oxygen","mlss","conductivity","fill-level","mass-in-store","mass-collected","mass-diverted","payload","longitude","latitude","speed","air-temperature","humidity","rain-rate","irradiance","wind-speed","pm25","pm10","no2","sound-level","link-state","latency"])
  const c2 = new Set(["energy","water","wastewater","waste","environment","data"])
  const c3 = new Set(["high","low"])
  const c4 = new Set(["permit","internal","design","contract"])
  const c5 = util.codePointLength
  const c6 = new Set(["high","medium","low","simulated"])
  return (input) => {
if (typeof input !== "object" || input === null || Array.isArray(input)) return INVALID;
const v0 = input["id"];
if (typeof v0 !== "string") return INVALID;
c0.lastIndex = 0;
if (!c0.test(v0)) return INVALID;
const v1 = input["assetId"];
if (typeof v1 !== "string") return INVALID;
c0.lastIndex = 0;
if (!c0.test(v1)) return INVALID;
const v2 = input["kind"];
if (!c1.has(v2)) return INVALID;
const v3 = input["stream"];
if (!c2.has(v3)) return INVALID;
const v4 = input["unit"];
if (typeof v4 !== "string") return INVALID;
const v5 = input["periodMs"];
if (typeof v5 !== "number" || !Number.isFinite(v5)) return INVALID;
if (!Number.isSafeInteger(v5)) return INVALID;
if (v5 <= 0) return INVALID;
const v6 = input["range"];
if (!Array.isArray(v6)) return INVALID;
if (v6.length < 2 || v6.length > 2) return INVALID;
const v7 = [];
const v8 = v6[0];
if (typeof v8 !== "number" || !Number.isFinite(v8)) return INVALID;
v7[0] = v8;
const v9 = v6[1];
if (typeof v9 !== "number" || !Number.isFinite(v9)) return INVALID;
v7[1] = v9;
const v10 = input["decimals"];
if (typeof v10 !== "number" || !Number.isFinite(v10)) return INVALID;
if (!Number.isSafeInteger(v10)) return INVALID;
if (v10 < 0) return INVALID;
if (v10 > 6) return INVALID;
const v11 = input["limits"];
if (!Array.isArray(v11)) return INVALID;
const v12 = new Array(v11.length);
for (let v13 = 0; v13 < v11.length; v13++) {
  const v14 = v11[v13];
  if (typeof v14 !== "object" || v14 === null || Array.isArray(v14)) return INVALID;
  const v15 = v14["type"];
  if (!c3.has(v15)) return INVALID;
  const v16 = v14["basis"];
  if (!c4.has(v16)) return INVALID;
  const v17 = v14["value"];
  if (typeof v17 !== "number" || !Number.isFinite(v17)) return INVALID;
  const v18 = v14["source"];
  if (typeof v18 !== "object" || v18 === null || Array.isArray(v18)) return INVALID;
  const v19 = v18["title"];
  if (typeof v19 !== "string") return INVALID;
  const v20 = typeof v19 === "string" && v19.length >= 1 && v19.length < 2 ? c5(v19) : v19.length;
  if (v20 < 1) return INVALID;
  const v21 = v18["titles"];
  let v22 = (() => {
    let v23;
    if (v21 !== undefined) {
      if (typeof v21 !== "object" || v21 === null || Array.isArray(v21)) return INVALID;
      const v24 = v21["vi"];
      if (typeof v24 !== "string") return INVALID;
      const v25 = v21["en"];
      if (typeof v25 !== "string") return INVALID;
      const v26 = v21["ja"];
      if (typeof v26 !== "string") return INVALID;
      const v27 = { "vi": v24, "en": v25, "ja": v26 };
      v23 = v27;
    }
    return v23;
  })();
  if (v22 === INVALID) {
    if ("titles" in v18) return INVALID;
    v22 = undefined;
  }
  const v28 = v18["url"];
  let v29 = (() => {
    let v30;
    if (v28 !== undefined) {
      if (typeof v28 !== "string") return INVALID;
      v30 = v28;
    }
    return v30;
  })();
  if (v29 === INVALID) {
    if ("url" in v18) return INVALID;
    v29 = undefined;
  }
  const v31 = v18["year"];
  let v32 = null;
  if (v31 !== null) {
    if (typeof v31 !== "number" || !Number.isFinite(v31)) return INVALID;
    if (!Number.isSafeInteger(v31)) return INVALID;
    if (v31 < 1900) return INVALID;
    if (v31 > 2100) return INVALID;
    v32 = v31;
  }
  const v33 = v18["confidence"];
  if (!c6.has(v33)) return INVALID;
  const v34 = {};
  v34["title"] = v19;
  if ("titles" in v18) v34["titles"] = v22;
  if ("url" in v18) v34["url"] = v29;
  v34["year"] = v32;
  v34["confidence"] = v33;
  const v35 = { "type": v15, "basis": v16, "value": v17, "source": v34 };
  v12[v13] = v35;
}
const v36 = input["gatewayId"];
let v37 = null;
if (v36 !== null) {
  if (typeof v36 !== "string") return INVALID;
  c0.lastIndex = 0;
  if (!c0.test(v36)) return INVALID;
  v37 = v36;
}
const v38 = input["rollOverAt"];
let v39 = (() => {
  let v40;
  if (v38 !== undefined) {
    if (typeof v38 !== "number" || !Number.isFinite(v38)) return INVALID;
    if (v38 <= 0) return INVALID;
    v40 = v38;
  }
  return v40;
})();
if (v39 === INVALID) {
  if ("rollOverAt" in input) return INVALID;
  v39 = undefined;
}
const v41 = {};
v41["id"] = v0;
v41["assetId"] = v1;
v41["kind"] = v2;
v41["stream"] = v3;
v41["unit"] = v4;
v41["periodMs"] = v5;
v41["range"] = v7;
v41["decimals"] = v10;
v41["limits"] = v12;
v41["gatewayId"] = v37;
if ("rollOverAt" in input) v41["rollOverAt"] = v39;
return v41;
}
})()

export const parseAsset = /*@__PURE__*/ (() => {
  const c0 = /^[a-z0-9][a-z0-9.-]{0,79}$/
  const c1 = new Set(["substation","power-transformer","feeder","ring-switch","distribution-transformer","hv-connection","electricity-meter","solar-plant","battery-storage","water-plant","water-tank","pump","district-meter","boundary-valve","hydrant","pressure-logger","water-meter","sewer-meter","sewer-gauge","lift-station","wastewater-plant","equalisation-tank","aeration-tank","clarifier","sludge-tank","outfall","reclaimed-station","reclaimed-meter","storm-pond","container","collection-vehicle","transfer-station","hazardous-store","weather-station","air-station","fibre-node","gateway"])
  const c2 = new Set(["domestic","ordinary-industrial","recyclable","hazardous","sludge"])
  const c3 = util.codePointLength
  const c4 = new Set(["high","medium","low","simulated"])
  return (input) => {
if (typeof input !== "object" || input === null || Array.isArray(input)) return INVALID;
const v0 = input["id"];
if (typeof v0 !== "string") return INVALID;
c0.lastIndex = 0;
if (!c0.test(v0)) return INVALID;
const v1 = input["kind"];
if (!c1.has(v1)) return INVALID;
const v2 = input["code"];
if (typeof v2 !== "string") return INVALID;
const v3 = input["name"];
let v4 = null;
if (v3 !== null) {
  if (typeof v3 !== "object" || v3 === null || Array.isArray(v3)) return INVALID;
  const v5 = v3["vi"];
  if (typeof v5 !== "string") return INVALID;
  const v6 = v3["en"];
  if (typeof v6 !== "string") return INVALID;
  const v7 = v3["ja"];
  if (typeof v7 !== "string") return INVALID;
  const v8 = { "vi": v5, "en": v6, "ja": v7 };
  v4 = v8;
}
const v9 = input["position"];
if (!Array.isArray(v9)) return INVALID;
if (v9.length < 2 || v9.length > 2) return INVALID;
const v10 = [];
const v11 = v9[0];
if (typeof v11 !== "number" || !Number.isFinite(v11)) return INVALID;
if (v11 < -180) return INVALID;
if (v11 > 180) return INVALID;
v10[0] = v11;
const v12 = v9[1];
if (typeof v12 !== "number" || !Number.isFinite(v12)) return INVALID;
if (v12 < -90) return INVALID;
if (v12 > 90) return INVALID;
v10[1] = v12;
const v13 = input["parentId"];
let v14 = null;
if (v13 !== null) {
  if (typeof v13 !== "string") return INVALID;
  c0.lastIndex = 0;
  if (!c0.test(v13)) return INVALID;
  v14 = v13;
}
const v15 = input["plotId"];
let v16 = null;
if (v15 !== null) {
  if (typeof v15 !== "string") return INVALID;
  v16 = v15;
}
const v17 = input["siteId"];
let v18 = null;
if (v17 !== null) {
  if (typeof v17 !== "string") return INVALID;
  v18 = v17;
}
const v19 = input["tenantId"];
let v20 = null;
if (v19 !== null) {
  if (typeof v19 !== "string") return INVALID;
  c0.lastIndex = 0;
  if (!c0.test(v19)) return INVALID;
  v20 = v19;
}
const v21 = input["gatewayId"];
let v22 = null;
if (v21 !== null) {
  if (typeof v21 !== "string") return INVALID;
  c0.lastIndex = 0;
  if (!c0.test(v21)) return INVALID;
  v22 = v21;
}
const v23 = input["nodeId"];
let v24 = null;
if (v23 !== null) {
  if (typeof v23 !== "string") return INVALID;
  v24 = v23;
}
const v25 = input["wasteStream"];
let v26 = null;
if (v25 !== null) {
  if (!c2.has(v25)) return INVALID;
  v26 = v25;
}
const v27 = input["facts"];
if (!Array.isArray(v27)) return INVALID;
const v28 = new Array(v27.length);
for (let v29 = 0; v29 < v27.length; v29++) {
  const v30 = v27[v29];
  if (typeof v30 !== "object" || v30 === null || Array.isArray(v30)) return INVALID;
  const v31 = v30["key"];
  if (typeof v31 !== "string") return INVALID;
  const v32 = typeof v31 === "string" && v31.length >= 1 && v31.length < 2 ? c3(v31) : v31.length;
  if (v32 < 1) return INVALID;
  const v33 = v30["value"];
  let v34;
  v34 = (() => {
    if (typeof v33 !== "number" || !Number.isFinite(v33)) return INVALID;
    return v33;
  })();
  if (v34 === INVALID) v34 = (() => {
    if (typeof v33 !== "string") return INVALID;
    return v33;
  })();
  if (v34 === INVALID) v34 = (() => {
    if (typeof v33 !== "object" || v33 === null || Array.isArray(v33)) return INVALID;
    const v35 = v33["vi"];
    if (typeof v35 !== "string") return INVALID;
    const v36 = v33["en"];
    if (typeof v36 !== "string") return INVALID;
    const v37 = v33["ja"];
    if (typeof v37 !== "string") return INVALID;
    const v38 = { "vi": v35, "en": v36, "ja": v37 };
    return v38;
  })();
  if (v34 === INVALID) v34 = (() => {
    if (v33 !== null) return INVALID;
    return v33;
  })();
  if (v34 === INVALID) return INVALID;
  const v39 = v30["unit"];
  let v40 = null;
  if (v39 !== null) {
    if (typeof v39 !== "string") return INVALID;
    v40 = v39;
  }
  const v41 = v30["source"];
  if (typeof v41 !== "object" || v41 === null || Array.isArray(v41)) return INVALID;
  const v42 = v41["title"];
  if (typeof v42 !== "string") return INVALID;
  const v43 = typeof v42 === "string" && v42.length >= 1 && v42.length < 2 ? c3(v42) : v42.length;
  if (v43 < 1) return INVALID;
  const v44 = v41["titles"];
  let v45 = (() => {
    let v46;
    if (v44 !== undefined) {
      if (typeof v44 !== "object" || v44 === null || Array.isArray(v44)) return INVALID;
      const v47 = v44["vi"];
      if (typeof v47 !== "string") return INVALID;
      const v48 = v44["en"];
      if (typeof v48 !== "string") return INVALID;
      const v49 = v44["ja"];
      if (typeof v49 !== "string") return INVALID;
      const v50 = { "vi": v47, "en": v48, "ja": v49 };
      v46 = v50;
    }
    return v46;
  })();
  if (v45 === INVALID) {
    if ("titles" in v41) return INVALID;
    v45 = undefined;
  }
  const v51 = v41["url"];
  let v52 = (() => {
    let v53;
    if (v51 !== undefined) {
      if (typeof v51 !== "string") return INVALID;
      v53 = v51;
    }
    return v53;
  })();
  if (v52 === INVALID) {
    if ("url" in v41) return INVALID;
    v52 = undefined;
  }
  const v54 = v41["year"];
  let v55 = null;
  if (v54 !== null) {
    if (typeof v54 !== "number" || !Number.isFinite(v54)) return INVALID;
    if (!Number.isSafeInteger(v54)) return INVALID;
    if (v54 < 1900) return INVALID;
    if (v54 > 2100) return INVALID;
    v55 = v54;
  }
  const v56 = v41["confidence"];
  if (!c4.has(v56)) return INVALID;
  const v57 = {};
  v57["title"] = v42;
  if ("titles" in v41) v57["titles"] = v45;
  if ("url" in v41) v57["url"] = v52;
  v57["year"] = v55;
  v57["confidence"] = v56;
  const v58 = { "key": v31, "value": v34, "unit": v40, "source": v57 };
  v28[v29] = v58;
}
const v59 = { "id": v0, "kind": v1, "code": v2, "name": v4, "position": v10, "parentId": v14, "plotId": v16, "siteId": v18, "tenantId": v20, "gatewayId": v22, "nodeId": v24, "wasteStream": v26, "facts": v28 };
return v59;
}
})()

export const parseTenant = /*@__PURE__*/ (() => {
  const c0 = /^[a-z0-9][a-z0-9.-]{0,79}$/
  const c1 = util.codePointLength
  const c2 = new Set(["textile","fibre","food","furniture","electronics","plastics","metal","logistics","packaging"])
  const c3 = /^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$/
  const c4 = new Set(["high","medium","low","simulated"])
  return (input) => {
if (typeof input !== "object" || input === null || Array.isArray(input)) return INVALID;
const v0 = input["id"];
if (typeof v0 !== "string") return INVALID;
c0.lastIndex = 0;
if (!c0.test(v0)) return INVALID;
const v1 = input["name"];
if (typeof v1 !== "string") return INVALID;
const v2 = input["alias"];
if (typeof v2 !== "string") return INVALID;
const v3 = typeof v2 === "string" && v2.length >= 1 && v2.length < 2 ? c1(v2) : v2.length;
if (v3 < 1) return INVALID;
const v4 = input["country"];
if (typeof v4 !== "string") return INVALID;
const v5 = typeof v4 === "string" && v4.length >= 2 && v4.length <= 4 ? c1(v4) : v4.length;
if (v5 !== 2) return INVALID;
const v6 = input["industry"];
if (!c2.has(v6)) return INVALID;
const v7 = input["vsic"];
if (typeof v7 !== "string") return INVALID;
const v8 = input["plotIds"];
if (!Array.isArray(v8)) return INVALID;
const v9 = new Array(v8.length);
for (let v10 = 0; v10 < v8.length; v10++) {
  const v11 = v8[v10];
  if (typeof v11 !== "string") return INVALID;
  v9[v10] = v11;
}
const v12 = typeof v9 === "string" && v9.length >= 1 && v9.length < 2 ? c1(v9) : v9.length;
if (v12 < 1) return INVALID;
const v13 = input["headcount"];
let v14 = null;
if (v13 !== null) {
  if (typeof v13 !== "number" || !Number.isFinite(v13)) return INVALID;
  if (!Number.isSafeInteger(v13)) return INVALID;
  if (v13 < 0) return INVALID;
  v14 = v13;
}
const v15 = input["contractedPowerKw"];
let v16 = null;
if (v15 !== null) {
  if (typeof v15 !== "number" || !Number.isFinite(v15)) return INVALID;
  v16 = v15;
}
const v17 = input["contractedWaterM3PerDay"];
let v18 = null;
if (v17 !== null) {
  if (typeof v17 !== "number" || !Number.isFinite(v17)) return INVALID;
  v18 = v17;
}
const v19 = input["contractedWastewaterM3PerDay"];
let v20 = null;
if (v19 !== null) {
  if (typeof v19 !== "number" || !Number.isFinite(v19)) return INVALID;
  v20 = v19;
}
const v21 = input["since"];
let v22 = null;
if (v21 !== null) {
  if (typeof v21 !== "string") return INVALID;
  c3.lastIndex = 0;
  if (!c3.test(v21)) return INVALID;
  v22 = v21;
}
const v23 = input["source"];
if (typeof v23 !== "object" || v23 === null || Array.isArray(v23)) return INVALID;
const v24 = v23["title"];
if (typeof v24 !== "string") return INVALID;
const v25 = typeof v24 === "string" && v24.length >= 1 && v24.length < 2 ? c1(v24) : v24.length;
if (v25 < 1) return INVALID;
const v26 = v23["titles"];
let v27 = (() => {
  let v28;
  if (v26 !== undefined) {
    if (typeof v26 !== "object" || v26 === null || Array.isArray(v26)) return INVALID;
    const v29 = v26["vi"];
    if (typeof v29 !== "string") return INVALID;
    const v30 = v26["en"];
    if (typeof v30 !== "string") return INVALID;
    const v31 = v26["ja"];
    if (typeof v31 !== "string") return INVALID;
    const v32 = { "vi": v29, "en": v30, "ja": v31 };
    v28 = v32;
  }
  return v28;
})();
if (v27 === INVALID) {
  if ("titles" in v23) return INVALID;
  v27 = undefined;
}
const v33 = v23["url"];
let v34 = (() => {
  let v35;
  if (v33 !== undefined) {
    if (typeof v33 !== "string") return INVALID;
    v35 = v33;
  }
  return v35;
})();
if (v34 === INVALID) {
  if ("url" in v23) return INVALID;
  v34 = undefined;
}
const v36 = v23["year"];
let v37 = null;
if (v36 !== null) {
  if (typeof v36 !== "number" || !Number.isFinite(v36)) return INVALID;
  if (!Number.isSafeInteger(v36)) return INVALID;
  if (v36 < 1900) return INVALID;
  if (v36 > 2100) return INVALID;
  v37 = v36;
}
const v38 = v23["confidence"];
if (!c4.has(v38)) return INVALID;
const v39 = {};
v39["title"] = v24;
if ("titles" in v23) v39["titles"] = v27;
if ("url" in v23) v39["url"] = v34;
v39["year"] = v37;
v39["confidence"] = v38;
const v40 = { "id": v0, "name": v1, "alias": v2, "country": v4, "industry": v6, "vsic": v7, "plotIds": v9, "headcount": v14, "contractedPowerKw": v16, "contractedWaterM3PerDay": v18, "contractedWastewaterM3PerDay": v20, "since": v22, "source": v39 };
return v40;
}
})()

export const parseServerFrame = /*@__PURE__*/ (() => {
  const c0 = /^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z))$/
  const c1 = /^[a-z0-9][a-z0-9.-]{0,79}$/
  const c2 = util.codePointLength
  const c3 = util.isPlainObject
  const c4 = Object.prototype.propertyIsEnumerable
  return (input) => {
const v0 = input?.["type"];
let v1;
if (v0 === "welcome") {
  if (typeof input !== "object" || input === null || Array.isArray(input)) return INVALID;
  const v2 = input["type"];
  if (v2 !== "welcome") return INVALID;
  const v3 = input["contract"];
  if (typeof v3 !== "string") return INVALID;
  const v4 = input["epoch"];
  if (typeof v4 !== "string") return INVALID;
  const v5 = input["time"];
  if (typeof v5 !== "string") return INVALID;
  c0.lastIndex = 0;
  if (!c0.test(v5)) return INVALID;
  const v6 = input["resumed"];
  if (typeof v6 !== "boolean") return INVALID;
  const v7 = input["heartbeatMs"];
  if (typeof v7 !== "number" || !Number.isFinite(v7)) return INVALID;
  if (!Number.isSafeInteger(v7)) return INVALID;
  if (v7 <= 0) return INVALID;
  const v8 = { "type": v2, "contract": v3, "epoch": v4, "time": v5, "resumed": v6, "heartbeatMs": v7 };
  v1 = v8;
}
else if (v0 === "snapshot") {
  if (typeof input !== "object" || input === null || Array.isArray(input)) return INVALID;
  const v9 = input["parkId"];
  if (typeof v9 !== "string") return INVALID;
  c1.lastIndex = 0;
  if (!c1.test(v9)) return INVALID;
  const v10 = input["epoch"];
  if (typeof v10 !== "string") return INVALID;
  const v11 = typeof v10 === "string" && v10.length >= 1 && v10.length < 2 ? c2(v10) : v10.length;
  if (v11 < 1) return INVALID;
  const v12 = input["seq"];
  if (typeof v12 !== "number" || !Number.isFinite(v12)) return INVALID;
  if (!Number.isSafeInteger(v12)) return INVALID;
  if (v12 < 0) return INVALID;
  const v13 = input["time"];
  if (typeof v13 !== "string") return INVALID;
  c0.lastIndex = 0;
  if (!c0.test(v13)) return INVALID;
  const v14 = input["points"];
  if (!Array.isArray(v14)) return INVALID;
  const v15 = new Array(v14.length);
  for (let v16 = 0; v16 < v14.length; v16++) {
    const v17 = v14[v16];
    if (typeof v17 !== "string") return INVALID;
    c1.lastIndex = 0;
    if (!c1.test(v17)) return INVALID;
    v15[v16] = v17;
  }
  const v18 = input["values"];
  if (!Array.isArray(v18)) return INVALID;
  const v19 = new Array(v18.length);
  for (let v20 = 0; v20 < v18.length; v20++) {
    const v21 = v18[v20];
    let v22 = null;
    if (v21 !== null) {
      if (typeof v21 !== "number" || !Number.isFinite(v21)) return INVALID;
      v22 = v21;
    }
    v19[v20] = v22;
  }
  const v23 = input["timeOffsetsMs"];
  if (!Array.isArray(v23)) return INVALID;
  const v24 = new Array(v23.length);
  for (let v25 = 0; v25 < v23.length; v25++) {
    const v26 = v23[v25];
    if (typeof v26 !== "number" || !Number.isFinite(v26)) return INVALID;
    v24[v25] = v26;
  }
  const v27 = input["qualities"];
  if (!Array.isArray(v27)) return INVALID;
  const v28 = new Array(v27.length);
  for (let v29 = 0; v29 < v27.length; v29++) {
    const v30 = v27[v29];
    if (typeof v30 !== "number" || !Number.isFinite(v30)) return INVALID;
    if (!Number.isSafeInteger(v30)) return INVALID;
    if (v30 < 0) return INVALID;
    if (v30 > 255) return INVALID;
    v28[v29] = v30;
  }
  const v31 = input["type"];
  if (v31 !== "snapshot") return INVALID;
  const v32 = { "parkId": v9, "epoch": v10, "seq": v12, "time": v13, "points": v15, "values": v19, "timeOffsetsMs": v24, "qualities": v28, "type": v31 };
  v1 = v32;
}
else if (v0 === "readings") {
  if (typeof input !== "object" || input === null || Array.isArray(input)) return INVALID;
  const v33 = input["type"];
  if (v33 !== "readings") return INVALID;
  const v34 = input["seq"];
  if (typeof v34 !== "number" || !Number.isFinite(v34)) return INVALID;
  if (!Number.isSafeInteger(v34)) return INVALID;
  if (v34 < 0) return INVALID;
  const v35 = input["t"];
  if (typeof v35 !== "number" || !Number.isFinite(v35)) return INVALID;
  const v36 = input["ids"];
  if (!Array.isArray(v36)) return INVALID;
  const v37 = new Array(v36.length);
  for (let v38 = 0; v38 < v36.length; v38++) {
    const v39 = v36[v38];
    if (typeof v39 !== "number" || !Number.isFinite(v39)) return INVALID;
    if (!Number.isSafeInteger(v39)) return INVALID;
    if (v39 < 0) return INVALID;
    v37[v38] = v39;
  }
  const v40 = input["values"];
  if (!Array.isArray(v40)) return INVALID;
  const v41 = new Array(v40.length);
  for (let v42 = 0; v42 < v40.length; v42++) {
    const v43 = v40[v42];
    let v44 = null;
    if (v43 !== null) {
      if (typeof v43 !== "number" || !Number.isFinite(v43)) return INVALID;
      v44 = v43;
    }
    v41[v42] = v44;
  }
  const v45 = input["timeOffsets"];
  if (!Array.isArray(v45)) return INVALID;
  const v46 = new Array(v45.length);
  for (let v47 = 0; v47 < v45.length; v47++) {
    const v48 = v45[v47];
    if (typeof v48 !== "number" || !Number.isFinite(v48)) return INVALID;
    if (!Number.isSafeInteger(v48)) return INVALID;
    v46[v47] = v48;
  }
  const v49 = input["quality"];
  if (!Array.isArray(v49)) return INVALID;
  const v50 = new Array(v49.length);
  for (let v51 = 0; v51 < v49.length; v51++) {
    const v52 = v49[v51];
    if (typeof v52 !== "number" || !Number.isFinite(v52)) return INVALID;
    if (!Number.isSafeInteger(v52)) return INVALID;
    if (v52 < 0) return INVALID;
    if (v52 > 255) return INVALID;
    v50[v51] = v52;
  }
  const v53 = { "type": v33, "seq": v34, "t": v35, "ids": v37, "values": v41, "timeOffsets": v46, "quality": v50 };
  v1 = v53;
}
else if (v0 === "event") {
  if (typeof input !== "object" || input === null || Array.isArray(input)) return INVALID;
  const v54 = input["type"];
  if (v54 !== "event") return INVALID;
  const v55 = input["seq"];
  if (typeof v55 !== "number" || !Number.isFinite(v55)) return INVALID;
  if (!Number.isSafeInteger(v55)) return INVALID;
  if (v55 < 0) return INVALID;
  const v56 = input["time"];
  if (typeof v56 !== "string") return INVALID;
  c0.lastIndex = 0;
  if (!c0.test(v56)) return INVALID;
  const v57 = input["name"];
  if (typeof v57 !== "string") return INVALID;
  const v58 = input["data"];
  if (!c3(v58)) return INVALID;
  const v59 = {};
  const v62 = Object.getOwnPropertySymbols(v58);
  const v63 = Object.getOwnPropertyNames(v58);
  for (let v64 = 0; v64 < v63.length; v64++) {
    const v60 = v63[v64];
    if (v60 === "__proto__" || !c4.call(v58, v60)) continue;
    const v61 = v58[v60];
    v59[v60] = v61;
  }
  for (let v64 = 0; v64 < v62.length; v64++) {
    const v60 = v62[v64];
    if (!c4.call(v58, v60)) continue;
    return INVALID;
  }
  const v65 = { "type": v54, "seq": v55, "time": v56, "name": v57, "data": v59 };
  v1 = v65;
}
else if (v0 === "ping") {
  if (typeof input !== "object" || input === null || Array.isArray(input)) return INVALID;
  const v66 = input["type"];
  if (v66 !== "ping") return INVALID;
  const v67 = input["time"];
  if (typeof v67 !== "string") return INVALID;
  c0.lastIndex = 0;
  if (!c0.test(v67)) return INVALID;
  const v68 = { "type": v66, "time": v67 };
  v1 = v68;
}
else if (v0 === "bye") {
  if (typeof input !== "object" || input === null || Array.isArray(input)) return INVALID;
  const v69 = input["type"];
  if (v69 !== "bye") return INVALID;
  const v70 = input["reason"];
  if (typeof v70 !== "string") return INVALID;
  const v71 = input["problem"];
  let v72 = (() => {
    let v73;
    if (v71 !== undefined) {
      if (typeof v71 !== "object" || v71 === null || Array.isArray(v71)) return INVALID;
      const v74 = v71["type"];
      if (typeof v74 !== "string") return INVALID;
      const v75 = v71["title"];
      if (typeof v75 !== "string") return INVALID;
      const v76 = v71["status"];
      if (typeof v76 !== "number" || !Number.isFinite(v76)) return INVALID;
      if (!Number.isSafeInteger(v76)) return INVALID;
      if (v76 < 400) return INVALID;
      if (v76 > 599) return INVALID;
      const v77 = v71["detail"];
      let v78 = (() => {
        let v79;
        if (v77 !== undefined) {
          if (typeof v77 !== "string") return INVALID;
          v79 = v77;
        }
        return v79;
      })();
      if (v78 === INVALID) {
        if ("detail" in v71) return INVALID;
        v78 = undefined;
      }
      const v80 = v71["instance"];
      let v81 = (() => {
        let v82;
        if (v80 !== undefined) {
          if (typeof v80 !== "string") return INVALID;
          v82 = v80;
        }
        return v82;
      })();
      if (v81 === INVALID) {
        if ("instance" in v71) return INVALID;
        v81 = undefined;
      }
      const v83 = v71["field"];
      let v84 = (() => {
        let v85;
        if (v83 !== undefined) {
          if (typeof v83 !== "string") return INVALID;
          v85 = v83;
        }
        return v85;
      })();
      if (v84 === INVALID) {
        if ("field" in v71) return INVALID;
        v84 = undefined;
      }
      const v86 = v71["current"];
      let v87 = (() => {
        let v88;
        if (v86 !== undefined) {
          v88 = v86;
        }
        return v88;
      })();
      if (v87 === INVALID) {
        if ("current" in v71) return INVALID;
        v87 = undefined;
      }
      const v89 = {};
      v89["type"] = v74;
      v89["title"] = v75;
      v89["status"] = v76;
      if ("detail" in v71) v89["detail"] = v78;
      if ("instance" in v71) v89["instance"] = v81;
      if ("field" in v71) v89["field"] = v84;
      if ("current" in v71) v89["current"] = v87;
      v73 = v89;
    }
    return v73;
  })();
  if (v72 === INVALID) {
    if ("problem" in input) return INVALID;
    v72 = undefined;
  }
  const v90 = {};
  v90["type"] = v69;
  v90["reason"] = v70;
  if ("problem" in input) v90["problem"] = v72;
  v1 = v90;
}
else { return INVALID; }
return v1;
}
})()
