// The tile map: colours by what is chosen, arrow keys from tile to tile, the name of the tile in a line below.

/** @type {Record<string, [across: number, down: number]>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** @param {Tile} tile */
const place = (tile) => [Number(tile.dataset.column), Number(tile.dataset.row)];

/**
 * Give the tile that lies nearest in a direction: straight ahead before aside, and never behind.
 * @param {Iterable<Tile>} tiles
 * @param {Tile} from
 * @param {[across: number, down: number]} direction
 * @returns {Tile | null}
 */
export function next(tiles, from, [across, down]) {
  const [column, row] = place(from);
  let best = null;
  let least = Infinity;
  for (const tile of tiles) {
    const [x, y] = place(tile);
    const ahead = (x - column) * across + (y - row) * down;
    const aside = Math.abs((x - column) * down) + Math.abs((y - row) * across);
    if (ahead <= 0 || aside > ahead) continue;
    const way = ahead + 2 * aside;
    if (way < least) [best, least] = [tile, way];
  }
  return best;
}

/** @param {Tile} tile @param {string} key */
function say(tile, key) {
  const [colour, mark, text] = (tile.getAttribute(`data-by-${key}`) ?? "||").split("|");
  tile.classList.remove(...[...tile.classList].filter((name) => name.startsWith("tile-")));
  tile.classList.add(`tile-${colour}`);
  tile.querySelector(".tile-mark").textContent = mark;
  tile.querySelector("title").textContent = `${tile.dataset.name}: ${text}`;
}

/**
 * Make a map live. Gives what the page needs: colour it, and show which tiles the list shows.
 * @param {TileFigure} figure
 */
export function startMap(figure) {
  const tiles = [...figure.querySelectorAll(".tile")];
  const here = figure.querySelector("[data-here]");
  const byCode = new Map(tiles.map((tile) => [tile.dataset.code, tile]));

  /** @param {Tile} tile */
  function reach(tile) {
    for (const other of tiles) other.setAttribute("tabindex", other === tile ? "0" : "-1");
  }

  /** @param {At<Event>} event */
  function show(event) {
    /** @type {Tile | null} */
    const tile = event.target.closest(".tile");
    if (tile) here.textContent = tile.querySelector("title").textContent;
  }

  reach(tiles[0]);
  figure.addEventListener("mouseover", show);
  figure.addEventListener("focusin", (event) => {
    show(event);
    /** @type {Tile | null} */
    const tile = event.target.closest(".tile");
    if (tile) reach(tile);
  });
  figure.addEventListener("keydown", (event) => {
    /** @type {Tile | null} */
    const tile = event.target.closest(".tile");
    if (!tile || event.ctrlKey || event.altKey || event.metaKey) return;
    /** @type {Record<string, Tile | undefined>} */
    const ends = { Home: tiles[0], End: tiles.at(-1) };
    const target = ARROWS[event.key] ? next(tiles, tile, ARROWS[event.key]) : ends[event.key];
    if (!ARROWS[event.key] && !target) return;
    event.preventDefault();
    target?.focus();
  });

  return {
    /** @param {string} key */
    colour(key) {
      for (const tile of tiles) say(tile, key);
      for (const legend of figure.querySelectorAll("[data-legend]")) legend.hidden = legend.dataset.legend !== key;
    },
    /** The tab key comes to the first tile that is found. @param {Set<string>} codes */
    only(codes) {
      for (const [code, tile] of byCode) tile.classList.toggle("tile-off", !codes.has(code));
      reach(tiles.find((tile) => codes.has(tile.dataset.code)) ?? tiles[0]);
    },
  };
}
