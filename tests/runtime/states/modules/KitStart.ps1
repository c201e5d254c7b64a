$started = "by Kit"
