"""Tests in the administrator's own words: the commands of the module Pester."""
