"""Which language a text is in, by its commonest words or its script."""

from __future__ import annotations

import re
from collections import Counter

_COMMON = {
    "en": "the of and to in was were by that with from on as his which",
    "de": "der die das und den dem von wurde mit im auf für als eine nicht",
    "fr": "le la les des du et une est dans par pour sur au qui avec",
    "es": "el la los las de y en una del por con fue que su para",
    "it": "il di che la del della nel una per con gli dei alla sono fu",
    "pt": "o a os da do das dos em uma foi não com por ao pelo",
    "nl": "de het een van en op dat met werd voor zijn te door bij aan",
    "pl": "w i na z się do przez oraz jest od po był został nie za",
    "sv": "och att det som en på är av för med den till var ett av",
    "cs": "a v na se z do je byl po že od které při byla ve",
    "ru": "и в на с по из что был были для от к как было его",
    "uk": "і в на з та що до від був було за у для його під",
}
_LANGUAGES_OF = {
    word: tuple(language for language, words in _COMMON.items() if word in words.split())
    for word in " ".join(_COMMON.values()).split()
}
_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
)
_SAMPLE = 20_000
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str:
    """Return the BCP 47 tag of the language that the first part of `text` is in, "und" where it cannot be told."""
    sample = text[:_SAMPLE].lower()
    letters = len(_LETTER.findall(sample))
    for language, script in _SCRIPTS:
        if letters and len(script.findall(sample)) * 4 > letters:
            return language
    counts = Counter(language for word in _WORD.findall(sample) for language in _LANGUAGES_OF.get(word, ()))
    best = counts.most_common(2)
    if not best or best[0][1] < 3 or (len(best) == 2 and best[0][1] == best[1][1]):
        return "und"
    return best[0][0]
