from pathlib import Path

from shell import Session

TYPED = "[pscustomobject]@{ PSTypeName = 'Lab.Apart'; Name = 'a'; Size = 1 }"

FORMAT_FILE = """<Configuration><ViewDefinitions><View>
  <Name>Lab</Name><ViewSelectedBy><TypeName>Lab.Apart</TypeName></ViewSelectedBy>
  <GroupBy><PropertyName>Size</PropertyName></GroupBy>
  <TableControl>
    <TableHeaders>
      <TableColumnHeader><Label>Who</Label><Width>6</Width></TableColumnHeader>
      <TableColumnHeader><Label>Twice</Label><Alignment>Right</Alignment></TableColumnHeader>
    </TableHeaders>
    <TableRowEntries><TableRowEntry><TableColumnItems>
      <TableColumnItem><PropertyName>Name</PropertyName></TableColumnItem>
      <TableColumnItem><ScriptBlock>$_.Size * 2</ScriptBlock></TableColumnItem>
    </TableColumnItems></TableRowEntry></TableRowEntries>
  </TableControl>
</View></ViewDefinitions></Configuration>"""


def test_type_data_belong_to_the_session_that_added_them() -> None:
    with Session(columns=40, listen=False) as session:
        session.run("Update-TypeData -TypeName Lab.Apart -DefaultDisplayPropertySet Name")
        assert session.run(TYPED).console == "\nName\n----\na\n\n"
    with Session(columns=40, listen=False) as session:
        assert session.run(TYPED).console == "\nName Size\n---- ----\na       1\n\n"


def test_format_files_belong_to_the_session_that_loaded_them(tmp_path: Path) -> None:
    file = tmp_path / "lab.format.ps1xml"
    file.write_text(FORMAT_FILE, encoding="utf-8")
    with Session(columns=20, listen=False) as session:
        session.run(f"Update-FormatData -PrependPath '{file}'")
        assert session.run(TYPED).console == (
            "\n   Size: 1\n\nWho            Twice\n---            -----\na                  2\n\n"
        )
    with Session(columns=40, listen=False) as session:
        assert session.run(TYPED).console == "\nName Size\n---- ----\na       1\n\n"
