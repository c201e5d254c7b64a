function Invoke-Caller([scriptblock]$Block) { $inModule = 'module'; & $Block }
function Get-Global { $global:labValue }
