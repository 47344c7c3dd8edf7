"""What the guide is made of. The fields of these classes are the fields that an author may write."""

from press.model.evidence import Belief, Claim, Dose, Drawing, GRADES, Grade, Reference, StudyType
from press.model.language import LayWords, Outside, Region, Synonyms, Term, Wording
from press.model.pages import Page, Person, Practice
from press.model.promises import AuditItem, Budget, Check, Exemption
from press.model.record import Record
from press.model.safety import Contraindication, GRAVE, Note, SEVERITIES, SEVERITY_WORDS, Seal, Severity, Topic, WarningSign

__all__ = [
    "AuditItem", "Belief", "Budget", "Check", "Claim", "Contraindication", "Dose", "Drawing", "Exemption", "GRADES", "GRAVE", "Grade", "LayWords",
    "Note", "Outside", "Page", "Person", "Practice", "Record", "Reference", "Region", "SEVERITIES", "SEVERITY_WORDS", "Seal", "Severity", "StudyType",
    "Synonyms", "Term", "Topic", "WarningSign", "Wording",
]
