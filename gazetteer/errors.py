"""What can go wrong in the domain, each named for its case.

An error's text tells the caller what was wrong and what would be right. It carries no
status code: the service has the one table that knows both.
"""


class GazetteerError(Exception):
    """Something a caller did or a deployment lacks; its text says what would be right."""


class BadName(GazetteerError):
    """A name that cannot be read as text: empty, too long, control characters, lone surrogates."""


class BadParameter(GazetteerError):
    """An argument outside what it may be."""


class UnknownLanguage(BadParameter):
    """A language tag that is not BCP 47."""


class UnknownKind(BadParameter):
    """A kind that is not place, person or organization."""


class UnknownCountry(BadParameter):
    """A country that is not an ISO 3166-1 alpha-2 code."""


class UnknownStyle(BadParameter):
    """A style that no file under seeds/styles/ defines."""


class UnknownSystem(BadParameter):
    """A romanization system that no orthography defines."""


class NoSystems(BadParameter):
    """A language, or a text, that no system romanizes; says for which there are systems."""


class NotOfSystem(BadParameter):
    """A spelling that the system it is said to be of does not make."""


class UnknownCyrillization(BadParameter):
    """A language whose names no file puts into the Cyrillic that was asked for."""


class BadOrthography(GazetteerError):
    """A file under gazetteer/languages/ that breaks the format; says which key and why."""


class BadStyle(GazetteerError):
    """A style file that breaks the format; says which key and why."""


class BadRow(GazetteerError):
    """A row of an import that cannot be taken; its text is the reason."""


class BadFile(GazetteerError):
    """A file that is not what the importer reads; says what it should be."""


class MissingLibrary(GazetteerError):
    """A library that this format alone needs is not installed; says how to install it."""


class ColumnMissing(BadFile):
    """A column that the file has not, or twice; its text lists those it has."""


class NothingToResume(GazetteerError):
    """There is no run to go on with, or its file or settings are others now; says which."""


class AnotherRun(GazetteerError):
    """Two runs would write to one output."""


class NothingToReview(GazetteerError):
    """There is no finished run whose names could be reviewed, or what it kept is gone; says which, and what to run."""


class BadReview(BadFile):
    """A review with lines that say nothing that can be done; each is told, and nothing of the review was applied."""


class GazetteerChanged(GazetteerError):
    """The gazetteer was changed in the moment in which a run began."""


class RunStopped(GazetteerError):
    """A run was stopped before its end; says how far it came."""


class DiskFull(GazetteerError):
    """There is no room for what is to be written; nothing is left half written under its name."""


class RowsLost(GazetteerError):
    """What was written and rejected is not what was read: a bug, told with the numbers, and no output is left."""


class MissingJava(GazetteerError):
    """There is no Java, or one too old, and Spark runs on it; says which would be right."""


class OutputExists(GazetteerError):
    """There is something already where an output is to be; says how to have it nevertheless."""


class SparkFailed(GazetteerError):
    """Spark ended a job or did not start; its text is what Spark says."""


class BadXliff(BadFile):
    """A file that is no XLIFF that can be read: its XML, a DOCTYPE, its encoding, its version, its languages."""


class NothingTranslated(BadXliff):
    """An XLIFF file that has no targets."""


class NoStyleOfLanguage(BadParameter):
    """Copy in a language that the style asked for, or any, does not write."""


class UnknownEncoding(BadParameter):
    """An encoding that delimited text cannot be read in, or none at all."""


class WrongEncoding(BadParameter):
    """An encoding that was asked for and that the bytes are not in."""


class BadDelimiter(BadParameter):
    """A delimiter or a quote that is not one character, or not one that can part cells."""


class ColumnExists(BadParameter):
    """A column of ours that the file has already."""


class BadTable(BadParameter):
    """A file of rows in bulk that cannot be read, or not safely; says what would be right."""


class TableTooLarge(BadTable):
    """A file of rows of more bytes, or with longer rows or parts, than are read; says how much is."""


class BadCompression(BadTable):
    """A compressed file that is cut off or damaged; what stands before the fault has been read by then."""


class TextTooLong(BadParameter):
    """More text than is checked at once."""


class BadDocument(GazetteerError):
    """A file that is no Word document, or none that can be read safely; says what to do with it."""


class DocumentTooLarge(BadDocument):
    """A Word document of more bytes or more text than are read; says how much is."""


class EntityNotFound(GazetteerError):
    """No entity has this id."""


class JudgementNotFound(GazetteerError):
    """No judgement has this number."""


class JobNotFound(GazetteerError):
    """No job has this id."""


class GazetteerNotReady(GazetteerError):
    """The database is missing, empty of tables, or of another version; says what to run."""


class IndexMissing(GazetteerNotReady):
    """There is no usable index snapshot; says what to run."""
