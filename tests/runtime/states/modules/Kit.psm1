$kit = 'Kit'
function Use-Inner { param($Block) $local = 'local of Kit'; Get-Inner { "Kit's block: $kit $local"; & $Block } }
