# System.Data.DataTable: reports that scripts put together row by row.
$dt = New-Object System.Data.DataTable 'Users'
[void]$dt.Columns.Add('Name', [string]); [void]$dt.Columns.Add('Size', [int]); $dt.Columns.Add((New-Object System.Data.DataColumn 'When', ([datetime])))
$r = $dt.NewRow(); $r.Name = 'anna'; $r['Size'] = '10'; $r.When = [datetime]'2024-01-02'; $dt.Rows.Add($r)
[void]$dt.Rows.Add('bert', 5, [datetime]'2024-03-04'); $null = $dt.Rows.Add('carl', 20)
$dt | Format-Table -AutoSize
#=
#= Name Size When
#= ---- ---- ----
#= anna   10 1/2/2024 12:00:00 AM
#= bert    5 3/4/2024 12:00:00 AM
#= carl   20 
#=
$dt.Rows.Count; $dt.Columns.ColumnName -join ','; $dt.Select('Size > 6').Name -join ','; $dt.Select("Name LIKE 'B%' OR Size >= 20", 'Size DESC').Name -join ','
#= 3
#= Name,Size,When
#= anna,carl
#= carl,bert
$dt.Select("Size IN (5, 20) AND NOT When IS NULL").Name; $dt.Select("Len(Name) = 4 AND Size * 2 < 15 + 6").Name -join ','; $dt.Select("[Size] <> '5'").Count
#= bert
#= anna,bert
#= 2
$dt | Sort-Object Size | Select-Object Name, Size | ConvertTo-Csv
#= "Name","Size"
#= "bert","5"
#= "anna","10"
#= "carl","20"
$dt | ConvertTo-Csv | Select-Object -First 2
#= "Name","Size","When","RowError","RowState","Table","ItemArray","HasErrors"
#= "anna","10","1/2/2024 12:00:00 AM","","Added","Users","System.Object[]","False"
$dt.Compute('SUM(Size)', ''); $dt.Compute('MAX(When)', "Name <> 'carl'").Year; ($dt | Where-Object Size -gt 5 | Measure-Object Size -Sum).Sum
#= 35
#= 2024
#= 30
$dt.DefaultView.RowFilter = 'When IS NULL'; $dt.DefaultView.Count; $dt.DefaultView.RowFilter = ''; $dt.DefaultView.Sort = 'Size DESC'; $dt.DefaultView | Format-Table Name, Size
#= 1
#=
#= Name Size
#= ---- ----
#= carl   20
#= anna   10
#= bert    5
#=
$dt.DefaultView.ToTable($true, 'Name').Rows.Name -join ','
#= carl,anna,bert
foreach ($try in { $dt.Rows[0].Size = 'abc' }, { $dt.Rows[0].Size = $null }, { $dt.Rows[0]['zz'] }, { $dt.Select('zz = 1') }, { $dt.Select('Size >') }, { $dt.Columns.Add('name') }, { $dt.Rows.Add(1, 2, $null, 4) }, { $dt.Rows[9] }) { try { & $try } catch { $_.Exception.Message } }
#= Exception setting "Size": "The input string 'abc' was not in a correct format.Couldn't store <abc> in Size Column.  Expected type is Int32."
#= Exception setting "Size": "Cannot set Column 'Size' to be null. Please use DBNull instead."
#= Exception getting "Item": "Column 'zz' does not belong to table Users."
#= Exception calling "Select" with "1" argument(s): "Cannot find column [zz]."
#= Exception calling "Select" with "1" argument(s): "Syntax error: Missing operand after '>' operator."
#= Exception calling "Add" with "1" argument(s): "A column named 'name' already belongs to this DataTable."
#= Exception calling "Add" with "4" argument(s): "Input array is longer than the number of columns in this table."
#= Exception getting "Item": "There is no row at position 9."
$dt.PrimaryKey = $dt.Columns['Name']; $dt.Rows.Find('anna').Size; try { $dt.Rows.Add('anna', 1) } catch { $_.Exception.InnerException.GetType().FullName }
#= 10
#= System.Data.ConstraintException
$dt.AcceptChanges(); $dt.Rows[1].Delete(); "$($dt.Rows[1].RowState) $($dt.Rows.Count)"; try { $dt.Rows[1].Name } catch { $_.Exception.Message }; $dt.AcceptChanges(); $dt.Rows.Count
#= Deleted 3
#= Exception getting "Name": "Deleted row information cannot be accessed through the row."
#= 2
[DBNull]::Value -eq $dt.Rows[1].When; $dt.Rows[1].IsNull('When'); "[$($dt.Rows[1].When)]"
#= True
#= True
#= []
$auto = [System.Data.DataTable]::new(); $id = $auto.Columns.Add('Id', [int]); $id.AutoIncrement = $true; $id.AutoIncrementSeed = 10; [void]$auto.Columns.Add('Word'); [void]$auto.Columns.Add('Both', [string], "Word + '-' + Id"); 'a', 'b' | ForEach-Object { [void]$auto.Rows.Add($null, $_) }; $auto
#=
#= Id Word Both
#= -- ---- ----
#= 10 a    a-10
#= 11 b    b-11
#=
$copy = $auto.Clone(); $auto.Select('Id > 10') | ForEach-Object { $copy.ImportRow($_) }; $copy.Rows[0].ItemArray -join '|'
#= 11|b|b-11
$set = [System.Data.DataSet]::new('Lab'); $set.Tables.Add($auto); $set.Tables.Add('Other').TableName; $set.Tables[0].TableName; $set.Tables['other'].DataSet.DataSetName
#= Other
#= Table1
#= Lab
