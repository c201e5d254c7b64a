$inner = 'KitInner'
function Get-Inner { param($Block) "$inner sees [$kit] [$local]"; & $Block }
