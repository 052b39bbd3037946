"""How much of what a careful reader marked was found: outline and figures of one manuscript against its gold."""

from dataclasses import dataclass, field

from generator.model import Role

UNSCORED = {"opening", "closing"}


@dataclass
class Score:
    """Shares from 0 to 1, and in words what was missed and what nobody marked."""

    shares: dict[str, float]
    missed: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)


def marked_headings(gold):
    """Where a marked heading begins (its marker or its first word) → depth, role, words."""

    def walk(nodes, depth, role):
        for node in nodes:
            own = node.get("role", role)
            if node["heading"] and own not in UNSCORED:
                first_word = node["start"] + node["full"].index(node["heading"])
                yield (node["start"], first_word), depth, own, node["full"]
            yield from walk(node["subpoints"], depth + bool(node["heading"]), own)

    return list(walk(gold["sections"], 1, "body"))


def found_headings(outline, until):
    """The same of the program's outline."""

    def walk(sections, depth):
        for section in sections:
            if section.heading and section.role not in (Role.OPENING, Role.CLOSING) and section.span.start < until:
                places = (section.heading.start, section.heading.span.start)
                yield places, depth, section.role.value, section.heading.span.of(outline.manuscript.text)
            yield from walk(section.children, depth + 1)

    return list(walk(outline.sections, 1))


def outline_score(gold, outline):
    """F1 of the headings; of those found, the share at the marked depth and in the marked role."""
    until = gold.get("annotated_until", len(outline.manuscript.text))
    found = found_headings(outline, until)
    pairs, missed, used = [], [], set()
    for places, depth, role, words in marked_headings(gold):
        # With or without the marker: （⏎二） begins in another place for a reader than for a program.
        at = next((i for i, other in enumerate(found) if i not in used and set(other[0]) & set(places)), None)
        if at is None:
            missed.append(words)
            continue
        used.add(at)
        pairs.append((depth == found[at][1], role == found[at][2]))
    extra = [other[3] for i, other in enumerate(found) if i not in used]
    shares = {
        "outline_f1": f1(len(pairs), len(missed), len(extra)),
        "depth": share(sum(depth for depth, _ in pairs), len(pairs)),
        "role": share(sum(role for _, role in pairs), len(pairs)),
    }
    return Score(shares, missed, extra)


def figures_score(gold, ledger):
    """F1 of the figures (same place, value and unit); how much of the marked meaning the label covers."""
    until = gold.get("annotated_until", 10**9)
    found = [figure for figure in ledger.figures if figure.span.start < until]
    missed, used, hits, covers = [], set(), 0, []
    for mark in gold["figures"]:
        end = mark["start"] + len(mark["text"])
        near = [i for i, figure in enumerate(found) if figure.span.start < end and mark["start"] < figure.span.end]
        used.update(near)
        if "soft" in mark.get("flags", ()):
            continue
        hit = next((found[i] for i in near if same_quantity(mark, found[i])), None)
        if hit is None:
            missed.append(f"{mark['text']} ({'、'.join(found[i].text for i in near) or 'nothing'})")
            covers.append(0.0)  # a label that is not there: finding one more figure never lowers the share
            continue
        hits += 1
        covers.append(cover(mark["measures"], hit.label.text))
    extra = [figure.text for i, figure in enumerate(found) if i not in used]
    shares = {"figures_f1": f1(hits, len(missed), len(extra)), "label": share(sum(covers), len(covers))}
    return Score(shares, missed, extra)


def same_quantity(mark, figure):
    """As written, or with 万 and 亿 multiplied out."""
    written = (float(figure.value), figure.unit.replace("％", "%"))
    base = (float(figure.base_value), figure.base_unit.replace("％", "%"))
    wanted = [(mark["value"], mark["unit"]), (mark.get("value_base"), mark.get("unit_base"))]
    return any(pair in (written, base) for pair in wanted)


def cover(wanted, label):
    """The share of neighbouring character pairs of `wanted` that `label` has."""
    pairs = {wanted[i : i + 2] for i in range(len(wanted) - 1)}
    return share(sum(pair in label for pair in pairs), len(pairs))


def f1(hits, missed, extra):
    """Harmonic mean of precision and recall; 1 where nothing was to be found and nothing was."""
    return share(2 * hits, 2 * hits + missed + extra)


def share(part, whole):
    """`part` of `whole`; nothing of nothing is all of it."""
    return part / whole if whole else 1.0
