$place = 'Store'
function Enter-Store { param($Block) $inStore = 'Store in progress'; "in $place [$currency]"; & $Block }
function Show-Store { "[$inStore]" }
