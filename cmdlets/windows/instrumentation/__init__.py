"""Windows Management Instrumentation: what the lab's server says of itself by Get-WmiObject and Get-CimInstance."""
