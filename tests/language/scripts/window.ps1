# A small window: the markup is text, the handlers are script blocks.
[void][System.Reflection.Assembly]::LoadWithPartialName('PresentationFramework')
Add-Type -AssemblyName PresentationCore, WindowsBase
Add-Type -TypeDefinition @"
using System;
using System.Runtime.InteropServices;
public static class Native {
    [DllImport("user32.dll", SetLastError = true)]
    public static extern bool ShowWindow(IntPtr hWnd, int nCmdShow);
    public static string Quote(string text) { return "\"" + text + "\""; }
}
"@ -ReferencedAssemblies 'System.Core'

[xml]$xaml = @'
<Window xmlns="http://schemas.microsoft.com/winfx/2006/xaml/presentation"
        xmlns:x="http://schemas.microsoft.com/winfx/2006/xaml" Title="Mailbox $moves" Height="350" Width="525">
  <Grid>
    <Grid.ColumnDefinitions><ColumnDefinition Width="*" /><ColumnDefinition Width="2*" /></Grid.ColumnDefinitions>
    <TextBox x:Name="Filter" Text="{Binding Path=Filter, Mode=TwoWay}" />
    <Button x:Name="Go" Content="_Go" Grid.Column="1" />
  </Grid>
</Window>
'@
$reader = (New-Object System.Xml.XmlNodeReader $xaml)
$window = [Windows.Markup.XamlReader]::Load( $reader )
$xaml.SelectNodes("//*[@*[contains(translate(name(.),'n','N'),'Name')]]") | ForEach-Object {
    Set-Variable -Name ($_.Name) -Value $window.FindName($_.Name) -Scope Script
}
$Go.Add_Click({
    param($sender, $e)
    $script:clicked++
    if ($Filter.Text -notlike '*?*' -and !$e.Handled) {
        $window.Dispatcher.Invoke([action]{ $Filter.Text = "$($Filter.Text.Trim())`t(done)" }, 'Normal')
    }
})
$window.Add_Closing({ $_.Cancel = -not ([System.Windows.MessageBox]::Show('Leave?', 'Sure', 'YesNo') -eq 'Yes') })
$form = New-Object System.Windows.Forms.Form -Property @{ Text = 'Old'; Size = New-Object System.Drawing.Size(300,200) }
$form.Controls.AddRange(@($button, $label))
$button.Location = New-Object -TypeName System.Drawing.Point -ArgumentList 10, 20
$form.add_Load({ $form.Activate() }); $null = $window.ShowDialog()
