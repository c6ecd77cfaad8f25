"""Changes of how firmly something is said or promised, and clauses that came or went."""

from __future__ import annotations

from communique.collation.edits.figures import is_number, is_quantity
from communique.collation.edits.scenes import Scene, only_words, said
from communique.collation.edits.slips import Kinds
from communique.collation.edits.words import Word
from communique.model.edits import EditKind

_SOFTER, _HARDER = EditKind.POSITION_SOFTENED, EditKind.POSITION_HARDENED
_BINDING = 3
"""Strength from which a clause that came or went commits somebody."""

_CLAUSE, _CONTENT = 6, 3
"""Words, and words in small letters that state something, from which words that came or went are a clause."""

_FEW = 3


def positions(scene: Scene) -> Kinds | None:
    """A weaker or stronger verb, modal, hedge or intensifier; or a clause that adds or withdraws a commitment."""
    if scene.two_sided:
        return _exchanged(scene)
    clause = _clause(scene)
    return clause or _one_sided(scene)


def _exchanged(scene: Scene) -> Kinds | None:
    before, after = scene.lexicon.level(said(scene.before)), scene.lexicon.level(said(scene.after))
    if before and after and before != after:
        return (_SOFTER,) if after < before else (_HARDER,)
    refused = _is_negated(scene, scene.come) - _is_negated(scene, scene.gone)
    if refused and max(before, after) >= _BINDING:
        return (_SOFTER,) if refused > 0 else (_HARDER,)
    stance = _stance(scene, scene.come) - _stance(scene, scene.gone)
    few = max(len(scene.gone), len(scene.come)) <= _FEW
    return ((_HARDER,) if stance > 0 else (_SOFTER,)) if stance and few else None


def _is_negated(scene: Scene, words: tuple[Word, ...]) -> bool:
    return any(word.small in scene.lexicon.negations for word in words)


def _stance(scene: Scene, words: tuple[Word, ...]) -> int:
    """Give 1 where words strengthen, -1 where they weaken, 0 else."""
    small = said(words)
    lexicon = scene.lexicon
    return bool(lexicon.boosters.search(small)) - bool(lexicon.hedges.search(small))


def _clause(scene: Scene) -> Kinds | None:
    words = scene.one_side
    content = [w for w in words if not w.capital and w.small not in scene.lexicon.function and w.key.isalpha()]
    if len(words) < _CLAUSE or len(content) < _CONTENT:
        return None
    kinds = [EditKind.SENTENCE_ADDED if scene.added else EditKind.SENTENCE_REMOVED]
    if scene.lexicon.level(said(words)) >= _BINDING:
        kinds.append(_HARDER if scene.added else _SOFTER)
    if any(is_number(scene, w) and is_quantity(scene, w, later=scene.added) for w in words):
        kinds.append(EditKind.FIGURE_CHANGED)
    return tuple(kinds)


def _one_sided(scene: Scene) -> Kinds | None:
    words, lexicon = scene.one_side, scene.lexicon
    small = said(words)
    content = [word for word in only_words(words) if word.small not in lexicon.function]
    if any(word.small in lexicon.negations for word in words) and len(content) <= _FEW:
        return _negated(scene)
    stance = _stance(scene, words)
    if stance and len(content) <= _FEW - 1:
        return (_HARDER,) if (stance > 0) == scene.added else (_SOFTER,)
    if len(content) > 1 and lexicon.level(small) >= _BINDING and not any(word.capital for word in words):
        return (_HARDER,) if scene.added else (_SOFTER,)
    return None


def _negated(scene: Scene) -> Kinds | None:
    """A negation turns a commitment into its contrary; of what binds nobody it is another statement."""
    if scene.lexicon.level(said(scene.right())) < _BINDING:
        return (EditKind.OTHER,)
    return (_SOFTER,) if scene.added else (_HARDER,)
