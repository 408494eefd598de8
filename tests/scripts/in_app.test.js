import assert from "node:assert/strict";
import { test } from "node:test";
import { isInApp } from "../../plugins/vejviser/assets/js/in_app.js";

const IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)";
const ANDROID = "Mozilla/5.0 (Linux; Android 15; SM-S921B{view}) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/140.0.0.0 Mobile Safari/537.36";
const WEB_VIEW = ANDROID.replace("{view}", "; wv");

test("a page inside another app is known", () => {
  const inside = [
    `${IPHONE} Mobile/15E148 [FBAN/FBIOS;FBAV/520.0.0;FBDV/iPhone15,2]`,
    `${IPHONE} Mobile/15E148 Instagram 390.0.0 (iPhone15,2; iOS 18_5)`,
    `${IPHONE} Mobile/15E148`,
    `${IPHONE} Version/18.5 Mobile/15E148 Safari/604.1 Line/15.1.0`,
    WEB_VIEW,
    `${ANDROID.replace("{view}", "")} [FB_IAB/FB4A;FBAV/520.0.0;]`,
    `${WEB_VIEW} musical_ly_2024 BytedanceWebview/d8a21c6`,
  ];
  assert.deepEqual(inside.filter((agent) => !isInApp(agent)), []);
});

test("a browser is none", () => {
  const browsers = [
    `${IPHONE} Version/18.5 Mobile/15E148 Safari/604.1`,
    `${IPHONE} CriOS/140.0.0.0 Mobile/15E148 Safari/604.1`,
    `${IPHONE} FxiOS/140.0 Mobile/15E148`,
    ANDROID.replace("{view}", ""),
    "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0",
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/140.0.0.0 Safari/537.36",
    "",
  ];
  assert.deepEqual(browsers.filter(isInApp), []);
});
