"""What is wrong with a saved package as a package: parts that nothing leads to, names twice, relations to nowhere."""

import io
import posixpath
import re
import zipfile

from lxml import etree

RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
USED = re.compile(rb'r:(?:id|embed|link|pict|dm|lo|qs|cs)="([^"]+)"')


def package_faults(package):
    """In words, one a fault; an empty list for a clean package."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        names = archive.namelist()
        parts = {name: archive.read(name) for name in names}
    faults = [f"twice: {name}" for name in sorted({name for name in names if names.count(name) > 1})]
    faults += [f"empty: {name}" for name, part in parts.items() if not part and not name.endswith("/")]
    reached, waiting = {"[Content_Types].xml", "_rels/.rels"}, [("", "_rels/.rels")]
    while waiting:
        owner, relations = waiting.pop()
        used = {match.decode() for match in USED.findall(parts.get(owner, b""))}
        known = set()
        for relation in etree.fromstring(parts[relations]).iter(RELATION):
            known.add(relation.get("Id"))
            if relation.get("TargetMode") == "External":
                if not relation.get("Type").endswith("/hyperlink"):
                    faults.append(f"linked: {owner} → {relation.get('Target')}")
                continue
            target = posixpath.normpath(posixpath.join(posixpath.dirname(owner), relation.get("Target")))
            target = relation.get("Target").lstrip("/") if relation.get("Target").startswith("/") else target
            if target not in parts:
                faults.append(f"nowhere: {owner} → {target}")
            elif target not in reached:
                reached.add(target)
                folder, _, base = target.rpartition("/")
                own = f"{folder}/_rels/{base}.rels"
                if own in parts:
                    reached.add(own)
                    waiting.append((target, own))
        if owner.startswith("ppt/slide"):
            faults += [f"unknown: {identity} in {owner}" for identity in sorted(used - known)]
    faults += [f"orphan: {name}" for name in names if name not in reached and not name.endswith("/")]
    types = etree.fromstring(parts["[Content_Types].xml"])
    overrides = [entry.get("PartName").lstrip("/") for entry in types if entry.get("PartName")]
    faults += [f"typed but missing: {name}" for name in overrides if name not in parts]
    return faults


def unused_media(package):
    """Media that no slide, layout, master or theme refers to."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        names = archive.namelist()
        relations = b"".join(archive.read(name) for name in names if name.endswith(".rels"))
        return [n for n in names if n.startswith("ppt/media/") and n.rpartition("/")[2].encode() not in relations]
