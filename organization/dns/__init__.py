"""What the lab's server finds in DNS, which is the lab's own: nothing here asks any other."""
