# The lab does this with a cmdlet of its own, which the script's name calls.

Install-AntispamAgents @args
