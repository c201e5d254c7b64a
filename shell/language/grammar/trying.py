"""Errors in the language: `try` with its clauses, `trap`."""

from __future__ import annotations

from shell.language.grammar.switch import SwitchParser
from shell.language.scanner import COMMAND
from shell.language.tokens import Token, TokenKind
from shell.language.tree import (
    CatchClauseAst,
    StatementAst,
    StatementBlockAst,
    TrapStatementAst,
    TryStatementAst,
    TypeConstraintAst,
)

COMMA = TokenKind.Comma


class TryParser(SwitchParser):
    """Parses `try` and `trap`."""

    def try_statement(self, token: Token) -> StatementAst:
        """`try { } catch [Type] { } finally { }`."""
        body = self.statement_block()
        if body is None:
            self.missing(token, "MissingTryStatementBlock")
            return self.failed(token, token.end, token)
        catches: list[CatchClauseAst] = []
        sound = True
        end = body.extent.end_offset
        after = self.mark()
        while True:
            self.skip_newlines()
            keyword = self.keyword(TokenKind.Catch)
            if keyword is None:
                break
            self.ungot = None
            clause = self._catch(keyword)
            end = self.pos if self.ungot is None else end
            sound = sound and clause is not None
            if clause is not None:
                catches.append(clause)
                end = clause.extent.end_offset
            after = self.mark()
        last: StatementBlockAst | None = None
        keyword = self.keyword(TokenKind.Finally)
        if keyword is None:
            self.reset(after)
        else:
            self.ungot = None
            last = self.statement_block()
            end = keyword.end if last is None else last.extent.end_offset
            if last is None:
                sound = False
                self.missing(keyword, "MissingFinallyStatementBlock")
        if sound and not catches and last is None:
            sound = False
            self.missing(body, "MissingCatchOrFinally")
        if not sound:
            return self.failed(token, end, token, body, *catches, last)
        node = TryStatementAst(self.extent(token.start, end), body, tuple(catches), last)
        if last is not None or len(catches) > 1:
            self.noted.append(node)
        return node

    def _catch(self, token: Token) -> CatchClauseAst | None:
        types: list[TypeConstraintAst] = []
        comma: Token | None = None
        while True:
            self.skip_newlines()
            attribute = self.attribute()
            if attribute is None:
                if comma is not None:
                    self.missing(comma, "MissingTypeLiteralToken")
                break
            if isinstance(attribute, TypeConstraintAst):
                types.append(attribute)
            else:
                extent = attribute.extent
                name = attribute.type_name.full_text
                self.report(extent.start_offset, extent.end_offset, "UnexpectedAttribute", name)
            self.skip_newlines()
            comma = self.peek(COMMAND)
            if comma.kind is not COMMA:
                comma = None
                break
            self.ungot = None
        body = self.statement_block()
        if body is None:
            if comma is None:
                self.missing(types[-1] if types else token, "MissingCatchHandlerBlock")
            return None
        return CatchClauseAst(self.join(token, body), tuple(types), body)

    def trap_statement(self, token: Token) -> StatementAst:
        """`trap [Type] { }`."""
        self.skip_newlines()
        trap_type = self.attribute()
        body = self.statement_block()
        if body is None:
            self.missing(trap_type if trap_type is not None else token, "MissingTrapStatement")
            return self.failed(token, token.end, token, trap_type)
        constraint = trap_type if isinstance(trap_type, TypeConstraintAst) else None
        return TrapStatementAst(self.join(token, body), constraint, body)
