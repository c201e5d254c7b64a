"""System.Xml and System.Xml.Linq."""
