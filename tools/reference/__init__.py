"""The reference pages of the site, made from the declarations each time the site is built."""
