// How Danish and Arabic are typed, as vejviser.content.languages has it; tests/pages/test_search.py holds them equal.

/** @type {Typing} */
export const TYPING = {
  letters: { ø: ["oe", "o"], æ: ["ae", "a", "e"], å: ["aa", "a"] },
  same: [
    ["ـ", ""],
    ["ٱ", "ا"],
    ["ة", "ه"],
    ["ى", "ي"],
    ["(?<![\\p{L}])ال(?=\\p{L}{3})", ""],
  ],
};
