"""ForEach-Object: run script blocks, or use a property or method, for each object."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from cmdlets.powershell.using_values import require_using_values
from shell.engine.commands.cmdlet import Cmdlet, Example, Impact, SetMembership, parameter
from shell.engine.run.pipeline import emit
from shell.engine.run.script_block import LocalBlock, ScriptBlock
from shell.engine.session.streams import Streams
from shell.language.tree import UsingExpressionAst, VariableExpressionAst
from shell.lazy import lazy
from shell.types.conversion.text import to_string
from shell.types.members import access as members
from shell.values.errors import (
    ErrorCategory,
    ErrorRecord,
    NetException,
    PipelineStoppedException,
    PSArgumentException,
    record_of,
)
from shell.values.flow import ControlFlow, ExitRequest
from shell.values.objects import AUTOMATION_NULL, MISSING, Hashtable, PSObject, Value, unwrap
from shell.values.wildcard import has_wildcard, wildcard_matcher

if TYPE_CHECKING:
    from shell.engine.automation import runspaces
    from shell.engine.session import jobs
else:
    runspaces = lazy("shell.engine.automation.runspaces", globals())
    jobs = lazy("shell.engine.session.jobs", globals())


_METHODS = frozenset(("BoundMethod", "MethodObject", "PSMethod"))
_SCRIPT = ("ScriptBlockSet",)
_MEMBER = ("PropertyAndMethodSet",)
_PARALLEL = ("ParallelParameterSet",)


class ForEachObject(
    Cmdlet,
    verb="ForEach",
    noun="Object",
    module="Microsoft.PowerShell.Core",
    default_set="ScriptBlockSet",
    should_process=True,
    impact=Impact.LOW,
):
    """Do something with each object of the pipeline.

    Script blocks run in the caller's scope with the object as `$_`. With a name instead of a block, the property's
    value is written, or the method is called.
    """

    runs_blocks = True

    examples = (
        Example("1..3 | ForEach-Object { $_ * 2 }", "Double each number."),
        Example("'a', 'b' | ForEach-Object ToUpper", "Call a method of each object."),
    )

    input_object: Value = parameter("psobject", pipeline=True, default=AUTOMATION_NULL, help="The objects to work on.")
    begin_block: Value = parameter("scriptblock", name="Begin", sets=_SCRIPT, help="Runs before the first object.")
    process_blocks: list[Value] = parameter(
        "scriptblock[]",
        name="Process",
        sets=_SCRIPT,
        mandatory=True,
        position=0,
        allow_null=True,
        allow_empty_collection=True,
        help="Runs for each object. Of several blocks the first runs before, the last after all objects.",
    )
    end_block: Value = parameter("scriptblock", name="End", sets=_SCRIPT, help="Runs after the last object.")
    remaining_scripts: list[Value] = parameter(
        "scriptblock[]",
        sets=_SCRIPT,
        remaining=True,
        allow_null=True,
        allow_empty_collection=True,
        help="Further blocks, as for Process.",
    )
    member_name: str = parameter(
        "string", sets=_MEMBER, mandatory=True, position=0, not_null_or_empty=True, help="A property or method."
    )
    argument_list: list[Value] = parameter(
        "object[]", sets=_MEMBER, remaining=True, aliases=("Args",), help="Arguments of the method."
    )
    parallel: Value = parameter(
        "scriptblock",
        sets={"ParallelParameterSet": SetMembership(mandatory=True)},
        help="Runs for each object in a scope of its own, one after the other here; `$using:` reaches the caller's.",
    )
    throttle_limit: int = parameter("int", sets=_PARALLEL, default=5, range=(1, 2147483647), help="Has no effect here.")
    timeout_seconds: int = parameter("int", sets=_PARALLEL, range=(0, 2147483), help="Has no effect here.")
    as_job: bool = parameter("switch", sets=_PARALLEL, help="Run as a job, which has ended when it is written.")
    use_new_runspace: bool = parameter("switch", sets=_PARALLEL, help="Has no effect: each run is on its own.")

    def begin(self) -> None:
        """Sort the blocks and run the first one."""
        self._blocks: list[LocalBlock] = []
        self._end: LocalBlock | None = None
        self._job_input: list[Value] = []
        self._refused: NetException | None = None
        if self.parameter_set == "ParallelParameterSet":
            self._check_using()
        if self.parameter_set != "ScriptBlockSet":
            return
        blocks = [self.begin_block] if self.is_bound("Begin") else []
        blocks += [*(self.process_blocks or []), *(self.remaining_scripts or [])]
        end_block = self.end_block
        first, last = (1 if len(blocks) > 1 else 0), len(blocks)
        if not self.is_bound("End") and len(blocks) > 2:
            last -= 1
            end_block = blocks[last]
        extent = self.runtime.call.extent

        def local(block: ScriptBlock) -> LocalBlock:
            return self.session.local_block(block, extent)

        self._blocks = [local(each) for each in blocks[first:last] if each is not None]
        self._end = local(end_block) if end_block is not None else None
        if first and blocks[0] is not None:
            local(blocks[0]).run(AUTOMATION_NULL, self.runtime.out)
        self.fast_process = self._fast() if self._blocks else None

    def _fast(self) -> Callable[[Value], None]:
        out = self.runtime.out
        if len(self._blocks) == 1:
            run = self._blocks[0].run
            return lambda value: run(value, out)

        def several(value: Value) -> None:
            for block in self._blocks:
                block.run(value, out)

        return several

    def process(self) -> None:
        """Work on an object."""
        value = self.input_object
        if self.parameter_set == "PropertyAndMethodSet":
            self._use_member(value)
        elif self.parameter_set == "ParallelParameterSet":
            if value is AUTOMATION_NULL:
                return
            self._refuse_block(value, "piped input object", "PipedInputObject")
            if self.as_job:
                self._job_input.append(value)
            else:
                self._run_apart(value)
        else:
            for block in self._blocks:
                block.run(None if value is AUTOMATION_NULL else value, self.runtime.out)

    def end(self) -> None:
        """Run the last block."""
        if self._end is not None:
            self._end.run(AUTOMATION_NULL, self.runtime.out)
        if self.as_job:
            self._run_job()

    def _run_job(self) -> None:
        table = jobs.job_table(self.session)
        job = jobs.TaskJob(table.next_number(), "", str(self.parallel))
        table.add(job)
        job.run_each(self.session, self.parallel, self._job_input)
        self.write(job)

    def _check_using(self) -> None:
        """Refuse script blocks that come by `$using:`: they would run in the runspace that they are from."""
        require_using_values(self, self.parallel)
        for node in self.parallel.code.ast.walk():
            child = node.sub_expression if isinstance(node, UsingExpressionAst) else None
            if isinstance(child, VariableExpressionAst):
                name = child.name.rpartition(":")[2].lower()
                self._refuse_block(self.session.scope[name], "using variable", "UsingVariable")

    def _refuse_block(self, value: Value, what: str, error_id: str) -> None:
        if isinstance(unwrap(value), ScriptBlock):
            problem = PSArgumentException(
                f"A ForEach-Object -Parallel {what} cannot be a script block. Passed-in script block variables are not"
                " supported with ForEach-Object -Parallel, and can result in undefined behavior."
            )
            raise self.fail(
                self.error(problem, f"Parallel{error_id}CannotBeScriptBlock", ErrorCategory.InvalidType, value)
            )

    def _run_apart(self, value: Value) -> None:
        """Run the block of -Parallel in a runspace of its own, which sees the caller's by `$using:` alone.

        An error that ends the block there is one more of this command's: the other objects have their turn.
        """
        session = self.session
        engine = runspaces.make_engine(session)
        engine.using_scope = session.scope
        streams = session.streams
        engine.streams = Streams(
            self._forward,
            lambda record: self.write_warning(str(record)),
            streams.verbose,
            streams.debug,
            streams.information,
            streams.progress,
        )
        try:
            with runspaces.inside(engine):
                block = engine.parse_block(str(self.parallel))
                engine.invoke(block, dollar_under=value, out=self.runtime.out)
        except (ControlFlow, ExitRequest):
            pass
        except NetException as error:
            if self._refused is None:
                self._pass_on(record_of(error))
        finally:
            engine.close()
        if self._refused is not None:
            raise self._refused

    def _forward(self, record: ErrorRecord) -> None:
        """Take an error of a block. That -ErrorAction ends this command by it, no `catch` of the block sees."""
        try:
            self._pass_on(record)
        except NetException as error:
            self._refused = error

    def _pass_on(self, record: ErrorRecord) -> None:
        """Report an error that has its place already: it stays the block's."""
        if record.invocation is not None:
            record.command_id, record.activity = record.command_id or "", record.activity or ""
        self.write_error(record)

    # --- members ---

    def _use_member(self, value: Value) -> None:
        if value is None or value is AUTOMATION_NULL:
            self.write_error(self._complaint("InputObjectIsNull", "The input object cannot be null.", value))
            return
        if self.argument_list:
            self._call_with_arguments(value)
            return
        base = value.base if isinstance(value, PSObject) else value
        if isinstance(base, Hashtable) and self.member_name in base:
            emit(base[self.member_name], self.runtime.out)
            return
        name = self._member(value)
        if name is None:
            return
        found = members.lookup(value, name, self.session)
        if found is MISSING:
            self._report_missing(value)
        elif type(found).__name__ in _METHODS:
            self._call(value, name, [], found)
        elif self._goes_on(value, f"Retrieve the value for property '{name}'"):
            emit(found, self.runtime.out)

    def _call_with_arguments(self, value: Value) -> None:
        """Call a method: a property, too, is none."""
        name = self._member(value, only_methods=True)
        if name is None:
            return
        if type(members.lookup(value, name, self.session)).__name__ not in _METHODS:
            self.write_error(self._no_method(value))
            return
        self._call(value, name, list(self.argument_list))

    def _no_method(self, value: Value) -> ErrorRecord:
        text = f'The input name "{self.member_name}" cannot be resolved to a method.'
        return self._complaint("MethodNotFound", text, value)

    def _member(self, value: Value, *, only_methods: bool = False) -> str | None:
        if not has_wildcard(self.member_name):
            return self.member_name
        matches = wildcard_matcher(self.member_name)
        found = [
            each.name
            for each in members.members(value)
            if matches(each.name) and not (only_methods and each.is_property)
        ]
        if len(found) == 1:
            return found[0]
        if not found and only_methods:
            self.write_error(self._no_method(value))
            return None
        if not found:
            self._report_missing(value)
            return None
        listed = " ".join(f"'{each}'" for each in found)
        text = (
            f'Input name "{self.member_name}" is ambiguous. It can be resolved to multiple matched members.'
            f" Possible matches include: {listed}."
        )
        self.write_error(self._complaint("AmbiguousPropertyOrMethodName", text, value))
        return None

    def _report_missing(self, value: Value) -> None:
        if self.session.strict_version(self.session.scope) is None:
            self.write(None)
            return
        text = f'The input name "{self.member_name}" cannot be resolved to a property or a method.'
        self.write_error(self._complaint("PropertyOrMethodNotFound", text, value))

    def _call(self, value: Value, name: str, arguments: list[Value], method: Value = None) -> None:
        """Call a method. One that was named alone and takes no such call is shown itself: `method`."""
        shown = ", ".join(to_string(each) for each in arguments)
        action = f"Invoke method '{name}' with arguments: ({shown})" if arguments else f"Invoke method '{name}'"
        if self._goes_on(value, action):
            try:
                result = members.call_method(value, name, arguments, self.session)
            except PipelineStoppedException:
                raise
            except NetException as problem:
                if method is not None and problem.error_id == "MethodCountCouldNotFindBest":
                    self.write(method)
                    return
                self.write_error(self.error(problem, "MethodInvocationError", ErrorCategory.InvalidOperation, value))
                return
            emit(result, self.runtime.out)

    def _goes_on(self, value: Value, action: str) -> bool:
        if self.runtime.confirm_state.is_silent():
            return True
        return self.should_process(f"InputObject: {to_string(value)}", action)

    def _complaint(self, error_id: str, message: str, target: Value) -> ErrorRecord:
        named = "InputObject" if error_id == "InputObjectIsNull" else "Name"
        return self.error(
            f"{message} (Parameter '{named}')",
            error_id,
            ErrorCategory.InvalidArgument,
            target,
            exception=PSArgumentException,
        )
