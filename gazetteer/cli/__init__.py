"""The command line: each command parses, calls the domain and prints; what can go wrong is said in a sentence.

Answers go to standard output, everything else to standard error. Exit codes: 0 done, 1 refused or
failed, 2 used wrongly, 130 interrupted; `check` has its own.
"""

from gazetteer.cli.asking import normalize
from gazetteer.cli.bulk import bulk_group
from gazetteer.cli.checking import check_command
from gazetteer.cli.evaluating import evaluate
from gazetteer.cli.filling import import_group, init
from gazetteer.cli.group import Commands
from gazetteer.cli.indexing import index_group
from gazetteer.cli.judging import judgements_group
from gazetteer.cli.serving import serve
from gazetteer.cli.transliterating import transliterate_command
from gazetteer.cli.writing import export_command

main = Commands(
    "gazetteer",
    help="Say which place, person or organization a written name means, or nobody, and why.",
    commands=[
        init,
        import_group,
        export_command,
        normalize,
        check_command,
        bulk_group,
        transliterate_command,
        judgements_group,
        evaluate,
        index_group,
        serve,
    ],
    context_settings={"help_option_names": ["-h", "--help"]},
)

__all__ = ["main"]
