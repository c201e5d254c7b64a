"""The switch statement."""

from __future__ import annotations

from shell.language.grammar.loops import LoopParser, label_name
from shell.language.grammar.statements import is_flag
from shell.language.scanner import COMMAND
from shell.language.tokens import Token, TokenKind
from shell.language.tree import (
    Ast,
    CommandExpressionAst,
    ExpressionAst,
    PipelineAst,
    PipelineBaseAst,
    StatementAst,
    StatementBlockAst,
    StringConstantExpressionAst,
    SwitchStatementAst,
)

L_CURLY = TokenKind.LCurly
L_PAREN = TokenKind.LParen
R_CURLY = TokenKind.RCurly
R_PAREN = TokenKind.RParen

_FLAGS = ("regex", "wildcard", "exact", "casesensitive", "parallel", "file")


class SwitchParser(LoopParser):
    """Parses `switch`."""

    def switch_statement(self, token: Token, label: Token | None = None) -> StatementAst:
        """`switch -flags (values) { test { } default { } }`."""
        start = label or token
        flags: set[str] = set()
        condition, end, sound = self._switch_head(token, flags)
        if condition is None:
            return self.failed(start, end, token)
        self.skip_newlines()
        opening = self.peek(COMMAND)
        if opening.kind is not L_CURLY:
            if sound:
                self.report_incomplete(end, end, "MissingCurlyInSwitchStatement")
            return self.failed(start, end, token, condition)
        self.ungot = None
        clauses: list[tuple[ExpressionAst, StatementBlockAst]] = []
        default, closing = self._clauses(opening, clauses)
        parts: list[Ast] = [node for clause in clauses for node in clause]
        if closing is None:
            end = parts[-1].extent.end_offset if parts else opening.end
            return self.failed(start, end, token, condition, *parts, default)
        if not sound:
            return self.failed(start, closing.end, token, condition, *parts, default)
        extent = self.extent(start.start, closing.end)
        return SwitchStatementAst(extent, label_name(label), condition, frozenset(flags), tuple(clauses), default)

    def _switch_head(self, token: Token, flags: set[str]) -> tuple[PipelineBaseAst | None, int, bool]:
        """The flags and the condition; also where they end and whether they were sound."""
        condition: PipelineBaseAst | None = None
        sound = True
        reported = False
        end = token.end
        self.skip_newlines()
        while True:
            following = self.peek(COMMAND)
            if following.kind is L_PAREN and condition is None:
                self.ungot = None
                self.skip_newlines()
                condition = self.pipeline_chain()
                end = following.end if condition is None else condition.extent.end_offset
                if condition is None:
                    reported = True
                    self.missing(following, "PipelineValueRequired")
                self.skip_newlines()
                closing = self.peek(COMMAND)
                if closing.kind is R_PAREN:
                    self.ungot = None
                    end = closing.end
                elif not reported:
                    self.report_incomplete(end, end, "MissingEndParenthesisAfterStatement", "switch")
                    return None, end, False
            elif following.kind is TokenKind.Parameter:
                self.ungot = None
                end = following.end
                flag = next((name for name in _FLAGS if is_flag(following, name)), None)
                if flag is None:
                    sound = False
                    self.report(following.start, end, "InvalidSwitchFlag", following.value)
                    continue
                flags.add(flag)
                if flag == "file":
                    condition = self._file_name(following)
                    reported = condition is None
                    end = end if condition is None else condition.extent.end_offset
            else:
                break
            self.skip_newlines()
        if condition is None and not reported:
            self.report_incomplete(end, end, "PipelineValueRequired")
        return condition, end, sound

    def _file_name(self, flag: Token) -> PipelineBaseAst | None:
        self.skip_newlines()
        name = self.single_argument()
        if name is None:
            self.missing(flag, "MissingFilenameOption")
            return None
        return PipelineAst(name.extent, (CommandExpressionAst(name.extent, (), name),))

    def _clauses(
        self, opening: Token, clauses: list[tuple[ExpressionAst, StatementBlockAst]]
    ) -> tuple[StatementBlockAst | None, Token | None]:
        """The clauses between the braces, the default clause, and the closing brace, None where something is wrong."""
        default: StatementBlockAst | None = None
        sound = True
        end = opening.end
        while True:
            self.skip_newlines_and_semicolons()
            test = self.single_argument()
            if test is None:
                self.report_incomplete(end, end, "MissingSwitchConditionExpression")
                if self.peek(COMMAND).kind is R_CURLY:
                    self.ungot = None
                return default, None
            end = test.extent.end_offset
            body = self.statement_block()
            if body is None:
                sound = False
                self.report_incomplete(end, end, "MissingSwitchStatementClause")
            else:
                end = body.extent.end_offset
                if not _is_default(test):
                    clauses.append((test, body))
                else:
                    if default is not None:
                        sound = False
                        extent = test.extent
                        self.report(extent.start_offset, extent.end_offset, "MultipleSwitchDefaultClauses")
                    default = body
            self.skip_newlines_and_semicolons()
            closing = self.peek(COMMAND)
            if closing.kind is R_CURLY:
                self.ungot = None
                return default, closing if sound else None
            if closing.kind is TokenKind.EndOfInput:
                self.report_incomplete(opening.start, opening.end, "MissingEndCurlyBrace", detected=closing.end)
                return default, None


def _is_default(test: ExpressionAst) -> bool:
    return isinstance(test, StringConstantExpressionAst) and test.kind == "BareWord" and test.value.lower() == "default"
