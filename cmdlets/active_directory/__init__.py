"""The ActiveDirectory module: the lab's directory as domain administrators' cmdlets see it."""
