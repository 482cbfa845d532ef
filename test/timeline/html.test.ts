import assert from 'node:assert/strict';
import { timelineHtml } from '../../src/timeline/html';

const page = {
  scriptUri: 'https://x/t.js',
  styleUri: 'https://x/t.css',
  cspSource: 'https://x',
  nonce: 'bm9uY2U=',
  locale: 'en',
  translations: { Stop: 'Halt' },
};

describe('the page of the timeline', () => {
  it('allows one style source and one script, by nonce, and nothing else', () => {
    const html = timelineHtml(page);
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1];
    assert.equal(policy, "default-src 'none'; style-src https://x; script-src 'nonce-bm9uY2U='");
    assert.doesNotMatch(html, /unsafe|<style|\son\w+=|style="/);
    assert.equal(html.match(/<script/g)?.length, 1);
  });

  it('lets no value break out of its attribute', () => {
    const evil = '"><script>alert(1)</script>';
    const html = timelineHtml({ ...page, styleUri: evil, locale: evil, translations: { Stop: evil } });
    assert.equal(html.match(/<script/g)?.length, 1);
  });
});
