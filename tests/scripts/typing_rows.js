// How Danish and Arabic are typed, as vejviser.content.languages has it; tests/pages/test_search_titles.py holds them equal.

/** @type {Typing} */
export const TYPING = {
  letters: { ø: ["oe", "o"], æ: ["ae", "a", "e"], å: ["aa", "a"] },
  same: [
    ["ٱ", "ا"],
    ["ة", "ه"],
    ["ى", "ي"],
    ["(?<![\\p{L}])ال(?=\\p{L}{3})", ""],
  ],
};
