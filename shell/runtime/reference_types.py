"""Where the reference types that scripts use live: the module that registers each of them."""

from __future__ import annotations

from typing import Final

SYSTEM_TYPES: Final[dict[str, str]] = {
    "dotnet.delegates": "MulticastDelegate EventHandler Text.RegularExpressions.MatchEvaluator Predicate`1"
    " Comparison`1 Converter`2 EventHandler`1 Action "
    + " ".join(f"Action`{count}" for count in range(1, 9))
    + " "
    + " ".join(f"Func`{count}" for count in range(1, 10)),
    "dotnet.linkedlists": "Collections.Generic.LinkedList`1 Collections.Generic.LinkedListNode`1"
    " Collections.Generic.PriorityQueue`2 Collections.Concurrent.ConcurrentBag`1",
    "dotnet.specialized": "Collections.Specialized.NameValueCollection Collections.Specialized.StringCollection"
    " Collections.Specialized.HybridDictionary Collections.Specialized.ListDictionary"
    " Collections.Specialized.StringDictionary Web.HttpUtility+HttpQSCollection",
    "dotnet.bits": "Collections.BitArray ArraySegment`1",
    "dotnet.webtext": "Web.HttpUtility Net.WebUtility",
    "dotnet.uribuilder": "UriBuilder",
    "dotnet.objectmodel": "Collections.ObjectModel.Collection`1 Collections.ObjectModel.ObservableCollection`1"
    " Collections.ObjectModel.ReadOnlyCollection`1",
    "dotnet.timers": "Timers.Timer Timers.ElapsedEventArgs",
}
"""Types of System by the module that registers them."""

AUTOMATION_TYPES: Final[dict[str, str]] = {}
"""Types of System.Management.Automation by the module that registers them."""

ENUMERATIONS: Final = ""
"""Full names of enumerations."""
