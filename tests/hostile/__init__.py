"""The attacker's side: portfolios that hold what hostile people commit, runs inside this process, and judges of what comes out."""
