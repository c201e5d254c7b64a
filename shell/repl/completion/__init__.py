"""What TabExpansion2 answers, from the tree at the cursor."""

from shell.repl.completion.engine import complete
from shell.repl.completion.results import CommandCompletion, CompletionResult

__all__ = ["CommandCompletion", "CompletionResult", "complete"]
