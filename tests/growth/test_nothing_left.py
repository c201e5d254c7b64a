import gc

import pytest

from shell import Session
from shell.engine.session.eventing import EventManager

from .counting import run

STEPS = {
    "job": "$j = Start-Job { 1 }; $null = Wait-Job $j; $null = Receive-Job $j; Remove-Job $j",
    "thread job": "$j = Start-ThreadJob { 1 }; $null = Wait-Job $j; $null = Receive-Job $j; Remove-Job $j",
    "runspace": "$r = [runspacefactory]::CreateRunspace(); $r.Open(); $r.Close(); $r.Dispose()",
    "runspace that nobody closes": "$r = [runspacefactory]::CreateRunspace(); $r.Open(); $r = $null",
    "pool": "$q = [runspacefactory]::CreateRunspacePool(1, 2); $q.Open(); $p = [powershell]::Create(); "
    "$p.RunspacePool = $q; $null = $p.AddScript('1').Invoke(); $p.Dispose(); $q.Close(); $q.Dispose()",
    "powershell": "$p = [powershell]::Create(); $null = $p.AddScript('1').Invoke(); $p.Dispose()",
    "remote": "$null = Invoke-Command -ComputerName localhost { 1 }",
    "session": "$s = New-PSSession; $null = Invoke-Command $s { 1 }; Remove-PSSession $s",
    "parallel": "$null = 1..2 | ForEach-Object -Parallel { $_ }",
}


@pytest.mark.parametrize("step", STEPS)
def test_a_runspace_that_has_ended_leaves_nothing_behind(step):
    with Session(log_folder="") as session:
        run(session, STEPS[step])
        run(session, "$j = $r = $q = $p = $s = $null; $Error.Clear()")
        gc.collect()
        runspaces, closers = len(session.runspace.family), len(session.runspace.on_close)
        for _ in range(4):
            run(session, STEPS[step])
        run(session, "$j = $r = $q = $p = $s = $null; $Error.Clear()")
        gc.collect()
        assert len(session.runspace.family) <= runspaces
        assert len(session.runspace.on_close) <= closers


def test_a_runspace_that_is_open_ends_with_the_session():
    session = Session(log_folder="")
    run(session, "$r = [runspacefactory]::CreateRunspace(); $r.Open()")
    (made,) = [each for each in session.runspace.family if each is not session.runspace]
    ended = []
    made.on_close.append(lambda: ended.append(True))
    session.close()
    assert ended == [True]
    assert session.runspace.on_close == []


def test_a_timer_that_nobody_listens_to_is_forgotten():
    with Session(log_folder="") as session:
        run(session, "$t = New-Object Timers.Timer 20; $null = Register-ObjectEvent $t Elapsed -SourceIdentifier E")
        (manager,) = [each for each in gc.get_objects() if isinstance(each, EventManager) and each.timers]
        run(session, "$t.Start(); Start-Sleep -Milliseconds 60; if (-not (Get-Event)) { throw 'nothing came' }")
        run(session, "Unregister-Event E; $t.Dispose()")
        assert manager.timers == []


def test_a_session_that_is_closed_leaves_nothing_behind():
    def step():
        with Session(log_folder="") as session:
            run(session, "$null = Get-ReceiveConnector; $null = New-MailContact c -ExternalEmailAddress c@fabrikam.com")

    for _ in range(2):
        step()
    gc.collect()
    before = len(gc.get_objects())
    for _ in range(5):
        step()
    gc.collect()
    assert len(gc.get_objects()) - before < 500  # one session alone has ten thousands
