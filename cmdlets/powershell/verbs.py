"""The approved verbs: group -> (verb, prefix of aliases, what it means)."""

from __future__ import annotations

from typing import Final

_TABLE: Final = """
Common
Add a Put a thing into a container, or attach it to another one
Clear cl Take everything out of a container and keep the container
Close cs Make a thing inaccessible or unusable
Copy cp Make a thing of the same name or content in another place
Enter et Go into a thing
Exit ex Go back to where one was before
Find fd Look for a thing that is unknown or not yet had
Format f Lay things out in a form
Get g Retrieve a thing
Hide h Make a thing undetectable
Join j Make one thing of several
Lock lk Protect a thing
Move m Bring a thing from one place to another
New n Make a thing
Open op Make a thing accessible and usable
Optimize om Make a thing work better
Pop pop Take a thing from the top of a stack
Push pu Put a thing on the top of a stack
Redo re Bring a thing to the state before it was undone
Remove r Take a thing out of a container
Rename rn Change the name of a thing
Reset rs Set a thing back to where it began
Resize rz Change the size of a thing
Search sr Look for what is said about a thing
Select sc Find a thing in a container
Set s Give a thing data, or make it if there is none
Show sh Make a thing visible
Skip sk Pass over things or points of a sequence
Split sl Part a thing
Step st Move to the next point of a sequence
Switch sw Choose one of two states, places or things
Undo un Bring a thing to its state before
Unlock uk Take a thing's protection away
Watch wc Look for changes of a thing again and again
Communications
Connect cc Make a link between a source and a target
Disconnect dc Break a link
Read rd Take data from a source
Receive rc Accept what a source sent
Send sd Hand data to a target
Write wr Add data to a target
Data
Backup ba Keep a copy of data
Checkpoint ch Note a state to which one may come back
Compare cr Judge data of one thing against another's
Compress cm Make data smaller
Convert cv Change data from one form to another, both ways
ConvertFrom cf Change data from the form that the noun names
ConvertTo ct Change data to the form that the noun names
Dismount dm Take a thing off from where it is mounted
Edit ed Change data by adding or removing
Expand en Bring compressed data back to its size
Export ep Put the main data into a form that lasts
Group gp Order or link things
Import ip Make data of a form that lasts
Initialize in Prepare a thing for use
Limit l Put bounds on a thing
Merge mg Make one thing of many
Mount mt Attach a thing to a place
Out o Send data out of the environment
Publish pb Make a thing known to others
Restore rr Bring a thing to a state that was set before
Save sv Keep data so that it is not lost
Sync sy See to it that two or more things are the same
Unpublish ub Make a thing unknown to others
Update ud Bring a thing up to date
Diagnostic
Debug db Look into a thing to find faults
Measure ms Find how much a thing uses, or count it
Ping pi Test a link
Repair rp Bring a thing back to where it works
Resolve rv Turn a short form into the whole one
Test t See whether a thing works or holds
Trace tr Follow what a thing does
Lifecycle
Approve ap Agree to a state or a process
Assert as State a thing's state
Build bd Make an artifact of inputs
Complete cmp End an operation
Confirm cn Acknowledge a state or a process
Deny dn Refuse a state or a process
Deploy dp Send an application to where it runs
Disable d Make a thing unusable
Enable e Make a thing usable
Install is Put a thing into a place and set it up
Invoke i Perform an action
Register rg Make an entry for a thing
Request rq Ask for a thing, or for leave
Restart rt Stop an operation and start it again
Resume ru Go on with what was suspended
Start sa Begin an operation
Stop sp End an activity
Submit sb Hand a thing in for approval
Suspend ss Pause an activity
Uninstall us Take a thing from a place
Unregister ur Remove the entry for a thing
Wait w Pause until a thing happens
Other
Use u Use or include a thing to do something
Security
Block bl Keep a thing from being reached
Grant gr Allow access
Protect pt Keep a thing from attack or loss
Revoke rk Allow access no more
Unblock ul Take the bar to a thing away
Unprotect up Take the protection of a thing away
"""


def _parse(table: str) -> dict[str, list[tuple[str, str, str]]]:
    groups: dict[str, list[tuple[str, str, str]]] = {}
    rows: list[tuple[str, str, str]] = []
    for line in table.strip().splitlines():
        verb, _, rest = line.partition(" ")
        if not rest:
            rows = groups.setdefault(verb, [])
            continue
        prefix, _, text = rest.partition(" ")
        rows.append((verb, prefix, text))
    return groups


VERBS: Final = _parse(_TABLE)
