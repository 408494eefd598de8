// A page that is read inside another app, as links in Facebook or Instagram open: there, files often cannot be saved.

const APPS = /\b(?:FBAN|FBAV|FB_IAB|Instagram|Messenger|Snapchat|TikTok|musical_ly|BytedanceWebview|LinkedInApp|Twitter|Pinterest|WhatsApp|Line|MicroMessenger|Viber|GSA)\b/;
const ANDROID_VIEW = /\bAndroid\b.*; wv\)/;
const IOS = /\b(?:iPhone|iPad|iPod)\b/;
const IOS_BROWSER = /\b(?:Safari|CriOS|FxiOS|EdgiOS)\b/;

/**
 * Tell whether a browser says of itself that it is a part of another app. Nothing is kept of it, and nobody is told.
 * @param {string} agent  what navigator.userAgent says
 */
export const isInApp = (agent) => APPS.test(agent) || ANDROID_VIEW.test(agent) || (IOS.test(agent) && !IOS_BROWSER.test(agent));

/** Show the first of the page's notes about it, where there are any. */
export function warn() {
  const note = document.querySelector("[data-in-app]");
  const isInstalled = matchMedia("(display-mode: standalone)").matches; // on an iPhone it says as little of itself
  if (note && !isInstalled && isInApp(navigator.userAgent)) note.hidden = false;
}
