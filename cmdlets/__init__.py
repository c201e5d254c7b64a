"""Every cmdlet: PowerShell's own in `powershell`, Exchange's in `exchange`. One noun a file.

`python -m cmdlets.index` writes `table.py`, from which a session knows the names without importing any of them.
"""
