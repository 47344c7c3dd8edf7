"""What the guide is made of. The fields of these classes are the fields that an author may write."""

from press.model.evidence import GRADES, VERDICTS, Belief, Claim, Dose, Drawing, Grade, Reference, StudyType
from press.model.language import Outside, Questions, Region, Term, Wording
from press.model.pages import Page, Person, Practice
from press.model.promises import AuditItem, Budget, Check, Exemption
from press.model.record import Record
from press.model.safety import GRAVE, SEVERITIES, SEVERITY_WORDS, URGENCY_WORDS, Contraindication, Note, Seal, Severity, Topic, WarningSign

__all__ = [
    "GRADES",
    "GRAVE",
    "SEVERITIES",
    "SEVERITY_WORDS",
    "URGENCY_WORDS",
    "VERDICTS",
    "AuditItem",
    "Belief",
    "Budget",
    "Check",
    "Claim",
    "Contraindication",
    "Dose",
    "Drawing",
    "Exemption",
    "Grade",
    "Note",
    "Outside",
    "Page",
    "Person",
    "Practice",
    "Questions",
    "Record",
    "Reference",
    "Region",
    "Seal",
    "Severity",
    "StudyType",
    "Term",
    "Topic",
    "WarningSign",
    "Wording",
]
