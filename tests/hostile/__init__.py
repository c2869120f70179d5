"""The attacker's side: portfolios that hold what safety.md lists, runs inside this process, and judges of what comes out."""
