"""The proof that a deck carries: made from the storyboard, written as XML, read back."""

from generator.proving.proofs import digest_of, prove
from generator.proving.shown import only_shown
from generator.proving.xml_form import PROOF_NAMESPACE, from_xml, to_xml

__all__ = ["PROOF_NAMESPACE", "digest_of", "from_xml", "only_shown", "prove", "to_xml"]
