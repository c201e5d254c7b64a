"""What one session defines, no other sees: classes, type data, accelerators, views."""

import gc
import subprocess
import sys
import threading
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest

from cmdlets.exchange.tables import TABLES
from shell import Session

ACCELERATORS = "[psobject].Assembly.GetType('System.Management.Automation.TypeAccelerators')"
VIEW = """
<Configuration><ViewDefinitions><View><Name>lab</Name><ViewSelectedBy><TypeName>{type}</TypeName></ViewSelectedBy>
<ListControl><ListEntries><ListEntry><ListItems><ListItem><Label>{label}</Label>
<ScriptBlock>$_.A</ScriptBlock></ListItem></ListItems></ListEntry></ListEntries></ListControl></View></ViewDefinitions>
</Configuration>
"""


@pytest.fixture
def two() -> Iterator[tuple[Session, Session]]:
    with Session() as one, Session() as other:
        yield one, other


def text(session: Session, script: str) -> str:
    """What the console shows of a script, without blank ends."""
    return session.run(script).console.strip()


def unknown(session: Session, script: str) -> bool:
    """True if the script names a type that the session does not know."""
    return [each.fully_qualified_error_id for each in session.run(script).errors] == ["TypeNotFound"]


def view_file(folder: Path, label: str, type_name: str = "Lab.Thing") -> str:
    path = folder / f"{label}.format.ps1xml"
    path.write_text(VIEW.format(type=type_name, label=label))
    return str(path)


def test_a_class_is_known_to_its_own_session_alone(two: tuple[Session, Session]) -> None:
    one, other = two
    one.run("class House { [int]$A = 1 }; enum Side { Left; Right }")
    assert text(one, "[House]::new().A; [Side]1") == "1\nRight"
    assert unknown(other, "[House]")
    assert unknown(other, "[Side]")


def test_two_classes_of_one_name_are_two_types(two: tuple[Session, Session]) -> None:
    one, other = two
    one.run("class House { [int]$A = 1 }; $h = [House]::new()")
    other.run("class House { [int]$B = 2 }")
    (house,) = one.run("$h").objects
    other.runspace.set_variable("h", house)
    assert text(one, "$h -is [House]; [House]::new().psobject.Properties.Name") == "True\nA"
    assert text(other, "$h -is [House]; [House]::new().psobject.Properties.Name") == "False\nB"
    assert text(other, "$h -is [House[]]; , $h -is [Collections.Generic.List[House]]") == "False\nFalse"


def test_an_object_that_wanders_keeps_its_class(two: tuple[Session, Session]) -> None:
    one, other = two
    one.run(
        "class Room { [int]$Size = 3 };"
        " class House { [Room]$Room = [Room]::new(); [Room] Give() { return [Room]@{ Size = 4 } } }"
    )
    (house,) = one.run("[House]::new()").objects
    one.close()
    other.run("class Room { [string]$Name }")
    other.runspace.set_variable("h", house)
    assert text(other, "$h.GetType().Name; $h.Room.Size; $h.Give().Size; ($h | Get-Member Give).Definition") == (
        "House\n3\n4\nRoom Give()"
    )


def test_a_class_of_the_name_of_a_built_in_type_hides_it_in_its_session(two: tuple[Session, Session]) -> None:
    one, other = two
    one.run("class Regex { [int]$Mine = 1 }")
    assert text(one, "[Regex]::new().Mine") == "1"
    assert text(other, "[Regex]::Escape('.')") == "\\."


def test_an_exception_class_is_not_found_among_built_in_exceptions(two: tuple[Session, Session]) -> None:
    one, other = two
    one.run("class LabException : Exception { LabException([string]$m) : base($m) { } }")
    assert text(one, "try { throw [LabException]::new('x') } catch [LabException] { 'caught' }") == "caught"
    assert unknown(other, "[LabException]")


def test_members_that_a_session_gives_to_a_type_are_its_own(two: tuple[Session, Session]) -> None:
    one, other = two
    add = "Update-TypeData -TypeName System.String -MemberName Lab -MemberType ScriptProperty -Force -Value { %d }"
    read = "'x'.Lab; ('x' | Get-Member Lab).Name; (Get-TypeData System.String).Members.Keys"
    one.run(add % 1)
    assert text(one, read) == "1\nLab\nLab"
    assert text(other, read) == ""
    other.run(add % 2)
    assert (text(one, "'x'.Lab"), text(other, "'x'.Lab")) == ("1", "2")
    one.close()
    assert text(other, "'x'.Lab") == "2"


def test_type_data_of_another_session_do_not_reach_a_remembered_call(two: tuple[Session, Session]) -> None:
    one, other = two
    loop = "function Up { 'x'.ToUpper() }; Up"
    assert (text(one, loop), text(other, loop)) == ("X", "X")
    one.run("Update-TypeData -TypeName System.String -MemberName ToUpper -MemberType ScriptMethod -Value { 'mine' }")
    assert (text(one, "Up"), text(other, "Up")) == ("mine", "X")
    block = one.run("${function:Up}").objects[0]
    other.runspace.set_variable("up", block)
    assert (text(other, "& $up"), text(one, "& ${function:Up}"), text(other, "& $up")) == ("X", "mine", "X")


def test_type_data_of_powershell_itself_can_be_removed_in_one_session(two: tuple[Session, Session]) -> None:
    one, other = two
    one.run("Remove-TypeData -TypeName System.Collections.DictionaryEntry")
    read = "([Collections.DictionaryEntry]::new('k', 'v')).Name"
    assert (text(one, read), text(other, read)) == ("", "k")


def test_display_properties_are_a_sessions_own(two: tuple[Session, Session]) -> None:
    one, other = two
    for session, name in ((one, "A"), (other, "B")):
        session.run(f"Update-TypeData -TypeName Lab.Thing -DefaultDisplayPropertySet {name}")
    show = "[pscustomobject]@{ PSTypeName = 'Lab.Thing'; A = 1; B = 2; C = 3 } | Format-List"
    assert (text(one, show), text(other, show)) == ("A : 1", "B : 2")


def test_views_are_a_sessions_own(two: tuple[Session, Session], tmp_path: Path) -> None:
    one, other = two
    show = "[pscustomobject]@{ PSTypeName = 'Lab.Thing'; A = 1 }"
    for session, label in ((one, "First"), (other, "Second")):
        session.run(f"Update-FormatData '{view_file(tmp_path, label)}'")
    assert (text(one, show), text(other, show)) == ("First : 1", "Second : 1")
    one.close()
    assert text(other, show) == "Second : 1"
    with Session() as third:
        assert text(third, f"{show}; Get-FormatData Lab.Thing") == "A\n-\n1"


def test_a_view_of_all_custom_objects_is_a_sessions_own(two: tuple[Session, Session], tmp_path: Path) -> None:
    one, other = two
    path = view_file(tmp_path, "Mine", "System.Management.Automation.PSCustomObject")
    one.run(f"Update-FormatData -PrependPath '{path}'")
    show = "[pscustomobject]@{ A = 1 }"
    assert (text(one, show), text(other, show)) == ("Mine : 1", "A\n-\n1")


def test_accelerators_are_a_sessions_own(two: tuple[Session, Session]) -> None:
    one, other = two
    one.run(f"{ACCELERATORS}::Add('lab', [int])")
    assert (
        text(one, f"[lab]'3'; {ACCELERATORS}::Get.ContainsKey('lab'); {ACCELERATORS}::Remove('regex')")
        == "3\nTrue\nTrue"
    )
    assert unknown(other, "[lab]'3'")
    assert text(other, f"{ACCELERATORS}::Get.ContainsKey('lab'); [regex]::Escape('.')") == "False\n\\."
    assert unknown(one, "[regex]")


def test_a_runspace_has_classes_type_data_and_views_of_its_own() -> None:
    with Session() as session:
        session.run(
            "class House { }; Update-TypeData -TypeName System.String -MemberName Lab -Value 1 -MemberType NoteProperty"
        )
        ask = "$p = [powershell]::Create(); $p.AddScript({ %s }).Invoke(); $p.Streams.Error.FullyQualifiedErrorId"
        assert text(session, ask % "[House]") == "TypeNotFound"
        assert text(session, ask % "'x'.Lab -eq $null") == "True"
        assert text(session, ask % "class Other { }; [Other].Name") == "Other"
        assert unknown(session, "[Other]")


def test_what_net_keeps_for_a_process_reaches_its_runspaces_and_no_job() -> None:
    with Session() as session:
        session.run(f"{ACCELERATORS}::Add('lab', [int])")
        assert text(session, "[powershell]::Create().AddScript({ [lab]'3' }).Invoke()") == "3"
        assert text(session, "Start-ThreadJob { [lab]'4' } | Receive-Job -Wait") == "4"
        assert unknown(session, "Start-Job { [lab]'5' } | Receive-Job -Wait")


DEFINE_AND_USE = """
class Hammer {{ [int]${name} = {number}; [string] Say() {{ return "{name}$($this.{name})" }} }}
enum Phase {{ {name}; Other }}
Update-TypeData -TypeName System.Int32 -MemberName Round -MemberType ScriptProperty -Force -Value {{ "{name}$this" }}
Update-TypeData -TypeName Lab.Thing -DefaultDisplayPropertySet {name} -Force
if ({number} % 10 -eq 0) {{ $null = {accelerators}::Remove('round'); {accelerators}::Add('round', [{type}]) }}
$shown = ([pscustomobject]@{{ PSTypeName = 'Lab.Thing'; One = 1; Two = 2 }} | Format-List | Out-String).Trim()
[cultureinfo]::CurrentCulture = '{culture}'
$made = [Hammer]::new()
"$($made.Say()) $([Phase]0) $((7).Round) $shown $([round].Name) $((1.5).ToString()) $($made -is [Hammer])"
"""


def test_two_sessions_in_two_threads_define_alike_and_never_meet() -> None:
    wrong: list[str] = []

    def hammer(name: str, value: int, type_name: str, culture: str, number_text: str) -> None:
        with Session() as session:
            for number in range(60):
                script = DEFINE_AND_USE.format(
                    name=name, number=number, type=type_name, culture=culture, accelerators=ACCELERATORS
                )
                got = text(session, script)
                wanted = f"{name}{number} {name} {name}7 {name} : {value} {type_name.title()} {number_text} True"
                if got != wanted:
                    wrong.append(f"{got!r} is not {wanted!r}")

    threads = [
        threading.Thread(target=hammer, args=("One", 1, "string", "de-DE", "1,5")),
        threading.Thread(target=hammer, args=("Two", 2, "double", "en-US", "1.5")),
    ]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert wrong == []


@pytest.mark.parametrize(
    "script",
    [
        "class Derived : Base { Derived() : base(1) { } }; [Derived]::new()",
        "enum Side { Left }; [Base[]]@(); [Collections.Generic.List[Base]]::new(); [Side]::Left",
        "class LabException : Exception { }; try { throw [LabException]::new() } catch { $_ }",
        "Update-TypeData -TypeName Base -MemberName B -MemberType ScriptProperty -Value { 1 }; [Base]::new(1).B",
        "$b = [Base]::new(1) | Add-Member C 1 -PassThru; $b | Get-Member | Out-Null; $b | ConvertTo-Json",
        "function Use([Base]$b) { $b }; Use ([Base]::new(1)) | Sort-Object A | Format-Table; 'x' -as [Base]",
    ],
)
def test_what_a_session_defined_ends_with_it(script: str) -> None:
    session = Session()
    session.run("class Base { [int]$A; Base([int]$a) { $this.A = $a } }")
    session.run(script)
    types = session.runspace.registries.types.defined.values()
    left = [weakref.ref(session.runspace), *(weakref.ref(each.python_class) for each in types)]
    assert len(left) > 1
    session.close()
    del session, types
    gc.collect()
    assert [each() for each in left] == [None] * len(left)


def test_a_class_that_is_defined_anew_is_another_type_and_the_first_is_freed() -> None:
    with Session() as session:
        session.run("class House { [int]$A }")
        first = weakref.ref(session.runspace.registries.types.defined["house"].python_class)
        assert (
            text(session, "$h = [House]::new(); class House { [int]$B }; $h -is [House]; $h = $null; $?")
            == "True\nTrue"
        )
        assert text(session, "class House { [int]$C }; [House]::new().psobject.Properties.Name") == "C"
        session.run("$Error.Clear(); 1")
        gc.collect()
        assert first() is None


@pytest.mark.parametrize(
    ("change", "read", "changed", "untouched"),
    [
        ("$env:LAB = 'mine'", "$env:LAB", "mine", ""),
        (
            "[Environment]::SetEnvironmentVariable('LAB', 'mine')",
            "[Environment]::GetEnvironmentVariable('LAB')",
            "mine",
            "",
        ),
        ("$env:PATH = ''", "$env:PATH.Length -gt 0", "False", "True"),
        ("[Console]::Title = 'mine'", "[Console]::Title", "mine", ""),
        ("[Console]::ForegroundColor = 'Red'", "[Console]::ForegroundColor", "Red", "Gray"),
        (
            "[Console]::OutputEncoding = [Text.Encoding]::ASCII",
            "[Console]::OutputEncoding.WebName",
            "us-ascii",
            "utf-8",
        ),
        (
            "[Net.ServicePointManager]::SecurityProtocol = 'Tls12'",
            "[Net.ServicePointManager]::SecurityProtocol",
            "Tls12",
            "SystemDefault",
        ),
        (
            "[Net.ServicePointManager]::ServerCertificateValidationCallback = { $true }",
            "$null -eq [Net.ServicePointManager]::ServerCertificateValidationCallback",
            "False",
            "True",
        ),
        ("[Console]::Error.Write('unfinished ')", "[Console]::Error.WriteLine('line')", "unfinished line", "line"),
        ("$PSStyle.OutputRendering = 'Ansi'", "$PSStyle.OutputRendering", "Ansi", "Host"),
        ("$LaB = 1", "$lab = 2; (Get-Variable LAB).Name", "LaB", "lab"),
        ("Set-Alias lab Get-Date", "(Get-Alias lab -ErrorAction Ignore).Definition", "Get-Date", ""),
        ("$PSDefaultParameterValues['Get-Date:Format'] = 'yy'", "$PSDefaultParameterValues.Count", "1", "0"),
        ("Register-EngineEvent Lab -Action { } | Out-Null", "@(Get-EventSubscriber).Count", "1", "0"),
        ("Start-ThreadJob { 1 } | Out-Null", "@(Get-Job).Count", "1", "0"),
        ("Set-PSBreakpoint -Variable lab | Out-Null", "@(Get-PSBreakpoint).Count", "1", "0"),
        ("New-PSDrive Lab FileSystem . | Out-Null", "@(Get-PSDrive Lab -ErrorAction Ignore).Count", "1", "0"),
        ("New-Module Lab { } | Import-Module", "@(Get-Module Lab).Count", "1", "0"),
        (
            "$null = Get-Random -SetSeed 5; Get-Random | Out-Null",
            "(Get-Random) -eq (& { $null = Get-Random -SetSeed 5; Get-Random; Get-Random })[1]",
            "True",
            "False",
        ),
    ],
)
def test_what_net_keeps_for_a_process_is_the_sessions(
    two: tuple[Session, Session], change: str, read: str, changed: str, untouched: str
) -> None:
    one, other = two
    one.run(change)
    assert (text(one, read), text(other, read)) == (changed, untouched)


def test_the_current_directory_is_the_sessions(two: tuple[Session, Session], tmp_path: Path) -> None:
    one, other = two
    before = Path.cwd()
    (tmp_path / "lab.txt").write_text("found")
    one.run(f"[Environment]::CurrentDirectory = '{tmp_path}'")
    read = "[Environment]::CurrentDirectory; [IO.File]::Exists('lab.txt'); [IO.Path]::GetFullPath('x')"
    assert text(one, read) == f"{tmp_path}\nTrue\n{tmp_path / 'x'}"
    assert text(other, read) == f"{before}\nFalse\n{before / 'x'}"
    assert text(one, "[IO.Directory]::SetCurrentDirectory('nowhere')") != ""
    assert Path.cwd() == before


def test_a_job_changes_the_environment_of_its_own_process() -> None:
    with Session() as session:
        change = "$env:LAB = 'job'; $env:TEMP = 'job'; [Environment]::CurrentDirectory = '/'"
        session.run("$env:LAB = 'mine'")
        read = "$env:LAB; $env:TEMP -eq 'job'; [Environment]::CurrentDirectory -eq '/'"
        assert text(session, f"Start-Job {{ $env:LAB; {change}; {read} }} | Receive-Job -Wait; {read}") == (
            "mine\njob\nTrue\nTrue\nmine\nFalse\nFalse"
        )
        assert text(session, "Start-ThreadJob { $env:LAB = 'thread' } | Receive-Job -Wait; $env:LAB") == "thread"


def test_the_culture_of_a_runspace_does_not_reach_the_one_that_made_it() -> None:
    with Session() as session:
        german = "[cultureinfo]::CurrentCulture = 'de-DE'; (1.5).ToString()"
        assert (
            text(session, f"[powershell]::Create().AddScript({{ {german} }}).Invoke(); (1.5).ToString()") == "1,5\n1.5"
        )
        assert text(session, f"Start-ThreadJob {{ {german} }} | Receive-Job -Wait; (1.5).ToString()") == "1,5\n1.5"


def test_a_runspace_knows_its_own_number() -> None:
    with Session() as session, Session() as other:
        ask = "[runspace]::DefaultRunspace.Id"
        ask = f"[powershell]::Create().AddScript({{ {ask} }}).Invoke(); {ask}"
        assert (text(session, ask), text(other, ask)) == ("2\n1", "2\n1")


def test_built_in_views_stand_once() -> None:
    """Two declarations of one type would show by the one that was imported first: by what another session did."""
    code = "from shell.display import viewdata, views; print(*views._views, sep='\\n')"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    names = set(shown.split("\n")) - {""}
    assert len(names) > 50
    assert names & {each.lower() for each in TABLES} == set()
